"""Personal names: where a run of words reads like one, and which of its words people are called by later."""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc, Token

from amity.reading.people.known_names import families, family_first_language, folded, is_known, word_set
from amity.reading.sequences import text_of, token_texts
from amity.vocabulary import per_language

LONGEST_NAME = 10  # words with particles: Arabic names of state reach nine
LONGEST_WORD = 20  # tokens of a written word: a name of ten parts joined by hyphens
HYPHENS = frozenset("-‐‑")
APOSTROPHES = frozenset("'’ʻʼ`‘")
QUOTES = frozenset("\"“”'‘’")


class Name(NamedTuple):
    """A personal name ``doc[start:end]``; ``begins`` counts the courtesy title before it, if ``courteous``."""

    begins: int
    start: int
    end: int
    text: str
    courteous: bool


def word_end(doc: Doc, start: int) -> int:
    """Return where the written word that begins at the token ends: hyphens and apostrophes join what touches them."""
    end = start + 1
    while (
        end + 1 < min(len(doc), start + LONGEST_WORD)
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end].text in HYPHENS | APOSTROPHES
        and doc[end + 1].is_alpha
    ):
        end += 2
    return end


def written(doc: Doc, start: int, end: int) -> str:
    """Return the text of the tokens, white space made single."""
    if end == start + 1:
        return " ".join(token_texts(doc)[start].split())
    last = doc[end - 1]
    return " ".join(text_of(doc)[doc[start].idx : last.idx + len(last)].split())


def is_capitalised(text: str) -> bool:
    """Tell whether the word starts with a capital letter and holds letters, hyphens and apostrophes only."""
    letters = text.rstrip(".")
    if not letters or not all(c.isalpha() or unicodedata.combining(c) or c in HYPHENS | APOSTROPHES or c == "." for c in letters):
        return False
    first, _, rest = letters.partition("-")
    return letters[0].isupper() or (folded(first) in word_set("particles") and rest[:1].isupper())


def is_initial(text: str) -> bool:
    """Tell whether the word is an initial or several: ``F.``, ``J.R.``, ``K``."""
    return 0 < len(text) <= 5 and text[0].isupper() and (text.endswith(".") or len(text) == 1) and all(len(p) <= 1 for p in text.split("."))


