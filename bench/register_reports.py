"""A seeded stream of readings for the register's bench, in the order of their days: each day so many reports, year after year.

What happens is made first (who met whom, what was signed and promised), then told by one report or more. Pairs meet again within the
month, officials bear one name, texts are renewed, promises are spoken of later, and reports are copied. The first thousand of a hundred
thousand are the same as of a thousand.
"""

import random
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from amity.gazetteer import Place, open_gazetteer
from amity.model import Reading
from bench.register_copies import copy_of
from bench.register_page import Name, Page
from bench.register_text import (
    WORD_COUNT,
    Filler,
    Promise,
    Text,
    follow,
    main_event,
    past_event,
    promise,
    sides_of,
    surroundings,
    tell_text,
)
from bench.register_world import TERM, WORDS, Person, Side, World, made_name

ACTORS = 5000
DAILY = 30
"""Reports a day: a hundred thousand are nine years."""
BEGINNING = date(2015, 1, 1)
COPIES, RETOLD, AGAIN, SIGNED, FOLLOWED, RENEWED = 0.05, 0.3, 0.2, 0.3, 0.3, 0.5
"""Parts: copies; reports of what another has told; same pair within the month; signings; reports that tell an outcome; renewals."""
FRESH = 60
"""Reports among which copies and retellings find what they tell."""
LONGEST_WAIT, SHORTEST_WAIT = 12_000, 20
"""How many promises can still be followed, and the days after which they are."""
PAPERS = 200


class Happening(NamedTuple):
    """What reports tell of: a day, two sides with a principal each, where, in which way, a text and promises."""

    number: int
    day: date
    kind: str
    sides: tuple[Side, Side]
    people: tuple[Person, Person]
    at: Place
    text: Text
    promises: tuple[Promise, ...]


class Made(NamedTuple):
    """A reading, what happened in it, and of which document it is a copy."""

    reading: Reading
    happening: int
    copy_of: str | None


