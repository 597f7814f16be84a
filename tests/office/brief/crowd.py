"""Two sides with very much between them, in long words: what a brief must still fit on four pages."""

from amity.model import Reading
from tests.matching.make import Maker, place

REPORTS = 60
LONG = "over the long river and through the wide valleys where lanterns are lit in spring and boats are painted each autumn"
CITIES = (("Qinzhou", "Beihai", "Guilin"), ("Dong Dang", "Loc Binh", "Cao Loc"))


def crowd(reports: int = REPORTS) -> list[Reading]:
    """Return reports of two provinces, each with meetings, promises, asks, texts, persons, a mechanism, a project and a tie of cities."""
    return [_report(number) for number in range(reports)]


def _report(number: int) -> Reading:
    day = f"20{15 + number // 6:02}-{1 + number % 12:02}-{1 + number % 27:02}"
    outlet = f"The Long-Named Provincial Evening News and Gazette, edition {number}"
    maker = Maker(f"{number:03}", day, publisher=outlet, title=f"Report {number} {LONG}")
    maker.document.url = f"https://news.example/{number}/" + "a-very-long-address-" * 6
    one, other = maker.actor("Guangxi", "province", "CN"), maker.actor("Lang Son province", "province", "VN")
    here = maker.actor(CITIES[0][number % 3], "municipality", "CN")
    there = maker.actor(CITIES[1][number % 3], "municipality", "VN")
    ours = maker.person(f"Nguyen Van {_word(number)}", f"Deputy Director {_word(number)} of the Department for {LONG[:50]}", other)
    theirs = maker.person(f"Li {_word(number)}", f"Vice Chair {_word(number)}", one)
    maker.event("meeting", day, [one, other], [(ours, other), (theirs, one)], where=place("Nanning", "CN"))
    sides = [one, other] if number % 2 else [here, there]
    period = (day[:4], str(int(day[:4]) + 12))
    maker.instrument("mou", sides, signed=day, period=period, title=f"Memorandum {number} on lanterns {_word(number)} {LONG}")
    maker.instrument("friendly_city_agreement", [here, there], signed=day, title=f"friendship {_word(number)} {LONG}")
    maker.statement([one], f"paint {number} boats {_word(number)} {LONG}", to=[other])
    maker.statement([other], f"light {number} lanterns {_word(number)} {LONG}", to=[one])
    maker.statement([one, other], f"dig {number} wells {_word(number)} {LONG}", force=5)
    maker.statement([one], f"send {number} gardeners {_word(number)} {LONG}", to=[other], force=2)
    maker.mechanism(f"Joint {_word(number)} Committee for {LONG[:60]}", [one, other])
    maker.project(f"Bridge {_word(number)} {LONG}", "ongoing", [one, other])
    return maker.reading()


def _word(number: int) -> str:
    return "".join("bdfgklmnprst"[(number // 12**at) % 12] + "aeiou"[(number + at) % 5] for at in range(3)).capitalize()
