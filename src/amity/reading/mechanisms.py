"""Mechanisms: standing ways of working together."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from amity.model import Mechanism
from amity.model.actors import Confidence
from amity.reading.nominals import DASHES, abbreviation, content, is_capital, is_definite, is_headline, is_ordinal, lexicon, named, tail
from amity.reading.phrases import Phrases
from amity.reading.report import Report
from amity.vocabulary import load

TAIL = ("of", "between", "on", "for", "among")
WORDS_OF_A_TITLE = 3
"""Capitalised words from which a forum or platform is taken for a name and not for an occasion."""
ROMAN = re.compile(r"[IVX]+")
REACH = 8
"""Tokens after a gathering in which words like "every two years" are still about it."""


@dataclass(frozen=True)
class Named:
    """A mechanism named by ``span``; ``core`` is the part before its tail, ``rule`` what read it."""

    span: Span
    core: Span
    rule: str
    confidence: Confidence = "high"

    @property
    def key(self) -> frozenset[str]:
        """The words that tell it from other mechanisms, without those of its sessions."""
        words = content(self.core)
        return words - _words("sessions", "nouns") or words


def find_mechanisms(report: Report) -> list[Mechanism]:
    """Return the mechanisms that the report names, each once, with every sentence that names it as evidence."""
    groups: list[list[Named]] = []
    for found in _namings(report):
        group = next((g for g in groups if _same(g, found)), None)
        if group is None:
            groups.append([found])
        else:
            group.append(found)
    return [_mechanism(report, group, f"m{number}") for number, group in enumerate(groups, 1)]


def _namings(report: Report) -> list[Named]:
    """Return the namings of mechanisms, in the order of the text; of nested ones the widest."""
    found = [Named(f.span, f.span, "mechanism-known") for f in _known().search(report.doc)]
    for head in _heads(report):
        naming = next((n for rule in RULES if (n := rule(head))), None)
        if naming:
            found.append(naming)
    widest = sorted(found, key=lambda n: (n.span.start - n.span.end, n.span.start))
    taken: set[int] = set()
    kept = []
    for naming in widest:
        inside = set(range(naming.span.start, naming.span.end))
        if not inside & taken:
            kept.append(naming)
            taken |= inside
    return sorted(kept, key=lambda n: n.span.start)


def _heads(report: Report) -> Iterable[Token]:
    for match in _head_phrases().search(report.doc):
        head = match.span[-1]
        if head.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}:
            yield head


def body(head: Token) -> Named | None:
    """A committee, commission or working group that its qualifiers, or what it is for, make one between sides."""
    if not _is_head(head, "bodies"):
        return None
    core = _with_session(named(head))
    words = core.text
    if _holds(words, "bodies", "igos") or (_holds(words, "bodies", "never") and not _holds(words, "bodies", "strong")):
        return None
    full = _reach(core, TAIL)
    if _holds(words, "bodies", "qualifiers") or _for_cooperation(full, core) or (len(core) > 1 and _between(full, core)) or _founded(head, core):
        return Named(full, core, "mechanism-body")
    if (_is_pair(core) and head.lemma_.lower() in _words("bodies", "paired")) or (_holds(words, "bodies", "weak") and _of_both(core)) or (len(core) > 1 and is_capital(head) and _is_numbered(core)) or _of_heads(full, core):
        return Named(full, core, "mechanism-body-of-both", "medium")
    return None


def _of_heads(full: Span, core: Span) -> bool:
    """Tell whether a council is one of the holders of posts of both sides ("Council of Governors")."""
    after = full.doc[core.end : full.end]
    return len(after) > 1 and after[0].lower_ == "of" and _of_holders(after) and not any(t.lower_ in {"ministers", "state"} for t in after) and is_capital(core[-1])


def _is_pair(core: Span) -> bool:
    """Tell whether the name joins two places by a dash ("the Turkana–Karamoja council")."""
    inner = range(core.start + 1, core.end - 1)
    return any(core.doc[i].text in DASHES and is_capital(core.doc[i - 1]) and is_capital(core.doc[i + 1]) for i in inner)


def _of_both(core: Span) -> bool:
    return _holds(core.sent.text, "bodies", "both") or _is_numbered(core)


def _is_numbered(core: Span) -> bool:
    """Tell whether the sentence numbers a session of the body ("the fourth meeting of the", "the 4th … meeting")."""
    doc, at = core.doc, core.start - 1
    while at > core.sent.start and (doc[at].pos_ == "DET" or doc[at].lower_ == "of"):
        at -= 1
    if is_ordinal(doc[at]) and core.end < len(doc) and doc[core.end].lemma_.lower() in _words("bodies", "numbered"):
        return True
    before = doc[max(core.sent.start, at - 2) : at]
    return doc[at].lemma_.lower() in _words("bodies", "numbered") and any(is_ordinal(t) for t in before)


def _for_cooperation(full: Span, core: Span) -> bool:
    after = full.text[len(core.text) :].split()
    return bool(after) and after[0].lower() in {"on", "for"} and "cooperation" in {w.strip(",").lower() for w in after}


def _between(full: Span, core: Span) -> bool:
    return full.text[len(core.text) :].strip().lower().startswith("between ")


def _founded(head: Token, core: Span) -> bool:
    """Tell whether the sentence founds the body ("a working group will be set up")."""
    if head.tag_ in {"NNS", "NNPS"} or is_definite(head) or core.text.lower() not in _words("bodies", "founded"):
        return False
    return head.head.lemma_.lower() in _words("bodies", "founding") and head.dep_ in {"dobj", "nsubjpass"}


def gathering(head: Token) -> Named | None:
    """A meeting, conference or dialogue that returns, by its own words or by the way its name is written."""
    if not _is_head(head, "gatherings"):
        return None
    core = named(head)
    full = _reach(core, TAIL)
    if _holds(core.text, "gatherings", "never"):
        return None
    if _recurs(core, full):
        return Named(full, core, "mechanism-recurring")
    if _is_titled(core, full) or (is_capital(head) and _is_series(core) and _of_holders(full)):
        return Named(full, core, "mechanism-titled", "medium")
    if head.lower_ in _words("gatherings", "regular_heads") and _holds(core.text, "gatherings", "regular"):
        return Named(full, core, "mechanism-dialogue", "medium")
    return None


def _recurs(core: Span, full: Span) -> bool:
    doc, sentence = core.doc, core.sent
    if _holds(core.text, "gatherings", "recurring"):
        return True
    after = doc[full.end : min(sentence.end, full.end + REACH)]
    verb = core.root.head
    clause = {t.i for t in verb.subtree} if verb.pos_ == "VERB" else set()
    return any(f.span.start == full.end or (f.span.start in clause and len(core) > 1) for f in _adverbials().search(after))


def _is_series(core: Span) -> bool:
    """Tell whether a number makes the gathering one of a series ("the 7th Meeting of Regional Governors")."""
    before = core.doc[core.start - 1] if core.start > core.sent.start else core[0]
    return is_ordinal(before) or (before.text.isupper() and bool(ROMAN.fullmatch(before.text))) or abbreviation(core[-1]) is not None


def _of_holders(span: Span) -> bool:
    return any(t.lower_.removesuffix("s") in lexicon("holders") for t in span)


def _is_titled(core: Span, full: Span) -> bool:
    """Tell whether the name is written as the name of a standing gathering."""
    head = core[-1]
    if not is_capital(head) or is_headline(core.sent):
        return False
    capitals = sum(is_capital(t) and t.is_alpha for t in full)
    short = abbreviation(head) or abbreviation(full[-1])
    if short and capitals >= WORDS_OF_A_TITLE and head.lower_ in _words("gatherings", "abbreviated"):
        return not _of_organisation(core, full)
    return head.lower_ in _words("gatherings", "titled") and capitals >= WORDS_OF_A_TITLE and not _of_organisation(core, full)


def _of_organisation(core: Span, full: Span) -> bool:
    """Tell whether a summit is the session of an organisation and nothing more ("the ASEAN Summit")."""
    words = {t.lower_ for t in core if t.is_alpha}
    return core[-1].lower_ in {"summit", "summits"} and bool(words & _words("gatherings", "organisations"))


def scheme(head: Token) -> Named | None:
    """A mechanism or hotline with words that tell what it is for."""
    if not _is_head(head, "schemes"):
        return None
    core = named(head)
    full = _reach(core, tuple(_words("schemes", "purposes")))
    words = core.text
    if head.lower_ in {"hotline", "line"}:
        return Named(full, core, "mechanism-hotline") if _holds(words, "schemes", "lines") or _of_both(core) else None
    if head.tag_ == "NNS" and not any(is_capital(t) for t in core) and len(full) == len(core):
        return None
    told = _holds(words, "schemes", "qualifiers") or (_holds(full.text[len(words) :], "schemes", "qualifiers") and not _holds(words, "schemes", "vague"))
    return Named(full, core, "mechanism-scheme", "medium") if told and head.tag_ not in {"NNS"} else None


def titled(head: Token) -> Named | None:
    """An alliance or platform written as a name."""
    if not _is_head(head, "named") or not is_capital(head) or is_headline(head.sent):
        return None
    core = named(head)
    full = _reach(core, TAIL)
    after = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
    words = f"{core.text} {after}"
    if sum(is_capital(t) and t.is_alpha for t in core) < WORDS_OF_A_TITLE or _holds(words, "named", "never"):
        return None
    return Named(full, core, "mechanism-titled", "medium")


RULES: tuple[Callable[[Token], Named | None], ...] = (body, gathering, scheme, titled)


def _with_session(core: Span) -> Span:
    """Let the name of a body run on with its session where both are written as one name ("Joint Commission Meeting")."""
    doc, end = core.doc, core.end
    if end < core.sent.end and doc[end].lower_ in _words("sessions", "nouns") and is_capital(doc[end]) and not is_headline(core.sent):
        return doc[core.start : end + 1]
    return core


def _reach(core: Span, prepositions: tuple[str, ...]) -> Span:
    after = tail(core[-1], prepositions)
    return core.doc[core.start : after.end] if len(after) else core


def _same(group: list[Named], found: Named) -> bool:
    """Tell whether a naming means the mechanism of the group: the words of one name are among those of the other."""
    return any(found.key <= n.key or n.key <= found.key for n in group)


def _mechanism(report: Report, group: list[Named], name: str) -> Mechanism:
    best = max(group, key=lambda n: (not is_headline(n.span.sent), len(n.key), -n.span.start))
    for naming in group:
        report.note(naming.rule, naming.span, best.span.text)
    return Mechanism(
        id=name,
        name=" ".join(best.span.text.split()),
        members=_members(report, group),
        frequency=_frequency(group),
        evidence=sorted({report.cite(n.span) for n in group}),
        confidence=min((n.confidence for n in group), key=("high", "medium", "low").index),
    )


def _members(report: Report, group: list[Named]) -> list[str]:
    """Return those whom a naming names as members; the two sides for a joint body that names none."""
    table = report.table
    for naming in group:
        named_here = table.represented(a for m in table.within(naming.span.start, naming.span.end) for a in m.refers)
        if len(named_here) > 1:
            return named_here
    joint = any(_holds(n.core.text, "members", "joint") for n in group)
    return list(table.sides) if joint else []


def _frequency(group: list[Named]) -> str | None:
    for naming in group:
        around = naming.span.doc[naming.span.start : min(naming.span.sent.end, naming.span.end + REACH)]
        found = _frequencies().search(around)
        if found:
            return found[0].entry
    return None


def _is_head(head: Token, family: str) -> bool:
    singular = head.lemma_.lower()
    two = f"{head.nbor(-1).lower_} {singular}" if head.i else singular
    return bool({head.lower_, singular, two} & _words(family, "heads"))


@cache
def _words(section: str, entry: str) -> frozenset[str]:
    table: dict[str, Any] = load("mechanisms")[section]
    return frozenset(word.casefold() for word in table[entry])


@cache
def _pattern(section: str, entry: str) -> re.Pattern[str]:
    words = sorted(_words(section, entry), key=len, reverse=True)
    inner = "|".join(re.escape(word).replace(r"\-", r"\s?[-–]?\s?").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{inner})s?(?!\w)", re.IGNORECASE)


def _holds(text: str, section: str, entry: str) -> bool:
    """Tell whether one of the vocabulary's words stands in the text."""
    return bool(_pattern(section, entry).search(text))


@cache
def _known() -> Phrases:
    return Phrases(load("mechanisms")["known"])


@cache
def _head_phrases() -> Phrases:
    families = ("bodies", "gatherings", "schemes", "named")
    return Phrases({family: load("mechanisms")[family]["heads"] for family in families})


@cache
def _adverbials() -> Phrases:
    return Phrases({"recurring": [w for w in load("mechanisms")["gatherings"]["recurring"] if " " in w or w.endswith("ly")]})


@cache
def _frequencies() -> Phrases:
    return Phrases(load("mechanisms")["frequency"])
