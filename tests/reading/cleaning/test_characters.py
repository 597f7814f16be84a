"""Characters: what a broken encoding left becomes text, and text stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.reading.cleaning.characters import lone_marks, repair


def test_marks_without_end_are_cut_short() -> None:
    assert repair("Ana" + "()" * 5000 + "left.") == "Ana" + "()" * 50 + "left."
    assert repair("-" * 100) == "-" * 100


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("caf\u00c3\u00a9", "café"),
        ("it\u00e2\u20ac\u2122s", "it’s"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\ttwo  three", "one two three"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("a\\xc2\\xa0b", "a b"),
        ("it\\u2019s", "it’s"),
        ("one\\ntwo", "one\ntwo"),
        ("Q&amp;A &lt;now&gt;", "Q&A <now>"),
        ("fish&nbsp;&amp;nbsp;chips", "fish chips"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<em>old</em> <strong>port</strong>", "old port"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("the port.[12] The pier", "the port. The pier"),
        ("a\x00b\x07c", "abc"),
        ("a\ufeffb\u00adc", "abc"),
        ("sail 🚢 on", "sail on"),
        ("  one \n two  ", "one\ntwo"),
        ("© 2024 • item № 5 at 20°", "© 2024 • item № 5 at 20°"),
        ("e\u0301", "é"),
        ("Đà Nẵng, ຫຼວງພະບາງ, 贵阳", "Đà Nẵng, ຫຼວງພະບາງ, 贵阳"),
    ],
)
def test_text_is_mended(raw: str, text: str) -> None:
    assert repair(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("the port â long closed â opens", "the port – long closed – opens"),
        ("the townâs port", "the town’s port"),
        ("they donât know", "they don’t know"),
        ("the townsâ ports", "the towns’ ports"),
        ("a âsure thingâ, he said", "a “sure thing”, he said"),
        ("(âsure thingâ)", "(“sure thing”)"),
        ("ends so â", "ends so –"),
    ],
)
def test_a_mark_left_alone_is_read_as_what_it_was(raw: str, text: str) -> None:
    assert lone_marks(raw) == text


@pytest.mark.parametrize("text", ["Lâm Tân Châu", "âge d’or", "pâté", "Ân Thi", "no mark at all", ""])
def test_letters_of_words_stay(text: str) -> None:
    assert lone_marks(text) == text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_mended_without_an_error(raw: str) -> None:
    text = repair(raw)
    assert not any(line != line.strip() or "  " in line for line in text.split("\n"))
    text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abé’“”–â .,\n", max_size=80))
def test_mended_text_stays(raw: str) -> None:
    text = repair(raw)
    assert repair(text) == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("He called it “a new pageâ on Friday.", "He called it “a new page” on Friday."),
        ("The townsâ ports reopen.", "The towns’ ports reopen."),
        ("“Open the gate,” she said of the townsâ ports.", "“Open the gate,” she said of the towns’ ports."),
        ("“Open\nthe townsâ ports.", "“Open\nthe towns’ ports."),
    ],
)
def test_a_lone_mark_closes_what_was_opened_last(broken: str, whole: str) -> None:
    assert lone_marks(broken) == whole


def test_lone_marks_in_a_very_long_line() -> None:
    long = "roads and bridges " * 20_000
    assert lone_marks(f"“{long}gatesâ and") == f"“{long}gates” and"
