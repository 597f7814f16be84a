"""Headlines: the title over a report goes to the document; kickers, decks and labels around it are taken out."""

import re

from rapidfuzz import fuzz

from amity.reading.cleaning.draft import Draft, Line, ends_sentence, is_bullet, is_prose, words
from amity.reading.cleaning.lexicon import is_word
from amity.reading.cleaning.stamps import is_dated, note_published

SAME_TITLE = 90  # percent of likeness at which a line is the document's title again
LEAST_TITLE = 3  # words
LONGEST_TRAILER = 12  # words of an unfinished line after the last paragraph: an office's name, a label
LONGEST_SUBHEAD = 14  # words
FUSED_TITLE = (4, 22)  # words of a headline that a sentence is stuck to
FUSED_BODY = 8  # words that must follow it
_FUSED = re.compile(r"(?<![^\W_])([^\W\d_]*[a-z])([A-Z][a-z]+)(?=\s)")
_FUSED_PLACE = re.compile(
    r"(?<=[a-z’'?!)\"”] )(?=[A-Z]{4,}[A-Z\s]{0,20}(?:,\s[\w\s.,]{3,30})?\s*(?:\([A-Z][\w\s]{1,20}\))?\s*(?:--|–|—)\s)"
    r"|(?<=[a-z])(?=[A-Z]{4,}[\s,(])"
)
_SITE = re.compile(r"\s*[|»]\s*[^|»]{2,40}$")


def _first_prose(lines: list[Line]) -> int | None:
    """Return where the report begins; a short bulleted line above it belongs to a menu."""
    prose = [i for i, line in enumerate(lines) if line.role == "body" and is_prose(line.text)]
    return next((i for i in prose if not is_bullet(lines[i].text) or words(lines[i].text) > LONGEST_TRAILER), None)


def _content(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.casefold()))


def _choose(candidates: list[Line], body: str) -> Line | None:
    """Return the line that shares most words with the report below: the headline, not the kicker or the site's name."""
    content = _content(body)
    fit = [line for line in candidates if words(line.text) >= LEAST_TITLE and not is_bullet(line.text) and not is_dated(line.text)]
    return max(fit, key=lambda line: len(_content(line.text) & content), default=None)


def take_headline(draft: Draft) -> None:
    """Move the lines above the first paragraph out of the text; the best of them is the document's title when none was given."""
    kept = draft.kept()
    first = _first_prose(kept)
    if first is None:
        return
    leading = [line for line in kept[:first] if line.role == "body"]
    title = _choose(leading, " ".join(line.text for line in kept[first:][:3]))
    if title is not None and draft.document.title is None:
        draft.document.title = _SITE.sub("", title.text.strip())
    for line in leading:
        note_published(draft, line.text)
        line.drop("headline" if line is title else "kicker")


def drop_title_again(draft: Draft) -> None:
    """Take out lines that only say the title again, wherever they stand."""
    title = (draft.document.title or "").casefold().strip()
    kept = draft.kept()
    for line in kept:
        text = line.text.strip().rstrip("|.").strip().casefold()
        if title and len(kept) > 1 and len(text) >= len(title) / 2 and fuzz.ratio(text, title) >= SAME_TITLE:
            line.drop("headline")


def _fusion(text: str, vocabulary: set[str]) -> int | None:
    """Return where a headline ends and a sentence stuck to it begins."""
    place = _FUSED_PLACE.search(text)
    if place and FUSED_TITLE[0] <= words(text[: place.start()]) <= FUSED_TITLE[1] and not re.search(r"[.;]\s", text[: place.start()]):
        return place.start()
    for match in _FUSED.finditer(text):
        head, tail = text[: match.end(1)], text[match.start(2) :]
        left, right = match.groups()
        known = (left in vocabulary if left[:1].isupper() else is_word(left)) and (is_word(right) or right in vocabulary)
        if known and FUSED_TITLE[0] <= words(head) <= FUSED_TITLE[1] and words(tail) >= FUSED_BODY and not re.search(r"[.;?!]\s", head):
            return match.end(1)
    return None


def part_fused_headline(draft: Draft) -> None:
    """Set a headline apart from the first sentence that it is stuck to."""
    kept = draft.kept()
    if draft.document.title is not None or not kept or kept[0].role != "body" or not is_prose(kept[0].text):
        return
    vocabulary = {word for line in kept for word in re.findall(r"[^\W\d_]+", line.text)}
    at = _fusion(kept[0].text, vocabulary)
    if at is not None:
        draft.insert_after(kept[0], kept[0].split(at))


def drop_trailers(draft: Draft) -> None:
    """Take out short unfinished lines after the last paragraph."""
    kept = draft.kept()
    if _first_prose(kept) is None:
        return
    for line in reversed(kept):
        text = line.text.strip()
        if is_prose(text) or is_bullet(text) or ends_sentence(text) or words(text) > LONGEST_TRAILER or line.role == "caption":
            return
        line.drop("trailer")


def mark_subheads(draft: Draft) -> None:
    """Give unfinished short lines between paragraphs the role ``headline``; items of a list stay body."""
    in_list, kept = False, draft.kept()
    for line in kept:
        text = line.text.strip()
        if line.role != "caption":
            subhead = not (in_list or is_prose(text) or is_bullet(text) or ends_sentence(text)) and words(text) <= LONGEST_SUBHEAD
            line.role = "headline" if subhead and len(kept) > 1 else "body"
        in_list = text.endswith(":") or (in_list and not is_prose(text))
