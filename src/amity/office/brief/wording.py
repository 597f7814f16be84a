"""A brief as a paper: its sections, each line in the reader's language with its sources."""

from collections.abc import Callable, Iterable, Iterator

from amity.office.brief.heads import about, leading, nothing
from amity.office.brief.model import Ask, Brief, Difference, Holder, Meeting, Party, Promise, Text, TieLine, Undertaking, Way, Whose
from amity.office.brief.phrases import LONGEST_QUOTE, LONGEST_REPLY, Phrases, capital, cites, claimed, cut, met, outcome, sourced
from amity.office.render.paper import Cell, Note, Paper, Points, Run, Section, Table
from amity.office.words import Words, words
from amity.register.queries.claiming import differs_on


def paper(made: Brief, language: str = "en") -> Paper:
    """Return a brief as a paper in a language; raise UsageError for one that the fixed words are not translated into."""
    say = words(language)
    phrases = Phrases(made, say)
    sections = [section for build in SECTIONS for section in build(phrases)]
    title = say("Brief: {one} and {other}") if made.other else say("Brief: {one} and its partners")
    return Paper(
        language=language, title=title.format(one=phrases.name(made.one), other=phrases.name(made.other)), about=about(phrases),
        sections=(*leading(phrases), *sections, *nothing(phrases)), sources_title=say("Sources"),
        sources=tuple(sourced(say, one.number, one) for one in made.sources),
        page=say("{title}, as of {day} – page {{page}} of {{pages}}").format(
            title=" – ".join(filter(None, (phrases.name(made.one), phrases.name(made.other)))), day=say.day(made.as_of)
        ),
    )  # fmt: skip


def _section(phrases: Phrases, name: str, title: str, lines: Iterable[Cell]) -> Iterator[Section]:
    """Yield a section of lines, with what it leaves out; none without lines."""
    points = tuple(lines)
    if points:
        yield Section(title, (Points(points), *_left(phrases, name)))


def _left(phrases: Phrases, *names: str) -> Iterator[Note]:
    """Yield how many lines a section leaves out and the command that lists all."""
    say: Words = phrases.say
    for one in phrases.made.left:
        if one.section in names:
            told = say("{shown} of {total}; all of them: ").format(shown=say.number(one.shown), total=say.number(one.total))
            yield Note((Run(told, "soft"), Run(one.command, "quote")))


def _people(phrases: Phrases) -> Iterator[Section]:
    say, found = phrases.say, phrases.made.people
    if found:
        heads = (say("Name"), say("Post"), say("As reported on"))
        table = Table(heads, (27, 41, 32), tuple(_person(phrases, one) for one in found))
        yield Section(say("Who is who"), (table, *_left(phrases, "people")))


def _person(phrases: Phrases, one: Holder) -> tuple[Cell, ...]:
    say = phrases.say
    named = f"{cut(one.label, 60)} ({one.native})" if one.native else cut(one.label, 60)
    told = say.day(one.told) or say("no day told")
    old = [Run(" – " + say.many("reported {n} month ago", "reported {n} months ago", one.months), "mark")] if one.old else []
    post = say(", ").join(filter(None, (capital(cut(one.title, 80)) or say("post not told"), phrases.name(one.of))))
    return (phrases.sign(one), Run(named, "strong")), (Run(post),), (Run(told), *old, Run("", "", cites(one.citations)))


def _ties(phrases: Phrases) -> Iterator[Section]:
    title = phrases.say("Ties") if phrases.made.other else phrases.say("Partners by stage")
    yield from _section(phrases, "ties", title, (_tie(phrases, one) for one in phrases.made.ties))


def _tie(phrases: Phrases, one: TieLine) -> Cell:
    say = phrases.say
    told = f"{' – '.join(map(phrases.full, one.between))}: {say.value(one.kind)}, {say.value(one.stage)}"
    since = say(" since {day}").format(day=say.day(one.since)) if one.since else ""
    undated = say("(no day told)")
    steps = [f"{say.value(stage.stage)} {say.day(stage.date) or undated}" for stage in one.history]
    history = [Run(" – " + say("as told: {steps}").format(steps=" → ".join(steps)), "soft")] if len(steps) > 1 else []
    return phrases.line(one, Run(told + since, "strong"), *history)


