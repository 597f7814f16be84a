"""Visits that coming and arriving tell, and uses of these verbs that tell none; congresses named for their organ."""

from collections.abc import Callable

import pytest

from amity.model import Reading
from tests.reading.events.telling import told

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A delegation from Quito came to Sapporo on Monday to mark ten years of friendship.",
            ["visit held 2024-05-13 Sapporo: Quito, Sapporo"],
        ),
        (
            "Quito Mayor Ana Ruiz arrived in Sapporo on Monday for talks on the partnership.",
            ["visit held 2024-05-13 Sapporo: Quito, Sapporo"],
        ),
        (
            "The Quito delegation travelled to Sapporo on Monday for talks on the partnership.",
            ["visit held 2024-05-13 Sapporo: Quito, Sapporo"],
        ),
    ],
)
def test_who_comes_visits(reading_of: Read, text: str, lines: list[str]) -> None:
    found = told(reading_of(text, "2024-05-16"))
    assert [line for line in found if line.startswith("visit")] == lines


@pytest.mark.parametrize(
    "text",
    [
        "Quito and Sapporo came to an agreement on water on Monday.",
        "The time has come for Quito and Sapporo to open the road.",
        "The letter arrived in Sapporo on Monday. Quito and Sapporo are sister cities.",
    ],
)
def test_what_comes_otherwise_is_no_visit(reading_of: Read, text: str) -> None:
    assert not any(line.startswith("visit") for line in told(reading_of(text, "2024-05-16")))


def test_a_congress_of_an_organs_name_is_no_event(reading_of: Read) -> None:
    text = "Ana Ruiz of the Hunan People's Political Consultative Conference (HPPCC) signed an agreement with Quito on Monday."
    assert not any(line.startswith("summit") for line in told(reading_of(text, "2024-05-16")))
