"""Which actors a reading keeps, and under which ids."""

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from amity.model import Document, Reading
from amity.reading.clean import Cleaned
from amity.reading.parser import parse
from amity.reading.pipeline import read_cleaned
from amity.reading.select import PARTS, acted_for, acting_subject, agent, partner

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


@pytest.mark.parametrize(
    ("text", "word", "rule"),
    [
        ("Arica approved a motion.", "Arica", acting_subject),
        ("Arica and Tacna are twinned.", "Tacna", acting_subject),
        ("They were invited by Arica.", "Arica", agent),
        ("The pact was praised by Tacna and Arica.", "Arica", agent),
        ("They value cooperation between Arica and Tacna.", "Tacna", partner),
        ("They cut their links with Arica.", "Arica", partner),
        ("The leaders of Arica came.", "Arica", acted_for),
        ("The twinning of Arica and Tacna pleased them.", "Tacna", acted_for),
        ("A delegation from Arica came.", "Arica", acted_for),
        ("The ASEAN chair came.", "ASEAN", acted_for),
    ],
)
def test_grammar_of_parts(text: str, word: str, rule: Callable[[Token], bool]) -> None:
    assert rule(next(t for t in parse(text) if t.text == word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They met in Arica.", "Arica"),
        ("Arica is a port.", "Arica"),
        ("Arica's streets are old.", "Arica"),
        ("The road between Arica and Tacna is closed.", "Tacna"),
        ("The winds of Arica are strong.", "Arica"),
    ],
)
def test_grammar_of_no_part(text: str, word: str) -> None:
    token = next(t for t in parse(text) if t.text == word)
    assert not any(rule(token) for rule in PARTS)


def test_lists_share_their_part(read: Read) -> None:
    names = {a.name for a in read(PACT + "The leaders of Arica, Tacna and Puno were there.").actors}
    assert {"Arica", "Tacna", "Puno"} <= names


def test_relations_between_states_are_background_between_cities(read: Read) -> None:
    names = {a.name for a in read(PACT + "It will serve cooperation between Norway and Chile in general.").actors}
    assert not names & {"Norway", "Chile"}
