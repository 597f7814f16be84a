"""Organisations named in lower case beside their place."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
Kinds = Callable[[Report], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Turin city assembly met.", "Turin city assembly", "body"),
        ("Peru's foreign ministry agreed.", "foreign ministry", "body"),
        ("The Chilean embassy in Lima agreed.", "Chilean embassy", "body"),
        ("The Vinh Long department of industry and trade paid.", "Vinh Long department of industry and trade", "body"),
        ("The Peru-Chile friendship league wrote.", "Peru-Chile friendship league", "ngo"),
        ("The Arica chamber of commerce wrote.", "Arica chamber of commerce", "ngo"),
    ],
)
def test_names_in_lower_case(settled: Settled, kinds: Kinds, text: str, name: str, kind: str) -> None:
    assert kinds(settled(text)).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The Turin police band played.",
        "Turin office workers left.",
        "The Turin committee met.",
        "The assembly of Turin met.",
        "Peru's trade grew.",
    ],
)
def test_what_is_no_organisation(settled: Settled, kinds: Kinds, text: str) -> None:
    assert set(kinds(settled(text)).values()) <= {"state", "municipality"}
