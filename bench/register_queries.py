"""The four kinds of questions that the register's bench times, about what a seeded draw finds in the register itself."""

import random
from collections.abc import Callable

from sqlalchemy import Connection, func, select

from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import facets, page
from amity.register.queries.searching import search
from amity.register.tables import documents, members, things

KINDS = ("search", "list", "show", "pair")
LISTED = ("events", "instruments", "commitments", "requests")
"""Lists of which pages are asked for."""
LONG = 4
"""Letters from which a word is searched for."""

Query = Callable[[Connection], object]


def searched(words: str) -> Query:
    """Return a search."""
    return lambda connection: search(connection, words)


def listed(name: str, actor: str, year: str) -> Query:
    """Return the first page of an actor's list from a year on, with its facets."""
    filters = Filters(party=(actor,), start=year)

    def ask(connection: Connection) -> object:
        return page(connection, LISTINGS[name], filters), facets(connection, LISTINGS[name], filters)

    return ask


def shown(public: str) -> Query:
    """Return what is shown of one thing."""
    return lambda connection: show(connection, public)


def pair(one: str, other: str) -> Query:
    """Return what two actors have to do with each other: their ties and the newest events in which both take part."""
    both = Filters(party=(one, other))
    return lambda connection: [page(connection, LISTINGS[name], both) for name in ("ties", "events")]


def questions(connection: Connection, seed: int, count: int) -> dict[str, list[Query]]:
    """Return so many questions of each kind; what is told of most is asked for most."""
    chance = random.Random(f"{seed}/questions")
    last = connection.scalar(select(func.max(documents.c.number))) or 1
    made: dict[str, list[Query]] = {kind: [] for kind in KINDS}
    for _ in range(count):
        row = connection.execute(select(documents).where(documents.c.number == chance.randint(1, last))).one()
        words = [word for word in row.title.replace(":", "").split() if len(word) >= LONG]
        of = select(things.c.id, things.c.layer).join(members, members.c.thing == things.c.number)
        held = connection.execute(of.where(members.c.document == row.number).order_by(members.c.number)).all()
        actors = [one.id for one in held if one.layer == "actors"]
        made["search"].append(searched(" ".join(chance.sample(words, min(len(words), chance.randint(1, 2))))))
        made["list"].append(listed(chance.choice(LISTED), chance.choice(actors[:2]), row.told[:4]))
        made["show"].append(shown(chance.choice(held).id))
        made["pair"].append(pair(actors[0], actors[1]))
    return made
