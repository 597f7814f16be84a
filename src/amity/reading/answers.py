"""Answers: statements that take up an earlier ask of the other side in the same report."""

from amity.model import Statement
from amity.reading.report import Report
from amity.vocabulary import load, per_language

LEAST_SHARE = 0.3
"""Share of the shorter statement's content words that both must hold: below it reports of the kind share words by chance."""
NEAR_BEST = 0.75
"""A statement answers the ask that it shares most with, and those that come this near to it."""
SAME_FIELD, BOTH_GENERAL = 0.31, 0.35
"""What a common narrow field, or speaking of cooperation as such on both sides, is worth beside shared words."""
NARROW = 2
"""Fields: a statement that names more is no answer by its fields alone."""


def link_answers(report: Report, statements: list[Statement]) -> list[Statement]:
    """Return the statements with ``answers`` filled: the ids of the earlier hopes and requests whose content each takes up.

    A statement answers an ask of another side (force 1 or 2) when it is said by or for a side that was asked and both share
    their content. Silence, and general agreement, answers nothing.
    """
    for place, statement in enumerate(statements):
        scores = {ask.id: _likeness(statement, ask) for ask in statements[:place] if _may_answer(statement, ask)}
        best = max(scores.values(), default=0.0)
        if best >= LEAST_SHARE:
            statement.answers = [ask for ask, score in scores.items() if score >= max(LEAST_SHARE, NEAR_BEST * best)]
    return statements


def _may_answer(statement: Statement, ask: Statement) -> bool:
    """Tell whether the statement is by another side than the one that asked, or by all sides but told by another speaker.

    A hope answers nothing.
    """
    if statement.force == 1 or ask.force not in (1, 2) or not ask.by or not statement.by or ask.joint:
        return False
    if set(statement.by) & set(ask.by) and not statement.joint:
        return False
    return ask.speaker is None or ask.speaker != statement.speaker


def _likeness(statement: Statement, ask: Statement) -> float:
    ours, theirs = _content(statement.action), _content(ask.action)
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return max(shared, SAME_FIELD if _same_field(statement, ask) else 0.0, BOTH_GENERAL if _both_general(statement, ask) else 0.0)


def _same_field(statement: Statement, ask: Statement) -> bool:
    """Tell whether both speak of one narrow field ("promote tourism" after "bring more holidaymakers")."""
    fields = set(statement.sectors) - set(load("answers")["wide_fields"])
    return 0 < len(statement.sectors) <= NARROW and bool(fields & set(ask.sectors[:NARROW]))


def _both_general(statement: Statement, ask: Statement) -> bool:
    """Tell whether both speak of cooperation as such, and one of them binds its side."""
    if statement.force < 3 or not statement.specificity == ask.specificity == "none":
        return False
    relations = set(load("answers")["relations"])
    return all(relations & _words(action) for action in (statement.action, ask.action))


def _content(action: str) -> frozenset[str]:
    """Return the stems of the words that tell content: no function words, no words that every report of the kind uses."""
    return frozenset(_stem(word) for word in _words(action) if len(word) > 2 and _stem(word) not in _common())


def _words(action: str) -> frozenset[str]:
    stripped = (word.strip("'’.,;:()\"“”").casefold() for word in action.split())
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in stripped)


def _stem(word: str) -> str:
    for ending in load("answers")["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@per_language
def _common() -> frozenset[str]:
    return frozenset(_stem(word) for word in load("answers")["common"])
