"""Papers as PDF, set by typst with the fonts that it brings; Chinese names in a packaged font.

All words reach the template as data. Scripts for which there is no font are left out and named: no box stands where a letter should.
"""

import re
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec

from amity.exchange.visible import visible
from amity.office.render.paper import ISOLATE, LINKED, RELEASE, Cell, Note, Paper, Points, Run, Section, Source, Table, isolated, shown
from amity.office.words import words

FONTS = ("Libertinus Serif", "Noto Serif SC")
"""Fonts by rank: the first is part of typst (Latin with the marks of Vietnamese, Greek, Cyrillic), the second for Chinese characters."""
SIZE = 9.2
"""Points of the text."""
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA: headings and tables are tagged for readers of the screen; a letter without a font is an error and no box."""
REGIONS = {"en": "GB", "vi": "VN", "zh": "CN"}
UNBROKEN = re.compile(r"[!-~\u00a1-\u024f\u1e00-\u1eff]{31,}")
"""Words too long for a column, which may be broken anywhere."""
PIECE, BREAK = 15, "\u200b"
"""Characters of such a word between two places where it may be broken, each marked by a space without width."""
UNSEEN = (ISOLATE, RELEASE, BREAK)
"""Characters that need no font."""
ASIDE = re.compile(r" ?[(（]([^()（）]*)[)）]")


def pdf(paper: Paper) -> bytes:
    """Return a paper as PDF."""
    import typst

    content = msgspec.json.encode(_data(_set(_visible(paper)))).decode()
    made = typst.compile(
        _template("paper.typ"), font_paths=_folders(), ignore_system_fonts=True, sys_inputs={"paper": content}, pdf_standards=STANDARD,
    )  # fmt: skip
    return made


def pages(document: bytes) -> int:
    """Return how many pages a PDF has."""
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(document)).pages)


def _template(name: str) -> Path:
    path = files("amity.office.render").joinpath(name)
    assert isinstance(path, Path)
    return path


def _folders() -> list[Path]:
    """Return the folders of packaged fonts."""
    from pylopdf_fonts_zh_cn import serif_path

    return [serif_path().parent]


def _data(paper: Paper) -> dict[str, Any]:
    """Return what the template is given."""
    told: dict[str, Any] = msgspec.to_builtins(paper)
    told |= {"fonts": FONTS, "size": SIZE, "region": REGIONS.get(paper.language, "GB")}
    for section, made in zip(told["sections"], paper.sections, strict=True):
        for block, one in zip(section["blocks"], made.blocks, strict=True):
            block["type"] = type(one).__name__.lower()
    for source, made_source in zip(told["sources"], paper.sources, strict=True):
        address = visible(made_source.url)
        source |= {"url": address, "linked": address.startswith(LINKED), "shown": _printed(shown(address))}
    return told


def _visible(paper: Paper) -> Paper:
    return _each(paper, _printed)


def _printed(text: str) -> str:
    """Return words as they are set: what hides is shown, what runs from the right is kept together, long words may be broken."""
    return isolated(UNBROKEN.sub(lambda found: BREAK.join(textwrap.wrap(found[0], PIECE)), visible(text)))


def _set(paper: Paper) -> Paper:
    """Return the paper without the scripts that no font has; a last line names them."""
    lacking = sorted(script for script, letters in _scripts(paper).items() if not _has_font("".join(sorted(letters))))
    if not lacking:
        return paper
    bare = _each(paper, lambda text: _without(text, lacking))
    say = words(paper.language)
    told = say("Not shown for want of a font: {scripts}. The formats docx and html show them.")
    told = told.format(scripts=", ".join(one.capitalize() for one in lacking))
    return msgspec.structs.replace(bare, about=(*bare.about, (Run(told, "mark"),)))


def _scripts(paper: Paper) -> dict[str, set[str]]:
    """Return the letters beyond ASCII that a paper has, by script as Unicode names it."""
    found: dict[str, set[str]] = defaultdict(set)

    def seen(text: str) -> str:
        for letter in text:
            if not letter.isascii() and letter not in UNSEEN:
                found[script(letter)].add(letter)
        return text

    _each(paper, seen)
    return found


def script(letter: str) -> str:
    """Return the first word of a character's name in Unicode, for a letter its script: ``THAI``, ``CJK``; "" for one without a name."""
    return unicodedata.name(letter, "").partition(" ")[0]


@lru_cache(maxsize=256)
def _has_font(letters: str) -> bool:
    """Tell whether the fonts have all of the letters: typst refuses to write a PDF for archives otherwise."""
    import typst

    inputs = {"letters": letters, "fonts": msgspec.json.encode(FONTS).decode()}
    try:
        typst.compile(_template("probe.typ"), font_paths=_folders(), ignore_system_fonts=True, sys_inputs=inputs, pdf_standards="a-2b")
    except typst.TypstError:
        return False
    return True


def _without(text: str, lacking: Iterable[str]) -> str:
    """Return a text without letters of some scripts: a name in brackets goes with them, elsewhere the script's name stands for them."""
    gone = frozenset(lacking)

    def aside(found: re.Match[str]) -> str:
        return "" if any(script(letter) in gone for letter in found[1]) else found[0]

    told, kept, before = ASIDE.sub(aside, text), [], ""
    for letter in told:
        own = "" if letter.isascii() or letter in UNSEEN else script(letter)
        if own not in gone or not own:
            kept.append(letter)
        elif own != before:
            kept.append(f"[{own.capitalize()}]")
        before = own
    return "".join(kept)


def _each(paper: Paper, change: Any) -> Paper:
    """Return the paper with each of its texts changed."""

    def cell(told: Cell) -> Cell:
        return tuple(msgspec.structs.replace(run, text=change(run.text)) for run in told)

    def block(told: Points | Table | Note) -> Points | Table | Note:
        if isinstance(told, Note):
            return Note(cell(told.cell))
        if isinstance(told, Points):
            return Points(tuple(map(cell, told.items)), told.numbered)
        rows = tuple(tuple(map(cell, row)) for row in told.rows)
        return Table(tuple(map(change, told.heads)), told.widths, rows)

    sections = tuple(Section(change(one.title), tuple(map(block, one.blocks)), one.lead) for one in paper.sections)
    sources = tuple(Source(one.number, change(one.words), one.url) for one in paper.sources)
    return msgspec.structs.replace(
        paper, title=change(paper.title), about=tuple(map(cell, paper.about)), sections=sections,
        sources_title=change(paper.sources_title), sources=sources, page=change(paper.page),
    )  # fmt: skip
