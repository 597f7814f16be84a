"""Weights of sides: roles of mentions, places in one another, titles."""

from collections.abc import Callable

import pytest

from amity.model import Actor, PlaceReference
from amity.reading.parser import parse
from amity.reading.places import state_of
from amity.reading.report import ActorTable, Report
from amity.reading.representation import is_authority, listed, nested, role

Settled = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Turin agreed.", "Turin", "subject"),
        ("Turin and Lyon agreed.", "Lyon", "subject"),
        ("They signed with Turin.", "Turin", "partner"),
        ("Talks between Turin and Lyon began.", "Lyon", "partner"),
        ("They met in Turin.", "Turin", "place"),
        ("Localities in Turin agreed.", "Turin", "modifier"),
        ("Turin's mayor agreed.", "Turin", "modifier"),
        ("They thanked Turin.", "Turin", "object"),
    ],
)
def test_roles(text: str, word: str, part: str) -> None:
    assert role(next(t for t in parse(text) if t.text == word)) == part


@pytest.mark.parametrize(("text", "word", "first"), [("Turin and Lyon agreed.", "Lyon", "Turin"), ("Turin agreed.", "Turin", "Turin")])
def test_lists_have_the_role_of_their_first(text: str, word: str, first: str) -> None:
    assert listed(next(t for t in parse(text) if t.text == word)).text == first


def _actor(kind: str, country: str, geonames: int | None = None) -> Actor:
    return Actor(id="a1", kind=kind, name="X", country=country, place=PlaceReference(name="X", geonames=geonames))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "inside"),
    [
        (_actor("state", "PE"), _actor("province", "PE"), True),
        (_actor("municipality", "PE"), _actor("state", "PE"), True),
        (_actor("province", "JP", 2130037), _actor("municipality", "JP", 2128295), True),
        (_actor("province", "JP", 2130037), _actor("municipality", "JP", 1850147), False),
        (_actor("state", "PE"), _actor("province", "CL"), False),
        (_actor("municipality", "PE"), _actor("municipality", "PE"), False),
    ],
)
def test_places_in_one_another(one: Actor, other: Actor, inside: bool) -> None:
    assert nested(one, other) is inside


@pytest.mark.parametrize(
    ("name", "kind", "governs"),
    [
        ("Vinh Long People's Committee", "body", True),
        ("People’s Council of Vinh Long", "body", True),
        ("Turin Trade Office", "body", False),
        ("People's Committee Club", "ngo", False),
    ],
)
def test_bodies_that_govern(name: str, kind: str, governs: bool) -> None:
    assert is_authority(Actor(id="a1", kind=kind, name=name)) is governs  # type: ignore[arg-type]


def test_states_are_entered_once() -> None:
    table = ActorTable()
    assert state_of(table, "PE") is state_of(table, "PE")
    assert [(a.name, a.kind, a.country) for a in table.actors.values()] == [("Peru", "state", "PE")]


@pytest.mark.parametrize(
    ("title", "text", "sides"),
    [
        ("Turin signs pact in Oslo", "Turin and Lyon signed a pact. Oslo was cold.", {"Turin", "Lyon"}),
        ("Peruvian, Chilean ministers meet", "Talks were held on Monday in Oslo.", {"Peru", "Chile"}),
    ],
)
def test_titles(settled: Settled, title: str, text: str, sides: set[str]) -> None:
    table = settled(text, title).table
    assert {table.actors[a].name for a in table.sides} == sides


def test_organisations_are_sides_where_no_place_outweighs_them(settled: Settled) -> None:
    table = settled("Otago University and Lima University signed a pact. Otago University will teach.").table
    assert {table.actors[a].name for a in table.sides} == {"Otago University", "Lima University"}
