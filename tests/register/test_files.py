"""Files that entries rest on: what is kept, how it is known, and when it goes."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from amity.errors import RegisterError, UsageError
from amity.office.entering import Record, enter
from amity.register import Register, files, open_register, restore
from amity.register.files import DOCX, LARGEST, PDF, XLSX, Attachment, attachment, load

PNG = b"\x89PNG\r\n\x1a\n and pixels"
AGREEMENT = attachment("agreement.pdf", b"%PDF-1.7 an agreement")
POST = {"person": "Le Hoa", "title": "Mayor", "of": "Hue city"}


def packed(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return content.getvalue()


def entered(register: Register, file: Attachment = AGREEMENT, **fields: str) -> Any:
    record = Record(kind="post", fields={**POST, **fields}, file=file.hash, name=file.name, place="page 3")
    return enter(register, [record], by="Ann", files=[file])[0]


def kept(register: Register) -> list[str]:
    with register.reading() as connection:
        return sorted(connection.exec_driver_sql("SELECT name FROM files").scalars())


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.pdf", b"%PDF-1.4 x", PDF),
        ("A.PDF", b"%PDF-1.4 x", PDF),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml"), DOCX),
        ("a.xlsx", packed("[Content_Types].xml", "xl/workbook.xml"), XLSX),
        ("a.png", PNG, "image/png"),
        ("a.jpg", b"\xff\xd8\xff\xe0 x", "image/jpeg"),
        ("a.webp", b"RIFF0000WEBPVP8 ", "image/webp"),
        ("a.tif", b"II*\x00 x", "image/tiff"),
        ("a.csv", "city,since\nHue,2007\n".encode("utf-16"), "text/csv"),
    ],
)
def test_files_are_known_by_their_content(name: str, content: bytes, media: str) -> None:
    found = attachment(name, content)
    assert (found.media, found.content, len(found.hash)) == (media, content, 64)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", b"", "the file is empty"),
        ("a.pdf", PNG, "the content is a file of type image/png, not what .pdf says"),
        ("a.docx", packed("[Content_Types].xml", "xl/workbook.xml"), "not what .docx says"),
        ("a.docx", b"PK\x03\x04 broken", "the content is something else, not what .docx says"),
        ("a.exe", b"MZ\x00\x00", "files that end in .exe are not kept; attach PDF, Word"),
        ("a", b"%PDF-1.4", "files that end in nothing are not kept"),
        ("a.csv", b"\x00\x01\x02", "the content is something else, not what .csv says"),
    ],
)
def test_what_is_not_kept_says_why(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        attachment(name, content)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UsageError, match=r"50 MB; files of 50 MB at most are kept"):
        load(path)


@pytest.mark.parametrize("name", ["none.pdf", ""])
def test_a_file_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        load(tmp_path / name)


def test_one_content_is_kept_once(register: Register) -> None:
    entered(register)
    entered(register, attachment("copy.pdf", AGREEMENT.content), person="Park Min-ho")
    assert kept(register) == ["agreement.pdf"]


def test_a_file_is_found_by_the_beginning_of_its_hash(register: Register) -> None:
    entered(register)
    with register.reading() as connection:
        assert files.content(connection, AGREEMENT.hash[:12]).content == AGREEMENT.content
        assert files.content(connection, f"sha256:{AGREEMENT.hash}").name == "agreement.pdf"
        for told in ("", AGREEMENT.hash[:4], "ffffffffffff"):
            with pytest.raises(UsageError, match="the register has no such file"):
                files.content(connection, told)


def test_a_file_goes_with_the_last_entry_that_rests_on_it(register: Register) -> None:
    one, other = entered(register), entered(register, person="Park Min-ho")
    register.withdraw(one.document)
    assert kept(register) == ["agreement.pdf"]
    register.withdraw(other.document)
    assert kept(register) == []
    assert register.check() == []
    assert AGREEMENT.content not in register.path.read_bytes()


def test_a_file_stays_while_its_entry_may_be_brought_back(register: Register) -> None:
    one = entered(register)
    undone = register.undo(one.number)
    register.withdraw(entered(register, attachment("other.png", PNG), person="Park Min-ho").document)
    assert kept(register) == ["agreement.pdf"]
    register.undo(undone.number)
    assert register.check() == []


def test_an_undone_entry_can_be_withdrawn(register: Register) -> None:
    one = entered(register)
    register.undo(one.number)
    register.withdraw(one.document)
    assert (kept(register), register.check()) == ([], [])
    with pytest.raises(UsageError, match="is withdrawn already"):
        register.withdraw(one.document)


def test_a_file_is_further_evidence_for_a_thing(register: Register) -> None:
    entered(register, attachment("other.png", PNG))
    made = register.attach("act-1", AGREEMENT, place="page 7", by="Bob")
    assert made is not None
    with register.reading() as connection:
        assert [one["name"] for one in files_of(connection)] == ["other.png", "agreement.pdf"]
    undone = register.undo(made.number)
    with register.reading() as connection:
        assert [one["name"] for one in files_of(connection)] == ["other.png"]
    register.undo(undone.number)
    register.rebuild()
    with register.reading() as connection:
        assert files_of(connection)[-1] == {"name": "agreement.pdf", "file": AGREEMENT.hash, "place": "page 7", "by": "Bob", "at": made.at}


def test_the_same_file_and_page_of_a_thing_are_known_again(register: Register) -> None:
    entered(register, attachment("other.png", PNG))
    made = register.attach("act-1", AGREEMENT, place="page 7")
    assert made is not None
    assert register.attach("act-1", AGREEMENT, place="page 7", by="Bob") is None
    assert register.attach("act-1", AGREEMENT, place="page 8") is not None
    register.undo(made.number)
    assert register.attach("act-1", AGREEMENT, place="page 7") is not None
    with register.reading() as connection:
        assert [one["place"] for one in files_of(connection)[1:]] == ["page 8", "page 7"]


def files_of(connection: Any) -> list[dict[str, Any]]:
    from amity.register.queries.details import show

    found: list[dict[str, Any]] = show(connection, "act-1")["files"]
    return found


def test_an_attached_file_goes_with_its_thing(register: Register) -> None:
    one = entered(register, attachment("other.png", PNG))
    register.attach("act-1", AGREEMENT)
    register.withdraw(one.document)
    assert kept(register) == []


def test_attaching_to_nothing_is_refused(register: Register) -> None:
    with pytest.raises(UsageError, match="act-9: the register has no such id"):
        register.attach("act-9", AGREEMENT)
    assert kept(register) == []


def test_backups_hold_the_files(register: Register, tmp_path: Path) -> None:
    entered(register)
    register.backup(tmp_path / "backup.db")
    restore(tmp_path / "backup.db", tmp_path / "restored.db")
    with open_register(tmp_path / "restored.db") as restored:
        assert kept(restored) == ["agreement.pdf"]
        assert restored.dump() == register.dump()


def test_a_damaged_file_is_told(register: Register, tmp_path: Path) -> None:
    entered(register)
    with register.writing() as connection:
        connection.exec_driver_sql("UPDATE files SET content = x'00'")
    assert register.check() == [f"file {AGREEMENT.hash}: agreement.pdf is not what was attached"]
    register.backup(tmp_path / "backup.db")
    with pytest.raises(RegisterError, match="it is not whole"):
        restore(tmp_path / "backup.db", tmp_path / "restored.db")
    with register.writing() as connection:
        connection.exec_driver_sql("DELETE FROM files")
    assert register.check() == [f"entry:hand#1: its file {AGREEMENT.hash} is not there"]
