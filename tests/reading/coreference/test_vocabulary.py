"""The nouns of descriptions are data: a noun that is added needs no code."""

from collections.abc import Callable
from typing import Any

import pytest

from amity.reading.coreference import description
from amity.reading.report import Report
from amity.vocabulary import load

Settled = Callable[..., Report]
Means = Callable[[Report, str], list[str]]
SECTIONS = ("persons", "jurisdictions", "organisations", "groups", "governments")


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    """The vocabulary with one new noun of each sort."""
    data: dict[str, Any] = {**load("coreference")}
    data["persons"] = {**data["persons"], "burgomaster": ["mayor"]}
    data["jurisdictions"] = {**data["jurisdictions"], "megalopolis": ["municipality"]}
    monkeypatch.setattr(description, "load", lambda subject: data)
    description.nouns_of.cache_clear()
    description.nouns.cache_clear()
    description.last_words.cache_clear()


@pytest.fixture(autouse=True)
def _fresh_vocabulary() -> Any:
    yield
    description.nouns_of.cache_clear()
    description.nouns.cache_clear()
    description.last_words.cache_clear()


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mayor of Turin Ana Ruiz met Governor of Puno Tom Quispe. The burgomaster agreed.", "The burgomaster", "Ana Ruiz"),
        ("Turin invited teachers from Peru. The megalopolis will pay.", "The megalopolis", "Turin"),
    ],
)
def test_a_new_noun_touches_no_code(settled: Settled, means: Means, text: str, words: str, name: str) -> None:
    assert means(settled(text), words) == [name]


@pytest.mark.parametrize("section", SECTIONS)
def test_nouns_are_in_lower_case(section: str) -> None:
    assert all(noun == noun.lower() for noun in load("coreference")[section])


@pytest.mark.parametrize("section", ["jurisdictions", "governments"])
def test_nouns_of_places_name_kinds(section: str) -> None:
    kinds = {kind for told in load("coreference")[section].values() for kind in told}
    assert kinds <= {"state", "province", "municipality", "district"}


def test_groups_name_kinds_or_all() -> None:
    kinds = {kind for told in load("coreference")["groups"].values() for kind in told}
    assert kinds <= {"state", "province", "municipality", "district", "person", "organisation", "any"}
