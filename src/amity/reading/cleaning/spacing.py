"""Spacing: spaces that were lost after full stops and between words."""

import re
from collections import Counter

from amity.reading.cleaning.characters import lone_marks
from amity.reading.cleaning.draft import Draft
from amity.reading.cleaning.lexicon import is_common_word, is_word
from amity.vocabulary import load, per_language

_MISSING = (
    re.compile(r"(?<=[a-z0-9)”’\"]{2})[.!?](?=[A-Z“‘][^\W\d_]*[\s,’'“])"),  # the old port.They
    re.compile(r"(?<=[.!?,]”)(?=[A-Za-z])|(?<=[a-z]”)(?=[A-Z])"),  # “a new page,”she said
    re.compile(r"(?<=\w)[,;](?=[^\W\d_])"),  # talks,said
    re.compile(r"(?<=[^\W\d_]{2}\))(?=[^\W\d_]{2})"),  # (MoU)and
    re.compile(r"(?<=[a-z]{3})(?=\([A-Z])"),  # council(NTC)
    re.compile(r"(?<=[a-z]s)’(?=[a-z]{3})"),  # towns’ports
)
_TOO_MANY = re.compile(r"^\s+|\s+$|(?<=\s)\s+|\s+(?=[,;]\s)")
_MAY_MISS = re.compile(r"[.!?][A-Z“‘]|[,;)”][^\W\d_]|[a-z]\(|s’[a-z]")  # without any of these none of them is missing
_TOKEN = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"^([^\W\d_]*[a-z]{2})([A-Z][a-z]{2,})$")
LEAST_PART = 4  # letters of the word that a function word is stuck to: "thepast", but not "andes"
LEAST_WHOLE = 5  # letters of a token that may be two words
MOST_WHOLE = 50  # and the most: longer ones are no two words
MANY = 3  # such tokens show that the text lost its spaces throughout


@per_language
def _fused(name: str) -> frozenset[str]:
    return frozenset(load("chrome")["fused"][name])


def space_stops(draft: Draft) -> None:
    """Put back the space after a full stop, a comma or a bracket."""
    for line in draft.kept():
        for pattern in _MISSING if _MAY_MISS.search(line.text) else ():
            line.replace_each([(match.end(), match.end()) for match in pattern.finditer(line.text)], " ")


def _function_split(token: str, own: Counter[str]) -> tuple[int, bool] | None:
    """Return where a function word is stuck to another word, and whether that alone is sure."""
    for at in range(2, len(token) - 1):
        head, tail = token[:at], token[at:]
        for word, other in ((head, tail), (tail, head)):
            if word not in _fused("sure") and word not in _fused("likely"):
                continue
            if other in _fused("sure"):  # "ofthe"
                return at, True
            if len(other) < LEAST_PART:
                continue
            if (is_common_word(other) and other.islower()) or (other in own and other != token):
                return at, word in _fused("sure")
    return None


def _content_split(token: str, own: Counter[str]) -> int | None:
    """Return where two words of some length meet, both known; None when there is no such place or more than one."""
    camel = _CAMEL.match(token)
    if camel:
        return camel.end(1)
    found = [
        at
        for at in range(LEAST_PART - 1, len(token) - LEAST_PART + 2)
        if (token[:at] in own or (is_common_word(token[:at]) and at >= LEAST_PART)) and is_common_word(token[at:]) and token[at:].islower()
    ]
    return found[0] if len(found) == 1 else None


def _suspects(own: Counter[str]) -> list[str]:
    """Return the tokens that are no word and occur once."""
    once = (t for t in own if LEAST_WHOLE <= len(t) <= MOST_WHOLE and own[t] == 1)
    return [t for t in once if not t.isupper() and t.lower() not in _fused("whole") and not is_word(t)]


def part_words(draft: Draft) -> None:
    """Part words that lost the space between them; the more of them a text has, the less each needs to show."""
    lines = draft.kept()
    own = Counter(token for line in lines for token in _TOKEN.findall(line.text))
    suspects = _suspects(own)
    function = {t: split for t in suspects if (split := _function_split(t, own))}
    content = {t: at for t in suspects if t not in function and (at := _content_split(t, own))}
    sure = sum(certain for _, certain in function.values())
    splits = {t: at for t, (at, certain) in function.items() if certain or sure + len(function) > MANY}
    if len(function) + sum(is_word(t[:at]) and is_word(t[at:]) for t, at in content.items() if _CAMEL.match(t)) >= MANY:
        splits |= content
    for line in lines if splits else []:
        places = [match.start() + splits[match[0]] for match in _TOKEN.finditer(line.text) if match[0] in splits]
        line.replace_each([(at, at) for at in places], " ")


def tidy(draft: Draft) -> None:
    """Trim the lines, make each run of spaces one, and read marks that stand alone only now."""
    for line in draft.lines:
        if (mended := lone_marks(line.text)) != line.text:
            line.replace(0, len(line.text), mended)
        if not _is_tidy(line.text):
            line.replace_each([match.span() for match in _TOO_MANY.finditer(line.text)], "")


def _is_tidy(text: str) -> bool:
    """Tell whether the words stand apart by one space each, and no mark by one."""
    return " ".join(text.split()) == text and " ," not in text and " ;" not in text
