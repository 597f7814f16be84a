"""Events as tests write them: "type status day place: sides"."""

from amity.model import DateRange, Event, Reading


def day(when: DateRange | None) -> str:
    """Return a day or range, "-" for none."""
    if when is None:
        return "-"
    return when.start if when.start == when.end else f"{when.start}/{when.end}"


def told(reading: Reading) -> list[str]:
    """Return the events of a reading."""
    names = {actor.id: actor.name for actor in reading.actors}

    def line(event: Event) -> str:
        place = event.place.name if event.place else "-"
        return f"{event.type} {event.status} {day(event.date)} {place}: {', '.join(sorted(names[s] for s in event.sides))}"

    return [line(event) for event in reading.events]
