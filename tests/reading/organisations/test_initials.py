"""Organisations told by their acronym, in whatever language they are named."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
Kinds = Callable[[Report], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rada Miejska (RM) approved the plan.", "Rada Miejska"),
        ("They wrote to the Dewan Kota (DK). The DK approved it.", "Dewan Kota"),
        ("The Junta de Vecinos (JV) approved the plan.", "Junta de Vecinos"),
    ],
)
def test_names_with_their_initials(settled: Settled, kinds: Kinds, text: str, name: str) -> None:
    assert kinds(settled(text)).get(name) == "body"


@pytest.mark.parametrize(
    "text",
    [
        "A Memorandum of Understanding (MOU) was signed.",
        "They spoke of Gross Output (GO).",
        "The Rada Miejska (XY) approved the plan.",
        "The Green Trade Agreement (GTA) helps them.",
    ],
)
def test_other_acronyms(settled: Settled, kinds: Kinds, text: str) -> None:
    assert kinds(settled(text)) == {}
