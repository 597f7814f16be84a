"""Figures of the measurements: their goals, and the table that they are written as."""

from pathlib import Path

from bench.figures import PAGE, Figure, least, most, printed, write


def test_goals_bound_from_above_or_below() -> None:
    assert most("time", 1.2, 1.2).reached
    assert not most("time", 1.21, 1.2).reached
    assert least("rate", 1000, 1000).reached
    assert not least("rate", 999, 1000).reached


def test_what_is_not_reached_is_told() -> None:
    lines = printed([most("start-up", 2.5, 2, " s"), least("rate", 1234.5, 1000, " documents/s", 0), Figure("size", "44")]).splitlines()
    assert "2.50 s  ≤ 2 s  NOT REACHED" in lines[0]
    assert lines[1].endswith("1,234 documents/s  ≥ 1,000 documents/s")
    assert lines[2].endswith("44")


def test_the_table_is_written_between_its_marks_as_often_as_wanted(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("before\n<!-- bench -->\n<!-- /bench -->\nafter\n", encoding="utf-8")
    for value in (3.0, 1.0):
        write([most("start-up", value, 2, " s")], "Python 3, 2 cores.", page)
    table = "Python 3, 2 cores.\n\n| figure | goal | measured |\n|---|---|---|\n| start-up | ≤ 2 s | 1.00 s |"
    assert page.read_text(encoding="utf-8") == f"before\n<!-- bench -->\n{table}\n<!-- /bench -->\nafter\n"


def test_the_page_has_the_marks() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.index("<!-- bench -->") < text.index("<!-- /bench -->")
