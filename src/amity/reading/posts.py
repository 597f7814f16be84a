"""Posts: the phrases that name them, what they are posts of, and for whom their holders speak."""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from amity.reading.names import HYPHENS, folded
from amity.reading.report import ActorTable, Mention
from amity.vocabulary import load

Represents = Literal["place", "state", "body", "self"]
LONGEST_HEAD = 5  # words of a title head in the vocabulary
LONGEST_LEFT = 7  # tokens of modifiers and fields before a head


class Head(NamedTuple):
    """What the vocabulary tells of a title's head words."""

    words: str
    represents: str
    holder: str
    rank: int
    mission: bool
    plural: bool


@dataclass
class Title:
    """A post as the text names it: ``doc[start:end]`` with its organisation, ``text`` without.

    ``core`` is the token range of modifiers and head; ``of`` the mention of what it is a post of.
    """

    start: int
    end: int
    core: tuple[int, int]
    head: Head
    text: str
    of: Mention | None = None
    former: bool = False
    possessive: bool = False
    authority: bool = False
    parts: list["Title"] = field(default_factory=list)


@cache
def _heads() -> dict[tuple[str, ...], Head]:
    """Return every head of the vocabulary, singular and plural, by its folded words."""
    table: dict[tuple[str, ...], Head] = {}
    for entry in load("posts")["title"]:
        for number in ("plural", "words"):
            for phrase in entry.get(number, ()):
                words = folded(phrase)
                base = (entry["represents"], entry["holder"], entry["rank"], entry.get("mission", False))
                if number == "words":
                    table.setdefault((*words.split()[:-1], words.split()[-1] + "s"), Head(words, *base, True))
                    table[tuple(words.split())] = Head(words, *base, False)
                else:
                    table[tuple(words.split())] = Head(words, *base, True)
    return table


@cache
def _words(section: str, key: str = "words") -> frozenset[str]:
    return frozenset(folded(w) for w in load("posts")[section][key])


def represents(title: str | None) -> Represents:
    """Return for whom the holder of a post so titled speaks: jurisdiction, state, organisation, or only themselves.

    "of" in the vocabulary (chairs and secretaries) means whatever the post is of: a jurisdiction's authority speaks
    for the place, any other organisation for itself.
    """
    words = folded(title or "").replace("-", " ").split()
    found = [head for i in range(len(words)) for head in [_longest(words[i:])] if head]
    if not found:
        return "body"
    kind = min(found, key=lambda h: h.rank).represents
    if kind == "of":
        text = " ".join(words)
        return "place" if any(a in text for a in _authority_words()) or "party" in words else "body"
    return kind  # type: ignore[return-value]


@cache
def _authority_words() -> frozenset[str]:
    return frozenset(folded(w).replace("’", "'") for w in load("posts")["authorities"]["words"])


def _longest(words: list[str]) -> Head | None:
    for length in range(min(LONGEST_HEAD, len(words)), 0, -1):
        head = _heads().get(tuple(words[:length]))
        if head:
            return head
    return None


def is_title_word(token: Token) -> bool:
    """Tell whether the capitalised token is a title's head or modifier by itself."""
    word = folded(token.text)
    return (word,) in _heads() or word in _words("modifiers")


def head_at(doc: Doc, at: int, limit: int) -> tuple[Head, int] | None:
    """Return the longest title head that begins at the token and where it ends; hyphens count as spaces."""
    words: list[str] = []
    best: tuple[Head, int] | None = None
    for i in range(at, limit):
        token = doc[i]
        if token.text in HYPHENS:
            if i == at:
                return None
            continue
        if len(words) == LONGEST_HEAD or not token.text[0].isalpha() or (i > at and doc[i - 1].is_space):
            break
        words.append(folded(token.text))
        head = _heads().get(tuple(words))
        if head:
            best = head, i + 1
    return best


def find_titles(sentence: Span, table: ActorTable) -> list[Title]:
    """Return the titles of the sentence in their order, the posts of one holder ("A and B of C") joined later."""
    doc, titles, at = sentence.doc, [], sentence.start
    while at < sentence.end:
        found = head_at(doc, at, sentence.end)
        if found is None or _inside_name(doc, at, table):
            at += 1
            continue
        head, end = found
        titles.append(_title(sentence, table, head, at, end, titles[-1].end if titles else sentence.start))
        at = max(titles[-1].end, end)
    return titles


def _inside_name(doc: Doc, at: int, table: ActorTable) -> bool:
    """Tell whether the head word stands inside an organisation's name ("Meeting of Governors and Mayors")."""
    mention = table.at(doc[at])
    return mention is not None and mention.form == "name"


