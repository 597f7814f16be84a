"""Figures over a register: counts by value, leaders, letters of intent."""

from collections.abc import Callable
from typing import Any

import pytest

from amity.errors import UsageError
from amity.office.stats import Count, Stats, stats
from amity.register import Register
from tests.matching.make import Maker

Desk = Callable[..., Register]


def asked(register: Register, **options: Any) -> Stats:
    with register.reading() as connection:
        return stats(connection, **{"as_of": "2030-01-01", **options})


def two(name: str, published: str, *, publisher: str = "Daily", other: str = "Gyeongju", country: str = "KR") -> tuple[Maker, list[str]]:
    maker = Maker(name, published, publisher=publisher)
    return maker, [maker.actor("Hue", "municipality", "VN"), maker.actor(other, "municipality", country)]


def busy(name: str = "a", year: int = 2023, **more: Any) -> Maker:
    maker, sides = two(name, f"{year}-05-10", **more)
    maker.event("meeting", f"{year}-05-09", sides, words=f"The mayors met on 9 May {year}.")
    maker.event("visit", f"{year}-11-09", sides, status="planned", words=f"A visit is planned for 9 November {year}.")
    maker.instrument("mou", sides, signed=f"{year}-05-09", title=f"memorandum {name}", sectors=["tourism"], words=f"Memorandum {name}.")
    maker.statement(sides[:1], f"print {name} maps", to=sides[1:], sectors=["tourism"])
    maker.statement(sides[1:], f"send {name} cooks", to=sides[:1], force=2, sectors=["culture"])
    return maker


def test_counts_by_year_leave_out_what_was_not_held(desk: Desk) -> None:
    found = asked(desk(busy(), busy("b", 2024)))
    assert found.by_year == tuple(Count(value=year, exchanges=1, instruments=1, commitments=1, requests=1) for year in ("2023", "2024"))
    assert found.by_year[0].total == 4


def test_counts_by_sector_give_exchanges_the_sectors_of_their_reports(desk: Desk) -> None:
    found = {one.value: one for one in asked(desk(busy())).by_sector}
    assert found["tourism"] == Count(value="tourism", exchanges=1, instruments=1, commitments=1)
    assert found["culture"] == Count(value="culture", exchanges=1, requests=1)


def test_one_meeting_of_two_reports_counts_once_but_for_each_outlet(desk: Desk) -> None:
    first, second = busy("a"), busy("b", publisher="Weekly")
    found = asked(desk(first, second))
    assert found.by_year[0].exchanges == 1
    assert {one.value: one.exchanges for one in found.by_outlet} == {"Daily": 1, "Weekly": 1}


def test_partners_are_the_others(desk: Desk) -> None:
    register = desk(busy(), busy("b", 2024, other="Osaka", country="JP"))
    found = asked(register, home_names=["Hue"])
    assert [(one.value, one.id, one.exchanges) for one in found.by_partner] == [("Gyeongju", "act-2", 1), ("Osaka", "act-3", 1)]
    assert [(one.value, one.total) for one in found.by_country] == [("JP", 4), ("KR", 4)]
    assert [one.value for one in asked(register, home_names=["Osaka"]).by_year] == ["2024"]
    assert len(asked(register, home_names=["Osaka"], everyone=True).by_year) == 2


def test_days_limit_what_is_counted(desk: Desk) -> None:
    register = desk(busy(), busy("b", 2024))
    assert [one.value for one in asked(register, start="2024").by_year] == ["2024"]
    assert [one.value for one in asked(register, end="2023").by_year] == ["2023"]
    assert [one.value for one in asked(register, as_of="2023-12-31").by_year] == ["2023"]
    assert asked(register, start="2023-05-10", end="2023-05-10").by_year == (Count(value="2023", commitments=1, requests=1),)
    with pytest.raises(UsageError, match="--from soon: not a day, month or year"):
        asked(register, start="soon")


def test_leaders_have_the_most_exchanges_of_a_sector_in_a_year(desk: Desk) -> None:
    more, sides = two("b", "2023-08-10", other="Osaka", country="JP")
    more.event("meeting", "2023-08-09", sides, words="The mayors met on 9 August.")
    more.statement(sides[:1], "print more maps", to=sides[1:], sectors=["tourism"])
    found = asked(desk(busy(), more)).leaders
    told = [(one.actor.label, one.exchanges) for one in found if (one.sector, one.year) == ("tourism", "2023")]
    assert told == [("Hue", 2), ("Gyeongju", 1), ("Osaka", 1)]


def letter(name: str, signed: str | None, published: str, kind: str = "letter_of_intent", **more: Any) -> Maker:
    maker, sides = two(name, published)
    words = f"A {kind.replace('_', ' ')} on becoming friendly cities is told of in report {name}."
    maker.instrument(kind, sides, signed=signed, title="on friendly cities", words=words, sectors=["diplomacy"], **more)
    return maker


def test_a_letter_that_became_an_agreement(desk: Desk) -> None:
    register = desk(letter("a", "2022-01-31", "2022-02-01"), letter("b", "2023-01-31", "2023-02-01", "friendly_city_agreement"))
    found = asked(register)
    (one,) = found.intents
    assert one.became is not None
    assert (one.became.id, one.days, one.exact, one.waiting) == ("ins-2", 365, True, None)
    assert (found.became, found.still_open, found.median_days) == (1, 0, 365)
    before = asked(register, as_of="2022-12-31")
    assert (before.became, before.still_open, before.median_days, before.intents[0].waiting) == (0, 1, None, 334)


def test_of_a_month_the_first_day_counts_and_is_marked(desk: Desk) -> None:
    register = desk(letter("a", "2022-01", "2022-02-01"), letter("b", "2023-01-31", "2023-02-01", "friendly_city_agreement"))
    (one,) = asked(register).intents
    assert (one.days, one.exact) == (395, False)


def test_an_unsigned_letter_and_one_without_a_day(desk: Desk) -> None:
    assert asked(desk(letter("a", None, "2022-02-01", status="proposed"))).intents == ()
    (one,) = asked(desk(letter("b", None, "2022-03-01"))).intents
    assert (one.signed_on, one.days, one.waiting) == ("", None, None)


def test_checked_only(desk: Desk) -> None:
    register = desk(busy())
    assert asked(register, checked_only=True).by_year == ()
    register.judge("confirm", ["ins-1"], by="Ann")
    assert asked(register, checked_only=True).by_year == (Count(value="2023", instruments=1),)


def test_an_empty_register(desk: Desk) -> None:
    found = asked(desk())
    assert (found.by_year, found.by_sector, found.leaders, found.intents, found.median_days) == ((), (), (), (), None)


def test_every_table_says_what_it_counts(desk: Desk) -> None:
    found = asked(desk())
    assert {"exchanges", "instruments", "commitments", "requests", "leaders", "intents"} <= found.definitions.keys()
