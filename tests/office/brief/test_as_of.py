"""A brief as one would have had it on a day, and one of checked facts only."""

import pytest

from amity.errors import UsageError
from amity.office.brief import Brief, brief
from amity.register import Register

SIDES = ("Guangxi", "Lang Son province")
THEN = "2024-12-31"


def test_what_was_reported_later_is_left_out(small: Register) -> None:
    told = brief(small, *SIDES, as_of=THEN)
    assert told.limited
    assert [one.label for one in told.people] == ["Wei Lan", "Tran Van Khoa"]
    assert [one.kind for one in told.meetings] == ["meeting"]
    assert told.ties == () and told.differences == ()
    assert [one.day for one in told.sources] == ["2024-05-10"]
    assert told.searched.reports == 1


def test_it_is_the_brief_of_a_register_that_knew_no_more(small: Register, own: Register) -> None:
    for document in ("sha256:2", "sha256:3"):
        own.withdraw(document)
    then, fewer = brief(small, *SIDES, as_of=THEN), brief(own, *SIDES, as_of=THEN)
    for name in ("leads", "people", "ties", "texts", "promises", "asks", "meetings", "ways", "projects", "differences", "left", "sources"):
        assert getattr(then, name) == getattr(fewer, name), name


def test_before_the_first_report_nothing_is_known(small: Register) -> None:
    told = brief(small, *SIDES, as_of="2023")
    assert (told.leads, told.people, told.texts, told.promises, told.meetings, told.sources) == ((), (), (), (), (), ())


def test_conflicts_wait_until_both_have_spoken(small: Register) -> None:
    assert brief(small, *SIDES, as_of="2025-06-11").differences == ()
    assert len(brief(small, *SIDES, as_of="2025-06-12").differences) == 1


def test_what_people_decided_later_does_not_count(own: Register) -> None:
    text = brief(own, *SIDES).texts[0]
    own.judge("correct", [text.id], field="title", value="memorandum on boats", by="Ann")
    assert [(one.label, one.state) for one in brief(own, *SIDES).texts] == [("memorandum on boats", "corrected")]
    assert [(one.label, one.state) for one in brief(own, *SIDES, as_of=THEN).texts] == [("memorandum on lanterns", "unchecked")]


def test_what_was_rejected_is_left_out(own: Register) -> None:
    own.judge("reject", [brief(own, *SIDES).texts[0].id], by="Ann")
    told = brief(own, *SIDES)
    assert told.texts == () and told.leads[0].kind != "ends"
    assert len(brief(own, *SIDES, as_of=THEN).texts) == 1


def test_checked_only_leaves_what_a_person_has_seen(own: Register) -> None:
    before = brief(own, *SIDES)
    own.judge("confirm", [before.texts[0].id], by="Ann")
    told = brief(own, *SIDES, checked_only=True)
    assert told.checked_only
    assert [(one.id, one.state) for one in told.texts] == [(before.texts[0].id, "confirmed")]
    assert (told.people, told.promises, told.asks, told.meetings, told.ways, told.projects) == ((), (), (), (), (), ())
    assert told.ties == ()


def test_a_person_s_assessment_counts_from_its_day(own: Register) -> None:
    one = next(one for one in brief(own, *SIDES).promises if one.side == "both")
    own.judge("assess", [one.id], value="in_progress", by="Ann")
    (follow,) = next(found for found in brief(own, *SIDES).promises if found.id == one.id).follow
    assert (follow.status, follow.by) == ("in_progress", "Ann")
    assert next(found for found in brief(own, *SIDES, as_of=THEN).promises if found.id == one.id).follow == ()


@pytest.mark.parametrize("day", ["soon", "2024-13-01", "31.12.2024"])
def test_a_wrong_day_is_refused(small: Register, day: str) -> None:
    with pytest.raises(UsageError, match=f"--as-of {day}: not a day"):
        brief(small, *SIDES, as_of=day)


def test_a_brief_is_the_same_each_time(small: Register) -> None:
    made: list[Brief] = [brief(small, *SIDES, as_of="2025-12-31") for _ in range(2)]
    assert made[0] == made[1]
