"""The hand-kept supplement, and what is made of it."""

from typing import Any

import pytest

from tools.gazetteer import supplement
from tools.gazetteer.draft import Draft
from tools.gazetteer.names import data


@pytest.fixture
def drafts() -> dict[str, Draft]:
    every = [
        Draft(key="1", name="Aland", level="country", country="AA"),
        Draft(key="2", name="Norda", level="admin1", country="AA", parent="1", iso3166_2="AA-N"),
        Draft(key="3", name="Norda", level="admin1", country="AA", parent="1", iso3166_2="AA-N", valid_to="2000-01-01"),
        Draft(key="4", name="Mira", level="municipality", country="AA", parent="2", population=10, names=["Myra", "Hong"]),
        Draft(key="5", name="Mira", level="municipality", country="AA", parent="1", population=90),
    ]
    return {draft.key: draft for draft in every}


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"id": 4}, "4"),
        ({"iso": "AA-N"}, "2"),
        ({"was": "mira", "level": "municipality", "country": "AA"}, "5"),
        ({"was": "Myra", "level": "municipality", "country": "AA"}, "4"),
        ({"was": "Mira", "level": "municipality", "country": "AA", "parent": "AA-N"}, "4"),
    ],
)
def test_find_draft(drafts: dict[str, Draft], row: dict[str, Any], key: str) -> None:
    assert supplement.find_draft(row, drafts).key == key


def test_a_change_of_no_place_is_an_error(drafts: dict[str, Draft]) -> None:
    with pytest.raises(supplement.SupplementError, match="ZZ-1"):
        supplement.find_draft({"iso": "ZZ-1"}, drafts)


def test_change_place(drafts: dict[str, Draft]) -> None:
    draft = drafts["4"]
    row = {"name": "Mirabad", "names": ["Mir"], "without": ["hong"], "abbreviations": ["MRB"], "lat": 3.0, "lon": 4.0, "lift": 5}
    supplement.change_place(draft, row)
    assert (draft.name, draft.names, draft.abbreviations) == ("Mirabad", ["Myra", "Mira", "Mir"], ["MRB"])
    assert (draft.lat, draft.lon, draft.precision, draft.lift) == (3.0, 4.0, "municipality", 5)


def test_new_place() -> None:
    row = {"name": "Mira Gate", "names": ["Mira Pass"], "level": "crossing", "country": "AA", "parent": "AA-N", "lat": 1.0, "lon": 2.0}
    draft = supplement.new_place("mira-gate", row, {"AA-N": "2"})
    assert (draft.key, draft.parent, draft.geonames, draft.precision) == ("amity:mira-gate", "2", None, "crossing")
    assert draft.names == ["Mira Pass"]
    with pytest.raises(supplement.SupplementError, match="mira-gate"):
        supplement.new_place("mira-gate", row, {})


def test_every_place_of_the_supplement_has_coordinates_and_is_named_once() -> None:
    rows = data("supplement")["places"]
    names = [(row["country"], name) for row in rows.values() for name in (row["name"], *row.get("names", ()))]
    assert all(-90 <= row["lat"] <= 90 and -180 <= row["lon"] <= 180 for row in rows.values())
    assert len(names) == len(set(names))


def test_both_sides_of_every_named_pair_of_gates_are_there() -> None:
    names = {name for row in data("supplement")["places"].values() for name in (row["name"], *row.get("names", ()))}
    pairs = ["Huu Nghi - Youyi Guan", "Tra Linh - Longbang", "Mohan - Boten", "Chi Ma - Ai Dian", "Ta Lung - Shuikou", "Lao Bao - Densavan"]
    assert {side for pair in pairs for side in pair.split(" - ")} <= names


def test_seats(monkeypatch: pytest.MonkeyPatch, drafts: dict[str, Draft]) -> None:
    monkeypatch.setattr(supplement, "data", lambda _: {"admin1": {"AA-N": "Mira"}})
    supplement.mark_seats([drafts["4"], drafts["5"]], drafts)
    assert (drafts["4"].capital_of, drafts["5"].capital_of) == ("admin1", None)
    with pytest.raises(supplement.SupplementError, match="AA-N"):
        supplement.mark_seats([drafts["5"]], drafts)
