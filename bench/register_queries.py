"""The four kinds of questions that the register's bench times, asked of what a seeded draw finds in the register itself."""

import random
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, text

from amity.register.tables import THINGS, actors, documents, events, history, members, posts, roles, things, ties

PAGE = 20
RANKED = 1000
"""Documents that are ranked at most: the newest that hold the words."""
SHOWN = 50
"""Facts of a thing that are shown."""
RAREST = 5
"""Letters from which a word of a text is taken to search for."""

Query = Callable[[Connection], object]
NEWEST = text(
    "SELECT number FROM (SELECT rowid AS number, rank FROM document_words WHERE document_words MATCH :words "
    "ORDER BY rowid DESC LIMIT :most) ORDER BY rank LIMIT :page"
)


def search(words: Sequence[str]) -> Query:
    """Return the search for some words: the best of the newest reports that hold them."""
    sought = " ".join(f'"{word}"' for word in words)

    def ask(connection: Connection) -> object:
        found = connection.scalars(NEWEST, {"words": sought, "most": RANKED, "page": PAGE}).all()
        columns = select(documents.c.id, documents.c.title, documents.c.publisher, documents.c.told)
        return connection.execute(columns.where(documents.c.number.in_(found))).all()

    return ask


def listed(actor: int, kind: str) -> Query:
    """Return the list of an actor's events of one kind, newest first, with counts by kind and by status."""

    def ask(connection: Connection) -> object:
        own = (roles.c.actor == actor) & (roles.c.layer == "events")
        ones = select(roles.c.thing).where(own).order_by(roles.c.day.desc(), roles.c.thing.desc()).distinct()
        page = select(events).join(roles, roles.c.thing == events.c.number).where(own & (events.c.kind == kind))
        rows = connection.execute(page.order_by(roles.c.day.desc(), roles.c.thing.desc()).limit(PAGE)).all()
        some = ones.limit(RANKED).subquery()
        for facet in (events.c.kind, events.c.status):
            connection.execute(select(facet, func.count()).join(some, some.c.thing == events.c.number).group_by(facet)).all()
        return rows

    return ask


def show(number: int, layer: str) -> Query:
    """Return what is shown of one thing: its row, its facts with their reports, who takes part, its life-cycle or posts."""

    def ask(connection: Connection) -> object:
        table = THINGS[layer]
        row = connection.execute(select(table).where(table.c.number == number)).one()
        told = select(members.c.quote, members.c.start, members.c.end, documents.c.id, documents.c.publisher, documents.c.told)
        told = told.join(documents, documents.c.number == members.c.document).where(members.c.thing == number)
        facts = connection.execute(told.order_by(members.c.told, members.c.document).limit(SHOWN)).all()
        taking_part = select(actors.c.id, actors.c.label, roles.c.role).join(roles, roles.c.actor == actors.c.number)
        parts = connection.execute(taking_part.where(roles.c.thing == number)).all()
        more = history.c.thing if layer == "instruments" else posts.c.person
        return row, facts, parts, connection.execute(select(more.table).where(more == number).limit(SHOWN)).all()

    return ask


def pair(one: int, other: int) -> Query:
    """Return what two actors have to do with each other: their ties and the newest things in which both take part."""

    def ask(connection: Connection) -> object:
        both = roles.alias("both")
        common = select(roles.c.thing, roles.c.layer, roles.c.day).join(both, both.c.thing == roles.c.thing)
        common = common.where((roles.c.actor == one) & (both.c.actor == other)).order_by(roles.c.day.desc()).limit(SHOWN)
        tied = select(ties).where((ties.c.one == min(one, other)) & (ties.c.other == max(one, other)))
        return connection.execute(tied).all(), connection.execute(common).all()

    return ask


def questions(connection: Connection, seed: int, count: int) -> dict[str, list[Query]]:
    """Return so many questions of each kind; what is told of most is asked for most."""
    chance = random.Random(f"{seed}/questions")
    last = connection.scalar(select(func.max(documents.c.number))) or 1
    made: dict[str, list[Query]] = {"search": [], "list": [], "show": [], "pair": []}
    while len(made["pair"]) < count:
        number = chance.randint(1, last)
        told = connection.execute(select(documents.c.title, documents.c.text).where(documents.c.number == number)).first()
        if told is None:
            continue
        held = _held(connection, number)
        words = [word.strip(".,:") for word in (told.title or told.text).split() if len(word) >= RAREST and word.strip(".,:").isalpha()]
        made["search"].append(search(chance.sample(words, min(len(words), chance.randint(1, 2))) or ["report"]))
        sides = [row for row in held if row.layer == "actors"]
        made["list"].append(listed(chance.choice(sides).thing, chance.choice(("meeting", "visit", "signing"))))
        shown = chance.choice(held)
        made["show"].append(show(shown.thing, shown.layer))
        made["pair"].append(pair(sides[0].thing, sides[1].thing))
    return made


def _held(connection: Connection, document: int) -> Sequence[Any]:
    query = select(members.c.thing, things.c.layer).join(things, things.c.number == members.c.thing)
    return connection.execute(query.where(members.c.document == document).order_by(members.c.number)).all()
