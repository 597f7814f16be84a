"""Gatherings of many: three parties or more that the opening of a report lists as acting together."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from spacy.tokens import Token

from amity.model.actors import JURISDICTIONS
from amity.reading.report import ActorTable, Report

LEAST = 3
OPENING = 5
"""Sentences in which a report says who came together."""
LINKS = frozenset({"of", "from"})
JOINT = frozenset({"between", "among", "amongst"})


def parties_listed(report: Report, table: ActorTable, sides: Iterable[str]) -> tuple[str, ...]:
    """Return the jurisdictions that the opening lists as acting ("the mayors of A, B and C signed"), () where it has no such list.

    Of several lists the one that holds most of the ``sides`` counts, then the longest.
    """
    sentences = [s for s in report.sentences() if report.role_at(s.start_char) == "body"][:OPENING]
    lists = [found for s in sentences for token in s if _acts(token) and (found := _parties(table, token))]
    return max(lists, key=lambda found: (len(set(found) & set(sides)), len(found)), default=())


def _acts(token: Token) -> bool:
    """Tell whether the noun is a subject, an agent, or what follows "between"."""
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.head.pos_ in ("VERB", "AUX")
    return token.dep_ == "pobj" and (token.head.dep_ == "agent" or token.head.lower_ in JOINT)


def _parties(table: ActorTable, noun: Token) -> tuple[str, ...]:
    named = table.represented(actor for member in _members(noun) for actor in table.refers(member))
    found = list(dict.fromkeys(a for a in named if table.actors[a].kind in JURISDICTIONS))
    states = {table.actors[a].country for a in found if table.actors[a].kind != "state"}
    found = [a for a in found if table.actors[a].kind != "state" or table.actors[a].country not in states]
    apart = all(_name(table, a) != _name(table, b) for a, b in combinations(found, 2))
    return tuple(found) if len(found) >= LEAST and apart else ()


def _name(table: ActorTable, actor: str) -> str:
    return table.actors[actor].name.split()[0]


def _members(noun: Token) -> Iterator[Token]:
    """Yield the nouns of a list, what stands beside them, and the names that "of" hangs on a plural ("the districts of A and B")."""
    for member in _listed(noun):
        yield member
        yield from (inner for beside in member.children if beside.dep_ == "appos" for inner in _members(beside))
        if member.tag_ in ("NNS", "NNPS"):
            linked = (child for child in member.children if child.dep_ == "prep" and child.lower_ in LINKS)
            yield from (inner for link in linked for first in link.children if first.dep_ == "pobj" for inner in _members(first))


def _listed(noun: Token) -> Iterable[Token]:
    return (noun, *(token for token in noun.conjuncts if token.i > noun.i))
