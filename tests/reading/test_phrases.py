"""Vocabulary phrases in a text: plurals, hyphens, longest first."""

import pytest

from amity.reading.parser import parse
from amity.reading.phrases import Phrases

PHRASES = Phrases({"pact": ["treaty", "sister city agreement"], "loose": ["agreement"], "short": ["MoU"]})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A treaty was signed.", [("treaty", "pact")]),
        ("Two treaties were signed.", [("treaties", "pact")]),
        ("A sister-city agreement exists.", [("sister-city agreement", "pact")]),
        ("Sister City Agreements exist.", [("Sister City Agreements", "pact")]),
        ("The MOUs and one agreement.", [("MOUs", "short"), ("agreement", "loose")]),
        ("Entreaties and disagreements.", []),
        ("A retreaty thing.", []),
    ],
)
def test_search(text: str, found: list[tuple[str, str]]) -> None:
    assert [(f.span.text, f.entry) for f in PHRASES.search(parse(text))] == found


def test_search_in_a_part_of_the_text() -> None:
    doc = parse("A treaty came first. An agreement followed.")
    assert [(f.span.text, f.span.start) for f in PHRASES.search(list(doc.sents)[1])] == [("agreement", 6)]


@pytest.mark.parametrize(
    ("words", "entry"), [("Treaty", "pact"), ("treaties", "pact"), ("sister  city-agreement", "pact"), ("paper", None)]
)
def test_entry(words: str, entry: str | None) -> None:
    assert PHRASES.entry(words) == entry
