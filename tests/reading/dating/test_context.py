"""Context: the tense of the clause around a time, and the words that make a name or a count of it."""

import pytest

from amity.reading.dating.context import fits, relation, tense
from amity.reading.dating.forms import told
from amity.reading.parser import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayors met on Friday.", "past"),
        ("The pact was signed last Friday.", "past"),
        ("The pact signed on Friday covers fish.", "past"),
        ("The mayors have met since Friday.", "past"),
        ("The mayors will meet on Friday.", "future"),
        ("The pact would be signed on Friday.", "future"),
        ("The mayors are to meet on Friday.", "future"),
        ("The talks are scheduled for Friday.", "future"),
        ("The upcoming talks on Friday matter.", "future"),
        ("The mayors agreed to meet on Friday.", None),
        ("The mayors meet on Friday.", None),
    ],
)
def test_tense(text: str, expected: str | None) -> None:
    friday = next(token for token in parse(text) if token.text == "Friday")
    assert tense(friday) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("since", "since"), ("until", "until"), ("till", "until"), ("by", "by"), ("in", "on"), ("after", "after"), ("before", "before")],
)
def test_relation(before: str, expected: str) -> None:
    doc = parse(f"They worked there {before} May 2024.")
    assert relation(doc[4:6]) == expected


def test_a_time_at_the_start_of_a_sentence_leans_on_nothing() -> None:
    doc = parse("They left by. May 2024 was warm.")
    assert relation(doc[4:6]) == "on"


def fitting(text: str) -> list[str]:
    doc = parse(text)
    spans = [(one, doc.char_span(one.start, one.end, alignment_mode="expand")) for one in told(text)]
    return [span.text for one, span in spans if fits(one, span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in May.", ["May"]),
        ("They met in early May.", ["early May"]),
        ("The June meeting was long.", ["June"]),
        ("In 2023 they met.", ["2023"]),
        ("They signed the 2023 pact.", ["2023"]),
        ("They met at the River Forum 2023.", ["2023"]),
        ("They arrived on Sunday.", ["Sunday"]),
        ("Today they signed.", ["Today"]),
    ],
)
def test_what_is_a_time(text: str, expected: list[str]) -> None:
    assert fitting(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may meet again.",
        "May they meet again.",
        "Ms May Strand spoke.",
        "They march on.",
        "In Jan Berg they trust.",
        "They housed 2023 families.",
        "They adopted Agenda 2030.",
        "They welcomed New Year 2024.",
        "They trade every Sunday.",
        "The port is a hub today.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert fitting(text) == []
