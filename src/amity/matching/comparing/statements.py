"""Statements compared: one commitment or request told in several reports of the same days."""

from amity.matching.comparing.parties import Actors
from amity.matching.comparing.tally import Tally
from amity.matching.days import apart
from amity.matching.features import StatementFeatures
from amity.matching.words import common, overlap
from amity.model.register import Comparison

SAME_DEBTOR = 3.0
SAME_SPEAKER = 1.0
SAME_FORCE = 0.5
PER_WORD = 0.75
PER_COMMON_WORD = 0.25
PER_NAME = 1.0
ONE_WORD = -1.0
"""A single word, and no name: two things about one border are not one."""
SAME_SENTENCE = 3.0
SAME_DAYS = 2.0
COMMITS = 4
"""Force from which a statement commits its side."""
FRESH = 4
"""Days between reports of one act of speech."""
HALF = 0.5
"""Of the shorter action's telling words, the part that the other must share."""
SAME = 7.0
DOUBT = 6.0
NEVER = -20.0


def compare_statements(one: StatementFeatures, other: StatementFeatures, actors: Actors) -> Comparison:
    """Return how alike two statements are."""
    tally = Tally()
    shared = actors.pairs(one.by, other.by)
    if not shared or len(shared) < max(len(one.by), len(other.by)):
        tally.bar("debtors differ", NEVER)
    elif (one.force >= COMMITS) != (other.force >= COMMITS):
        tally.bar("one commits, the other does not", NEVER, f"{one.force} and {other.force}")
    else:
        tally.add("same debtors", SAME_DEBTOR, ", ".join(sorted(a.name for a, _ in shared)))
        _content(tally, one, other)
        _occasion(tally, one, other, actors)
    return tally.verdict(same=SAME, doubt=DOUBT)


def possible(one: StatementFeatures, other: StatementFeatures) -> bool:
    """Return whether two statements may be one, as far as can be told without knowing which actors are."""
    tally = Tally()
    _days(tally, one, other)
    if not tally.barred and (one.force >= COMMITS) == (other.force >= COMMITS):
        _content(tally, one, other)
        return not tally.barred
    return False


def _content(tally: Tally, one: StatementFeatures, other: StatementFeatures) -> None:
    words, names = overlap(one.words, other.words), overlap(one.names, other.names)
    telling = [word for word in words if word not in common()]
    tally.add("same words", PER_WORD * len(telling) + PER_COMMON_WORD * (len(words) - len(telling)), " ".join(words))
    tally.add("same names", PER_NAME * len(names), " ".join(names))
    fewest = min(len(set(one.words) - common()), len(set(other.words) - common()))
    if shared := overlap(one.sentences, other.sentences):
        tally.add("same sentence", SAME_SENTENCE, str(len(shared)))
    if len(telling) == 1 and not names:
        tally.add("one word in common", ONE_WORD)
    if not telling or len(telling) < HALF * fewest:
        tally.bar("other content", NEVER, f"{' '.join(one.words)} and {' '.join(other.words)}")


def _days(tally: Tally, one: StatementFeatures, other: StatementFeatures) -> None:
    days = apart(one.told, other.told)
    if days is not None and abs(days) <= FRESH:
        tally.add("reports of the same days", SAME_DAYS, f"{one.told} and {other.told}")
    else:
        tally.bar("other days", NEVER, f"{one.told} and {other.told}")


def _occasion(tally: Tally, one: StatementFeatures, other: StatementFeatures, actors: Actors) -> None:
    _days(tally, one, other)
    if one.speaker and other.speaker and actors.same(one.speaker, other.speaker):
        tally.add("same speaker", SAME_SPEAKER, one.speaker.name)
    if one.force == other.force:
        tally.add("same force", SAME_FORCE, str(one.force))
