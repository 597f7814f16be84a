"""Indicators: figures that a report claims about the cooperation itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from amity.model import Indicator
from amity.model.actors import Confidence
from amity.reading.figures import Figure, find_figures
from amity.reading.grammar import subject_of, verb_above
from amity.reading.phrases import Found, Phrases
from amity.reading.report import Report
from amity.vocabulary import load

LONGEST_GAP = 4
"""Words that may stand between a number and what it counts ("24 international friendly cities")."""
NEAR = 12
"""Tokens around a figure in which a date tells the time that it holds for."""
TIES_BEFORE = 8
"""Tokens before "with 23 cities" in which the relation is told."""


@dataclass(frozen=True)
class Claim:
    """What a figure measures: the words of the measure, read by a rule."""

    measure: Span
    rule: str
    unit: str | None = None
    value: float | None = None
    confidence: Confidence = "high"


def find_indicators(report: Report) -> list[Indicator]:
    """Return the figures about the cooperation, each value of a measure once, in the order of the text."""
    found: list[Indicator] = []
    ties: list[Figure] = []
    for figure in [*find_figures(report.doc), *_ordinals(report)]:
        if _in_a_date(report, figure):
            continue
        claim = next((c for rule in RULES if (c := rule(figure))), None) or _spread(figure, ties)
        if claim is None:
            continue
        ties.append(figure)
        report.note(claim.rule, figure.span, claim.measure.text)
        indicator = _indicator(report, figure, claim)
        if not any(i.value == indicator.value and i.unit == indicator.unit for i in found):
            found.append(indicator)
    return sorted(found, key=lambda i: i.evidence[0])


def _in_a_date(report: Report, figure: Figure) -> bool:
    """Tell whether the number is part of a date; a number with a unit or scale never is."""
    if figure.unit or len(figure.span) > 1:
        return False
    return any(d.start <= figure.span.start < d.end and not _is_span_of_years(figure.span) for d in report.dates)


def _is_span_of_years(span: Span) -> bool:
    after = span.doc[span.end : span.end + 2]
    return any(t.lemma_.lower() in {"year", "consecutive", "straight"} for t in after)


def trade(figure: Figure) -> Claim | None:
    """A sum or a percentage of trade or investment ("trade reached US$5 billion", "a 31 percent rise")."""
    if figure.unit is None or _is_base(figure) or _is_conversion(figure):
        return None
    sentence = _passage(figure.span)
    measure = _measure(figure, sentence) or _measure_before(figure, sentence)
    if measure is None:
        return None
    if figure.unit == "percent" and not _beside(figure, sentence, "changes"):
        return None
    return Claim(measure, "indicator-trade", figure.unit)


def _is_base(figure: Figure) -> bool:
    """Tell whether a figure only says from where another one grew ("up from 40 percent")."""
    return figure.span.start > 0 and figure.span.doc[figure.span.start - 1].lower_ == "from"


def _is_conversion(figure: Figure) -> bool:
    """Tell whether a sum in brackets repeats the one before it in another currency."""
    before = figure.span.doc[max(0, figure.span.start - 2) : figure.span.start]
    return figure.is_money and any(t.text == "(" for t in before) and figure.span.doc[max(0, figure.span.start - 4) : figure.span.start].text.strip(" (") != ""


def _passage(span: Span) -> Span:
    """Return the sentence of the span, joined with the one before where a full stop of an abbreviation split them."""
    sentence = span.sent
    if sentence.start and not sentence[0].text[:1].isupper():
        return span.doc[sentence.doc[sentence.start - 1].sent.start : sentence.end]
    return sentence


def _measure(figure: Figure, passage: Span) -> Span | None:
    """Return the nearest words of a measure of trade around the figure."""
    doc = figure.span.doc
    near = doc[max(passage.start, figure.span.start - load("indicators")["trade"]["before"]) : min(passage.end, figure.span.end + load("indicators")["trade"]["after"])]
    barred = {i for f in _phrases("trade", "never").search(near) for i in range(f.span.start, f.span.end)}
    found = [f.span for f in _phrases("trade", "measures").search(near) if not barred & set(range(f.span.start, f.span.end)) and (len(f.span) > 1 or f.span[-1].pos_ in {"NOUN", "PROPN"})]
    blocked = any(doc[i].i < figure.span.start and figure.span.start - i < 6 for i in barred)
    return None if blocked or not found else min(found, key=lambda s: _distance(s, figure.span))


def _measure_before(figure: Figure, passage: Span) -> Span | None:
    """Return the measure of the sentence before, where "it" takes it up ("It reached US$2 billion in May")."""
    verb = verb_above(figure.span.root)
    subject = subject_of(verb) if verb is not None and verb.lemma_.lower() in _words("counted_by", "sums") else None
    if subject is None or subject.lower_ not in _words("counted_by", "carry_over") or passage.start == 0:
        return None
    before = passage.doc[passage.start - 1].sent
    found = _phrases("trade", "measures").search(before)
    return found[-1].span if found else None


def _distance(one: Span, other: Span) -> int:
    return other.start - one.end if one.end <= other.start else 2 * (one.start - other.end)


def _beside(figure: Figure, passage: Span, entry: str) -> bool:
    words = _words("trade", entry)
    around = figure.span.doc[max(passage.start, figure.span.start - 6) : min(passage.end, figure.span.end + 6)]
    return any(t.lower_ in words for t in around)


def tie(figure: Figure) -> Claim | None:
    """A number of ties, or the place of one among them ("its 24th friendly city", "16 sister cities")."""
    counted = _counted(figure, "ties", "nouns")
    if figure.unit or counted is None:
        return None
    if figure.value < 3 and (figure.span.start and figure.span.doc[figure.span.start - 1].lower_ in {"the", "both", "these", "as"} or figure.span.text.islower()):
        return None
    return Claim(counted, "indicator-ties")


def tied_with(figure: Figure) -> Claim | None:
    """A number of places with which there are ties ("sister-city relations with 23 cities")."""
    counted = _counted(figure, "ties", "partners")
    doc, start = figure.span.doc, _before_approximation(figure.span)
    if figure.unit or counted is None or start == 0 or doc[start - 1].lower_ not in {"with", "to"}:
        return None
    before = doc[max(figure.span.sent.start, start - TIES_BEFORE) : start]
    told = [t for t in before if t.lower_ in _words("ties", "relations")]
    return Claim(doc[told[-1].i : counted.end], "indicator-ties-with") if told and figure.value > 2 else None


def number_of(figure: Figure) -> Claim | None:
    """A number told of what it counts before ("the number of friendship cities has risen to six")."""
    if figure.unit:
        return None
    doc, sentence = figure.span.doc, figure.span.sent
    before = doc[sentence.start : figure.span.start]
    for token in reversed(list(before)):
        if token.lower_ in _words("numbers", "nouns") and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of":
            counted = doc[token.i : _before_approximation(figure.span)]
            found = [f for section, entry in SUMMED for f in _phrases(section, entry).search(counted)]
            return Claim(found[0].span, "indicator-number") if found and figure.span.start - token.i < 24 else None
    return None


def summed(figure: Figure) -> Claim | None:
    """A number to which a verb of a sum takes its subject ("joint projects have reached 44")."""
    verb = figure.span.root.head
    verb = verb.head if verb.pos_ == "ADP" else verb
    if figure.unit or figure.value < 3 or verb.lemma_.lower() not in _words("counted_by", "sums"):
        return None
    subject = subject_of(verb)
    if subject is None or not (figure.span.root.dep_ in {"dobj", "pobj", "npadvmod", "attr", "nummod"}):
        return None
    around = subject.doc[subject.left_edge.i : min(subject.right_edge.i + 1, verb.i)]
    found = [f for section, entry in SUMMED for f in _phrases(section, entry).search(around)]
    return Claim(found[0].span, "indicator-sum", confidence="medium") if found and figure.span.end < len(figure.span.doc) and not _counts_noun(figure) else None


def _counts_noun(figure: Figure) -> bool:
    return figure.span.doc[figure.span.end].pos_ in {"NOUN", "PROPN", "ADJ"}


def members(figure: Figure) -> Claim | None:
    """A number of members of an alliance or network."""
    counted = _counted(figure, "members", "nouns")
    verb = verb_above(figure.span.root)
    if figure.unit or counted is None or verb is None or verb.lemma_.lower() not in _words("members", "verbs"):
        return None
    subject = subject_of(verb)
    return Claim(counted, "indicator-members") if subject is not None and subject.lemma_.lower() in _words("members", "heads") else None


def counted(figure: Figure) -> Claim | None:
    """Enterprises, people or goods that the cooperation moves, in a clause of a state or a sum."""
    if figure.unit:
        return None
    for entry in ("enterprises", "people", "traffic"):
        noun = _counted(figure, "counted", entry)
        if noun is None or figure.value < 3:
            continue
        verb = _clause_verb(noun.root)
        if verb is None or verb.lemma_.lower() in _words("counted_by", "never") - ({"visit"} if noun.lemma_.lower() in _words("counted_by", "visitors") else set()):
            return None
        told = verb.lemma_.lower() in _words("counted_by", entry) or (noun.lemma_.lower() in _words("counted_by", "visitors") and verb.lemma_ == "visit")
        if told and (entry == "traffic" or _across(noun, figure)):
            return Claim(noun, f"indicator-{entry}", confidence="medium")
    return None


def _clause_verb(noun: Token) -> Token | None:
    """Return the verb that the counted noun is subject or object of, or the participle that hangs on it."""
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.pos_ == "VERB":
            return child
    return verb_above(noun)


def _across(noun: Span, figure: Figure) -> bool:
    """Tell whether the counted are of one side and the clause of another, or the words speak of cooperation."""
    if any(t.lower_ in _words("counted_by", "paired") for t in noun.sent):
        return True
    verb = _clause_verb(noun.root)
    subject = subject_of(verb) if verb is not None else None
    words = [*noun.doc[figure.span.end : min(noun.sent.end, noun.end + 8)], *(t for t in (subject.children if subject is not None else []) if t.pos_ == "ADJ")]
    return any(t.text[:1].isupper() or t.lemma_.lower() in _words("counted_by", "across") for t in words)


def rank(figure: Figure) -> Claim | None:
    """The years over which a rank has been held ("largest trading partner for 25 years")."""
    after = figure.span.doc[figure.span.end : figure.span.end + 2]
    if figure.unit or not any(t.lemma_.lower() == "year" for t in after):
        return None
    sentence = figure.span.sent
    heads = [f.span for f in _phrases("ranks", "heads").search(sentence) if any(t.lower_ in _words("ranks", "superlatives") for t in sentence.doc[max(sentence.start, f.span.start - 5) : f.span.start])]
    return Claim(heads[0], "indicator-rank", "years") if heads else None


SUMMED = (("ties", "nouns"), ("counted", "enterprises"), ("counted", "people"), ("counted", "traffic"))
RULES: tuple[Callable[[Figure], Claim | None], ...] = (trade, tie, tied_with, number_of, summed, members, rank, counted)


def _spread(figure: Figure, ties: list[Figure]) -> Claim | None:
    """The countries over which counted ties or members are spread ("in five countries")."""
    counted = _counted(figure, "ties", "partners")
    if figure.unit or counted is None or not ties or ties[-1].span.sent != figure.span.sent or ties[-1].unit:
        return None
    before = figure.span.doc[figure.span.start - 1].lower_ if figure.span.start else ""
    return Claim(counted, "indicator-spread") if before in _words("ties", "spread") else None


def _counted(figure: Figure, section: str, entry: str) -> Span | None:
    """Return the vocabulary's noun that the number counts: the first one behind it, with only its modifiers between."""
    doc, start = figure.span.doc, figure.span.end
    window = doc[start : min(figure.span.sent.end, start + LONGEST_GAP + 4)]
    for found in _phrases(section, entry).search(window):
        between = doc[start : found.span.start]
        if len(between) <= LONGEST_GAP and all(t.pos_ in {"ADJ", "NOUN", "PROPN"} or t.text in {"-", "–"} or t.tag_ in {"VBN", "VBG"} or t.lower_ in {"of", "and"} for t in between) and _is_head(found):
            return found.span
    return None


