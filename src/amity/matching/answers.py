"""Answers across reports: a later statement of the side that was asked which takes up what it was asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from amity.matching.comparing.parties import Actors
from amity.matching.comparing.tally import Tally
from amity.matching.days import apart
from amity.matching.features import Party, StatementFeatures
from amity.matching.followthrough import PER_NAME, PER_TOWN, PER_WORD, known_place
from amity.matching.words import common, overlap
from amity.model.register import Answer, Comparison

BY_THE_ASKED = 2.0
TO_THE_ASKER = 1.0
SOON = 1.0
SOON_DAYS = 31
"""Days within which a statement more likely answers this ask than another like it."""
LATEST = 3 * 366
"""Days after which an ask has lapsed."""
LEAST = 2.0
"""Points of words and names: one word may stand in any two statements."""
SAME = 6.0
DOUBT = 5.0
ASKS = (1, 2)
REPLIES = 3
"""The least force of an answer: it says what its own side will do."""


def compare_answer(ask: StatementFeatures, reply: StatementFeatures, actors: Actors) -> Comparison:
    """Return how surely a statement of another report answers an ask; force 1 and 2 ask, force 3 and more answers."""
    tally = Tally()
    days = apart(ask.told, reply.told)
    if days is None or not _later(ask, reply):
        tally.bar("no later answer to an ask", -10.0)
        return tally.verdict(same=SAME, doubt=DOUBT)
    asked = ask.debtor or ask.to
    if not actors.pairs(asked, reply.by) or len(actors.pairs(ask.by, reply.by)) == len(reply.by):
        tally.bar("not said by the side that was asked", -10.0)
        return tally.verdict(same=SAME, doubt=DOUBT)
    tally.add("said by the side that was asked", BY_THE_ASKED, _named(asked))
    tally.add("said to the side that asked", TO_THE_ASKER if actors.pairs(ask.by, (*reply.to, *reply.by)) else 0.0, _named(ask.by))
    tally.add("soon after", SOON if days <= SOON_DAYS else 0.0, f"{ask.told} and {reply.told}")
    _content(tally, ask, reply)
    return tally.verdict(same=SAME, doubt=DOUBT)


def possible(ask: StatementFeatures, reply: StatementFeatures) -> bool:
    """Return False where a statement cannot answer an ask, whatever actors are one."""
    if not _later(ask, reply):
        return False
    tally = Tally()
    _content(tally, ask, reply)
    return not tally.barred


def _later(ask: StatementFeatures, reply: StatementFeatures) -> bool:
    """Return whether one asks, and the other says later in another report what its side will do."""
    days = apart(ask.told, reply.told)
    later = days is not None and 0 <= days <= LATEST and ask.member.document != reply.member.document
    return later and ask.force in ASKS and reply.force >= REPLIES


def _named(parties: Iterable[Party]) -> str:
    return ", ".join(sorted(party.name for party in parties))


def _content(tally: Tally, ask: StatementFeatures, reply: StatementFeatures) -> None:
    words = [word for word in overlap(ask.words, reply.words) if word not in common()]
    names = overlap(ask.names, reply.names)
    points = sum(PER_TOWN if known_place(name) else PER_NAME for name in names)
    tally.add("same words", PER_WORD * len(words), " ".join(words))
    tally.add("same names", points, " ".join(names))
    if PER_WORD * len(words) + points < LEAST:
        tally.bar("too little in common", -10.0)


def answer_keys(statement: StatementFeatures) -> frozenset[str]:
    """Return the keys under which asks and answers meet: a side that was asked or says what it will do, with what ``LEAST`` asks for.

    That is a name, or two telling words; countries and big towns count among the words.
    """
    sides = (statement.debtor or statement.to) if statement.force in ASKS else statement.by if statement.force >= REPLIES else ()
    named = [name for name in statement.names if not known_place(name)]
    telling = sorted({word for word in statement.words if word not in common()} | {*statement.names} - {*named})
    marks = [*named, *("+".join(pair) for pair in combinations(telling, 2))]
    return frozenset(f"answer|{side.home or side.name}|{mark}" for side in sides for mark in marks)


def answers(statements: Mapping[str, Sequence[StatementFeatures]], actors: Actors) -> list[Answer]:
    """Return the answers among statements (cluster key → its statements), each pair of clusters once, the surest first found kept."""
    holders: dict[str, list[tuple[str, StatementFeatures]]] = defaultdict(list)
    for key in sorted(statements):
        for one in statements[key]:
            for block in answer_keys(one):
                holders[block].append((key, one))
    found: dict[tuple[str, str], Answer] = {}
    for held in holders.values():
        asks, replies = [pair for pair in held if pair[1].force in ASKS], [pair for pair in held if pair[1].force >= REPLIES]
        for ask_key, ask in asks:
            for reply_key, reply in replies:
                comparison = compare_answer(ask, reply, actors)
                known = found.get((ask_key, reply_key))
                if comparison.verdict == "same" and (known is None or known.score < comparison.score):
                    found[ask_key, reply_key] = Answer(ask_key, reply_key, comparison.score, comparison.reasons)
    return [found[pair] for pair in sorted(found)]
