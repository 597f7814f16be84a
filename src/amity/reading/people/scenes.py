"""One sentence as people are read from it: its titles, its names, and what stands beside them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Span, Token

from amity.gazetteer import demonym
from amity.reading.people.joint_titles import joined
from amity.reading.people.known_names import folded, word_set
from amity.reading.people.mentions import shares_name
from amity.reading.people.names import Name, read_name, skip_courtesies
from amity.reading.people.titles import Title, find_titles
from amity.reading.report import ActorTable, Mention

HEADLINE = 0.7  # share of words with capitals from which a sentence counts as a headline


class Holding(NamedTuple):
    """A name with a title of its holder's, and the name of the rule that joined them."""

    name: Name
    title: Title
    rule: str


@dataclass
class Scene:
    """One sentence with the titles and names found in it; ``late`` and ``early`` are names after their title, with and without a comma."""

    sentence: Span
    table: ActorTable
    titles: list[Title] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    late: set[int] = field(default_factory=set)
    early: set[int] = field(default_factory=set)

    @cached_property
    def is_headline(self) -> bool:
        """Tell whether the sentence is written with capitals as headlines are: there they say nothing of names."""
        words = [t for t in self.sentence if t.is_alpha and len(t) > 3]
        return len(words) > 2 and sum(t.text[0].isupper() for t in words) >= HEADLINE * len(words) and self.sentence[-1].text != "."

    def starting(self, at: int) -> Name | None:
        """Return the name that begins at the token, its courtesy title included."""
        return next((n for n in self.names if at in (n.begins, n.start)), None)

    def ending(self, at: int) -> Name | None:
        """Return the name that ends before the token, marks in brackets ("(R)") passed over."""
        return next((n for n in self.names if at in (n.end, self.after(n))), None)

    def after(self, name: Name) -> int:
        """Return the token after the name and after a caption's mark or age in brackets."""
        doc, at = self.sentence.doc, name.end
        if at < self.sentence.end and doc[at].text == "(":
            close = next((i for i in range(at + 1, min(at + 5, self.sentence.end)) if doc[i].text == ")"), None)
            inner = doc[at + 1 : close].text if close else ""
            if close and (folded(inner) in word_set("marks") or inner.isdigit()):
                return close + 1
        return at

    def mention_at(self, at: int) -> Mention | None:
        """Return the longest mention of a place or organisation that starts at the token."""
        starts = [m for m in self.table.mentions if m.start == at and m.form != "pronoun"]
        return max(starts, key=lambda m: m.end, default=None)


def scene(sentence: Span, table: ActorTable) -> Scene:
    """Return the sentence with its titles and names."""
    made = Scene(sentence, table, joined(find_titles(sentence, table), sentence.doc, table))
    made.names = list(_names(made))
    return made


def _names(scene: Scene) -> Iterator[Name]:
    """Yield every run of words that reads like a personal name, outside titles and other names."""
    sentence, table, at = scene.sentence, scene.table, scene.sentence.start
    in_title = {i for t in scene.titles for i in range(t.start, t.end)}
    after_title = {t.end for t in scene.titles}

    def in_any(token: Token) -> bool:
        return token.i in in_title or (table.at(token) is not None and not shares_name(table, token))

    def in_a_title(token: Token) -> bool:
        return token.i in in_title or demonym(token.text) is not None

    while at < sentence.end:
        sure = at in after_title or skip_courtesies(sentence.doc, at, sentence.end) > at
        blocked: Callable[[Token], bool] = in_a_title if sure else in_any
        name = None if at in in_title else read_name(sentence.doc, at, sentence.end, blocked)
        if name and not _is_covered(scene, name):
            yield name
            at = name.end
        else:
            at += 1


def _is_covered(scene: Scene, name: Name) -> bool:
    """Tell whether other actors' names fill the run of words."""
    return all(scene.table.at(scene.sentence.doc[i]) for i in range(name.start, name.end))


def place_after(scene: Scene, name: Name) -> tuple[Mention | None, int]:
    """Return the place or organisation told right after the name ("of Peru", "(Peru)") and the token after it."""
    doc, at = scene.sentence.doc, scene.after(name)
    if at + 1 >= scene.sentence.end:
        return None, at
    start = at + 1
    if doc[start].lower_ == "the" and start + 1 < scene.sentence.end:
        start += 1
    mention = scene.mention_at(start)
    if mention is None:
        return None, at
    if doc[at].lower_ in ("of", "from"):
        return mention, mention.end
    if doc[at].text == "(" and mention.end < scene.sentence.end and doc[mention.end].text == ")":
        return mention, mention.end + 1
    return None, at
