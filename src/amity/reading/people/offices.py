"""Posts without their organisation: who holds them, where they are told, and which actors they can be of."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from amity.reading.people.known_names import folded
from amity.reading.people.owners import kind_of
from amity.reading.people.persons import Person
from amity.reading.people.posts import is_authority
from amity.reading.people.titles import Title
from amity.reading.report import ActorTable, Mention, Report
from amity.vocabulary import load

PLACES = frozenset(("province", "municipality", "district"))
STATE = frozenset(("state",))


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
        """Tell whether the actor can have the post; where the title does not say, any organisation can."""
        kind = self.table.actors[actor].kind
        return kind in self.kinds if self.kinds else kind != "person"

    def places(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions between two tokens of single actors that can have the post."""
        for mention in sorted(self.table.mentions):
            if start <= mention.start and mention.end <= end and len(mention.refers) == 1 and self.fits(mention.refers[0]):
                yield mention


def owner_of(title: Title) -> str | None:
    """Return the id of the actor that the title is a post of, told or implied."""
    return title.owner or (title.of.refers[0] if title.of and title.of.refers else None)
