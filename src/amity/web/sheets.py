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
from amity.web.language import value
from amity.web.rendering import page

ID = re.compile(r"\b(?:act|evt|ins|sta|mec|prj|ind)-\d+\b|\btie-[\w-]+")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def cell(column: Column, row: dict[str, Any]) -> Markup:
    """Return a value with every public id in it as a link; an address of the web is one too."""
    told = row.get(column.name)
    if column.kind == "link" and str(told or "").startswith(("http://", "https://")):
        return Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(told)
    said = plain(told) if column.name in ("id", "records") else value(told) if column.kind == "text" else plain(told)
    return Markup(ID.sub(lambda found: f'<a href="/things/{found[0]}">{found[0]}</a>', str(escape(said))))


def shown(sheet: Sheet) -> list[Column]:
    """Return the columns of a sheet that say anything."""
    return [one for one in sheet.columns if any(plain(row.get(one.name)) not in ("", one.dull) for row in sheet.rows)]


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
    return page(request, values.pop("template", "sheets.html"), title=title, sheets=sheets, cell=cell, shown=shown, **values)


def file(content: bytes | str, kind: str, name: str) -> Response:
    """Return a file to keep."""
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
