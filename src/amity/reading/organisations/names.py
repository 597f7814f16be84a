"""Organisations' names in a report: well-known ones, and capitalised sequences with a head noun of organisations."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from amity.model import ActorKind
from amity.reading.nations import nation
from amity.reading.organisations.lists import Organisation, after_party, heads, known, known_in_any_case, longest_head, longest_known
from amity.reading.orthography import HYPHENS, POSSESSIVE, begins_sentence, capitalised, headline_tokens, is_function_word, words
from amity.reading.sequences import token_texts
from amity.vocabulary import load

LONGEST_HEAD = 4  # words of a head in the vocabulary
LONGEST_LEFT = 10  # tokens before a head
LONGEST_TAIL = 16  # tokens of one "of …"

_OWN_LEVELS = frozenset({"provincial", "municipal"})
_STATE_ORGANS = frozenset({"Party", "Government", "Administration", "Cabinet"})
_ORDINAL = re.compile(r"^\d+(st|nd|rd|th)$")


class OrganisationName(NamedTuple):
    """A name at ``doc[start:end]`` with its head token; ``short`` is the acronym told beside it."""

    start: int
    end: int
    head: int
    kind: ActorKind
    short: str | None = None
    known: str | None = None


PlaceEnd = Callable[[int], int | None]
"""Where the place name that starts at a token ends, None if none does."""


def organisation_names(doc: Doc, place_end: PlaceEnd) -> list[OrganisationName]:
    """Return the organisations' names of the text in their order; of overlapping ones the longest."""
    finder = _Finder(doc, place_end)
    found = [*finder.known_names(), *finder.grammatical_names()]
    found.sort(key=lambda n: (n.start - n.end, n.known is None, n.start))
    taken: set[int] = set()
    kept = []
    for name in found:
        if not taken & set(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept)


def known_tokens(doc: Doc) -> set[int]:
    """Return the tokens of the names of well-known organisations that hold no place's name of their own."""
    finder = _Finder(doc, lambda at: None)
    shorts = {o.short for o in known().values() if o.short}
    names = [n for n in finder.known_names() if n.kind == "igo" or doc[n.start : n.end].text in shorts]
    return {i for n in names for i in range(n.start, n.end)}


