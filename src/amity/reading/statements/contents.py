"""Contents: what a text that parties conclude lays down, told by the report as its content (domain: force 6 signed, 5 agreed)."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from amity.model.actors import JURISDICTIONS
from amity.reading.report import Report
from amity.reading.statements.acts import Act
from amity.reading.statements.agents import can_act, collective, is_text, nobody, tells_state
from amity.reading.statements.clauses import Clauses, has_to, is_verb, negated, passive, verb_form
from amity.reading.statements.complements import complement
from amity.reading.statements.cues import Cue, Frame, cue_at
from amity.reading.statements.reporters import reporter
from amity.reading.statements.texts import AGREED, described_text, is_sealed, text_of, told_text
from amity.vocabulary import load

WILLING = 3
CEREMONIES = frozenset({"ceremony", "signing"})


def content_acts(clauses: Clauses, sentence: Span, telling_text: bool, signed: bool) -> list[Act]:
    """Return what the sentence tells of a text's content, or of the purpose for which it is signed.

    ``telling_text`` says that the sentence before told of a text, so that "it" can be that text; ``signed`` that the report tells of
    a signing.
    """
    found = [act for token in sentence for act in (*_contains(clauses, token, telling_text, signed), *_signs(clauses, token))]
    return [act for place, act in enumerate(found) if act.head.i not in {other.head.i for other in found[:place]}]


def undertakings(report: Report, clauses: Clauses, sentence: Span) -> list[Act]:
    """Return what parties do under a text, told in the present: "under the agreement, both cities share data"."""
    found = []
    for token in sentence:
        if _at_present(report, clauses, token):
            act = Act("under-text", token, token, _is_to(clauses, token) or token, AGREED, AGREED)
            act.basis = text_of(clauses, token)
            found.append(act)
    return [act for act in found if act.basis is not None and is_text(act.basis)]


def basis_of(clauses: Clauses, act: Act, telling_text: bool) -> Token | None:
    """Return the text whose content the act tells: the one under which it stands, that it describes, or that is said to say it."""
    teller = reporter(clauses, act.word)
    says_it = teller is not None and telling_text and teller.lower_ == "it" and teller.dep_ == "nsubj"
    if act.rule == "modal" and teller is not None and (is_text(teller) or says_it):
        return teller
    subject = clauses.subject(act.carrier)
    if act.rule == "speech-noun" and subject is not None and is_text(subject):
        return subject
    under = text_of(clauses, act.carrier) if act.force >= WILLING else None
    return under or (described_text(clauses, act.carrier) if act.force > WILLING else None)


def continues(report: Report, clauses: Clauses, acts: list[Act], same_paragraph: bool) -> bool:
    """Tell whether the acts go on telling a text's content: the sides "will" do more, and nobody says so."""
    return bool(acts) and all(_goes_on(report, clauses, act, same_paragraph) for act in acts)


def _goes_on(report: Report, clauses: Clauses, act: Act, same_paragraph: bool) -> bool:
    if (act.rule != "modal" and act.force != AGREED) or reporter(clauses, act.word) is not None:
        return False
    subject = clauses.subject(act.carrier)
    if subject is None or passive(act.carrier) or subject.lower_ == "they" or collective(subject):
        return True
    refers = report.table.refers(subject)
    place = any(report.table.actors[actor].kind in JURISDICTIONS for actor in refers) and act.word.lower_ in ("will", "shall")
    return len(refers) > 1 or place or (same_paragraph and can_act(report, subject))


def _contains(clauses: Clauses, verb: Token, telling_text: bool, signed: bool) -> Iterator[Act]:
    """Read "the agreement provides for a joint fund", "the memorandum commits both sides to share data"."""
    if not is_verb(verb) or negated(verb) or verb_form(verb) in ("gerund", "participle"):
        return
    if clauses.dep(verb) == "relcl" and verb.lemma_ in ("be", *load("texts")["effects"]):
        return
    frames = load("texts")["contents"].get(verb.lemma_.lower()) or load("texts")["contents"].get(verb.lower_)
    performs = verb.lemma_ in load("texts")["performed"] and verb.tag_ in ("VBZ", "VBP")
    text = told_text(clauses, verb, telling_text, signed) if frames or performs else None
    if text is None:
        return
    cue = Cue((verb.lower_,), "verbs", {frame: Frame(AGREED) for frame in frames or ()}, doings=verb.lemma_ in load("texts")["listing"])
    taken = complement(clauses, cue, [verb])
    if taken is not None and not (verb.lemma_ == "be" and passive(taken.head)):
        yield Act("content", verb, verb, taken.head, AGREED, AGREED, taken.object, taken.frame == "that", basis=text)
    elif performs:
        yield Act("content", verb, verb, verb, AGREED, AGREED, basis=text, alone=True)


def _signs(clauses: Clauses, noun: Token) -> Iterator[Act]:
    """Read the purpose of a text that is signed: "signed an agreement to open", "on the establishment of"."""
    ceremony = noun.lemma_.lower() in CEREMONIES
    if not is_text(noun) and not ceremony and not is_sealed(clauses, noun):
        return
    words = load("texts")
    carriers = [clauses.parent(noun)] if ceremony else []
    carriers += [above for above in clauses.ancestors(noun) if above.lemma_ in words["purposes"] or above.lower_ in words["signings"]][:1]
    if (ceremony or not carriers) and not any(c.lemma_.lower() in words["signings"] for c in clauses.children(noun)):
        return
    if nobody(noun) or any(negated(carrier) for carrier in carriers):
        return
    head = next(_purposes(clauses, [noun, *carriers], noun.i), None)
    if head is not None:
        carrier = carriers[0] if carriers else noun
        yield Act("signed-purpose", noun, carrier, head, AGREED, AGREED, basis=noun)


def _purposes(clauses: Clauses, anchors: list[Token], after: int) -> Iterator[Token]:
    words = load("texts")
    for child in [c for anchor in anchors for c in clauses.children(anchor) if c.i > after]:
        if child.dep_ == "acl" and child.tag_ == "VBG" and child.lemma_ in words["performing"]:
            yield child
        if is_verb(child) and has_to(child) and clauses.dep(child) in ("acl", "relcl", "advcl", "xcomp"):
            yield child
        if child.lower_ == "in":  # "in order to open"
            yield from (c for inner in clauses.children(child) if inner.lower_ == "order" for c in inner.children if has_to(c))
        if child.dep_ == "prep" and child.lower_ in ("on", "for", "about", "regarding"):
            for inner in clauses.children(child):
                if inner.dep_ == "pcomp" and verb_form(inner) == "gerund" and not _of_title(inner, anchors[0]):
                    yield inner
                if inner.dep_ == "pobj" and inner.lemma_.lower() in words["founding"] and any(c.lower_ == "of" for c in inner.children):
                    yield inner


def _of_title(verb: Token, noun: Token) -> bool:
    """Tell whether an -ing form belongs to a text's title: "the Protocol on Widening the Canal"."""
    return verb.text[:1].isupper() and noun.text[:1].isupper() and not verb.sent.text.isupper()


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
