"""`amity read` on what users have: every format, addresses, and one line for each input that cannot be read."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from amity.cli import main
from tests.reading import site as sites
from tests.reading.formats.made import archive, html, json_lines, parquet, word_file

REPORT = "TAMPERE, June 3 -- Mayor Aino Laine of Tampere met Mayor Karl Huber of Linz on Tuesday. Huber said Linz will open a tram line."


@pytest.fixture
def amity(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(*words: object) -> tuple[int, list[Any], list[str]]:
        monkeypatch.setattr(sys, "argv", ["amity", "read", "--format", "json", *map(str, words)])
        with pytest.raises(SystemExit) as exit_:
            main()
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), [json.loads(line) for line in captured.out.splitlines()], captured.err.splitlines()

    return run


def test_a_folder_of_all_formats_is_read_and_bad_files_told(amity: Any, tmp_path: Path) -> None:
    files = {
        "a.html": html(f"<article><p>{REPORT}</p></article>"),
        "b.docx": word_file(REPORT),
        "c.zip": archive({"in.txt": REPORT, "../out.txt": REPORT, "bomb.txt": b"0" * 5_000_000}),
        "d.parquet": parquet(text=[REPORT], id=["x"]),
        "e.pdf": b"%PDF-1.7 nothing",
        "f.png": b"\x89PNG\r\n\x1a\n\0\0",
        "g.txt": b"",
        "h.jsonl": json_lines({"text": REPORT}) + b"{broken\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    code, readings, errors = amity(tmp_path)
    assert code == 1
    assert [Path(one["document"]["path"]).name for one in readings] == ["a.html", "b.docx", "in.txt", "d.parquet#x", "h.jsonl#1"]
    assert [line.split(": ")[1].removeprefix(f"{tmp_path}/") for line in errors] == [
        "c.zip/../out.txt",
        "c.zip/bomb.txt",
        "e.pdf",
        "f.png",
        "g.txt",
        "h.jsonl",
    ]
    assert all("Aino Laine" in {actor["name"] for actor in one["actors"]} for one in readings)


def test_the_text_field_is_the_user_s(amity: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines({"text": "Something else entirely.", "words": REPORT}))
    code, (reading,), _ = amity("--text-field", "words", tmp_path / "a.jsonl")
    assert (code, "Aino Laine" in reading["text"]) == (0, True)


def test_an_address_is_read_when_private_machines_are_allowed(amity: Any) -> None:
    with sites.running() as site:
        site.answers["/a"] = sites.page(html(f"<article><p>{REPORT}</p></article>"))
        code, (reading,), _ = amity("--allow-private", f"{site.address}/a")
        assert (code, reading["document"]["url"]) == (0, f"{site.address}/a")
        code, readings, (line,) = amity(f"{site.address}/a")
    assert (code, readings, "--allow-private" in line) == (1, [], True)
