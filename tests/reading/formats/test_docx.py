"""Word files: the text in its order, tracked changes accepted, bombs refused."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from amity.reading.formats import Limits, Options
from tests.reading.formats.made import REPORT, archive, found, read, reason, word_file


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def test_paragraphs_are_lines() -> None:
    document = found(word_file("Towns to open ferry line", "", REPORT), "report.docx")
    assert (document.text, document.format) == (f"Towns to open ferry line\n{REPORT}", "DOCX")


def test_it_is_told_from_an_archive_under_any_name() -> None:
    assert found(word_file(REPORT), "report.zip").format == "DOCX"


def test_cells_and_lists_stand_in_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("Before the table.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Northhaven", "Eastwick"
    document.add_paragraph("After the table.", style="List Bullet")
    assert found(saved(document)).text.split("\n") == ["Before the table.", "Northhaven", "Eastwick", "After the table."]


def test_tracked_changes_are_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The towns ")
    for xml in (
        f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>refused</w:delText></w:r></w:del>',
        f'<w:moveFrom {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>never</w:t></w:r></w:moveFrom>',
        f'<w:ins {nsdecls("w")} w:id="3" w:author="a"><w:r><w:t>agreed</w:t></w:r></w:ins>',
        f"<w:r {nsdecls('w')}><w:t>.</w:t><w:br/><w:t>A</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>stop line.</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    assert found(saved(document)).text == "The towns agreed.\nA non-stop line."


@pytest.mark.parametrize(("title", "kept"), [("Mayor Ilse Brandt", {"title": "Mayor Ilse Brandt"}), ("Draft 7", {}), ("", {})])
def test_a_title_is_kept_when_the_text_has_it_too(title: str, kept: dict[str, str]) -> None:
    assert found(word_file(REPORT, title=title)).facts == kept


def test_without_words_it_is_refused() -> None:
    assert "no words" in reason(word_file(""))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = io.BytesIO(word_file(REPORT))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/picture.png", b"0" * 200_000)
    assert "unpacks to more than 100,000 bytes" in reason(data.getvalue(), options=Options(limits=Limits(list_bytes=100_000)))


@pytest.mark.parametrize("part", [b"<not xml", b"", b"<w:document/>", b"<a>" * 5000])
def test_a_damaged_one_is_told(part: bytes) -> None:
    assert "DOCX" in reason(archive({"[Content_Types].xml": b"", "word/document.xml": part}), "report.docx")


def test_entities_do_not_grow() -> None:
    grown = {n: f"&e{n - 1};" * 10 for n in range(1, 9)}
    entities = "".join(f'<!ENTITY e{n} "{ten}">' for n, ten in grown.items())
    with zipfile.ZipFile(io.BytesIO(word_file(REPORT))) as good:
        parts = {name: good.read(name) for name in good.namelist()}
    body = parts["word/document.xml"].split(b"?>", 1)[1].replace(b"Mayor", b"&e8;", 1)
    parts["word/document.xml"] = f'<!DOCTYPE d [<!ENTITY e0 "words">{entities}]>'.encode() + body
    assert all(len(getattr(one, "text", "")) < 1000 for one in read(archive(parts)))
