"""Names folded, cut to what tells them apart, and spelled in other ways."""

import pytest

from amity.matching.names import core, person_words, short_for, skeleton, slip, spelled_alike, words
from amity.matching.offices import office_class


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Hà Tĩnh", ("ha", "tinh")),
        ("People's Committee", ("people", "committee")),
        ("Peoples’ Council", ("peoples", "council")),
        ("Đà Nẵng", ("da", "nang")),
        ("Xi'an", ("xian",)),
        ("Bosnia-Herzegovina", ("bosnia", "herzegovina")),
    ],
)
def test_words(name: str, folded: tuple[str, ...]) -> None:
    assert words(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ha Tinh province", "Ha Tinh"),
        ("People's Committee of Ha Tinh", "the People's Committee in Ha Tinh province"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Ministry of Defence", "Defense Ministry"),
        ("Trade Promotion Center", "Trade Promotion Centre"),
        ("ASEAN", "Association of Southeast Asian Nations"),
        ("Riverside Timber Ltd", "Riverside Timber Company"),
    ],
)
def test_one_core(one: str, other: str) -> None:
    assert core(one) == core(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Finance", "Ministry of Transport"),
        ("Ha Tinh People's Committee", "Ha Tinh People's Council"),
        ("North Jutland", "South Jutland"),
        ("Harbour Bank", "Harbour Company"),
    ],
)
def test_other_cores(one: str, other: str) -> None:
    assert core(one) != core(other)


def test_a_name_of_generic_words_only_keeps_them() -> None:
    assert core("City of the Province") == "city of the province"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zhumabek", "jumabek"),
        ("akhmet", "ahmet"),
        ("rakhimov", "rahimov"),
        ("yuliya", "iulia"),
        ("tchaikin", "chaikin"),
        ("mohammed", "mohamed"),
        ("toleuov", "toleouv"),
        ("walentin", "valentin"),
        ("philippa", "filippa"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert spelled_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tao", "yao"),
        ("wang", "wong"),
        ("jun", "jin"),
        ("maria", "mario"),
        ("khoa", "khang"),
        ("nguyen", "nguyet"),
        ("lee", "lew"),
        ("petrov", "pavlov"),
    ],
)
def test_names_that_only_sound_alike(one: str, other: str) -> None:
    assert not spelled_alike(one, other)


def test_a_skeleton_is_its_own() -> None:
    assert skeleton(skeleton("zhakhiyev")) == skeleton("zhakhiyev")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Mr Tran Minh Khoa", ("tran", "minh", "khoa")),
        ("H.E. Dr. Alison Hartley", ("alison", "hartley")),
        ("Mr Khoa", ("khoa",)),
        ("John F. Hartley", ("john", "hartley")),
        ("Sri Wahyuni", ("sri", "wahyuni")),
        ("Lord", ("lord",)),
    ],
)
def test_words_of_a_person(name: str, kept: tuple[str, ...]) -> None:
    assert person_words(name) == kept


@pytest.mark.parametrize(("one", "other"), [("al", "alison"), ("bill", "william"), ("j", "john"), ("kate", "katherine")])
def test_short_names(one: str, other: str) -> None:
    assert short_for(one, other)
    assert short_for(other, one)


@pytest.mark.parametrize(("one", "other"), [("sam", "tom"), ("alan", "alison"), ("anna", "anna")])
def test_names_that_are_not_short_for_each_other(one: str, other: str) -> None:
    assert not short_for(one, other)


@pytest.mark.parametrize(
    ("one", "other", "is_slip"), [("bao", "hao", True), ("bao", "baoh", True), ("bao", "bao", False), ("bao", "hai", False)]
)
def test_slips(one: str, other: str, is_slip: bool) -> None:
    assert slip(one, other) == is_slip


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Chinese President", "president"),
        ("State Councilor and Foreign Minister", "foreign minister"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("First Deputy Mayor", "deputy mayor"),
        ("Lord Mayor", "mayor"),
        ("Secretary of the Party Committee", "party secretary"),
        ("Vice Chairwoman of the People's Committee", "deputy chairman"),
        ("Minister of Fisheries", "minister"),
        ("Beekeeper", "beekeeper"),
        ("", ""),
    ],
)
def test_classes_of_posts(title: str, found: str) -> None:
    assert office_class(title) == found
