"""What texts contain: force 6 where the report tells of a signing, 5 where it does not, nothing for effects and bare subjects."""

from collections.abc import Callable

import pytest

from amity.model import Statement
from amity.reading.report import Report
from amity.reading.statements.texts import AGREED, SIGNED, tells_signing, text_force

Read = Callable[[str], list[Statement]]
SIGNING = "Bergen and Nagano signed a memorandum of understanding on Monday. "


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Under the memorandum, the two sides will exchange cooks.", "exchange cooks"),
        ("The memorandum provides for the establishment of a cooking school.", "the establishment of a cooking school"),
        ("It also seeks to explore new hiking paths.", "explore new hiking paths"),
        ("The agreement will see the two cities share data on avalanches.", "share data on avalanches"),
        ("The agreement commits both sides to training guides.", "training guides"),
        ("As part of the agreement, Bergen will send ten teachers to Nagano.", "send ten teachers to Nagano"),
        ("Accordingly, they will build a lodge.", "build a lodge"),
        ("In the document, both sides pledged to protect the fjord.", "protect the fjord"),
        ("By the terms of the accord, Bergen is to build a visitor centre.", "build a visitor centre"),
        ("The partnership will focus on fisheries and farming.", "fisheries and farming"),
        ("Under the agreement, both cities exchange apprentices.", "exchange apprentices"),
        ("The parties to the agreement undertake to protect the forests.", "protect the forests"),
        ("The agreement establishes a joint fund.", "establishes a joint fund"),
        ("The two cities have to keep the paths clean, the memorandum says.", "keep the paths clean"),
        ("The document stipulates that costs be shared.", "costs be shared"),
    ],
)
def test_the_content_of_a_signed_text_is_force_6(read: Read, sentence: str, action: str) -> None:
    assert (6, action) in [(s.force, s.action) for s in read(SIGNING + sentence)]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Bergen and Nagano signed a letter of intent to become sister cities.", "become sister cities"),
        ("Berg and Mori signed an agreement on the establishment of a ski school.", "the establishment of a ski school"),
        ("A memorandum on opening a joint office was signed by the two mayors.", "opening a joint office"),
        ("The mayors signed an agreement making Bergen and Nagano partners.", "making Bergen and Nagano partners"),
        ("The visit included a signing ceremony to renew the agreement.", "renew the agreement"),
    ],
)
def test_what_a_text_is_signed_for_is_force_6(read: Read, sentence: str, action: str) -> None:
    assert (6, action) in [(s.force, s.action) for s in read(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bergen and Nagano signed an agreement on cooperation in tourism.",
        "Bergen and Nagano signed a memorandum of understanding.",
        SIGNING + "The memorandum will boost tourism.",
        SIGNING + "The memorandum aims at strengthening ties.",
        SIGNING + "It will run for five years.",
        SIGNING + "The ceremony was attended by pupils.",
    ],
)
def test_subjects_effects_and_aims_say_nothing(read: Read, sentence: str) -> None:
    assert read(sentence) == []


def test_the_sentences_that_go_on_telling_the_content_count(read: Read) -> None:
    content = "Under the memorandum, the two sides will exchange cooks. They will also hold a fair. Both cities will plant trees."
    told = read(SIGNING + content)
    assert [s.force for s in told] == [6, 6, 6]


def test_a_speaker_ends_the_content(read: Read) -> None:
    told = read(SIGNING + "Under the memorandum, the two sides will exchange cooks. Berg said Bergen will plant trees.")
    assert [s.force for s in told] == [6, 4]


def test_a_text_that_nobody_signed_is_agreed(read: Read) -> None:
    assert [s.force for s in read("Under a draft agreement, the two sides will exchange cooks.")] == [5]


def test_the_parties_of_the_text_are_bound(read: Read, names: Callable[[str, list[str]], list[str]]) -> None:
    text = SIGNING + "The memorandum provides for the exchange of cooks."
    (told,) = read(text)
    assert (sorted(names(text, told.by)), told.to, told.speaker) == (["Bergen", "Nagano prefecture"], [], None)


def test_the_basis_is_the_instrument(read: Read) -> None:
    (told,) = read(SIGNING + "The memorandum provides for the exchange of cooks.")
    assert told.basis is not None


@pytest.mark.parametrize(
    ("lines", "actions"),
    [
        (
            "The main contents of the memorandum are:\n\n- Promoting trade between the ports;\n\n- Exchange of guides;\n\n"
            "- To hold a fair every year.",
            ["Promoting trade between the ports", "Exchange of guides", "hold a fair every year"],
        ),
        (
            "The main points of the document are as follows.\n\n1. Strengthen links between schools.\n\n"
            "2. Promote tourism and hold a race.",
            ["Strengthen links between schools", "Promote tourism", "hold a race"],
        ),
        (
            "The document stipulates: promoting visits of pupils; the training of nurses; opening a shop.",
            ["promoting visits of pupils", "the training of nurses", "opening a shop"],
        ),
    ],
)
def test_announced_lists_are_content(read: Read, lines: str, actions: list[str]) -> None:
    assert [s.action for s in read(SIGNING + "\n\n" + lines)] == actions


@pytest.mark.parametrize("line", ["Those present were: Ola Berg; Kenji Mori.", "Contact: the press office.", "He said: the snow is deep."])
def test_other_colons_announce_nothing(read: Read, line: str) -> None:
    assert read(SIGNING + "\n\n" + line) == []


def test_a_list_ends_with_its_last_item(read: Read) -> None:
    lines = "The two sides agreed on the following:\n\n- Opening a shop;\n\nThe guests then went to the harbour. Berg showed them a ship."
    told = read(SIGNING + "\n\n" + lines)
    assert [s.action for s in told] == ["Opening a shop"]


def test_the_force_of_texts(report: Callable[[str], Report]) -> None:
    from amity.reading.statements.clauses import Clauses

    signed, talked = report(SIGNING), report("They talked about an agreement.")
    assert text_force(signed, Clauses(signed.doc), []) == SIGNED
    assert text_force(talked, Clauses(talked.doc), []) == AGREED
    assert not any(tells_signing(Clauses(talked.doc), sentence) for sentence in talked.sentences())
