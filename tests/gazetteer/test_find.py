"""Place names in running text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.gazetteer import Gazetteer, Match, open_gazetteer


def words(text: str) -> list[str]:
    """Split as tokenizers do: punctuation, hyphens and the possessive are tokens of their own."""
    return re.findall(r"(?:U\.S\.|St\.|D\.C\.)|['’]s\b|\w+(?:['’]\w+)?(?<!['’]s)|[^\w\s]", text)


def names(gazetteer: Gazetteer, text: str) -> list[str]:
    tokens = words(text)
    return [" ".join(tokens[match.start : match.end]) for match in gazetteer.find(tokens) if not match.weak]


def only(gazetteer: Gazetteer, text: str) -> Match:
    [match] = [match for match in gazetteer.find(words(text)) if not match.weak]
    return match


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("officials of Lao Cai province met in Kunming", ["Lao Cai", "Kunming"]),
        ("the Guangxi Zhuang Autonomous Region hosted them", ["Guangxi Zhuang Autonomous Region"]),
        ("the Guangxi Zhuang autonomous region hosted them", ["Guangxi Zhuang autonomous region"]),
        ("the Dali Bai Autonomous Prefecture, Yunnan", ["Dali Bai Autonomous Prefecture", "Yunnan"]),
        ("trade between Viet Nam and Laos", ["Viet Nam", "Laos"]),
        ("the Lao People's Democratic Republic", ["Lao People 's Democratic Republic"]),
        ("Guangxi's Nanning", ["Guangxi", "Nanning"]),
        ("HANOI and VIENTIANE", ["HANOI", "VIENTIANE"]),
        ("flights to Rio de Janeiro and Ho Chi Minh City", ["Rio de Janeiro", "Ho Chi Minh City"]),
        ("the U.S. and the UK", ["U.S.", "UK"]),
        ("let us go to the uk", []),
        ("Luang-Prabang and Ile-de-France", ["Luang - Prabang", "Ile - de - France"]),
        ("the Huu Nghi - Youyi Guan gates", ["Huu Nghi", "Youyi Guan"]),
        ("Tra Linh - Longbang border gates", ["Tra Linh", "Longbang"]),
        ("hanoi in small letters", []),
        ("nothing here at all", []),
        ("", []),
    ],
)
def test_longest_names(gazetteer: Gazetteer, text: str, found: list[str]) -> None:
    assert names(gazetteer, text) == found


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("leaders of Lao Cai province", "admin1"),
        ("leaders of Lao Cai City", "municipality"),
        ("leaders of Bao Thang district", "admin2"),
        ("leaders from the province of Siem Reap", "admin1"),
        ("leaders from the city of Siem Reap", "municipality"),
        ("Minato Ward signed", "admin2"),
        ("leaders of Siem Reap came", None),
        ("leaders of Kunming", None),
    ],
)
def test_the_word_beside_tells_the_level(gazetteer: Gazetteer, text: str, level: str | None) -> None:
    assert only(gazetteer, text).level == level


@pytest.mark.parametrize("word", ["Nice", "Reading", "Mobile", "Bath", "Split", "Orange", "Cork", "March", "Sale", "Union", "Victoria"])
def test_towns_named_like_words_are_marked(gazetteer: Gazetteer, word: str) -> None:
    [match] = gazetteer.find([word])
    assert match.common_word


@pytest.mark.parametrize("word", ["Minister", "Police", "Of", "Same", "Friendship", "May", "Monday", "Most", "Home", "In", "On"])
def test_villages_named_like_words_are_weak(gazetteer: Gazetteer, word: str) -> None:
    assert all(match.weak or match.common_word for match in gazetteer.find([word]))


@pytest.mark.parametrize("word", ["Wang", "Lan", "Kate", "Thanh", "Nguyen", "Jun", "Minh", "Le"])
def test_places_named_like_persons_are_marked(gazetteer: Gazetteer, word: str) -> None:
    assert all(match.person_name for match in gazetteer.find([word]))


@pytest.mark.parametrize("word", ["China", "Turkey", "Jordan", "Chad", "Georgia", "Kunming", "Hanoi", "Guangxi", "London", "Vientiane"])
def test_countries_capitals_and_plain_names_are_not_marked(gazetteer: Gazetteer, word: str) -> None:
    [match] = gazetteer.find([word])
    assert not (match.common_word or match.person_name or match.weak)


def test_all_places_of_the_name_are_given(gazetteer: Gazetteer) -> None:
    match = only(gazetteer, "in Lao Cai today")
    assert {place.level for place in match.places} >= {"admin1", "municipality"}
    assert match.places == tuple(gazetteer.lookup("Lao Cai"))


@given(
    st.lists(
        st.sampled_from(
            [
                "Ho",
                "Chi",
                "Minh",
                "City",
                "of",
                "Lao",
                "Cai",
                ",",
                "-",
                "'",
                "'s",
                "Viet",
                "Nam",
                "New",
                "York",
                "the",
                "U.S.",
                "Rio",
                "de",
                "Janeiro",
                "San",
                "x",
            ]
        )
    )
)
def test_matches_lie_in_the_tokens_and_never_overlap(tokens: list[str]) -> None:
    end = 0
    for match in open_gazetteer().find(tokens):
        assert end <= match.start < match.end <= len(tokens)
        assert match.places
        end = match.end
