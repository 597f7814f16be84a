"""Sheets of the office desk as pages and as files: the same that the commands print, with ids as links."""

import re
from collections.abc import Sequence
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from markupsafe import Markup, escape

from amity.exchange.rows import plain, to_csv
from amity.gazetteer.folding import fold
from amity.office.render.sheet import Column, Sheet
from amity.register.files import XLSX
from amity.web.language import again, capital, country, say
from amity.web.rendering import page

ID = re.compile(r"\b(?:act|evt|ins|sta|mec|prj|ind)-\d+\b|\btie-[\w-]+")
AS_TOLD = frozenset({"id", "ids", "label", "parties", "members", "others", "quote", "address", "actor", "party"})
"""Columns of names, ids and words of reports."""


MOST_ROWS = 300
"""Rows of a sheet that a page shows; its files hold all."""
LED = ("label", "actor")
"""Columns whose words lead to the page of the thing whose id a row has; the id itself, which people do not read, is left out then."""
LEADING = ("sheet", "link")
"""Kinds of columns that lead somewhere by themselves."""


def cell(column: Column, row: dict[str, Any]) -> Markup:
    """Return a value: words that lead to their thing, a source to its address, a figure to its section, any public id to its page."""
    told = row.get(column.name)
    to = _to(column, row)
    if to:
        words = _said(column, told)
        return Markup('<a href="{0}"{1}>{2}</a>').format(to, Markup(' rel="noreferrer"') if column.name == "source" else "", capital(words))
    words = escape(_said(column, told))
    return Markup(ID.sub(lambda found: f'<a href="/things/{found[0]}">{found[0]}</a>', str(words))) if "-" in words else words


def _said(column: Column, told: Any) -> str:
    """Return a value in the language of the page."""
    if column.name in AS_TOLD:
        return plain(told)
    if column.kind == "sheet":
        return say(told)
    if column.name == "country":
        return country(told)
    return "; ".join(again(one) for one in told) if isinstance(told, list | tuple) else again(told)


def _to(column: Column, row: dict[str, Any]) -> str:
    """Return where the words of a cell lead, "" for nowhere."""
    if column.kind not in LEADING and column.name not in (*LED, "source"):
        return ""
    if not plain(row.get(column.name)):
        return ""
    if column.kind == "sheet":
        return f"#{anchor(row[column.name])}" if row.get("count") else ""
    if column.name in LED:
        return f"/things/{row['id']}" if ID.fullmatch(plain(row.get("id"))) else ""
    address = plain(row.get("address")) if column.name == "source" else plain(row[column.name]) if column.kind == "link" else ""
    return address if address.startswith(("http://", "https://")) else ""


def anchor(name: str) -> str:
    """Return the name of a sheet as the place on its page."""
    return name.lower().replace(" ", "-")


def shown(sheet: Sheet) -> list[Column]:
    """Return the columns of a sheet that say anything, without those whose values stand behind others."""
    told = [one for one in sheet.columns if any(plain(row.get(one.name)) not in ("", one.dull) for row in sheet.rows)]
    names = {one.name for one in told}
    behind = {"derived": names & {"kind"}, "id": names & {*LED}, "address": names & {"source"}, "ids": names & {"figure"}}
    return [one for one in told if not behind.get(one.name)]


def give(request: Request, title: str, sheets: Sequence[Sheet], **values: Any) -> Response:
    """Return sheets as a page; ``?format=csv`` (the first) or ``xlsx`` in the address gives a file."""
    format = request.query_params.get("format", "")
    name = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-") or "amity"  # headers hold no other letters
    if format == "csv":
        names = [column.name for column in sheets[0].columns]
        lines = to_csv({one: row.get(one) for one in names} for row in sheets[0].rows)
        return file("".join(f"{line}\n" for line in lines), "text/csv; charset=utf-8", f"{name}.csv")
    if format == "xlsx":
        from amity.office.render.xlsx import workbook

        return file(workbook(sheets, title=title), XLSX, f"{name}.xlsx")
    return page(request, values.pop("template", "sheets.html"), title=title, sheets=sheets, cell=cell, shown=shown, anchor=anchor, **values)


def file(content: bytes | str, kind: str, name: str) -> Response:
    """Return a file to keep."""
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
