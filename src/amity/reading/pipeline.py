"""The stages in their order: from cleaned text to a reading."""

from amity.reading import lean_spacy  # noqa: F401 (before all that imports spaCy)

# isort: split
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeGuard, TypeVar

import msgspec
from spacy.tokens import Doc

from amity.errors import AmityError
from amity.model import Document, Reading, Removed
from amity.reading.actors import settle_actors
from amity.reading.answers import link_answers
from amity.reading.clean import Cleaned, clean
from amity.reading.confidence import rate
from amity.reading.dates import find_dates
from amity.reading.events import find_events
from amity.reading.indicators import find_indicators
from amity.reading.instruments import find_instruments
from amity.reading.language import settle_language
from amity.reading.load import Failure, Loaded
from amity.reading.mechanisms import find_mechanisms
from amity.reading.pages import settle
from amity.reading.parser import DEFAULT_PIPELINE, parse_all, parser_of
from amity.reading.projects import find_projects
from amity.reading.relevance import relevance
from amity.reading.report import Report
from amity.reading.select import select
from amity.reading.statements import find_statements
from amity.reading.unread import kept_unread
from amity.vocabulary import DEFAULT_LANGUAGE, speaking

T = TypeVar("T")

BATCH = 16
"""Documents parsed together: more cost as much each."""
BATCH_CHARACTERS = 60_000
"""Characters parsed together, of one document or several: what is parsed lies in memory at once."""


class _Prepared(NamedTuple):
    """A cleaned document, the offsets in its text at which its pages begin, the verdict on its words, and why it is kept unread if so."""

    cleaned: Cleaned
    pages: Sequence[int]
    relevance: str = ""
    unread: str | None = None

    @property
    def language(self) -> str:
        """The language that it is read in."""
        return self.cleaned.document.language

    def texts(self) -> list[str]:
        """Return what the parser reads of it: its text, and its title where it has one; nothing where it is kept unread."""
        if self.unread:
            return []
        title = self.cleaned.document.title
        return [self.cleaned.text, title] if title else [self.cleaned.text]


def begin(cleaned: Cleaned, pipeline: str = DEFAULT_PIPELINE, pages: Sequence[int] = ()) -> Report:
    """First pass: parse the text, settle its times and who is in it; ``pages`` are the offsets at which its pages begin."""
    prepared = _Prepared(cleaned, pages)
    return _begin(prepared, _parse(prepared, pipeline))


def _parse(prepared: _Prepared, pipeline: str) -> list[Doc]:
    return parse_all(prepared.texts(), parser_of(prepared.language, pipeline), prepared.language) if not prepared.unread else []


def _begin(prepared: _Prepared, parsed: Sequence[Doc]) -> Report:
    cleaned = prepared.cleaned
    report = Report(cleaned.document, cleaned.text, parsed[0], cleaned.removed, roles=cleaned.roles, pages=prepared.pages)
    report.relevance = prepared.relevance
    report.title = parsed[1] if len(parsed) > 1 else None
    with speaking(prepared.language):
        report.dates = find_dates(report)
        report.table = settle_actors(report)
    return report


def finish(report: Report) -> Reading:
    """Second pass: read the facts clause by clause and keep the actors that take part in them."""
    with speaking(report.document.language):
        return _finish(report)


def _finish(report: Report) -> Reading:
    instruments = find_instruments(report)
    events = find_events(report)
    reading = Reading(
        document=report.document,
        text=report.text,
        actors=list(report.table.actors.values()),
        posts=report.table.posts,
        events=events,
        instruments=instruments,
        statements=link_answers(report, find_statements(report, instruments)),
        mechanisms=find_mechanisms(report),
        projects=find_projects(report),
        indicators=find_indicators(report),
        removed=report.removed or msgspec.UNSET,
    )
    return rate(report, select(report, reading))


def read_cleaned(cleaned: Cleaned, pipeline: str = DEFAULT_PIPELINE) -> Reading:
    """Read one cleaned report."""
    prepared = _judged(cleaned, ())
    return _read(prepared, _parse(prepared, pipeline))[1]


