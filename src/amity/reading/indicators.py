"""Indicators: figures that a report claims about the cooperation itself."""

from collections.abc import Callable

from spacy.tokens import Span, Token

from amity.model import Indicator
from amity.reading.grammar import subject_of, verb_above
from amity.reading.phrases import Found
from amity.reading.report import Report
from amity.reading.things.figures import Figure, find_figures, find_ordinals
from amity.reading.things.nominals import is_ordinal, named
from amity.reading.things.trade import Claim, trade
from amity.reading.things.wordlists import WordLists

WORDS = WordLists("indicators")
NEAR = 12
"""Tokens around a figure in which a date tells the time that it holds for."""
LONGEST_GAP = 4
"""Words that may stand between a number and what it counts ("24 international friendly cities")."""
TIES_BEFORE = 8
"""Tokens before "with 23 cities" in which the relation is told."""
NUMBER_OF = 24
"""Tokens between "the number of" and its figure at most."""
FEWEST = 3
"""Smaller numbers rather point at the sides ("the two cities") than count ties or goods."""
KINDS = ("enterprises", "people", "traffic")
MANY = 10
"""Partnerships fewer than these are rather those that the report tells of."""
SUMMED = ("ties.nouns", "ties.many", "counted.enterprises", "counted.people", "counted.traffic")


def find_indicators(report: Report) -> list[Indicator]:
    """Return the figures about the cooperation, each value once, in the order of the text."""
    found: list[Indicator] = []
    last: Figure | None = None
    ordinals = [
        f
        for f in find_ordinals(report.doc)
        if place_in_rank(f) or (f.value >= FEWEST and (_counted(f, "ties.nouns") or place_among_ties(f)))
    ]
    for figure in sorted([*find_figures(report.doc), *ordinals], key=lambda f: f.span.start):
        claim = None if _is_in_a_date(report, figure) else _claim(figure, last)
        if claim is None:
            continue
        last = figure
        report.note(claim.rule, figure.span, claim.measure.text)
        if not any((i.value, i.unit) == (figure.value, claim.unit) for i in found):
            found.append(_indicator(report, figure, claim))
    return found


def _claim(figure: Figure, last: Figure | None) -> Claim | None:
    """Return what the figure measures by the first rule that reads it; ``last`` is the indicator before it."""
    if figure.unit is not None:
        return trade(figure)
    return spread(figure, last) or next((c for rule in COUNTS if (c := rule(figure))), None)


def _is_in_a_date(report: Report, figure: Figure) -> bool:
    """Tell whether the number is part of a date, unless it counts years ("for 25 years"); one with a unit or scale never is."""
    if figure.unit or len(figure.span) > 1 or _is_of_years(figure.span):
        return False
    return any(d.start <= figure.span.start < d.end for d in report.dates)


def _is_of_years(span: Span) -> bool:
    return any(WORDS.has("ranks.spans", t) for t in span.doc[span.end : span.end + 2])


def commitments(figure: Figure) -> Claim | None:
    """A number of commitments that the sides took upon themselves."""
    noun = _counted(figure, "commitments.nouns")
    return Claim(noun, "indicator-commitments", confidence="medium") if noun is not None and figure.value >= FEWEST else None


def ties(figure: Figure) -> Claim | None:
    """A number of ties, or the place of one among them ("16 sister cities", "its 24th friendly city")."""
    noun = _counted(figure, "ties.nouns") or (_counted(figure, "ties.many") if figure.value >= MANY else None)
    before = figure.span.doc[figure.span.start - 1].lower_ if figure.span.start else ""
    if noun is None or (figure.value < FEWEST and (before in WORDS.words("ties.pointing") or figure.span.text.islower())):
        return None
    return Claim(noun, "indicator-ties")


def ties_with(figure: Figure) -> Claim | None:
    """A number of places with which there are ties ("sister-city relations with 14 cities")."""
    noun = _counted(figure, "ties.partners")
    doc, start = figure.span.doc, _before_approximation(figure.span)
    if noun is None or figure.value < FEWEST or start == 0 or doc[start - 1].lower_ not in {"with", "to"}:
        return None
    told = [t for t in doc[max(figure.span.sent.start, start - TIES_BEFORE) : start] if t.lower_ in WORDS.words("ties.relations")]
    return Claim(doc[told[-1].i : noun.end], "indicator-ties-with") if told else None


def number_of(figure: Figure) -> Claim | None:
    """A number told of what it counts before ("the number of friendship cities has risen to six")."""
    doc, start = figure.span.doc, figure.span.start
    for at in range(start - 2, max(figure.span.sent.start, start - NUMBER_OF) - 1, -1):
        if WORDS.has("numbers.nouns", doc[at]) and doc[at + 1].lower_ == "of":
            found = WORDS.phrases(*SUMMED).search(doc[at:start])
            return Claim(found[0].span, "indicator-number") if found else None
    return _number_after(figure)


