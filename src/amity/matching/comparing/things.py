"""Mechanisms and projects compared: the words and names of their names, then who takes part."""

from amity.matching.comparing.parties import Actors
from amity.matching.comparing.tally import Tally
from amity.matching.features import ThingFeatures
from amity.matching.words import overlap
from amity.model.register import Comparison

SAME_NAME = 4.0
MOST_WORDS = 2.5
SHARED_NAMES = 2.0
SHARED_MEMBERS = 2.0
SAME_PLACES = 1.5
"""Both reports are about the same two places, or more."""
FEW_PLACES = 2
SAME = 5.5
DOUBT = 4.0
NEVER = -20.0
NUMBERED = 5.5
"""Numbers tell which road or gate of many is meant ("markers 40 and 41")."""
NUMBERS = 2
YEARS = range(1990, 2051)
MOST = 0.6
"""Part of the words of both names together that must be shared."""


def compare_things(one: ThingFeatures, other: ThingFeatures, actors: Actors) -> Comparison:
    """Return how alike two mechanisms, or two projects, are."""
    tally = Tally()
    _named(tally, one, other)
    _members(tally, one, other, actors)
    return tally.verdict(same=SAME, doubt=DOUBT)


def possible(one: ThingFeatures, other: ThingFeatures) -> bool:
    """Return whether two mechanisms or projects may be one, as far as can be told without knowing which actors are."""
    tally = Tally()
    _named(tally, one, other)
    return not tally.barred


def _named(tally: Tally, one: ThingFeatures, other: ThingFeatures) -> None:
    if one.layer != other.layer:
        tally.bar("layers differ", NEVER)
    words = overlap(one.words, other.words)
    if one.words == other.words:
        tally.add("same name", SAME_NAME, " ".join(words))
    elif len(words) >= MOST * len(set(one.words) | set(other.words)):
        tally.add("most words of the name", MOST_WORDS, " ".join(words))
    elif words and _around(one, other):
        tally.add("words of the name, and numbers around it", NUMBERED, " ".join((*words, *_around(one, other))))
    else:
        tally.bar("names differ", NEVER)
    if names := overlap(one.names, other.names):
        tally.add("same names", SHARED_NAMES, " ".join(names))
    elif one.names and other.names:
        tally.bar("other names", NEVER, f"{' '.join(one.names)} and {' '.join(other.names)}")


def _around(one: ThingFeatures, other: ThingFeatures) -> tuple[str, ...]:
    """Return the numbers that stand around both names, years left out; none if they are few."""
    numbers = tuple(word for word in overlap(one.around, other.around) if word.isdigit() and int(word) not in YEARS)
    return numbers if len(numbers) >= NUMBERS else ()


def _members(tally: Tally, one: ThingFeatures, other: ThingFeatures, actors: Actors) -> None:
    shared = actors.pairs(one.members, other.members)
    if shared:
        tally.add("same members", SHARED_MEMBERS, ", ".join(sorted({a.name for a, _ in shared})))
    elif one.members and other.members:
        tally.bar("members differ", NEVER)
    elif len(places := overlap(one.homes, other.homes)) >= FEW_PLACES:
        tally.add("reports of the same places", SAME_PLACES, ", ".join(places))
