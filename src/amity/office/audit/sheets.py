"""The sheet of an audit: one row a fact, with two empty columns to fill in."""

from amity.office.audit.sampling import Sample
from amity.office.render.sheet import Column, Sheet

COLUMNS = (
    Column("fact", "fact"), Column("sentence", "sentence", "words"), Column("read_as", "read as", "words"), Column("answer", "answer"),
    Column("note", "note", "words"), Column("stratum", "stratum"), Column("publisher", "outlet"), Column("day", "day", "day"),
    Column("url", "address", "link"), Column("report", "report"), Column("sample", "sample"),
)  # fmt: skip
"""Columns of a sheet; ``fact``, ``answer``, ``note`` and ``sample`` are read back."""


def sheet(sample: Sample) -> Sheet:
    """Return a sample as a sheet: does the sentence tell what was read from it? ``right``, ``wrong`` or ``unsure``."""
    named = f"{sample.kind}/{sample.by or 'all'}/{sample.seed}"
    rows = [
        {
            "fact": one.fact, "sentence": one.sentence, "read_as": one.read_as, "answer": "", "note": "", "stratum": one.stratum,
            "publisher": one.publisher, "day": one.day, "url": one.url, "report": one.path, "sample": named,
        }
        for one in sample.facts
    ]  # fmt: skip
    return Sheet(name=f"audit of {sample.kind}", columns=COLUMNS, rows=rows)
