"""What stands at the head and the end of a brief: of when it is, the five lines, what nothing is known of, the sources."""

from collections.abc import Iterator

from amity.office.brief.leading import HEADS
from amity.office.brief.model import Item, Lead
from amity.office.brief.phrases import Phrases, cites, signs
from amity.office.render.paper import Cell, Note, Points, Run, Section


def about(phrases: Phrases) -> tuple[Cell, ...]:
    """Return the lines below the title: whose brief, as of when, from what, and what the signs mean."""
    say, made = phrases.say, phrases.made
    who = " – ".join(phrases.full(one) for one in (made.one, made.other) if one)
    known = say("as known on {day}") if made.limited else say("as of {day}")
    narrowed = [say("checked facts only")] if made.checked_only else []
    narrowed += [say("without bodies and places within")] if made.exact else []
    told = say("; ").join([known.format(day=say.day(made.as_of)), *narrowed, phrases.count(made.searched)])
    return (Run(who, "strong"), Run(f" – {told}")), (Run(signs(say), "soft"),)


def leading(phrases: Phrases) -> Iterator[Section]:
    """Yield the section for who has one minute."""
    made = phrases.made
    things: dict[str, Item] = {
        one.id: one for group in (made.differences, made.ways, made.meetings, made.promises, made.texts, made.ties) for one in group
    }
    lines = tuple(_lead(phrases, lead, things[lead.id]) for lead in made.leads)
    if lines:
        yield Section(phrases.say("In one minute"), (Points(lines, numbered=True),), lead=True)


def _lead(phrases: Phrases, lead: Lead, one: Item) -> Cell:
    head, words = HEADS[lead.kind](phrases, one)
    return (phrases.sign(one), Run(f"{head}: ", "strong"), Run(words), Run("", "", cites(one.citations)))


def nothing(phrases: Phrases) -> Iterator[Section]:
    """Yield what nothing is known of, with what was searched."""
    say, made = phrases.say, phrases.made
    known = {
        say("people"): made.people, say("ties"): made.ties, say("instruments in force"): made.texts, say("open promises"): made.promises,
        say("asks"): made.asks, say("meetings"): made.meetings, say("mechanisms"): made.ways, say("projects"): made.projects,
        say("conflicts"): made.differences,
    }  # fmt: skip
    empty = [name for name, found in known.items() if not found]
    if empty:
        told = f"{say(', ').join(empty)} ({phrases.count(made.searched)})"
        yield Section(say("Nothing known of"), (Note((Run(told),)),))
