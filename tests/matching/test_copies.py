"""Copies: syndicated text is one source; two reporters of one event are two."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.matching.copies import alike, copied, copies, named, other_names, sketch, sketch_keys
from amity.matching.inmemory import match
from tests.matching.helpers import names
from tests.matching.make import Maker

WIRE = """The mayors of the two harbour towns walked along the breakwater on Tuesday before they sat down to talk about ferries.
A boat that carries eighty passengers would leave every morning at seven, the hosts explained, and come back after dark.
Nobody had crossed the strait by a regular line since the old pier was washed away, the harbour master recalled.
The guests brought drawings of a terminal with a roof of slate, and a list of firms that might lease the shops inside.
Both councils have to vote on the money before the summer, which the fishermen of the outer islands look forward to.
In the evening a choir of schoolchildren sang, and the oldest captain of the coast was given a lantern."""
OTHER = """Ferries were the subject when the heads of two coastal councils met this week, and slate roofs came up as well.
According to people in the room, a vessel for eighty travellers is to be hired first and bought later if enough tickets sell.
A terminal has been drawn already, with room for shops, while the councils still look for the money that all this needs.
Old sailors remember the pier that a storm took, and many on the islands would be glad of a daily line to the mainland."""


def _words(count: int, seed: int) -> str:
    chosen = Random(seed)
    return " ".join(f"w{chosen.randrange(5000)}" for _ in range(count))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WIRE, WIRE),
        (WIRE, f"HARBOUR NEWS\nTowns plan a ferry\n{WIRE}\nSubscribe to our letter. All rights reserved."),
        (WIRE, WIRE.replace("on Tuesday", "this week").replace("recalled", "said")),
        (WIRE, "\n".join(WIRE.split("\n")[:4])),
        (WIRE.upper(), WIRE),
    ],
)
def test_copied(one: str, other: str) -> None:
    assert copied(sketch(one), sketch(other))
    assert sketch_keys(sketch(one)) & sketch_keys(sketch(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WIRE, OTHER),
        (WIRE, "\n".join([*OTHER.split("\n"), WIRE.split("\n")[0]])),
        ("Too short to tell.", "Too short to tell."),
        (_words(300, 1), _words(300, 2)),
        ("", ""),
    ],
)
def test_not_copied(one: str, other: str) -> None:
    assert not copied(sketch(one), sketch(other))


def test_groups_of_copies_chain() -> None:
    lines = WIRE.split("\n")
    sketches = {"a": sketch(WIRE), "b": sketch("\n".join(lines[:5])), "c": sketch("\n".join(lines[1:])), "d": sketch(OTHER)}
    assert copies(sketches) == [("a", "b", "c")]


@settings(max_examples=20, deadline=None)
@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_documents_does_not_matter(order: list[str]) -> None:
    texts = {"a": WIRE, "b": WIRE + " And more.", "c": OTHER, "d": OTHER + " The end."}
    assert copies({name: sketch(texts[name]) for name in order}) == [("a", "b"), ("c", "d")]


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_the_estimate_is_near_the_truth(seed: int) -> None:
    """Half of the runs in common: the estimate lies within four standard errors of a third."""
    shared, mine, yours = _words(400, seed), _words(400, seed + 20_000), _words(400, seed + 40_000)
    assert abs(alike(sketch(f"{shared} {mine}"), sketch(f"{shared} {yours}")) - 1 / 3) < 0.17


def test_reports_of_a_register() -> None:
    readings = [Maker(name, text=text).reading() for name, text in (("one", WIRE), ("two", f"Headline\n{WIRE}"), ("three", OTHER))]
    assert names(match(readings).copies) == [("sha256:one", "sha256:two")]


FORM = """The governor of {0} received the ambassador of Chile in {1} on Tuesday, and both spoke of copper, of schools and of the sea.
The governor said that {0} would build {2} greenhouses with seeds from abroad before the end of the year, and thanked the guest.
The ambassador promised to bring {3} teachers to {1} and invited the governor, together with {4}, to see the gardens of Valparaiso."""


def test_a_form_filled_in_for_another_place_is_no_copy() -> None:
    one = sketch(FORM.format("Jalisco", "Guadalajara", 12, 30, "Mayor Ortega"))
    other = sketch(FORM.format("Gangwon", "Chuncheon", 15, 45, "Mayor Hwang"))
    again = sketch(FORM.format("Jalisco", "Guadalajara", 12, 30, "Mayor Ortego"))
    assert alike(one, other) > 0.4
    assert other_names(one, other)
    assert not copied(one, other)
    assert copied(one, again)


def test_texts_with_few_names_are_not_told_apart_by_them() -> None:
    assert named("Fish came back to the river.") == ()
    assert not other_names(sketch(WIRE), sketch(WIRE.replace("Tuesday", "Monday")))


def test_names_and_numbers_of_a_text() -> None:
    assert named("On Monday Governor Ruiz of Jalisco planted 1,200 trees in Peru. Nobody else did.") == ("1,200", "jalisco", "peru", "ruiz")
