"""The sentences of made-up reports."""

import random
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple, Protocol

from amity.gazetteer import Place
from amity.model import Actor
from bench.register_page import Name, Page
from bench.register_world import WORDS, Person, Side, World, made_name, reference

WORD_COUNT = 250
"""Words of a report."""
VOCABULARY = 20_000
"""Words of the filling, drawn by Zipf's law."""
SWAPPED, MISTITLED = 0.1, 0.03
"""Part of the names told in the other order, and of the posts told as another."""
MECHANISMS, PROJECTS, FIGURES, THIRD = 0.15, 0.2, 0.15, 0.5
"""Part of the reports that tell of each; ``THIRD`` of an earlier event with a third side."""
NAMED = 0.6
"""Part of the promises about something that bears a name."""


class Told(Protocol):
    """What a report tells of, as far as sentences ask for it."""

    @property
    def people(self) -> tuple[Person, Person]: ...  # noqa: D102

    @property
    def at(self) -> Place: ...  # noqa: D102

    @property
    def day(self) -> date: ...  # noqa: D102


class Text(NamedTuple):
    """A text of two sides: its type, sector and subject, its years, and when it was signed."""

    type: str
    sector: str
    subject: str
    start: int
    end: int
    signed: str | None


class Filler:
    """Sentences that tell nothing, of words made of syllables."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = [made_name(chance, chance.randint(1, 3)).lower() for _ in range(VOCABULARY)]
        self.weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def line(self, count: int) -> str:
        """Return a sentence of about so many words, without its stop."""
        found, say = self.chance.choices(self.words, cum_weights=self.weights, k=count), self.chance.choice
        words = WORDS["filler"]
        for at in range(2, count - 1, 4):
            found[at] = say(words["links"])
        found[0] = say(words["openings"])
        found[min(3, count - 1)] = say(words["verbs"])
        return " ".join(found)


class Promise(NamedTuple):
    """Something to be done: by which side (0 or 1), how it is said, its verb and participle, what it is done to, and its name."""

    how: str
    who: int
    verb: str
    done: str
    thing: str
    name: str
    sector: str

    @property
    def action(self) -> str:
        """The words of the action."""
        return f"{self.verb} the {self.name} {self.thing}" if self.name else self.thing

    def tell(self, page: Page, chance: random.Random, sides: Sequence[Name], people: Sequence[Name]) -> None:
        """Say it."""
        by, to, speaker = sides[self.who], sides[1 - self.who], people[self.who]
        before, after = chance.choice(WORDS["said"][self.how]).split(
            "{by}" if self.how == "pledge" else "{to}" if self.how == "ask" else "{action}"
        )
        if self.how == "agree":
            page.statement("agree", sides, [], None, self.action, page.sentence(before, self.action), self.sector)
            return
        named = by if self.how == "pledge" else to
        told = page.sentence(speaker, " ", before, named, after.replace("{action}", self.action))
        page.statement(self.how, [by], [to], speaker, self.action, told, self.sector)


def promise(chance: random.Random, how: str, who: int) -> Promise:
    """Make a promise, or an ask."""
    words, sector = WORDS["actions"], chance.choice(sorted(WORDS["subjects"]))
    if chance.random() < NAMED:
        verb, done = chance.choice(words["verbs"])
        return Promise(how, who, verb, done, chance.choice(words["things"]), made_name(chance, 3), sector)
    slots = {name: chance.choice(words[name]) for name in ("adjective", "people", "goods")}
    return Promise(how, who, "", "", chance.choice(words["loose"]).format(number=chance.randint(10, 900), **slots), "", sector)


def sides_of(page: Page, sides: Sequence[Side]) -> list[Name]:
    """Return the names of jurisdictions, added to the report."""
    return [page.actor(side.actor()) for side in sides]


def main_event(page: Page, chance: random.Random, kind: str, day: date, sides: Sequence[Name], what: Told) -> list[Name]:
    """Tell what happened; return the principals."""
    people: list[Name] = []
    titles: list[str] = []
    for person in what.people:
        called = f"{person.family} {person.given}" if chance.random() < SWAPPED else person.name
        people.append(page.actor(Actor(id="", kind="person", name=called), person.family))
        other = chance.choice([title for each in WORDS["titles"].values() for title in each])
        titles.append(other if chance.random() < MISTITLED else person.title(day.year))
    verb = chance.choice(WORDS["events"][kind])
    parts = (f"{titles[0]} ", people[0], " of ", sides[0], f" {verb} {titles[1]} ", people[1], " of ", sides[1])
    told = page.sentence(*parts, f" in {what.at.name} on {day.day} {day:%B}")
    for name, title, side in zip(people, titles, sides, strict=True):
        page.post(name, title, side, told)
    page.event(kind, day.isoformat(), sides, people, told, place=reference(what.at), mode="phone" if kind == "call" else "in_person")
    return people


def tell_text(page: Page, chance: random.Random, sides: Sequence[Name], text: Text, day: date) -> None:
    """Tell of the text: that it was signed, that it holds, or that it is to come."""
    kind, years = WORDS["instruments"][text.type], f"{text.start}-{text.end}"
    title = f"{kind} on {text.subject}"
    now = text.signed == day.isoformat()
    if now:
        told = page.sentence(sides[0], " and ", sides[1], f" signed a {title} for {years}")
    elif text.signed:
        told = page.sentence(f"The {title} of ", sides[0], " and ", sides[1], f" for {years} is in force")
    else:
        told = page.sentence(sides[0], " means to sign a ", f"{title} with ", sides[1])
    status = "signed" if now else "in_effect" if text.signed else chance.choice(("proposed", "negotiating", "agreed_to_sign"))
    period = (str(text.start), str(text.end)) if text.signed else (None, None)
    page.instrument(
        sides, told, type=text.type, title=title, status=status, concluded=now, signed_on=text.signed if now else None,
        period_from=period[0], period_to=period[1], sectors=[text.sector],
    )  # fmt: skip


def past_event(page: Page, chance: random.Random, world: World, sides: Sequence[Name], what: Told) -> None:
    """Tell of an earlier event of the first side, with the other or a third one."""
    other = sides[1]
    if chance.random() < THIRD:
        third = world.sides.draw()
        if third.place.name != sides[0]:
            other = page.actor(third.actor())
    if other == sides[0]:
        other = sides[1]
    noun = chance.choice(WORDS["events"]["past"])
    kind = "summit" if "summit" in noun else "meeting" if "meeting" in noun or "talks" in noun else "exchange"
    year, month = (what.day.year, what.day.month - 1) if what.day.month > 1 else (what.day.year - 1, 12)
    then = date(year, month, 1)
    told = page.sentence("Earlier ", sides[0], " and ", other, f" held {noun} in {then:%B %Y}", new=True)
    page.event(kind, f"{then:%Y-%m}", [sides[0], other], [], told)


def surroundings(page: Page, chance: random.Random, sides: Sequence[Side], names: Sequence[Name], filler: Filler, year: int) -> None:
    """Tell of an organisation, and in some reports of a standing body, a project or a figure."""
    side = chance.choice([one for one in sides if one.organs] or sides)
    if side.organs:
        page.sentence(page.actor(chance.choice(side.organs)), f": {filler.line(9).lower()}")
    if chance.random() < MECHANISMS:
        name = f"Joint Committee on {chance.choice(WORDS['subjects'][chance.choice(sorted(WORDS['subjects']))]).title()}"
        page.mechanism(name, names, page.sentence(f"Their {name} {filler.line(6)}"))
    if chance.random() < PROJECTS:
        name = f"{made_name(chance, 3)} {chance.choice(WORDS['actions']['things'])}"
        page.project(name, names, page.sentence(f"Work goes on at the {name}, {filler.line(6).lower()}"))
    if chance.random() < FIGURES:
        measure, value = f"exports of {chance.choice(WORDS['actions']['goods'])}", chance.randint(100, 99_000)
        page.indicator(names[0], measure, value, str(year), page.sentence(names[0], f" counted {measure} of {value} in {year}"))


def follow(page: Page, chance: random.Random, by: Name, promised: Promise) -> None:
    """Tell what came of a promise."""
    outcome = chance.choice(WORDS["outcomes"][chance.choice(sorted(WORDS["outcomes"]))])
    said = outcome.format(thing=f"{promised.name} {promised.thing}", done=promised.done)
    page.sentence("In ", by, f", {said[0].lower()}{said[1:]}", new=True)
