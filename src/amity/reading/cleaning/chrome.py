"""Site chrome: menus, bars of links, labels, notes and teasers that a site sets around a report."""

import re
from functools import lru_cache

from amity.reading.cleaning.draft import CACHED_LINES, Draft, Line, ends_sentence, is_bullet, is_prose, words
from amity.reading.scripts import LATIN, LETTER
from amity.vocabulary import alternatives, load, per_language, per_language_most

_CODES = re.compile(r"^[a-z]{2,5}(?:/[a-z]{2,5})+\.?$")
_ADDRESS = re.compile(r"\S@\S+\.\w|\b(?:Tel|Phone|Fax)\b.{0,12}\d{3}|^\W*(?:https?://|www\.)\S+\W*$", re.IGNORECASE)
_URL = re.compile(r"\s*\(?(?:https?://|www\.)\S+")
MOST_LATIN = 0.25  # of the letters of a line in another script: a name in Latin letters may stand in it
SHORT_BEGINNING = 14  # words: a longer line that begins "More from" may well be a sentence
LONGEST_NOTE = 80  # words of a notice
LONGEST_TEASER = 20  # words of a line cut off with dots
LEAST_MENU = 15  # words
LONGEST_LABEL = 2  # words of an item of a menu
LONGEST_ITEM = 8  # words of one link in a bar


@per_language
def _set(name: str) -> frozenset[str]:
    return frozenset(load("chrome")[name])


@per_language
def _starts(name: str) -> tuple[str, ...]:
    return tuple(load("chrome")[name])


@per_language
def _function_words() -> frozenset[str]:
    return frozenset(load("chrome")["function"]["words"])


@per_language
def _inline() -> re.Pattern[str]:
    return re.compile(alternatives(re.escape(phrase) for phrase in load("chrome")["inline"]), re.IGNORECASE)


@per_language
def _bar() -> re.Pattern[str]:
    marks = alternatives(re.escape(mark) for mark in load("chrome")["bars"]["marks"])
    return re.compile(rf"\s+{marks}+\s*|\s*[>»›|→]+\s+|\s{{3,}}")


@lru_cache(maxsize=CACHED_LINES)
def _bare(text: str) -> str:
    return re.sub(r"[^\w\s'’&]+", " ", text.casefold().replace("’", "'")).strip()


def _is_repeated_label(bare: str) -> bool:
    """Tell whether a line is made of labels alone ("Print Email Share", "Share Tweet Share")."""
    left = [word for word in bare.split() if not word.isdigit()]
    if not left:
        return False
    while left:
        size = next((n for n in range(min(5, len(left)), 0, -1) if " ".join(left[:n]) in _set("lines")), 0)
        if not size:
            return False
        left = left[size:]
    return True


@per_language_most(CACHED_LINES)
def is_bar(text: str) -> bool:
    """Tell a bar of links or a breadcrumb: short items between marks, none of them a sentence."""
    items = [item for item in _bar().split(text) if item.strip()]
    if len(items) < 2 or any(words(item) > LONGEST_ITEM or (words(item) > LONGEST_LABEL and item.endswith(".")) for item in items):
        return False
    bare = [_bare(item) for item in items if re.search(r"[A-Za-z]{3}", item)]
    labels = len(items) - len(bare) + sum(item in _set("lines") or item.startswith(_starts("begins")) for item in bare)
    return (len(items) > 2 and not ends_sentence(text)) or labels > 0


def _is_menu(text: str) -> bool:
    """Tell a run of labels from a sentence: many words, no stop, hardly a function word."""
    every = re.findall(r"[^\W\d_]+", text.casefold())
    return len(every) >= LEAST_MENU and not re.search(r"[.!?;:,]", text) and sum(w in _function_words() for w in every) * 20 < len(every)


def _label(line: Line) -> str | None:
    """Return the rule that takes the line out, None when it belongs to the report."""
    text = line.text.strip()
    bare, count = _bare(text), words(text)
    if not re.search(r"[^\W\d_]", text):
        return "no-words"
    if bare in _set("lines") or _is_repeated_label(bare):
        return "label"
    low = text.casefold().lstrip("•*-–—|>»( ")
    if (count <= SHORT_BEGINNING and low.startswith(_starts("begins"))) or (count <= LONGEST_NOTE and low.startswith(_starts("notes"))):
        return "notice"
    if count <= LONGEST_NOTE and any(phrase in low for phrase in _starts("holds")):
        return "notice"
    if _CODES.match(text) or (count <= SHORT_BEGINNING and all(w.startswith("#") for w in text.split())):
        return "signature"
    if count <= 2 * SHORT_BEGINNING and _ADDRESS.search(text):
        return "address"
    if _is_menu(text):
        return "menu"
    if count <= LONGEST_TEASER and text.endswith(("...", "…")) and not text.startswith(('"', "“")):
        return "teaser"
    return "bar" if is_bar(text) else None


def _drop_list(lines: list[Line]) -> None:
    """Take out the headlines and teasers that follow a heading such as "Related articles"."""
    for line in lines:
        text = line.text.strip()
        if is_prose(text) or (is_bullet(text) and ends_sentence(text)):
            return
        line.drop("related")


@lru_cache(maxsize=CACHED_LINES)
def _is_other_script(text: str) -> bool:
    latin = len(LATIN.findall(text))
    return latin == 0 or (not text.isascii() and latin < MOST_LATIN * len(LETTER.findall(text)))


def drop_other_scripts(draft: Draft) -> None:
    """Take out lines in another script, but for a name or two, from a text that is written in Latin letters."""
    kept = draft.kept()
    other = [line for line in kept if _is_other_script(line.text)]
    if sum(len(line.text) for line in other) < sum(len(LATIN.findall(line.text)) for line in kept):
        for line in other:
            line.drop("other-script")


def drop_menu_items(draft: Draft) -> None:
    """Take out bulleted labels of a word or two, unless a sentence above announces a list."""
    listed = False
    for line in draft.kept():
        text = line.text.strip()
        if is_bullet(text) and words(text) <= LONGEST_LABEL and not listed:
            line.drop("label")
        listed = (text.endswith(":") and words(text) > LONGEST_LABEL) or (listed and is_bullet(text))


def drop_chrome(draft: Draft) -> None:
    """Take out labels, notices, bars of links and lists of other headlines."""
    kept = draft.kept()
    for position, line in enumerate(kept):
        bare = _bare(line.text)
        rule = _label(line)
        heads = bare in _set("lists") and any(is_prose(one.text) for one in kept[:position])
        if rule:
            line.drop(rule)
        if heads:
            line.drop("related")
            _drop_list(kept[position + 1 :])


def drop_editors_note(draft: Draft) -> None:
    """Take out a notice that the editors sign, with the lines above it ("... — The Editors")."""
    kept = draft.kept()
    for position, line in enumerate(kept[:4]):
        if re.fullmatch(r"\W*(?:The\s+)?Editors?\W*", line.text.strip()) and re.match(r"\s*[-–—]", line.text):
            for one in kept[: position + 1]:
                one.drop("editors-note")


def cut_inline(draft: Draft) -> None:
    """Cut phrases such as "(continues below)" and bare addresses out of the lines."""
    for line in draft.kept():
        line.cut_each([match.span() for match in _inline().finditer(line.text)], "inline")
        line.cut_each([match.span() for match in _URL.finditer(line.text)], "address")
