"""Lists as tables for people: wide columns for words, narrow ones for the rest, and none that says nothing."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from rich import box
from rich.table import Table
from rich.text import Text

from amity.exchange.rows import Row, plain
from amity.model.acts import FORCES
from amity.model.text import stem

DAY = len("2024-05-06")
SHORT_HASH = 12
"""Digits of a file's hash that are enough to name it by."""
SHORT_ID = len("sha256:") + 12
"""Characters of a document's id in a table: enough to name it by."""


class Column(NamedTuple):
    """A column: its title and what it says of a row; ``wide`` ones share the width, and one that says ``dull`` throughout is left out."""

    title: str
    said: Callable[[Row], str]
    wide: bool = False
    dull: str = ""


def short_id(row: Row) -> str:
    """Return a row's id, of a document its beginning."""
    public = plain(row.get("id") or row.get("document"))
    return public[:SHORT_ID] if public.startswith("sha256:") else public


def words(value: object) -> str:
    """Return a value of a vocabulary as words: ``not assessed``."""
    return plain(value).replace("_", " ")


def span(start: object, end: object) -> str:
    """Return a period in as few words as tell it."""
    first, last = plain(start), plain(end)
    return first if first == last or not last else f"{first} to {last}".strip()


def _of(name: str) -> Callable[[Row], str]:
    return lambda row: plain(row.get(name))


def _words(name: str) -> Callable[[Row], str]:
    return lambda row: words(row.get(name))


UNKNOWN = "not told"
"""Who acts in a statement of which no report says it, or the reader did not find it."""


def _event(row: Row) -> str:
    extra = [
        words(row[name]) for name, usual in (("status", "held"), ("mode", "in_person")) if row.get(name) not in (usual, "unknown", None)
    ]
    return f"{words(row.get('kind'))} ({', '.join(extra)})" if extra else words(row.get("kind"))


def _whom(row: Row) -> str:
    who, whom = plain(row.get("by") or row.get("speaker")) or UNKNOWN, plain(row.get("to"))
    return f"{who} → {whom}" if whom else who


def _force(row: Row) -> str:
    return FORCES[row["force"]]


def _figure(row: Row) -> str:
    return f"{plain(row.get('value'))} {plain(row.get('unit'))}".strip()


def _claims(row: Row) -> str:
    return "\n".join(f"{words(one['value'])}: {source(one)}{decided(one)}" for one in row.get("claims", ()))


def decided(one: Row) -> str:
    """Return what people decided about a fact, in brackets; nothing where nobody has."""
    return f" [{words(one['state'])}]" if one.get("state") not in (None, "", "unchecked") else ""


def _share(row: Row) -> str:
    """Return a share with its interval: ``92 % (81 to 97)``."""
    if row.get("precision") is None:
        return ""
    return f"{100 * row['precision']:.0f} % ({100 * row['low']:.0f} to {100 * row['high']:.0f})"


def source(row: Row) -> str:
    """Return publisher, day and report of a claim: ``newspaper, 2024-11-07 (mk-05)``."""
    entry = row.get("entry") or {}
    who = entered(entry) if entry else ""
    if who and not entry.get("about"):
        return who
    told = ", ".join(plain(row[name]) for name in ("publisher", "told") if row.get(name))
    report = plain(stem(row["path"])) if row.get("path") else ""
    cited = f"{told} ({report})" if told and report else told or report
    return f"{cited}, {who}" if who else cited


def entered(entry: Row) -> str:
    """Return who entered something, when, and on what it rests: ``entered by Ann, 2026-11-22 (mou.pdf, page 3)``."""
    rests = ", ".join(plain(entry[name]) for name in ("name", "place") if entry.get(name))
    return f"entered by {plain(entry['by'])}, {plain(entry['at'])[:DAY]}{f' ({rests})' if rests else ''}"


def _checked(row: Row) -> str:
    """Return the state of a thing, with who entered it and when."""
    if row.get("state") == "entered" and row.get("checked_by"):
        return f"entered by {plain(row['checked_by'])}, {plain(row['checked_at'])[:DAY]}"
    return plain(row.get("state"))


def _differing(row: Row) -> str:
    return plain(row.get("differs_on")) or f"{words(row.get('kind'))}: {words(row.get('field'))}"


def _about(row: Row) -> str:
    return " – ".join(f"{plain(one['label'])} ({plain(one['id'])})" for one in row.get("about", ()))


def _named(row: Row) -> str:
    return plain(row["path"]) if row.get("entry") else plain(row.get("title") or stem(row["path"]))


def _publisher(row: Row) -> str:
    return entered(row["entry"]) if row.get("entry") else plain(row.get("publisher"))


ID = Column("id", short_id)
CHECKED = (
    Column("reports", _of("sources"), dull="1"), Column("sure", _of("confidence"), dull="high"),
    Column("state", _checked, dull="unchecked"),
)  # fmt: skip
LABEL = Column("name", _of("label"), wide=True)
STATED = (
    ID, Column("day", _of("day")), Column("force", _force), Column("who → to whom", _whom, wide=True),
    Column("what", _of("label"), wide=True), Column("due", _of("due")),
    Column("own due", _of("own_due")), Column("unit", _of("unit")),
)  # fmt: skip
STATUS = Column("status", _words("status"))


