"""Readable tables: what a person sees of one or many readings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from amity.exchange.visible import visible
from amity.model import DateRange, Event, Instrument, Reading, Statement
from amity.model.acts import FORCES
from amity.model.text import stem

PAGE = 100  # readings a table: more would have to be held in memory together


class _Names:
    """The names of one reading's actors, by id."""

    def __init__(self, reading: Reading) -> None:
        self._names = {actor.id: actor.name for actor in reading.actors}

    def one(self, actor: str | None) -> str:
        return self._names.get(actor or "", "")

    def many(self, actors: Sequence[str] | None) -> str:
        return ", ".join(self.one(actor) for actor in actors or [])


Row = tuple[str, ...]


class _Layout(NamedTuple):
    title: str
    columns: tuple[str, ...]
    rows: Callable[[Reading, _Names], Iterator[Row]]


def _people(reading: Reading, names: _Names) -> Iterator[Row]:
    for actor in reading.actors:
        if actor.kind == "person":
            held = [post for post in reading.posts if post.person == actor.id]
            posts = "; ".join(", ".join(filter(None, (post.title, names.one(post.of)))) for post in held)
            yield actor.name, posts or "post not told"


def _events(reading: Reading, names: _Names) -> Iterator[Row]:
    for event in reading.events:
        who = names.many([p.actor for p in event.participants]) or names.many(event.sides)
        yield when(event.date), _event_words(event), event.place.name if event.place else "", who, names.many(event.sides)


def _event_words(event: Event) -> str:
    words = event.type.replace("_", " ")
    extra: list[str] = [] if event.status == "held" else [event.status]
    extra += [event.mode] if event.mode in ("online", "phone", "hybrid") else []
    return f"{words} ({', '.join(extra)})" if extra else words


def _instruments(reading: Reading, names: _Names) -> Iterator[Row]:
    for item in reading.instruments:
        yield _instrument_words(item), item.title, names.many(item.parties), item.signed_on or "", _period(item)


def _instrument_words(item: Instrument) -> str:
    return f"{item.type.replace('_', ' ')}, {item.status.replace('_', ' ')}"


def _period(item: Instrument) -> str:
    return f"{item.period_from or ''}-{item.period_to or ''}" if item.period_from or item.period_to else ""


def _statements(reading: Reading, names: _Names, wanted: Callable[[Statement], bool]) -> Iterator[Row]:
    for item in filter(wanted, reading.statements):
        who = names.many(item.by) + (f" ({names.one(item.speaker)})" if item.speaker else "")
        yield FORCES[item.force], who, names.many(item.to), item.action, item.evidence[0].quote


def _commitments(reading: Reading, names: _Names) -> Iterator[Row]:
    return _statements(reading, names, lambda s: s.commitment)


def _asks(reading: Reading, names: _Names) -> Iterator[Row]:
    return (row[:4] for row in _statements(reading, names, lambda s: s.force in (1, 2)))


def when(date: DateRange | None) -> str:
    """Return a date range in as few words as tell it: ``2024-09-17..19``, ``2024-09``, or nothing."""
    if date is None:
        return ""
    return date.start if date.start == date.end else f"{date.start}..{date.end}"


LAYOUTS = (
    _Layout("People and posts", ("person", "post"), _people),
    _Layout("Meetings and other events", ("date", "event", "place", "who", "sides"), _events),
    _Layout("Instruments", ("instrument", "words", "parties", "signed", "period"), _instruments),
    _Layout("Commitments", ("force", "who", "to", "action", "sentence"), _commitments),
    _Layout("Hopes and requests", ("force", "who", "to", "action"), _asks),
)


def tables(readings: Iterable[Reading]) -> Iterator[RenderableType]:
    """Yield one table a kind over every hundred readings; a column names the report where there are several."""
    rest = iter(readings)
    page = list(islice(rest, PAGE))
    several, found = len(page) > 1, False
    while page:
        filled = [table for layout in LAYOUTS if (table := _table(layout, page, several)).row_count]
        found = found or bool(filled)
        yield from filled
        page = list(islice(rest, PAGE))
    if not found:
        yield Text("Nothing for the register was found.")


def _table(layout: _Layout, readings: Sequence[Reading], several: bool) -> Table:
    table = Table(title=layout.title, title_justify="left", title_style="bold", expand=True, show_lines=layout.columns[-1] == "sentence")
    if several:
        table.add_column("report", no_wrap=True)
    for column in layout.columns:
        wide = column in ("sentence", "action", "sides", "who", "post", "words")
        table.add_column(column, ratio=3 if column == "sentence" else 2 if wide else 1)
    for reading in readings:
        names = _Names(reading)
        for row in layout.rows(reading, names):
            cells = [stem(reading.document.path), *row] if several else list(row)
            table.add_row(*(Text(visible(cell)) for cell in cells))
    return table