def _number_after(figure: Figure) -> Claim | None:
    """Read a number that stands before what it counts ("brings to 21 the number of sister cities")."""
    doc, end = figure.span.doc, figure.span.end
    after = doc[end : min(figure.span.sent.end, end + NEAR)]
    if len(after) < FEWEST or after[0].lower_ != "the" or not WORDS.has("numbers.nouns", after[1]) or after[2].lower_ != "of":
        return None
    found = WORDS.phrases(*SUMMED).search(after)
    return Claim(found[0].span, "indicator-number") if found else None


def summed(figure: Figure) -> Claim | None:
    """A number to which a verb of a sum takes its subject ("joint projects have reached 44")."""
    root = figure.span.root
    verb = root.head.head if root.head.pos_ == "ADP" else root.head
    if figure.value < FEWEST or not WORDS.has("counted_by.sums", verb) or _counts_noun(figure):
        return None
    subject = subject_of(verb)
    if subject is None or root.dep_ not in {"dobj", "pobj", "npadvmod", "attr", "nummod"}:
        return None
    found = WORDS.phrases(*SUMMED).search(subject.doc[subject.left_edge.i : max(subject.left_edge.i, verb.i)])
    return Claim(found[0].span, "indicator-sum", confidence="medium") if found else None


def _counts_noun(figure: Figure) -> bool:
    after = figure.span.end
    return after < len(figure.span.doc) and figure.span.doc[after].pos_ in {"NOUN", "PROPN", "ADJ"}


def members(figure: Figure) -> Claim | None:
    """A number of members of an alliance or network ("The league counts 58 cities")."""
    noun, verb = _counted(figure, "members.nouns"), verb_above(figure.span.root)
    if noun is None or verb is None or not WORDS.has("members.verbs", verb):
        return None
    subject = subject_of(verb)
    return Claim(noun, "indicator-members") if subject is not None and WORDS.has("members.heads", subject) else None


def rank(figure: Figure) -> Claim | None:
    """The years over which a rank has been held ("largest trading partner for 25 years")."""
    if not _is_of_years(figure.span):
        return None
    for found in WORDS.phrases("ranks.heads").search(figure.span.sent):
        before = figure.span.doc[max(figure.span.sent.start, found.span.start - 5) : found.span.start]
        if WORDS.any("ranks.superlatives", before):
            return Claim(found.span, "indicator-rank", "years")
    return None


def place_in_rank(figure: Figure) -> Claim | None:
    """The place of a partner or market among others ("its fourth-largest trading partner", "ranks fifth among investors")."""
    doc, at = figure.span.doc, figure.span.start
    if not is_ordinal(doc[at]):
        return None
    window = doc[at + 1 : min(figure.span.sent.end, at + NEAR)]
    for found in WORDS.phrases("ranks.heads").search(window):
        between = doc[at + 1 : found.span.start]
        told = len(between) + len(found.span) > 1 and _is_head(found)
        if told and all(t.lower_ in WORDS.words("ranks.between") for t in between):
            return Claim(found.span, "indicator-place")
    verb = verb_above(figure.span.root)
    if verb is not None and WORDS.has("ranks.verbs", verb) and any(WORDS.has("ranks.among", t) for t in window):
        return Claim(doc[verb.i : verb.i + 1], "indicator-place", confidence="medium")
    return None


def counted(figure: Figure) -> Claim | None:
    """Enterprises, people or goods that the cooperation moves, in a clause of a state or a sum."""
    if figure.value < FEWEST:
        return None
    for kind in KINDS:
        noun = _counted(figure, f"counted.{kind}")
        if noun is not None:
            is_told = (_is_over_time(noun) or _is_told(noun, kind)) and (kind == "traffic" or _is_across(noun, figure))
            return Claim(noun, f"indicator-{kind}", confidence="medium") if is_told else None
    return None


def over_time(figure: Figure) -> Claim | None:
    """Visits, agreements or people counted over years ("They have exchanged 40 delegations since 1990")."""
    noun = _counted(figure, "counted.doings")
    if noun is None or figure.value < FEWEST or not _is_over_time(noun):
        return None
    return Claim(noun, "indicator-over-time", confidence="medium") if _is_across(noun, figure) else None


def _is_over_time(noun: Span) -> bool:
    """Tell whether the sentence counts over years, and not those who came to harm."""
    verb = _clause_verb(noun.root)
    return WORDS.holds("counted.over_time", noun.sent.text) and not (verb is not None and WORDS.has("counted_by.harm", verb))


def place_among_ties(figure: Figure) -> Claim | None:
    """A bare ordinal that gives a tie its place ("the city's first sister city in Asia and the ninth in all")."""
    doc, after = figure.span.doc, figure.span.end
    if not is_ordinal(figure.span[0]) or (after < len(doc) and doc[after].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}):
        return None
    found = WORDS.phrases("ties.nouns").search(figure.span.sent)
    return Claim(found[0].span, "indicator-place-among-ties", confidence="medium") if found else None