def _texts(phrases: Phrases) -> Iterator[Section]:
    say, found = phrases.say, phrases.made.texts
    if found:
        heads = (say("Instrument"), say("Parties"), say("Status"), say("Period"))
        table = Table(heads, (38, 22, 18, 22), tuple(_text(phrases, one) for one in found))
        yield Section(say("Instruments in force or in preparation, the next to end first"), (table, *_left(phrases, "texts")))


def _text(phrases: Phrases, one: Text) -> tuple[Cell, ...]:
    say = phrases.say
    kind = say.value(one.kind)
    same = any(words in one.label.lower() for words in (kind.lower(), one.kind.replace("_", " ")))
    title = [Run(capital(cut(one.label, 90)), "strong")] if same else [Run(capital(kind), "strong"), Run(f": {cut(one.label, 90)}")]
    signed = say("signed {day}").format(day=say.day(one.signed_on)) if one.signed_on else ""
    status = "" if one.status == "signed" and signed else say.value(one.status)
    name = (phrases.sign(one), *title, *phrases.warned(one), Run("", "", cites(one.citations)))
    return name, (Run(phrases.names(one.parties)),), (Run(say(", ").join(filter(None, (status, signed)))),), tuple(_period(phrases, one))


def _period(phrases: Phrases, one: Text) -> Iterator[Run]:
    say = phrases.say
    if not one.begins and not one.ends:
        yield Run(say("no period told"), "soft")
        return
    yield Run(f"{say.day(one.begins) or '…'} – {say.day(one.ends) or '…'}")
    if one.ended and one.searched:
        told = say("period over, no report says more (derived; {searched})").format(searched=phrases.count(one.searched))
        yield Run(f" – {told}", "mark")
    elif one.days is not None:
        yield Run(" – " + say("ends {left}").format(left=phrases.left(one.days)), "strong")


def _promises(phrases: Phrases) -> Iterator[Section]:
    made = phrases.made
    order: tuple[Whose, ...] = ("other", "one", "both") if made.home == "one" else ("one", "other", "both")
    for whose in order:
        own = [one for one in made.promises if one.side == whose]
        title = _promised(phrases, whose)
        yield from _section(phrases, f"promises {whose}", title, (_promise(phrases, one) for one in own))


def _promised(phrases: Phrases, whose: Whose) -> str:
    say, made = phrases.say, phrases.made
    if whose == "both":
        return say("Both promised: still open")
    if made.home:
        return say("We promised: still open") if whose == made.home else say("They promised: still open")
    if whose == "other" and made.other is None:
        return say("Others promised: still open")
    return say("{party} promised: still open").format(party=phrases.side(whose))


def _promise(phrases: Phrases, one: Promise) -> Cell:
    say = phrases.say
    extra = [say.day(one.day), say("if a condition is met") if one.conditional else "", phrases.due(one.due, one.days)]
    told = f" ({'; '.join(filter(None, extra))}) – "
    who = [] if _plain(phrases, one) else [Run(f"{phrases.whom(one.by, one.to)}: ", "soft")]
    return phrases.line(one, *who, Run(phrases.words(one), "strong"), Run(told), *phrases.follow(one.follow, one.searched))


def _plain(phrases: Phrases, one: Promise) -> bool:
    """Tell whether the parties of a promise are the sides themselves, which the heading names; narrower ones are named in the line."""
    made = phrases.made
    sides: dict[Whose, set[Party | None]] = {"one": {made.one}, "other": {made.other}, "both": {made.one, made.other}}
    towards: dict[Whose, set[Party | None]] = {"one": {made.other}, "other": {made.one}, "both": {made.one, made.other}}
    return made.other is not None and set(one.by) == sides[one.side] and set(one.to) <= towards[one.side]


def _asks(phrases: Phrases) -> Iterator[Section]:
    yield from _section(phrases, "asks", phrases.say("Asks and answers"), (_ask(phrases, one) for one in phrases.made.asks))


def _ask(phrases: Phrases, one: Ask) -> Cell:
    say = phrases.say
    verb = say("asked") if one.force > 1 else say("hoped")
    who = Run(f"{phrases.whom(one.by, one.to)}, {verb} {say.day(one.day)}: ", "soft")
    return phrases.line(one, who, Run(phrases.words(one), "strong"), *_answers(phrases, one))


