"""Mechanisms: standing ways of working together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from amity.model import Mechanism
from amity.model.actors import Confidence
from amity.reading.grammar import agents_of, first_of_list
from amity.reading.orthography import capitalised
from amity.reading.report import Report
from amity.reading.things.nominals import (
    LISTS,
    abbreviation,
    capitals,
    content,
    is_definite,
    is_headline,
    is_ordinal,
    is_pair,
    named,
    with_tail,
)
from amity.reading.things.wordlists import WordLists

WORDS = WordLists("mechanisms")
TAIL = ("of", "between", "on", "for", "among")
WORDS_OF_A_TITLE = 3
"""Capitalised words from which a forum or platform is taken for a name and not for an occasion."""
REACH = 8
"""Tokens after a gathering in which words like "every two years" are still about it."""
ROMAN = re.compile(r"[IVX]+")
SURE: tuple[Confidence, ...] = ("high", "medium", "low")
FAMILIES = ("bodies.heads", "gatherings.heads", "governments.heads", "schemes.heads", "named.heads")


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
        return words - WORDS.words("sessions.nouns") or words


def find_mechanisms(report: Report) -> list[Mechanism]:
    """Return the mechanisms that the report names, each once, with every sentence that names it as evidence."""
    groups: list[list[Named]] = []
    for found in _namings(report):
        group = next((g for g in groups if any(found.key <= n.key or n.key <= found.key for n in g)), None)
        if group is None:
            groups.append([found])
        else:
            group.append(found)
    return [_mechanism(report, group, f"m{number}") for number, group in enumerate(groups, 1)]


def _namings(report: Report) -> list[Named]:
    """Return the namings of mechanisms, in the order of the text; of nested ones the widest."""
    found = [Named(f.span, f.span, "mechanism-known") for f in WORDS.phrases("known.names").search(report.doc)]
    found += [naming for head in _heads(report) if (naming := next((n for rule in RULES if (n := rule(head))), None))]
    kept: list[Named] = []
    taken: set[int] = set()
    for naming in sorted(found, key=lambda n: (-len(n.span), n.span.start)):
        inside = set(range(naming.span.start, naming.span.end))
        if not inside & taken:
            kept.append(naming)
            taken |= inside
    return sorted(kept, key=lambda n: n.span.start)


def _heads(report: Report) -> Iterator[Token]:
    for match in WORDS.phrases(*FAMILIES).search(report.doc):
        head = match.span[-1]
        if head.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}:
            yield head


def _is_head(head: Token, family: str) -> bool:
    two = f"{head.nbor(-1).lower_} {head.lemma_.lower()}" if head.i else ""
    return WORDS.has(f"{family}.heads", head) or two in WORDS.words(f"{family}.heads")


def body(head: Token) -> Named | None:
    """A committee, commission or working group that its qualifiers, or what it is for, make one between sides."""
    if not _is_head(head, "bodies"):
        return None
    core = _with_session(named(head))
    if _is_of_one_side(core.text):
        return None
    full = with_tail(core, TAIL)
    after = full.doc[core.end : full.end]
    if WORDS.holds("bodies.qualifiers", core.text) or _is_for_cooperation(after) or _is_founded(head, core):
        return Named(full, core, "mechanism-body")
    if len(core) > 1 and len(after) and after[0].lower_ == "between":
        return Named(full, core, "mechanism-body")
    if _is_a_side(core[-1]):
        return None
    return Named(full, core, "mechanism-body-of-both", "medium") if _is_of_both(core, after) else None


def _is_a_side(head: Token) -> bool:
    """Tell whether the body is itself one of those between whom something happens ("talks between the committee and …")."""
    first = first_of_list(head)
    return first.dep_ == "pobj" and first.head.lower_ == "between"


def _is_of_one_side(words: str) -> bool:
    """Tell whether the name is that of an organ of one side, or of an organisation with a life of its own."""
    if WORDS.holds("bodies.igos", words):
        return True
    outweighed = WORDS.holds("bodies.strong", words) or WORDS.count("bodies.qualifiers", words) > 1
    return WORDS.holds("bodies.never", words) and not outweighed


def _is_for_cooperation(after: Span) -> bool:
    return len(after) > 0 and after[0].lower_ in {"on", "for", "of"} and any(t.lower_ == "cooperation" for t in after)


def _is_founded(head: Token, core: Span) -> bool:
    """Tell whether the sentence founds the body ("a working group will be set up")."""
    if head.tag_ in {"NNS", "NNPS"} or is_definite(head) or not WORDS.holds("bodies.founded", core.text):
        return False
    return head.dep_ in {"dobj", "nsubjpass"} and WORDS.has("bodies.founding", head.head) and not _is_founded_by_one(head.head)


def _is_founded_by_one(verb: Token) -> bool:
    """Tell whether one holder of a post founds it ("set up by the mayor"): that is a body of one side."""
    who = agents_of(verb)
    return bool(who) and all(t.tag_ in {"NN", "NNP"} and LISTS.has("holders", t) and not t.conjuncts for t in who)


def _is_of_both(core: Span, after: Span) -> bool:
    """Tell whether the body is one of both sides by its name, its members or the sentence around it."""
    if is_pair(core) and WORDS.has("bodies.paired", core[-1]):
        return True
    numbered, of_both = _is_numbered(core), WORDS.holds("bodies.both", core.sent.text)
    if (numbered and of_both) or ((numbered or of_both) and WORDS.holds("bodies.weak", core.text)):
        return True
    if not capitalised(core[-1]):
        return False
    of_holders = len(after) > 1 and after[0].lower_ == "of" and _tells_holders(after) and not WORDS.any("bodies.cabinets", after)
    return of_holders or (numbered and len(core) > 1)


def _tells_holders(span: Span) -> bool:
    """Tell whether the words name holders of posts ("Council of Governors")."""
    words = {t.lower_.removesuffix("s") for t in span}
    return bool(words & LISTS.words("holders"))


def _is_numbered(core: Span) -> bool:
    """Tell whether the sentence numbers a session of the body ("the fourth meeting of the", "the 4th … meeting")."""
    doc, at = core.doc, core.start - 1
    while at > core.sent.start and (doc[at].pos_ == "DET" or doc[at].lower_ == "of"):
        at -= 1
    if at >= 0 and is_ordinal(doc[at]) and core.end < len(doc) and WORDS.has("bodies.numbered", doc[core.end]):
        return True
    before = doc[max(core.sent.start, at - 2) : max(at, 0)]
    return at >= 0 and WORDS.has("bodies.numbered", doc[at]) and any(is_ordinal(t) for t in before)


def _with_session(core: Span) -> Span:
    """Let the name of a body run on with its session where both are written as one name ("Joint Commission Meeting")."""
    doc, end = core.doc, core.end
    if end < core.sent.end and doc[end].lower_ in WORDS.words("sessions.nouns") and capitalised(doc[end]) and not is_headline(core.sent):
        return doc[core.start : end + 1]
    return core


def gathering(head: Token) -> Named | None:
    """A meeting, conference or dialogue that returns, by its own words or by the way its name is written."""
    if not _is_head(head, "gatherings"):
        return None
    core = named(head)
    full = with_tail(core, TAIL)
    if WORDS.holds("gatherings.never", core.text):
        return None
    if _recurs(core, full):
        return Named(full, core, "mechanism-recurring")
    if _is_titled(core, full) or (capitalised(head) and _is_one_of_series(core) and _tells_holders(full)):
        return Named(full, core, "mechanism-titled", "medium")
    if _is_purpose(head):
        return None
    if head.lower_ in WORDS.words("gatherings.regular_heads") and WORDS.holds("gatherings.regular", core.text):
        return Named(full, core, "mechanism-dialogue", "medium")
    return None


def _recurs(core: Span, full: Span) -> bool:
    """Tell whether words in the name, right after it or in its clause say that the gathering returns."""
    if WORDS.holds("gatherings.recurring", core.text) or _is_kept_up(core):
        return True
    after = core.doc[full.end : min(core.sent.end, full.end + REACH)]
    verb = core.root.head
    clause = {t.i for t in verb.subtree} if verb.pos_ == "VERB" and len(core) > 1 else set()
    return any(f.span.start == full.end or f.span.start in clause for f in WORDS.phrases("gatherings.returns").search(after))


def _is_kept_up(core: Span) -> bool:
    """Tell whether the sides make the gathering a standing one, or hold it regularly among officials of a rank."""
    if WORDS.has("gatherings.standing", core.root.head):
        return True
    regular = WORDS.any("gatherings.regularly", [*core.root.lefts, *core])
    return regular and WORDS.any("gatherings.holders", core)


def _is_one_of_series(core: Span) -> bool:
    """Tell whether a number or abbreviation makes the gathering one of a series ("the 7th Meeting of Regional Governors")."""
    before = core.doc[core.start - 1] if core.start > core.sent.start else core[0]
    return is_ordinal(before) or bool(ROMAN.fullmatch(before.text)) or abbreviation(core[-1]) is not None


def _is_titled(core: Span, full: Span) -> bool:
    """Tell whether the name is written as the name of a standing gathering."""
    head = core[-1]
    if _is_numbered_name(core):
        return True
    if is_pair(core) and head.lower_ in WORDS.words("gatherings.titled") and not _is_of_organisation(core):
        return True
    if not capitalised(head) or is_headline(core.sent) or capitals(full) < WORDS_OF_A_TITLE or _is_of_organisation(core):
        return False
    if head.lower_ in WORDS.words("gatherings.titled"):
        return True
    short = abbreviation(head) or abbreviation(full[-1])
    return short is not None and head.lower_ in WORDS.words("gatherings.abbreviated")


def _is_purpose(head: Token) -> bool:
    """Tell whether the words only say what a mechanism is for ("a mechanism for political dialogue")."""
    return head.dep_ == "pobj" and WORDS.has("schemes.mechanisms", head.head.head)


def _is_numbered_name(core: Span) -> bool:
    """Tell whether an ordinal numbers a forum or dialogue with a name of its own ("the 18th Harbour Dialogue")."""
    if core[-1].lower_ not in WORDS.words("gatherings.titled") or not capitals(core[:-1]) or core.start == core.sent.start:
        return False
    before = core.doc[core.start - 1]
    return is_ordinal(before) and before.lower_ not in {"first", "1st"} and not _is_of_organisation(core)


def _is_of_organisation(core: Span) -> bool:
    """Tell whether a summit is the session of an organisation and nothing more ("the ASEAN Summit")."""
    return core[-1].lower_ in {"summit", "summits"} and WORDS.any("gatherings.organisations", core)


def governments(head: Token) -> Named | None:
    """A session that governments hold together ("joint cabinet meeting", "intergovernmental consultations")."""
    if not _is_head(head, "governments"):
        return None
    core = named(head)
    if not WORDS.holds("governments.joint", core.text) or WORDS.holds("governments.never", core.text):
        return None
    of_cabinets = WORDS.holds("governments.cabinets", core.text)
    of_both = WORDS.has("governments.sessions", head) and WORDS.any("governments.both", head.sent)
    return Named(core, core, "mechanism-governments", "medium") if of_cabinets or of_both else None


def scheme(head: Token) -> Named | None:
    """A mechanism or hotline with words that tell what it is for."""
    if not _is_head(head, "schemes") or head.tag_ == "NNS" or _is_said_of(head):
        return None
    core = named(head)
    full = with_tail(core, WORDS.words("schemes.purposes"))
    purpose = full.text[len(core.text) :]
    if not WORDS.has("schemes.mechanisms", head):
        told = WORDS.holds("schemes.lines", core.text) or WORDS.holds("bodies.both", core.sent.text)
        return Named(full, core, "mechanism-hotline") if told else None
    if WORDS.holds("schemes.qualifiers", core.text):
        return Named(full, core, "mechanism-scheme", "medium")
    told = WORDS.holds("schemes.qualifiers", purpose) and not WORDS.holds("schemes.vague", core.text)
    return Named(full, core, "mechanism-scheme", "medium") if told else None


def _is_said_of(head: Token) -> bool:
    """Tell whether the words only say what something else is ("the talks constitute a mechanism for")."""
    return head.dep_ in {"attr", "dobj", "pobj"} and not is_definite(head) and WORDS.has("schemes.being", _above(head))


def _above(head: Token) -> Token:
    return head.head.head if head.head.pos_ == "ADP" else head.head


def titled(head: Token) -> Named | None:
    """An alliance or platform written as a name."""
    if not _is_head(head, "named") or not capitalised(head) or is_headline(head.sent):
        return None
    core = named(head)
    after = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
    full = with_tail(core, TAIL)
    least = WORDS_OF_A_TITLE - 1 if WORDS.has("named.sure", head) else WORDS_OF_A_TITLE
    of_cities = WORDS.has("named.of_cities", head)
    if capitals(full if of_cities else core) < least or WORDS.holds("named.never", f"{core.text} {after}"):
        return None
    if of_cities and not WORDS.any("named.cities", full):
        return None
    return Named(full, core, "mechanism-titled", "medium")


RULES: tuple[Callable[[Token], Named | None], ...] = (body, gathering, governments, scheme, titled)


def _mechanism(report: Report, group: list[Named], name: str) -> Mechanism:
    best = max(group, key=lambda n: (not is_headline(n.span.sent), len(n.key), -n.span.start))
    for naming in group:
        report.note(naming.rule, naming.span, best.span.text)
    return Mechanism(
        id=name,
        name=" ".join(best.span.text.split()),
        members=_members(report, group),
        frequency=next((f for n in group if (f := _frequency(n))), None),
        evidence=sorted({report.cite(n.span) for n in group}),
        confidence=min((n.confidence for n in group), key=SURE.index),
    )


def _members(report: Report, group: list[Named]) -> list[str]:
    """Return those whom a naming names as members; the two sides for a joint body that names none."""
    table = report.table
    for naming in group:
        told = table.represented(a for m in table.within(naming.span.start, naming.span.end) for a in m.refers)
        if len(told) > 1:
            return told
    return list(table.sides) if any(WORDS.holds("members.joint", n.core.text) for n in group) else []


def _frequency(naming: Named) -> str | None:
    """Return how often the mechanism meets, where the name or the words after it tell."""
    names = [f"frequency.{entry}" for entry in WORDS.entries("frequency")]
    around = naming.span.doc[naming.span.start : min(naming.span.sent.end, naming.span.end + REACH)]
    found = WORDS.phrases(*names).search(around)
    return found[0].entry.partition(".")[2] if found else None
