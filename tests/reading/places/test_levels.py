"""Level words: what belongs to a name, and which kinds it allows."""

from collections.abc import Callable

import pytest

from amity.reading.parser import parse
from amity.reading.places.levels import is_numbered, level_kinds, plural_kind
from amity.reading.report import Report

Settled = Callable[..., Report]


def _mentioned(report: Report) -> list[str]:
    return [report.doc[m.start : m.end].text for m in sorted(report.table.mentions) if m.form == "name"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They visited Puno province.", "Puno province"),
        ("They visited the province of Puno.", "province of Puno"),
        ("They visited Sejong Special Self-Governing City.", "Sejong Special Self-Governing City"),
        ("They visited Ankara Metropolitan Municipality.", "Ankara Metropolitan Municipality"),
        ("They visited Ningxia Hui Autonomous Region.", "Ningxia Hui Autonomous Region"),
        ("They visited the Republic of Moldova.", "Republic of Moldova"),
        ("They visited the Kingdom of Tonga.", "Kingdom of Tonga"),
        ("They visited the State of Bahia.", "State of Bahia"),
        ("They visited Kota South City.", "Kota South City"),
    ],
)
def test_level_words_belong_to_the_name(settled: Settled, text: str, span: str) -> None:
    assert span in _mentioned(settled(text))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Turin port workers came.", "Turin"),
        ("Peru country music is new.", "Peru"),
        ("The capital of Peru grew.", "Peru"),
        ("Peru state television came.", "Peru"),
    ],
)
def test_words_that_stay_outside(settled: Settled, text: str, span: str) -> None:
    assert span in _mentioned(settled(text))


@pytest.mark.parametrize(("word", "kinds"), [("province", ("province",)), ("ward", ("district",)), ("song", ())])
def test_kinds_of_level_words(word: str, kinds: tuple[str, ...]) -> None:
    assert level_kinds(word) == kinds


@pytest.mark.parametrize(("word", "kind"), [("provinces", "province"), ("communes", "district"), ("songs", None)])
def test_kinds_of_plurals(word: str, kind: str | None) -> None:
    assert plural_kind(word) == kind


@pytest.mark.parametrize(("text", "numbered"), [("the 15th arrondissement", True), ("the 2nd ward", True), ("the old ward", False)])
def test_numbered_units(text: str, numbered: bool) -> None:
    assert is_numbered(parse(text)[-1]) is numbered


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Puno Provincial Court agreed with Tacna.", "Puno", "province"),
        ("Mayor of Puno Ana Ruiz agreed.", "Puno", "municipality"),
        ("Governor of Puno Ana Ruiz agreed.", "Puno", "province"),
        ("Puno Mayor Ana Ruiz agreed.", "Puno", "municipality"),
    ],
)
def test_posts_and_adjectives_tell_kinds(settled: Settled, text: str, name: str, kind: str) -> None:
    report = settled(text)
    assert next(a.kind for a in report.table.actors.values() if a.name.startswith(name) and a.kind in ("province", "municipality")) == kind
