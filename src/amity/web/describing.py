"""What programs may ask, as an OpenAPI document: one path a list, with the filters, orders and values that this version has."""

from typing import Any

from amity import __version__
from amity.model.acts import FORCES
from amity.register.queries.filters import STATES, VOCABULARY
from amity.register.queries.listing import LISTINGS, Listing
from amity.register.queries.pages import PAGE
from amity.web.asking import NAMES, SINGLE

IN_ADDRESSES = {field: name for name, field in NAMES.items()}
TOLD = {
    "party": "Names or ids, all of which take part.",
    "person": "Names or ids, all of which take part.",
    "place": "Places, with all that lies in them.",
    "start": "A day, month or year: 2024-11-07, 2024-11, 2024.",
    "end": "A day, month or year: 2024-11-07, 2024-11, 2024.",
    "force": f"A number from 0 to {len(FORCES) - 1}, or a range: 4-6.",
    "confidence": "At least so sure.",
    "state": "What people decided; what they rejected is left out unless asked for.",
    "source": "Publishers.",
}
REFERRED = "#/components/schemas/"
FORMATS = {"json": "application/json", "jsonl": "application/x-ndjson", "csv": "text/csv"}


def openapi(most: int) -> dict[str, Any]:
    """Return the document (OpenAPI 3.1.0); a program may ask for so many rows at ``most``."""
    paths: dict[str, Any] = {}
    for listing in LISTINGS.values():
        paths[f"/api/{listing.name}"] = {"get": _list(listing, most)}
        for format, media in FORMATS.items():
            paths[f"/{listing.name}.{format}"] = {"get": _export(listing, format, media)}
    paths["/api/things/{id}"] = {"get": _thing()}
    about = (
        "Rows and things of one register. Every answer carries an ETag that changes when anything was added or decided; "
        "asked again with If-None-Match it is answered by 304."
    )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Amity", "version": __version__, "description": about},
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _list(listing: Listing, most: int) -> dict[str, Any]:
    page = [
        _parameter("after", "The cursor of the page before; the header Link holds the address of the next page whole.", {"type": "string"}),
        _parameter("limit", "Rows of a page.", {"type": "integer", "minimum": 1, "maximum": most, "default": PAGE}),
    ]
    answer = _answer("One page.", "application/json", {"$ref": f"{REFERRED}Page"})
    answer["headers"] = {
        "Link": {"description": 'The next page (RFC 8288): <ADDRESS>; rel="next"', "schema": {"type": "string"}},
        "ETag": {"description": "Of the register as it was asked.", "schema": {"type": "string"}},
    }
    return _operation(f"list_{listing.name}", listing.about, [*_filters(listing), *page], answer)


def _export(listing: Listing, format: str, media: str) -> dict[str, Any]:
    row: dict[str, Any] = {"$ref": f"{REFERRED}Row"}
    schema = {"type": "array", "items": row} if format == "json" else {"type": "string"}
    answer = _answer("All rows, however many, as a stream.", media, schema)
    return _operation(
        f"export_{listing.name}_{format}", f"{listing.about} All rows that the filters let through.", _filters(listing), answer
    )


def _thing() -> dict[str, Any]:
    id = {"name": "id", "in": "path", "required": True, "description": "A public id, such as ins-12.", "schema": {"type": "string"}}
    answer = _answer("The thing, with each report's words.", "application/json", {"$ref": f"{REFERRED}Row"})
    return _operation("show_thing", "All that is known of one thing.", [id], answer)


def _operation(name: str, about: str, parameters: list[dict[str, Any]], answer: dict[str, Any]) -> dict[str, Any]:
    wrong = _answer("What went wrong, and the way out.", "application/json", {"$ref": f"{REFERRED}Error"})
    unchanged = {"description": "Nothing was added or decided since."}
    responses = {"200": answer, "304": unchanged, "default": wrong}
    return {"operationId": name, "summary": about, "parameters": parameters, "responses": responses}


def _answer(about: str, media: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": about, "content": {media: {"schema": schema}}}


def _parameter(name: str, about: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": about, "schema": schema}


def _filters(listing: Listing) -> list[dict[str, Any]]:
    """Return the parameters that narrow and order a list."""
    sort = _parameter("sort", "The order; - is the other way round.", {"enum": list(listing.sorts), "default": listing.sorts[0]})
    checked = _parameter("checked_only", "Only what a person confirmed, corrected or entered.", {"type": "boolean"})
    return [*(_filter(listing, name) for name in listing.filters), checked, sort]


def _filter(listing: Listing, name: str) -> dict[str, Any]:
    known = {"state": STATES, "confidence": ("high", "medium", "low")}
    values = known.get(name) or VOCABULARY.get((listing.layer or listing.table.name, name))
    one: dict[str, Any] = {"enum": list(values)} if values else {"type": "string"}
    schema = one if name in SINGLE else {"type": "array", "items": one}
    return _parameter(IN_ADDRESSES.get(name, name), TOLD.get(name, f"By {name}; of several values any will do."), schema)


def _schemas() -> dict[str, Any]:
    row = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}, "additionalProperties": True}
    page = {"rows": {"type": "array", "items": {"$ref": f"{REFERRED}Row"}}, "total": {"type": "integer"}, "more": {"type": "boolean"}}
    error = {"status": {"type": "integer"}, "message": {"type": "string"}}
    return {
        "Row": row,
        "Page": {
            "type": "object",
            "required": list(page),
            "properties": page,
            "description": "more: there are more than total",
        },
        "Error": {
            "type": "object",
            "required": ["error"],
            "properties": {"error": {"type": "object", "required": list(error), "properties": error}},
        },
    }