def _title(sentence: Span, table: ActorTable, head: Head, at: int, end: int, floor: int) -> Title:
    """Return the title with its modifiers and fields before, and its organisation before or after."""
    doc = sentence.doc
    start = _left(doc, at, floor, table)
    title = Title(start, end, (start, end), head, "")
    title.former = any(folded(t.text) in _words("modifiers", "former") for t in doc[start:at])
    _read_right(sentence, table, title)
    _read_left(doc, table, title, floor)
    title.text = _text(doc, title)
    return title


def _left(doc: Doc, at: int, floor: int, table: ActorTable) -> int:
    """Return where the title starts, its modifiers and fields before the head included."""
    start = i = at
    while i > floor and at - i < LONGEST_LEFT:
        token = doc[i - 1]
        word = folded(token.text)
        if table.at(token) is not None:
            break
        if word in _words("modifiers") or word in _words("fields") or token.text in HYPHENS:
            i -= 1
            start = start if token.text in HYPHENS else i
        elif word in ("and", "&", ",") and i - 2 >= floor and folded(doc[i - 2].text) in _words("fields") and i < at:
            i -= 1
        else:
            break
    return start


def _read_right(sentence: Span, table: ActorTable, title: Title) -> None:
    """Take in what follows the head: "of Foreign Affairs of Laos", "for Trade", "to Ukraine"."""
    doc, at = sentence.doc, title.core[1]
    while at < sentence.end and title.of is None:
        word = doc[at].lower_
        if word not in _words("joints", "of") and not (title.head.mission and word == "to"):
            break
        after = at + 1
        while after < sentence.end and doc[after].lower_ in ("the", "all"):
            after += 1
        mention = _mention_from(table, doc, after)
        if mention is not None:
            if word != "to" and not (word in ("in", "with", "at") and title.head.mission):
                title.of = mention
            title.end = at = mention.end
            continue
        end = _field_end(sentence, table, after)
        if end is None or word in ("with", "on", "under"):
            break
        title.core, title.end, at = (title.core[0], end), end, end


def _mention_from(table: ActorTable, doc: Doc, at: int) -> Mention | None:
    """Return the longest mention of a place or organisation that starts at the token."""
    starts = [m for m in table.mentions if m.start == at and m.form in ("name", "demonym", "description")]
    return max(starts, key=lambda m: m.end, default=None)


def _field_end(sentence: Span, table: ActorTable, at: int) -> int | None:
    """Return the end of the field words at the token ("Foreign Affairs", "Industry and Trade"), None if there are none."""
    doc, end, i = sentence.doc, None, at
    while i < sentence.end and table.at(doc[i]) is None:
        word = folded(doc[i].text)
        if word in _words("fields") or word in ("people", "peoples"):
            i += 1
            end = i
        elif end is not None and (word in ("and", "&", ",", "'s", "’s", "'", "’", "-") or word in HYPHENS):
            i += 1
        else:
            break
    return end


def _read_left(doc: Doc, table: ActorTable, title: Title, floor: int) -> None:
    """Take in the mention just before the title: "Lao", "Zhangjiajie", "Winnipeg's", "Hanoi"."""
    at = title.start
    if at > floor and doc[at - 1].text in ("'s", "’s", "'", "’"):
        title.possessive, at = True, at - 1
    if at <= floor:
        return
    mention = table.at(doc[at - 1])
    if mention is None or mention.end != at or mention.start < floor or mention.form == "pronoun":
        return
    title.start = mention.start
    if title.of is None or (mention.form == "demonym" and title.head.mission):
        title.of = mention


def _text(doc: Doc, title: Title) -> str:
    """Return the title as the report words it, without words that only date it."""
    start, end = title.core
    while start < end - 1 and folded(doc[start].text) in _words("modifiers", "not_title"):
        start += 1
    return " ".join(doc[start:end].text.split())


def joined(titles: list[Title], doc: Doc) -> list[Title]:
    """Join titles that one holder has ("Deputy Prime Minister and Foreign Minister"); the joined one has ``parts``."""
    result: list[Title] = []
    for title in titles:
        last = result[-1] if result else None
        if last is not None and _is_joint(doc, last.end, title.start) and not title.head.plural:
            parts = [*(last.parts or [last]), title]
            joint = replace(last, end=title.end, parts=parts, of=last.of or title.of)
            result[-1] = joint
        else:
            result.append(title)
    for joint in result:
        _share_organisation(joint)
    return result


def _is_joint(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the tokens between two titles only join them."""
    between = [t.lower_ for t in doc[start:end] if not t.is_space]
    return between in (["and"], [","], [",", "and"], ["&"], ["–"], ["-"], ["—"], ["/"], ["and", "the"], ["cum"], [";"], ["as", "well", "as"])


def _share_organisation(joint: Title) -> None:
    """Give titles without an organisation that of the next one, else of the one before."""
    later: Mention | None = None
    for part in reversed(joint.parts):
        part.of = later = part.of or later
    earlier: Mention | None = None
    for part in joint.parts:
        part.of = earlier = part.of or earlier
