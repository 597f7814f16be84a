"""People: persons, the forms of their names, and the posts that they hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from amity.model import Actor, Post
from amity.reading.names import Name, folded, name_words, read_name, skip_courtesies, word_set
from amity.reading.posts import Title, find_titles, joined, represents
from amity.reading.report import ActorTable, Report

MOST_POSTS = 5


@dataclass
class Scene:
    """One sentence with the names and titles found in it."""

    sentence: Span
    titles: list[Title]
    names: list[Name]

    def starting(self, at: int) -> Name | None:
        """Return the name that begins at the token, its courtesy title included."""
        return next((n for n in self.names if n.begins == at or n.start == at), None)

    def ending(self, at: int) -> Name | None:
        """Return the name that ends before the token."""
        return next((n for n in self.names if n.end == at), None)


@dataclass
class Holding:
    """A name with a title beside it, and the rule that joined them."""

    name: Name
    title: Title
    rule: str


@dataclass
class Person:
    """A person of the report while it is being read."""

    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The fullest form of the name."""
        return max((n.text for n in self.names), key=lambda t: len(name_words(t)))


def find_people(report: Report, table: ActorTable) -> None:
    """Add the persons of the report, their mentions and their posts to the table."""
    scenes = [_scene(sentence, table) for sentence in report.sentences()]
    people: list[Person] = []
    for scene in scenes:
        for holding in _holdings(scene):
            person = _person(people, holding.name)
            person.titles.append(holding.title)
            report.note(holding.rule, report.doc[holding.name.start : holding.name.end], holding.title.text)
        for name in scene.names:
            if name.courteous or (len(name_words(name.text)) > 1 and _is_bare_person(scene, name)):
                _person(people, name)
    for person in people:
        _enter(report, table, person)


def _scene(sentence: Span, table: ActorTable) -> Scene:
    titles = joined(find_titles(sentence, table), sentence.doc)
    return Scene(sentence, titles, _names(sentence, titles, table))


def _names(sentence: Span, titles: list[Title], table: ActorTable) -> list[Name]:
    """Return every run of words that reads like a personal name, outside titles and other names."""
    doc, names, at = sentence.doc, [], sentence.start
    in_title = {i for t in titles for i in range(t.start, t.end)}
    after_title = {t.end for t in titles}

    def in_other(token: Token) -> bool:
        return token.i in in_title or table.at(token) is not None

    def in_a_title(token: Token) -> bool:
        return token.i in in_title

    while at < sentence.end:
        sure = at in after_title or skip_courtesies(doc, at, sentence.end) > at
        blocked: Callable[[Token], bool] = in_a_title if sure else in_other
        name = None if in_a_title(doc[at]) else read_name(doc, at, sentence.end, blocked)
        if name and not all(table.at(doc[i]) for i in range(name.start, name.end)):
            names.append(name)
            at = name.end
        else:
            at += 1
    return names


def _holdings(scene: Scene) -> Iterator[Holding]:
    """Yield each title of the sentence with the name of its holder."""
    taken: set[int] = set()
    for title in scene.titles:
        for rule in RULES:
            name = rule(scene, title)
            if name is not None and (name.start not in taken or rule is not name_after_comma):
                taken.add(name.start)
                yield Holding(name, title, rule.__name__.replace("_", "-"))
                break


def _bounded(scene: Scene, at: int) -> bool:
    """Tell whether an apposition ends at the token: a comma, bracket, stop or the sentence's end."""
    return at >= scene.sentence.end or scene.sentence.doc[at].text in (",", ")", ".", ";", ":", "–", "—", "-") or scene.sentence.doc[at].is_space


def name_after_title(scene: Scene, title: Title) -> Name | None:
    """"Prime Minister Ana Ruiz": the holder's name follows the title."""
    return scene.starting(title.end)


def name_before_comma(scene: Scene, title: Title) -> Name | None:
    """"Ana Ruiz, the mayor of Vinh,": the title stands in apposition after the name."""
    doc, at = scene.sentence.doc, title.start
    while at > scene.sentence.start and doc[at - 1].lower_ in ("the", "a", "an", "also", "currently", "both", "who", "is", "was", "as", "its"):
        at -= 1
    if at > scene.sentence.start and doc[at - 1].text in (",", "(", "–", "—", "-", ":"):
        return scene.ending(at - 1)
    if at < title.start:
        return scene.ending(at)
    return None


def name_after_comma(scene: Scene, title: Title) -> Name | None:
    """"Its mayor, Ana Ruiz,": the name stands in apposition after the title."""
    doc = scene.sentence.doc
    if title.end < scene.sentence.end and doc[title.end].text in (",", "–", "—", "-", ":"):
        name = scene.starting(title.end + 1)
        if name and len(name_words(name.text)) > 1 and _bounded(scene, name.end):
            return name
    return None


RULES = (name_after_title, name_before_comma, name_after_comma)


def _is_bare_person(scene: Scene, name: Name) -> bool:
    """Tell whether a name without title or courtesy is a person's: it is the subject of a verb of persons."""
    root = scene.sentence.doc[name.start : name.end].root
    return root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ in word_set("person_verbs")


def _person(people: list[Person], name: Name) -> Person:
    """Return the person so named, new or known, with the name added."""
    words = name_words(name.text)
    for person in reversed(people):
        if set(words) <= set(person.words) or (set(person.words) <= set(words) and len(words) > 1):
            person.words = max(person.words, words, key=len)
            break
    else:
        person = Person(words)
        people.append(person)
    person.names.append(name)
    return person


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
        table.posts.append(Post(person=actor.id, title=title.text, of=of, evidence=[report.cite(span)]))
        if of and represents(title.text) != "self":
            table.speaks_for.setdefault(actor.id, of)
