"""Which of several places a report means."""

from datetime import date

import pytest

from amity.gazetteer import Gazetteer, Place
from amity.gazetteer.resolving import choose


def place(identifier: str, **fields: object) -> Place:
    return Place(**({"id": identifier, "name": "Mira", "level": "municipality", "country": "AA", "prominence": 40} | fields))  # type: ignore[arg-type]


def test_the_word_beside_decides(gazetteer: Gazetteer) -> None:
    assert _level(gazetteer.resolve("Lao Cai", level="municipality")) == "municipality"
    assert _level(gazetteer.resolve("Lao Cai", level="admin1")) == "admin1"
    assert _level(gazetteer.resolve("Lao Cai")) == "admin1"
    assert _level(gazetteer.resolve("Minato", level="admin2")) == "admin2"


def _level(found: Place | None) -> str | None:
    return found.level if found else None


def test_a_kindred_level_fits_when_the_level_itself_is_missing(gazetteer: Gazetteer) -> None:
    gochang = gazetteer.resolve("Gochang", level="municipality")
    assert gochang is not None
    assert (gochang.level, gochang.country) == ("admin2", "KR")
    assert gazetteer.resolve("Gochang", level="country") is None


def test_the_country_excludes(gazetteer: Gazetteer) -> None:
    birmingham = gazetteer.resolve("Birmingham", country="US")
    assert birmingham is not None
    assert (birmingham.country, birmingham.level) == ("US", "municipality")
    assert gazetteer.resolve("Birmingham", country="LA") is None


def test_countries_of_the_report_draw(gazetteer: Gazetteer) -> None:
    jamaica = gazetteer.country("JM")
    miami = gazetteer.resolve("Miami")
    assert miami is not None
    kingston = gazetteer.resolve("Kingston", near=[jamaica, miami])
    assert kingston is not None
    assert kingston.country == "JM"
    jingxi = gazetteer.resolve("Jingxi", near=gazetteer.lookup("Guangxi"))
    assert jingxi is not None
    assert jingxi.admin1 == "1809867"


@pytest.mark.parametrize(("day", "ended"), [(date(2024, 11, 6), True), (date(2025, 6, 30), True), (date(2025, 7, 1), False)])
def test_the_day_decides_between_old_and_new(gazetteer: Gazetteer, day: date, ended: bool) -> None:
    province = gazetteer.resolve("Lao Cai", level="admin1", on=day)
    assert province is not None
    assert (province.valid_to is not None) == ended


def test_without_a_day_what_exists_now_is_meant(gazetteer: Gazetteer) -> None:
    province = gazetteer.resolve("Lao Cai", level="admin1")
    assert province is not None
    assert province.valid_to is None
    gone = gazetteer.resolve("Ha Giang", level="admin1")
    assert gone is not None
    assert gone.succeeded_by is not None


def test_unknown_names_resolve_to_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Nosuchplaceatall") is None
    assert choose([], "mira") is None


def test_the_more_prominent_place_wins() -> None:
    small, big = place("1"), place("2", prominence=60)
    assert choose([small, big], "mira") == big


def test_a_near_country_outweighs_prominence_and_a_near_unit_more_so() -> None:
    abroad = place("1", country="BB", prominence=75)
    home, same_unit = place("2", admin1="9"), place("3", admin1="8", prominence=30)
    unit = place("8", level="admin1", admin1="8")
    assert choose([abroad, home], "mira", near=[unit]) == home
    assert choose([abroad, home, same_unit], "mira", near=[unit]) == same_unit


def test_the_place_known_by_this_name_wins() -> None:
    other, known = place("1", name="Mirabad", names=("Mira",), prominence=50), place("2")
    assert choose([other, known], "mira") == known


def test_places_of_equal_score_keep_their_order() -> None:
    assert choose([place("1"), place("2")], "mira") == place("1")


def test_what_did_not_exist_is_excluded() -> None:
    ended = place("1", valid_to=date(2000, 1, 1))
    begun = place("2", valid_from=date(2000, 1, 2))
    assert choose([ended, begun], "mira", on=date(1999, 1, 1)) == ended
    assert choose([ended, begun], "mira", on=date(2001, 1, 1)) == begun
    assert choose([ended], "mira", on=date(2001, 1, 1)) is None
