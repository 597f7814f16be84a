"""Names: what counts as the same name when a reading is compared with gold."""

import pytest

from amity.evaluate.names import core, has_terms, key, same, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quảng Ninh", "Quang Ninh province"),
        ("Lao Cai", "Lao Cai province"),
        ("Guangxi", "Guangxi Zhuang Autonomous Region"),
        ("Viet Nam", "Vietnamese"),
        ("U.S.", "United States of America"),
        ("Đà Nẵng", "Da Nang city"),
        ("City of Tampere", "Tampere"),
    ],
)
def test_forms_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same([one], [other])
    assert same([other], [one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lao Cai", "Laos"),
        ("Thai Binh", "Thailand"),
        ("Tampere", "Tampere University"),
        ("Vientiane", "Vientiane Party Committee"),
        ("Korea", "North Korea"),
        ("Ministry of Finance", "Ministry of Health"),
        ("", "Tampere"),
    ],
)
def test_other_actors_are_not_the_same(one: str, other: str) -> None:
    assert not same([one], [other])


def test_core_drops_generic_words_but_never_all_of_them() -> None:
    assert core("the People's Republic of Atlantis") == {"atlantis"}
    assert core("the State") == {"the", "state"}


def test_key_replaces_whole_country_names_only() -> None:
    assert key("Lao") == key("Laos")
    assert key("Lao Cai") == {"lao", "cai"}


def test_words_are_folded_and_possessives_dropped() -> None:
    assert words("Đồng Tháp's five-year plan") == ["dong", "thap", "five", "year", "plan"]


def test_terms_are_whole_words_in_a_row() -> None:
    assert has_terms(["smart border"], "Pilot smart-border checkpoints")
    assert not has_terms(["smart border"], "a border that is smart")
    assert not has_terms(["art"], "smart")
