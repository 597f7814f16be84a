"""Events compared: the same day, give or take one, the same place, principals and format (domain.md §7)."""

from collections.abc import Sequence
from typing import Literal

from amity.matching.comparing.parties import Actors, near_names, seldom, spoken_for
from amity.matching.comparing.tally import Tally
from amity.matching.days import apart, gap, precise, span
from amity.matching.features import EventFeatures, Party
from amity.matching.homes import below
from amity.matching.words import common, content, overlap
from amity.model.register import Comparison

SAME_TYPE = 1.0
SAME_DAY = 4.0
NEXT_DAY = 2.0
"""Datelines and time zones shift a day; place and principals must then agree."""
OVERLAP = 3.0
"""Stays of several days that meet."""
SAME_MONTH = 2.0
OFTEN_MONTH = 1.0
"""Leaders meet, call and visit more than once a month."""
SELDOM_TYPES = frozenset({"signing", "summit", "committee_session", "ceremony"})
PAIR = 2
SAME_YEAR = 1.0
RECALLED = 2.5
"""Both reports look back at one visit, signing or the like of a place that has few: of two in one month hardly both are recalled."""
LOOKING_BACK = 180
"""Days after which a report looks back."""
UNDATED_PLANNED = 2.0
"""What is announced without a date and held within weeks."""
SOON = 60
"""Days within which something announced without a date is the next of its kind."""
UNDATED_NEWS = 1.5
"""Two reports of the same days that tell their own news without its date."""
UNDATED_ACT = 2.0
"""Likewise, for signings and ceremonies, of which there are fewer than of meetings."""
SAME_SUBJECT = 1.0
MOST_WORDS = 3
"""Telling words in common from which two sentences are about one subject."""
FRESH = 7
"""Days between reports of one piece of news."""
UNIQUE_TEXT = 45
"""Days by which reports may differ on when a text that two parties conclude once was signed."""
UNIQUE_TEXTS = frozenset({"friendly_city_agreement"})
SAME_PLACE = 2.0
OTHER_PLACE = -4.0
ALL_SIDES = 3.0
SOME_SIDES = 1.5
PER_SIDE = 0.5
"""For each side beyond the first, where one report names fewer."""
SHARED_SIDE = 0.5
SELDOM = 1.0
"""All sides are the same and none is a state: cities, provinces and organisations seldom have two such events at a time."""
SELDOM_SIDE = 0.5
OTHER_SIDE = -6.0
"""Of two sides one is the same, the other is elsewhere: a host has several guests in a day."""
BESIDE = -4.0
"""Two of those who gathered, and they alone: leaders talk in pairs beside a conference."""
HOST = 1.0
"""A gathering of one organisation: it holds few."""
SAME_SENTENCE = 3.0
"""Word for word the same: wire text, also where only a part was taken over."""
ONE_PRINCIPAL = 2.0
TWO_PRINCIPALS = 3.5
OTHER_PRINCIPALS = -6.0
"""Each report names somebody of note whom the other does not know: one leader meets several hosts on one day."""
OTHER_COUNTERPART = -3.0
"""More is taken where both tell of one meeting: who met whom is what tells it from the next one of the same delegation."""
MANY = 2
"""Principals in common from which it does not matter who else is named."""
SAME_TEXTS = 1.0
OTHER_TEXTS = -3.0
OTHER_FORMAT = -4.0
SAME = 7.0
DOUBT = 5.5
NEVER = -20.0

_MEETINGS = frozenset({"meeting", "working_session", "committee_session"})
_KINDRED = (
    _MEETINGS,
    frozenset({"meeting", "call"}),
    frozenset({"summit", "committee_session"}),
    frozenset({"summit", "meeting"}),
    frozenset({"ceremony", "exchange"}),
)
_BESIDE = ({"summit", "meeting"}, {"summit", "working_session"})
_FACE_TO_FACE = frozenset({"meeting", "working_session", "call"})
_FAR = frozenset({"online", "phone"})


def compare_events(one: EventFeatures, other: EventFeatures, actors: Actors) -> Comparison:
    """Return how alike two events are; what two reports of one document tell apart is for the caller to keep apart."""
    tally = Tally()
    _types(tally, one, other)
    _sides(tally, one, other, actors)
    if not tally.barred:
        _principals(tally, one, other, actors)
        _dates(tally, one, other)
        _without_day(tally, one, other, actors)
        _recalled(tally, one, other, actors)
        _places(tally, one, other)
        _texts(tally, one, other)
        _formats(tally, one, other)
        _subjects(tally, one, other)
    return tally.verdict(same=SAME, doubt=DOUBT, partial=_partial(one, other))


def possible(one: EventFeatures, other: EventFeatures) -> bool:
    """Return whether two events may be one, as far as can be told without knowing which actors are."""
    tally = Tally()
    _types(tally, one, other)
    if not tally.barred:
        _dates(tally, one, other)
    return not tally.barred


