"""What the tests of statements share: reports of the tests' own, read once each."""

from collections.abc import Callable
from functools import cache

import pytest

from amity.model import Document, Reading, Statement
from amity.reading.clean import clean
from amity.reading.parser import parse
from amity.reading.pipeline import begin, finish
from amity.reading.report import Report
from amity.reading.statements.clauses import Clauses

LEDE = "OSLO, May 4 - Ola Berg, Mayor of Bergen, met Kenji Mori, Governor of Nagano prefecture, on Monday.\n\n"
"""Two sides for every sentence: Bergen in Norway and Nagano in Japan."""


@cache
def _begun(text: str) -> Report:
    return begin(clean(text, Document(id="sha256:0", path="own.txt")))


@cache
def _read(text: str) -> Reading:
    return finish(_begun(text))


@cache
def _clauses(sentence: str) -> Clauses:
    return Clauses(parse(sentence))


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[Statement]]:
    """Return the statements of a text that follows the lede."""
    return lambda text: _read(LEDE + text).statements


@pytest.fixture(scope="session")
def report() -> Callable[[str], Report]:
    """Return the report of a text that follows the lede, before its second pass."""
    return lambda text: _begun(LEDE + text)


@pytest.fixture(scope="session")
def clauses() -> Callable[[str], Clauses]:
    """Return the repaired clauses of a sentence."""
    return _clauses


@pytest.fixture(scope="session")
def names() -> Callable[[str, list[str]], list[str]]:
    """Return the names behind ids in the reading of a text that follows the lede."""
    return lambda text, ids: [actor.name for i in ids for actor in _read(LEDE + text).actors if actor.id == i]
