"""Ties told by sentences: "X and Y are twinned", "X cut its links with Y and Z", "the two have been sister provinces since 2006"."""

import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise, product

from amity.matching.days import apart
from amity.matching.extraction import parties_of
from amity.matching.features import Party
from amity.matching.homes import display_name
from amity.matching.names import core, words
from amity.matching.sentences import Sentence, sentences
from amity.matching.ties import ClaimKind, Sign, entered_signs, instrument_signs, international, kindred_units, statement_signs
from amity.matching.tiewords import both_meant, denied, kind_at, kinds_in, stage_at, stage_of, units_meant
from amity.matching.toldays import date_in, dates_in
from amity.model.actors import JURISDICTIONS, Actor
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.model.register import TieKind, TieStage

SHORTEST_FORM = 2
NEWS_DAYS = 400
"""Days before the report beyond which a date beside "suspended" is that of the tie, not of its end."""
MOST_UNITS = 5
"""Units of a clause beyond which it is a list from which no pairs can be told."""
_CLAUSE = re.compile(r";|, (?:and|but|while|whereas|although|though) (?=\w+ \w+)")
_RELATIVE = re.compile(r", (which|who|whose|where) [^,;]*$")
_LINKS = re.compile(r"\b(links?|ties?|partnership|relations?|relationship)\b")
_WITH = re.compile(r"\bwith (?:the )?(?:\w+ ){0,2}$")
_NOUNS = frozenset({"city", "town", "province", "district", "capital", "municipality", "prefecture"})
_COUNTRYWIDE = re.compile(r"\b(upgrad|elevat|rais|lift)\w+ .*\bto\b|\bto (establish|build|forge)\b")


def _names(actor: Actor, mention: str) -> bool:
    """Return whether a mention is a form of the name or describes one place ("the Ukrainian city"), and no pronoun."""
    telling = {word for form in (actor.name, *actor.aliases) for word in core(form).split()}
    own = set(words(mention))
    return bool(own & _NOUNS) or (mention[:1].isupper() and bool(own & telling))


class _Reader:
    """One reading's sentences and the units that they name."""

    def __init__(self, reading: Reading, party: Callable[[str], Party]) -> None:
        self.reading = reading
        self.told = reading.document.published or reading.document.dateline_date
        self.units = [actor for actor in reading.actors if actor.kind in JURISDICTIONS]
        self.party = party
        self.spots = self._spots()
        self.found: list[Sign] = []

    def _spots(self) -> list[tuple[int, int, Actor]]:
        """Return where the text names units, in its order; a form that two units bear counts only where the reading settled it."""
        spots = [(a, b, actor) for actor in self.units for a, b in actor.mentions if _names(actor, self.reading.text[a:b])]
        taken = [(a, b) for a, b, _ in spots]
        bearers: dict[str, list[Actor]] = defaultdict(list)
        for actor in self.units:
            for form in {actor.name, *actor.aliases}:
                if len(form) > SHORTEST_FORM and form[:1].isupper():
                    bearers[form].append(actor)
        for form in sorted(bearers, key=lambda one: (-len(one), one)):
            if len(bearers[form]) == 1:
                for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", self.reading.text):
                    if not any(a < found.end() and found.start() < b for a, b in taken):
                        spots.append((*found.span(), bearers[form][0]))
                        taken.append(found.span())
        return sorted(spots, key=lambda spot: (spot[0], -spot[1], spot[2].id))

    def named(self, start: int, end: int) -> list[tuple[int, Actor]]:
        """Return the units that a stretch of text names, in its order, each once."""
        seen: dict[str, tuple[int, Actor]] = {}
        last = -1
        for a, b, actor in self.spots:
            if start <= a and b <= end and a >= last:
                seen.setdefault(actor.id, (a, actor))
                last = b
        return list(seen.values())

    def partner(self, sentence: Sentence, named: tuple[int, Actor]) -> Actor | None:
        """Return the unit of another country named last before "with X" in the paragraph."""
        spot, unit = named
        if not _WITH.search(self.reading.text[sentence.start : spot]):
            return None
        first = min(one.start for one in sentences(self.reading.text) if one.paragraph == sentence.paragraph)
        before = [(b, actor) for _, b, actor in self.spots if first <= b < spot]
        last = max(before, key=lambda one: one[0], default=None)
        return last[1] if last and international(self.party(last[1].id), self.party(unit.id)) else None

    def main_pair(self, kinds: tuple[str, ...]) -> list[Actor]:
        """Return the two units of different countries that the report names most, of one level."""
        ranked = sorted((unit for unit in self.units if unit.kind in kinds), key=lambda unit: (-len(unit.mentions), unit.id))
        for other in ranked[1:3]:
            if international(self.party(ranked[0].id), self.party(other.id)):
                return [ranked[0], other]
        return []

    def sign(self, one: Actor, other: Actor, kind: TieKind, stage: TieStage, date: str | None, quote: str, claim: ClaimKind) -> None:
        a, b = self.party(one.id), self.party(other.id)
        if international(a, b) and kindred_units(a, b):
            member = Member(self.reading.document.id, "actors", one.id)
            self.found.append(Sign(a, b, (display_name(one), display_name(other)), kind, stage, date, self.told, member, quote, claim))


