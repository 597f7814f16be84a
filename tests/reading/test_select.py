"""Which actors a reading keeps, and under which ids."""

from collections.abc import Callable

import pytest

from amity.model import Document, Reading
from amity.reading.clean import Cleaned
from amity.reading.pipeline import read_cleaned

Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def read() -> Read:
    """A function from a text to its reading."""
    return lambda text: read_cleaned(Cleaned(Document(id="sha256:0", path="test"), text))


PACT = "Turin and Lyon signed a memorandum of understanding on trade in Geneva on May 3, 2021. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (PACT, "Turin"),
        (PACT + "Arica suspended its twinning agreement with Tacna.", "Tacna"),
        (PACT + "The step was praised by the Foreign Ministry of Peru.", "Foreign Ministry of Peru"),
        (PACT + "The mayors of Arica were there.", "Arica"),
        (PACT + "Ana Ruiz, director of the Turin Trade Office, spoke.", "Turin Trade Office"),
    ],
)
def test_actors_with_a_part(read: Read, text: str, name: str) -> None:
    assert name in {a.name for a in read(text).actors}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (PACT, "Geneva"),
        (PACT + "Snow fell in Oslo.", "Oslo"),
        (PACT + "Oslo's parks are large.", "Oslo"),
        (PACT + "The old road to Oslo is closed.", "Oslo"),
    ],
)
def test_mere_places(read: Read, text: str, name: str) -> None:
    assert name not in {a.name for a in read(text).actors}


def test_reports_about_something_else_keep_nobody(read: Read) -> None:
    assert read("Snow fell in Oslo. Bergen won the match against Tromso.").actors == []


def test_ids_follow_the_first_mention(read: Read) -> None:
    actors = read(PACT).actors
    assert [a.id for a in actors] == [f"a{n}" for n in range(1, len(actors) + 1)]
    assert [a.mentions[0] for a in actors] == sorted(a.mentions[0] for a in actors)


def test_mentions_are_spans_of_the_text(read: Read) -> None:
    reading = read(PACT + "The two cities will open schools.")
    turin = next(a for a in reading.actors if a.name == "Turin")
    assert [reading.text[s:e] for s, e in turin.mentions] == ["Turin", "The two cities"]


def test_every_id_exists(read: Read) -> None:
    reading = read(PACT + "Mayor of Turin Ana Ruiz said Turin will build a school in Lyon. The two cities agreed to meet again.")
    ids = {a.id for a in reading.actors}
    referred = [s for i in reading.instruments for s in i.parties] + [b for s in reading.statements for b in (*s.by, *s.to)]
    referred += [p.actor for e in reading.events for p in e.participants] + [s for e in reading.events for s in e.sides]
    assert referred
    assert set(referred) <= ids
