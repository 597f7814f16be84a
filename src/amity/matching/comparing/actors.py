"""Jurisdictions and organisations compared: the place that they are or belong to, then the words of the name."""

from functools import cache

from amity.matching.comparing.tally import Tally
from amity.matching.features import ActorFeatures
from amity.matching.homes import country_of
from amity.matching.names import spelled_alike
from amity.model.actors import JURISDICTIONS
from amity.model.register import Comparison
from amity.vocabulary import load

SAME_PLACE = 6.0
"""One place, one kind of unit: nothing more is needed."""
SAME_NAME = 4.0
"""A name alone is not enough: places and organs of one name exist in many countries."""
SAME_COUNTRY = 2.0
SAME_HOME = 3.0
"""Two organs of one place with one name are one organ."""
NEAR_NAME = 2.5
"""Spellings of one name; with the same home it is enough, with the country alone it is a doubt."""
OWN_WORDS = 2.0
"""A name that is not made of the usual words for organs is seldom borne twice."""
ACRONYM = 4.0
"""A short name made of the first letters of the long one."""
SAME = 5.5
DOUBT = 3.5
APART = -10.0

_BELOW_STATE = frozenset({"municipality", "district"})
_GROUPS = frozenset({"body", "party", "igo", "company", "ngo"})


def compare_actors(one: ActorFeatures, other: ActorFeatures) -> Comparison:
    """Return how alike two jurisdictions or organisations are."""
    tally = Tally()
    if not _kindred(one.kind, other.kind):
        tally.bar("kind", APART, f"{one.kind} and {other.kind}")
    elif one.kind in JURISDICTIONS:
        _units(tally, one, other)
    else:
        _groups(tally, one, other)
    return tally.verdict(same=SAME, doubt=DOUBT)


def _kindred(one: str, other: str) -> bool:
    """Return whether reports may call one actor by both kinds: cities are filed as districts, organisations as each other."""
    return one == other or {one, other} <= _BELOW_STATE or {one, other} <= _GROUPS


def _countries(tally: Tally, one: ActorFeatures, other: ActorFeatures) -> None:
    ours, theirs = one.country or country_of(one.home), other.country or country_of(other.home)
    if ours and theirs:
        if ours == theirs:
            tally.add("same country", SAME_COUNTRY, ours)
        else:
            tally.bar("countries differ", APART, f"{ours} and {theirs}")


def _units(tally: Tally, one: ActorFeatures, other: ActorFeatures) -> None:
    if one.home and one.home == other.home and "//" not in one.home:
        tally.add("same place", SAME_PLACE, one.home)
        return
    if one.name == other.name:
        tally.add("same name", SAME_NAME, one.name)
    elif _spelled_alike(one.name, other.name):
        tally.add("spelled alike", NEAR_NAME, f"{one.name} and {other.name}")
    else:
        tally.bar("names differ", APART, f"{one.name} and {other.name}")
    _countries(tally, one, other)
    if _units_above_differ(one, other):
        if one.anchored and other.anchored:
            tally.bar("other part of the country", APART, f"{one.home} and {other.home}")
    elif one.name == other.name and not (one.country and other.country):
        tally.add("no other country is told", SAME_COUNTRY)


def _units_above_differ(one: ActorFeatures, other: ActorFeatures) -> bool:
    ours, theirs = (features.home.split("/")[1] if features.home and "/" in features.home else "" for features in (one, other))
    return bool(ours and theirs and ours != theirs)


def _spelled_alike(one: str, other: str) -> bool:
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    ours, theirs = one.split(), other.split()
    return len(ours) == len(theirs) and all(spelled_alike(a, b) for a, b in zip(ours, theirs, strict=True))


@cache
def _organs() -> frozenset[str]:
    return frozenset(load("matching")["organs"])


@cache
def _national() -> frozenset[str]:
    return frozenset(load("matching")["national"])


def _groups(tally: Tally, one: ActorFeatures, other: ActorFeatures) -> None:
    _countries(tally, one, other)
    ours, theirs = frozenset(one.name.split()), frozenset(other.name.split())
    if one.home and other.home:
        if one.home == other.home:
            tally.add("same home", SAME_HOME, one.home)
            ours, theirs = _without_home(ours, one.home), _without_home(theirs, other.home)
        else:
            tally.bar("homes differ", APART, f"{one.home} and {other.home}")
    if ours == theirs:
        tally.add("same name", SAME_NAME, one.name)
        if ours - _organs() or one.kind == "igo":
            tally.add("a name of its own", OWN_WORDS, " ".join(sorted(ours - _organs())))
        elif one.country and one.country == other.country and ours & _national() and not (one.home and other.home):
            tally.add("an organ of which a state has one", 0.5 if one.home or other.home else OWN_WORDS)
    elif shared := _shared_form(one, other):
        tally.add("same form of the name", SAME_NAME, shared)
    elif initials := _initials(one, other):
        tally.add("initials", ACRONYM, initials)
    elif _spelled_alike(one.name, other.name):
        tally.add("spelled alike", NEAR_NAME, f"{one.name} and {other.name}")
    else:
        tally.bar("names differ", APART, f"{one.name} and {other.name}")
    _one_sided_home(tally, one, other)


def _one_sided_home(tally: Tally, one: ActorFeatures, other: ActorFeatures) -> None:
    """An organ of a place is not known to be the organ that is named without a place, unless a state has one only."""
    local, named = one.home or other.home, frozenset(one.name.split())
    national = local is not None and "-" not in local and "/" not in local and bool(named & _national())
    if bool(one.home) != bool(other.home) and not national and not (named - _organs()):
        tally.add("whose organ is not told", -2.5, local or "")


def _without_home(parts: frozenset[str], home: str) -> frozenset[str]:
    named = frozenset(home.split("/")[-1].split()) if "/" in home else frozenset()
    return (parts - named) or parts


def _shared_form(one: ActorFeatures, other: ActorFeatures) -> str:
    ours, theirs = {one.name, *one.forms}, {other.name, *other.forms}
    telling = [form for form in sorted(ours & theirs) if frozenset(form.split()) - _organs()]
    return telling[0] if telling else ""


def _initials(one: ActorFeatures, other: ActorFeatures) -> str:
    for short, forms in ((one.name, (other.name, *other.forms)), (other.name, (one.name, *one.forms))):
        long = next((form for form in forms if short == "".join(word[0] for word in form.split())), None)
        if " " not in short and len(short) > 2 and long:
            return f"{short} for {long}"
    return ""