def is_name_word(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the written word can stand in a personal name by its own looks."""
    text = written(doc, start, end)
    if is_initial(text):
        return True
    if not is_capitalised(text) or (text.endswith(".") and folded(text) not in word_set("suffixes")):
        return False
    return folded(text) not in word_set("not_names")


def skip_courtesies(doc: Doc, start: int, limit: int) -> int:
    """Return the token after the courtesy titles that begin at the token, or the token itself."""
    at, texts = start, token_texts(doc)
    while at < limit and texts[at][0].isupper() and folded(texts[at].strip()).rstrip(".'’") in _beginnings():
        for length in (3, 2, 1):
            phrase = folded(written(doc, at, min(at + length, limit))).rstrip(".'’")
            if phrase in word_set("honorifics") and _may_drop(doc, phrase, at + length, limit):
                at += length
                break
        else:
            break
        while at < limit and (texts[at] == "." or texts[at] in APOSTROPHES):
            at += 1
    return at


@per_language
def _beginnings() -> frozenset[str]:
    """Return every beginning of a courtesy title: what none begins with need not be compared."""
    return frozenset(title[:length] for title in word_set("honorifics") for length in range(len(title) + 1))


def _may_drop(doc: Doc, phrase: str, after: int, limit: int) -> bool:
    """Tell whether what follows leaves a name when the courtesy is taken off."""
    if after >= limit:
        return False
    if phrase not in word_set("soft_honorifics"):
        return True
    return after + 1 < limit and is_name_word(doc, after, after + 1) and is_name_word(doc, after + 1, after + 2)


def read_name(doc: Doc, at: int, limit: int, blocked: Callable[[Token], bool]) -> Name | None:
    """Return the longest personal name that begins at the token, before ``limit``; ``blocked`` tokens end it.

    Courtesy titles before it are passed over, nicknames in quotes and particles between its words are kept.
    """
    start = skip_courtesies(doc, at, limit)
    end, count = start, 0
    while end < limit and count < LONGEST_NAME:
        step = _next_word(doc, end, limit, blocked, count)
        if step is None:
            break
        end, count = step, count + 1
    end = _without_trailing(doc, start, end)
    if end == start or all(is_initial(doc[i].text) for i in range(start, end)):
        return None
    return Name(at, start, end, written(doc, start, end), start > at)


def _next_word(doc: Doc, at: int, limit: int, blocked: Callable[[Token], bool], count: int) -> int | None:
    """Return the end of the name's next word, or None where the name is over."""
    if at > 0 and count and ("\n" in doc[at - 1].text or "\n" in doc[at - 1].whitespace_):
        return None
    end = min(word_end(doc, at), limit)
    if any(blocked(doc[i]) for i in range(at, end)):
        return None
    if is_name_word(doc, at, end) or _is_name_here(doc, at, end, limit, count):
        return end
    if doc[at].text in APOSTROPHES and count and doc[at].whitespace_ and not doc[at - 1].text.endswith("s"):
        return end if _name_follows(doc, end, limit, blocked) else None
    if folded(written(doc, at, end)).rstrip(".") in word_set("particles") and end < limit:
        return end if _name_follows(doc, end, limit, blocked) else None
    if doc[at].text in QUOTES and count:
        return _nickname_end(doc, at, limit, blocked)
    return None


def _is_name_here(doc: Doc, at: int, end: int, limit: int, count: int) -> bool:
    """Tell whether a word that is rarely a name is one here: first before a given name ("Park Geun-hye"), or after one."""
    word = folded(written(doc, at, end))
    if word not in word_set("also_names") or not is_capitalised(written(doc, at, end)):
        return False
    if count:
        return is_known(doc[at - 1].text)
    if end >= limit or not any(word in names for names in families().values()):
        return False
    after = word_end(doc, end)
    pair = written(doc, at, after)
    return is_name_word(doc, end, after) and (family_first_language(pair) is not None or (word == "to" and at > doc[at].sent.start))


def _name_follows(doc: Doc, at: int, limit: int, blocked: Callable[[Token], bool]) -> bool:
    """Tell whether a name word stands at the token or after one more particle."""
    end = min(word_end(doc, at), limit)
    if blocked(doc[at]):
        return False
    if is_name_word(doc, at, end) and not is_initial(doc[at].text):
        return True
    return folded(doc[at].text) in word_set("particles") and end < limit and is_name_word(doc, end, min(word_end(doc, end), limit))


def _nickname_end(doc: Doc, at: int, limit: int, blocked: Callable[[Token], bool]) -> int | None:
    """Return the end of a nickname in quotes that a further name word follows, else None."""
    close = next((i for i in range(at + 2, min(at + 5, limit)) if doc[i].text in QUOTES), limit)
    if close >= limit or not all(t.text[0].isupper() for t in doc[at + 1 : close]):
        return None
    return close + 1 if close + 1 < limit and _name_follows(doc, close + 1, limit, blocked) else None


def _without_trailing(doc: Doc, start: int, end: int) -> int:
    """Return the end of the name with particles and initials left over at its end taken off."""
    while end > start and (_is_small_particle(doc[end - 1]) or (doc[end - 1].text.endswith(".") and is_initial(doc[end - 1].text))):
        end -= 1
    return end


def _is_small_particle(token: Token) -> bool:
    return token.text.islower() and folded(token.text) in word_set("particles")


def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name that identify it: without initials, suffixes and quoted nicknames."""
    words = [folded(w).strip('"“”.,') for w in text.split()]
    kept = [w for w in words if len(w) > 1 and w not in word_set("suffixes")]
    return tuple(kept or words)


def short_forms(text: str) -> tuple[str, ...]:
    """Return the single words by which the bearer may be called later, the usual one first, folded."""
    words = name_words(text)
    language = family_first_language(text)
    if len(words) < 2:
        return words
    if language in ("chinese", "korean"):
        return (words[0], words[-1])
    if language == "vietnamese":
        return (words[-1], words[0])
    return (words[-1], words[0], *words[1:-1])
