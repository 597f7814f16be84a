"""Answers: statements that take up an earlier ask of the other side in the same report."""

import re

from amity.model import Statement
from amity.reading.report import Report
from amity.vocabulary import load, per_language

LEAST_SHARE = 0.3
"""Share of the shorter statement's content words that both must hold: below it reports of the kind share words by chance."""
NEAR_BEST = 0.75
"""A statement answers the ask that it shares most with, and those that come this near to it."""
SAME_FIELD, BOTH_GENERAL = 0.31, 0.35
"""What a common narrow field, or speaking of cooperation as such on both sides, is worth beside shared words."""
HALF = 0.5
"""Share for a request: two sides that ask for things of one field do not answer each other."""
REQUEST = 2
NARROW = 2
"""Fields: a statement that names more is no answer by its fields alone."""


def link_answers(report: Report, statements: list[Statement]) -> list[Statement]:
    """Return the statements with ``answers`` filled: the ids of the earlier hopes and requests whose content each takes up.

    A statement answers an ask of another side (force 1 or 2) when it is said by or for a side that was asked and both share
    their content. Silence, and general agreement, answers nothing.
    """
    for place, statement in enumerate(statements):
        asks = [ask for ask in statements[:place] if _may_answer(statement, ask)]
        if _takes_up_all(statement):
            statement.answers = [ask.id for ask in asks if ask.force == REQUEST]
            continue
        scores = {ask.id: _shared(statement, ask) for ask in asks}
        if max(scores.values(), default=0.0) < LEAST_SHARE:
            scores = {ask.id: _alike(statement, ask) for ask in asks}
        best = max(scores.values(), default=0.0)
        least = HALF if statement.force == REQUEST else LEAST_SHARE
        if best >= least:
            statement.answers = [ask for ask, score in scores.items() if score >= max(least, NEAR_BEST * best)]
    return statements


def _takes_up_all(statement: Statement) -> bool:
    """Tell whether the action is to do what was asked: "carry out all the proposals that the minister made"."""
    words = re.findall(r"\w+", statement.action.casefold())
    asked = [place for place, word in enumerate(words) if word in load("answers")["asks"]]
    return statement.force > REQUEST and any(
        set(load("answers")["all"]) & {*words[max(0, at - 3) : at], *words[at + 1 : at + 3]} for at in asked
    )


def _may_answer(statement: Statement, ask: Statement) -> bool:
    """Tell whether the statement is by another side than the one that asked, or by all sides but told by another speaker.

    A hope answers nothing.
    """
    if statement.force == 1 or ask.force not in (1, 2) or not ask.by or not statement.by or ask.joint:
        return False
    if set(statement.by) & set(ask.by) and not statement.joint:
        return False
    if statement.specificity == "none" and ask.specificity != "none" and not _takes_up_all(statement):
        return False  # general goodwill grants nothing that was asked for
    return ask.speaker is None or ask.speaker != statement.speaker


def _shared(statement: Statement, ask: Statement) -> float:
    """Return the share of the shorter action's content words that both hold."""
    ours, theirs = _content(statement.action), _content(ask.action)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _alike(statement: Statement, ask: Statement) -> float:
    """Return what a common field, or speaking of cooperation as such, is worth where no ask shares the statement's words."""
    field = SAME_FIELD if not statement.joint and _same_field(statement, ask) else 0.0
    return max(field, BOTH_GENERAL if _both_general(statement, ask) else 0.0)


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
