"""What the tests of the reading stages share."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from amity.reading.dates import find_dates
from amity.reading.people import find_people
from amity.reading.report import ActorTable, Report

Posts = dict[str, list[tuple[str | None, str | None]]]


def _marked() -> Callable[[str], tuple[Report, ActorTable]]:
    spec = importlib.util.spec_from_file_location("marked", Path(__file__).parent / "marked.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["marked"] = module
    spec.loader.exec_module(module)
    return module.report_of  # type: ignore[no-any-return]


report_of = _marked()


@pytest.fixture(scope="session")
def people_in() -> Callable[[str], ActorTable]:
    """A function from sentences with marked places to their table, persons included."""

    def read(marked: str) -> ActorTable:
        report, table = report_of(marked)
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
        report, table = report_of(marked)
        report.dates, report.table = find_dates(report), table
        return report

    return read
