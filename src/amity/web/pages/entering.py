"""Entering by hand: a form for each kind of record, also for what the reader missed in a report; files, units and days of our own."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response
from sqlalchemy import Connection
from starlette.datastructures import UploadFile as StarletteUpload
from starlette.exceptions import HTTPException

from amity.errors import UsageError
from amity.office.correcting import correct_document
from amity.office.entering import about, enter
from amity.office.fields import FIELDS, Field, RecordKind
from amity.office.record import Record
from amity.office.tables import page_place
from amity.register.files import Attachment, attachment
from amity.web.asking import Connected
from amity.web.forms import Own, Sent, Text, back
from amity.web.language import say
from amity.web.language import value as spoken
from amity.web.rendering import page
from amity.web.visitors import author

router = APIRouter()
NOT_FOUND, WRONG = 404, 400


def _kind(told: str) -> RecordKind:
    found = next((kind for kind in FIELDS if kind == told), None)
    if found is None:
        raise HTTPException(NOT_FOUND, f"There is no record of kind {told}; there are {', '.join(FIELDS)}.")
    return found


@router.get("/enter")
def kinds(request: Request) -> Response:
    """Show what can be entered."""
    return page(request, "kinds.html", kinds=tuple(FIELDS))


@router.get("/enter/{kind}")
def form(request: Request, kind: str) -> Response:
    """Show the form of a kind; what stands in the address is filled in (``document``, ``start``, ``end``: words of a report)."""
    return _form(request, _kind(kind), dict(request.query_params))


def _form(request: Request, kind: RecordKind, told: dict[str, str], error: str = "") -> Response:
    status = WRONG if error else 200
    return page(request, "enter.html", status, kind=kind, fields=FIELDS[kind], told=told, error=error)


@router.post("/enter/{kind}", dependencies=[Own])
def entered(request: Request, kind: str, sent: Sent) -> Response:
    """Enter a record; a form that makes no sense is shown again with what was typed and what is wrong."""
    told = {name: value for name, value in sent.items() if isinstance(value, str)}
    file = sent.get("file")
    given = isinstance(file, StarletteUpload) and file.filename
    content = file.file.read() if isinstance(file, StarletteUpload) and given else b""
    return _entered(request, _kind(kind), told, given or "", content)


def _entered(request: Request, kind: RecordKind, told: dict[str, str], name: str, content: bytes) -> Response:
    register = request.app.state.register
    try:
        kept = attachment(name, content) if content else None
        with register.reading() as connection:
            record = _record(connection, kind, told, kept)
        (made,) = enter(register, [record], by=author(request), files=[kept] if kept else [])
    except UsageError as error:
        return _form(request, kind, told, str(error))
    first = next((one for one in made.facts if one.layer != "actors"), made.facts[0] if made.facts else None)
    to = f"/things/{first.id}" if first else f"/documents/{made.document}"
    if made.outcome == "known":
        return back(request, to, say("this was entered already; nothing was changed"))
    return back(request, to, say("entered {kind}").format(kind=spoken(kind)), made.number)


def _record(connection: Connection, kind: RecordKind, told: dict[str, str], kept: Attachment | None) -> Record:
    fields = {one.name: value for one in FIELDS[kind] if (value := _value(one, told.get(one.name, ""))) not in (None, [], "")}
    meant = None
    if document := told.get("document", "").strip():
        start, end, quote = (told.get(name, "").strip() for name in ("start", "end", "quote"))
        span = (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
        meant = about(connection, document, span=span, quote=quote or None)
    place = page_place(told["page"].strip()) if told.get("page", "").strip() else None
    return Record(
        kind=kind, fields=fields, file=kept.hash if kept else None, name=kept.name if kept else None, place=place, about=meant,
        note=told.get("note", "").strip(),
    )  # fmt: skip


def _value(field: Field, told: str) -> Any:
    """Return what a form says of a field; of fields that may hold several, each line is one."""
    if field.several:
        return [line.strip() for line in told.splitlines() if line.strip()]
    return (told == "true") or None if field.shape == "flag" else told.strip()


@router.post("/attach/{public}", dependencies=[Own])
def attached(
    request: Request, public: str, file: UploadFile, page_number: Annotated[str, Form(alias="page")] = "", note: Text = ""
) -> Response:
    """Add a file as further evidence for a thing."""
    kept = attachment(file.filename or "file", file.file.read())
    place = page_place(page_number.strip()) if page_number.strip() else None
    made = request.app.state.register.attach(public, kept, place=place, by=author(request), note=note)
    if made is None:
        return back(request, f"/things/{public}", say("{name} is attached already; nothing was changed").format(name=kept.name))
    return back(request, f"/things/{public}", say("attached {name}").format(name=kept.name), made.number)


@router.post("/assign/{public}", dependencies=[Own])
def assigned(request: Request, public: str, unit: Text = "", due: Text = "", note: Text = "") -> Response:
    """Say which unit sees to a commitment, and by when."""
    value = {"unit": unit.strip() or None, "due": due.strip() or None}
    made = request.app.state.register.judge("assign", [public], value=value, by=author(request), note=note)
    return back(request, f"/things/{public}", say("assigned {id}").format(id=public), made.number)


@router.post("/correct/{document}", dependencies=[Own])
def corrected(request: Request, document: str, field: Text, value: Text, note: Text = "") -> Response:
    """Correct what is known of a report; with another date its text is read again."""
    made = correct_document(request.app.state.register, document, field, value, by=author(request), note=note)
    return back(request, f"/documents/{document}", say("corrected {field}").format(field=spoken(field)), made.number)


@router.get("/files/{hash}")
def kept_file(hash: str, connection: Connected) -> Response:
    """Give a kept file, byte for byte, to be saved and never shown as a page of this site."""
    from amity.register.files import content

    found = content(connection, hash)
    name = quote(found.name or found.hash, safe="")
    headers = {"content-disposition": f"attachment; filename*=utf-8''{name}", "content-security-policy": "sandbox"}
    return Response(found.content, media_type="application/octet-stream", headers=headers)
