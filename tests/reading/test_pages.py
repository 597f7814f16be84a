"""Pages: places of a raw text are found again after cleaning."""

import pytest

from amity.model import Document
from amity.reading.clean import clean
from amity.reading.pages import page_at, settle

FIRST = "The mayor of Northhaven met her guests on Monday in the town hall. She spoke of ferries and of schools."
SECOND = "The guests agreed to open a ferry line in May. The mayor of Northhaven met her guests again in June."
THIRD = "A joint committee will look after the line. It is to meet twice a year, said the clerk."


def test_an_untouched_text_keeps_its_places() -> None:
    text = f"{FIRST}\n{SECOND}\n{THIRD}"
    places = [0, len(FIRST) + 1, len(FIRST) + len(SECOND) + 2]
    assert settle(text, places, text) == places


@pytest.mark.parametrize("noise", ["Share this page", "Photo: A. Body / Agency", "= = =", ""])
def test_what_is_taken_out_does_not_matter(noise: str) -> None:
    raw = f"{noise}\n{FIRST}\n{noise}\n{SECOND}\n{noise}\n{THIRD}"
    cleaned = f"{FIRST}\n{SECOND}\n{THIRD}"
    places = [0, raw.index(SECOND) - len(noise) - 1, raw.index(THIRD) - len(noise) - 1]
    assert settle(raw, places, cleaned) == [0, cleaned.index(SECOND), cleaned.index(THIRD)]


def test_a_repeated_run_is_found_at_the_nearest_place() -> None:
    text = "\n".join([FIRST] * 5)
    places = [n * (len(FIRST) + 1) for n in range(5)]
    assert settle(text, places, text) == places


def test_a_page_in_mid_sentence() -> None:
    raw = f"{FIRST} {SECOND}"
    place = raw.index("ferry line in May")
    assert settle(raw, [0, place], raw.replace("  ", " ")) == [0, place]


def test_a_place_after_which_nothing_stayed_is_the_end() -> None:
    assert settle(f"{FIRST}\nShare", [0, len(FIRST) + 1], FIRST) == [0, len(FIRST)]
    assert settle("", [0], "") == [0]
    assert settle(FIRST, [0, 5], "") == [0, 0]


def test_the_reader_s_own_cleaning_is_followed() -> None:
    raw = f"NORTHHAVEN, June 3 (Gazette) -- {FIRST}\n{SECOND}\n{THIRD}"
    cleaned = clean(raw, Document(id="x", path="x")).text
    assert settle(raw, [0, raw.index(SECOND), raw.index(THIRD)], cleaned)[1:] == [cleaned.index(SECOND), cleaned.index(THIRD)]


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (9, 1), (10, 2), (19, 2), (20, 3), (999, 3)])
def test_the_page_of_an_offset(offset: int, page: int) -> None:
    assert page_at((0, 10, 20), offset) == page


def test_a_document_without_pages_has_none() -> None:
    assert page_at((), 5) is None
    assert page_at((3, 10), 0) == 1
