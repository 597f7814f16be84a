"""Who is in the report: names, posts, descriptions and pronouns settled into one actor table."""

from amity.model import Actor
from amity.model.actors import JURISDICTIONS
from amity.reading.coreference import resolve_references
from amity.reading.native import add_native_forms
from amity.reading.organisations.settled import find_organisations
from amity.reading.people import find_people
from amity.reading.places import find_places
from amity.reading.report import ActorTable, Report
from amity.reading.representation import principal_sides, settle_delegates, settle_partial_names, settle_speaking

OWNED = frozenset({"body", "party", "ngo", "company"})
"""Kinds of organisations that belong to a country."""


def settle_actors(report: Report) -> ActorTable:
    """Return the table of all actors that the report mentions."""
    table = ActorTable()
    places = find_places(report, table)
    find_organisations(report, table, places)
    find_people(report, table)
    drop_namesakes(report, table)
    find_again(report, table)
    settle_speaking(table)
    table.sides = principal_sides(report, table)
    resolve_references(report, table)
    settle_delegates(report, table)
    settle_partial_names(report, table)
    settle_countries(report, table)
    add_native_forms(report, table)
    return table


def settle_countries(report: Report, table: ActorTable) -> None:
    """Give organisations of which no country is told that of the place named before them in the sentence, else the first place's.

    A report names the organs of its own country without saying whose they are; their confidence is then medium.
    """
    placed = [m for m in sorted(table.mentions) if m.form in ("name", "demonym") and table.actors[m.refers[0]].kind in JURISDICTIONS]
    for actor in table.actors.values():
        if actor.country is not None or actor.kind not in OWNED:
            continue
        first = next((m for m in sorted(table.mentions) if actor.id in m.refers), None)
        sentence = report.doc[first.start].sent.start if first is not None else 0
        before = [m for m in placed if first is not None and sentence <= m.start < first.start]
        nearest = before[-1] if before else next(iter(placed), None)
        if nearest is not None:
            actor.country = table.actors[nearest.refers[0]].country
            actor.confidence = "medium"


def drop_namesakes(report: Report, table: ActorTable) -> None:
    """Give to persons what was read as a place but only repeats a word of their names ("Quispe" after "Tom Quispe")."""
    owners: dict[str, list[str]] = {}
    for person in table.actors.values():
        for word in person.name.split() if person.kind == "person" and " " in person.name else ():
            owners.setdefault(word, []).append(person.id)
    for place in [a for a in table.actors.values() if a.kind in JURISDICTIONS and len(owners.get(a.name, ())) == 1]:
        spans = [report.doc[m.start : m.end] for m in table.mentions if m.refers == (place.id,)]
        held = {
            *_titled_as_place(report, table, place.id, owners[place.name][0]),
            *table.belongs_to.values(),
            *(post.of for post in table.posts),
        }
        if any(span.text != place.name for span in spans) or place.id in held:
            continue
        table.mentions = [m for m in table.mentions if place.id not in m.refers]
        del table.actors[place.id]
        for span in spans:
            table.refer(span, "name", owners[place.name][0])
            report.note("namesake-of-person", span, table.actors[owners[place.name][0]].name)


def _titled_as_place(report: Report, table: ActorTable, place: str, person: str) -> tuple[str, ...]:
    """Return what the title names, without a place that is only a word of the person's full name there."""
    title = report.title.text if report.title is not None else ""
    name = table.actors[place].name
    if title.count(name) > title.count(table.actors[person].name):
        return table.titled
    table.titled = tuple(actor for actor in table.titled if actor != place)
    return table.titled


def find_again(report: Report, table: ActorTable) -> None:
    """Add mentions where the full name of a person or organisation stands again and no stage has read it."""
    forms = {tuple(form.split()): a.id for a in table.actors.values() for form in [a.name, *a.aliases] if _tells_apart(a, form)}
    longest = max(map(len, forms), default=0)
    tokens = [t.text for t in report.doc]
    at = 0
    while at < len(tokens):
        end = next((e for e in range(min(len(tokens), at + longest), at, -1) if tuple(tokens[at:e]) in forms), at)
        if end > at and not any(table.at(report.doc[i]) for i in range(at, end)):
            span = report.doc[at:end]
            table.refer(span, "name", forms[tuple(tokens[at:end])])
            report.note("name-again", span, span.text)
        at = max(end, at + 1)


def _tells_apart(actor: Actor, form: str) -> bool:
    """Tell whether the form names nobody else: of persons the full name, of organisations a name or acronym."""
    if actor.kind == "person":
        return len(form.split()) > 1
    return actor.kind not in JURISDICTIONS and form[:1].isupper()