def sentence_signs(reading: Reading, party: Callable[[str], Party]) -> list[Sign]:
    """Return what the sentences of a reading say about ties between the units that it names."""
    reader = _Reader(reading, party)
    kind_of_paragraph: dict[int, TieKind] = {}
    for sentence in sentences(reading.text):
        for kind in (kinds_in(sentence.plain) or kinds_in(sentence.quote.lower()))[:1]:
            kind_of_paragraph[sentence.paragraph] = kind
        if kind_of_paragraph.get(sentence.paragraph) == "comprehensive_partnership":
            _partnership(reader, sentence)
        elif kind_of_paragraph.get(sentence.paragraph) in ("friendly_city", "friendly_exchange"):
            _friendly(reader, sentence, kind_of_paragraph[sentence.paragraph])
    return reader.found


def _clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the clauses of a sentence as spans of the text."""
    found = [found.start() for found in _CLAUSE.finditer(sentence.plain)]
    cuts = [0, *[at for at in found if not _interrupted(sentence.plain[:at])], len(sentence.quote)]
    return [(sentence.start + a, sentence.start + b) for a, b in pairwise(cuts) if b > a]


def _interrupted(before: str) -> bool:
    """Return whether what stands before a comma only names, and describes, a first subject: "X, which is a port, and Y signed"."""
    described = _RELATIVE.search(before)
    return described is not None and stage_of(before[: described.start()]) is None and not _LINKS.search(before)


def _partnership(reader: _Reader, sentence: Sentence) -> None:
    plain = sentence.plain
    if "comprehensive_partnership" not in kinds_in(plain):
        return
    states = [actor for _, actor in reader.named(sentence.start, sentence.end) if actor.kind == "state"]
    pair = states if len(states) == 2 else reader.main_pair(("state",)) if both_meant(plain) or not states else []
    if len(pair) == 2:
        planned = _COUNTRYWIDE.search(plain) and stage_of(plain) in ("contact", "intent")
        reader.sign(
            pair[0],
            pair[1],
            "comprehensive_partnership",
            "intent" if planned else "established",
            date_in(plain, None),
            sentence.quote,
            "told",
        )


def _friendly(reader: _Reader, sentence: Sentence, kind: TieKind) -> None:
    for start, end in _clauses(sentence):
        plain = sentence.plain[start - sentence.start : end - sentence.start]
        quoted = re.sub(r"[“”\"]", " ", sentence.quote[start - sentence.start : end - sentence.start]).lower()
        own = kind in kinds_in(plain)
        stage = stage_of(plain)
        if denied(plain):
            _pairs(reader, sentence, (start, end), kind, "established", plain, claim="denied")
        elif stage in ("ended", "suspended") and (own or _LINKS.search(plain)):
            _pairs(reader, sentence, (start, end), kind, stage, plain, at=stage_at(stage, plain))
        elif own and stage is not None:
            _pairs(reader, sentence, (start, end), kind, stage, plain)
        elif not own and kind in kinds_in(quoted) and stage_of(" ".join(quoted.split())) == "established":
            _pairs(reader, sentence, (start, end), kind, "established", quoted, claim="quoted")


def _pairs(
    reader: _Reader,
    sentence: Sentence,
    clause: tuple[int, int],
    kind: TieKind,
    stage: TieStage,
    plain: str,
    *,
    at: int | None = None,
    claim: ClaimKind = "told",
) -> None:
    """Add a sign for each pair of units that a clause ties: those before the words for the tie with those after."""
    meant = units_meant(plain)
    level = ("province",) if meant == "province" else ("municipality", "district") if meant else ("province", "municipality", "district")
    named = [(spot, actor) for spot, actor in reader.named(*clause) if actor.kind in level]
    cue = clause[0] + (kind_at(kind, plain) if at is None else at)
    before, after = [actor for spot, actor in named if spot < cue], [actor for spot, actor in named if spot > cue]
    if len(named) > MOST_UNITS and len(before) != 1:
        return
    if before and after:
        pairs = list(product(before[-1:], after))
    elif len(named) == 2:
        pairs = [(named[0][1], named[1][1])]
    elif len(named) == 1 and (partner := reader.partner(sentence, named[0])):
        pairs = [(partner, named[0][1])]
    elif not named and both_meant(plain) and len(reader.main_pair(level)) == 2:
        pairs = [tuple(reader.main_pair(level))]  # type: ignore[list-item]
    else:
        return
    dated = _dated(plain, stage, reader.told)
    began = _began(plain, reader.told) if stage in ("suspended", "ended") else None
    for one, other in pairs:
        reader.sign(one, other, kind, stage, dated, sentence.quote, claim)
        if began:
            reader.sign(one, other, kind, "established", began, sentence.quote, claim)


def _dated(plain: str, stage: TieStage, told: str | None) -> str | None:
    """Return the date of a stage: the clause's own; without one, or with one of long before, anything but an established tie is news."""
    date = date_in(plain, told)
    old = stage in ("suspended", "ended") and (apart(date, told) or 0) > NEWS_DAYS
    return date if date and not old else None if stage == "established" else told


def _began(plain: str, told: str | None) -> str | None:
    """Return when a tie began of which a clause tells that it ended: a date of long before the report."""
    return next((date for date in dates_in(plain, told) if (apart(date, told) or 0) > NEWS_DAYS), None)


def tie_signs(reading: Reading) -> list[Sign]:
    """Return all that a reading says about ties, by its instruments and by its sentences; an entry tells them outright."""
    party = parties_of(reading)
    if reading.document.entry:
        return instrument_signs(reading, party) + statement_signs(reading, party) + entered_signs(reading, party)
    return instrument_signs(reading, party) + statement_signs(reading, party) + sentence_signs(reading, party)
