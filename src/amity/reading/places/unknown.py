"""Names of places that the gazetteer does not hold: told by the level word beside them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from amity.gazetteer import open_gazetteer
from amity.reading.nations import nation
from amity.reading.organisations.lists import head_words
from amity.reading.orthography import begins_sentence, capitalised, headline_tokens, is_function_word, words
from amity.reading.places.levels import NEVER_ALONE, is_numbered, level_kinds, only_describes, plural_kind
from amity.reading.places.name import PlaceName

LONGEST_APPOSITION = 4  # words from the article to the level word: "a northern port city"
LONGEST_UNKNOWN = 4  # words of a name that the gazetteer does not hold


class UnknownNames:
    """The names of one text that stand beside level words."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.headlines = headline_tokens(doc)

    def names(self, taken: set[int]) -> Iterator[PlaceName]:
        """Yield names beside a level word that the gazetteer does not hold ("Trung Khanh district", "the ward of Minato")."""
        for token in self.doc:
            if token.text == "," and token.i not in self.headlines:
                yield from self._explained(token.i, taken)
            singular = level_kinds(token.lower_) and token.lower_ not in NEVER_ALONE
            plural = plural_kind(token.lower_)
            if token.i in self.headlines or token.i in taken or not (singular or plural):
                continue
            if self._is_surname(token):
                continue
            if singular and is_numbered(token):
                yield self._numbered(token)
                continue
            for start, end in self._runs_before(token.i, bool(plural), taken):
                if singular and only_describes(self.doc, start, token.i):
                    continue
                taken.update(range(start, end))
                yield self._unknown(start, end)
            if self._of_follows(token.i):
                for start, end in self._runs_after(token.i + 2, bool(plural), taken):
                    taken.update(range(start, end))
                    yield self._unknown(start, end)

    def _is_surname(self, token: Token) -> bool:
        """Tell whether the word ends the name of a holder: "Councillor Tom Ward"."""
        before = self.doc[token.i - 2].text if token.i > 1 else ""
        return token.text == "Ward" and before in words("organisations", "posts")

    def _explained(self, comma: int, taken: set[int]) -> Iterator[PlaceName]:
        """Yield the name that an apposition calls a city, district …: "Zelbrun, a port city in Peru"."""
        after = [t.lower_ for t in self.doc[comma + 1 : comma + 2 + LONGEST_APPOSITION]]
        level = next((i for i, word in enumerate(after) if level_kinds(word)), None)
        if not after or after[0] not in {"a", "an", "the"} or level is None or after[level + 1 : level + 2] not in (["in"], ["of"]):
            return
        for start, end in self._runs_before(comma, False, taken):
            taken.update(range(start, end))
            name = self._unknown(start, end)
            name.kinds = level_kinds(after[level])
            yield name

    def _unknown(self, start: int, end: int) -> PlaceName:
        text = " ".join(self.doc[start:end].text.split())
        return PlaceName(start, end, start, end, text, places=tuple(open_gazetteer().lookup(text)))

    def _of_follows(self, at: int) -> bool:
        return at + 2 < len(self.doc) and self.doc[at + 1].lower_ == "of"

    def _numbered(self, token: Token) -> PlaceName:
        """Return a numbered district: "the 3rd arrondissement"."""
        return PlaceName(token.i - 1, token.i + 1, token.i - 1, token.i + 1, self.doc[token.i - 1 : token.i + 1].text)

    def _nameable(self, token: Token, taken: set[int]) -> bool:
        return (
            token.i not in taken
            and capitalised(token)
            and token.is_alpha
            and not is_function_word(token)
            and not (begins_sentence(token) and token.is_stop)
            and token.lower_ not in words("places", "not_names")
            and token.lower_ not in words("places", "parts")
            and not level_kinds(token.lower_)
            and token.text not in words("organisations", "posts")
            and token.text not in head_words()
            and nation(token) is None
            and token.lower_ not in words("places", "never")
        )

    def _runs_before(self, at: int, plural: bool, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the name that ends before the level word; before a plural one, each name of the list."""
        end = at
        while end > 0:
            start = end
            while start > 0 and end - start < LONGEST_UNKNOWN and self._nameable(self.doc[start - 1], taken):
                start -= 1
            if start < end:
                yield start, end
            elif start - 1 not in taken:
                return
            while start - 1 in taken and start < at + 1 and start == end:
                end = start = start - 1
            joint = start
            while joint > 0 and self.doc[joint - 1].lower_ in {",", "and"}:
                joint -= 1
            if not plural or joint == start:
                return
            end = joint

    def _runs_after(self, at: int, plural: bool, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the name that begins at the token; after a plural level word, each name of the list."""
        start = at
        while start < len(self.doc):
            end = start
            while end < len(self.doc) and end - start < LONGEST_UNKNOWN and self._nameable(self.doc[end], taken):
                end += 1
            if start < end:
                yield start, end
            while end in taken:
                end += 1
            joint = end
            while joint < len(self.doc) and self.doc[joint].lower_ in {",", "and"}:
                joint += 1
            if not plural or joint == end or end == start:
                return
            start = joint
