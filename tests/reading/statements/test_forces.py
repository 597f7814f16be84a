"""The force of statements: cues of every kind in every frame, and words that state nothing."""

from collections.abc import Callable

import pytest

from amity.model import Statement

Read = Callable[[str], list[Statement]]


def forces(statements: list[Statement]) -> list[tuple[int, str]]:
    return [(s.force, s.action) for s in statements]


@pytest.mark.parametrize(
    ("sentence", "force", "action"),
    [
        # 1 hope
        ("Berg hoped that Nagano would open a ski school.", 1, "open a ski school"),
        ("Mori expressed the hope that the two sides will hold a music festival.", 1, "hold a music festival"),
        ("Berg looked forward to receiving the prefecture's skiers.", 1, "receiving the prefecture's skiers"),
        ("Mori expected more Norwegian teams to take part in the race.", 1, "more Norwegian teams to take part in the race"),
        ("The sauna, Berg hoped, would open in June.", 1, "The sauna, Berg hoped, would open in June"),
        # 2 request
        ("Berg proposed opening a direct air route.", 2, "opening a direct air route"),
        ("Mori suggested that Bergen send apple growers to Nagano.", 2, "send apple growers to Nagano"),
        ("Berg asked Nagano to buy more salmon.", 2, "buy more salmon"),
        ("Mori called on Bergen to join the winter games.", 2, "join the winter games"),
        ("Berg called for an early start of the ferry line.", 2, "an early start of the ferry line"),
        ("Mori stressed the need to train more ski guides.", 2, "train more ski guides"),
        ("Berg underlined the importance of protecting the fjord.", 2, "protecting the fjord"),
        ("It is necessary to simplify visas for students, Mori said.", 2, "simplify visas for students"),
        ("The two sides should build a joint museum, Berg said.", 2, "build a joint museum"),
        ("The song contest should be held every spring, Mori said.", 2, "The song contest should be held every spring"),
        ("Mori invited Bergen's choir to perform at the apple fair.", 2, "perform at the apple fair"),
        ("Let us build a bridge between our schools, Berg said.", 2, "build a bridge between our schools"),
        # 3 willing
        ("Nagano is willing to share its experience in farming.", 3, "share its experience in farming"),
        ("Berg said Bergen stands ready to host the next meeting.", 3, "host the next meeting"),
        ("Mori voiced his prefecture's interest in importing salmon.", 3, "importing salmon"),
        ("Nagano plans to open an office in Bergen.", 3, "open an office in Bergen"),
        ("Berg said the city would like to borrow two paintings.", 3, "borrow two paintings"),
        ("If the airline agrees, Bergen will pay for the first flight.", 3, "pay for the first flight"),
        ("Bergen will consider a discount for pupils, Berg said.", 3, "consider a discount for pupils"),
        ("Berg said Bergen is looking at buying two ferries.", 3, "buying two ferries"),
        ("The mayor's office said the city is eyeing a direct flight.", 3, "a direct flight"),
        # 4 pledge
        ("Mori pledged to send ten engineers to Bergen.", 4, "send ten engineers to Bergen"),
        ("Berg said Bergen will repair the old harbour.", 4, "repair the old harbour"),
        ("Nagano committed to buying electric buses.", 4, "buying electric buses"),
        ("Berg reaffirmed his determination to finish the tunnel.", 4, "finish the tunnel"),
        ("Norway firmly supports the candidacy of Nagano.", 4, "firmly supports the candidacy of Nagano"),
        ("Bergen's council approved a motion to fund the choir.", 4, "fund the choir"),
        ("Mori announced a grant of 200 yen for the choir.", 4, "a grant of 200 yen for the choir"),
        ("Berg pledged his city's readiness to help the farmers.", 4, "help the farmers"),
        ("Berg expects Nagano to buy salmon and will send a sample.", 4, "send a sample"),
        # 5 agree
        ("The two sides agreed to exchange nurses.", 5, "exchange nurses"),
        ("Both sides concurred that a ski race be held in March.", 5, "a ski race be held in March"),
        ("Bergen and Nagano will set up a working group.", 5, "set up a working group"),
        ("The two sides reached consensus on opening a joint shop.", 5, "opening a joint shop"),
        ("It was agreed that the choir would sing in Nagano.", 5, "the choir would sing in Nagano"),
        ("Berg and Mori vowed to fight avalanches together.", 5, "fight avalanches together"),
        ("The leaders committed to protect the glaciers.", 5, "protect the glaciers"),
        ("They agreed on the need to train more nurses.", 5, "train more nurses"),
    ],
)
def test_a_cue_sets_the_force(read: Read, sentence: str, force: int, action: str) -> None:
    assert (force, action) in forces(read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Berg said relations between Bergen and Nagano are good.",
        "Mori praised the progress that the two sides have made.",
        "Berg thanked Nagano for the apples.",
        "The two sides agreed that their friendship is precious.",
        "The visit will boost trade between Bergen and Nagano.",
        "The letter of intent will strengthen tourism.",
        "Bergen and Nagano have worked together since 2012.",
        "Nagano has opened two ski schools in Bergen.",
        "Mori asked Berg to convey his greetings to the king.",
        "Nagano did not agree to close the shop.",
        "Berg briefed the guests on the city's plans.",
        "Bergen will have a new bridge.",
        "The exhibition was expected to open last year.",
        "Berg stressed the importance of the relationship.",
        "They spoke of the roads that both cities promised to repair.",
    ],
)
def test_words_that_bind_nobody_are_no_statements(read: Read, sentence: str) -> None:
    assert forces(read(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Berg said Bergen hopes to sell more cheese and proposed that Nagano open a market, adding that the city will lower its fees.",
            [1, 2, 4],
        ),
        ("Mori asked Bergen to send skiers and pledged to pay for their stay.", [2, 4]),
        ("Berg expressed his hope that trade would grow, and the two sides agreed to hold a fair.", [1, 5]),
    ],
)
def test_several_cues_in_one_sentence(read: Read, sentence: str, expected: list[int]) -> None:
    assert [s.force for s in read(sentence)] == expected


