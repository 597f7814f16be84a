"""Papers as DOCX: real headings, heads of tables on each page, sources as numbered paragraphs, page numbers, A4."""

import io
import re
from typing import Any

from amity.exchange.visible import visible
from amity.office.render.paper import LINKED, Cell, Note, Paper, Points, Run, Section, Source, Table, isolated, shown

FONT, EAST = "Times New Roman", "SimSun"
"""Fonts that offices have; Chinese names are set in the second."""
SIZE, SMALL, TITLE, HEAD = 9.5, 7.5, 17, 11.5
"""Points: text, sources and notes, title, headings."""
WIDTH_MM, HEIGHT_MM, MARGIN_MM = 210, 297, 17
SOURCES = 90
"""Number of the list of sources among the lists of the document; templates use far fewer."""
SOFT, MARK, SHADE, LINE = "555555", "7A3300", "F3F1EA", "BBBBBB"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""
LANGUAGES = {"en": "en-GB", "vi": "vi-VN", "zh": "zh-CN"}


def docx(paper: Paper) -> bytes:
    """Return a paper as a Word document."""
    from docx import Document

    document = Document()
    _settle(document, paper)
    _number_sources(document)
    document.add_paragraph(_text(paper.title), style="Title")
    for cell in paper.about:
        _fill(document.add_paragraph(), cell, SMALL + 1)
    for section in paper.sections:
        _section(document, section)
    document.add_heading(_text(paper.sources_title), level=1)
    for source in paper.sources:
        _source(document, source)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _settle(document: Any, paper: Paper) -> None:
    """Set page, fonts, language, names of the document and the line at the foot."""
    from docx.shared import Mm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
    page.footer_distance = Mm(MARGIN_MM / 2)
    sizes = {"Normal": SIZE, "Title": TITLE, "Heading 1": HEAD, "List Number": SIZE, "Footer": SMALL}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
        _fonts(style.element.get_or_add_rPr(), paper.language)
        style.paragraph_format.space_after = Pt(1.5)
        style.paragraph_format.line_spacing = 1.0
    document.styles["Heading 1"].paragraph_format.space_before = Pt(7)
    document.styles["Title"].font.bold = True
    document.core_properties.title = _text(paper.title)[:255]
    document.core_properties.author = "Amity"
    document.core_properties.language = LANGUAGES.get(paper.language, "en-GB")
    _foot(page.footer.paragraphs[0], paper.page)


