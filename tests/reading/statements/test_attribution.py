"""Who speaks, by whom and to whom: persons, pronouns, quotations, passives, partners, the floor."""

from collections.abc import Callable

import pytest

from amity.model import Statement
from amity.reading.report import Report
from amity.reading.statements.quotations import Quotations, quoted_spans

Read = Callable[[str], list[Statement]]
Names = Callable[[str, list[str]], list[str]]


def parties(names: Names, text: str, told: Statement) -> tuple[list[str], list[str], list[str]]:
    return sorted(names(text, told.by)), names(text, [told.speaker] if told.speaker else []), sorted(names(text, told.to))


@pytest.mark.parametrize(
    ("text", "by", "speaker", "to"),
    [
        ("Berg proposed opening a ski school.", ["Bergen"], ["Ola Berg"], ["Nagano prefecture"]),
        ("Mori pledged to send engineers.", ["Nagano prefecture"], ["Kenji Mori"], ["Bergen"]),
        ("Berg said Bergen will repair the harbour.", ["Bergen"], ["Ola Berg"], ["Nagano prefecture"]),
        ("Nagano is willing to buy salmon, Mori said.", ["Nagano prefecture"], ["Kenji Mori"], ["Bergen"]),
        ("The two sides agreed to hold a race.", ["Bergen", "Nagano prefecture"], [], []),
        ("Bergen and Nagano will hold a race.", ["Bergen", "Nagano prefecture"], [], []),
        ("According to Mori, Nagano will hold a race.", ["Nagano prefecture"], ["Kenji Mori"], ["Bergen"]),
        ("The song contest should be held every spring, Mori said.", ["Nagano prefecture"], ["Kenji Mori"], ["Bergen"]),
        ("It was agreed that a race be held.", ["Bergen", "Nagano prefecture"], [], []),
        ("Mori voiced Nagano's readiness to host the race.", ["Nagano prefecture"], ["Kenji Mori"], ["Bergen"]),
        ("“We will open a school,” Berg said.", ["Bergen"], ["Ola Berg"], ["Nagano prefecture"]),
    ],
)
def test_parties_of_a_statement(read: Read, names: Names, text: str, by: list[str], speaker: list[str], to: list[str]) -> None:
    (told,) = read(text)
    assert parties(names, text, told) == (by, speaker, to)


@pytest.mark.parametrize(
    ("text", "by", "speaker"),
    [
        ("Berg said the harbour is old. Bergen will repair it next year.", ["Bergen"], ["Ola Berg"]),
        ("Mori praised the salmon. He also asked Bergen to send more.", ["Nagano prefecture"], ["Kenji Mori"]),
    ],
)
def test_the_floor_carries_over(read: Read, names: Names, text: str, by: list[str], speaker: list[str]) -> None:
    told = read(text)[-1]
    assert parties(names, text, told)[:2] == (by, speaker)


def test_the_floor_lapses(read: Read, names: Names) -> None:
    pause = "It rained.\n\nThe fair was full.\n\nSnow fell at night.\n\n"
    text = f"Berg said the harbour is old.\n\n{pause}Bergen will repair the harbour next year."
    told = read(text)[-1]
    assert parties(names, text, told)[:2] == (["Bergen"], [])


def test_a_quotation_over_sentences_has_one_speaker(read: Read, names: Names) -> None:
    text = "“Nagano is ready to send cooks. We will pay for their flights,” Mori said."
    assert [parties(names, text, told)[:2] for told in read(text)] == [(["Nagano prefecture"], ["Kenji Mori"])] * 2


def test_who_is_asked_is_the_addressee_and_debtor(read: Read, names: Names) -> None:
    text = "Berg called on Nagano to buy more salmon."
    (told,) = read(text)
    assert names(text, told.to) == names(text, told.debtor or []) == ["Nagano prefecture"]


def test_a_partner_in_the_action_is_the_addressee(read: Read, names: Names) -> None:
    text = "Berg said Bergen plans to build a ship with Iceland."
    (told,) = read(text)
    assert names(text, told.to) == ["Iceland"]


def test_the_agent_of_a_passive_asks(read: Read, names: Names) -> None:
    text = "Bergen's choir was invited by Nagano to sing at the fair."
    (told,) = read(text)
    assert (names(text, told.by), told.force) == (["Nagano prefecture"], 2)


def test_joint_statements_are_marked(read: Read) -> None:
    assert [s.joint for s in read("The two sides agreed to hold a race. Berg hoped to ski.")] == [True, False]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("“Snow fell all night,” she said. “It was deep.”", 2),
        ('He said "the road is closed" and left.', 1),
        ("Nobody spoke.", 0),
    ],
)
def test_quoted_spans(report: Callable[[str], Report], text: str, spans: int) -> None:
    assert len(quoted_spans(report(text).doc)) == spans


def test_a_short_quotation_is_no_speech(report: Callable[[str], Report]) -> None:
    from amity.reading.statements.clauses import Clauses

    clauses = Clauses(report("Berg called it “a great day” and left.").doc)
    quotations = Quotations(clauses)
    assert all(quotations.speaker(token) is None for token in clauses.doc)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Berg proposed opening a ski school.", "medium"),
        ("The lift will be repaired next year.", "low"),
    ],
)
def test_confidence_follows_the_attribution(read: Read, text: str, confidence: str) -> None:
    assert [s.confidence for s in read(text)] == [confidence]
