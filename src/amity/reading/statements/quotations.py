"""Quotations: words between quotation marks, which may run over sentences, and who is said to say them."""

from bisect import bisect_right

from spacy.tokens import Doc, Span, Token

from amity.reading.statements.clauses import Clauses
from amity.reading.statements.reporters import reports

OPENING, CLOSING, STRAIGHT = "“", "”", '"'
SHORTEST = 5
"""Tokens: fewer between marks are a name or a phrase, and no speech."""


class Quotations:
    """The quotations of one document with their speakers (the token of the reporting verb's subject)."""

    def __init__(self, clauses: Clauses) -> None:
        self._spans = [span for span in quoted_spans(clauses.doc) if len(span) > SHORTEST]
        self._starts = [span.start for span in self._spans]
        self._speakers = [_speaker(clauses, span) for span in self._spans]

    def speaker(self, token: Token) -> Token | None:
        """Return the subject of the verb that reports the quotation around the token."""
        place = bisect_right(self._starts, token.i) - 1
        if place < 0 or token.i >= self._spans[place].end:
            return None
        return self._speakers[place]


def quoted_spans(doc: Doc) -> list[Span]:
    """Return the runs between quotation marks; a mark that is not closed in its paragraph ends with it."""
    found: list[Span] = []
    start: int | None = None
    for token in doc:
        if start is not None and (token.text in (CLOSING, STRAIGHT) or token.text == "''" or "\n" in token.text):
            found.append(doc[start : token.i])
            start = None
        elif start is None and token.text in (OPENING, STRAIGHT, "``"):
            start = token.i + 1
    return found


def _speaker(clauses: Clauses, span: Span) -> Token | None:
    """Return who is said to say the words: after them in the same sentence, else before them."""
    doc = span.doc
    after = doc[span.end : doc[min(span.end, len(doc) - 1)].sent.end]
    before = doc[doc[span.start].sent.start : span.start]
    for tokens in (list(after), list(reversed(list(before)))):
        for token in tokens:
            subject = reports(clauses, token)
            if subject is not None and not span.start <= subject.i < span.end:
                return subject
    return None
