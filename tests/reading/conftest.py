"""What the tests of the reading stages share."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from amity.model import Document, Reading
from amity.reading.clean import Cleaned, clean
from amity.reading.dates import find_dates
from amity.reading.people import find_people
from amity.reading.pipeline import begin, read_cleaned
from amity.reading.report import ActorTable, Report

Posts = dict[str, list[tuple[str | None, str | None]]]


def _marked() -> Callable[[str], tuple[Report, ActorTable]]:
    spec = importlib.util.spec_from_file_location("marked", Path(__file__).parent / "marked.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["marked"] = module
    spec.loader.exec_module(module)
    return module.report_of  # type: ignore[no-any-return]


_report_of = _marked()


@pytest.fixture(scope="session")
def report_of() -> Callable[[str], tuple[Report, ActorTable]]:
    """A function from sentences with marked places to the report and a table of these places."""
    return _report_of


@pytest.fixture(scope="session")
def people_in() -> Callable[[str], ActorTable]:
    """A function from sentences with marked places to their table, persons included."""

    def read(marked: str) -> ActorTable:
        report, table = _report_of(marked)
        find_people(report, table)
        return table

    return read


@pytest.fixture(scope="session")
def posts_in(people_in: Callable[[str], ActorTable]) -> Callable[[str], Posts]:
    """A function from sentences with marked places to each person's posts: title and what it is of."""

    def read(marked: str) -> Posts:
        table = people_in(marked)
        names = {i: a.name for i, a in table.actors.items()}
        posts: Posts = {a.name: [] for a in table.actors.values() if a.kind == "person"}
        for post in table.posts:
            posts[names[post.person]].append((post.title, names.get(post.of or "")))
        return posts

    return read


@pytest.fixture(scope="session")
def report_in() -> Callable[[str], Report]:
    """A function from sentences with marked places to their report, with its dates and table."""

    def read(marked: str) -> Report:
        report, table = _report_of(marked)
        report.dates, report.table = find_dates(report), table
        return report

    return read


@pytest.fixture(scope="session")
def settled() -> Callable[..., Report]:
    """A function from a text (with a title and a dateline's place, if told) to its report with the settled actor table."""

    def read(text: str, title: str | None = None, dateline: str | None = None) -> Report:
        return begin(Cleaned(Document(id="sha256:0", path="test", title=title, dateline_place=dateline), text))

    return read


@pytest.fixture(scope="session")
def means() -> Callable[[Report, str], list[str]]:
    """A function from a report and words of it to the names of the actors that the last mention of these words leads to."""

    def names(report: Report, words: str) -> list[str]:
        spans = [m for m in sorted(report.table.mentions) if report.doc[m.start : m.end].text == words]
        return [report.table.actors[a].name for a in spans[-1].refers] if spans else []

    return names


@pytest.fixture(scope="session")
def kinds() -> Callable[[Report], dict[str, str]]:
    """A function from a report to its actors' kinds by name, persons left out."""

    def by_name(report: Report) -> dict[str, str]:
        return {a.name: a.kind for a in report.table.actors.values() if a.kind != "person"}

    return by_name


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """A function from a report's text (and its published date) to its reading, by the whole pipeline."""

    def read(text: str, published: str | None = "2024-05-16") -> Reading:
        document = Document(id="sha256:0", path="report.txt", published=published)
        return read_cleaned(clean(text, document))

    return read
