"""A place that a holder travels to is not the place that he governs."""

from collections.abc import Callable

import pytest

from amity.model import Reading


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Ruiz will lead a mission to Kobe in June. Ties between the city of Turin and the city of Kobe are old.",
        "Mayor Ana Ruiz will visit Kobe in June. Ties between the city of Turin and the city of Kobe are old.",
        "Mayor Ana Ruiz travelled to Kobe on Monday. Ties between the city of Turin and the city of Kobe are old.",
    ],
)
def test_who_travels_comes_from_elsewhere(reading_of: Callable[..., Reading], text: str) -> None:
    reading = reading_of(text, "2024-05-16")
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names.get(post.of or "") for post in reading.posts] == ["Turin"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Ruiz of Kobe will visit Turin in June. Kobe is by the sea.",
        "The mayor of Kobe, Ana Ruiz, signed a sister-city agreement with Turin on Monday.",
    ],
)
def test_a_told_place_stays(reading_of: Callable[..., Reading], text: str) -> None:
    reading = reading_of(text, "2024-05-16")
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names.get(post.of or "") for post in reading.posts] == ["Kobe"]
