"""Instruments compared: parties, then period or signing date, then subject; a title alone does not decide (domain.md §7)."""

from typing import Literal

from amity.matching.comparing.parties import Actors, seldom
from amity.matching.comparing.tally import Tally
from amity.matching.days import apart, gap, precise, span
from amity.matching.features import InstrumentFeatures, Party
from amity.matching.homes import below
from amity.matching.words import common, content, overlap
from amity.model.register import Comparison

SAME_TYPE = 2.0
LIKE_TYPE = 0.5
"""Types that reports take for each other ("minutes" in one, "MoU" in another)."""
ALL_PARTIES = 4.0
PER_PARTY = 0.5
"""For each party beyond the second: the same three sign seldom."""
PARTIES_AMONG = 2.0
PARTIES_NESTED = 2.0
"""One party the same, and for the other one report names the place, the other what it lies in."""
SELDOM = 1.0
"""None of the parties is a state: cities, provinces and organisations sign seldom."""
SAME_SENTENCE = 3.0
SAME_PERIOD = 3.0
SAME_END = 1.5
"""The period ends in one year, and only one of the two tells when it begins."""
SAME_DATE = 3.0
WITHIN_DATE = 2.0
"""A day in the month that the other report tells."""
NEXT_DAY = 1.5
ROUGH_YEAR = 1.0
"""Years of long ago, a few apart."""
LONG_AGO = 10
ROUGH = 5
"""Years by which reports differ on what was concluded ``LONG_AGO`` years before them."""
UNIQUE_DATE = 1.0
UNIQUE_DAYS = 45
"""Days by which reports may differ on when two parties concluded what they conclude once."""
NEWS = 2.0
FRESH = 7
"""Days between reports of one piece of news."""
BEFORE = 1.5
SOON, SOON_AFTER = 60, 0.5
"""Days, and points for a signing within them."""
YEARS_TO_SIGN = 3 * 365
"""Days from a text that is being prepared to the signing of that text."""
UNIQUE = 2.0
"""Two parties have one agreement of this type, unless it was renewed, which dates tell."""
SHARED_WORDS = 1.0
MOST_WORDS = 2
SAME_TITLE = 1.5
OTHER_SUBJECT = -1.5
OTHER_TITLE = -2.5
"""Titles that name each a field of its own: a pair signs several texts on one day."""
OTHER_WORDS = -1.5
"""Titles of one field, or of none that is known, without a telling word in common."""
SAME = 7.5
DOUBT = 6.0
NEVER = -20.0

UNIQUE_TYPES = frozenset({"friendly_city_agreement"})
NEWLY = frozenset({"signed", "approved", "agreed_to_sign"})
"""Statuses of what has just been concluded; what is in effect may be of long ago."""
UNSIGNED = frozenset({"proposed", "negotiating", "agreed_to_sign"})
_LIKE = (
    frozenset({"mou", "agreed_minutes", "cooperation_agreement", "letter_of_intent", "other"}),
    frozenset({"treaty", "cooperation_agreement", "other"}),
    frozenset({"treaty", "protocol"}),
    frozenset({"joint_statement", "other"}),
    frozenset({"action_plan", "other", "mou", "cooperation_agreement"}),
    frozenset({"friendly_city_agreement", "mou", "cooperation_agreement", "other"}),
    frozenset({"friendly_city_agreement", "letter_of_intent"}),
)


def compare_instruments(one: InstrumentFeatures, other: InstrumentFeatures, actors: Actors) -> Comparison:
    """Return how alike two instruments are."""
    tally = Tally()
    _types(tally, one, other)
    _parties(tally, one, other, actors)
    if not tally.barred:
        _periods(tally, one, other)
        _dates(tally, one, other)
        _subjects(tally, one, other)
    return tally.verdict(same=SAME, doubt=DOUBT, partial=_partial(one, other))


def possible(one: InstrumentFeatures, other: InstrumentFeatures) -> bool:
    """Return whether two instruments may be one, as far as can be told without knowing which actors are."""
    tally = Tally()
    for tell in (_types, _periods, _dates):
        tell(tally, one, other)
        if tally.barred:
            return False
    return True


