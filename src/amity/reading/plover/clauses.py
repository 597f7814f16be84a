"""Which class a clause tells: who commits, asks, refuses or acts, and what the complement adds."""

from spacy.tokens import Token

from amity.reading.grammar import is_negated, is_passive, subject_of
from amity.reading.plover.lexicon import HOSTILE, JOINT, classes_by_verb, first, object_nouns, phrases, variants, verbs_of

DEEPEST = 5  # complements below one another


def complements(token: Token) -> list[Token]:
    """Return the verbs that complete a verb, adjective or noun: "agreed to share", "committed to opening", "a consensus to exchange"."""
    found = [c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ in ("VERB", "AUX")]
    found += [p for c in token.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pcomp"]
    found += [c for c in token.children if c.dep_ == "advcl" and any(a.lower_ == "to" for a in c.children) and not found]
    return found


def auxiliaries(verb: Token) -> set[str]:
    """Return the words before a verb that tell its mood and time."""
    return {c.lower_ for c in verb.children if c.dep_ == "aux"}


def _is_joint(verb: Token) -> bool:
    """Tell whether several sides do it: "joint", two subjects, or another side beside the object."""
    subject = subject_of(verb)
    several = subject is not None and any(c.dep_ == "conj" for d in (subject, *subject.children) for c in d.children)
    others = any(c.dep_ == "prep" and c.lower_ in ("with", "to") for c in verb.children)
    return several or others or any(t.lower_ in JOINT for t in verb.subtree)


def with_noun(verb: Token) -> str | None:
    """Return the class that the verb tells together with its object or the object of its preposition."""
    forms = set(variants(verb))
    nouns = {form for noun in object_nouns(verb) for form in (noun.lemma_.lower(), noun.lower_)}
    return next((p.name for p in phrases() if p.verbs & forms and p.nouns & nouns and (not p.joint or _is_joint(verb))), None)


def lexical(verb: Token) -> str | None:
    """Return the class that the verb tells with its objects, else alone."""
    return with_noun(verb) or first(variants(verb), classes_by_verb("verbs"))


def _promised(token: Token, depth: int) -> str:
    """Return the class of a commitment by what it commits to: a threat when that is hostile and no other side asked for it."""
    if token.lemma_.lower() in verbs_of("yielding"):
        return "AGREE"
    inner = [clause(c, None, depth + 1) for c in complements(token)]
    return "THREATEN" if any(name in HOSTILE for name in inner) else "AGREE"


def _adjective(verb: Token, depth: int) -> str | None:
    """Return the class of "is willing to", "is prepared to"."""
    for adjective in (c for c in verb.children if c.dep_ in ("acomp", "attr", "advmod")):
        if adjective.lower_ in verbs_of("committed") and complements(adjective):
            return _promised(adjective, depth)
    return None


def _future(verb: Token, name: str | None) -> str | None:
    """Return what a future act is: a threat when hostile, else an agreement to do it."""
    if name in HOSTILE:
        return "THREATEN"
    return "AGREE" if name is not None or not is_passive(verb) else None


def _through(verb: Token, depth: int) -> str | None:
    """Return the class of the verb that hangs on a transparent one ("tried to hack", "decided to allow")."""
    return next((name for c in complements(verb) if (name := clause(c, None, depth + 1))), None)


def _denied(verb: Token, name: str | None) -> str | None:
    positive = name is not None and name not in HOSTILE
    return "REJECT" if positive or auxiliaries(verb) & verbs_of("future") or set(variants(verb)) & verbs_of("committing") else None


def _own(verb: Token, depth: int) -> str | None:
    """Return the class of the clause, its future and its denial aside."""
    forms = variants(verb)
    if verb.lemma_ == "be":
        return _adjective(verb, depth)
    if set(forms) & verbs_of("committing"):
        return (None if complements(verb) else with_noun(verb)) or _promised(verb, depth)
    deciding = first(forms, classes_by_verb("deciding"))
    if deciding:
        return deciding
    name = lexical(verb)
    if set(forms) & verbs_of("intending") and complements(verb):
        return _future(verb, _through(verb, depth))
    if name is None or set(forms) & verbs_of("transparent"):
        return _through(verb, depth) or name
    return name


def clause(verb: Token, speaker: Token | None, depth: int = 0) -> str | None:
    """Return the PLOVER class that the clause of the verb tells, None where the vocabulary knows none.

    ``speaker`` is who reports it: what a speaker says that others must do is a request.
    """
    if depth > DEEPEST:
        return None
    helpers = auxiliaries(verb)
    if speaker is not None and helpers & verbs_of("obliging"):
        return "REQUEST"
    name = _own(verb, depth)
    if is_negated(verb) or any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children):
        return _denied(verb, name)
    if helpers & verbs_of("future"):
        return _future(verb, name)
    return name
