"""Formats: one a file, each turning bytes into documents with their text and what the format tells of them."""

from amity.reading.formats.model import Broken, Documents, Format, Found, Input, LeftOut, Limits, Options
from amity.reading.formats.registry import FORMATS, documents, recognise, table

__all__ = ["FORMATS", "Broken", "Documents", "Format", "Found", "Input", "LeftOut", "Limits", "Options", "documents", "recognise", "table"]
