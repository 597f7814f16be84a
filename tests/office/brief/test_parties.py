"""Names shown in the reader's way, entries among the sources, and both sides of a home."""

from pathlib import Path

import pytest

from amity.model import Reading
from amity.model.entry import Entry
from amity.office.brief import brief
from amity.office.brief.known import is_latin
from amity.office.brief.phrases import LONGEST, Phrases, cut
from amity.office.brief.wording import paper
from amity.office.render.paper import Paper, Points, Table, plain
from amity.office.words import words
from amity.register import Register, open_register
from tests.matching.make import Maker


def _lines(made: Paper) -> list[str]:
    """Return every line and cell of a paper."""
    found = [plain(cell) for cell in made.about]
    for section in made.sections:
        for block in section.blocks:
            if isinstance(block, Points):
                found += [plain(item) for item in block.items]
            elif isinstance(block, Table):
                found += [plain(cell) for row in block.rows for cell in row]
            else:
                found.append(plain(block.cell))
    return found


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Two states and a minister, who has a name in his own script."""
    maker = Maker("1", "2024-05-10", publisher="Example News Agency")
    one, other = maker.actor("Laos", "state", "LA"), maker.actor("China", "state", "CN")
    person = maker.person("Wang Li", "Minister", other, also=["王力"])
    maker.event("meeting", "2024-05-09", [one, other], [(person, other)])
    with open_register(tmp_path / "amity.db") as opened:
        opened.add(maker.reading())
    return opened


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Brief: Laos and China"), ("vi", "Tài liệu tóm tắt: Lào và Trung Quốc"), ("zh", "简报：老挝与中国")]
)
def test_states_have_their_names_in_the_reader_s_language(register: Register, language: str, title: str) -> None:
    assert paper(brief(register, "Laos", "China"), language).title == title


def test_native_names_stand_beside_the_english_ones(register: Register, small: Register) -> None:
    assert any("Wang Li (王力)" in line for line in _lines(paper(brief(register, "Laos", "China"))))
    assert "Guangxi (广西) – Lang Son province (Lạng Sơn)" in _lines(paper(brief(small, "Guangxi", "Lang Son province")))[0]


@pytest.mark.parametrize(("name", "told"), [("Lạng Sơn", True), ("广西", False), ("Харків", False), ("Medellín", True), ("", True)])
def test_scripts_are_told_apart(name: str, told: bool) -> None:
    assert is_latin(name) is told


def _entered() -> Reading:
    """An instrument that Ann entered from an office's file, long after it was signed."""
    maker = Maker("entered", "2019-05-06")
    one, other = maker.actor("Guangxi", "province", "CN"), maker.actor("Lang Son province", "province", "VN")
    maker.instrument("friendly_city_agreement", [one, other], signed="2019-05-06", title="friendship of lanterns")
    made = maker.reading()
    made.document.path = "entry:hand"
    made.document.entry = Entry(by="Ann", at="2026-11-22T08:00:00+00:00", name="agreements.pdf", place="page 3")
    return made


def test_entries_are_cited_with_who_when_and_where_from(own: Register) -> None:
    own.add(_entered())
    told = paper(brief(own, "Guangxi", "Lang Son province"))
    assert "entered by Ann on 22 Nov 2026, agreements.pdf, page 3" in [one.words for one in told.sources]


def test_an_entry_counts_from_when_it_was_made(own: Register) -> None:
    own.add(_entered())
    assert "friendship of lanterns" in [one.label for one in brief(own, "Guangxi", "Lang Son province").texts]
    assert "friendship of lanterns" not in [one.label for one in brief(own, "Guangxi", "Lang Son province", as_of="2025-12-31").texts]


def test_lines_that_nobody_has_checked_are_marked_without_colour(own: Register) -> None:
    before = brief(own, "Guangxi", "Lang Son province")
    own.judge("correct", [before.texts[0].id], field="title", value="memorandum on boats", by="Ann")
    told = _lines(paper(brief(own, "Guangxi", "Lang Son province")))
    assert any(line.startswith("● Memorandum of understanding: memorandum on boats [corrected]") for line in told)
    assert any(line.startswith("○ ") and "hold a lantern fair" in line for line in told)


def test_we_and_they_are_said_where_home_is_known(small: Register) -> None:
    told = paper(brief(small, "Guangxi", "Lang Son province", home=["Guangxi"]))
    titles = [section.title for section in told.sections]
    assert titles.index("They promised: still open") < titles.index("We promised: still open")
    assert any("They promised: “plant camphor trees by 2025”" in line for line in _lines(told))


def test_what_nothing_is_known_of_says_what_was_searched(register: Register) -> None:
    told = paper(brief(register, "Laos", "China"))
    assert told.sections[-1].title == "Nothing known of"
    assert "projects, conflicts (searched: 1 report, 1 outlet, up to 10 May 2024)" in _lines(told)[-1]


def test_long_texts_are_cut_in_one_line() -> None:
    assert len(cut("word " * 100)) == LONGEST and cut("word " * 100).endswith("…")
    assert cut("two\nlines, ") == "two lines"


def test_days_left_and_over(small: Register) -> None:
    phrases = Phrases(brief(small, "Guangxi", "Lang Son province"), words("en"))
    assert [phrases.left(days) for days in (0, 1, 30, -1)] == ["today", "in 1 day", "in 30 days", "1 day ago"]
    assert phrases.due("2025-03", -5) == "due Mar 2025, day passed (derived)"
    assert phrases.due("2025-03-01", 5) == "due 1 Mar 2025, in 5 days"
    assert phrases.due("", None) == ""
