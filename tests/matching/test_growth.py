"""The comparisons that an added report asks for stay few while the register grows."""

from collections import defaultdict
from itertools import islice

from amity.matching import extract, keys, node
from bench.register_reports import reports

COUNT, LAST = 600, 100
MOST = 60
"""Candidate pairs for an added report: 28 at 1,000 reports and 41 at 10,000 of the bench's stream."""


def test_an_added_report_is_compared_with_few_facts() -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    pairs: set[tuple[str, str]] = set()
    for at, made in enumerate(islice(reports(1), COUNT)):
        nodes = {node(features, member): features for member, features in extract(made.reading).items()}
        for name, features in nodes.items():
            for key in keys(features):
                pairs |= {(name, other) for other in holders[key] if at >= COUNT - LAST and other != name}
                holders[key].add(name)
    assert len(pairs) <= MOST * LAST