def _prepare(loaded: Loaded) -> _Prepared:
    cleaned = clean(loaded.text, loaded.document)
    unread = settle_language(cleaned.document, cleaned.text)
    if not unread and cleaned.document.language != DEFAULT_LANGUAGE:
        cleaned = _cleaned_in_its_language(loaded, cleaned.document)
    left_out = zip(settle(loaded.text, [out.at for out in loaded.left_out], cleaned.text), loaded.left_out, strict=True)
    cleaned.removed[:0] = [Removed(at, out.text, out.rule) for at, out in left_out]
    pages = settle(loaded.text, loaded.pages, cleaned.text)
    return _Prepared(cleaned, pages, unread=unread) if unread else _judged(cleaned, pages)


def _cleaned_in_its_language(loaded: Loaded, heard: Document) -> Cleaned:
    """Return the document cleaned by the rules of the language that was heard in it."""
    with speaking(heard.language):
        cleaned = clean(loaded.text, loaded.document)
    cleaned.document.language, cleaned.document.language_confidence = heard.language, heard.language_confidence
    return cleaned


def _judged(cleaned: Cleaned, pages: Sequence[int]) -> _Prepared:
    """Return the document with the verdict on its words: what is about something else is kept unread."""
    with speaking(cleaned.document.language):
        verdict = relevance(cleaned.text)
    return _Prepared(cleaned, pages, verdict.reason, None if verdict.read else f"relevance: {verdict.reason}")


def _read(prepared: _Prepared, parsed: Sequence[Doc]) -> tuple[Report, Reading]:
    if prepared.unread:
        cleaned = prepared.cleaned
        return kept_unread(cleaned.document, cleaned.text, prepared.unread, cleaned.removed)
    report = _begin(prepared, parsed)
    return report, finish(report)


def _safely(path: str, work: Callable[[], T]) -> T | Failure:
    """Return what the work returns, or the failure of the document that it is for."""
    try:
        return work()
    except AmityError:
        raise
    except Exception as error:  # one odd text must not cost the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"reading failed ({type(error).__name__} in {place.name}); please report it with the text"
        return Failure(path, reason)


def read_loaded(loaded: Loaded, pipeline: str = DEFAULT_PIPELINE) -> tuple[Report, Reading]:
    """Clean and read one document; return the report too, with the rules that fired."""
    prepared = _prepare(loaded)
    return _read(prepared, _parse(prepared, pipeline))


def read_safely(loaded: Loaded, pipeline: str = DEFAULT_PIPELINE) -> tuple[Report, Reading] | Failure:
    """Read one document as read_loaded does; one that cannot be read, for whatever reason, is a failure of its own."""
    return _safely(loaded.document.path, lambda: read_loaded(loaded, pipeline))


def read_many(items: Iterable[Loaded], pipeline: str = DEFAULT_PIPELINE) -> Iterator[tuple[Report, Reading] | Failure]:
    """Read documents as read_safely does each, and yield the outcomes in their order.

    Up to 16 documents are taken ahead and parsed together, which costs less than one by one; no more are held at once.
    """
    for batch in _batches(items):
        yield from _read_batch(batch, pipeline)


def _batches(items: Iterable[Loaded]) -> Iterator[list[Loaded]]:
    batch, characters = list[Loaded](), 0
    for item in items:
        if batch and (len(batch) == BATCH or characters + len(item.text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(item)
        characters += len(item.text)
    if batch:
        yield batch


def _read_batch(batch: Sequence[Loaded], pipeline: str) -> Iterator[tuple[Report, Reading] | Failure]:
    prepared = [_safely(item.document.path, partial(_prepare, item)) for item in batch]
    parsed = _parse_together([text for one in prepared if _is_default(one) for text in one.texts()], pipeline)
    for item, one in zip(batch, prepared, strict=True):
        if isinstance(one, Failure):
            yield one
            continue
        docs = [next(parsed) for _ in one.texts()] if parsed and _is_default(one) else None
        yield _safely(item.document.path, partial(_read_parsed, one, docs, pipeline))


def _read_parsed(prepared: _Prepared, docs: Sequence[Doc] | None, pipeline: str) -> tuple[Report, Reading]:
    return _read(prepared, docs or _parse(prepared, pipeline))


def _is_default(one: _Prepared | Failure) -> TypeGuard[_Prepared]:
    """Tell whether a document is parsed by the default language's parser, together with others."""
    return isinstance(one, _Prepared) and one.language == DEFAULT_LANGUAGE


def _parse_together(texts: Sequence[str], pipeline: str) -> Iterator[Doc] | None:
    """Return the parsed texts, or None where one of them cannot be parsed: each is then parsed, or fails, alone."""
    try:
        return iter(parse_all(texts, pipeline))
    except AmityError:
        raise
    except Exception:
        return None
