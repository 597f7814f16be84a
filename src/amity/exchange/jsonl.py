"""JSON Lines: one reading a line, and the JSON Schema of it."""

from typing import Any

import msgspec

from amity.model import Reading

_ENCODER = msgspec.json.Encoder()


def to_json(reading: Reading) -> str:
    """Return the reading as one line of JSON, the same bytes for the same reading."""
    return _ENCODER.encode(reading).decode("utf-8")


def to_object(reading: Reading) -> dict[str, Any]:
    """Return the reading as the JSON object that to_json writes."""
    converted: dict[str, Any] = msgspec.to_builtins(reading)
    return converted


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a reading."""
    described = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Amity reading", **described}
