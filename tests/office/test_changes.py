"""What changed since a day, of one thing, of a party, of everything."""

from collections.abc import Callable

import pytest

from amity.errors import UsageError
from amity.office.changes import Changed, changes
from amity.register import Register
from tests.matching.make import Maker
from tests.office.test_ledger import talks
from tests.office.test_report import instrument

Desk = Callable[..., Register]


def since(register: Register, day: str, **options: str) -> list[Changed]:
    with register.reading() as connection:
        return changes(connection, day, **options)


def shown(found: list[Changed]) -> list[tuple[str, str, str]]:
    return [(one.day, one.kind, one.what) for one in found]


def told() -> tuple[Maker, Maker]:
    later = instrument("2022-05-09", "b", "2024-07-02", status="terminated", concluded=False)
    return instrument("2022-05-09", published="2022-05-10"), later


def test_a_thing_told_again_with_a_new_status(desk: Desk) -> None:
    register = desk(*told())
    assert shown(since(register, "2023", subject="ins-1")) == [
        ("2024-07-02", "told_again", "instrument told of again"),
        ("2024-07-02", "status", "terminated on 2024-07-02"),
    ]
    assert since(register, "2024-07-02", subject="ins-1") == []


def test_every_change_by_a_report_has_its_words(desk: Desk) -> None:
    found = since(desk(*told()), "2020")
    assert {one.kind for one in found} == {"new", "told_again", "status"}
    assert all(one.citation and one.citation.quote and one.citation.day == one.day for one in found)


def test_the_first_report_is_new(desk: Desk) -> None:
    assert [one.what for one in since(desk(told()[0]), "2020") if one.kind == "new"] == ["instrument told of for the first time"]


def test_answers_and_decisions(desk: Desk) -> None:
    register = desk(talks())
    found = since(register, "2023-05-09", party="Hue")
    assert [one.what.partition(" (")[0] for one in found if one.kind == "answered"] == ["answered: send two ferries a day"]
    made = register.judge("confirm", ["sta-1"], by="Ann")
    decided = [one for one in since(register, "2023-12-31", subject="sta-1") if one.kind == "decided"]
    assert [(one.id, one.what, one.by) for one in decided] == [("sta-1", "confirm", "Ann")]
    register.undo(made.number)
    assert since(register, "2023-12-31", subject="sta-1") == []


def test_a_tie_changes_its_stage(desk: Desk) -> None:
    maker, _ = told()
    maker.sentence("Hue and Gyeongju became sister cities in March 2021.")
    register = desk(maker)
    (one,) = [one for one in since(register, "2021") if one.what == "established since 2021-03"]
    assert (one.kind, one.label) == ("stage", "Hue – Gyeongju")
    assert one in since(register, "2021", subject=one.id)
    assert one in since(register, "2021", party="Gyeongju")
    assert since(register, "2022-05-10", subject=one.id) == []


def test_a_party_that_takes_no_part(desk: Desk) -> None:
    other = Maker("z", "2023-01-01")
    other.event("meeting", "2023-01-01", [other.actor("Osaka", "municipality", "JP")])
    register = desk(talks(), other)
    assert {one.id for one in since(register, "2020", party="Osaka")} == {"evt-1"}


@pytest.mark.parametrize(
    ("day", "options", "reason"),
    [
        ("spring", {}, "--since spring: not a day, month or year"),
        ("2024-02-30", {}, "--since 2024-02-30: not a day, month or year"),
        ("2024", {"subject": "ins-9"}, "ins-9: the register has no such id"),
        ("2024", {"subject": "act-1"}, "act-1: one of the actors; name a party with --party"),
        ("2024", {"subject": "tie-9-9-bloc"}, "tie-9-9-bloc: the register has no such tie"),
        ("2024", {"party": "Nowhereland"}, "Nowhereland: the register has no party of this name"),
    ],
)
def test_what_makes_no_sense_is_refused(desk: Desk, day: str, options: dict[str, str], reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        since(desk(talks()), day, **options)


def test_an_empty_register(desk: Desk) -> None:
    assert since(desk(), "2020") == []