class Reports:
    """The stream; ``len`` is not known, it goes on as long as it is asked."""

    def __init__(self, seed: int, actors: int) -> None:
        self.world = World(seed, actors)
        self.chance = random.Random(f"{seed}/reports")
        self.filler = Filler(random.Random(f"{seed}/words"))
        self.papers = [f"{made_name(self.chance, 2)} {self.chance.choice(WORDS['papers']['names'])}" for _ in range(PAPERS)]
        self.recent: deque[Happening] = deque(maxlen=FRESH)
        self.month: deque[tuple[Side, Side]] = deque(maxlen=DAILY * 25)
        self.printed: deque[Made] = deque(maxlen=FRESH)
        self.promised: deque[tuple[date, Side, Promise]] = deque(maxlen=LONGEST_WAIT)
        self.texts: dict[tuple[str, str], list[Text]] = {}
        self.happened = 0

    def stream(self) -> Iterator[Made]:
        """Yield reports for ever."""
        number = 0
        while True:
            number += 1
            today = BEGINNING + timedelta(days=number // DAILY)
            paper, path = self.chance.choice(self.papers), f"made-{number:06}.txt"
            made = self.copied(path, paper, today) or self.told(path, paper, today)
            self.printed.append(made)
            yield made

    def copied(self, path: str, paper: str, today: date) -> Made | None:
        """Return a copy of a report of these days, or None when it is not the turn of one."""
        if not self.printed or self.chance.random() >= COPIES:
            return None
        source = self.chance.choice(self.printed)
        origin = source.copy_of or source.reading.document.id
        return Made(copy_of(source.reading, path, paper, today.isoformat()), source.happening, origin)

    def told(self, path: str, paper: str, today: date) -> Made:
        """Return a report in its own words of something new, or of what another has told."""
        if self.recent and self.chance.random() < RETOLD:
            what = self.chance.choice(self.recent)
        else:
            what = self.happening(today)
            self.recent.append(what)
        page = Page()
        self.write(page, what, today)
        title = f"{what.sides[0].place.name} and {what.sides[1].place.name}: {self.filler.line(4)}"
        return Made(page.reading(path, today.isoformat(), paper, title), what.number, None)

    def happening(self, today: date) -> Happening:
        """Make something happen today or yesterday."""
        again = self.month and self.chance.random() < AGAIN
        sides = self.chance.choice(self.month) if again else self.world.pair(self.chance)
        self.month.append(sides)
        kind = "signing" if self.chance.random() < SIGNED else self.chance.choice(("meeting", "visit", "working_session", "call"))
        day = today - timedelta(days=self.chance.randrange(2))
        people = (self.official(sides[0]), self.official(sides[1]))
        text = self.text(sides, kind == "signing", day)
        promises = tuple(promise(self.chance, how, who) for how, who in (("pledge", 0), ("ask", 1), ("agree", 0)))
        self.promised.extend((day, sides[one.who], one) for one in promises if one.how != "ask" and one.name)
        self.happened += 1
        return Happening(self.happened, day, kind, sides, people, town(sides[1].place), text, promises)

    def official(self, side: Side) -> Person:
        """Return an official of a side, the first ones most often."""
        return side.officials[int(len(side.officials) * self.chance.random() ** 2)]

    def text(self, sides: tuple[Side, Side], signed: bool, day: date) -> Text:
        """Return the text that is signed, spoken of or meant."""
        one, other = sorted(side.place.id for side in sides)
        known = self.texts.setdefault((one, other), [])
        if not signed and known and self.chance.random() < RENEWED:
            return self.chance.choice(known)
        sector = self.chance.choice(sorted(WORDS["subjects"]))
        both = all(side.kind != "state" for side in sides)
        kinds = [
            "mou",
            "mou",
            "cooperation_agreement",
            "action_plan",
            "agreed_minutes",
            "letter_of_intent",
            *(["friendly_city_agreement"] * 3 * both),
        ]
        start, made = day.year, (self.chance.choice(kinds), sector, self.chance.choice(WORDS["subjects"][sector]))
        if known and self.chance.random() < RENEWED:
            start, made = known[-1].end + 1, known[-1][:3]
        text = Text(*made, start, start + self.chance.randint(1, TERM), day.isoformat() if signed else None)
        if signed:
            known.append(text)
            del known[:-6]
        return text

    def write(self, page: Page, what: Happening, today: date) -> None:
        """Write a report of a happening."""
        sides = sides_of(page, what.sides)
        people = main_event(page, self.chance, what.kind, what.day, sides, what)
        tell_text(page, self.chance, sides, what.text, what.day)
        page.sentence(self.filler.line(14), new=True)
        for one in what.promises:
            one.tell(page, self.chance, sides, people)
            page.sentence(self.filler.line(self.chance.randint(8, 16)))
        past_event(page, self.chance, self.world, sides, what)
        surroundings(page, self.chance, what.sides, sides, self.filler, what.day.year)
        self.outcome(page, today)
        while page.words < WORD_COUNT:
            page.sentence(self.filler.line(self.chance.randint(10, 20)), new=self.chance.random() < 0.3)

    def outcome(self, page: Page, today: date) -> None:
        """Tell in some reports what came of a promise."""
        if self.promised and self.chance.random() < FOLLOWED:
            day, side, one = self.chance.choice(self.promised)
            if (today - day).days >= SHORTEST_WAIT:
                follow(page, self.chance, page.actor(side.actor()), one)


_capitals: dict[str, Place] = {}


def town(place: Place) -> Place:
    """Return where a side receives: the place itself, of a state its capital."""
    if place.level != "country":
        return place
    if place.country not in _capitals:
        _capitals[place.country] = next(iter(open_gazetteer().capitals(place.country)), place)
    return _capitals[place.country]


def reports(seed: int = 1, actors: int = ACTORS) -> Iterator[Made]:
    """Return the stream of a seed."""
    return Reports(seed, actors).stream()


__all__ = ["ACTORS", "DAILY", "Happening", "Made", "Name", "reports"]
