"""Figures of trade and investment, and of the share of what was agreed that has been carried out."""

from dataclasses import dataclass

from spacy.tokens import Span

from amity.model.actors import Confidence
from amity.reading.grammar import subject_of, verb_above
from amity.reading.things.figures import Figure
from amity.reading.things.wordlists import WordLists

WORDS = WordLists("indicators")
BEFORE, AFTER = 30, 7
"""Tokens before and after a sum or percentage in which the words for trade stand."""
BARRED = 6
"""Tokens before a sum in which words of other business ("GDP", "salary") claim it."""
BESIDE = 6
"""Tokens around a percentage in which "up" or "account for" stand."""


@dataclass(frozen=True)
class Claim:
    """What a figure measures: the words of the measure, read by a rule."""

    measure: Span
    rule: str
    unit: str | None = None
    confidence: Confidence = "high"


def trade(figure: Figure) -> Claim | None:
    """A sum or a percentage of trade or investment ("trade reached US$5 billion", "a 31 percent rise")."""
    if _is_base(figure) or _is_conversion(figure):
        return None
    passage = _passage(figure.span)
    measure = _measure(figure, passage) or _measure_before(figure, passage) or _investing(figure) or _moving(figure)
    if measure is None:
        return fulfilled(figure)
    if figure.unit == "percent" and not _is_of_change(figure, passage):
        return fulfilled(figure)
    return Claim(measure, "indicator-trade", figure.unit)


def _is_base(figure: Figure) -> bool:
    """Tell whether a figure only says from where another one grew ("up from 40 percent")."""
    return figure.span.start > 0 and figure.span.doc[figure.span.start - 1].lower_ == "from"


def _is_conversion(figure: Figure) -> bool:
    """Tell whether a sum in brackets repeats the one before it in another currency."""
    before = figure.span.doc[max(0, figure.span.start - 2) : figure.span.start]
    return figure.is_money and any(t.text == "(" for t in before)


def _passage(span: Span) -> Span:
    """Return the sentence of the span, joined with the one before where the full stop of an abbreviation split them."""
    sentence = span.sent
    if sentence.start and not sentence[0].text[:1].isupper():
        return span.doc[span.doc[sentence.start - 1].sent.start : sentence.end]
    return sentence


def _measure(figure: Figure, passage: Span) -> Span | None:
    """Return the nearest words of a measure of trade around the figure."""
    span = figure.span
    near = span.doc[max(passage.start, span.start - BEFORE) : min(passage.end, span.end + AFTER)]
    barred = {i for f in WORDS.phrases("trade.never").search(near) for i in range(f.span.start, f.span.end)}
    if any(0 < span.start - i < BARRED for i in barred):
        return None
    found = [f.span for f in WORDS.phrases("trade.measures").search(near) if not barred & set(range(f.span.start, f.span.end))]
    nouns = [s for s in found if len(s) > 1 or s[-1].pos_ in {"NOUN", "PROPN"}]
    return min(nouns, key=lambda s: _distance(s, span), default=None)


def _investing(figure: Figure) -> Span | None:
    """Return the verb that makes a sum one of investment ("have poured US$5 billion into the province")."""
    verb = verb_above(figure.span.root)
    if verb is None or not figure.is_money or not WORDS.has("trade.verbs", verb):
        return None
    receivers = [noun for t in verb.subtree if t.lower_ in WORDS.words("trade.into") for noun in t.children if noun.dep_ == "pobj"]
    told = any(noun.pos_ == "PROPN" or WORDS.has("trade.receivers", noun) for noun in receivers)
    return verb.doc[verb.i : verb.i + 1] if told else None


def _moving(figure: Figure) -> Span | None:
    """Return the verb that makes a sum the worth of goods that change sides ("shipped $5 million worth of timber to Hexi")."""
    verb = verb_above(figure.span.root)
    if verb is None or not figure.is_money or not WORDS.has("trade.moving", verb) or not WORDS.any("trade.goods", list(verb.subtree)):
        return None
    return verb.doc[verb.i : verb.i + 1]


def fulfilled(figure: Figure) -> Claim | None:
    """The share of what was agreed that has been carried out ("80 percent of the commitments were met")."""
    if figure.unit != "percent":
        return None
    sentence = figure.span.sent
    agreed = [f for f in WORDS.phrases("commitments.agreed").search(sentence) if f.span.start > figure.span.start]
    if not agreed or not any(WORDS.has("commitments.verbs", t) for t in sentence if t.pos_ == "VERB"):
        return None
    return Claim(agreed[0].span, "indicator-fulfilled", "percent", "medium")


def _distance(one: Span, other: Span) -> int:
    """Return how far a measure stands from its figure; what follows the figure counts as twice as far."""
    return other.start - one.end if one.end <= other.start else 2 * (one.start - other.end)


def _measure_before(figure: Figure, passage: Span) -> Span | None:
    """Return the measure of the sentence before, where "it" takes it up ("It reached US$2 billion in May")."""
    verb = verb_above(figure.span.root)
    subject = subject_of(verb) if verb is not None and WORDS.has("counted_by.sums", verb) else None
    if subject is None or not WORDS.has("counted_by.carry_over", subject) or passage.start == 0:
        return None
    found = WORDS.phrases("trade.measures").search(passage.doc[passage.start - 1].sent)
    return found[-1].span if found else None


def _is_of_change(figure: Figure, passage: Span) -> bool:
    """Tell whether words beside a percentage make it a growth or a share."""
    around = figure.span.doc[max(passage.start, figure.span.start - BESIDE) : min(passage.end, figure.span.end + BESIDE)]
    return WORDS.any("trade.changes", around)