def _partial(one: InstrumentFeatures, other: InstrumentFeatures) -> Literal[0, 1, 2]:
    """Return which of the two is told without its signing, the other with it: it may be any of several."""
    if bool(one.signed_on) == bool(other.signed_on):
        return 0
    return 2 if one.signed_on else 1


def _types(tally: Tally, one: InstrumentFeatures, other: InstrumentFeatures) -> None:
    if one.type == other.type:
        tally.add("same type", SAME_TYPE, one.type)
    elif any({one.type, other.type} <= group for group in _LIKE):
        tally.add("types that are taken for each other", LIKE_TYPE, f"{one.type} and {other.type}")
    else:
        tally.bar("types differ", NEVER, f"{one.type} and {other.type}")


def _parties(tally: Tally, one: InstrumentFeatures, other: InstrumentFeatures, actors: Actors) -> None:
    shared = actors.pairs(one.parties, other.parties)
    fewest, most = sorted((len(one.parties), len(other.parties)))
    names = ", ".join(sorted({a.name for a, _ in shared}))
    if len(shared) == most and most > 1:
        tally.add("all parties", ALL_PARTIES + PER_PARTY * (most - 2), names)
        tally.add("they seldom sign", SELDOM if seldom((*one.parties, *other.parties)) else 0.0)
    elif shared and len(shared) == fewest:
        tally.add("parties of one among those of the other", PARTIES_AMONG + PER_PARTY * (len(shared) - 1), names)
    elif shared and _nested(one, other, shared):
        tally.add("parties nested", PARTIES_NESTED, names)
    elif not most and one.title and one.title == other.title:
        tally.add("no parties are told", PARTIES_AMONG)
    else:
        tally.bar("parties differ", NEVER)


def _nested(one: InstrumentFeatures, other: InstrumentFeatures, shared: list[tuple[Party, Party]]) -> bool:
    """Return whether every party that is not shared lies in, or holds, one of the other instrument's."""
    ours = [party.home for party in one.parties if party not in {a for a, _ in shared}]
    theirs = [party.home for party in other.parties if party not in {b for _, b in shared}]
    return len(ours) == len(theirs) and all(any(a and b and below(a, b) for b in theirs) for a in ours)


def _periods(tally: Tally, one: InstrumentFeatures, other: InstrumentFeatures) -> None:
    """Compare the years in which both begin and end; who tells only the end of a period contradicts nobody about its beginning."""
    if not (one.end and other.end):
        return
    ours, theirs = _period(one), _period(other)
    if any(a and b and a != b for a, b in zip(ours, theirs, strict=True)):
        tally.bar("periods differ", NEVER, f"{_told(ours)} and {_told(theirs)}")
    else:
        tally.add("same period", SAME_PERIOD if ours == theirs else SAME_END, _told(max(ours, theirs)))


def _period(one: InstrumentFeatures) -> tuple[str, str]:
    return (one.start or "")[:4], (one.end or "")[:4]


def _told(period: tuple[str, str]) -> str:
    return f"{period[0]} to {period[1]}" if period[0] else f"until {period[1]}"


def _concluded_on(one: InstrumentFeatures) -> str | None:
    """Return when an instrument was concluded, or since when it holds."""
    return one.signed_on or one.start


def _dates(tally: Tally, one: InstrumentFeatures, other: InstrumentFeatures) -> None:
    ours, theirs = span(_concluded_on(one)), span(_concluded_on(other))
    if ours is None or theirs is None or bool(one.signed_on) != bool(other.signed_on):
        _undated(tally, one, other)
        return
    days, shown = gap(ours, theirs), f"{_concluded_on(one)} and {_concluded_on(other)}"
    if days == 0:
        exact = len(_concluded_on(one) or "") == len(_concluded_on(other) or "")
        tally.add("same date" if exact else "dates agree", SAME_DATE if exact else WITHIN_DATE, shown)
    elif days == 1 and precise(one.signed_on) and precise(other.signed_on):
        tally.add("a day apart", NEXT_DAY, shown)
    elif (
        one.type == other.type
        and one.type in UNIQUE_TYPES
        and days <= UNIQUE_DAYS
        and not (precise(one.signed_on) and precise(other.signed_on))
    ):
        tally.add("two parties conclude such a text once", UNIQUE_DATE, shown)
    elif _rough(one) and _rough(other) and days <= ROUGH * 366:
        tally.add("years of long ago, nearly the same", ROUGH_YEAR, shown)
    else:
        tally.bar("dates differ", NEVER, shown)
    _unique(tally, one, other)


