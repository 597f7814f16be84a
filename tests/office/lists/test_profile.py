"""Profiles: those that ship, and those that people write."""

import csv
import io
from pathlib import Path

import pytest

from amity.errors import UsageError
from amity.office.lists.books import open_book
from amity.office.lists.heading import find_list
from amity.office.lists.profile import parse, profile_called, shipped, template_called

MINE = """
title = "Ours"
kind = "instrument"
keys = [["partner"]]
[[column]]
name = "partner"
field = "party"
headings = ["Wer"]
required = true
"""


def test_four_profiles_ship_with_a_template_and_an_empty_list_each(tmp_path: Path) -> None:
    assert set(shipped()) == {"agreements", "delegations-in", "delegations-out", "friendly-cities"}
    for name, profile in shipped().items():
        assert parse(template_called(name), name) == profile
        path = tmp_path / f"{name}.csv"
        path.write_text(template_called(f"{name}.csv"), encoding="utf-8")
        headed = find_list(open_book(path), None, None)
        assert (headed.profile.name, headed.unused()) == (name, [])
        assert len(next(csv.reader(io.StringIO(template_called(f"{name}.csv"))))) == len(headed.places)


def test_no_heading_of_a_profile_stands_for_two_of_its_columns() -> None:
    for profile in shipped().values():
        headings = [heading for column in profile.column for heading in column.headings]
        assert len(headings) == len(set(headings)), profile.name


def test_a_profile_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    profile = profile_called(str(path))
    assert (profile.name, profile.title, profile.column[0].called) == ("mine", "Ours", "partner")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("kind =", "kid ="), "`kid`"), (('"party"', '"partie"'), "'partie' is no field of instrument; there are party, type"),
        (('[["partner"]]', '[["who"]]'), "no column is called 'who'; there are partner"), (('[["partner"]]', "[]"), "keys is empty"),
        (('["Wer"]', "[]"), "give it a heading"), (('"instrument"', '"treaty"'), "treaty"),
        (("required", "requird"), "requird"),
        (("[[column]]", "[fixed]\ntype = 'accord'\n[[column]]"), "'accord' is no type of instrument; there are letter_of_intent"),
        (("[[column]]\n", '[[column]]\nfield = "party"\nname = "partner"\nheadings = ["x"]\n[[column]]\n'),
         "two columns are called 'partner'"),
        (("title", "="), "Invalid|invalid"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_profile_is_named(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE.replace(*change, 1), encoding="utf-8")
    with pytest.raises(UsageError, match=reason) as raised:
        profile_called(str(path))
    assert str(path) in str(raised.value)


def test_unknown_profiles_and_templates_are_told_with_those_there_are(tmp_path: Path) -> None:
    for call, given in ((profile_called, "treaties"), (template_called, "treaties")):
        with pytest.raises(UsageError, match="agreements"):
            call(given)
    with pytest.raises(UsageError, match="cannot be read"):
        profile_called(str(tmp_path / "none.toml"))


def test_the_profile_that_the_docs_show_is_one() -> None:
    page = (Path(__file__).parents[3] / "docs" / "lists.md").read_text(encoding="utf-8")
    shown = page.split("```toml\n")[1].split("```")[0]
    profile = parse(shown, "shown")
    assert (profile.list, profile.column[2].dates, profile.skip[0].values) == ("port", "dmy", ("draft",))
