"""Announced lists: items of content after a line that ends with a colon ("the two sides agreed on the following:")."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from amity.reading.acts import Act
from amity.reading.agents import is_text
from amity.reading.clauses import Clauses, has_to, is_verb, verb_form
from amity.vocabulary import load


@dataclass
class Announcement:
    """What the items after a colon are: their force, and the word that says so."""

    force: int
    word: Token
    basis: Token | None


def announced(sentence: Span) -> Announcement | None:
    """Return what the sentence announces when it ends with a colon and names what follows."""
    words = [token for token in sentence if not token.is_space]
    if not words or words[-1].text != ":":
        return None
    forces: dict[str, int] = load("announcements")["forces"]
    told = next((token for token in words if token.lemma_.lower() in forces), None)
    if told is None:
        return None
    text = next((token for token in words if is_text(token) and token.i != told.i), None)
    return Announcement(forces[told.lemma_.lower()], told, text)


def item_act(clauses: Clauses, sentence: Span, announcement: Announcement) -> Act | None:
    """Return the act of an item: an infinitive, an -ing form, a bare verb or the noun of a doing; None where the list has ended."""
    root = sentence.root
    if not _is_item(clauses, root):
        return None
    return Act("announced-item", announcement.word, announcement.word, root, announcement.force, announcement.force, basis=announcement.basis)


def _is_item(clauses: Clauses, root: Token) -> bool:
    if is_verb(root):
        form = verb_form(root)
        return clauses.own_subject(root) is None and (form in ("gerund", "bare") or has_to(root))
    return root.lemma_.lower() in load("manner")["action_nouns"] + load("specificity")["doings"] and not any(is_verb(c) for c in root.children if c.dep_ == "ccomp")