def _rough(one: InstrumentFeatures) -> bool:
    told, at = one.told, _concluded_on(one)
    return bool(told and at and len(at) == 4 and int(told[:4]) - int(at) >= LONG_AGO)


def _undated(tally: Tally, one: InstrumentFeatures, other: InstrumentFeatures) -> None:
    ours, theirs = _concluded_on(one) or "", _concluded_on(other) or ""
    unsigned = [features for features in (one, other) if features.status in UNSIGNED]
    days = abs(apart(one.told, other.told) or 0) if one.told and other.told else None
    if len(unsigned) == 1:
        signed = other if unsigned[0] is one else one
        wait = apart(unsigned[0].told, signed.signed_on or signed.told)
        if wait is not None and not -FRESH <= wait <= YEARS_TO_SIGN:
            tally.bar("prepared after it was signed", NEVER, f"{unsigned[0].told} and {signed.signed_on}")
        elif signed.signed_on or signed.status in NEWLY:
            soon = SOON_AFTER if wait is not None and wait <= SOON else 0.0
            tally.add("prepared, then concluded", BEFORE + soon, f"{unsigned[0].told} and {signed.signed_on or signed.told}")
    elif days is not None and days <= FRESH and (one.concluded == other.concluded or not (ours or theirs) or len(unsigned) == 2):
        tally.add("news of the same days", NEWS, f"told {one.told} and {other.told}")
    _unique(tally, one, other)


def _unique(tally: Tally, one: InstrumentFeatures, other: InstrumentFeatures) -> None:
    if one.type == other.type and one.type in UNIQUE_TYPES:
        tally.add("a text that two parties conclude once", UNIQUE, one.type)


def _subject(one: InstrumentFeatures, other: InstrumentFeatures) -> list[str]:
    """Return the telling words of the sentences that both share, at least one of them in a title."""
    named = {word for party in (*one.parties, *other.parties) for word in content(party.name)}
    shared = [word for word in overlap(one.words, other.words) if word not in common() and word not in named]
    return shared if set(shared) & {*one.title, *other.title} else []


def _subjects(tally: Tally, one: InstrumentFeatures, other: InstrumentFeatures) -> None:
    ours, theirs = tuple(set(one.title) - common()), tuple(set(other.title) - common())
    if one.title and one.title == other.title:
        tally.add("same title", SAME_TITLE, " ".join(one.title))
    elif shared := list(overlap(ours, theirs)):
        tally.add("same words in the title", SHARED_WORDS, " ".join(shared))
    elif len(shared := _subject(one, other)) >= MOST_WORDS:
        tally.add("same words around it", SHARED_WORDS, " ".join(shared))
    if copied := overlap(one.sentences, other.sentences):
        tally.add("same sentence", SAME_SENTENCE, str(len(copied)))
    if sectors := overlap(one.sectors, other.sectors):
        tally.add("same sectors", SHARED_WORDS, ", ".join(sectors))
    elif one.sectors and other.sectors:
        tally.add("other sectors", OTHER_SUBJECT, f"{', '.join(one.sectors)} and {', '.join(other.sectors)}")
    if ours and theirs and not set(ours) & set(theirs):
        points = OTHER_TITLE if one.sectors and other.sectors and not sectors else OTHER_WORDS
        tally.add("other words in the title", points, f"{' '.join(sorted(ours))} and {' '.join(sorted(theirs))}")