@pytest.mark.parametrize("headline", ["Bergen, Nagano to open air route", "Mayor pledges to build school in Nagano"])
def test_a_headline_sets_no_force(read: Read, headline: str) -> None:
    assert forces(read("They spoke of the weather.\n\n" + headline + "\n\nThe guests left in the evening.")) == []


def test_a_condition_is_kept(read: Read) -> None:
    assert [s.conditional for s in read("If the airline agrees, Bergen will pay for the first flight.")] == [True]
    assert [s.conditional for s in read("Berg said Bergen will repair the old harbour.")] == [False]


def test_the_cue_word_is_kept(read: Read) -> None:
    assert [s.cue for s in read("Mori pledged to send ten engineers to Bergen.")] == ["pledged"]


def test_a_commitment_is_a_pledge_of_a_doing(read: Read) -> None:
    told = read("Mori pledged to send ten engineers to Bergen and to deepen friendship. Berg hoped to open a school.")
    assert [(s.force, s.specificity, s.commitment) for s in told] == [(4, "measurable", True), (4, "none", False), (1, "action", False)]


def test_a_limit_is_when_the_action_is_due(read: Read) -> None:
    assert [s.due for s in read("Mori pledged to finish the ski lift by June 2027.")] == ["2027-06"]
    assert [s.due for s in read("Mori pledged to finish the ski lift.")] == [None]


def test_reports_about_something_else_hold_no_statement(read: Read) -> None:
    from amity.model import Document
    from amity.reading.clean import clean
    from amity.reading.pipeline import read_cleaned

    text = "Two men were charged with theft on Friday. Police said they will search the flat and urged the witness to call."
    assert read_cleaned(clean(text, Document(id="sha256:1", path="x.txt"))).statements == []