def _fonts(properties: Any, language: str) -> None:
    """Name the font of each kind of script, theme fonts out of the way, and the language for hyphens and spelling."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, font in (("ascii", FONT), ("hAnsi", FONT), ("cs", FONT), ("eastAsia", EAST)):
        fonts.set(qn(f"w:{script}"), font)
    known = properties.find(qn("w:lang"))
    spoken = known if known is not None else _element("w:lang")
    spoken.set(qn("w:val"), LANGUAGES.get(language, "en-GB"))
    if known is None:
        properties.append(spoken)


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _section(document: Any, section: Section) -> None:
    document.add_heading(_text(section.title), level=1)
    for block in section.blocks:
        if isinstance(block, Note):
            _fill(document.add_paragraph(), block.cell, SMALL)
        elif isinstance(block, Points):
            for item in block.items:
                paragraph = document.add_paragraph(style="List Number" if block.numbered else "Normal")
                _fill(paragraph, item, SIZE)
                if section.lead:
                    paragraph._p.get_or_add_pPr().append(_element("w:shd", val="clear", color="auto", fill=SHADE))
        else:
            _table(document, block)


def _table(document: Any, block: Table) -> None:
    from docx.shared import Mm

    table = document.add_table(rows=0, cols=len(block.heads))
    table.autofit = False
    table._tbl.tblPr.append(_lines())
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = Mm((WIDTH_MM - 2 * MARGIN_MM) * share / sum(block.widths))
    head = table.add_row()
    head._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))
    rows = [(head, tuple((Run(one, "strong"),) for one in block.heads)), *((table.add_row(), row) for row in block.rows)]
    for made, cells in rows:
        made._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))
        for place, column, cell in zip(made.cells, table.columns, cells, strict=True):
            place.width = column.width
            _fill(place.paragraphs[0], cell, SIZE - 1)


def _lines() -> Any:
    """Return the borders of a table: a thin line below each row."""
    made = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        made.append(_element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    return made


def _fill(paragraph: Any, cell: Cell, size: float) -> None:
    from docx.shared import Pt

    for run in cell:
        if run.text:
            _set(paragraph.add_run(_text(run.text)), run.style, size)
        for number in run.cites:
            cited = paragraph.add_run(f"[{number}]")
            cited.font.size, cited.font.superscript = Pt(size), True


def _set(made: Any, style: str, size: float) -> None:
    from docx.shared import Pt, RGBColor

    made.font.size = Pt(size)
    made.bold = style in ("strong", "mark")
    made.italic = style == "quote"
    if style in ("soft", "mark"):
        made.font.color.rgb = RGBColor.from_string(SOFT if style == "soft" else MARK)


def _source(document: Any, source: Source) -> None:
    """Write a source as an entry of the numbered list."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    numbered = _element("w:numPr")
    numbered.extend((_element("w:ilvl", val="0"), _element("w:numId", val=str(SOURCES))))
    paragraph._p.get_or_add_pPr().insert(0, numbered)
    paragraph.add_run(_text(source.words)).font.size = Pt(SMALL)
    if source.url:
        paragraph.add_run(", ").font.size = Pt(SMALL)
        run = paragraph.add_run(_text(shown(source.url)))
        run.font.size = Pt(SMALL)
        if source.url.startswith(LINKED):
            _link(paragraph, run, _text(source.url))


def _link(paragraph: Any, run: Any, address: str) -> None:
    """Make a run lead to an address."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    link = _element("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(link)
    link.append(run._r)


def _number_sources(document: Any) -> None:
    """Define the list of sources, whose numbers look as the citations do: ``[1]``."""
    from docx.oxml.ns import qn

    level = _element("w:lvl", ilvl="0")
    indent = _element("w:pPr")
    indent.append(_element("w:ind", left="450", hanging="450"))
    size = _element("w:rPr")
    size.append(_element("w:sz", val=str(2 * SMALL)))
    parts = (_element("w:start", val="1"), _element("w:numFmt", val="decimal"), _element("w:lvlText", val="[%1]"))
    level.extend((*parts, _element("w:lvlJc", val="left"), indent, size))
    kind = _element("w:abstractNum", abstractNumId=str(SOURCES))
    kind.extend((_element("w:multiLevelType", val="singleLevel"), level))
    numbering = document.part.numbering_part.element
    numbering.insert(list(numbering).index(numbering.find(qn("w:num"))), kind)
    used = _element("w:num", numId=str(SOURCES))
    used.append(_element("w:abstractNumId", val=str(SOURCES)))
    numbering.append(used)


def _foot(paragraph: Any, told: str) -> None:
    """Write the line at the foot, with fields in place of the page and the number of pages."""
    from docx.shared import Pt

    for part in re.split(r"(\{pages?\})", told):
        if part in ("{page}", "{pages}"):
            run = paragraph.add_run()
            for kind, text in (("begin", ""), ("", "PAGE" if part == "{page}" else "NUMPAGES"), ("end", "")):
                run._r.append(_field(kind, text))
        else:
            run = paragraph.add_run(_text(part))
        run.font.size = Pt(SMALL)


def _field(kind: str, text: str) -> Any:
    if kind:
        return _element("w:fldChar", fldCharType=kind)
    made = _element("w:instrText")
    made.text = text
    return made


def _text(text: str) -> str:
    return isolated(NOT_XML.sub("", visible(text)))
