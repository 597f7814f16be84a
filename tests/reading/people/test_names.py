"""Personal names by themselves: their words, their language, what is known of single words."""

import pytest

from amity.reading.people.known_names import family_first_language, folded, is_given, is_known
from amity.reading.people.names import is_capitalised, is_initial, name_words, short_forms


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Qin Baotian", "chinese"),
        ("LI Wenshan", "chinese"),
        ("Luo Ge'er", "chinese"),
        ("Ouyang Xiu", "chinese"),
        ("Truong Quang Hieu", "vietnamese"),
        ("Trần Hữu Lộc", "vietnamese"),
        ("Park Geon-woo", "korean"),
        ("Bae Chul Soo", "korean"),
        ("Peter Holt", None),
        ("Ly Samnang", None),
        ("Bounpone Inthavong", None),
        ("Keiko Arata", None),
        ("Qin", None),
    ],
)
def test_the_language_of_a_name(name: str, language: str | None) -> None:
    assert family_first_language(name) == language


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Qin Baotian", "qin"),
        ("Truong Quang Hieu", "hieu"),
        ("Park Geon-woo", "park"),
        ("Peter Holt", "holt"),
        ("Ly Samnang", "samnang"),
        ("Thinh", "thinh"),
    ],
)
def test_the_usual_short_form_comes_first(name: str, usual: str) -> None:
    assert short_forms(name)[0] == usual


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("K. B. Owusu", ("owusu",)),
        ("Trần Hữu Lộc", ("tran", "huu", "loc")),
        ("Peter Holt Jr.", ("peter", "holt")),
        ("Prasit “Art” Boonmee", ("prasit", "art", "boonmee")),
    ],
)
def test_the_words_that_identify_a_name(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Holt", True), ("O’Hara", True), ("al-Rashidi", True), ("holt", False), ("B2", False), ("", False)],
)
def test_capitalised_words(word: str, expected: bool) -> None:
    assert is_capitalised(word) is expected


@pytest.mark.parametrize(("word", "expected"), [("F.", True), ("J.R.", True), ("K", True), ("Al", False), ("St.", False), ("", False)])
def test_initials(word: str, expected: bool) -> None:
    assert is_initial(word) is expected


def test_known_words() -> None:
    assert is_given("Peter") and is_given("Jean-Marc") and is_known("Nguyen") and is_known("Qin")
    assert not is_given("Nguyen") and not is_known("Committee") and not is_given("The")


def test_folding_drops_diacritics_and_case() -> None:
    assert folded("Đỗ Văn Chiến") == "do van chien"
