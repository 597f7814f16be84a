"""``amity brief``: to standard output or a file, in the format that its name ends with."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Amity, Done

SIDES = ("Guangxi", "Cao Bang province")


def test_it_goes_to_standard_output_as_markdown(amity: Amity) -> None:
    done = amity("brief", *SIDES)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Brief: Guangxi Zhuang Autonomous Region and Cao Bang province\n")
    assert "## In one minute" in done.out and "## Sources" in done.out


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.md", b"# Brief"), ("a.html", b"<!doctype html>"), ("a.docx", b"PK"), ("a.PDF", b"%PDF"), ("a.json", b"{"), ("a", b"#")],
)
def test_a_file_s_name_tells_the_format(amity: Amity, tmp_path: Path, name: str, start: bytes) -> None:
    done = amity("brief", *SIDES, "--output", tmp_path / name)
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_the_format_asked_for_goes_before_the_name(amity: Amity, tmp_path: Path) -> None:
    amity("brief", *SIDES, "--format", "docx", "--output", tmp_path / "a.bin", "--language", "vi")
    document = Document(io.BytesIO((tmp_path / "a.bin").read_bytes()))
    assert document.paragraphs[0].text.startswith("Tài liệu tóm tắt: ")


def test_json_holds_the_whole_brief(amity: Amity) -> None:
    told = json.loads(amity("brief", *SIDES, "--format", "json", "--as-of", "2023-12-31").out)
    assert (told["as_of"], told["limited"]) == ("2023-12-31", True)
    assert all(one["day"] <= "2023-12-31" for one in told["sources"])


def test_home_makes_it_ours_and_theirs(amity: Amity, monkeypatch: pytest.MonkeyPatch) -> None:
    told = amity("brief", *SIDES, "--home", "Cao Bang province").out
    assert "**They promised:**" in told and "Both promised: still open" in told and "Guangxi Zhuang Autonomous Region promised" not in told
    monkeypatch.setenv("AMITY_HOME", "Cao Bang province")
    assert amity("brief", *SIDES).out == told


def test_one_party_alone(amity: Amity) -> None:
    assert "## Partners by stage" in amity("brief", "Miri City").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Siem Reap",), "Siem Reap: 2 parties have this name"),
        (("Atlantis",), "Atlantis: the register has no party of this name"),
        (("Guangxi", "Guangxi"), "name two parties"),
        ((*SIDES, "--as-of", "soon"), "--as-of soon: not a day"),
        ((*SIDES, "--language", "fr"), "the fixed words are in en, vi, zh"),
        ((*SIDES, "--home", "Nowherestan"), "Nowherestan"),
        ((*SIDES, "--output", "/no/such/folder/a.md"), "--output /no/such/folder/a.md"),
    ],
)
def test_what_makes_no_sense_is_one_line(amity: Amity, one_line: Callable[[Done], str], words: tuple[str, ...], said: str) -> None:
    assert said in one_line(amity("brief", *words))


def test_a_register_that_is_not_there(amity: Amity, one_line: Callable[[Done], str], tmp_path: Path) -> None:
    assert "there is no such file" in one_line(amity("brief", *SIDES, "--register", tmp_path / "none.db"))
