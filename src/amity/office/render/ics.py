"""Calendars (iCalendar, RFC 5545): what is due as all-day events."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from amity.exchange.visible import visible
from amity.office.due import MEANINGS, Due, DueItem
from amity.office.render.cited import searched

if TYPE_CHECKING:
    from icalendar import Event

DOMAIN = "amity"
"""After the @ of a UID: with the kind and the id of the thing it is the same in every calendar that is made of a register."""


def calendar(due: Due) -> bytes:
    """Return what is due as a calendar: one all-day event each, whose UID stays the same while its thing and kind do."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Amity//due//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"Amity: due {due.as_of} to {due.until}")
    stamp = datetime.combine(date.fromisoformat(due.as_of), datetime.min.time(), UTC)
    for item in due.items:
        made.add_component(_event(item, stamp))
    return bytes(made.to_ical())


def _event(item: DueItem, stamp: datetime) -> "Event":
    from icalendar import Event

    on = date.fromisoformat(item.day)
    made = Event()
    made.add("uid", f"{item.kind}-{item.id}@{DOMAIN}")
    made.add("dtstamp", stamp)
    made.add("dtstart", on)
    if on < date.max:
        made.add("dtend", on + timedelta(days=1))
    made.add("summary", visible(f"{item.label}: {MEANINGS[item.kind]}"))
    made.add("description", visible("\n".join(_described(item))))
    made.add("categories", [item.kind])
    made.add("transp", "TRANSPARENT")
    if item.citation and item.citation.url:
        made.add("url", item.citation.url)
    return made


def _described(item: DueItem) -> list[str]:
    """Return the lines of a description: who, why, the words and where they stand."""
    lines = [f"{item.id}: {', '.join(one.label for one in item.parties)}".rstrip(": "), item.why]
    if item.told != item.day:
        lines.append(f"told as: {item.told}")
    if item.searched:
        lines.append(f"searched: {searched(item.searched)}")
    if item.citation:
        source = ", ".join(one for one in (item.citation.publisher, item.citation.day, item.citation.url or item.citation.path) if one)
        lines += [f"“{item.citation.quote}”", f"— {source}"]
    return lines
