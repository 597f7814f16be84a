"""Reports that look alike: meetings of one week, namesakes, renewals, forms of words. Their facts are read by the real reader."""

import pytest

from tests.matching.reports import VERDICTS, Check, cases, checks, copies, outcome, right

ASIDE = {"read": 0.95, "right": 0.95, "merged": 0.02}
"""Floors of what was held back while matching was changed: parts of the checks whose facts are read; of these that are right; and a
ceiling for those that are made one and are not (a wrong merger is worse than one left out)."""


@pytest.mark.parametrize("check", list(checks("tuned")), ids=lambda check: f"{check.case}: {check.verdict} {check.one} / {check.other}")
def test_pair(check: Check) -> None:
    found = outcome("tuned", check)
    assert right(check, found), f"{found}, not {check.verdict}"


@pytest.mark.parametrize("case", [name for name, told in cases("tuned").items() if "copies" in told])
def test_copies(case: str) -> None:
    assert copies("tuned", case) == cases("tuned")[case]["copies"]


@pytest.mark.parametrize("case", [name for name, told in cases("aside").items() if "copies" in told])
def test_copies_held_back(case: str) -> None:
    assert copies("aside", case) == cases("aside")[case]["copies"]


def test_pairs_held_back() -> None:
    found = [(check, outcome("aside", check)) for check in checks("aside")]
    read = [(check, verdict) for check, verdict in found if verdict != "unread"]
    assert len(read) >= ASIDE["read"] * len(found)
    assert sum(right(*one) for one in read) >= ASIDE["right"] * len(read)
    assert sum(verdict == "same" != check.verdict for check, verdict in read) <= ASIDE["merged"] * len(read)


@pytest.mark.parametrize("name", ["tuned", "aside"])
def test_there_are_enough_of_all_sorts(name: str) -> None:
    told = list(checks(name))
    assert len(told) >= 35
    assert {check.verdict for check in told} <= set(VERDICTS)
    assert {check.one.split()[1] for check in told} >= {"person", "actor", "event", "instrument"}
