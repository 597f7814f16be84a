"""What stands at the head and the end of a brief: of when it is, the five lines, what nothing is known of, the sources."""

from collections.abc import Iterator

from amity.model.text import stem
from amity.office.brief.model import Item, Lead
from amity.office.brief.model import Source as Cited
from amity.office.brief.phrases import OPEN, SEEN, Phrases, cites, cut
from amity.office.render.paper import Cell, Note, Points, Run, Section, Source


def about(phrases: Phrases) -> tuple[Cell, ...]:
    """Return the lines below the title: whose brief, as of when, from what, and what the signs mean."""
    say, made = phrases.say, phrases.made
    who = " – ".join(phrases.full(one) for one in (made.one, made.other) if one)
    known = say("as known on {day}") if made.limited else say("as of {day}")
    narrowed = [say("checked facts only")] if made.checked_only else []
    narrowed += [say("without bodies and places within")] if made.exact else []
    told = say("; ").join([known.format(day=say.day(made.as_of)), *narrowed, phrases.count(made.searched)])
    signs = say("{open} nobody has checked it; {seen} confirmed, corrected or entered by a person; [1] source").format(open=OPEN, seen=SEEN)
    return (Run(who, "strong"), Run(f" – {told}")), (Run(signs, "soft"),)


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
    from amity.office.brief.leading import HEADS

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


def source(phrases: Phrases, one: Cited) -> Source:
    """Return a source: its publisher, its day and where it is found; of an entry who made it, when, and from what."""
    say = phrases.say
    if one.entry:
        made = say("entered by {name} on {day}").format(name=cut(one.entry.by, 60) or "–", day=say.day(one.entry.at[:10]))
        told = [made, cut(one.entry.name or "", 60), cut(one.entry.place or "", 40)]
    else:
        told = [cut(one.publisher or "", 70) or say("publisher not told"), say.day(one.day) or say("no day told"), cut(stem(one.path), 60)]
    return Source(one.number, say(", ").join(filter(None, told)), one.url or "")
