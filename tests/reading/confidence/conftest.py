"""Scenes made by hand, so that doubts are tested apart from reading."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from amity.model import Actor, Document, Evidence, Reading
from amity.reading.confidence.scene import Scene
from amity.reading.report import Fired, Report

SENTENCE = "Mayor Brandt of Linz promised that engineers will be sent to Istria by Linz ."
"""One sentence; its words are parted by spaces."""
HEADS = [1, 4, 1, 2, 4, 9, 9, 9, 9, 4, 9, 10, 9, 12, 4]
DEPS = ["compound", "nsubj", "prep", "pobj", "ROOT", "mark", "nsubjpass", "aux"]
DEPS += ["auxpass", "ccomp", "prep", "pobj", "agent", "pobj", "punct"]
POS = ["PROPN", "PROPN", "ADP", "PROPN", "VERB", "SCONJ", "NOUN", "AUX", "AUX", "VERB", "ADP", "PROPN", "ADP", "PROPN", "PUNCT"]


class Maker:
    """Builds a scene: one sentence (or a text of plain words), actors by name, mentions and rules by the words they stand on."""

    def __init__(self, text: str = SENTENCE) -> None:
        words, parsed = text.split(), text == SENTENCE
        given: dict[str, Any] = {"heads": HEADS, "deps": DEPS, "pos": POS} if parsed else {}
        self.text = text
        document = Document(id="sha256:0", path="test")
        self.report = Report(document, text, Doc(Vocab(), words=words, spaces=[True] * (len(words) - 1) + [False], **given))
        self.reading = Reading(document=document, text=text)

    def evidence(self, words: str | None = None) -> list[Evidence]:
        """Return the words as evidence, the whole text unless told."""
        start = self.text.index(words or self.text)
        end = start + len(words or self.text)
        return [Evidence(start, end, self.text[start:end])]

    def actor(self, name: str, kind: str = "municipality", form: str | None = "name", words: str | None = None, **given: Any) -> str:
        """Add an actor, mentioned where the words (its name) stand, and in the report's table."""
        local, said = f"a{len(self.reading.actors) + 1}", words or name
        start = self.text.find(said) if form is not None else -1
        spans = [(start, start + len(said))] if start >= 0 else []
        self.reading.actors.append(Actor(id=local, kind=kind, name=name, mentions=spans, **given))
        entry = self.report.table.enter(kind, name)
        if spans:
            span = self.report.doc.char_span(*spans[0])
            assert span is not None
            self.report.table.refer(span, form, entry.id)
        return local

    def sides(self, *names: str) -> None:
        """Make the actors of these names the report's sides."""
        table = self.report.table
        table.sides = tuple(actor.id for actor in table.actors.values() if actor.name in names)

    def fire(self, rule: str, words: str, detail: str = "") -> None:
        """Let a rule fire on words of the text."""
        start = self.text.index(words)
        self.report.fired.append(Fired(rule, start, start + len(words), detail))

    def scene(self, **facts: Sequence[Any]) -> Scene:
        """Return the scene with these facts added to the reading."""
        for layer, added in facts.items():
            setattr(self.reading, layer, [*getattr(self.reading, layer), *added])
        return Scene(self.report, self.reading)


@pytest.fixture
def make() -> Callable[..., Maker]:
    """The class of makers; a new one for each scene."""
    return Maker
