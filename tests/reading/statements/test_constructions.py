"""Constructions of statements beyond the plain cue: plans, resolutions of gatherings, thanks, remarks, parts of texts."""

from collections.abc import Callable

import pytest

from amity.model import Statement

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "force", "action"),
    [
        # what is to be done
        ("Nagano is to open an office in Bergen.", 4, "open an office in Bergen"),
        ("Bergen and Nagano are to build a ski jump.", 5, "build a ski jump"),
        ("They are going to train forty nurses.", 5, "train forty nurses"),
        ("A fishing protocol is to be signed in June.", 3, "A fishing protocol is to be signed in June"),
        ("The important thing is to open a ferry line, Berg said.", 2, "open a ferry line"),
        ("Berg was tasked to repair the quay.", 4, "repair the quay"),
        # gatherings resolve, decisions are made
        ("The meeting also resolved that a school be opened.", 5, "a school be opened"),
        ("The conference recommended opening a fish market.", 2, "opening a fish market"),
        ("It was agreed they meet once in six months.", 5, "meet once in six months"),
        ("A decision was made that a school be opened.", 5, "a school be opened"),
        ("Berg highlighted the agreement to combat smuggling.", 5, "combat smuggling"),
        ("The council gave the go-ahead to open talks on a charter.", 4, "open talks on a charter"),
        # stress on a doing
        ("Mori emphasized increasing the number of flights.", 2, "increasing the number of flights"),
        ("Berg laid emphasis on training young sailors.", 2, "training young sailors"),
        ("Mori drew Berg's attention to reopening the consulate.", 2, "reopening the consulate"),
        ("The need for a joint fund was emphasized.", 2, "a joint fund"),
        ("Nagano is considering opening an office in Bergen.", 3, "opening an office in Bergen"),
        ("Mori advised Bergen to send a team.", 2, "send a team"),
        # nouns of will and support
        ("Mori expressed the will to open a school.", 3, "open a school"),
        ("Mori expressed the willingness of the government of Nagano to open a school.", 3, "open a school"),
        ("Mori expressed support for the port project.", 4, "support for the port project"),
        ("Berg recommended the abolition of fees to help farmers.", 2, "the abolition of fees"),
    ],
)
def test_constructions_with_a_force(read: Read, sentence: str, force: int, action: str) -> None:
    assert [(s.force, s.action) for s in read(sentence)] == [(force, action)]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Bergen and Nagano signed a pact. The pact is to widen the fjord road.", ["widen the fjord road"]),
        ("Berg and Mori signed a pact. The terms of the pact include exchange of teachers.", ["exchange of teachers"]),
        ("Berg and Mori signed a pact. The pact reaffirms Bergen's commitment to opening a school.", ["opening a school"]),
        ("Berg and Mori signed a pact. They inked a programme that provides for opening a school.", ["opening a school"]),
        ("Berg and Mori signed a pact in order to widen the road.", ["widen the road"]),
    ],
)
def test_content_of_texts(read: Read, text: str, actions: list[str]) -> None:
    assert [(s.force, s.action) for s in read(text)] == [(6, action) for action in actions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Berg will be accompanied by two councillors.",
        "The delegation will consist of forty officials.",
        "Berg will succeed Mori as head of the network.",
        "The bridge is to the north of the town.",
        "The trouble is to find a hall, the narrator adds.",
        "Mori thanked Bergen for offering to train skiers.",
        "Berg conveyed his gratitude for the decision to send doctors.",
        "He said Bergen has offered support to farmers over the past years.",
        "It must be noted that Bergen has an old port.",
        "It is important that Bergen has a port.",
        "Mori sent a letter of support for the fair.",
        "Special attention was paid to tourism.",
        "Berg was there in his determination to see the snow.",
        "Mori has an agreement of friendship with Oslo in many fields.",
        "Berg, who proposed the twinning, was late.",
        "The fair was cancelled because the hall needs to be painted.",
        "Berg and Mori signed the Protocol on Widening the Canal.",
    ],
)
def test_what_states_nothing(read: Read, sentence: str) -> None:
    assert read(sentence) == []
