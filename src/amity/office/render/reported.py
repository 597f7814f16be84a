"""The report of a year as a paper: the figures, then the records behind each with their sources."""

from collections.abc import Iterator

from amity.office.brief.phrases import OPEN, SEEN, counted, cut, signs, sourced
from amity.office.citations import Citation
from amity.office.render.paper import Cell, Note, Paper, Run, Section, Table
from amity.office.report import Figure, Report
from amity.office.words import Words, term, words
from amity.office.yearly import How, Record

LONGEST_NAMES = 160
"""Characters of the names beside a record."""
HEADS = (term("Figure"), term("Number"), term("Told by reports"), term("Entered"), term("Checked"), term("Unchecked"))
REASONS: dict[How, str] = {
    "": "",
    "period_over": term("period over (derived)"),
    "day_of_report": term("day not told: that of the report that brings it (derived)"),
}


class Cited:
    """The sources of a paper, numbered from 1 in the order in which they are named, each document once."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.found: list[Citation] = []

    def number(self, cited: Citation) -> int:
        """Return the number of a citation's document."""
        if cited.document not in self.numbers:
            self.numbers[cited.document] = len(self.numbers) + 1
            self.found.append(cited)
        return self.numbers[cited.document]


def paper(report: Report, language: str = "en") -> Paper:
    """Return a report as a paper in a language; raise UsageError for one that the fixed words are not translated into."""
    say = words(language)
    cited = Cited()
    sections = (_summary(say, report), *(section for one in report.figures for section in _figure(say, one, cited)))
    title = say("Report of {year}: {home}").format(year=report.year, home=say(", ").join(cut(one.name) for one in report.home))
    return Paper(
        language=language, title=title, about=_about(say, report), sections=sections, sources_title=say("Sources"),
        sources=tuple(sourced(say, number, one) for number, one in enumerate(cited.found, 1)),
        page=say("{title}, as of {day} – page {{page}} of {{pages}}").format(title=title, day=say.day(report.as_of)),
    )  # fmt: skip


def _about(say: Words, report: Report) -> tuple[Cell, ...]:
    day = say("as of {day}").format(day=say.day(report.as_of))
    return (Run(say("; ").join((day, counted(say, report.searched)))),), (Run(signs(say), "soft"),)


def _summary(say: Words, report: Report) -> Section:
    heads = tuple(say(one) for one in HEADS)
    rows = tuple(tuple((Run(text, "strong" if at < 2 else ""),) for at, text in enumerate(_numbers(say, one))) for one in report.figures)
    return Section(say("The year in figures"), (Table(heads, (30, 12, 16, 14, 14, 14), rows),), lead=True)


def _numbers(say: Words, one: Figure) -> tuple[str, ...]:
    return (say(one.title), *(say.number(count) for count in (one.count, one.reported, one.entered, one.checked, one.unchecked)))


def _figure(say: Words, one: Figure, cited: Cited) -> Iterator[Section]:
    """Yield the records of a figure, with what it counts."""
    about = Note((Run(say("Counted: {what}.").format(what=say(one.definition)), "soft"),))
    if not one.records:
        yield Section(say(one.title), (about, Note((Run(say("none reported")),))))
        return
    heads = (say("Day"), say("What"), say("With"), say("How it stands"))
    table = Table(heads, (15, 45, 22, 18), tuple(_record(say, record, cited) for record in one.records))
    yield Section(f"{say(one.title)}: {say.number(one.count)}", (about, table))


def _record(say: Words, record: Record, cited: Cited) -> tuple[Cell, ...]:
    sign = Run(f"{SEEN if record.checked else OPEN} ", "soft")
    numbers = tuple(dict.fromkeys(cited.number(one) for one in record.citations))
    kind, label = say.value(record.kind), cut(record.label)
    told = [] if record.kind == "commitment" or label.casefold() == kind.casefold() else [Run(f" – {kind}", "soft")]
    what = (sign, Run(label, "strong"), *told, Run(f" ({record.id})", "soft", numbers))
    names = cut(say(", ").join(one.label for one in record.others), LONGEST_NAMES)
    return (Run(say.day(record.day)),), what, (Run(names),), (Run(how(say, record)),)


def how(say: Words, record: Record) -> str:
    """Return how a record stands: whose promise, which status, until when, as who says."""
    told = [
        say(record.whose), say.value(record.status) if record.status else "",
        say("until {day}").format(day=say.day(record.until)) if record.until else "", say(REASONS[record.how]),
        say("as {name} says").format(name=record.by) if record.by else "", say("self-reported") if record.self_reported else "",
        say("with {ids}").format(ids=", ".join(record.more)) if record.more else "",
    ]  # fmt: skip
    return say(", ").join(filter(None, told))
