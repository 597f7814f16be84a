"""Persons compared: the words of the name, then posts and the places spoken for."""

from typing import Literal

from amity.matching.comparing.tally import Tally
from amity.matching.features import Office, PersonFeatures
from amity.matching.homes import below, country_of
from amity.matching.names import short_for, slip, spelled_alike
from amity.model.register import Comparison

FULL_NAME = 5.0
"""A whole name of two words or more; namesakes exist, so that what speaks against it still counts."""
RARE_NAME = 1.0
"""For each word beyond the second, or word of more than six letters: long names are seldom shared by two officials."""
SPELLED_ALIKE = 3.0
"""All words are spellings of each other (transliterations)."""
SHORT_NAME = 2.5
"""Same family name, and a given name that is a short form of the other."""
PART_OF_NAME = 3.0
"""Two words or more of a longer name."""
ONE_WORD = 1.5
"""One word of a longer name, where names of that kind are called by it."""
FAMILY_WORD = 0.5
"""A short first word is mostly a family name that many officials of one place bear: the post must tell which is meant."""
LONG_WORD = 7
"""Letters from which a single name is seldom borne by two officials of one place."""
SLIP = -1.0
"""One letter of one word differs: only what both persons do can tell that it is a slip."""
OTHER_NAME = -10.0
SAME_OFFICE = 2.5
SAME_HOME = 1.5
SAME_COUNTRY = 0.5
OTHER_COUNTRY = -5.0
SPEAKS_FOR_OTHER = -2.5
"""Countries differ, but no post says so: for whom a person spoke is more often misread than a post."""
OTHER_HOME = -1.5
"""Posts at two places of one country: people move, and namesakes exist."""
SAME = 4.0
DOUBT = 2.0

DIFFER = "names differ"


def compare_persons(one: PersonFeatures, other: PersonFeatures) -> Comparison:
    """Return how alike two persons are."""
    tally = Tally()
    partial = _names(tally, one, other)
    if tally.barred:
        return tally.verdict(same=SAME, doubt=DOUBT)
    _standing(tally, one, other)
    if partial:
        return tally.verdict(same=ONE_WORD + SAME_HOME, doubt=ONE_WORD + SAME_HOME - 0.5, partial=partial)
    return tally.verdict(same=SAME, doubt=DOUBT)


def _names(tally: Tally, one: PersonFeatures, other: PersonFeatures) -> Literal[0, 1, 2]:
    """Add the points of the best pair of name forms; return which side is a partial name (0 none, 1 first, 2 second)."""
    ours, theirs = one.name.split(), other.name.split()
    if (len(ours) == 1) != (len(theirs) == 1):
        return _partial(tally, ours, theirs)
    best = max(
        (_points(a.split(), b.split()) for a in (one.name, *one.forms) for b in (other.name, *other.forms)),
        key=lambda found: found[1],
    )
    (tally.bar if best[0] == DIFFER else tally.add)(*best)
    return 0


def _partial(tally: Tally, ours: list[str], theirs: list[str]) -> Literal[0, 1, 2]:
    """A lone word is a given name at the end (Vietnamese, Lao usage) or a family name at either end of the whole name."""
    first_is_part = len(ours) == 1
    lone, whole = (ours[0], theirs) if first_is_part else (theirs[0], ours)
    if lone in (whole[0], whole[-1]):
        common = lone != whole[-1] and len(lone) < LONG_WORD
        tally.add("part of the name", FAMILY_WORD if common else ONE_WORD, f"{lone} in {' '.join(whole)}")
        return 1 if first_is_part else 2
    tally.bar(DIFFER, OTHER_NAME, f"{lone} and {' '.join(whole)}")
    return 0


def _points(ours: list[str], theirs: list[str]) -> tuple[str, float, str]:
    shown = f"{' '.join(ours)} and {' '.join(theirs)}"
    if sorted(ours) == sorted(theirs):
        if len(ours) == 1:
            return "same lone name", ONE_WORD, ours[0]
        rare = sum(1 for at, word in enumerate(ours) if at > 1 or len(word) > 6)
        return "same name", FULL_NAME + RARE_NAME * rare, " ".join(ours)
    if len(ours) == len(theirs) > 1:
        return _word_by_word(ours, theirs, shown)
    short, long = sorted((ours, theirs), key=len)
    if len(short) > 1 and all(any(spelled_alike(a, b) for b in long) for a in short):
        return "part of the name", PART_OF_NAME, shown
    return DIFFER, OTHER_NAME, shown


def _word_by_word(ours: list[str], theirs: list[str], shown: str) -> tuple[str, float, str]:
    odd = [(a, b) for a, b in zip(ours, theirs, strict=True) if not spelled_alike(a, b)]
    if not odd:
        return "spelled alike", SPELLED_ALIKE, shown
    if len(odd) == 1 and short_for(*odd[0]) and (ours[-1], theirs[-1]) != odd[0]:
        return "short form of the name", SHORT_NAME, shown
    if len(odd) == 1 and slip(*odd[0]):
        return "one letter differs", SLIP, shown
    return DIFFER, OTHER_NAME, shown


def _standing(tally: Tally, one: PersonFeatures, other: PersonFeatures) -> None:
    """Add what posts and the places spoken for tell."""
    offices = _same_office(one, other)
    ours, theirs = _homes(one), _homes(other)
    countries, others = {country_of(home) for home in ours} - {None}, {country_of(home) for home in theirs} - {None}
    if offices:
        tally.add("same post", SAME_OFFICE, offices)
    if shared := sorted(ours & theirs):
        tally.add("same place", SAME_HOME, ", ".join(shared))
    elif any(below(a, b) for a in ours for b in theirs):
        tally.add("same country", SAME_COUNTRY, ", ".join(sorted(str(code) for code in countries & others)))
    elif countries and others and not countries & others:
        told = any(office.home for office in one.offices) and any(office.home for office in other.offices)
        points = OTHER_COUNTRY if told else SPEAKS_FOR_OTHER
        tally.add("countries differ", points, f"{sorted(map(str, countries))} and {sorted(map(str, others))}")
    elif ours and theirs:
        tally.add("other place", OTHER_HOME, f"{sorted(ours)} and {sorted(theirs)}")


def _homes(person: PersonFeatures) -> set[str]:
    return {office.home for office in person.offices if office.home} | set(person.sides)


def _same_office(one: PersonFeatures, other: PersonFeatures) -> str:
    def key(office: Office) -> tuple[str, str | None]:
        return (office.title, office.home or office.of)

    shared = {key(office) for office in one.offices if office.title} & {key(office) for office in other.offices if office.title}
    return ", ".join(sorted(f"{title} of {place}" for title, place in shared if place))
