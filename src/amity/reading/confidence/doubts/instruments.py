"""Doubts about instruments."""

import re

from amity.model import Instrument
from amity.reading.confidence.scene import Doubt, Scene, length, quoted
from amity.vocabulary import load, per_language

VAGUE = frozenset({"unnamed_texts", "cooperation_agreement", "other"})
"""Types that many words have, or none."""
CROWD = 8
LONG = 45
"""Words from which a sentence is long."""


def mixed(scene: Scene, one: Instrument) -> bool:
    """Its parties are of different kinds, as a state and a city."""
    return scene.mixed(one.parties)


def not_here(scene: Scene, one: Instrument) -> bool:
    """The first sentence that names it does not mention its parties."""
    return not scene.stands(one.parties, one.evidence[0])


def not_by_name(scene: Scene, one: Instrument) -> bool:
    """The first sentence that names it does not name its parties."""
    return not one.parties or not scene.named(one.parties, one.evidence[0])


def one_of_several(scene: Scene, one: Instrument) -> bool:
    """The report names more than one instrument."""
    return len(scene.reading.instruments) > 1


def one_of_many(scene: Scene, one: Instrument) -> bool:
    """The report names more than two instruments."""
    return len(scene.reading.instruments) > 2


def not_first(scene: Scene, one: Instrument) -> bool:
    """It is not the first instrument of the report."""
    return scene.reading.instruments[0] is not one


def several_parties(scene: Scene, one: Instrument) -> bool:
    """It has more than two parties."""
    return len(one.parties) > 2


def one_party(scene: Scene, one: Instrument) -> bool:
    """It has one party, or none."""
    return len(one.parties) < 2


def unsure(scene: Scene, one: Instrument) -> bool:
    """Its own words do not tell its parties, or not what became of it."""
    return one.confidence != "high"


def vague(scene: Scene, one: Instrument) -> bool:
    """Its type is one of those that many words have."""
    return one.type in VAGUE


def type_untold(scene: Scene, one: Instrument) -> bool:
    """No words of its type stand in its sentences."""
    return not any(phrase in _folded(place.quote) for phrase in _phrases(one.type) for place in one.evidence)


def short_title(scene: Scene, one: Instrument) -> bool:
    """The words that name it are three at most."""
    return len(one.title.split()) <= 3


def not_between_sides(scene: Scene, one: Instrument) -> bool:
    """One of its parties is no principal side of the report."""
    return not set(one.parties) <= scene.sides


def long_sentence(scene: Scene, one: Instrument) -> bool:
    """The sentence is long."""
    return length(one.evidence[0]) > LONG


def in_quotation(scene: Scene, one: Instrument) -> bool:
    """Quotation marks stand in the sentence."""
    return quoted(one.evidence[0])


def no_capital(scene: Scene, one: Instrument) -> bool:
    """Its title is not written as a name."""
    return not one.title[:1].isupper()


def in_a_crowd(scene: Scene, one: Instrument) -> bool:
    """The report names many actors."""
    return len(scene.reading.actors) > CROWD


@per_language
def _phrases(kind: str) -> tuple[str, ...]:
    told = load("instruments")
    return tuple(_folded(phrase) for section in ("types", "weak") for phrase in told[section].get(kind, ()))


def _folded(words: str) -> str:
    return re.sub(r"[\s‐-]+", " ", words).casefold()


INSTRUMENTS: tuple[Doubt[Instrument], ...] = (
    mixed, not_here, not_by_name, one_of_several, one_of_many, not_first, several_parties, one_party, unsure, vague, type_untold,
    short_title, not_between_sides, long_sentence, in_quotation, no_capital, in_a_crowd,
)  # fmt: skip
