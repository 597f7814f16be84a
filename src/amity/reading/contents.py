"""Contents: what a text that parties conclude lays down, told by the report as its content (domain: force 6 signed, 5 agreed)."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from amity.model import Instrument
from amity.reading.acts import Act
from amity.reading.agents import can_act, collective, is_text, tells_state
from amity.reading.clauses import Clauses, has_to, is_verb, modal, negated, passive, verb_form
from amity.reading.complements import complement
from amity.reading.cues import Cue, Frame, cue_at
from amity.reading.report import Report
from amity.reading.reporters import reporter
from amity.vocabulary import load

SIGNED, AGREED = 6, 5
SIGNINGS = frozenset({"sign", "signing", "inking", "conclusion", "signature"})


def text_force(report: Report, clauses: Clauses, instruments: list[Instrument]) -> int:
    """Return the force of what a text contains: 6 where the report tells of a signing, else 5."""
    if any(instrument.status in ("signed", "renewed") for instrument in instruments):
        return SIGNED
    body = (sentence for sentence in report.sentences() if report.role_at(sentence.start_char) == "body")
    return SIGNED if any(tells_signing(clauses, sentence) for sentence in body) else AGREED


def content_acts(clauses: Clauses, sentence: Span) -> list[Act]:
    """Return what the sentence tells of a text's content, or of the purpose for which it is signed."""
    found = [act for token in sentence for act in (*_contains(clauses, token), *_signs(clauses, token))]
    return [act for place, act in enumerate(found) if act.head.i not in {other.head.i for other in found[:place]}]


def under_text(clauses: Clauses, act: Act) -> Token | None:
    """Return the text under which the act's clause says that the parties act: "under the agreement, they will"."""
    verbs = [act.carrier, *(a for a in clauses.ancestors(act.carrier) if is_verb(a) or a.pos_ == "AUX")][:3]
    for verb in verbs:
        for child in clauses.children(verb):
            text = _text_after(clauses, child) if child.dep_ in ("prep", "advcl", "advmod") else None
            if text is not None:
                return text
    return next((c for v in verbs for c in clauses.children(v) if c.lower_ in ("accordingly", "thereby", "specifically")), None)


def _text_after(clauses: Clauses, preposition: Token) -> Token | None:
    """Return the text that a phrase like "under the agreement", "by signing the letter", "in accordance with the pact" names."""
    if preposition.lower_ not in load("agents")["signing"]["under"]:
        return None
    waiting = clauses.children(preposition)
    for inner in waiting:
        if is_text(inner) and inner.dep_ in ("pobj", "dobj"):
            return inner
        if inner.dep_ in ("prep", "pobj", "pcomp") and inner.lower_ in ("to", "with", "signing", "of", "accordance", "line", "terms", "framework", "provisions"):
            waiting += clauses.children(inner)
    return None


def tells_signing(clauses: Clauses, sentence: Span) -> bool:
    """Tell whether the sentence tells that a text is signed."""
    return any(_signed(clauses, token) for token in sentence if is_text(token))


def _signed(clauses: Clauses, noun: Token) -> bool:
    verb = next((above for above in clauses.ancestors(noun) if is_verb(above)), None)
    return verb is not None and verb.lemma_ in ("sign", "ink", "seal", "initial", "exchange") and verb_form(verb) == "finite" and modal(verb) is None


def _contains(clauses: Clauses, verb: Token) -> Iterator[Act]:
    """Read "the agreement provides for a joint fund", "the memorandum commits both sides to share data"."""
    contents = load("agents")["contents"]
    frames = (contents.get(verb.lemma_.lower()) or contents.get(verb.lower_)) if is_verb(verb) else None
    subject = _told_of(clauses, verb) if frames else None
    if frames is None or subject is None or not is_text(subject) or negated(verb):
        return
    cue = Cue((verb.lower_,), "verbs", {frame: Frame(AGREED) for frame in frames}, doings=True)
    taken = complement(clauses, cue, [verb])
    if taken is not None:
        yield Act("content", verb, verb, taken.head, AGREED, AGREED, taken.object, taken.frame == "that", basis=subject)


