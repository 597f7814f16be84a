"""What became of an instrument: the acts that a sentence tells of it, and the status that they give."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from amity.model.acts import InstrumentStatus
from amity.reading.grammar import auxiliaries, first_of_list, is_negated, is_verb, phrase, verb_above
from amity.vocabulary import load, per_language

Outlook = Literal["done", "planned", "agreed_to_sign", "proposed", "negotiating", "denied"]
NEUTRAL_PREPOSITIONS = {"of", "on", "for", "to", "toward", "towards", "over", "about", "with", "by", "at", "after", "following", "into"}
INTO_FORCE = ("into force", "into effect")
BESIDE = {"along", "together", "alongside", "besides", "plus", "including"}
MEANS = {"by", "after", "upon", "before"}
REMOTE = {"should", "could", "may", "might", "can"}
AHEAD = {"will", "shall", "would", "'ll", "wo"}


WHICH_REACH = 14  # words of a relative clause up to its verb


@dataclass(frozen=True)
class Act:
    """A word that tells what became of an instrument, found by ``rule``.

    ``verb`` heads its clause, ``background`` marks a past told in passing.
    """

    word: Token
    verb: Token
    status: InstrumentStatus
    outlook: Outlook
    background: bool
    rule: str = "act-on-text"


@per_language
def _lexicon(section: str) -> dict[str, str]:
    return {lemma: status for status, lemmas in load("instruments")[section].items() for lemma in lemmas}


@per_language
def _outlooks() -> dict[str, str]:
    return {lemma: outlook for outlook, lemmas in reversed(load("instruments")["outlook"].items()) for lemma in lemmas}


def acts_on(head: Token) -> list[Act]:
    """Return the acts told of the instrument that ``head`` names, in its own clause and in clauses that hang on it."""
    found = [act for act in (_above(head), *_going_on(head), _compound(head), _as_source(head), _foreseen(head)) if act]
    found += [act for child in head.children if child.dep_ in {"relcl", "acl"} for act in _beside(child)]
    if not any(act.status == "signed" for act in found):
        found += _participles(head)
    return found


def _foreseen(head: Token) -> Act | None:
    """Read a text that the words before its noun call proposed or a draft ("the proposed treaty")."""
    told = [(t, status) for t in head.lefts if (status := _lexicon("foreseen").get(t.lower_))]
    verb = verb_above(head)
    return Act(told[0][0], verb if verb is not None else head, told[0][1], "done", False, "text-foreseen") if told else None  # type: ignore[arg-type]


def _as_source(head: Token) -> Act | None:
    """Read a joint statement that the report quotes as adopted ("said in a joint statement", "the joint communique reads")."""
    joint = any(c.lower_ == "joint" for c in head.lefts) and head.lemma_.lower() in load("instruments")["sources"]["nouns"]
    if not joint:
        return None
    above = head.head
    quoted = head.dep_ == "pobj" and (above.lower_ in {"in", "per"} or (above.lower_ == "to" and above.head.lower_ == "according"))
    speaks = head.dep_ == "nsubj" and above.lemma_.lower() in load("instruments")["sources"]["verbs"]
    verb = verb_above(head)
    if not (quoted or speaks) or verb is None or outlook_of(verb) != "done":
        return None
    return Act(head, verb, "approved", "done", "had" in auxiliaries(verb), "statement-as-source")


def _going_on(head: Token) -> list[Act]:
    """Read the passives that go on with the same subject ("was signed in 1988 and was renewed in 2008")."""
    if head.dep_ != "nsubjpass":
        return []
    verbs = [c for c in head.head.children if c.dep_ == "conj" and any(a.dep_ == "auxpass" for a in c.children)]
    verbs = [v for v in verbs if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in v.children)]
    return [act for verb in verbs if (act := _verbal(verb, "nsubjpass"))]


def _participles(head: Token) -> list[Act]:
    """Read a participle that the parse hangs on a noun inside the phrase: only texts are signed ("the plan for growth signed by …")."""
    nested = [c for t in phrase(head) if t != head for c in t.children]
    inside = [c for c in nested if c.dep_ == "acl" and c.tag_ == "VBN"]
    inside += [c for c in nested if c.dep_ == "relcl" and any(r.dep_ == "dobj" and r.lower_ in {"which", "that"} for r in c.children)]
    after = head.doc[max(t.i for t in phrase(head)) + 1 :][:2]
    follows = [t for t in after if t.tag_ in {"VBN", "VBD"} and t.dep_ == "conj" and (t.i == after.start or after[0].lower_ == ",")]
    only = load("instruments")["participles"]["signed"]
    inside += [verb for verb in _after_which(head) if verb not in inside]
    return [Act(verb, verb, "signed", "done", True, "participle-of-signing") for verb in [*inside, *follows] if verb.lemma_.lower() in only]


def _after_which(head: Token) -> list[Token]:
    """Return the first verb of "which A and B signed", wherever the parse hangs it."""
    after = head.doc[head.i + 1 : min(head.i + WHICH_REACH, head.sent.end)]
    if not len(after) or after[0].lower_ not in {"which", "that"}:
        return []
    return [t for t in after if t.pos_ in {"VERB", "AUX"}][:1]


def _above(head: Token) -> Act | None:
    """Follow the noun upwards to the act that governs it: a verb, a noun of an act, or a phrase with the noun as subject."""
    token = first_of_list(head)
    for _ in range(6):
        relation, above = token.dep_, token.head
        if above == token:
            return None
        if is_verb(above):
            return _verbal(above, relation)
        status = _lexicon("nouns").get(above.lemma_.lower())
        if status and relation in {"pobj", "compound", "nmod", "prep"}:
            return _nominal(above, status)
        if (above.lemma_.lower(), above.head.lemma_.lower()) == ("place", "take"):
            return _act(above.head, above.head, "superseded")
        if above.lemma_.lower() in load("instruments")["purpose"]["occasions"] and any(c.lower_ == "signing" for c in above.lefts):
            return _nominal(above, "signed")
        if above.pos_ in {"ADP", "SCONJ"} or above.lower_ in BESIDE:
            if above.lower_ not in NEUTRAL_PREPOSITIONS | BESIDE:
                return None
            token = above
            if is_verb(above.head):
                return _verbal(above.head, "dobj") if above.lower_ in BESIDE else _prepositional(above.head, above)
            continue
        token = first_of_list(above)
    return None


def _verbal(verb: Token, relation: str) -> Act | None:
    if relation == "dobj" and any(_words_after(c).startswith(INTO_FORCE) for c in verb.children if c.dep_ == "prep"):
        return _act(verb, verb, "in_effect")
    if relation in {"nsubjpass", "nsubj"} and (scheduled := _scheduled(verb)):
        return scheduled
    if relation in {"dobj", "nsubjpass", "attr", "oprd"}:
        status = _lexicon("verbs").get(verb.lemma_.lower())
        return _act(verb, verb, status) if status else None
    if relation in {"nsubj", "nsubjpass"} and (raised := _raised(verb)):
        return raised
    if relation == "nsubj":
        words = " ".join(t.lemma_.lower() for t in verb.doc[verb.i : verb.i + 5] if not t.is_punct)
        for pattern, status in _lexicon("subjects").items():
            if words == pattern or words.startswith(pattern + " "):
                return _act(verb, verb, status)
    return None


def _raised(verb: Token) -> Act | None:
    """Read "is likely to be signed", "is expected to be renewed", "is ready to be signed"."""
    verbs = [
        x for c in (verb, *verb.children) if c.dep_ in {"acomp", "attr", "ROOT", "conj", "ccomp"} for x in c.children if x.dep_ == "xcomp"
    ]
    passive = [x for x in verbs if any(a.dep_ == "auxpass" for a in x.children)]
    told = [(x, status) for x in passive if (status := _lexicon("verbs").get(x.lemma_.lower()))]
    return Act(told[0][0], told[0][0], told[0][1], "planned", False, "raised-passive") if told else None  # type: ignore[arg-type]


def _words_after(token: Token) -> str:
    return " ".join(t.lower_ for t in token.doc[token.i : token.i + 2])


def _nominal(noun: Token, status: str) -> Act:
    verb = verb_above(noun)
    return _act(noun, verb if verb is not None else noun, status)


def _prepositional(verb: Token, preposition: Token) -> Act | None:
    """Read "put their names to", "enter into" and "work on" an instrument."""
    signatures = load("instruments")["signatures"]
    lemma = verb.lemma_.lower()
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    if preposition.lower_ in {"to", "on"} and lemma in signatures["verbs"] and objects & set(signatures["objects"]):
        return _act(verb, verb, "signed")
    if preposition.lower_ == "into" and lemma in signatures["entering"]:
        return _act(verb, verb, "signed")
    if preposition.lower_ in {"on", "upon", "to"} and lemma == "agree":
        return _act(verb, verb, "approved")
    status = _lexicon("verbs").get(lemma)
    if preposition.lower_ in {"on", "over", "about"} and status == "negotiating":
        return _act(verb, verb, status)
    return None


def _compound(head: Token) -> Act | None:
    """Read "the agreement signing ceremony", "MoU signing"."""
    above = head.head
    if head.dep_ not in {"compound", "nmod", "amod"} or above == head:
        return None
    for word in (above, *above.lefts):
        status = _lexicon("nouns").get(word.lemma_.lower())
        if status and word.i > head.i:
            return _nominal(word, status)
    return None


def _scheduled(verb: Token) -> Act | None:
    """Read "is scheduled for signing in May", "is set for renewal"."""
    if verb.lemma_.lower() not in load("instruments")["outlook"]["planned"]:
        return None
    nouns = [n for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for n in c.children]
    told = [(n, status) for n in nouns if (status := _lexicon("nouns").get(n.lower_) or _lexicon("verbs").get(n.lemma_.lower()))]
    return Act(told[0][0], verb, told[0][1], "planned", False, "scheduled-act") if told else None  # type: ignore[arg-type]


def _beside(verb: Token) -> list[Act]:
    """Read a clause that hangs on the noun: "signed in 2019", "which the two presidents had concluded"."""
    scheduled = _scheduled(verb)
    if scheduled:
        return [scheduled]
    lemma = verb.lemma_.lower()
    status = _lexicon("verbs").get(lemma)
    takes_head = verb.dep_ == "acl" and verb.tag_ == "VBN"
    for child in verb.children:
        if child.lower_ in {"that", "which"} and child.dep_ in {"dobj", "nsubjpass"}:
            takes_head = True
        if child.lower_ in {"that", "which"} and child.dep_ == "nsubj":
            act = _verbal(verb, "nsubj")
            return [act] if act else []
    if verb.dep_ == "relcl" and not any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children):
        takes_head = True
    return [_act(verb, verb, status)] if status and takes_head else []


def _act(word: Token, verb: Token, status: str) -> Act:
    if status == "renewed" and _on_occasion(verb):
        status = "signed"
    outlook = outlook_of(word if is_verb(word) else verb, word)
    return Act(word, verb, status, outlook, is_background(verb))  # type: ignore[arg-type]


def outlook_of(verb: Token, word: Token | None = None) -> Outlook:
    """Tell whether what the verb says is done, planned, agreed to be done, proposed, still talked about, or denied."""
    if word is not None and not is_verb(word) and (above_it := _noun_above(word)):
        return above_it
    verb = _head_of_infinitives(verb)
    for _ in range(4):
        if is_negated(verb):
            return "denied"
        helpers = set(auxiliaries(verb))
        if helpers & AHEAD:
            return "planned"
        if helpers & REMOTE:
            return "proposed"
        if verb.lemma_ == "be" and any(c.dep_ == "xcomp" and "to" in auxiliaries(c) for c in verb.children):
            return "planned"
        above = verb.head
        if _on_occasion(verb):
            return "done"
        if verb.dep_ == "pcomp" and above.lower_ in MEANS and is_verb(above.head):
            verb = above.head
            if (aim := _outlooks().get(verb.lemma_.lower())) in {"proposed", "planned"}:
                return aim  # type: ignore[return-value]
            continue
        if above == verb or verb.dep_ not in {"xcomp", "advcl", "pcomp", "ccomp", "acl", "prep"}:
            break
        if "to" in helpers or verb.dep_ == "pcomp" or verb.tag_ == "VB" or (verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "ccomp"}):
            governor = verb_above(verb) if not is_verb(above) else above
            named = _outlooks().get(above.lemma_.lower()) or (governor is not None and _outlooks().get(governor.lemma_.lower()))
            if named:
                return named  # type: ignore[return-value]
            if verb.dep_ == "advcl" and "to" in helpers and above.lemma_.lower() not in load("instruments")["purpose"]["done"]:
                return "planned"
            if governor is None:
                break
            verb = governor
            continue
        break
    if word is not None and not is_verb(word) and verb.lemma_.lower() in _outlooks():
        named = _outlooks()[verb.lemma_.lower()]
        if verb.lemma_.lower() != "be":
            return named  # type: ignore[return-value]
    return "done"


def _head_of_infinitives(verb: Token) -> Token:
    """Return the first of the infinitives that the verb is coordinated with ("to explore markets and sign contracts").

    The parse may hang a later one on the verb in the past before them.
    """
    while verb.dep_ == "conj" and _is_bare(verb) and _is_bare(verb.head) and set(auxiliaries(verb)) <= {"to"}:
        verb = verb.head
    astray = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ in {"VBD", "VBZ", "VBN"} and not auxiliaries(verb)
    earlier = [t for t in verb.doc[verb.sent.start : verb.i] if t.tag_ == "VB" and "to" in auxiliaries(t)] if astray else []
    return earlier[-1] if earlier else verb


def _is_bare(verb: Token) -> bool:
    """Tell whether the verb has no ending and no subject: an infinitive, or what the tagger takes for a present in a list of them."""
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.children))


def _on_occasion(verb: Token) -> bool:
    """Tell whether the verb says what a signing ceremony is for ("held a signing ceremony to renew the accord")."""
    occasions = load("instruments")["purpose"]["occasions"]
    nouns = [verb.head, *(c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)]
    return "to" in auxiliaries(verb) and any(n.lemma_.lower() in occasions for n in nouns)


def _noun_above(word: Token) -> Outlook | None:
    """Return what the nouns above a nominal act make of it ("consultations toward the conclusion", "their wish for the signing")."""
    talk = load("instruments")["nouns"]["negotiating"]
    while word.head != word and not is_verb(word):
        word = word.head
        if word.pos_ == "NOUN" and word.lemma_.lower() in talk:
            return "negotiating"
        if word.pos_ == "NOUN" and word.lemma_.lower() in _outlooks():
            return _outlooks()[word.lemma_.lower()]  # type: ignore[return-value]
    return None


def is_background(verb: Token) -> bool:
    """Tell whether the form of the clause puts the act before the time of the report ("had signed", "a treaty signed in May")."""
    since = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children)
    if since or "had" in auxiliaries(verb):
        return True
    return verb.dep_ in {"acl", "relcl"} and (verb.tag_ in {"VBN", "VBD"})
