"""Organisations named in lower case beside their place: "the Kobe city assembly", "Peru's foreign ministry"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from amity.model import ActorKind
from amity.reading.nations import nation
from amity.reading.organisations.names import OrganisationName, PlaceEnd
from amity.reading.orthography import HYPHENS, POSSESSIVE, words
from amity.reading.sequences import token_texts
from amity.vocabulary import load, per_language

LONGEST_LOWER = 7  # tokens after the place: "department of industry and trade"


@per_language
def lower_heads() -> dict[tuple[str, ...], tuple[ActorKind, bool]]:
    """Return each head with its kind, and whether it needs a word for its field beside it."""
    data = load("organisations")["lower"]
    table: dict[tuple[str, ...], tuple[ActorKind, bool]] = {}
    for kind in ("body", "ngo"):
        for key, needs in ((kind, False), (f"{kind}_of_field", True)):
            table.update({tuple(head.split()): (kind, needs) for head in data.get(key, ())})
    return table


@per_language
def _fields() -> frozenset[str]:
    return frozenset(w.lower() for w in words("organisations", "portfolio")) | words("organisations", "lower", "modifiers")


def lowercase_names(doc: Doc, place_end: PlaceEnd) -> Iterator[OrganisationName]:
    """Yield the names that a place or an adjective of nationality begins and a head in lower case ends."""
    at = 0
    while at < len(doc):
        begin = _owner_end(doc, at, place_end)
        name = _name(doc, at, begin) if begin is not None else None
        if name is not None:
            yield name
        at = name.end if name is not None else at + 1


def _owner_end(doc: Doc, at: int, place_end: PlaceEnd) -> int | None:
    """Return where the place, the pair of places or the adjective at the token ends."""
    end = place_end(at)
    if end is None:
        return at + 1 if nation(doc[at]) is not None else None
    if end + 1 < len(doc) and doc[end].text in HYPHENS and place_end(end + 1) is not None:
        return place_end(end + 1)
    return end


def _name(doc: Doc, start: int, begin: int) -> OrganisationName | None:
    """Return the name that goes on from the owner: fields, head, and the fields after it."""
    at = begin + (begin < len(doc) and doc[begin].text in POSSESSIVE)
    first = at
    while at < min(len(doc), begin + LONGEST_LOWER):
        found = _head_at(doc, at)
        if found is not None:
            end, kind, needs = found
            after = _fields_after(doc, end)
            if (needs and at == first and after is None) or _is_modifier(doc[end - 1]):
                return None
            owned = begin > start and doc[begin].text in POSSESSIVE
            return OrganisationName(first if owned else start, after or end, end - 1, kind)
        if doc[at].text not in _fields():
            return None
        at += 1
    return None


def _head_at(doc: Doc, at: int) -> tuple[int, ActorKind, bool] | None:
    heads, texts = lower_heads(), token_texts(doc)
    for length in (3, 2, 1):
        entry = heads.get(tuple(texts[at : at + length]))
        if entry is not None:
            return (at + length, *entry)
    return None


def _fields_after(doc: Doc, at: int) -> int | None:
    """Return the end of "of industry and trade" after a head."""
    if at + 1 >= len(doc) or doc[at].lower_ not in {"of", "for"} or doc[at + 1].text not in _fields():
        return None
    end = at + 2
    while end < len(doc) and (
        doc[end].text in _fields() or (doc[end].text in {"and", ","} and end + 1 < len(doc) and doc[end + 1].text in _fields())
    ):
        end += 1
    return end


def _is_modifier(token: Token) -> bool:
    """Tell whether the head only qualifies another noun: "the Turin police band"."""
    return token.dep_ == "compound" and token.head.i > token.i
