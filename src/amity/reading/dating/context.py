"""What surrounds a told time: the clause's tense, the relation word before it, the words that forbid it."""

from typing import Literal, cast

from spacy.tokens import Span, Token

from amity.reading.dating.forms import Told
from amity.reading.dating.words import relations, word_list
from amity.reading.report import TimeRelation

Tense = Literal["past", "future"]
_MODAL_MONTHS = frozenset({"may", "march"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this"})


def _planned(token: Token) -> bool:
    return token.lemma_.lower() in word_list("tense", "planned") or any(
        c.lower_ in word_list("tense", "planned_modifiers") for c in token.children
    )


def _tense_of(verb: Token) -> Tense | None:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(a.lower_ in word_list("tense", "future_auxiliaries") for a in auxiliaries):
        return "future"
    if verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in auxiliaries):
        return "past"
    perfect = any(a.lemma_ == "have" for a in auxiliaries)
    return "past" if verb.tag_ == "VBN" and (perfect or not auxiliaries) else None


def tense(token: Token) -> Tense | None:
    """Return whether the clause around the token tells of the past or of the future; None where the parse does not show it.

    What is scheduled, due or upcoming is future whatever the tense of the verb above it; an infinitive takes no tense from
    a past verb ("agreed to meet on Friday" may lie on either side).
    """
    infinitive = False
    for node in (token, *token.ancestors):
        if _planned(node):
            return "future"
        if node.pos_ not in ("VERB", "AUX"):
            continue
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in node.children):
            infinitive = True
            if node.head.lemma_ == "be" and node.dep_ == "xcomp":
                return "future"
            continue
        found = _tense_of(node)
        if found:
            return None if infinitive and found == "past" else found
    return None


def relation(span: Span) -> TimeRelation:
    """Return what the word before the time makes of it: ``since``, ``until``, ``by``, ``before``, ``after``, else ``on``."""
    if span.start == span.sent.start:
        return "on"
    return cast(TimeRelation, relations().get(span.doc[span.start - 1].lower_, "on"))


def _before(span: Span) -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


def _after(span: Span) -> Token | None:
    return span.doc[span.end] if span.end < len(span.doc) else None


def _month_fits(told: Told, span: Span) -> bool:
    """Tell a month from a name or a verb: "in March" but not "They may", "Ms April Okoro", "Mar del Sur"."""
    word, after = str(told.parts["month"]), _after(span)
    if len(span) > 1 and not span.text.startswith(word):  # "early May": a part of it was told
        return True
    before, initial = _before(span), span.start == span.sent.start
    if word.casefold() in _MODAL_MONTHS:
        return before in word_list("words", "before_month_sure") and not (
            after is not None and after.pos_ == "PROPN" and span.root.head == after
        )
    if len(word) <= 4 and not word.endswith(".") and word.casefold() not in ("june", "july"):
        return False
    named = after is not None and after.pos_ == "PROPN" and after.text[:1].isupper() and span.root.head == after
    return (before in word_list("words", "before_month") or initial) and not (
        named and before not in word_list("words", "before_month_sure")
    )


def _year_fits(span: Span) -> bool:
    """Tell a year from a count or a programme's name: "in 2023", "the 2023 agreement", but not "2019 families", "Agenda 2030"."""
    before, after = _before(span), _after(span)
    if len(span) > 1:
        return True
    if before == "year" and span.start > 1 and span.doc[span.start - 2].lower_ == "new":
        return False
    if after is not None and after.tag_ in ("NNS", "NNPS", "CD", "$"):
        return before in _ARTICLES
    if before in word_list("words", "before_year") or before in _ARTICLES:
        return True
    if before and span.doc[span.start - 1].pos_ == "PROPN":
        return before not in word_list("words", "programmes")
    if before in ("'s", "’s"):
        return True
    return span.start == span.sent.start and after is not None and after.pos_ in ("VERB", "AUX")


def _weekday_fits(told: Told, span: Span) -> bool:
    after = _after(span)
    named = after is not None and after.pos_ == "PROPN" and span.root.head == after and after.dep_ not in ("nsubj", "nsubjpass")
    return _before(span) not in word_list("words", "before_weekday_never") and not (
        named and _before(span) not in ("on", "this", "last", "next")
    )


def _today_fits(span: Span) -> bool:
    """Leave out "today" for nowadays: "the city today is a hub"."""
    if span.text.casefold() != "today":
        return True
    verb = next((a for a in span.root.ancestors if a.pos_ in ("VERB", "AUX")), None)
    present = verb is not None and verb.tag_ in ("VBZ", "VBP")
    return not (present and not any(c.dep_ in ("aux", "auxpass") for c in (verb.children if verb else ())))


def fits(told: Told, span: Span) -> bool:
    """Tell whether the words around a told time allow that reading of it."""
    if told.form == "month-alone":
        return _month_fits(told, span)
    if told.form == "year":
        return _year_fits(span)
    if told.form == "weekday":
        return _weekday_fits(told, span)
    return told.form != "day-word" or _today_fits(span)
