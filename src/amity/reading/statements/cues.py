"""Cues: the words that give a statement its force, and the frames in which they take an action (vocabulary: cues.toml)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from spacy.tokens import Token

from amity.reading.sequences import token_lowers
from amity.vocabulary import load, per_language

CueKind = Literal["verbs", "adjectives", "impersonal", "nouns"]
INNER = "inner"


@dataclass(frozen=True)
class Frame:
    """How a cue takes its action: ``force`` is None where the cue takes the force of what it introduces."""

    force: int | None
    nouns: frozenset[str] = frozenset()
    """Dictionary forms, one of which the noun phrase must hold; empty where any noun serves."""


@dataclass(frozen=True)
class Cue:
    """One entry of the vocabulary: its words and its frames."""

    words: tuple[str, ...]
    kind: CueKind
    frames: Mapping[str, Frame] = field(hash=False)
    hosts: frozenset[str] = frozenset()
    present: bool = False
    """The cue counts in the present tense or under a modal only: "supports the plan", not "supported the plan"."""

    would: bool = False
    """The cue counts after "would" only: "would like to open"."""
    doings: bool = False
    """A noun phrase counts only where it names a doing: "the need for cooperation", not "for the meeting"."""
    growing: bool = False
    """It counts only where it grows, too: "the importance of closer cooperation"."""

    direct: bool = False
    """The noun counts only as the verb's own object: "voiced support for", not "sent a letter of support for"."""
    whole: bool = False
    """The noun belongs to its action: "support for the plan"."""

    @property
    def reports(self) -> bool:
        """Tell whether the cue only introduces what is said."""
        return all(frame.force is None for frame in self.frames.values())


@dataclass(frozen=True)
class Modal:
    """The force of a modal verb: of a side about its own action, and of all sides together."""

    own: int
    joint: int
    reported: bool = False
    """The modal carries force in reported speech only: "the mayor said they would open"."""


def cue_at(token: Token, kind: CueKind) -> Cue | None:
    """Return the longest cue of the kind that begins at the token."""
    table = _table(kind)
    for cue in table.get(token.lemma_.lower(), ()) or table.get(token.lower_, ()):
        if len(cue.words) == 1 or token_lowers(token.doc)[token.i + 1 : token.i + len(cue.words)] == list(cue.words[1:]):
            return cue
    return None


def modal_at(token: Token) -> Modal | None:
    """Return the force of a modal verb."""
    modals = _modals()
    return modals.get(token.lower_) or modals.get(token.lemma_.lower())


@per_language
def _table(kind: CueKind) -> dict[str, list[Cue]]:
    table: dict[str, list[Cue]] = {}
    for entry in load("cues")[kind]:
        for phrase in entry["words"]:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append(_cue(words, kind, entry))
    for cues in table.values():
        cues.sort(key=lambda cue: -len(cue.words))
    return table


def _cue(words: tuple[str, ...], kind: CueKind, entry: Mapping[str, Any]) -> Cue:
    frames = {name: _frame(value) for name, value in entry["frames"].items()}
    hosts = load("cues")["hosts"][entry.get("hosts", "any")] if kind == "nouns" else ()
    flags = {flag: bool(entry.get(flag)) for flag in ("present", "would", "doings", "growing", "direct", "whole")}
    return Cue(words, kind, frames, frozenset(hosts), **flags)


def _frame(value: int | str | Mapping[str, Any]) -> Frame:
    if isinstance(value, Mapping):
        return Frame(_force(value["force"]), _words(value["nouns"]))
    return Frame(_force(value))


def _force(value: int | str) -> int | None:
    return None if value == INNER else int(value)


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


@per_language
def _modals() -> dict[str, Modal]:
    return {word: Modal(entry["own"], entry["joint"], entry.get("reported", False)) for word, entry in load("cues")["modals"].items()}
