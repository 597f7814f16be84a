"""Organisations told by their acronym: "Sangguniang Panlungsod (SP)", in whatever language they are named."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from amity.reading.organisations.lists import head_words
from amity.reading.organisations.names import OrganisationName
from amity.reading.orthography import capitalised, headline_tokens, words

SHORTEST, LONGEST = 2, 6  # letters of an acronym
ACTING = frozenset({"nsubj", "nsubjpass", "agent"})


def initialled_names(doc: Doc) -> Iterator[OrganisationName]:
    """Yield the capitalised names whose initials follow in brackets, where the name or the acronym acts in the report.

    Names with a head noun of organisations, meetings or texts are read elsewhere, and left out here.
    """
    headlines = headline_tokens(doc)
    for bracket in doc[:-2]:
        if bracket.text != "(" or bracket.i in headlines or bracket.nbor(2).text != ")":
            continue
        short = bracket.nbor()
        start = _start(doc, bracket.i, short.text) if _is_acronym(short) else None
        if start is not None and _acts(doc, start, bracket.i, short.text):
            yield OrganisationName(start, bracket.i + 3, bracket.i - 1, "body", short.text)


def _is_acronym(token: Token) -> bool:
    return SHORTEST <= len(token.text) <= LONGEST and token.is_upper and token.is_alpha


def _start(doc: Doc, end: int, short: str) -> int | None:
    """Return where the name before the bracket starts, None if its initials are not the acronym's letters."""
    at, letters = end, list(short)
    while at > 0 and letters:
        token = doc[at - 1]
        if token.text in head_words() or token.text in words("organisations", "posts") or token.is_space:
            return None
        if capitalised(token) and token.text[0] == letters[-1]:
            letters.pop()
        elif capitalised(token) or not token.is_alpha:
            return None
        at -= 1
    return at if not letters and at < end - 1 and capitalised(doc[at]) else None


def _acts(doc: Doc, start: int, end: int, short: str) -> bool:
    """Tell whether the name or its acronym is the subject or agent of a verb somewhere in the report."""
    uses = [doc[start:end].root, *(t for t in doc if t.text == short and t.i > end + 1)]
    return any(t.dep_ in ACTING and t.head.pos_ == "VERB" for t in uses)
