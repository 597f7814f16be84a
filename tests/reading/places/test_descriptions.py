"""Descriptions before a place's level word: "the Mekong Delta city of Can Tho" is Can Tho, whoever holds a post there."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
JURISDICTIONS = ("state", "province", "municipality", "district")


def _places(report: Report) -> set[str]:
    return {a.name for a in report.table.actors.values() if a.kind in JURISDICTIONS}


def _posts(report: Report) -> list[tuple[str, str | None, str | None]]:
    actors = report.table.actors
    return [(actors[p.person].name, p.title, actors[p.of].name if p.of else None) for p in report.table.posts]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Officials of the Andes Valley city of Arequipa met.", "Arequipa"),
        ("The Red Lake Basin province of Jujuy signed the pact.", "Jujuy"),
        ("Officials met in the Far North city of Tomsk.", "Tomsk"),
        ("The Central Plains province of Henan signed the pact.", "Henan"),
    ],
)
def test_a_description_is_no_place_of_its_own(settled: Settled, text: str, place: str) -> None:
    assert _places(settled(text)) == {place}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Zelbrun City of Fujian Province signed the pact.", {"Zelbrun City"}),
        ("The Kota South City agreed with Tomsk.", {"Kota South City", "Tomsk"}),
        ("He came to the Trung Khanh district of Cao Bang.", {"Trung Khanh district"}),
        ("The Tuscany region of Italy signed the pact.", {"Tuscany region"}),
    ],
)
def test_names_before_a_level_word_stay_names(settled: Settled, text: str, places: set[str]) -> None:
    assert places <= _places(settled(text))


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Mayor of the Andes Valley city of Arequipa Ana Ruiz came.", ("Ana Ruiz", "Mayor", "Arequipa")),
        ("Governor of the central province of Jujuy Ana Ruiz came.", ("Ana Ruiz", "Governor", "Jujuy")),
        ("Governor of the north-western province of Jujuy Ana Ruiz came.", ("Ana Ruiz", "Governor", "Jujuy")),
        ("Governor of the southern Lao province of Champasak Kham Sayavong came.", ("Kham Sayavong", "Governor", "Champasak")),
        (
            "Vice Chairman of the People's Committee of the Far South province of Ca Mau Le Van Binh came.",
            ("Le Van Binh", "Vice Chairman", "People's Committee of the Far South province of Ca Mau"),
        ),
    ],
)
def test_holders_after_a_described_place(settled: Settled, text: str, post: tuple[str, str, str]) -> None:
    assert post in _posts(settled(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The People's Committee of the northern border province of Ha Giang agreed.", "northern border province of Ha Giang"),
        ("The Party Committee of the Lao province of Attapeu agreed.", "Lao province of Attapeu"),
        ("The Foreign Affairs Office of China's Henan Province agreed.", "China's Henan Province"),
    ],
)
def test_organisations_take_in_a_described_place(settled: Settled, text: str, name: str) -> None:
    organisations = [a.name for a in settled(text).table.actors.values() if a.kind in ("body", "party")]
    assert len(organisations) == 1
    assert organisations[0].endswith(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Lima Chamber of Commerce of the old town agreed with Tomsk.", "Lima Chamber of Commerce"),
        ("The Ministry of Trade of the large country agreed with Tomsk.", "Ministry of Trade"),
    ],
)
def test_organisations_end_before_a_description_of_no_name(settled: Settled, text: str, name: str) -> None:
    assert name in {a.name for a in settled(text).table.actors.values()}
