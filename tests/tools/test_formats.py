"""The table of formats in the docs is the one of the formats; every limit and dependency is told there."""

import re

from amity.reading.formats import FORMATS, Limits
from amity.reading.network import NetworkLimits
from tools.formats import PAGE, fresh

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_table_is_fresh() -> None:
    assert fresh(TEXT) == TEXT, "run `make docs`"
    assert all(f"| {one.name} |" in TEXT for one in FORMATS)


def test_a_stale_table_is_made_anew() -> None:
    assert fresh("a\n<!-- formats -->\nold\n<!-- /formats -->\nb").count("| PDF |") == 1


def test_the_limits_are_those_of_the_program() -> None:
    for limits in (Limits(), NetworkLimits()):
        for name, value in limits._asdict().items():
            assert re.search(rf"\| `{name}` \| {value:,} \|", TEXT), name