def _told_of(clauses: Clauses, verb: Token) -> Token | None:
    """Return the subject of the verb, or the noun that its relative clause describes."""
    subject = clauses.subject(verb)
    if subject is not None and subject.tag_ in ("WDT", "WP") and clauses.dep(verb) == "relcl":
        return clauses.parent(verb)
    return subject


def undertakings(report: Report, clauses: Clauses, sentence: Span) -> list[Act]:
    """Return what parties do under a text, told in the present: "under the agreement, both cities undertake to share data"."""
    found = []
    for token in sentence:
        if _at_present(report, clauses, token):
            head = _is_to(clauses, token) or token
            act = Act("under-text", token, token, head, AGREED, AGREED)
            act.basis = under_text(clauses, act)
            found.append(act)
    return [act for act in found if act.basis is not None and is_text(act.basis)]


def _is_to(clauses: Clauses, verb: Token) -> Token | None:
    """Return the verb of "are to open"."""
    return next((c for c in clauses.children(verb) if c.dep_ == "xcomp" and has_to(c)), None) if verb.lemma_ == "be" else None


def _at_present(report: Report, clauses: Clauses, verb: Token) -> bool:
    if verb.tag_ not in ("VBP", "VBZ") or negated(verb) or clauses.dep(verb) not in ("ROOT", "conj"):
        return False
    if tells_state(verb) and _is_to(clauses, verb) is None:
        return False
    subject = clauses.subject(verb)
    return subject is not None and can_act(report, subject) and cue_at(verb, "verbs") is None


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
    founding = load("agents")["signing"]["founding"]
    below = [c for anchor in anchors for c in clauses.children(anchor) if c.i > after]
    for child in below:
        if child.dep_ == "acl" and child.tag_ == "VBG" and child.lemma_ in load("specificity")["founding"]:
            yield child
        if is_verb(child) and has_to(child) and clauses.dep(child) in ("acl", "relcl", "advcl", "xcomp"):
            yield child
        if child.dep_ == "prep" and child.lower_ in ("on", "for", "about", "regarding"):
            for inner in clauses.children(child):
                if inner.dep_ == "pcomp" and verb_form(inner) == "gerund":
                    yield inner
                if inner.dep_ == "pobj" and inner.lemma_.lower() in founding:
                    yield inner


def by_text(clauses: Clauses, act: Act) -> bool:
    """Tell whether a clause that describes a text holds the act: "a memorandum through which they commit to open"."""
    described = next((above for above in (act.carrier, *clauses.ancestors(act.carrier)) if clauses.dep(above) == "relcl"), None)
    return described is not None and is_text(clauses.parent(described))


def says_text(clauses: Clauses, act: Act, telling_text: bool) -> bool:
    """Tell whether a text itself is said to say it: "the two cities have to share data, the memorandum says"."""
    teller = reporter(clauses, act.word)
    return act.rule == "modal" and teller is not None and (is_text(teller) or (telling_text and teller.lower_ == "it"))


def continues(report: Report, clauses: Clauses, acts: list[Act], same_paragraph: bool) -> bool:
    """Tell whether the acts go on telling a text's content: the sides "will" do more, and nobody says so."""
    return bool(acts) and all(_goes_on(report, clauses, act, same_paragraph) for act in acts)


def _goes_on(report: Report, clauses: Clauses, act: Act, same_paragraph: bool) -> bool:
    if act.rule != "modal" and act.force != AGREED:
        return False
    if reporter(clauses, act.word) is not None:
        return False
    subject = clauses.subject(act.carrier)
    if subject is None or passive(act.carrier):
        return True
    return subject.lower_ == "they" or collective(subject) or len(report.table.refers(subject)) > 1 or (same_paragraph and can_act(report, subject))
