"""PDF files: reading order, hyphens, running lines, pages, and files without readable text."""

import io

import pypdf
import pytest

from amity.reading.formats import Limits, Options
from amity.reading.pages import page_at
from tests.reading.formats.made import column, found, pdf, reason

LEFT = (
    "The mayor of Northhaven and her guests from East-",
    "wick met on Monday to speak of their long-",
    "term plans. They agreed to open a ferry line and",
    "to train port staff. A joint committee is to meet",
    "in spring, when the tide allows it, and to report",
    "to both councils by the end of the same month, in",
)
RIGHT = (
    "writing. The smaller town, said its own mayor, in-",
    "tends to send twelve teachers to the port school.",
    "The ferry is to sail every day from May and carry",
    "two hundred passengers on each of its trips, with",
    "room for forty cars below the deck. Its first trip",
    "will be free for pupils of every school.",
)
LEFT_TEXT = (
    "The mayor of Northhaven and her guests from Eastwick met on Monday to speak of their long-term plans. They agreed to open a ferry "
    "line and to train port staff. A joint committee is to meet in spring, when the tide allows it, and to report to both councils by "
    "the end of the same month, in"
)
RIGHT_TEXT = (
    "writing. The smaller town, said its own mayor, intends to send twelve teachers to the port school. The ferry is to sail every day "
    "from May and carry two hundred passengers on each of its trips, with room for forty cars below the deck. Its first trip will be free "
    "for pupils of every school."
)


def encrypted(data: bytes, user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user, owner_password="owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_lines_become_a_paragraph_and_broken_words_whole() -> None:
    document = found(pdf(column(60, 700, *LEFT)), "report.pdf")
    assert (document.text, document.format, document.pages) == (LEFT_TEXT, "PDF", (0,))


def test_columns_drawn_one_after_the_other_are_kept_so() -> None:
    document = found(pdf(column(60, 700, *LEFT) + column(310, 700, *RIGHT)))
    assert document.text.split("\n")[0].startswith(LEFT_TEXT)
    assert document.text.replace("\n", " ") == f"{LEFT_TEXT} {RIGHT_TEXT}"


def test_columns_drawn_row_by_row_are_put_in_order() -> None:
    rows = [place for pair in zip(column(60, 700, *LEFT), column(310, 700, *RIGHT), strict=True) for place in pair]
    assert found(pdf(rows)).text.replace("\n", " ") == f"{LEFT_TEXT} {RIGHT_TEXT}"


def test_a_line_over_both_columns_stays_where_it_is() -> None:
    rows = [place for pair in zip(column(60, 700, *LEFT), column(310, 700, *RIGHT), strict=True) for place in pair]
    document = found(pdf([(60, 740, "Two towns to be joined by a ferry"), *rows]))
    assert document.text.startswith("Two towns to be joined by a ferry\nThe mayor")


def test_words_far_off_the_page_do_not_make_it_wide() -> None:
    rows = [place for pair in zip(column(60, 700, *LEFT), column(310, 700, *RIGHT), strict=True) for place in pair]
    assert "Northhaven" in found(pdf([*rows, (9e8, 100, "far away"), (60, 80, "tiny")], size=10)).text


def test_many_lines_are_put_together_at_once() -> None:
    pages = [
        column(60, 800, *(f"Line {number} of the many lines of this long page is as full as the others are here." for number in range(60)))
    ]
    assert len(found(pdf(*pages * 20)).pages) == 20


def test_a_table_is_read_row_by_row() -> None:
    names, figures = ("Port", "Northhaven", "Eastwick", "Southquay", "Westmole", "Midpier"), ("Ships", "120", "85", "40", "33", "12")
    rows = [place for pair in zip(column(60, 700, *names), column(310, 700, *figures), strict=True) for place in pair]
    words = found(pdf(rows)).text.split()
    assert words.index("120") == words.index("Northhaven") + 1


def test_paragraphs_part_at_a_wider_gap_and_after_a_short_line() -> None:
    page = column(60, 700, *LEFT[:3], "to train staff.") + column(60, 640, *RIGHT)
    first, second = found(pdf(page)).text.split("\n")
    assert first.endswith("to train staff.")
    assert second.startswith("writing.")


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("a plan for co-", "operation", "a plan for cooperation"),
        ("a cross-", "border road", "a cross-border road"),
        ("a high-", "level group", "a high-level group"),
        ("a short-", "age of staff", "a shortage of staff"),
        ("a twenty-", "five year plan", "a twenty-five year plan"),
        ("the minister of Guinea-", "Bissau", "the minister of Guinea- Bissau"),
        ("a soft break in agri\u00ad", "culture", "a soft break in agriculture"),
    ],
)
def test_hyphens_at_the_end_of_a_line(before: str, after: str, joined: str) -> None:
    lead = "The mayor of the town and her guests from it spoke of "
    page = column(
        60, 700, "A line as long as all the lines of this page are, or a little longer, it seems.", lead + before, after + " was told."
    )
    assert joined in found(pdf(page)).text


