"""Draft: lines remember what was cut out of them, wherever it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.model import Document, Removed
from amity.reading.cleaning.draft import Draft, Line, assemble, ends_sentence, is_bullet, is_prose, words


def draft(*texts: str) -> Draft:
    return Draft(Document(id="x", path="x"), [Line(text) for text in texts])


def test_a_cut_stays_where_it_stood() -> None:
    line = Line("The ferry (photo) sails.")
    line.cut(9, 17, "credit")
    assert line.text == "The ferry sails."
    assert line.pieces == [("The ferry", None), (" (photo)", "credit"), (" sails.", None)]


def test_cuts_follow_one_another() -> None:
    line = Line("one two three four")
    line.cut(4, 8, "a")
    line.cut(4, 10, "b")
    assert line.text == "one four"
    assert [piece for piece in line.pieces if piece[1]] == [("two ", "a"), ("three ", "b")]


def test_a_cut_over_a_cut_takes_only_what_stays() -> None:
    line = Line("one two three")
    line.cut(4, 8, "a")
    line.drop("b")
    assert line.text == ""
    assert line.pieces == [("one ", "b"), ("two ", "a"), ("three", "b")]


def test_words_are_put_in_between_and_in_the_place_of_others() -> None:
    line = Line("onetwo three")
    line.replace(3, 3, " ")
    assert line.text == "one two three"
    line.replace(4, 7, "2", "number")
    assert line.text == "one 2 three"
    assert ("two", "number") in line.pieces


@given(st.text("ab c", min_size=1, max_size=30), st.lists(st.integers(0, 30), max_size=12), st.lists(st.integers(0, 30), max_size=4))
def test_many_places_at_once_are_as_one_by_one_from_the_end(text: str, marks: list[int], cuts: list[int]) -> None:
    once, one_by_one = Line(text), Line(text)
    for line in (once, one_by_one):
        for at in cuts:
            line.cut(min(at, len(line.text)), min(at + 2, len(line.text)), "before")
    bounds = sorted(min(mark, len(once.text)) for mark in marks)
    spans = sorted(set(zip(bounds[::2], bounds[1::2], strict=False)))
    for new, rule in (("", None), ("x", None), ("", "rule")):
        once.replace_each(spans, new, rule)
        for start, end in reversed(spans):
            one_by_one.replace(start, end, new, rule)
        assert once.pieces == one_by_one.pieces
        assert once.text == one_by_one.text
        spans = [(start, end) for start, end in spans if end <= len(once.text)]


def test_nothing_is_cut_where_a_span_is_empty() -> None:
    line = Line("one two")
    line.cut_each([(2, 2), (3, 7)], "a")
    assert line.pieces == [("one", None), (" two", "a")]


def test_a_line_is_split_with_its_cuts() -> None:
    line = Line("one two three", "caption")
    line.cut(4, 8, "a")
    rest = line.split(4)
    assert (line.text, rest.text, rest.role) == ("one ", "three", "caption")
    assert line.pieces + rest.pieces == [("one ", None), ("two ", "a"), ("three", None)]


def test_lines_are_joined_with_a_space() -> None:
    line, other = Line("The mayors met"), Line("and signed.")
    line.append(other)
    assert line.text == "The mayors met and signed."


def test_the_text_the_removed_and_the_roles() -> None:
    made = draft("Menu", "The mayors met (photo).", "", "They signed.")
    made.lines[0].drop("label")
    made.lines[1].cut(14, 22, "credit")
    made.lines[3].role = "caption"
    text, removed, roles = assemble(made)
    assert text == "The mayors met.\nThey signed."
    assert removed == [Removed(0, "Menu", "label"), Removed(14, "(photo)", "credit")]
    assert roles == [(0, 15, "body"), (16, 28, "caption")]


def test_a_new_line_goes_after_its_own() -> None:
    made = draft("one", "two")
    made.insert_after(made.lines[0], Line("new"))
    assert [line.text for line in made.lines] == ["one", "new", "two"]
    assert [line.text for line in made.kept()] == ["one", "new", "two"]


CUT = st.tuples(st.integers(0, 30), st.integers(0, 30))


@given(st.text(alphabet="abc .", max_size=30), st.lists(CUT, max_size=5))
def test_nothing_is_lost(text: str, cuts: list[tuple[int, int]]) -> None:
    line = Line(text)
    for one, other in cuts:
        before, (low, high) = line.text, sorted((min(one, len(line.text)), min(other, len(line.text))))
        line.cut(low, high, "rule")
        assert line.text == before[:low] + before[high:]
    assert "".join(piece for piece, _ in line.pieces) == text


@given(st.text(alphabet="abc .", max_size=30), CUT, st.integers(0, 30))
def test_a_split_keeps_the_order(text: str, cut: tuple[int, int], at: int) -> None:
    line = Line(text)
    low, high = sorted(min(x, len(text)) for x in cut)
    line.cut(low, high, "rule")
    stays = line.text
    rest = line.split(min(at, len(stays)))
    assert line.text + rest.text == stays
    assert "".join(piece for piece, _ in line.pieces + rest.pieces) == text


@pytest.mark.parametrize(
    "text", ["They met.", "Did they meet?", "They said “no.”", "They met (again).", "The two sides:", "It goes on…", "He left.'"]
)
def test_ends_of_sentences(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Towns sign pact", "They met,", "They met -", "", "a (b)"])
def test_no_ends_of_sentences(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize("text", ["• Ports", "- Ports", "1. Ports", "2) Ports", "(a) Ports", "* Ports"])
def test_bullets(text: str) -> None:
    assert is_bullet(text)


@pytest.mark.parametrize("text", ["Ports", "2024 was good", "1.5 million", "-5 degrees", "A port"])
def test_no_bullets(text: str) -> None:
    assert not is_bullet(text)


@pytest.mark.parametrize("text", ["The mayors of both towns met on Monday.", "They will do it " + "again and again " * 12])
def test_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize("text", ["Read more.", "Towns sign ferry pact after long talks", "The mayors of both towns met on Mon...", ""])
def test_no_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize(("text", "count"), [("", 0), ("Norhavn’s well-kept port", 3), ("| - .", 0), ("3 ports", 2)])
def test_words_are_counted(text: str, count: int) -> None:
    assert words(text) == count
