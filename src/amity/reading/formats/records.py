"""Records of tables: which field holds the text, which ones title, date, address and publisher, and the document of a record."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from amity.errors import SourceError
from amity.reading.formats.days import day
from amity.reading.formats.model import Broken, Found, Input, Options
from amity.reading.formats.text import bounded, digest
from amity.vocabulary import load

LEAST_WORDS = 20  # words of a field that is taken for the text though its name does not say so
SHOWN = 12  # names of fields that a message lists


class Columns:
    """Which fields of a table hold what: by the user's word, else by known names, else by the longest text of its first record."""

    def __init__(self, source: Input, options: Options, format: str) -> None:
        self._source, self._options, self._format = source, options, format
        self._guess: str | None = None

    def document(self, record: Any, number: int, where: str) -> Found | Broken:
        """Return the record's document; ``number`` counts from 1, ``where`` names it in a message ("line 3")."""
        if not isinstance(record, Mapping):
            return Broken(self._source.path, f"{where} is no record with named fields; mend or remove it")
        name = self._text_name(record)
        text = _as_text(record.get(name)) if name is not None else ""
        if not text.strip():
            return Broken(self._source.path, f"{where} has no {self._wanted(name)} with words in it; {_way_out(record)}")
        try:
            bounded(text, self._options.limits)
        except SourceError as error:
            return Broken(self._source.path, f"{where}: {error}")
        return self._found(record, text, number)

    def check(self, names: Iterable[str], first: Mapping[str, Any] | None = None) -> None:
        """Raise SourceError when a table with these columns has none that holds text; ``first`` is its first record."""
        record = first if first is not None else dict.fromkeys(names, "")
        if self._text_name(record) is None or (self._options.text_field and self._options.text_field not in record):
            raise SourceError(f"no {self._wanted(None)} among its columns; {_way_out(dict.fromkeys(names))}")

    def _wanted(self, name: str | None) -> str:
        chosen = self._options.text_field or name
        return "text field" if chosen in (None, "text") else f"text field {chosen!r}"

    def _text_name(self, record: Mapping[Any, Any]) -> str | None:
        if self._options.text_field:
            return self._options.text_field
        named = _parts(tuple(map(str, record))).get("text", ())
        with_words = [name for name in named if _as_text(record[name]).strip()]
        if named:
            return (with_words or list(named))[0]
        if self._guess not in record:
            self._guess = self._guess or _longest(record)
        return self._guess

    def _found(self, record: Mapping[str, Any], text: str, number: int) -> Found:
        name = _first(record, "id")
        return Found(
            path=self._source.path,
            text=text,
            digest=digest(text.encode("utf-8", "surrogatepass")),
            format=self._format,
            facts=_facts(record, text),
            record=str(number) if name is None else str(name),
        )


@lru_cache(maxsize=256)
def _parts(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return, for each part of a document, the names of fields known to hold it, likeliest first."""
    plain = {_plain(name): name for name in reversed(names)}
    return {part: tuple(plain[known] for known in map(_plain, wanted) if known in plain) for part, wanted in load("columns").items()}


def _plain(name: str) -> str:
    """Return the name in small letters, its words joined by ``_``: ``published_at`` for ``Published At``."""
    return re.sub(r"[\W_]+", "_", name).strip("_").lower()


def known_parts(names: Iterable[str]) -> set[str]:
    """Return the parts of a document that columns of these names are known to hold."""
    return {part for part, known in _parts(tuple(names)).items() if known}


def _first(record: Mapping[str, Any], part: str) -> Any:
    """Return the value of the likeliest field that holds the part."""
    values = (record[name] for name in _parts(tuple(map(str, record))).get(part, ()))
    return next((value for value in values if value not in (None, "", [], {})), None)


def _as_text(value: Any) -> str:
    """Return a text, or a list of paragraphs as one."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return ""


def _longest(record: Mapping[Any, Any]) -> str | None:
    sizes = {name: len(_as_text(value).split()) for name, value in record.items()}
    best = max(sizes, key=sizes.__getitem__, default=None)
    return best if best is not None and sizes[best] >= LEAST_WORDS else None


def _label(value: Any) -> str:
    """Return a name: of an object its ``name``, of a list its parts."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or ""
    if isinstance(value, list):
        return ", ".join(label for part in value if (label := _label(part)))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _facts(record: Mapping[str, Any], text: str) -> dict[str, str]:
    told = {part: _label(_first(record, part)) for part in ("title", "publisher", "author")}
    told["published"] = day(_first(record, "published")) or ""
    address = _label(_first(record, "url"))
    told["url"] = address if _scheme(address) in ("http", "https") else ""
    return {part: value for part, value in told.items() if value and value != text}


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def _way_out(record: Mapping[Any, Any]) -> str:
    names = [str(name) for name in record][:SHOWN]
    shown = ", ".join(name if name.isprintable() else repr(name) for name in names)
    return f"name one of its fields with --text-field ({shown})" if shown else "give it one"
