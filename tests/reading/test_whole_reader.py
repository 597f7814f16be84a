"""The whole reader on any text: it never raises, keeps the contract's invariants and reads the same bytes twice alike."""

import re
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amity.evaluate.invariants import problems
from amity.exchange.jsonl import to_object
from amity.model import Document, Reading
from amity.reading.load import Loaded
from amity.reading.pipeline import read_loaded
from amity.samples import SAMPLES

REPORTS = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "reports").glob("*.txt"))]
FEW = settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
LONGEST_ACTION = 60  # words, by the contract
LONGEST = 900  # characters of a sample that are mutated: more takes longer and finds no more

NAMES = ["Tam Orve", "Ruiz", "Jean-Luc d'Arvor", "Ana B. Cruz", "Peru", "Chile", "Republic of Korea", "Yunnan", "Lao Cai", "ASEAN", "X"]
TITLES = ["Governor of", "Mayor of", "Foreign Minister", "Mr.", "Ministry of", "Head of the delegation of", "People's Committee of"]
CUES = ["said", "pledged to", "agreed to", "hoped that", "will", "led by", "on behalf of", "under the MoU", "and", "between", "with"]
DOINGS = ["open a border gate", "strengthen cooperation in trade", "a letter of intent", "the road", "raise trade to US$5 billion by 2030"]
DATES = ["May 16", "(May 16)", "LIMA, May 16 (XYZ) --", "16/5/2024", "in 2022-2025", "next year", "99 Foo 0000"]
MARKS = ['"', "“", "”", "’s", "(", ")", "[", "•", "- ", "— ", "\n", "\n\n", "...", ". ", ", ", "; ", ": ", "|", "***", "Photo:", "Source:"]
ODD = ["\x00", "\x0b", "\u200b", "\u202e", "\ufeff", "\u0301", "\u2028", "\x85", "\r\n", "\t", "🤝", "中国", "越南", "العربية", "שלום"]

FRAGMENT = st.sampled_from([*NAMES, *TITLES, *CUES, *DOINGS, *DATES, *MARKS, *ODD])
NEAR_REPORT = st.lists(FRAGMENT, min_size=1, max_size=60).map(" ".join)
SENTENCE = "Governor Ana Ruiz of Lima said the province will open a border gate with Chile. "


def read(text: str) -> Reading:
    """Return the reading of the text."""
    return read_loaded(Loaded(Document(id="sha256:0", path="any.txt", published="2024-05-16"), text))[1]


def misnumbered(reading: dict[str, Any]) -> list[str]:
    """Return the kinds of things whose ids are not 1, 2, 3, …"""
    kinds = ("actors", "events", "instruments", "statements", "mechanisms", "projects")
    numbers = {kind: [int(item["id"][1:]) for item in reading[kind]] for kind in kinds}
    return [kind for kind, found in numbers.items() if found != list(range(1, len(found) + 1))]


def check(text: str) -> None:
    """Read the text twice and assert all that holds of any reading."""
    reading = read(text)
    found = to_object(reading)
    assert problems(found) == []
    assert misnumbered(found) == []
    assert all(len(statement["action"].split()) <= LONGEST_ACTION for statement in found["statements"])
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    assert msgspec.json.encode(read(text)) == msgspec.json.encode(reading)


@st.composite
def mutated(draw: st.DrawFn, cut: str, glue: str) -> str:
    """Draw a sample report whose parts (between matches of ``cut``) are dropped, doubled or swapped."""
    text = draw(st.sampled_from(REPORTS))
    start = draw(st.integers(0, max(0, len(text) - LONGEST)))
    parts = re.split(cut, text[start : start + LONGEST])
    for _ in range(draw(st.integers(1, 12))):
        one, other = draw(st.integers(0, len(parts) - 1)), draw(st.integers(0, len(parts) - 1))
        act = draw(st.sampled_from(["drop", "double", "swap"]))
        if act == "swap":
            parts[one], parts[other] = parts[other], parts[one]
        elif act == "double":
            parts.insert(one, parts[other])
        elif len(parts) > 1:
            del parts[one]
    return glue.join(parts)


