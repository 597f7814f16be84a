"""Drafts written and read again."""

from datetime import date
from pathlib import Path

import pytest

from amity.gazetteer import Gazetteer
from amity.gazetteer.container import pack
from tools.gazetteer import marks
from tools.gazetteer.draft import Draft
from tools.gazetteer.prominence import prominence
from tools.gazetteer.sources import Words
from tools.gazetteer.writer import name_index, ordered, ranks, sections

WORDS = Words(frozenset({"nice", "march"}), frozenset({"wang"}))


def drafts() -> list[Draft]:
    country = Draft(key="1", name="Vieta", level="country", country="VN", population=90_000_000, abbreviations=["VT"])
    old = Draft(
        key="amity:old", name="Hà Lo", level="admin1", country="VN", parent="1", iso3166_2="VN-1", valid_to="2025-06-30", succeeded_by="3"
    )
    new = Draft(key="3", name="Ha Lo", level="admin1", country="VN", parent="1", iso3166_2="VN-1", valid_from="2025-07-01", members=900_000)
    town = Draft(
        key="4", name="Ha Lo", level="municipality", country="VN", parent="3", population=60_000, names=["Nice"], capital_of="country"
    )
    village = Draft(key="5", name="Wang", level="municipality", country="VN", parent="3", population=700, names=["March"])
    town.put(21.02450, 105.84117, "municipality")
    new.put(-1.5, -179.99999, "admin1")
    return ordered([village, town, new, old, country])


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "places.bin"
    path.write_bytes(pack(sections(drafts(), WORDS)))
    return Gazetteer(path)


def test_places_come_back(small: Gazetteer) -> None:
    assert len(small) == 5
    new, town, old = small.lookup("Hà Lo")
    assert (new.id, new.geonames, new.iso3166_2, new.valid_from, new.population) == ("3", 3, "VN-1", date(2025, 7, 1), None)
    assert (new.lat, new.lon, new.precision) == (-1.5, -179.99999, "admin1")
    assert (town.lat, town.lon, town.population, town.names, town.is_capital) == (21.0245, 105.84117, 60_000, ("Nice",), True)
    assert (town.parent, town.admin1, town.level) == ("3", "3", "municipality")
    assert (old.id, old.geonames, old.valid_to, old.succeeded_by) == ("amity:old", None, date(2025, 6, 30), "3")
    assert (old.lat, old.lon, old.precision) == (None, None, None)
    assert small.by_id("amity:old") == old
    assert small.parent(town) == new
    assert [child.id for child in small.children(new)] == ["4", "5"]


def test_names_come_back_joined(small: Gazetteer) -> None:
    assert [place.id for place in small.lookup("Halo")] == ["3", "4"]


def test_marks_come_back(small: Gazetteer) -> None:
    nice, wang, march, abbreviation = small.find(["Nice", "Wang", "March", "VT", "Vt"])
    assert (nice.common_word, nice.weak) == (True, False)
    assert (wang.person_name, wang.weak, wang.common_word) == (True, True, False)
    assert (march.common_word, march.weak) == (True, True)
    assert (abbreviation.start, abbreviation.places[0].level) == (3, "country")


def test_parents_come_before_children() -> None:
    keys = [draft.key for draft in drafts()]
    assert keys.index("1") < keys.index("3") < keys.index("4") < keys.index("5")


def test_another_name_counts_less_than_the_english_one() -> None:
    town = Draft(key="1", name="Mira", level="municipality", country="AA", population=1_000, names=["Lira", "Mirá"])
    assert ranks(town)["mira"] > ranks(town)["lira"]


def test_ended_places_come_after_those_that_exist() -> None:
    ended = Draft(key="1", name="Mira", level="admin1", country="AA", members=900, valid_to="2000-01-01")
    begun = Draft(key="2", name="Mira", level="admin1", country="AA", members=900)
    assert name_index([ended, begun])["mira"] == [1, 0]


def test_prominence_orders_as_its_reasons_say() -> None:
    country = Draft(key="1", name="Mira", level="country", country="AA", population=100_000)
    unit = Draft(key="2", name="Mira", level="admin1", country="BB", members=500_000)
    city = Draft(key="3", name="Mira", level="municipality", country="CC", population=500_000)
    district = Draft(key="4", name="Mira", level="admin2", country="CC", members=500_000)
    nothing = Draft(key="5", name="Mira", level="municipality", country="CC")
    ranked = [prominence(draft) for draft in (country, unit, city, district, nothing)]
    assert ranked == sorted(ranked, reverse=True)
    assert ranked[-1] == 0


def test_countries_are_never_marked_as_words() -> None:
    turkey = Draft(key="1", name="Turkey", level="country", country="TR")
    assert marks.marks("turkey", [turkey], False, Words(frozenset({"turkey"}), frozenset({"turkey"}))) == 0


def test_own_words_are_added() -> None:
    words = marks.with_own_words(WORDS)
    assert {"nice", "minister", "monday"} <= words.common
    assert {"wang", "thanh", "kate"} <= words.persons
