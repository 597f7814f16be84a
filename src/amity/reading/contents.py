"""Contents: what a text that parties conclude lays down, told by the report as its content (domain: force 6 signed, 5 agreed)."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from amity.model import Instrument
from amity.reading.acts import Act
from amity.reading.agents import collective, is_text
from amity.reading.clauses import Clauses, has_to, is_verb, negated, passive, verb_form
from amity.reading.complements import complement
from amity.reading.cues import Cue, Frame
from amity.reading.report import Report
from amity.reading.reporters import reporter
from amity.vocabulary import load

SIGNED, AGREED = 6, 5
SIGNINGS = frozenset({"sign", "signing", "inking", "conclusion", "signature"})


def text_force(report: Report, instruments: list[Instrument]) -> int:
    """Return the force of what a text contains: 6 where the report tells of a signing, else 5."""
    return SIGNED if any(i.status in ("signed", "in_effect", "renewed") for i in instruments) else AGREED


def content_acts(clauses: Clauses, sentence: Span) -> list[Act]:
    """Return what the sentence tells of a text's content, or of the purpose for which it is signed."""
    found = [act for token in sentence for act in (*_contains(clauses, token), *_signs(clauses, token))]
    return [act for place, act in enumerate(found) if act.head.i not in {other.head.i for other in found[:place]}]


def under_text(clauses: Clauses, sentence: Span) -> Token | None:
    """Return the text under which the sentence says that the parties act: "under the agreement, they will"."""
    for token in sentence:
        if is_text(token) and token.dep_ in ("pobj", "dobj", "pcomp", "npadvmod") and not _concluded_by(token):
            above = clauses.parent(token)
            chain = [above, clauses.parent(above)]
            if any(t.lower_ in load("agents")["signing"]["under"] or t.lemma_ == "sign" for t in chain) and token.i - sentence.start <= 12 and _opens(above):
                return token
    first = next((t for t in sentence if t.is_alpha), None)
    return first if first is not None and first.lower_ in ("accordingly", "thereby") else None


def _opens(preposition: Token) -> bool:
    """Tell whether the phrase opens the sentence, or follows its subject or "that"."""
    before = [t for t in preposition.doc[preposition.sent.start : preposition.i] if t.is_alpha]
    return len(before) <= 5


def _concluded_by(noun: Token) -> bool:
    return any(c.lemma_ in ("sign",) and c.dep_ == "relcl" for c in noun.children)


def _contains(clauses: Clauses, verb: Token) -> Iterator[Act]:
    """Read "the agreement provides for a joint fund", "the memorandum commits both sides to share data"."""
    frames = load("agents")["contents"].get(verb.lemma_.lower()) if is_verb(verb) else None
    subject = clauses.subject(verb) if frames else None
    if frames is None or subject is None or not is_text(subject) or negated(verb):
        return
    cue = Cue((verb.lower_,), "verbs", {frame: Frame(AGREED) for frame in frames}, doings=True)
    taken = complement(clauses, cue, [verb])
    if taken is not None:
        yield Act("content", verb, verb, taken.head, AGREED, AGREED, taken.object, taken.frame == "that", basis=subject)


def _signs(clauses: Clauses, noun: Token) -> Iterator[Act]:
    """Read the purpose of a text that is signed: "signed an agreement to open", "on the establishment of"."""
    ceremony = noun.lemma_.lower() in ("ceremony", "signing")
    if not is_text(noun) and not ceremony:
        return
    carriers = [clauses.parent(noun)] if ceremony else []
    carriers += [above for above in clauses.ancestors(noun) if above.lemma_ in load("agents")["signing"]["verbs"] or above.lower_ in SIGNINGS][:1]
    if (ceremony or not carriers) and not any(c.lemma_.lower() in SIGNINGS for c in clauses.children(noun)):
        return
    head = next(_purposes(clauses, [noun, *carriers], noun.i), None)
    if head is not None:
        carrier = carriers[0] if carriers else noun
        yield Act("signed-purpose", noun, carrier, head, AGREED, AGREED, basis=noun)


def _purposes(clauses: Clauses, anchors: list[Token], after: int) -> Iterator[Token]:
    for child in [c for anchor in anchors for c in clauses.children(anchor) if c.i > after]:
        if is_verb(child) and has_to(child) and clauses.dep(child) in ("acl", "relcl", "advcl", "xcomp"):
            yield child
        if child.dep_ == "prep" and child.lower_ in ("on", "for", "about", "regarding"):
            for inner in clauses.children(child):
                if inner.dep_ == "pcomp" and verb_form(inner) == "gerund":
                    yield inner
                if inner.dep_ == "pobj" and inner.lemma_.lower() in load("agents")["signing"]["founding"]:
                    yield inner


def by_text(clauses: Clauses, act: Act) -> bool:
    """Tell whether a clause that describes a text holds the act: "a memorandum through which they commit to open"."""
    described = next((above for above in (act.carrier, *clauses.ancestors(act.carrier)) if clauses.dep(above) == "relcl"), None)
    return described is not None and is_text(clauses.parent(described))


def continues(report: Report, clauses: Clauses, acts: list[Act]) -> bool:
    """Tell whether the acts go on telling a text's content: all sides "will" do more, and nobody says so."""
    return bool(acts) and all(_goes_on(report, clauses, act) for act in acts)


def _goes_on(report: Report, clauses: Clauses, act: Act) -> bool:
    if act.rule != "modal" and act.force != AGREED:
        return False
    if reporter(clauses, act.word) is not None:
        return False
    subject = clauses.subject(act.carrier)
    if subject is None or passive(act.carrier):
        return True
    return subject.lower_ == "they" or collective(subject) or len(report.table.refers(subject)) > 1
