"""Reporters: who is said to say what a clause tells."""

from spacy.tokens import Token

from amity.reading.statements.clauses import Clauses, is_verb
from amity.reading.statements.cues import cue_at


def reporter(clauses: Clauses, token: Token) -> Token | None:
    """Return the subject of the nearest verb above the token, or set into its sentence, that reports what is said."""
    below = token
    for above in (token, *clauses.ancestors(token)):
        for child in clauses.children(above):
            if clauses.dep(child) == "parataxis" and child.i != token.i and (found := reports(clauses, child)) is not None:
                return found
        if (found := _according_to(clauses, above)) is not None:
            return found
        below_clause = above.i != token.i and clauses.dep(below) in ("ccomp", "advcl", "relcl", "acl", "conj")
        if below_clause and (found := reports(clauses, above)) is not None:
            return found
        below = above
    return None


def reports(clauses: Clauses, verb: Token) -> Token | None:
    """Return the subject of the verb when it is one that reports what is said."""
    cue = cue_at(verb, "verbs") if is_verb(verb) else None
    return clauses.subject(verb) if cue is not None and "that" in cue.frames else None


def _according_to(clauses: Clauses, verb: Token) -> Token | None:
    """Return whom the clause is according to."""
    for child in clauses.children(verb):
        if child.lower_ == "according":
            inner = [noun for to in clauses.children(child) for noun in (to, *clauses.children(to))]
            return next((noun for noun in inner if noun.dep_ == "pobj"), None)
    return None