def _is_head(found: Found) -> bool:
    """Tell whether the noun is not just the modifier of the next ("58 city governments")."""
    last = found.span[-1]
    return not (last.dep_ in {"compound", "nmod"} and last.head.i == last.i + 1)


def _before_approximation(span: Span) -> int:
    """Return the token at which "more than 20" begins."""
    start = span.start
    while start > span.sent.start and span.doc[start - 1].lower_ in _words("numbers", "approximations") - {"to", "of", "the"}:
        start -= 1
    return start


def _ordinals(report: Report) -> list[Figure]:
    """Return the ordinals that count ties ("the twelfth on the list", "its 24th friendly city")."""
    found = []
    for token in report.doc:
        value = load("indicators")["ordinals"].get(token.lower_) or _ordinal(token.text)
        if value and value > 2:
            figure = Figure(report.doc[token.i : token.i + 1], float(value), None)
            if _counted(figure, "ties", "nouns"):
                found.append(figure)
    return found


def _ordinal(text: str) -> int | None:
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text)
    return int(match[1]) if match else None


def _indicator(report: Report, figure: Figure, claim: Claim) -> Indicator:
    return Indicator(
        subject=_subject(report, figure, claim),
        measure=" ".join(claim.measure.text.split()),
        value=figure.value,
        unit=claim.unit,
        as_of=_as_of(report, figure),
        evidence=[report.cite(figure.span)],
        confidence=claim.confidence,
    )


def _as_of(report: Report, figure: Figure) -> str | None:
    """Return the one time told near the figure up to which, or for which, it holds."""
    sentence = figure.span.sent
    near = report.dates_within(max(sentence.start, figure.span.start - NEAR), min(sentence.end, figure.span.end + NEAR))
    dates = {d.date.end for d in near if d.date and d.relation not in {"since", "after", "before"}}
    return dates.pop() if len(dates) == 1 else None


def _subject(report: Report, figure: Figure, claim: Claim) -> str | None:
    """Return whom the figure is told of: the first jurisdiction or organisation that the clause names."""
    table = report.table
    sentence = figure.span.sent
    named = table.represented(a for m in table.within(sentence.start, sentence.end) for a in m.refers)
    ours = [a for a in named if not table.is_person(a)]
    return ours[0] if ours else None


@cache
def _phrases(section: str, entry: str) -> Phrases:
    return Phrases({entry: load("indicators")[section][entry]})


@cache
def _words(section: str, entry: str) -> frozenset[str]:
    table: dict[str, Any] = load("indicators")[section]
    return frozenset(word.casefold() for word in table[entry])
