"""Specificity: how nameable a doing is, from "all possible support" to a number and a date (vocabulary: specificity.toml)."""

import re

from spacy.tokens import Span

from amity.model.acts import Specificity
from amity.reading.sectors import UNSPECIFIED, sectors
from amity.vocabulary import load


def specificity(action: Span, head_lemma: str) -> Specificity:
    """Return how specific the action is: ``none``, ``sector``, ``action`` or ``measurable``."""
    words = load("specificity")
    vague = head_lemma in words["vague_verbs"] or head_lemma in words["vague_nouns"]
    doing = not vague or _means(action)
    if _counted(action) and doing:
        return "measurable"
    if doing and not _empty(action):
        return "action"
    named = [sector for sector in sectors(action) if sector not in (UNSPECIFIED, "diplomacy")]
    return "sector" if named else "none"


def _means(action: Span) -> bool:
    """Tell whether the action names a doing as its means: "by organising fairs"."""
    words = load("specificity")
    for token in action[1:]:
        if token.lemma_.lower() in words["doings"] and token.tag_ in ("VBG", "VB") and token.dep_ in ("pcomp", "advcl", "xcomp"):
            return True
    return False


def _empty(action: Span) -> bool:
    """Tell whether a doing has no object but a general one ("provide all possible support")."""
    words = load("specificity")
    text = action.text.casefold()
    return any(re.search(rf"\b{re.escape(phrase)}\b", text) for phrase in words["general"])


def _counted(action: Span) -> bool:
    """Tell whether the action has a number, a date or a frequency."""
    words = load("specificity")
    for token in action:
        if token.like_num and token.lower_ not in words["not_counts"] and token.tag_ != "NNP":
            return True
        if token.lower_ in words["frequencies"]:
            return True
    return False
