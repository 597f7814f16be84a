"""People: persons, the forms of their names, and the posts that they hold."""

from collections.abc import Iterator

from spacy.tokens import Span

from amity.model import Actor, Confidence, Post
from amity.reading.people.holders import holdings
from amity.reading.people.implied import SURE, settle_offices
from amity.reading.people.known_names import folded, word_set
from amity.reading.people.lone_names import is_credit, is_historical, is_lone_person
from amity.reading.people.mentions import clear, free_names
from amity.reading.people.names import Name, name_words
from amity.reading.people.offices import owner_of
from amity.reading.people.persons import Person, by_full_name, by_short_name, in_headline
from amity.reading.people.scenes import Holding, Scene, scene
from amity.reading.people.titles import Title
from amity.reading.people.word_names import find_word_names
from amity.reading.report import ActorTable, Report
from amity.vocabulary import load

MOST_POSTS = 5


def find_people(report: Report, table: ActorTable) -> None:
    """Add the persons of the report, their mentions and their posts to the table."""
    free_names(report, table)
    scenes = [scene(stretch, table) for stretch in stretches(report)]
    held = [(s, list(holdings(s))) for s in sorted(scenes, key=lambda s: s.is_headline)]
    people = _full_names(report, held)
    _short_names(report, held, people)
    people = [p for p in people if not p.historical]
    told = {owner_of(title) for person in people for title in person.posts}
    for person in people:
        for name in person.names:
            clear(table, name, told)
    settle_offices(report, table, people)
    for person in people:
        _enter(report, table, person)
    find_word_names(report, table)


def stretches(report: Report) -> Iterator[Span]:
    """Yield the sentences, joined where the parser ended one after an abbreviated courtesy or initial: "Cllr. Ana Ruiz"."""
    start: int | None = None
    for sentence in report.sentences():
        start = sentence.start if start is None else start
        words = [t for t in sentence if not t.is_space]
        last = words[-1].text if words[-1].text != "." or len(words) < 2 else words[-2].text + "."
        if not (last.endswith(".") and folded(last).rstrip(".") in word_set("honorifics") | word_set("abbreviations")):
            yield report.doc[start : sentence.end]
            start = None
    if start is not None:
        yield report.doc[start : len(report.doc)]


def _full_names(report: Report, held: list[tuple[Scene, list[Holding]]]) -> list[Person]:
    """Return the persons named by two words or more, those of headlines last."""
    people: list[Person] = []
    singles = {name_words(n.text)[0] for s, _ in held for n in s.names if len(name_words(n.text)) == 1}
    for stage, holders in held:
        for name in stage.names:
            words, titles = name_words(name.text), list(_of(name, holders))
            recalled = bool(singles & set(words))
            told = bool(titles) or name.courteous
            if len(words) < 2 or not (told or is_lone_person(stage, name, recalled)) or (is_credit(stage, name) and not titles):
                continue
            person = in_headline(people, name, told) if stage.is_headline else by_full_name(people, name)
            if person is not None:
                person.historical = (person.historical or len(person.names) == 1) and is_historical(stage, name)
                person.lone = (person.lone or len(person.names) == 1) and not told
                _tell(report, person, name, titles)
    return people


def _of(name: Name, holders: list[Holding]) -> Iterator[Holding]:
    return (h for h in holders if h.name == name)


def _tell(report: Report, person: Person, name: Name, titles: list[Holding]) -> None:
    """Add the titles to the person and note the rules."""
    for holding in titles:
        person.titles.append(holding.title)
        report.note(holding.rule, report.doc[name.start : name.end], holding.title.text)
    if not titles:
        report.note("name", report.doc[name.start : name.end], person.text)


def _short_names(report: Report, held: list[tuple[Scene, list[Holding]]], people: list[Person]) -> None:
    """Give single words to the persons whom they mean; those with a title or courtesy alone are persons of their own."""
    done = {n for p in people for n in p.names}
    for stage, holders in sorted(held, key=lambda h: h[0].sentence.start):
        for name in stage.names:
            words = name_words(name.text)
            if name in done or len(words) > 1 or is_credit(stage, name):
                continue
            titles = list(_of(name, holders))
            person = by_short_name(people, name, [h.title for h in titles])
            if person is None and not stage.is_headline and (name.courteous or titles or is_lone_person(stage, name)):
                person = Person(words, lone=not (titles or name.courteous))
                people.append(person)
            if person is not None:
                person.names.append(name)
                _tell(report, person, name, titles)


def _enter(report: Report, table: ActorTable, person: Person) -> None:
    """Add the person to the table with mentions and posts."""
    actor = table.enter("person", person.text)
    actor.confidence = "medium" if person.lone else "high"
    forms = dict.fromkeys(n.text for n in person.names)
    actor.aliases = [f for f in forms if f != actor.name]
    for name in person.names:
        table.refer(report.doc[name.start : name.end], "name", actor.id)
    for title in person.titles:
        if not title.head.plural and title.end > title.start:
            table.refer(report.doc[title.start : title.end], "post", actor.id)
    _add_posts(report, table, person, actor)


def _add_posts(report: Report, table: ActorTable, person: Person, actor: Actor) -> None:
    """Add each different post of the person, the highest first."""
    for title in different_posts(person)[:MOST_POSTS]:
        cited = [report.cite(report.doc[title.start : title.end])]
        of = owner_of(title)
        table.posts.append(Post(person=actor.id, title=title.text or None, of=of, evidence=cited, confidence=_confidence(title)))


def different_posts(person: Person) -> list[Title]:
    """Return the person's posts, the highest first, without those that tell less of the same: "Ambassador", "Ambassador to Peru"."""
    kept: list[Title] = []
    for title in sorted(person.posts, key=lambda t: (t.head.rank, owner_of(t) is None, -len(t.text))):
        words = _title_words(title)
        if not any(words <= _title_words(k) and owner_of(title) in (None, owner_of(k)) for k in kept):
            kept.append(title)
    return kept


def _title_words(title: Title) -> set[str]:
    """Return the words of a title, short ones written out: "PM" is "prime minister"."""
    return {word for w in folded(title.text).split() for word in load("posts")["short_titles"].get(w, w).split()}


def _confidence(title: Title) -> Confidence:
    """Return how sure the post is: told, implied, or the report's main actor for want of better."""
    if title.owner is None or title.rule in SURE:
        return "high"
    return "low" if title.rule == "main-actor" else "medium"