@st.composite
def sprinkled(draw: st.DrawFn) -> str:
    """Draw a sample report with fragments and odd characters thrown in."""
    text = draw(st.sampled_from(REPORTS))[:LONGEST]
    for fragment in draw(st.lists(FRAGMENT, min_size=1, max_size=15)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + fragment + text[at:]
    return text


@FEW
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    check(text)


@FEW
@given(NEAR_REPORT)
def test_what_looks_like_a_report_is_read(text: str) -> None:
    check(text)


@FEW
@given(mutated(r"(?<=[.!?])\s+", " "))
def test_sentences_dropped_doubled_or_swapped(text: str) -> None:
    check(text)


@FEW
@given(mutated(r" ", " "))
def test_words_dropped_doubled_or_swapped(text: str) -> None:
    check(text)


@FEW
@given(mutated("(?s)(?<=.)(?=.)", ""))
def test_characters_dropped_doubled_or_swapped(text: str) -> None:
    check(text)


@FEW
@given(sprinkled())
def test_reports_with_fragments_thrown_in(text: str) -> None:
    check(text)


@FEW
@given(st.sampled_from(REPORTS), st.integers(0, 1500), st.integers(0, 1500))
def test_reports_cut_off_anywhere(text: str, start: int, length: int) -> None:
    check(text[start : start + length])


@FEW
@given(st.sampled_from(REPORTS), st.sampled_from(REPORTS), st.sampled_from(["", " ", "\n", "\n\n", "\f"]))
def test_two_reports_in_one(one: str, other: str, between: str) -> None:
    check(one[:LONGEST] + between + other[:LONGEST])


RECAST = {
    "all capitals": str.upper,
    "no capitals": str.lower,
    "headline capitals": str.title,
    "no spaces": lambda text: text.replace(" ", ""),
    "one line": lambda text: text.replace("\n", " "),
    "a line per sentence": lambda text: text.replace(". ", ".\n"),
    "one endless sentence": lambda text: text.replace(". ", " and ").replace("\n", " "),
    "no punctuation": lambda text: re.sub(r"[^\w\s]", "", text),
    "backwards": lambda text: text[::-1],
    "words backwards": lambda text: " ".join(reversed(text.split())),
    "only its title": lambda text: text.split("\n")[0],
    "captions": lambda text: "\n".join(f"Photo: {line[:80]}" for line in text.split("\n")),
}


@pytest.mark.parametrize("recast", RECAST.values(), ids=RECAST)
def test_reports_written_otherwise(recast: Any) -> None:
    for report in REPORTS[3:6]:
        check(recast(report[:LONGEST]))


EXTREME = {
    "nothing": "",
    "white space": " \n\t\r\n ",
    "one character": "a",
    "one mark": ".",
    "one paragraph again and again": (SENTENCE + "\n") * 40,
    "a long list of names": "Governor Ana Ruiz of Lima met " + ", ".join(f"Tom {a}{b}l" for a in "BCDF" for b in "aeiou") + " and others.",
    "a long chain of verbs": "Peru will " + " and ".join(["open roads", "build gates", "sell rice", "promote trade"] * 60) + ".",
    "a long chain of states": "Peru agreed with " + " and ".join(["Chile", "Laos", "France"] * 60) + " to open roads.",
    "brackets never closed": "Peru (" * 100 + SENTENCE,
    "quotes never closed": "“" * 100 + SENTENCE,
    "one endless word": SENTENCE + "Peru will open " + "x" * 3000 + " roads.",
    "line breaks": SENTENCE + "\n" * 500 + SENTENCE,
    "only headlines": "Peru, Chile Sign Road Deal\nLima Governor Meets Arica Mayor\nTrade Talks Held",
    "only captions": "Governor Ana Ruiz (left) meets Mayor Tom Day in Lima. (Photo: XYZ)",
    "only bullets": "• open a border gate\n• strengthen trade\n• hold talks",
    "control characters": "\x00\x01\x02" + SENTENCE.replace(" ", "\x0b") + "\x7f\x9f",
}


@pytest.mark.parametrize("text", EXTREME.values(), ids=EXTREME)
def test_extremes(text: str) -> None:
    check(text)
    check(REPORTS[0] + "\n" + text)


def test_the_action_of_a_very_long_sentence_lies_inside_its_evidence() -> None:
    delays = "after long talks on trade with the city, " * 40
    long = f"Governor Ana Ruiz of Lima said that, {delays}Lima will open a border gate with Chile."
    found = to_object(read(REPORTS[0] + "\n" + long + "\n"))
    assert problems(found) == []
    assert any("gate" in statement["action"] for statement in found["statements"])


def test_readings_do_not_depend_on_what_was_read_before() -> None:
    reports = REPORTS[:4]
    once = [msgspec.json.encode(read(report)) for report in reports]
    again = [msgspec.json.encode(read(report)) for report in reversed(reports)]
    assert once == list(reversed(again))
