"""Papers in each format: words are words, scripts without a font are named, addresses are cut on paper only."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from lxml import html as parsed
from markdown_it import MarkdownIt

from amity.office.render.docx import docx
from amity.office.render.html import html
from amity.office.render.markdown import markdown
from amity.office.render.paper import SHOWN, Note, Paper, Points, Run, Section, Source, Table, plain, shown
from amity.office.render.pdf import pages, pdf

ADDRESS = "https://news.example/" + "long-" * 40
NAMES = [
    "plain",
    "*starred*",
    "_under_",
    "# heading",
    "1. first",
    "- dash",
    "+ plus",
    "> quote",
    "a | b",
    "<i>tag</i>",
    "&amp;",
    "`code`",
    "~~x~~",
]


def paper(*cells: str, language: str = "en", url: str = "") -> Paper:
    """Return a paper that says the cells as a line, in a table, and in a note."""
    runs = tuple((Run(one, "strong", (1,)),) for one in cells)
    blocks = (Points(runs), Points(runs, numbered=True), Table(("One", "Two"), (1, 2), tuple((one, one) for one in runs)), Note(runs[0]))
    return Paper(
        language=language, title="Title", about=runs[:1], sections=(Section("First", blocks, lead=True), Section("Second", blocks[:1])),
        sources_title="Sources", sources=(Source(1, "Daily", url),), page="page {page} of {pages}",
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_markdown_shows_what_was_said(name: str) -> None:
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown(paper(name)))
    tree = parsed.document_fromstring(page)
    assert [one.text_content() for one in tree.xpath("//li/strong")][:1] == [name]
    assert [one.text_content().removesuffix(" [1]") for one in tree.xpath("//td")] == [name, name]
    assert not tree.xpath("//i | //code | //blockquote | //em | //s | //li//ol")
    assert len(tree.xpath("//h2")) == 3


@pytest.mark.parametrize("name", NAMES)
def test_html_shows_what_was_said(name: str) -> None:
    tree = parsed.document_fromstring(html(paper(name)))
    assert {one.text_content() for one in tree.xpath("//li/strong | //td/strong")} == {name}
    assert not tree.xpath("//main//i | //main//em")


@pytest.mark.parametrize("name", NAMES)
def test_docx_shows_what_was_said(name: str) -> None:
    document = Document(io.BytesIO(docx(paper(name))))
    assert [one.text for one in document.paragraphs if name in one.text] == [f"{name}[1]"] * 5
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [f"{name}[1]"] * 2


def test_pdf_shows_what_was_said(tmp_path: Path, by_pdftotext: Callable[[Path], list[str]]) -> None:
    (tmp_path / "paper.pdf").write_bytes(pdf(paper(*NAMES)))
    (told,) = by_pdftotext(tmp_path / "paper.pdf")
    assert all(told.count(name) >= 5 for name in NAMES)
    assert "page 1 of 1" in told


def test_characters_that_steer_or_hide_are_shown_as_codes() -> None:
    name = "a\u202eb\x00c\u200bd"
    told = "a\\u202eb\\x00c\\u200bd"
    assert told in html(paper(name)) and told.replace("\\", "\\\\") in markdown(paper(name))
    assert told in "\n".join(one.text for one in Document(io.BytesIO(docx(paper(name)))).paragraphs)
    assert pages(pdf(paper(name))) == 1


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Not shown for want of a font: Lao"), ("vi", "Không hiển thị vì thiếu phông chữ: Lao")]
)
def test_a_script_without_a_font_is_named_and_leaves_no_boxes(
    language: str, told: str, tmp_path: Path, by_pdftotext: Callable[[Path], list[str]]
) -> None:
    (tmp_path / "paper.pdf").write_bytes(pdf(paper("Vientiane (ວຽງຈັນ)", "ວຽງຈັນ and Hà Nội", language=language)))
    found = " ".join("\n".join(by_pdftotext(tmp_path / "paper.pdf")).split())
    assert told in found and "Vientiane[1]" in found and "[Lao] and Hà Nội" in found
    assert "ວ" not in found and "\ufffd" not in found


def test_scripts_that_the_fonts_have_are_shown(tmp_path: Path, by_pdftotext: Callable[[Path], list[str]]) -> None:
    names = ("Харків", "Đồng Đăng Lạng Sơn Thừa Thiên Huế", "广西壮族自治区", "Αθήνα")
    (tmp_path / "paper.pdf").write_bytes(pdf(paper(*names)))
    told = "\n".join(by_pdftotext(tmp_path / "paper.pdf"))
    assert all(name in told for name in names) and "Not shown" not in told


def test_addresses_are_cut_on_paper_and_whole_behind_it() -> None:
    assert len(shown(ADDRESS)) == SHOWN and shown("https://a.example/") == "https://a.example/"
    assert f"<{ADDRESS}>" in markdown(paper("a", url=ADDRESS))
    assert parsed.document_fromstring(html(paper("a", url=ADDRESS))).xpath("//a[@rel]/@href") == [ADDRESS]
    document = Document(io.BytesIO(docx(paper("a", url=ADDRESS))))
    assert ADDRESS in [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert ADDRESS.encode() in pdf(paper("a", url=ADDRESS))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://x", "file:///etc/passwd"])
def test_other_addresses_are_words(url: str) -> None:
    assert not parsed.document_fromstring(html(paper("a", url=url))).xpath("//a[@rel]")
    assert not [one for one in Document(io.BytesIO(docx(paper("a", url=url)))).part.rels.values() if one.is_external]
    assert f"({url})".encode() not in pdf(paper("a", url=url))


def test_the_words_of_a_cell() -> None:
    assert plain((Run("a "), Run("b", "mark"))) == "a b"


def test_numbers_in_brackets_never_become_links() -> None:
    made = paper("(see below)", ": https://bad.example", "[1]: https://bad.example", "](https://bad.example)")
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown(made))
    assert not parsed.document_fromstring(page).xpath("//a")
