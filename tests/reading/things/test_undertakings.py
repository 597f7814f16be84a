"""Undertakings: the act on a project, found above, beside or before its noun, and how it stands."""

import pytest

from amity.reading.parser import parse
from amity.reading.things.nominals import named
from amity.reading.things.undertakings import Act, act_after, act_on


def act(text: str, word: str = "bridge") -> Act | None:
    return act_on(named(next(t for t in parse(text) if t.text == word)))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They will build a bridge.", "build"),
        ("The construction of the bridge goes on.", "construction"),
        ("They opened two roads and a bridge.", "opened"),
        ("The bridge opened in May.", "opened"),
        ("The bridge is due to be opened in May.", "opened"),
        ("They will invest in the bridge.", "invest"),
        ("They saw a bridge built in May.", "built"),
    ],
)
def test_acts_are_found_around_the_noun(text: str, word: str) -> None:
    found = act(text)
    assert found is not None and found.word.text == word


@pytest.mark.parametrize("text", ["They met on the bridge.", "The bridge is old.", "They discussed the price of the bridge."])
def test_other_words_are_no_acts(text: str) -> None:
    assert act(text) is None


def test_an_act_may_follow_its_noun() -> None:
    doc = parse("The bridge construction is slow.")
    found = act_after(doc[1])
    assert found is not None and found.word.text == "construction"


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("They will open the bridge.", "ahead"),
        ("They agreed to open the bridge.", "ahead"),
        ("He proposed the construction of the bridge.", "ahead"),
        ("They did not open the bridge.", "ahead"),
        ("They are building the bridge.", "going"),
        ("They continue to build the bridge.", "going"),
        ("The bridge is under construction.", "going"),
        ("They opened the bridge.", "done"),
        ("The bridge was completed in May.", "done"),
    ],
)
def test_outlook_is_told_by_form_and_governors(text: str, outlook: str) -> None:
    found = act(text)
    assert found is not None and found.outlook == outlook


def test_strong_acts_make_a_project_of_any_noun() -> None:
    built, developed = act("They will build a bridge."), act("They will develop a bridge.")
    assert built is not None and built.is_strong
    assert developed is not None and not developed.is_strong


def test_some_acts_are_done_to_what_is_known() -> None:
    reopened, built = act("They reopened the bridge."), act("They built the bridge.")
    assert reopened is not None and reopened.is_of_known
    assert built is not None and not built.is_of_known
