"""What a post is of where the report does not say it beside the title: implied by the holder, the sentence or the report.

Each rule returns the id of an actor of the table, or None. Rules are tried in order; later ones are less sure.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from amity.reading.known_names import families, family_first_language, folded
from amity.reading.names import name_words
from amity.reading.owners import kind_of
from amity.reading.persons import Person
from amity.reading.posts import is_authority, title_words
from amity.reading.report import ActorTable, Mention, Report
from amity.reading.titles import Title
from amity.vocabulary import load

PLACES = frozenset(("province", "municipality", "district"))
STATE = frozenset(("state",))
LANGUAGES = {"CN": "chinese", "VN": "vietnamese", "KR": "korean", "KP": "korean"}
"""Countries nearly all of whose officials have names of one shape."""
HOMES = {"chinese": ("CN", "TW", "HK", "MO", "SG", "MY"), "vietnamese": ("VN",), "korean": ("KR", "KP")}
DATELINE = 3  # mentions that being the dateline's place or country is worth


@dataclass
class Office:
    """A post without its organisation: who holds it and where it is told."""

    report: Report
    table: ActorTable
    people: list[Person]
    person: Person
    title: Title

    @property
    def sentence(self) -> Span:
        """The sentence that tells the title."""
        return self.report.doc[self.title.start].sent

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of actor that such a post can be of; empty for posts of any organisation."""
        words = folded(self.title.text).split()
        for level, kinds in load("posts")["levels"].items():
            if level in words:
                return frozenset(kinds)
        if kind := kind_of(self.title.head):
            return frozenset((kind, "district")) if kind == "municipality" else frozenset((kind,))
        _, _, organ = folded(self.title.text).partition(" of ")
        if self.title.head.holder == "place" or is_authority(organ):
            return PLACES
        return STATE if self.title.head.holder == "state" else frozenset()

    def fits(self, actor: str) -> bool:
        """Tell whether the actor can have the post."""
        return self.table.actors[actor].kind in self.kinds

    def places(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions between two tokens of single actors that can have the post."""
        for mention in sorted(self.table.mentions):
            if start <= mention.start and mention.end <= end and len(mention.refers) == 1 and self.fits(mention.refers[0]):
                yield mention


def settle_offices(report: Report, table: ActorTable, people: list[Person]) -> None:
    """Give every title without an organisation the actor that the report implies, where it implies one."""
    for rule in RULES:
        for person in people:
            for title in person.posts:
                if title.of is not None or title.owner is not None:
                    continue
                office = Office(report, table, people, person, title)
                if office.kinds and (owner := rule(office)):
                    title.owner, title.rule = owner, rule.__name__.replace("_", "-")
                    report.note(title.rule, report.doc[title.start : title.end], table.actors[owner].name)


def owner_of(title: Title) -> str | None:
    """Return the id of the actor that the title is a post of, told or implied."""
    return title.owner or (title.of.refers[0] if title.of and title.of.refers else None)


def own_other_post(office: Office) -> str | None:
    """Take that of another post of the same kind that the person holds: "Foreign Minister of Laos" for "the minister"."""
    for title in office.person.posts:
        owner = owner_of(title)
        same = title.head.words == office.title.head.words and title.owner is None
        if owner and title is not office.title and (same or (office.fits(owner) and title.rule != "main-actor")):
            return owner
    return None


def its_owner(office: Office) -> str | None:
    """Take what "its" before the title means: the last fitting actor named before it in the sentence."""
    doc, at = office.report.doc, office.title.start
    if at == 0 or doc[at - 1].lower_ not in ("its", "their", "the", "whose", "our") or doc[at - 1].lower_ == "the":
        return None
    before = list(office.places(office.sentence.start, at))
    described = [t for t in doc[before[-1].end if before else office.sentence.start : at] if _is_described(t)]
    if described:
        return _described(office, described[-1])
    return before[-1].refers[0] if before else None


def _described(office: Office, noun: Token) -> str | None:
    """Return the only fitting actor with the noun in its name: "the arrondissement" for "the 2nd arrondissement of Lyon"."""
    actors = office.table.actors
    bearers = {m.refers[0] for m in office.places(0, noun.i) if folded(noun.text) in folded(actors[m.refers[0]].name).split()}
    return bearers.pop() if len(bearers) == 1 else None


def _is_described(token: Token) -> bool:
    """Tell whether the token is the head of a description like "the city", which "its" then means."""
    return folded(token.text) in title_words("place_nouns") and any(t.lower_ in ("the", "this", "that") for t in token.lefts)


def acting_for(office: Office) -> str | None:
    """Take the actor for which the holder acts in the sentence: "Mayor Ruiz signed on behalf of Vinh"."""
    doc, names = office.report.doc, [n for n in office.person.names if n.start >= office.title.end]
    if not names:
        return None
    end = office.sentence.end
    for mention in office.places(names[0].end, min(end, names[0].end + 12)):
        before = doc[max(0, mention.start - 4) : mention.start].text.lower()
        if any(phrase in before for phrase in load("posts")["acting_for"]["phrases"]):
            return mention.refers[0]
    return None


def own_language(office: Office) -> str | None:
    """Take the only state of the report in whose language the holder's name is: Chinese, Vietnamese or Korean."""
    language = family_first_language(office.person.text)
    if language is None or office.kinds != STATE:
        return None
    actors, homes = office.table.actors, HOMES[language]
    states = {m.refers[0] for m in office.places(0, len(office.report.doc)) if actors[m.refers[0]].country in homes}
    return states.pop() if len(states) == 1 else None


def same_order(office: Office) -> str | None:
    """Take the actor at the holder's place in the list: "A and B signed it when Presidents Ruiz and Day met"."""
    listed = [(p, t) for p in office.people for t in p.titles if t.start == office.title.start and t.head.plural]
    listed.sort(key=lambda item: min(n.start for n in item[0].names if n.start >= office.title.end))
    holders = [p for p, _ in listed]
    before = list(dict.fromkeys(m.refers[0] for m in office.places(office.sentence.start, office.title.start)))
    if len(holders) < 2 or len(before) != len(holders) or office.person not in holders:
        return None
    return before[holders.index(office.person)]


def plausible(name: str, country: str | None) -> bool:
    """Tell whether an official of the country may be so named: Chinese, Vietnamese and Korean names show it."""
    first, *rest = name_words(name)
    if country is None or not rest:
        return True
    language = family_first_language(name)
    expected = LANGUAGES.get(country)
    if expected:
        return language in (expected, None) and first in families()[expected]
    return language is None or country in HOMES[language]


def left_over(office: Office) -> str | None:
    """Take the one of the report's two principal actors that the other holder of such a post does not have."""
    main = _main(office)[:2]
    taken = set(_taken(office))
    free = [a for a in main if a not in taken]
    return free[0] if len(main) == 2 and len(free) == 1 else None


def main_actor(office: Office) -> str | None:
    """Take the fitting actor nearest before the title among the two that the report names most, or the dateline's country."""
    taken = set(_taken(office))
    main = [a for a in _main(office) if a not in taken]
    return main[0] if main else None


def _taken(office: Office) -> Iterator[str]:
    """Yield the actors whose one such post another person holds; deputies do not count."""
    words = set(folded(office.title.text).split())
    if words & title_words("single", "many"):
        return
    for person in office.people:
        for title in person.posts:
            owner = owner_of(title)
            if person is not office.person and owner and not title.former and _is_same_post(title, office.title):
                yield owner


def _is_same_post(one: Title, other: Title) -> bool:
    """Tell whether the titles are of posts of which a place has one: the same words, or one head that is no common word."""
    if folded(one.text) == folded(other.text):
        return True
    is_one = one.head.words not in title_words("single", "common") and not set(folded(one.text).split()) & title_words("single", "many")
    return is_one and one.head.words == other.head.words


def _main(office: Office) -> list[str]:
    """Return the fitting actors of the report whose officials may be named so, the most named and the dateline's first."""
    actors, place = office.table.actors, folded(office.report.document.dateline_place or "")
    counts = Counter(m.refers[0] for m in office.places(0, len(office.report.doc)))
    here = {a.country for a in actors.values() if place and place in (folded(a.name), *map(folded, a.aliases))}
    for actor in counts:
        is_here = folded(actors[actor].name) == place or (actors[actor].kind == "state" and actors[actor].country in here)
        counts[actor] += DATELINE * is_here
    return [actor for actor, _ in counts.most_common() if plausible(office.person.text, actors[actor].country)]


RULES = (own_other_post, its_owner, acting_for, same_order, own_language, left_over, main_actor)
SURE = frozenset(("own-other-post", "its-owner", "acting-for"))
"""Rules whose posts are as good as told; the others make a post's confidence medium, ``main-actor`` low."""