def _partial(one: EventFeatures, other: EventFeatures) -> Literal[0, 1, 2]:
    """Return which of the two is known without its day, the other with it: it may be any of several."""
    if precise(one.start) == precise(other.start):
        return 0
    return 2 if precise(one.start) else 1


def _types(tally: Tally, one: EventFeatures, other: EventFeatures) -> None:
    if one.type == other.type:
        tally.add("same type", SAME_TYPE, one.type)
    elif not any({one.type, other.type} <= group for group in _KINDRED):
        tally.bar("types differ", NEVER, f"{one.type} and {other.type}")
    if shared := overlap(one.sentences, other.sentences):
        tally.add("same sentence", SAME_SENTENCE, str(len(shared)))
    if "cancelled" in (one.status, other.status) and one.status != other.status and "held" in (one.status, other.status):
        tally.bar("held and cancelled", NEVER)


def _sides(tally: Tally, one: EventFeatures, other: EventFeatures, actors: Actors) -> None:
    shared = actors.pairs(one.sides, other.sides)
    ours = [side for side in one.sides if side not in {a for a, _ in shared}]
    theirs = [side for side in other.sides if side not in {b for _, b in shared}]
    count = len(shared) + min(len(spoken_for(ours, other.people)) + len(spoken_for(theirs, one.people)), max(len(ours), len(theirs)))
    names = ", ".join(sorted({a.name for a, _ in shared}))
    fewest, most = sorted((len(one.sides), len(other.sides)))
    if not count:
        if not actors.pairs(one.people, other.people) and (fewest or not (one.people or other.people)):
            tally.bar("no side in common", NEVER)
    elif count >= most:
        tally.add("all sides" if most > 1 else "the one side", ALL_SIDES if most > 1 else SOME_SIDES, names)
        tally.add("they seldom meet", SELDOM if seldom((*one.sides, *other.sides)) else 0.0)
    elif count >= fewest:
        tally.add("sides of one among those of the other", SOME_SIDES + PER_SIDE * (count - 1), names)
        tally.add("a side that seldom meets", SELDOM_SIDE if any(seldom([a]) for a, _ in shared) and count > 1 else 0.0)
    else:
        tally.add("a side in common", SHARED_SIDE, names)
        tally.add("the other side is elsewhere", OTHER_SIDE if _elsewhere(ours, theirs, fewest, most) else 0.0)
    if {one.type, other.type} in _BESIDE and fewest == PAIR < most:
        tally.add("two of those who gathered", BESIDE, names)
    if any(a.kind == "igo" for a, _ in shared) and one.type == "summit":
        tally.add("a gathering of one organisation", HOST)


def _elsewhere(ours: Sequence[Party], theirs: Sequence[Party], fewest: int, most: int) -> bool:
    """Return whether of two events of two sides each the sides that are not shared are known and lie in different places."""
    homes = [(a.home, b.home) for a in ours for b in theirs]
    return fewest == most == PAIR and all(a is not None and b is not None and not below(a, b) for a, b in homes)


def _principals(tally: Tally, one: EventFeatures, other: EventFeatures, actors: Actors) -> None:
    shared = actors.pairs(one.people, other.people)
    ours = [person for person in one.people if person not in {a for a, _ in shared}]
    theirs = [person for person in other.people if person not in {b for _, b in shared}]
    for a in list(ours):
        near = next((b for b in theirs if near_names(a, b)), None)
        if near is not None:
            ours.remove(a)
            theirs.remove(near)
            shared.append((a, near))
    if shared:
        points = TWO_PRINCIPALS if len(shared) > 1 else ONE_PRINCIPAL
        tally.add("same principals", points, ", ".join(sorted(a.name for a, _ in shared)))
    if len(shared) < MANY and _rivals(ours, theirs):
        tally.add("other principals", OTHER_PRINCIPALS, f"{_names(ours)} and {_names(theirs)}")
        tally.add("who met whom differs", OTHER_COUNTERPART if {one.type, other.type} <= _FACE_TO_FACE else 0.0)


def _rivals(ours: list[Party], theirs: list[Party]) -> bool:
    """Return whether persons that only one report names are of one side, or of sides that are not told."""
    return any(a.home is None or b.home is None or below(a.home, b.home) for a in ours for b in theirs)


def _names(people: list[Party]) -> str:
    return ", ".join(person.name for person in people)


def _dates(tally: Tally, one: EventFeatures, other: EventFeatures) -> None:
    ours, theirs = span(one.start, one.end), span(other.start, other.end)
    if ours is None or theirs is None:
        _undated(tally, one, other)
        return
    days = gap(ours, theirs)
    shown = f"{one.start} and {other.start}"
    if days == 0:
        _meeting_spans(tally, one, other, shown)
    elif days == 1 and precise(one.start) and precise(other.start):
        tally.add("a day apart", NEXT_DAY, shown)
    elif set(one.texts) & set(other.texts) & UNIQUE_TEXTS and days <= UNIQUE_TEXT and not (precise(one.start) and precise(other.start)):
        tally.add("the two conclude such a text once", SAME_MONTH, shown)
    else:
        tally.bar("dates differ", NEVER, shown)


