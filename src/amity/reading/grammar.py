"""Small questions to the dependency parse that the readers of events and instruments share."""

from collections.abc import Iterator

from spacy.tokens import Token

ASIDE = {"relcl", "acl", "advcl", "parataxis", "ccomp"}
LATER = {*ASIDE, "conj"}
SUBJECT = {"nsubj", "nsubjpass", "csubj"}
CONTROLLED = {"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dobj"}
CLAUSE = {"ROOT", "relcl", "acl", "advcl", "ccomp", "conj", "pcomp", "parataxis", "xcomp", "csubj"}


def phrase(token: Token, listed: bool = True) -> list[Token]:
    """Return the tokens of a noun phrase without the clauses that hang on it, in the order of the text.

    ``listed`` says whether the later members of the list that it begins belong to it.
    """
    found: list[Token] = []
    waiting = [token]
    while waiting:
        current = waiting.pop()
        found.append(current)
        left_out = ASIDE if listed or current != token else LATER
        waiting.extend(child for child in current.children if child.dep_ not in left_out)
    return sorted(found, key=lambda t: t.i)


def first_of_list(token: Token) -> Token:
    """Return the head of the coordination or apposition that the token stands in."""
    while token.dep_ in {"conj", "appos"} and token.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        token = token.head
    return token


def is_verb(token: Token) -> bool:
    """Tell whether the token heads a clause."""
    return token.pos_ in {"VERB", "AUX"}


def verb_above(token: Token) -> Token | None:
    """Return the nearest verb that governs the token; None in a sentence without a verb."""
    while token.head != token:
        token = token.head
        if is_verb(token):
            return token
    return None


def subject_of(verb: Token) -> Token | None:
    """Return the subject of the verb, found through auxiliaries, coordination and control ("met and signed", "agreed to sign")."""
    seen = 0
    while seen < 6:
        for child in verb.children:
            if child.dep_ in SUBJECT and child.lower_ not in {"who", "which", "that"}:
                return child
        if verb.dep_ in CONTROLLED and verb.head != verb and (verb.dep_ != "dobj" or seen):
            verb, seen = verb.head, seen + 1
        elif verb.dep_ in {"relcl", "acl"} and not any(
            c.dep_ in SUBJECT and c.lower_ not in {"who", "which", "that"} for c in verb.children
        ):
            return verb.head
        else:
            return None
    return None


def is_passive(verb: Token) -> bool:
    """Tell whether the verb form is passive, auxiliary or not ("was signed", "signed by", "a treaty signed in May")."""
    if any(child.dep_ in {"auxpass", "agent"} for child in verb.children):
        return True
    return (verb.tag_ == "VBN" and verb.dep_ == "acl") or _trails(verb)


def _trails(verb: Token) -> bool:
    """Tell whether a participle that trails a noun is parsed as one more verb ("exchanged the papers of the treaty, concluded in May")."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBN"} or not 1 < verb.i < len(verb.doc) - 1:
        return False
    before, after = verb.doc[verb.i - 2], verb.doc[verb.i + 1]
    bare = not any(child.dep_ in {"dobj", "nsubj", "dative", "prt", "conj"} for child in verb.children)
    joined = any(child.dep_ == "cc" for child in verb.head.children)
    return bare and not joined and verb.doc[verb.i - 1].text == "," and before.pos_ in {"NOUN", "PROPN"} and after.pos_ == "ADP"


def agents_of(verb: Token) -> list[Token]:
    """Return the noun heads of those who do the act: the agent of a passive, else the subject; none for an agentless passive."""
    passive = is_passive(verb)
    by = [n for c in verb.children if c.dep_ == "agent" or (passive and c.dep_ == "prep" and c.lower_ == "by") for n in c.children]
    if by or passive:
        return [noun for noun in by if noun.dep_ == "pobj"]
    subject = subject_of(verb)
    return [subject] if subject is not None else []


def is_negated(verb: Token) -> bool:
    """Tell whether the verb is denied."""
    return any(child.dep_ == "neg" or child.lower_ in {"no", "never", "nor"} for child in verb.children)


def auxiliaries(verb: Token) -> list[str]:
    """Return the lower-case auxiliaries of the verb."""
    return [child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}]


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield the token and all that is coordinated with it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)
