"""Announced lists: items of content after a line that announces them ("the two sides agreed on the following:")."""

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from amity.reading.sequences import text_of
from amity.reading.statements.acts import Act
from amity.reading.statements.agents import is_text
from amity.reading.statements.clauses import Clauses, has_to, is_verb, verb_form
from amity.reading.statements.texts import AGREED
from amity.vocabulary import load

BULLET = re.compile(r"\s*(?:[-–—•*·+►▪]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])?\s*(?:(?:\d{1,2}|[a-z])[.)]\s*)?")


@dataclass
class Announcement:
    """What the items after a colon are: their force, and the word that says so."""

    force: int
    word: Token
    basis: Token | None


def announced(sentence: Span) -> Announcement | None:
    """Return what the sentence announces when it ends with a colon or says "as follows", and names what follows."""
    words = [token for token in sentence if not token.is_space]
    follows = any(token.lower_ in ("follows", "following") for token in words[-4:])
    if not words or not (words[-1].text == ":" or follows):
        return None
    return _announcement(words)


def names_list(head: Token) -> bool:
    """Tell whether an action is only the name of the list that follows ("agreed on the following measures:")."""
    return head.lower_ == "following" or head.lemma_.lower() in load("announcements")["forces"]


def inline_items(sentence: Span) -> list[Act]:
    """Return the acts of a list that follows a colon inside the sentence ("the pact stipulates: sharing data; training nurses")."""
    colon = next((token.i for token in sentence if token.text == ":"), None)
    told = _announcement(list(sentence.doc[sentence.start : colon])) if colon is not None else None
    if colon is None or told is None:
        return []
    starts = [colon + 1, *(token.i + 1 for token in sentence.doc[colon : sentence.end] if token.text == ";")]
    items = [sentence.doc[start:end] for start, end in zip(starts, [*(start - 1 for start in starts[1:]), sentence.end], strict=True)]
    heads = [head for item in items if (head := _head_of_item(item)) is not None]
    return [_act(told, head) for head in heads]


def _act(announcement: Announcement, head: Token) -> Act:
    word, force = announcement.word, announcement.force
    return Act("announced-item", word, word, head, force, force, basis=announcement.basis)


def _head_of_item(item: Span) -> Token | None:
    """Return the verb or noun that an item begins with, after a bullet, a number, "and" or "to"."""
    words = [token for token in item if token.is_alpha and token.lower_ not in ("to", "and", "or", "i", "ii", "iii", "a", "b", "c", "the")]
    if not words:
        return None
    first = words[0] if words[0].pos_ != "ADV" or len(words) == 1 else words[1]
    doings = {*load("manner")["action_nouns"], *load("specificity")["doings"], *load("specificity")["general"]}
    if _verb_word(first) or first.tag_ in ("VB", "VBG"):
        return first
    root = item.root
    return root if root.lemma_.lower() in doings and root.pos_ in ("NOUN", "PROPN") else None


def _announcement(words: list[Token]) -> Announcement | None:
    forces: dict[str, int] = load("announcements")["forces"]
    told = next((token for token in words if token.lemma_.lower() in forces), None)
    if told is None:
        return None
    text = next((token for token in words if is_text(token) and token.i != told.i), None)
    return Announcement(forces[told.lemma_.lower()], told, text)


def unannounced(sentence: Span, telling_text: bool) -> Announcement | None:
    """Return what a line is that begins with a bare verb right after a sentence about a text: an item of its content."""
    first = _first_of_line(sentence)
    if not telling_text or first is None or not _verb_word(first):
        return None
    return Announcement(AGREED, first, first)


def item_act(clauses: Clauses, sentence: Span, announcement: Announcement) -> Act | None:
    """Return the act of an item: an infinitive, an -ing form, a bare verb or the noun of a doing; None where the list has ended."""
    head = _item_head(clauses, sentence)
    if head is None:
        return None
    return _act(announcement, head)


def _item_head(clauses: Clauses, sentence: Span) -> Token | None:
    root, first = sentence.root, _first_of_line(sentence)
    if first is not None and _verb_word(first) and (not is_verb(root) or root.i == first.i):
        return first
    if is_verb(root):
        form = verb_form(root)
        return root if clauses.own_subject(root) is None and (form in ("gerund", "bare") or has_to(root)) else None
    doings = {*load("manner")["action_nouns"], *load("specificity")["doings"]}
    return root if root.lemma_.lower() in doings and not any(clauses.dep(child) == "ccomp" for child in root.children) else None


def _first_of_line(sentence: Span) -> Token | None:
    """Return the first word of the sentence where only a bullet or a number stands before it in its line."""
    first = next((token for token in sentence if token.is_alpha), None)
    if first is None:
        return None
    text = text_of(sentence.doc)
    return first if BULLET.fullmatch(text[text.rfind("\n", 0, first.idx) + 1 : first.idx]) else None


def _verb_word(token: Token) -> bool:
    """Tell whether the word is a verb of doing in its base or -ing form, which the tagger may take for a name at the start of a line."""
    words = load("specificity")
    verbs = {*words["growth"], *words["concrete"], *words["founding"], *words["means"]}
    return token.lower_ in verbs or (token.tag_ in ("VB", "VBG") and token.lemma_.lower() in verbs)
