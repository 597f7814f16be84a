"""Organisations' names: where they begin and end, of which kind they are, and what is no name."""

from collections.abc import Callable

import pytest

from amity.reading.organisations.names import organisation_names
from amity.reading.report import Report

Settled = Callable[..., Report]


def _names(report: Report) -> list[tuple[str, str, str | None]]:
    ends = {m.start: m.end for m in report.table.mentions if report.table.actors[m.refers[0]].kind in ("state", "province", "municipality")}
    return [(report.doc[n.start : n.end].text, n.kind, n.short) for n in organisation_names(report.doc, ends.get)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Ministry of Culture, Sports and Tourism agreed.", "Ministry of Culture, Sports and Tourism", "body"),
        ("The Department of Trade of Puno Province agreed.", "Department of Trade of Puno Province", "body"),
        ("The Trade and Industry Bureau agreed.", "Trade and Industry Bureau", "body"),
        ("The Peruvian Embassy in Hanoi agreed.", "Peruvian Embassy in Hanoi", "body"),
        ("The Arequipa Foreign Affairs Office agreed.", "Arequipa Foreign Affairs Office", "body"),
        ("The Farmers' Union of Tonga agreed.", "Farmers' Union of Tonga", "ngo"),
        ("The University of Otago agreed.", "University of Otago", "ngo"),
        ("The Vinh Long Women's Union agreed.", "Vinh Long Women's Union", "ngo"),
        ("The Chamber of Commerce in Lima agreed.", "Chamber of Commerce in Lima", "ngo"),
        ("Andes Freight Group agreed.", "Andes Freight Group", "company"),
        ("The Bank of Moldova agreed.", "Bank of Moldova", "company"),
        ("The Liberal Party agreed.", "Liberal Party", "party"),
        ("The Party Committee of Vinh Long agreed.", "Party Committee of Vinh Long", "party"),
        ("The Green Cities Alliance agreed.", "Green Cities Alliance", "igo"),
        ("ASEAN agreed.", "ASEAN", "igo"),
        ("The World Bank agreed.", "World Bank", "igo"),
        ("The Thai-Peruvian Business Council agreed.", "Thai-Peruvian Business Council", "ngo"),
    ],
)
def test_names_and_kinds(settled: Settled, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(n, k) for n, k, _ in _names(settled(text))]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Andean Film Commission (AFC) agreed.", "Andean Film Commission (AFC)", "AFC"),
        ("The Lake Rowing Association (LRA) of Puno agreed.", "Lake Rowing Association (LRA) of Puno", "LRA"),
    ],
)
def test_acronyms_in_brackets(settled: Settled, text: str, name: str, short: str) -> None:
    assert (name, short) in [(n, s) for n, _, s in _names(settled(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The Andean Trade Conference was opened.",
        "They attended the ASEAN Summit in Lima.",
        "The Lima Declaration was read.",
        "The department agreed with the council.",
        "The Government agreed.",
        "At the 9th Party Congress he spoke.",
        "The Joint Committee met for the fifth time.",
        "The Vietnamese Government agreed.",
        "The Green Growth Forum was opened.",
    ],
)
def test_what_is_no_name(settled: Settled, text: str) -> None:
    assert _names(settled(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chairman of the People's Council of Vinh Long Ana Ruiz spoke.", "People's Council of Vinh Long"),
        ("The Ministry of Health on Monday agreed.", "Ministry of Health"),
        ("The Ministry of Health and Peru agreed.", "Ministry of Health"),
        ("The Ministry of Trade Spokesperson Ana Ruiz spoke.", "Ministry of Trade"),
        ("Peru's Ministry of Trade agreed.", "Ministry of Trade"),
    ],
)
def test_where_names_end(settled: Settled, text: str, name: str) -> None:
    assert [n for n, _, _ in _names(settled(text))] == [name]


@pytest.mark.parametrize("text", ["The Committee of Green Growth Works met.", "CITY BOARD NEWS AND NOTES TODAY\nIt rained."])
def test_headlines_tell_nothing_by_capitals(settled: Settled, text: str) -> None:
    assert all(not name.isupper() for name, _, _ in _names(settled(text)))
