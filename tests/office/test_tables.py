"""Records from TOML files and from the command line: errors name the file, the table and the field."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amity.errors import UsageError
from amity.office.entering import enter
from amity.office.fields import KINDS
from amity.office.tables import Desk, page_place, tables
from amity.register import Register, open_register
from tests.matching.make import Maker

POST = "[[post]]\nperson = 'Le Hoa'\ntitle = 'Mayor'\nof = 'Hue city'\n"
WHOLE = """
[[instrument]]
party = ["Da Nang", "Wakayama city"]
type = "friendly_city_agreement"
signed_on = 1997-05-06
file = "scans/agreement.pdf"
page = 3

[[statement]]
by_party = "Hue city"
force = "pledge"
action = "open a lantern school"
joint = true

[[instrument]]
party = ["Hue city", "Gyeongju"]
type = "mou"
note = "from the second drawer"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans" / "agreement.pdf").write_bytes(b"%PDF-1.7 an agreement")
    (tmp_path / "own.toml").write_text(WHOLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "amity.db") as opened:
        yield opened


def refused(register: Register, folder: Path, content: str) -> str:
    path = folder / "wrong.toml"
    path.write_text(content, encoding="utf-8")
    with register.reading() as connection, pytest.raises(UsageError) as raised:
        Desk(connection).of_file(path)
    return str(raised.value).replace(str(path), "wrong.toml")


def test_each_table_is_a_record(register: Register, folder: Path) -> None:
    with register.reading() as connection:
        desk = Desk(connection)
        records = desk.of_file(folder / "own.toml")
    assert [one.kind for one in records] == ["instrument", "instrument", "statement"]
    (file,) = desk.files.values()
    assert (records[0].file, records[0].name, records[0].place) == (file.hash, "agreement.pdf", "page 3")
    assert records[1].note == "from the second drawer"
    made = enter(register, records, by="Ann", files=list(desk.files.values()))
    assert [one.outcome for one in made] == ["new"] * 3
    assert [one.outcome for one in enter(register, records, by="Ann")] == ["known"] * 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[instrumnt]]\n", "wrong.toml: [[instrumnt]]: no such kind of record (did you mean instrument?); there are instrument, event"),
        ("[instrument]\ntype = 'mou'\n", "wrong.toml: instrument: write each record as a table of its own, under [[instrument]]"),
        ("instrument = 3\n", "wrong.toml: instrument: write each record as a table of its own"),
        ("", "wrong.toml: it holds no record; begin one with [[instrument]]"),
        ("[[instrument]\n", "wrong.toml: this is no TOML file"),
        ("\0\1\2", "wrong.toml: this is no TOML file"),
        ("[[event]]\n[[event]]\ntype = 'visit'\n", "wrong.toml: event 1: party: a record of kind event needs it"),
        ("[[tie]]\nparty = ['Hue city', 'Gyeongju']\ntype = 'friendly_city'\nstage = 'established'\nsinse = 1\n",
         "wrong.toml: tie 1: sinse: a record of kind tie has no such field (did you mean since?)"),
        (f"{POST}file = 'none.pdf'\n", "none.pdf: there is no such file"),
        (f"{POST}page = 3\n", "page: 3 of which file? Attach it with file"),
        (f"{POST}span = '1:3'\n", "span, quote: of which report?"),
        (f"{POST}document = 'none'\nquote = 'a'\n", "none: the register has no document"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(register: Register, folder: Path, content: str, message: str) -> None:
    assert message in refused(register, folder, content)


def test_the_template_of_the_docs_can_be_entered(register: Register, tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "entries.md"
    template = page.read_text(encoding="utf-8").split("```toml\n")[1].partition("```")[0]
    path = tmp_path / "template.toml"
    path.write_text(template, encoding="utf-8")
    with register.reading() as connection:
        records = Desk(connection).of_file(path)
    assert {one.kind for one in records} == set(KINDS)
    assert [one.outcome for one in enter(register, records, by="Ann")] == ["new"] * len(records)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it cannot be read"):
        tables(tmp_path / "none.toml")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * 5_000_001)
    with pytest.raises(UsageError, match="5 MB; split it into files of 5 MB at most"):
        tables(path)


@pytest.mark.parametrize("told", ["0", "-1", "three", 1.5, "1:2"])
def test_what_is_no_page_is_refused(told: Any) -> None:
    with pytest.raises(UsageError, match="is no page; give its number, from 1"):
        page_place(told)


def test_a_report_is_named_by_its_id_or_name(register: Register) -> None:
    report = Maker("report-one", "2024-05-02")
    report.actor("Hue", "municipality", "VN")
    report.sentence("A lantern school will open.")
    register.add(report.reading())
    told = {"by_party": "Hue city", "force": 4, "action": "open a lantern school", "quote": "lantern school will open"}
    with register.reading() as connection:
        desk = Desk(connection)
        named = [desk.record("statement", {**told, "document": one}).about for one in ("report-one", "sha256:report-one", "report-one.txt")]
        start = report.text.index("lantern")
        named.append(desk.record("statement", {**told, "document": "report-one", "span": f"{start}:{start + 24}"}).about)
    assert len(set(named)) == 1
    assert named[0] is not None and named[0].quote == "lantern school will open"


@pytest.mark.parametrize("told", ["12", "a:b", "3-9", ":"])
def test_what_is_no_span_is_refused(register: Register, told: str) -> None:
    report = Maker("report-one", "2024-05-02")
    register.add(report.reading())
    fields = {"by_party": "Hue city", "force": 4, "action": "open a school", "document": "report-one", "span": told}
    with register.reading() as connection, pytest.raises(UsageError, match="is no span; give the first character"):
        Desk(connection).record("statement", fields)


def test_a_document_without_words_is_refused(register: Register) -> None:
    fields = {"by_party": "Hue city", "force": 4, "action": "open a school", "document": "report-one"}
    with register.reading() as connection, pytest.raises(UsageError, match="say which of its words tell it"):
        Desk(connection).record("statement", fields)