def passed(row: Row) -> str:
    """Return the derived states that ask for a look, marked as derived; that nothing was heard of a promise is told by its status."""
    shown = (one.partition(" (")[0] for one in row.get("derived", ()) if not one.startswith("no reports since"))
    return "\n".join(f"{plain(one)} (derived)" for one in shown)


PASSED = Column("passed", passed)

LAYOUTS: dict[str, tuple[Column, ...]] = {
    "documents": (
        ID, Column("day", _of("told")), Column("title", _named, wide=True), Column("publisher", _publisher, wide=True),
        Column("language", _of("language"), dull="en"), Column("unread for", lambda row: plain(row.get("unread")).partition(":")[0]),
    ),
    "actors": (
        ID, LABEL, Column("kind", _words("kind")), Column("country", _of("country")), Column("reports", _of("documents")),
        Column("told of", lambda row: span(row.get("first"), row.get("last"))), *CHECKED[1:],
    ),
    "people": (
        ID, LABEL, Column("posts", lambda row: "\n".join(plain(one) for one in row.get("posts", ())), wide=True),
        Column("reports", _of("documents")), *CHECKED[1:],
    ),
    "events": (
        ID, Column("day", lambda row: span(row.get("begins"), row.get("ends"))), Column("event", _event),
        Column("place", _of("place"), wide=True), Column("sides", _of("parties"), wide=True), *CHECKED,
    ),
    "instruments": (
        ID, Column("kind", _words("kind")), Column("title", _of("label"), wide=True), STATUS, Column("signed", _of("signed_on")),
        Column("period", lambda row: span(row.get("begins"), row.get("ends"))), Column("parties", _of("parties"), wide=True), PASSED,
        *CHECKED,
    ),
    "statements": (*STATED, STATUS, *CHECKED),
    "commitments": (*STATED, STATUS, PASSED, *CHECKED),
    "requests": (*STATED, Column("answered by", _of("answered_by")), *CHECKED),
    "mechanisms": (
        ID, LABEL, Column("members", _of("members"), wide=True), Column("meets", _of("frequency")), Column("last told of", _of("last")),
        *CHECKED,
    ),
    "projects": (
        ID, LABEL, Column("places", _of("places"), wide=True), STATUS, Column("amount", _of("amount")),
        Column("last told of", _of("last")), *CHECKED,
    ),
    "indicators": (
        ID, Column("of", _of("subject"), wide=True), Column("measure", _of("label"), wide=True), Column("value", _figure),
        Column("as of", _of("begins")), Column("told", _of("day")), *CHECKED[1:],
    ),
    "ties": (
        Column("between", _of("one_name"), wide=True), Column("and", _of("other_name"), wide=True), Column("tie", _words("kind")),
        Column("stage", _words("stage")), Column("since", _of("since")), Column("reports", _of("documents"), dull="1"),
        *CHECKED[1:], ID,
    ),
    "conflicts": (
        ID, Column("reports differ on", _differing), Column("of", _about, wide=True), Column("who says what", _claims, wide=True),
    ),
    "search": (
        ID, Column("found in", _of("layer")), Column("name", _of("label"), wide=True), Column("kind", _words("kind")),
        Column("day", _of("day")), *CHECKED[1:], Column("words", _of("words"), wide=True),
    ),
    "facets": (Column("facet", _words("facet")), Column("value", _words("value")), Column("count", _of("count"))),
    "files": (
        Column("hash", lambda row: plain(row["hash"])[:SHORT_HASH]), Column("name", _of("name"), wide=True),
        Column("media type", _of("media")), Column("bytes", _of("size")), Column("kept since", lambda row: plain(row["added_at"])[:DAY]),
        Column("used by", lambda row: "\n".join(row["used_by"]), wide=True),
    ),
    "audit": (
        Column("kind", _of("kind")), Column("by", _of("by"), dull="all"), Column("coder", _of("coder")), Column("stratum", _of("stratum")),
        Column("facts", _of("size")), Column("right", _of("right")), Column("wrong", _of("wrong")), Column("unsure", _of("unsure")),
        Column("precision (95 %)", _share),
    ),
    "log": (
        Column("number", _of("number")), Column("at", _of("at")), Column("by", _of("by")), Column("what", _of("kind")),
        Column("about", _of("about"), wide=True), Column("note", _of("note"), wide=True),
    ),
}  # fmt: skip
"""Columns of each list's table; a kind without an entry shows its values as they are."""


def listed(name: str, rows: Iterable[Row]) -> Table:
    """Return the rows of a list as a table of its layout."""
    shown = list(rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    filled = [(column, [column.said(row) for row in shown]) for column in LAYOUTS[name]]
    kept = [(column, cells) for column, cells in filled if set(cells) - {"", column.dull}]
    for column, _ in kept:
        table.add_column(column.title, no_wrap=not column.wide, overflow="fold")
    for values in zip(*(cells for _, cells in kept), strict=True):
        table.add_row(*map(Text, values))
    return table
