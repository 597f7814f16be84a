"""Briefs in their formats, opened by other programs: what they say, that they fit four pages, that names are text everywhere."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html as parsed
from markdown_it import MarkdownIt

from amity.errors import UsageError
from amity.office.brief import Brief, brief
from amity.office.brief.giving import FORMATS, given
from amity.office.render.pdf import pages
from amity.office.words import LANGUAGES
from amity.register import Register, open_register
from tests.matching.make import Maker

MOST_PAGES = 4
SIDES = ("Guangxi", "Lang Son province")
HOSTILE = (
    "<script>alert(1)</script> & Sons",
    '#eval(1) $x$ *bold* _it_ `raw` @label \\ ] ) " #sys.inputs',
    "| a | b | [link](javascript:alert(1)) ![i](x) <b> &amp; ~~gone~~",
    "مدينة الأخوة والصداقة",
    "good\u202eevil\u2066 hidden\u200b name",
    "A" * 700,
    "=cmd|' /C calc'!A0",
)


@pytest.fixture(scope="module")
def made(small: Register) -> Brief:
    return brief(small, *SIDES, as_of="2025-12-31")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """A brief in which titles, actions, persons, publishers and addresses are hostile."""
    readings = []
    for number, name in enumerate(HOSTILE):
        maker = Maker(f"h{number}", f"2024-05-{10 + number}", publisher=name, title=name)
        maker.document.url = f"javascript:alert({number})" if number % 2 else f"https://news.example/{name[:80]}"
        one, other = maker.actor("Guangxi", "province", "CN"), maker.actor("Lang Son province", "province", "VN")
        person = maker.person(name, f"Chair {name}", one)
        maker.event("meeting", f"2024-05-0{number + 1}", [one, other], [(person, one)])
        maker.instrument("other", [one, other], title=f"{name} {number}", signed=f"2024-05-0{number + 1}", words=f"{name} was signed.")
        maker.statement([one], f"do {name} {number}", to=[other], words=f"They will do {name} {number}.")
        maker.statement([one], f"see {name} {number}", to=[other], force=2, words=f"They asked to see {name} {number}.")
        readings.append(maker.reading())
    with open_register(tmp_path_factory.mktemp("hostile") / "amity.db") as register:
        register.add(readings)
        return brief(register, *SIDES)


def _saved(made: Brief, folder: Path, format: str, language: str = "en") -> Path:
    path = folder / f"brief.{format}"
    path.write_bytes(given(made, format, language))
    return path


def _words(document: Document) -> str:  # type: ignore[valid-type]
    told = [one.text for one in document.paragraphs]  # type: ignore[attr-defined]
    return "\n".join([*told, *(cell.text for table in document.tables for row in table.rows for cell in row.cells)])  # type: ignore[attr-defined]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_there_in_every_language(made: Brief, format: str, language: str) -> None:
    assert given(made, format, language)


def test_another_format_is_refused(made: Brief) -> None:
    with pytest.raises(UsageError, match=r"--format odt: .* md, html, docx, pdf"):
        given(made, "odt")


def test_libreoffice_reads_the_document(made: Brief, tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]) -> None:
    told = by_libreoffice(_saved(made, tmp_path, "docx", "vi"), "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    for words in ("Tài liệu tóm tắt: Guangxi và Lang Son province", "广西", "Lạng Sơn", "plant camphor trees by 2025", "Nguồn"):
        assert words in told
    assert "[1]" in told and "https://news.example/1" in told


def test_a_document_has_real_headings_lists_and_heads_of_tables(made: Brief) -> None:
    document = Document(io.BytesIO(given(made, "docx")))
    styles = [one.style.name for one in document.paragraphs]
    assert styles.count("Title") == 1 and styles.count("Heading 1") >= 8 and styles.count("List Number") == len(made.leads)
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    numbered = [one for one in document.paragraphs if one._p.pPr is not None and one._p.pPr.numPr is not None]
    assert len(numbered) == len(made.sources)
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert "NUMPAGES" in page.footer._element.xml and "PAGE" in page.footer._element.xml
    assert document.core_properties.title == "Brief: Guangxi and Lang Son province"


def test_a_pdf_says_the_same_with_all_its_marks(made: Brief, tmp_path: Path, by_pdftotext: Callable[[Path], list[str]]) -> None:
    told = "\n".join(by_pdftotext(_saved(made, tmp_path, "pdf", "vi")))
    for words in (
        "Tài liệu tóm tắt",
        "Trong một phút",
        "Nhân sự chủ chốt",
        "chưa ai kiểm tra",
        "广西",
        "Lạng Sơn",
        "https://news.example/1",
    ):
        assert words in told


def test_chinese_has_a_font(made: Brief, tmp_path: Path, by_pdftotext: Callable[[Path], list[str]]) -> None:
    told = "\n".join(by_pdftotext(_saved(made, tmp_path, "pdf", "zh")))
    assert "一分钟要点" in told and "简报：Guangxi 与 Lang Son province" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_most_crowded_brief_fits_four_pages(
    crowded: Register, language: str, tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]
) -> None:
    made = brief(crowded, *SIDES)
    assert pages(given(made, "pdf", language)) <= MOST_PAGES
    assert pages(by_libreoffice(_saved(made, tmp_path, "docx", language), "pdf").read_bytes()) <= MOST_PAGES


@pytest.mark.parametrize("sides", [("Guangxi", "Vietnam"), ("Laos", "China"), ("China", None), ("Kyrgyzstan", "Tajikistan")])
def test_briefs_of_the_samples_fit_four_pages(samples: Register, sides: tuple[str, str | None]) -> None:
    assert pages(given(brief(samples, *sides), "pdf")) <= MOST_PAGES


def test_a_page_stands_alone_without_scripts(made: Brief) -> None:
    page = given(made, "html", "zh").decode()
    tree = parsed.document_fromstring(page)
    assert (tree.get("lang"), tree.findtext(".//h1")) == ("zh-Hans", "简报：Guangxi与Lang Son province")
    assert not tree.xpath("//script | //link | //img | //iframe | //@onclick")
    assert "prefers-color-scheme: dark" in page and "@media print" in page and "default-src 'none'" in page
    cited = {link[1:] for link in tree.xpath("//a[@class='cite']/@href")}
    assert cited and cited <= set(tree.xpath("//li/@id"))
    assert [int(one) for one in tree.xpath("//section[@class='sources']//li/@value")] == [one.number for one in made.sources]


def test_hostile_names_are_text_in_html(hostile: Brief) -> None:
    page = given(hostile, "html").decode()
    tree = parsed.document_fromstring(page)
    assert not tree.xpath("//script | //img | //b")
    assert not [link for link in tree.xpath("//@href") if link.startswith("javascript")]
    assert "<script>alert(1)</script> & Sons" in tree.text_content()
    assert "\u202e" not in page and "\u2066" not in page


def test_hostile_names_are_text_in_markdown(hostile: Brief) -> None:
    told = given(hostile, "md").decode()
    assert "<script>" not in told
    tree = parsed.document_fromstring(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(told))
    assert not tree.xpath("//script | //img | //b | //s | //em | //code | //blockquote")
    assert all(link.startswith("https://news.example/") for link in tree.xpath("//@href"))
    assert "\\<script\\>alert(1)\\</script\\>" in told
    assert all(line.count(" | ") == told_row(line) for line in told.splitlines() if line.startswith("| ○"))


def told_row(line: str) -> int:
    """Return how many separators a row of the tables has: three columns of people, four of instruments."""
    return 3 - 1 if "Chair" in line else 4 - 1


def test_hostile_names_are_text_in_pdf(hostile: Brief, tmp_path: Path, by_pdftotext: Callable[[Path], list[str]]) -> None:
    told = " ".join(" ".join(by_pdftotext(_saved(hostile, tmp_path, "pdf"))).split())
    assert "<script>alert(1)</script> & Sons" in told
    assert "#eval(1) $x$ *bold* _it_" in told
    assert "والصداقة" in told and "]4[" not in told  # a name written from the right turns nothing beside it


def test_hostile_names_are_text_in_docx(hostile: Brief, tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]) -> None:
    path = _saved(hostile, tmp_path, "docx")
    assert "<script>alert(1)</script> & Sons" in _words(Document(str(path)))
    assert "مدينة" in by_libreoffice(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_hostile_names_fit_four_pages_too(hostile: Brief, format: str, tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]) -> None:
    path = _saved(hostile, tmp_path, format)
    made = path if format == "pdf" else by_libreoffice(path, "pdf")
    assert pages(made.read_bytes()) <= MOST_PAGES