class _Finder:
    """The names of one text."""

    def __init__(self, doc: Doc, place_end: PlaceEnd) -> None:
        self.doc = doc
        self.place_end = place_end
        self.headlines = headline_tokens(doc)
        self.texts = ["'s" if text == "’s" else text for text in token_texts(doc)]

    def known_names(self) -> Iterator[OrganisationName]:
        """Yield the well-known names."""
        longest = max(map(len, known()), default=0)
        at = 0
        while at < len(self.doc):
            end, entry = self._known_at(at, longest)
            if entry is None or self._in_longer_name(at, end):
                at += 1
                continue
            yield OrganisationName(at, self._with_acronym(end)[0], self._head_token(at, end), entry.kind, entry.short, entry.name)
            at = end

    def _known_at(self, at: int, longest: int) -> tuple[int, Organisation | None]:
        if not self.texts[at][:1].isupper():
            return at, None
        longest = min(longest, longest_known().get(self.texts[at].lower(), 0))
        for end in range(min(len(self.texts), at + longest), at, -1):
            key = tuple(self.texts[at:end])
            entry = known().get(key) or (known_in_any_case().get(tuple(w.lower() for w in key)) if end - at > 2 else None)
            if entry is not None:
                return end, entry
        return at, None

    def _in_longer_name(self, at: int, end: int) -> bool:
        """Tell whether the name only belongs to that of an event or text: "ASEAN Summit", "the UN Charter"."""
        following = self.doc[end] if end < len(self.doc) else None
        if following is None or not capitalised(following) or following.is_space:
            return False
        head = self._head_at(end)
        return (head is not None and head[1] is None) or self._leads_to_no_actor(end)

    def _leads_to_no_actor(self, at: int) -> bool:
        while at < len(self.doc) and capitalised(self.doc[at]) and self.doc[at].is_alpha:
            head = self._head_at(at)
            if head is not None:
                return head[1] is None
            at += 1
        return False

    def _head_at(self, at: int) -> tuple[int, ActorKind | None] | None:
        """Return where the longest head that begins at the token ends, and its kind."""
        longest = longest_head().get(self.texts[at], 0)
        for length in range(min(longest, LONGEST_HEAD + 2, len(self.texts) - at), 0, -1):
            key = tuple(self.texts[at : at + length])
            if key in heads():
                return at + length, heads()[key]
        return None

    def grammatical_names(self) -> Iterator[OrganisationName]:
        """Yield the names that a head noun makes."""
        at = 0
        while at < len(self.doc):
            found = self._head_at(at) if at not in self.headlines else None
            if found is None:
                at += 1
                continue
            end, kind = found
            name = self._name(at, end, kind) if kind is not None else None
            if name is not None:
                yield name
            at = end

    def _name(self, head: int, end: int, kind: ActorKind) -> OrganisationName | None:
        """Return the whole name around a head, None when it is no name or goes on to an event's or text's."""
        start = self._left(head)
        if end < len(self.doc) and self.doc[end - 1].text == "Party" and self.doc[end].lower_ in after_party():
            return None
        if start and _ORDINAL.match(self.doc[start - 1].lower_) and self.doc[end - 1].text in {"Congress", "Session"}:
            return None
        end, short = self._with_acronym(end)
        chained = self._chain(end)
        if chained is not None:
            end, last = chained
            if last is None:
                return None
            kind = self._kind_of_chain(kind, last)
            end, short = self._with_acronym(end, short)
        end, more = self._tails(head, end, kind)
        short = more or short
        if kind == "body" and self._is_party_organ(start, end):
            kind = "party"
        if kind == "body" and self._is_blocs_organ(start):
            kind = "igo"
        if not self._is_name(start, end):
            return None
        return OrganisationName(
            start, end, self._head_token(head, end), kind, short, self._party_known(start, end) if kind == "party" else None
        )

    def _head_token(self, start: int, end: int) -> int:
        """Return the token that governs the name in the parse."""
        root: Token = self.doc[start:end].root
        return root.i

    def _kind_of_chain(self, first: ActorKind, last: ActorKind) -> ActorKind:
        """Return the kind of a name with several heads: a party's organ is the party's, else the last head decides."""
        return "party" if first == "party" else last

    def _is_party_organ(self, start: int, end: int) -> bool:
        """Tell whether a committee is a party's: "CPC Fujian Provincial Committee", "Standing Committee of the Party Committee"."""
        shorts = {o.short for o in known().values() if o.kind == "party" and o.short}
        return any(t.text in shorts or t.text in {"Party", "Communist"} for t in self.doc[start:end])

    def _is_blocs_organ(self, start: int) -> bool:
        """Tell whether the body is an organ of a well-known organisation of states: "UN Security Council"."""
        _, entry = self._known_at(start, LONGEST_HEAD)
        return entry is not None and entry.kind == "igo"

    def _party_known(self, start: int, end: int) -> str | None:
        """Return the well-known party whose central organ the name is: "Political Bureau of the CPC Central Committee"."""
        if any(self.place_end(i) is not None and self.doc[i - 1].lower_ != "of" for i in range(start + 1, end)):
            return None
        for i in range(start, end):
            after, entry = self._known_at(i, end - i)
            if entry is not None and entry.kind == "party" and (i > start or "Central" in self.doc[i:end].text or after == end):
                return None if self._is_local(start, i) else entry.name
        return None

    def _is_local(self, start: int, party: int) -> bool:
        """Tell whether a place before the party's name makes the organ that place's: "Puno Provincial Committee of the X Party"."""
        place = self.place_end(start)
        return place is not None and place < party and "Central" not in self.doc[start:party].text

    def _chain(self, at: int) -> tuple[int, ActorKind | None] | None:
        """Return the end and kind of the last head in the capitalised words that go on after a head."""
        result = None
        i = at
        while (
            i < len(self.doc)
            and capitalised(self.doc[i])
            and self.doc[i].text not in words("organisations", "posts")
            and not self.doc[i].is_space
        ):
            head = self._head_at(i)
            if head is not None:
                result = head
                i = head[0]
            elif self.place_end(i) is not None or not self.doc[i].is_alpha:
                return result
            else:
                i += 1
        return result

    def _with_acronym(self, end: int, short: str | None = None) -> tuple[int, str | None]:
        """Take in an acronym in brackets after the name."""
        doc = self.doc
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")" and sum(c.isupper() for c in doc[end + 1].text) >= 2:
            return end + 3, doc[end + 1].text
        return end, short

    def _left(self, head: int) -> int:
        """Return where the name that ends in the head starts."""
        at = head
        while at > 0 and head - at < LONGEST_LEFT:
            step = self._step_left(at)
            if step == 0:
                break
            at -= step
        return at - (at > 0 and self.doc[at - 1].text in _OWN_LEVELS)

    def _step_left(self, at: int) -> int:
        """Return how many tokens before ``at`` belong to the name: none, a word, or a joint with the word before it."""
        doc, before = self.doc, self.doc[at - 1]
        if before.is_space or (before.sent != doc[at].sent and not capitalised(before)):
            return 0
        if self._is_word(before):
            return 1
        if at < 2:
            return 0
        further = doc[at - 2]
        if before.text in POSSESSIVE and further.text in words("organisations", "possessives") | {
            "Peoples",
            "Farmers",
            "Workers",
            "Writers",
        }:
            return 2
        if before.text in {"-", "–", "‐", "&"} and self._is_word(further):
            return 2
        if (
            before.lower_ in {"and", ","}
            and further.text in words("organisations", "portfolio")
            and doc[at].text in words("organisations", "portfolio")
        ):
            return 2
        if before.lower_ == "of" and self._head_ending(at - 1):
            return 2
        if before.text == ")" and at >= 4 and doc[at - 3].text == "(" and self._is_word(doc[at - 4]):
            return 3
        return 0

    def _head_ending(self, at: int) -> bool:
        """Tell whether an organisation's head ends before the token."""
        return any(heads().get((t.text,)) for t in self.doc[at - 1 : at])

    def _is_word(self, token: Token) -> bool:
        """Tell whether a token may be a word of a name before its head."""
        if not capitalised(token) or not any(c.isalpha() for c in token.text):
            return False
        if token.text in words("organisations", "posts"):
            return False
        if begins_sentence(token) and (is_function_word(token) or token.pos_ in {"VERB", "ADV"}):
            return False
        return not (token.is_stop and token.pos_ in {"DET", "ADP", "PRON", "SCONJ", "CCONJ"})

    def _tails(self, head: int, end: int, kind: ActorKind) -> tuple[int, str | None]:
        """Take in what follows the head: "of Foreign Affairs", "of Yunnan Province", "in Changsha", each with its acronym."""
        short = None
        if kind == "company" and self.doc[end - 1].text not in {"Bank", "Railways", "Airport"}:
            return end, None
        seated = kind == "party" or self.doc[head:end].text.split("(")[0].strip() in words("organisations", "tails", "seated")
        while end + 1 < len(self.doc):
            after = self._tail(end, seated)
            if after is None:
                break
            end, told = self._with_acronym(after)
            short = told or short
            chained = self._chain(end) if kind == "party" else None
            end = chained[0] if chained else end
        return end, short

    def _tail(self, at: int, seated: bool) -> int | None:
        """Return the end of one tail that starts at the preposition, None if there is none; ``seated``: "in PLACE" belongs to it."""
        word = self.doc[at].lower_
        seat = word in words("organisations", "tails", "seats") and seated
        if not seat and word not in words("organisations", "tails") | {"and"}:
            return None
        start = at + 1
        if start < len(self.doc) and self.doc[start].lower_ == "the":
            start += 1
        if start >= len(self.doc) or (word == "and" and self.doc[start].text not in words("organisations", "portfolio")):
            return None
        place = self.place_end(self._past_description(start))
        if place is not None:
            chained = self._chain(place) if word != "and" else None
            return None if word == "and" else chained[0] if chained and chained[1] else place
        if seat or (word == "to" and not seat):
            return None
        return self._capitals(start)

    def _past_description(self, at: int) -> int:
        """Return where a described place's name starts ("the northern border" province of Vinh), the token itself if none does."""
        i = at
        while i + 1 < len(self.doc) and self.place_end(i) is None and _describes(self.doc[i]):
            i += 1
        return i if self.place_end(i) is not None else at

    def _capitals(self, at: int) -> int | None:
        """Return the end of the capitalised words at the token, joined by "and" and commas where they name fields."""
        end, i, fields = None, at, words("organisations", "portfolio")
        while i < len(self.doc) and i - at < LONGEST_TAIL:
            token = self.doc[i]
            place = self.place_end(i)
            if place is not None and end is None:
                return place
            if place is not None and i > at and self.doc[i - 1].lower_ != "of":
                break
            if token.lower_ in words("places", "never"):
                break
            if capitalised(token) and token.is_alpha and (token.text not in words("organisations", "posts") or i == at):
                end = i = i + 1
            elif (token.text in POSSESSIVE and self.doc[i - 1].text in words("organisations", "possessives")) or (
                token.lower_ in {"and", ",", "&", "-", "–"} and end is not None and self._joins_fields(i, fields)
            ):
                i += 1
            else:
                break
        return end

    def _joins_fields(self, at: int, fields: frozenset[str]) -> bool:
        """Tell whether the joint at the token joins two fields of one ministry or department."""
        after = at + 1
        if after < len(self.doc) and self.doc[after].lower_ == "and":
            after += 1
        return (
            after < len(self.doc) and self.doc[after].text in fields and (self.doc[at - 1].text in fields or self.doc[at].text in HYPHENS)
        )

    def _is_name(self, start: int, end: int) -> bool:
        """Tell whether the words make a name: more than a bare head, or an organ that needs no other word."""
        text = " ".join(t.text for t in self.doc[start:end])
        if text.replace(" 's", "'s").replace(" ’s", "'s") in words("organisations", "organs"):
            return True
        plain = load("organisations")["governments"]["between"]
        if (
            all(t.lower_ in plain for t in self.doc[start : end - 1])
            and self.doc[end - 1].lower_ in load("organisations")["governments"]["last"]
        ):
            return False
        if self.doc[end - 1].text in _STATE_ORGANS and all(nation(t) is not None for t in self.doc[start : end - 1]):
            return False
        return sum(capitalised(t) and t.is_alpha for t in self.doc[start:end]) >= 2 and (start, end) not in self._bare(start, end)

    def _bare(self, start: int, end: int) -> set[tuple[int, int]]:
        """Return the span itself when it is a head phrase and nothing more ("Party Committee" apart, see the organs)."""
        key = tuple(t.text for t in self.doc[start:end])
        return {(start, end)} if key in heads() and key not in {("Red", "Cross"), ("Red", "Crescent")} else set()


def _describes(token: Token) -> bool:
    return token.text in HYPHENS or nation(token) is not None or (token.is_lower and token.pos_ in {"ADJ", "NOUN", "ADV"})
