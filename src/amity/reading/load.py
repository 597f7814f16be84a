"""Loading: what sources hold becomes documents with their raw text and what is known of them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from amity.errors import SourceError
from amity.model import Document
from amity.model.text import stem
from amity.reading.formats import Found, LeftOut, Options
from amity.reading.metadata import Facts
from amity.reading.sources import found

if TYPE_CHECKING:
    from amity.reading.network import Fetcher


class Loaded(NamedTuple):
    """A document and its raw text, as found.

    ``pages`` are the offsets in it at which its pages begin, ``left_out`` what the format's own rules took out of it.
    """

    document: Document
    text: str
    pages: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Failure(NamedTuple):
    """A document that could not be read: where it is, and why with the way out, in one line."""

    path: str
    reason: str


def load(
    sources: Iterable[str],
    known: Mapping[str, Facts],
    published: str | None,
    options: Options = Options(),  # noqa: B008 (immutable)
    fetcher: "Fetcher | None" = None,
) -> Iterator[Loaded | Failure]:
    """Yield each document of the sources (see ``amity.reading.sources``), or why it could not be loaded.

    ``known`` holds facts by stem or record id, ``published`` (ISO 8601) the day for documents of which nothing else is known.
    """
    for one in found(sources, options, fetcher):
        yield _loaded(one, known, published) if isinstance(one, Found) else Failure(*one)


def documents(source: Path) -> Iterator[tuple[Document, str]]:
    """Yield each document of one source with its raw text; raise SourceError for one that cannot be loaded."""
    for item in load([str(source)], {}, None):
        if isinstance(item, Failure):
            raise SourceError(f"{item.path}: {item.reason}")
        yield item.document, item.text


def _loaded(one: Found, known: Mapping[str, Facts], published: str | None) -> Loaded:
    path = one.path if one.record is None else f"{one.path}#{one.record}"
    document = Document(id=one.digest, path=path, format=one.format, encoding=one.encoding)
    _apply(document, one.facts)
    _apply(document, known.get(stem(path), {}))
    document.published = document.published or published
    return Loaded(document, one.text, one.pages, one.left_out)


def _apply(document: Document, facts: Mapping[str, Any]) -> None:
    for field, value in facts.items():
        setattr(document, field, value)