def test_the_document_s_own_words_decide_on_a_hyphen() -> None:
    lines = (
        "A re-election was told of by all who were there on Monday, and so a re-",
        "election it was, said the clerk of the council on that day in the hall.",
    )
    assert "so a re-election it was" in found(pdf(column(60, 700, *lines))).text


def test_running_heads_and_page_numbers_are_set_apart() -> None:
    pages = [
        [(60, 810, "Northhaven Gazette"), *column(60, 700, *lines), (290, 20, f"- {number} -")]
        for number, lines in enumerate((LEFT, RIGHT, LEFT[::-1]), start=7)
    ]
    document = found(pdf(*pages))
    assert "Gazette" not in document.text
    assert "- 8 -" not in document.text
    assert [(out.text, out.rule) for out in document.left_out][:2] == [("Northhaven Gazette", "running-line"), ("- 7 -", "page-number")]
    assert [out.at for out in document.left_out] == [start for start in document.pages for _ in "hn"]


def test_pages_begin_where_their_words_begin() -> None:
    document = found(pdf(column(60, 700, *LEFT), column(60, 700, *RIGHT)))
    assert document.text == f"{LEFT_TEXT} {RIGHT_TEXT}"
    assert document.pages == (0, document.text.index("writing."))
    assert [
        page_at(document.pages, document.text.index(words)) for words in ("The mayor", "the same month", "writing", "every school")
    ] == [1, 1, 2, 2]


def test_an_empty_page_counts() -> None:
    document = found(pdf(column(60, 700, *LEFT), [], column(60, 700, "Its own sentence stands here.")))
    assert len(document.pages) == 3
    assert page_at(document.pages, document.text.index("Its own")) == 3


@pytest.mark.parametrize(
    ("title", "kept"), [("The mayor of Northhaven", {"title": "The mayor of Northhaven"}), ("Microsoft Word - x.doc", {}), (None, {})]
)
def test_a_title_is_kept_when_the_text_has_it_too(title: str | None, kept: dict[str, str]) -> None:
    assert found(pdf(column(60, 700, *LEFT), title=title)).facts == kept


def test_without_text_it_is_told_to_be_scanned() -> None:
    assert "without text" in reason(pdf([], []))


def test_encrypted_is_told() -> None:
    assert "an encrypted PDF" in reason(encrypted(pdf(column(60, 700, *LEFT)), "secret"))


def test_a_password_that_only_forbids_changes_does_not_matter() -> None:
    assert found(encrypted(pdf(column(60, 700, *LEFT)), "")).text == LEFT_TEXT


@pytest.mark.parametrize("keep", [9, 60, 400, 900])
def test_a_damaged_one_is_told(keep: int) -> None:
    assert "PDF" in reason(pdf(column(60, 700, *LEFT))[:keep], "report.pdf")


def test_more_pages_than_the_limit_are_refused() -> None:
    assert "3 pages, more than the 2" in reason(pdf([], [], []), options=Options(limits=Limits(pages=2)))
