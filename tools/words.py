"""The fixed words of the office and its sentences: what the code and the vocabularies hold, and the compiled catalogs.

``python -m tools.words`` writes both anew into the catalogs (new ones untranslated, gone ones left out) and compiles them: words into
``amity.po``, sentences with parts that are filled in (errors, what was searched) into ``sentences.po``.
"""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from amity.model.acts import EventStatus, EventType, InstrumentStatus, InstrumentType, Mode, ProjectStatus
from amity.model.register import AssessmentStatus, TieKind, TieStage
from amity.office.words import SPELT
from tools.page_words import page_messages, page_values
from tools.sentences import templates

ROOT = Path(__file__).parents[1] / "src" / "amity" / "office"
CATALOGS = sorted((ROOT / "locale").glob("*/LC_MESSAGES/amity.po"))
SENTENCES = [path.with_name("sentences.po") for path in CATALOGS]
KEYWORDS: dict[str, tuple[int, ...] | None] = {"say": None, "_say": None, "term": None, "many": (1, 2)}
"""Functions whose first argument (of ``many`` the first two) is translated."""
TRANSLATED = ("amity.office.words", "amity.office.brief.phrases")
"""Modules whose importers speak the reader's language."""
VALUES = (EventType, EventStatus, Mode, InstrumentType, InstrumentStatus, ProjectStatus, TieKind, TieStage, AssessmentStatus)
STATES = ("corrected", "entered")
FREQUENCIES = ("annual", "biennial", "twice-yearly", "quarterly", "monthly", "weekly", "regular")
FIELDS = (
    "event", "instrument", "person", "project", "tie", "figure", "indicator", "actor", "statement",
    "date", "type", "type in title and body", "name", "stage", "status", "place", "value", "mode", "period", "party", "parties",
)  # fmt: skip
"""What reports differ on and of what, as matching calls it."""

WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""The same in every compiled catalog, so that only translations change it."""
UNTOLD = re.compile(rb'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By|Report-Msgid-Bugs-To)[^\n]*\n')
"""Lines of a catalog's head that change with each writing or say nothing."""


def messages() -> dict[str | tuple[str, str], None]:
    """Return all fixed words in the order of the code, then the vocabularies'; those with a plural as pairs."""
    values = [value for literal in VALUES for value in get_args(literal)]
    told = (SPELT.get(one, one.replace("_", " ")) for one in (*values, *STATES, *FREQUENCIES, *FIELDS, *page_values()))
    return dict.fromkeys((*_told_in_code(), *page_messages(KEYWORDS), *told))


def _told_in_code() -> Iterator[str | tuple[str, str]]:
    for path in sorted(ROOT.rglob("*.py")):
        if not any(module in path.read_text(encoding="utf-8") for module in TRANSLATED):
            continue
        for _, words, _, _ in extract_from_file("python", str(path), keywords=KEYWORDS):
            if words and words != ("", ""):
                yield words


def read(path: Path) -> Catalog:
    """Return a catalog as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name)


def renewed(old: Catalog, today: Iterable[str | tuple[str, str]]) -> Catalog:
    """Return a catalog with exactly the words of today and the translations that it has of them."""
    made = Catalog(locale=old.locale, project="Amity", charset="utf-8", fuzzy=False, header_comment=f"# Fixed words of Amity: {old.locale}")
    made.creation_date = made.revision_date = old.creation_date
    for words in today:
        known = old.get(words if isinstance(words, str) else words[0])
        made.add(words, known.string if known else "")
    return made


def compiled(catalog: Catalog) -> bytes:
    """Return a catalog as gettext reads it."""
    catalog.creation_date = catalog.revision_date = WRITTEN
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalog and its compiled form beside it."""
    text = io.BytesIO()
    write_po(text, catalog, width=0, omit_header=False)
    path.write_bytes(UNTOLD.sub(b"", text.getvalue()))
    path.with_suffix(".mo").write_bytes(compiled(read(path)))


if __name__ == "__main__":
    for path in CATALOGS:
        write(path, renewed(read(path), messages()))
    for path in SENTENCES:
        write(path, renewed(read(path), templates()))
