"""Figures of a year and of a register as sheets: a summary first, then the records behind each figure."""

from collections.abc import Sequence
from typing import Any

from amity.office.citations import Citation
from amity.office.intents import Intent
from amity.office.render.cited import SOURCE, STATE, searched, source
from amity.office.render.reported import how
from amity.office.render.sheet import Column, Sheet
from amity.office.report import Figure, Report
from amity.office.stats import Count, Stats
from amity.office.words import term, words
from amity.office.yearly import Record

SUMMARY = (
    Column("figure", "figure", "sheet"), Column("count", "number", "number"), Column("reported", "told by reports", "number"),
    Column("entered", "entered by us", "number"), Column("checked", "checked", "number"), Column("unchecked", "unchecked", "number"),
    Column("ids", "records", "words"), Column("definition", "what it counts", "words", aside=True),
)  # fmt: skip
RECORDS = (
    Column("day", "day", "day"), Column("id", "id"), Column("label", "of", "words"), Column("kind", "kind"),
    Column("others", "with", "words"), Column("how", "how", "words"), Column("derived", "derived", dull="no"),
    Column("evidence", "evidence", dull="report"), STATE,
)  # fmt: skip
COUNTS = (
    Column("exchanges", "exchanges", "number"), Column("instruments", "instruments", "number"),
    Column("commitments", "commitments", "number"), Column("requests", "requests", "number"),
)  # fmt: skip
LEADERS = (
    Column("sector", "sector"), Column("year", "year"), Column("actor", "jurisdiction", "words"), Column("id", "id"),
    Column("exchanges", "exchanges", "number"),
)  # fmt: skip
INTENTS = (
    Column("signed_on", "signed", "day"), Column("id", "id"), Column("label", "letter of intent", "words"),
    Column("parties", "parties", "words"), Column("became", "became", "words"), Column("became_on", "on", "day"),
    Column("days", "days", "number"), Column("exact", "both days told", aside=True), Column("waiting", "days open", "number"), STATE,
)  # fmt: skip


def report_sheets(report: Report) -> list[Sheet]:
    """Return the summary of a report, whose figures lead to their sheets, and one sheet for the records of each figure."""
    rows = [_figure(one) for one in report.figures]
    return [Sheet(name=term("Summary"), about=about(report), columns=SUMMARY, rows=rows), *map(_records, report.figures)]


def about(report: Report) -> str:
    """Return whose report it is, and what was searched, in a line."""
    whose = ", ".join(one.name for one in report.home)
    return f"{whose}, {report.year}; as of {report.as_of}; searched: {searched(report.searched)}."


def _figure(one: Figure) -> dict[str, Any]:
    return {
        "figure": one.title, "count": one.count, "reported": one.reported, "entered": one.entered, "checked": one.checked,
        "unchecked": one.unchecked, "ids": [record.id for record in one.records], "definition": one.definition,
    }  # fmt: skip


def _records(one: Figure) -> Sheet:
    return Sheet(
        name=one.title, about=_sentence(one.definition), columns=(*RECORDS, *SOURCE), rows=[_record(record) for record in one.records]
    )


def _record(record: Record) -> dict[str, Any]:
    return {
        "day": record.day, "id": record.id, "label": record.label, "kind": record.kind.replace("_", " "),
        "others": [one.label for one in record.others], "how": how(words("en"), record), "derived": record.derived,
        "evidence": evidence(record), "state": record.state, **_sources(record.citations),
    }  # fmt: skip


def evidence(record: Record) -> str:
    """Return which kinds of evidence tell of a record."""
    return " and ".join(word for word, told in (("report", record.reported), ("entry", record.entered)) if told)


def _sources(cited: Sequence[Citation]) -> dict[str, Any]:
    first = source(cited[0] if cited else None)
    more = f" and {len(cited) - 1} more" if len(cited) > 1 else ""
    return {**first, "source": f"{first['source']}{more}"}


def stats_sheets(stats: Stats) -> list[Sheet]:
    """Return the figures of a register: by year, sector, partner, country and outlet, leaders, letters of intent."""
    of = stats.definitions
    counted = (
        f"Exchanges: {of['exchanges']}. Instruments: {of['instruments']}. Commitments: {of['commitments']}. Requests: {of['requests']}."
    )
    return [
        _counts(term("By year"), "year", stats.by_year, f"{_whole(stats)} {counted}"),
        _counts(term("By sector"), "sector", stats.by_sector, f"{_sentence(of['by_sector'])}"),
        _counts(term("By partner"), "partner", stats.by_partner, _sentence(of["by_partner"])),
        _counts(term("By country"), "country", stats.by_country, ""),
        _counts(term("By outlet"), "outlet", stats.by_outlet, _sentence(of["by_outlet"])),
        Sheet(
            name=term("Leaders"), about=_sentence(of["leaders"]), columns=LEADERS,
            rows=[
                {"sector": one.sector, "year": one.year, "actor": one.actor.label, "id": one.actor.id, "exchanges": one.exchanges}
                for one in stats.leaders
            ],
        ),
        Sheet(
            name=term("Letters of intent"), about=_letters(stats), columns=(*INTENTS, *SOURCE),
            rows=[_intent(one) for one in stats.intents],
        ),
    ]  # fmt: skip


def _whole(stats: Stats) -> str:
    whose = ", ".join(one.name for one in stats.home) or "Everybody"
    days = f", {stats.start or 'the beginning'} to {stats.end or stats.as_of}" if stats.start or stats.end else ""
    return f"{whose}{days}; as of {stats.as_of}; searched: {searched(stats.searched)}."


def _sentence(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}."


def _letters(stats: Stats) -> str:
    middle = f"; median {stats.median_days:g} days" if stats.median_days is not None else ""
    became = f"{stats.became} of {len(stats.intents)} became agreements{middle}; {stats.still_open} open."
    return f"{became} {_sentence(stats.definitions['intents'])}"


def _counts(name: str, what: str, found: Sequence[Count], told: str) -> Sheet:
    own = (Column("id", "id"),) if any(one.id for one in found) else ()
    rows = [
        {what: one.value, "id": one.id, "exchanges": one.exchanges, "instruments": one.instruments, "commitments": one.commitments,
         "requests": one.requests}
        for one in found
    ]  # fmt: skip
    return Sheet(name=name, about=told, columns=(Column(what, what, "words"), *own, *COUNTS), rows=rows)


def _intent(one: Intent) -> dict[str, Any]:
    return {
        "signed_on": one.signed_on, "id": one.id, "label": one.label, "parties": [party.label for party in one.parties],
        "became": f"{one.became.label} ({one.became.id})" if one.became else "", "became_on": one.became_on, "days": one.days,
        "exact": one.exact, "waiting": one.waiting, "state": one.state, **source(one.citation),
    }  # fmt: skip


def records_sheet(report: Report) -> Sheet:
    """Return the records of all figures as one sheet, each with its figure."""
    columns = (Column("figure", "figure"), *RECORDS, *SOURCE)
    rows = [{"figure": one.title, **_record(record)} for one in report.figures for record in one.records]
    return Sheet(name="Records", about=about(report), columns=columns, rows=rows)
