"""Posts: the vocabulary of titles, and for whom their holders speak."""

from typing import Literal, NamedTuple, cast

from spacy.tokens import Doc

from amity.reading.people.known_names import folded
from amity.reading.people.names import HYPHENS
from amity.vocabulary import load, per_language

Represents = Literal["place", "state", "body", "self"]
LONGEST_HEAD = 5  # words of a title head in the vocabulary


class Head(NamedTuple):
    """What the vocabulary tells of a title's head words; ``words`` are singular and folded."""

    words: str
    represents: str
    holder: str
    rank: int
    mission: bool
    plural: bool


def plural(words: str) -> list[str]:
    """Return the plural forms of a title: of its last word, and of its first ("consuls general")."""
    first, *rest = words.split()
    last = words[:-3] + "men" if words.endswith("man") else words[:-2] + "ies" if words.endswith("ary") else words + "s"
    forms = [words[:-1] + "ies"] if words.endswith("ary") else [last]
    return [*forms, " ".join([first + "s", *rest])] if rest else forms


@per_language
def heads() -> dict[tuple[str, ...], Head]:
    """Return every head of the vocabulary, singular and plural, by its folded words."""
    table: dict[tuple[str, ...], Head] = {}
    for entry in load("posts")["title"]:
        for words in map(folded, entry["words"]):
            head = Head(words, entry["represents"], entry["holder"], entry["rank"], entry.get("mission", False), False)
            table[tuple(words.split())] = head
            for form in plural(words):
                table.setdefault(tuple(form.split()), head._replace(plural=True))
    return table


@per_language
def first_words() -> frozenset[str]:
    """Return the words with which a title head begins."""
    return frozenset(words[0] for words in heads())


@per_language
def title_words(section: str, key: str = "words") -> frozenset[str]:
    """Return one word list of the posts vocabulary, folded."""
    return frozenset(folded(w) for w in load("posts")[section][key])


@per_language
def _authorities() -> frozenset[str]:
    return frozenset(w.replace("’", "'") for w in title_words("authorities"))


def is_authority(text: str) -> bool:
    """Tell whether the words name the authority of a place without the place: "provincial People's Committee"."""
    words = folded(text).replace("’", "'").removeprefix("the ")
    first, _, rest = words.partition(" ")
    return words in _authorities() or (first in load("posts")["levels"] and rest in _authorities())


def represents(title: str | None) -> Represents:
    """Return for whom the holder of a post so titled speaks: jurisdiction, state, organisation, or only themselves.

    Chairs and secretaries ("of" in the vocabulary) speak for the jurisdiction when the title names its authority
    or a party, else for the organisation (domain: "for whom they speak").
    """
    words = folded(title or "").replace("-", " ").replace("’", "'").split()
    found = [head for i in range(len(words)) if (head := _longest(words[i:]))]
    if not found:
        return "body"
    kind = min(found, key=lambda h: h.rank).represents
    if kind == "of":
        return "place" if "party" in words or any(a in " ".join(words) for a in _authorities()) else "body"
    return cast(Represents, kind)


def _longest(words: list[str]) -> Head | None:
    """Return the longest head that the words begin with."""
    lengths = range(min(LONGEST_HEAD, len(words)), 0, -1)
    return next((head for n in lengths if (head := heads().get(tuple(words[:n])))), None)


def head_at(doc: Doc, at: int, limit: int) -> tuple[Head, int] | None:
    """Return the longest title head that begins at the token and where it ends; hyphens count as spaces."""
    if folded(doc[at].text) not in first_words():
        return None
    words: list[str] = []
    best: tuple[Head, int] | None = None
    for i in range(at, min(limit, at + 2 * LONGEST_HEAD)):
        token = doc[i]
        if token.text in HYPHENS and i > at:
            continue
        if not token.text[0].isalpha() or (i > at and doc[i - 1].is_space):
            break
        words.append(folded(token.text))
        if head := heads().get(tuple(words)):
            best = head, i + 1
    return best
