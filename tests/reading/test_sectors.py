"""Sectors: what words name which sector, and what names none."""

import pytest

from amity.reading.sectors import UNSPECIFIED, essence, named_sectors, sectors
from amity.vocabulary import load


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("expand cooperation in hydropower", {"energy"}),
        ("open two new border gates", {"border"}),
        ("grant ten scholarships a year to nursing students", {"education", "health"}),
        ("import more durians", {"trade", "agriculture"}),
        ("raise two-way trade to US$2 billion", {"trade"}),
        ("resume direct flights", {"transport"}),
        ("twin the two ports", {"transport", "diplomacy"}),
        ("fight human trafficking", {"security"}),
        ("send folk dance ensembles", {"culture"}),
        ("run e-government courses for civil servants", {"governance", "digital"}),
        ("build a smart city", {"urban"}),
        ("cut carbon emissions", {"environment"}),
        ("share data on river levels", {"water"}),
        ("exchange youth football teams", {"sport"}),
        ("send rescue teams after earthquakes", {"disaster"}),
    ],
)
def test_words_name_sectors(words: str, expected: set[str]) -> None:
    assert expected <= set(sectors(words))


@pytest.mark.parametrize("words", ["deepen cooperation in all fields", "all possible support", "do more together", ""])
def test_words_without_a_field_are_unspecified(words: str) -> None:
    assert sectors(words) == [UNSPECIFIED]


@pytest.mark.parametrize("words", ["a portrait of the mayor", "the main artery", "a smile"])
def test_parts_of_words_name_nothing(words: str) -> None:
    assert sectors(words) == [UNSPECIFIED]


def test_broad_words_count_only_alone() -> None:
    assert sectors("strengthen relations") == ["diplomacy"]
    assert sectors("strengthen relations in fisheries") == ["agriculture"]


def test_sectors_come_in_the_order_of_the_words() -> None:
    assert sectors("tourism, energy and health") == ["tourism", "energy", "health"]


def test_hyphens_and_spaces_are_alike() -> None:
    assert sectors("e-commerce") == sectors("e commerce") == sectors("ecommerce")


@pytest.mark.parametrize("words", ["strengthen ties based on shared security", "deepen friendship, thus contributing to trade"])
def test_grounds_and_effects_are_no_part_of_what_is_done(words: str) -> None:
    assert not {"security", "trade"} & set(sectors(essence(words)))


@pytest.mark.parametrize("words", ["import fruit", "strengthen border security", "expand trade"])
def test_what_is_done_is_kept(words: str) -> None:
    assert essence(words) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [("raise public awareness", ["culture"]), ("build houses", ["urban"]), ("improve the business climate", ["trade", "investment"])],
)
def test_named_sectors(words: str, expected: list[str]) -> None:
    assert set(expected) & set(named_sectors(words))


@pytest.mark.parametrize("words", ["strengthen relations", "deepen contacts"])
def test_broad_words_are_no_named_sectors(words: str) -> None:
    assert named_sectors(words) == []


@pytest.mark.parametrize("rank", ["words", "broad", "of_actions"])
def test_entries_begin_with_a_letter_or_digit_by_which_they_are_looked_up(rank: str) -> None:
    entries = [word for table in load("sectors")["sectors"].values() for word in table.get(rank, ())]
    assert all(word[0].isalnum() and word.strip("*") for word in entries)


def test_the_first_place_of_each_sector_decides_the_order() -> None:
    assert named_sectors("railways, tourism, railways and energy") == ["transport", "tourism", "energy"]
    assert named_sectors("TOURISM, e-commerce")[0] == "tourism"
