"""PLOVER acts: the main clauses of a report's sentences, each with its class, source and target."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from amity.model import Evidence
from amity.reading.grammar import is_passive, phrase, subject_of
from amity.reading.plover.clauses import clause
from amity.reading.plover.lexicon import variants, verbs_of
from amity.reading.report import Report
from amity.vocabulary import speaking

SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
LONGEST_NAME = 12  # words


class PloverAct(NamedTuple):
    """One act: its PLOVER class, who does it and to whom (names, empty where not told), the sentence and the day."""

    event: str
    source: str
    target: str
    evidence: Evidence
    date: str | None


class _Clause(NamedTuple):
    verb: Token
    speaker: Token | None


def _main_verb(root: Token) -> Token:
    """Return the root, or the nearest verb below a noun that the parser took for one."""
    if root.pos_ in ("VERB", "AUX"):
        return root
    below = [t for t in root.subtree if t.pos_ == "VERB" and t.dep_ in ("acl", "relcl", "ccomp", "advcl", "conj")]
    return min(below, key=lambda t: sum(1 for _ in t.ancestors), default=root)


def _coordinated(verb: Token) -> list[Token]:
    return [verb, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX"))]


def main_clauses(verb: Token, speaker: Token | None = None) -> Iterator[_Clause]:
    """Yield the clauses that tell what happened: those under a verb of saying instead of it."""
    for one in _coordinated(verb):
        contents = [c for c in one.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("VERB", "AUX")]
        if set(variants(one)) & verbs_of("reporting") and contents:
            for content in contents:
                yield from main_clauses(content, subject_of(one) or speaker)
        else:
            yield _Clause(one, speaker)


def _heads(noun: Token) -> list[Token]:
    return [noun, *(c for c in noun.conjuncts if c.i > noun.i)]


def _words(report: Report, head: Token) -> list[str]:
    """Return the words of a noun phrase, once for each side when two nationalities share it ("French and Dutch ships")."""
    own = [t for t in phrase(head) if t.i <= head.i and not any(a.dep_ == "conj" and a.i > t.i for a in t.ancestors if a.i <= head.i)]
    after = [t for c in head.children if c.dep_ == "prep" and c.i > head.i and c.lower_ in ("of", "from", "in") for t in phrase(c)]
    shared = next((c for c in head.children if c.dep_ in ("amod", "compound", "nmod") and c.text[:1].isupper() and c.conjuncts), None)
    if shared is not None and all(c.i < head.i for c in shared.conjuncts):
        return [f"{side.text} {head.text}" for side in (shared, *shared.conjuncts)]
    tokens = sorted({*own, *after}, key=lambda t: t.i)[:LONGEST_NAME]
    return [report.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].strip(" ,;") if tokens else head.text]


def _names(report: Report, noun: Token | None) -> list[str]:
    """Return the names of those whom a noun phrase means: the actors it refers to, else its own words."""
    names: list[str] = []
    for head in _heads(noun) if noun is not None else []:
        names += [report.table.actors[a].name for a in report.table.refers(head)] or _words(report, head)
    return list(dict.fromkeys(names))


def _source(one: _Clause) -> Token | None:
    """Return who acts: the agent of a passive, the subject, or the speaker for a pronoun and an infinitive."""
    if is_passive(one.verb):
        return next((o for c in one.verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), one.speaker)
    subject = subject_of(one.verb)
    return one.speaker if one.speaker is not None and (subject is None or subject.pos_ == "PRON") else subject


def _inside(noun: Token) -> Iterator[Token]:
    """Yield the noun, then those that its prepositions and possessives bring ("talks with the envoy", "the town's efforts")."""
    yield noun
    for child in noun.children:
        if child.dep_ in ("poss", "conj") or (child.dep_ == "compound" and child.pos_ == "PROPN"):
            yield from _inside(child)
        elif child.dep_ == "prep":
            yield from (inner for o in child.children if o.dep_ == "pobj" for inner in _inside(o))


def _targets(verb: Token) -> Iterator[Token]:
    """Yield the nouns to whom an act may be done, in the order of the sentence; those of its complements too."""
    if is_passive(verb):
        yield from (inner for c in verb.children if c.dep_ == "nsubjpass" for inner in _inside(c))
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "attr") and child.pos_ in ("NOUN", "PROPN", "PRON"):
            yield from _inside(child)
        elif child.dep_ in ("prep", "dative"):
            yield from (inner for o in child.children if o.dep_ == "pobj" for inner in _inside(o))
        if child.dep_ in ("xcomp", "ccomp", "acomp", "pcomp"):
            yield from (s for s in child.children if s.dep_ in ("nsubj", "nsubjpass") and s.pos_ != "PRON")
            yield from _targets(child)


def _is_actor(report: Report, noun: Token) -> bool:
    """Tell whether the noun names or describes someone: a name, a word with a nationality, or a mention of an actor."""
    modifiers = (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod", "poss") and c.text[:1].isupper())
    named = noun.pos_ == "PROPN" or any(c.pos_ in ("PROPN", "ADJ") for c in modifiers)
    times = any(d.start <= noun.i < d.end for d in report.dates)
    return not times and (named or bool(report.table.refers(noun)))


def _pairs(report: Report, one: _Clause, event: str) -> list[tuple[str, str]]:
    sources = _names(report, _source(one))
    others = ([name for name in _names(report, t) if name not in sources] for t in _targets(one.verb) if _is_actor(report, t))
    targets = next((names for names in others if names), [])
    pairs = [(s, t) for s in sources for t in targets] or [(s, "") for s in sources] or [("", t) for t in targets]
    if event in SYMMETRIC and len(sources) > 1 and not targets:
        return [(s, t) for s in sources for t in sources if s != t]
    return pairs


def _acts_of(report: Report, sentence: Span) -> Iterator[PloverAct]:
    dates = [d.date.start for d in report.dates_within(sentence.start, sentence.end) if d.date and d.date.precision == "day"]
    for one in main_clauses(_main_verb(sentence.root)):
        event = clause(one.verb, one.speaker)
        if event is None:
            continue
        report.note("plover", report.doc[one.verb.i : one.verb.i + 1], event)
        for source, target in _pairs(report, one, event):
            yield PloverAct(event, source, target, report.cite(sentence), dates[0] if dates else None)


def find_acts(report: Report) -> list[PloverAct]:
    """Return the acts that the report's sentences tell in their main clauses; headings and captions tell none."""
    bodies = (s for s in report.sentences() if report.role_at(s.start_char) == "body")
    with speaking(report.document.language):
        return [act for sentence in bodies for act in dict.fromkeys(_acts_of(report, sentence))]
