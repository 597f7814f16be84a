"""Sentences with their places and organisations marked: ``{state:Peru}``, ``{state>demonym:Peruvian}`` with ``=Peru``."""

import re

from amity.model import Document
from amity.reading.parser import parse
from amity.reading.report import ActorTable, Report

MARK = re.compile(r"\{(\w+)(?:>(\w+))?:([^}=]+)(?:=([^}]+))?\}")


def report_of(marked: str) -> tuple[Report, ActorTable]:
    """Return the report of the sentences and a table with the marked actors and mentions."""
    text = MARK.sub(lambda m: m.group(3), marked)
    report = Report(Document(id="sha256:0", path="test"), text, parse(text))
    table, shift = ActorTable(), 0
    for mark in MARK.finditer(marked):
        kind, form, words, name = mark.groups()
        known = [a for a in table.actors.values() if a.name == (name or words)]
        actor = known[0] if known else table.enter(kind, name or words)  # type: ignore[arg-type]
        start = mark.start() - shift
        span = report.doc.char_span(start, start + len(words))
        assert span is not None, f"{words} is no run of tokens"
        table.refer(span, form or "name", actor.id)  # type: ignore[arg-type]
        shift += mark.end() - mark.start() - len(words)
    return report, table