def _without_day(tally: Tally, one: EventFeatures, other: EventFeatures, actors: Actors) -> None:
    """Without a day, the sides at least must be two of the same, or the one side of both."""
    if precise(one.start) and precise(other.start):
        return
    shared = actors.pairs(one.sides, other.sides)
    host = any(side.kind in ("igo", "ngo") for side, _ in shared) and one.type == other.type == "summit"
    if len(shared) < PAIR and not host and not len(one.sides) == len(other.sides) == 1:
        tally.bar("no day, and not the same pair", NEVER)


def _meeting_spans(tally: Tally, one: EventFeatures, other: EventFeatures, shown: str) -> None:
    if precise(one.start) and precise(other.start):
        same = (one.start, one.end) == (other.start, other.end)
        tally.add("same day" if same else "days overlap", SAME_DAY if same else OVERLAP, shown)
    elif min(len(one.start or ""), len(other.start or "")) >= 7:
        tally.add("same month", SAME_MONTH if one.type == other.type and one.type in SELDOM_TYPES else OFTEN_MONTH, shown)
    else:
        tally.add("same year", SAME_YEAR, shown)


def _recalled(tally: Tally, one: EventFeatures, other: EventFeatures, actors: Actors) -> None:
    months = min(len(one.start or ""), len(other.start or "")) == len("2024-05")
    if tally.barred or not months or one.type != other.type or one.type not in {*SELDOM_TYPES, "visit"}:
        return
    shared = actors.pairs(one.sides, other.sides)
    waits = [apart(event.start, event.told) or 0 for event in (one, other)]
    if len(shared) >= PAIR and any(seldom([side]) for side, _ in shared) and min(waits) >= LOOKING_BACK:
        tally.add("both look back at it", RECALLED, f"told {one.told} and {other.told}")


def _undated(tally: Tally, one: EventFeatures, other: EventFeatures) -> None:
    """One date at least is unknown: count what was announced and then held, and one piece of news in two reports."""
    undated, dated = (one, other) if not one.start else (other, one)
    days = apart(undated.told, dated.start or dated.told)
    if days is None:
        return
    if undated.status == "planned" and 0 <= days <= SOON:
        tally.add("announced, and held soon after", UNDATED_PLANNED, f"told {undated.told}, dated {dated.start}")
    elif undated.status == dated.status and abs(days) <= FRESH:
        points = UNDATED_ACT if one.type == other.type and one.type in ("signing", "ceremony") else UNDATED_NEWS
        tally.add("news of the same days", points, f"told {undated.told}, dated {dated.start or dated.told}")
    else:
        tally.bar("too far apart for an event without a date", NEVER)


def _places(tally: Tally, one: EventFeatures, other: EventFeatures) -> None:
    if not one.places or not other.places:
        return
    if one.places[0] in other.places or other.places[0] in one.places:
        tally.add("same place", SAME_PLACE, one.places[0])
    elif _towns(one) and _towns(other):
        tally.add("other place", OTHER_PLACE, f"{one.places[0]} and {other.places[0]}")


def _towns(event: EventFeatures) -> bool:
    return "/" in event.places[0]


def _texts(tally: Tally, one: EventFeatures, other: EventFeatures) -> None:
    if one.texts and other.texts:
        if set(one.texts) & set(other.texts):
            once = SAME_TEXTS if set(one.texts) & set(other.texts) & UNIQUE_TEXTS else 0.0
            tally.add("same texts", SAME_TEXTS + once, ", ".join(sorted(set(one.texts) & set(other.texts))))
        elif "other" not in (*one.texts, *other.texts) and not {*one.texts, *other.texts} <= _LOOSE:
            tally.add("other texts", OTHER_TEXTS, f"{', '.join(one.texts)} and {', '.join(other.texts)}")


_LOOSE = frozenset(
    {"mou", "agreed_minutes", "letter_of_intent", "cooperation_agreement", "other", "unnamed_texts", "friendly_city_agreement"}
)
"""Types of texts that reports take for each other."""


def _subjects(tally: Tally, one: EventFeatures, other: EventFeatures) -> None:
    named = {word for party in (*one.sides, *other.sides, *one.people, *other.people) for word in content(party.name)}
    shared = [word for word in overlap(one.words, other.words) if word not in common() and word not in named]
    if len(shared) >= MOST_WORDS:
        tally.add("same subject", SAME_SUBJECT, " ".join(shared))


def _formats(tally: Tally, one: EventFeatures, other: EventFeatures) -> None:
    modes = {one.mode, other.mode}
    if "in_person" in modes and modes & _FAR:
        tally.add("other format", OTHER_FORMAT, f"{one.mode} and {other.mode}")
