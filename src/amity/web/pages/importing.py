"""Lists of an office: a preview of what would become of each row, then the import by the same code."""

import shutil
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response

from amity.errors import AmityError, UsageError
from amity.office.lists import Import, Options, import_list, template_called
from amity.office.render.imports import about, errors, import_sheet
from amity.web.forms import Own, Text, back
from amity.web.language import again
from amity.web.rendering import page
from amity.web.sheets import cell, file, shown
from amity.web.uploads import received
from amity.web.visitors import author

router = APIRouter()
TEMPLATES = ("friendly-cities", "agreements", "delegations-in", "delegations-out")
KEPT = 20
"""Lists whose preview waits for its import; of more, the oldest is forgotten."""


@router.get("/import")
def form(request: Request) -> Response:
    """Show how to import a list."""
    return page(request, "import.html", templates=TEMPLATES)


@router.get("/import/template/{name}")
def template(name: str) -> Response:
    """Give an empty list, or the profile that says what its columns mean."""
    return file(template_called(name), "text/csv; charset=utf-8" if name.endswith(".csv") else "text/plain; charset=utf-8", name)


@router.post("/import", dependencies=[Own])
def preview(
    request: Request,
    list_file: UploadFile,
    profile: Text = "",
    sheet: Text = "",
    home: Text = "",
    dates: Text = "",
    skip: Annotated[bool, Form()] = False,
) -> Response:
    """Show what would become of each row; nothing is entered yet."""
    if not list_file.filename:
        raise UsageError("import: no list; choose a CSV or Excel file")
    options = Options(
        profile=profile or None, sheet=sheet or None, home=tuple(one.strip() for one in home.split(";") if one.strip()),
        dates="dmy" if dates == "dmy" else "mdy" if dates == "mdy" else None, skip_errors=skip,
    )  # fmt: skip
    folder, (kept,) = received([list_file])
    path = Path(kept)
    try:
        found = import_list(request.app.state.register, path, options, by=author(request), preview=True)
    except AmityError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise type(error)(str(error).replace(f"{path.parent}/", "")) from error  # the visitor's file, not where it is kept
    return _shown(request, found, _remembered(request, path, options))


def _remembered(request: Request, path: Path, options: Options) -> int:
    waiting: dict[int, tuple[Path, Options]] = request.app.state.lists
    number = max(waiting, default=0) + 1
    waiting[number] = (path, options)
    for old in sorted(waiting)[:-KEPT]:
        shutil.rmtree(waiting.pop(old)[0].parents[1], ignore_errors=True)
    return number


@router.post("/import/{number}", dependencies=[Own])
def imported(request: Request, number: int) -> Response:
    """Enter the rows of a list that was looked at."""
    if number not in request.app.state.lists:
        raise UsageError("import: this preview is from before the register was opened anew, or was imported; choose the list again")
    path, options = request.app.state.lists[number]
    found = import_list(request.app.state.register, path, options, by=author(request))
    if not found.entered:
        return _shown(request, found, number)
    shutil.rmtree(request.app.state.lists.pop(number)[0].parents[1], ignore_errors=True)
    return back(request, "/log", again(about(found)))


def _shown(request: Request, found: Import, number: int) -> Response:
    sheet = import_sheet(found)
    return page(
        request,
        "preview.html",
        found=found,
        about=about(found),
        wrong=list(errors(found)),
        sheet=sheet,
        cell=cell,
        shown=shown,
        number=number,
    )