def _is_told(noun: Span, kind: str) -> bool:
    """Tell whether the clause tells a state or a sum of what is counted, and not an occasion."""
    verb = _clause_verb(noun.root)
    if verb is None:
        return False
    if WORDS.has("counted.visitors", noun.root) and verb.lemma_ == "visit":
        return True
    if verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children):
        return True
    return WORDS.has(f"counted_by.{kind}", verb) and not WORDS.has("counted_by.never", verb)


def _clause_verb(noun: Token) -> Token | None:
    """Return the participle that hangs on the counted noun, else the verb above it."""
    hanging = next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.pos_ == "VERB"), None)
    return hanging or verb_above(noun)


def _is_across(noun: Span, figure: Figure) -> bool:
    """Tell whether the counted are of one side and the clause of another, or the words speak of a tie."""
    if WORDS.any("counted_by.paired", noun.sent) or WORDS.holds("counted_by.together", noun.sent.text):
        return True
    verb = _clause_verb(noun.root)
    subject = subject_of(verb) if verb is not None else None
    of_subject = [t for t in subject.children if t.pos_ == "ADJ"] if subject is not None else []
    near = [*noun.doc[figure.span.end : min(noun.sent.end, noun.end + 8)], *of_subject]
    return any(t.text[:1].isupper() or WORDS.has("counted_by.across", t) for t in near)


COUNTS: tuple[Callable[[Figure], Claim | None], ...] = (
    ties,
    ties_with,
    number_of,
    summed,
    members,
    rank,
    place_in_rank,
    commitments,
    counted,
    over_time,
    place_among_ties,
)


def spread(figure: Figure, last: Figure | None) -> Claim | None:
    """The countries over which counted ties or members are spread ("58 cities in 22 countries")."""
    noun = _counted(figure, "ties.partners")
    if noun is None or figure.value < FEWEST or last is None or last.unit or last.span.sent != figure.span.sent or not figure.span.start:
        return None
    return Claim(noun, "indicator-spread") if WORDS.has("ties.spread", figure.span.doc[figure.span.start - 1]) else None


def _counted(figure: Figure, name: str) -> Span | None:
    """Return the vocabulary's noun that the number counts: the first one behind it, with only its modifiers between."""
    if figure.unit is not None:
        return None
    doc, start = figure.span.doc, figure.span.end
    window = doc[start : min(figure.span.sent.end, start + 2 * LONGEST_GAP)]
    for found in WORDS.phrases(name).search(window):
        between = doc[start : found.span.start]
        if len(between) <= LONGEST_GAP and all(_modifies(t) for t in between) and _is_head(found):
            return found.span
    return None


def _modifies(token: Token) -> bool:
    return token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.tag_ in {"VBN", "VBG"} or token.lower_ in {"of", "and", "-", "–"}


def _is_head(found: Found) -> bool:
    """Tell whether the noun is not just the modifier of the next ("58 city governments")."""
    last = found.span[-1]
    return not (last.dep_ in {"compound", "nmod"} and last.head.i == last.i + 1)


def _before_approximation(span: Span) -> int:
    """Return the token at which "more than 20" begins."""
    start = span.start
    while start > span.sent.start and span.doc[start - 1].lower_ in WORDS.words("numbers.approximations"):
        start -= 1
    return start


def _indicator(report: Report, figure: Figure, claim: Claim) -> Indicator:
    return Indicator(
        subject=_subject(report, figure, claim.measure),
        measure=_words_of(claim.measure),
        value=figure.value,
        unit=claim.unit,
        as_of=_as_of(report, figure),
        evidence=[report.cite(figure.span)],
        confidence=claim.confidence,
    )


def _words_of(measure: Span) -> str:
    """Return the measure with the words that tell it from others ("two-way trade", "Ruvanian investment")."""
    last = measure[-1]
    start = named(last).start if last.pos_ in {"NOUN", "PROPN"} else measure.start
    return " ".join(measure.doc[min(start, measure.start) : measure.end].text.split())


def _as_of(report: Report, figure: Figure) -> str | None:
    """Return the one time told near the figure up to which, or for which, it holds."""
    sentence = figure.span.sent
    near = report.dates_within(max(sentence.start, figure.span.start - NEAR), min(sentence.end, figure.span.end + NEAR))
    dates = {d.date.end for d in near if d.date and d.relation in {"on", "until", "by"}}
    return dates.pop() if len(dates) == 1 else None


def _subject(report: Report, figure: Figure, measure: Span) -> str | None:
    """Return whom the figure is told of: who stands in the words of its measure, else as subject of its clause."""
    verb = verb_above(figure.span.root)
    subject = subject_of(verb) if verb is not None else None
    for noun in (measure.root, subject):
        if noun is not None and (told := _organisation_in(report, noun)):
            return told
    return None


def _organisation_in(report: Report, noun: Token) -> str | None:
    """Return the first jurisdiction or organisation that the noun phrase names."""
    table = report.table
    named = table.represented(a for m in table.within(noun.left_edge.i, noun.right_edge.i + 1) for a in m.refers)
    return next((a for a in named if not table.is_person(a)), None)