def _answers(phrases: Phrases, one: Ask) -> Iterator[Run]:
    """Yield what was answered to an ask; where nothing was, what was searched."""
    say = phrases.say
    for reply in one.replies:
        told = say("answer (link proposed by machine): ") if reply.proposed else say("answer: ")
        yield Run(f" → {told}")
        yield Run(f"{phrases.words(reply, LONGEST_REPLY)} ({say.day(reply.day)})", "strong", cites(reply.citations))
    if not one.replies:
        yield Run(" – " + say("no answer reported ({searched})").format(searched=phrases.count(one.searched)), "soft")


def _meetings(phrases: Phrases) -> Iterator[Section]:
    yield from _section(
        phrases, "meetings", phrases.say("Meetings: coming, then the last"), (_meeting(phrases, one) for one in phrases.made.meetings)
    )


def _meeting(phrases: Phrases, one: Meeting) -> Cell:
    return phrases.line(one, Run(met(phrases, one), "strong"), Run(f": {_present(phrases, one)}"), *outcome(phrases, one))


def _present(phrases: Phrases, one: Meeting) -> str:
    persons = f" ({phrases.names(one.people)})" if one.people else ""
    return phrases.names(one.sides) + persons


def _ways(phrases: Phrases) -> Iterator[Section]:
    yield from _section(phrases, "ways", phrases.say("Mechanisms and next sessions"), (_way(phrases, one) for one in phrases.made.ways))


def _way(phrases: Phrases, one: Way) -> Cell:
    say = phrases.say
    often = (
        say("meets: {frequency}").format(frequency=say.value(one.frequency)) if one.frequency else say("no report tells how often it meets")
    )
    last = say("last session {day}").format(day=say.day(one.last)) if one.last else say("no session reported")
    return phrases.line(
        one, Run(cut(one.label, 110), "strong"), Run(f" ({phrases.names(one.members)}): {often}; {last}"), *_next(phrases, one)
    )


def _next(phrases: Phrases, one: Way) -> Iterator[Run]:
    say = phrases.say
    if one.next:
        words = {
            "planned": say("next planned {day}"), "due": say("next due by {day} (derived)"),
            "passed": say("due by {day}, none reported since (derived; {searched})"),
        }  # fmt: skip
        told = words.get(one.verdict, words["due"]).format(day=say.day(one.next), searched=phrases.count(one.searched))
        yield Run(f"; {told}", "strong")


def _projects(phrases: Phrases) -> Iterator[Section]:
    yield from _section(phrases, "projects", phrases.say("Projects"), (_project(phrases, one) for one in phrases.made.projects))


def _project(phrases: Phrases, one: Undertaking) -> Cell:
    say = phrases.say
    status = say.value(one.status) if one.status != "unknown" else say("status not told")
    told = [status, cut(one.amount, 60), say("as reported on {day}").format(day=say.day(one.told)) if one.told else ""]
    return phrases.line(
        one, Run(cut(one.label, 110), "strong"), Run(f" ({phrases.names(one.places)}): {say(', ').join(filter(None, told))}")
    )


def _differences(phrases: Phrases) -> Iterator[Section]:
    found = (_difference(phrases, one) for one in phrases.made.differences)
    yield from _section(phrases, "differences", phrases.say("Where reports differ"), found)


def _difference(phrases: Phrases, one: Difference) -> Cell:
    say = phrases.say
    about = f"{capital(cut(one.label, 90))}, {say.value(differs_on(one.kind, one.field))}"
    return (phrases.sign(one), Run(about, "strong"), *_claims(phrases, one))


def _claims(phrases: Phrases, one: Difference) -> Iterator[Run]:
    """Yield each claim of a conflict with the sentence that says so."""
    for claim in one.claims:
        yield Run(f" – {cut(claimed(phrases, claim.value), 70)}: ", "strong")
        yield Run(f"“{cut(claim.quote, LONGEST_QUOTE)}”", "quote", cites(claim.citations))


SECTIONS: tuple[Callable[[Phrases], Iterator[Section]], ...] = (
    _people, _ties, _texts, _promises, _asks, _meetings, _ways, _projects, _differences,
)  # fmt: skip
"""The sections in their order."""
