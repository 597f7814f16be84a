"""People: persons, the forms of their names, and the posts that they hold."""

from amity.model import Actor, Post
from amity.reading.holders import Holding, Scene, holdings, scene
from amity.reading.lone_names import is_lone_person
from amity.reading.names import Name, folded, name_words
from amity.reading.persons import Person, by_full_name, by_short_name
from amity.reading.report import ActorTable, Report

MOST_POSTS = 5


def find_people(report: Report, table: ActorTable) -> None:
    """Add the persons of the report, their mentions and their posts to the table."""
    scenes = [scene(sentence, table) for sentence in report.sentences()]
    held = [(s, list(holdings(s))) for s in scenes]
    people = _full_names(report, held)
    _short_names(report, held, people)
    for person in people:
        _enter(report, table, person)


def _full_names(report: Report, held: list[tuple[Scene, list[Holding]]]) -> list[Person]:
    """Return the persons named by two words or more."""
    people: list[Person] = []
    for stage, holders in held:
        titles: dict[Name, list[Holding]] = {}
        for holding in holders:
            titles.setdefault(holding.name, []).append(holding)
        for name in stage.names:
            if len(name_words(name.text)) < 2 or not (name in titles or name.courteous or is_lone_person(stage, name)):
                continue
            person = by_full_name(people, name)
            for holding in titles.get(name, ()):
                person.titles.append(holding.title)
                report.note(holding.rule, report.doc[name.start : name.end], holding.title.text)
    return people


def _short_names(report: Report, held: list[tuple[Scene, list[Holding]]], people: list[Person]) -> None:
    """Give single words to the persons whom they mean; those with a title or courtesy alone are persons of their own."""
    for stage, holders in held:
        for name in stage.names:
            if any(name in p.names for p in people):
                continue
            titles = [h.title for h in holders if h.name == name]
            person = by_short_name(people, name, titles)
            if person is None and len(name_words(name.text)) == 1 and (name.courteous or titles or is_lone_person(stage, name)):
                person = Person(name_words(name.text))
                people.append(person)
            if person is not None:
                person.names.append(name)
                person.titles.extend(titles)
                report.note("short-name", report.doc[name.start : name.end], person.text)


def _enter(report: Report, table: ActorTable, person: Person) -> None:
    """Add the person to the table with mentions and posts."""
    actor = table.enter("person", person.text)
    forms = dict.fromkeys(n.text for n in person.names)
    actor.aliases = [f for f in forms if f != actor.name]
    for name in person.names:
        table.refer(report.doc[name.start : name.end], "name", actor.id)
    _add_posts(report, table, person, actor)


def _add_posts(report: Report, table: ActorTable, person: Person, actor: Actor) -> None:
    """Add each different post of the person, the highest first."""
    seen: set[tuple[str, str | None]] = set()
    parts = [p for t in person.titles for p in (t.parts or [t])]
    for title in sorted(parts, key=lambda t: t.head.rank):
        of = title.of.refers[0] if title.of and title.of.refers else None
        key = folded(title.text), of
        if key in seen or len(seen) == MOST_POSTS:
            continue
        seen.add(key)
        span = report.doc[title.start : title.end]
        table.posts.append(Post(person=actor.id, title=title.text or None, of=of, evidence=[report.cite(span)]))
