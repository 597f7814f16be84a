"""What a brief tells of two parties, and of one and all its partners."""

from pathlib import Path

import pytest

from amity.errors import UsageError
from amity.office.brief import Brief, brief
from amity.office.brief.asked import OLD_POST
from amity.register import Register, open_register
from tests.matching.make import Maker

SIDES = ("Guangxi", "Lang Son province")


@pytest.fixture(scope="module")
def made(small: Register) -> Brief:
    return brief(small, *SIDES, as_of="2025-12-31")


def test_the_parties_are_named_in_their_own_script_too(made: Brief) -> None:
    assert made.other is not None
    assert (made.one.label, made.one.native, made.other.label, made.other.native) == ("Guangxi", "广西", "Lang Son province", "Lạng Sơn")


def test_the_latest_holder_of_a_post_stands_for_it(made: Brief) -> None:
    assert [(one.label, one.title, one.side) for one in made.people] == [("Wei Lan", "Chair", "one"), ("Park Min-ho", "Chairman", "other")]


def test_old_posts_are_warned_of(small: Register) -> None:
    wei, park = brief(small, *SIDES, as_of="2026-05-10").people
    assert (wei.months, wei.old) == (OLD_POST, True)
    assert (park.months, park.old) == (11, False)
    assert not brief(small, *SIDES, as_of="2026-05-09").people[0].old


def test_ties_have_stage_and_history(made: Brief) -> None:
    (tie,) = made.ties
    assert (tie.kind, tie.stage, tie.since) == ("friendly_city", "established", "2006")
    assert [stage.date for stage in tie.history] == ["2006", "2007"]
    assert [one.label for one in tie.between] == ["Qinzhou", "Dong Dang"]


def test_what_ends_is_told_with_its_days(made: Brief) -> None:
    (text,) = made.texts
    assert (text.kind, text.status, text.signed_on, text.ends, text.days, text.ended) == ("mou", "signed", "2024-05-09", "2026", 365, False)


def test_a_period_that_is_over_is_derived_and_says_what_was_searched(small: Register) -> None:
    (text,) = brief(small, *SIDES, as_of="2027-02-01").texts
    assert text.ended and text.days == -32 and text.status == "signed"
    assert text.searched is not None and text.searched.reports == 2


def test_promises_stand_by_side_with_the_narrowest_party(made: Brief) -> None:
    told = {one.label: one for one in made.promises}
    assert {label: one.side for label, one in told.items()} == {
        "widen the road to six lanes": "one", "plant camphor trees by 2025": "other", "hold a lantern fair": "both",
    }  # fmt: skip
    assert [one.label for one in told["plant camphor trees by 2025"].by] == ["People's Committee of Lang Son province"]


def test_what_was_fulfilled_is_not_open(small: Register, made: Brief) -> None:
    before = brief(small, *SIDES, as_of="2024-12-31")
    assert "open the Ban Vang crossing to lorries" in [one.label for one in before.promises]
    assert "open the Ban Vang crossing to lorries" not in [one.label for one in made.promises]


def test_silence_is_no_failure_but_says_what_was_searched(made: Brief) -> None:
    one = next(one for one in made.promises if one.side == "both")
    assert (one.status, one.follow) == ("not_assessed", ())
    assert (one.searched.reports, one.searched.outlets, one.searched.last) == (2, 2, "2025-06-12")


def test_asks_stand_with_their_answers(made: Brief) -> None:
    told = {one.label: one for one in made.asks}
    (reply,) = told["widen the road"].replies
    assert (reply.label, reply.proposed) == ("widen the road to six lanes", False)
    assert told["send gardeners"].replies == ()
    assert told["send gardeners"].searched.reports == 2


def test_meetings_say_what_came_of_them(made: Brief) -> None:
    visit, meeting = made.meetings
    assert (visit.kind, visit.begins, visit.outcome) == ("visit", "2025-06-09", ())
    assert (meeting.place, meeting.outcome, meeting.promises) == ("Nanning", ("memorandum on lanterns",), 4)
    assert {one.label for one in meeting.people} == {"Tran Van Khoa", "Wei Lan"}


def test_what_was_signed_on_another_day_came_of_no_meeting_told_beside_it(tmp_path: Path) -> None:
    maker = Maker("1", "2024-05-10", publisher="Example News Agency")
    one, other = maker.actor("Guangxi", "province", "CN"), maker.actor("Lang Son province", "province", "VN")
    maker.event("meeting", "2024-05-09", [one, other], words="They met and signed a paper on boats.")
    maker.instrument("other", [one, other], title="paper on boats", words="They met and signed a paper on boats.")
    maker.instrument("mou", [one, other], signed="2024-05", title="memorandum on lanterns")
    maker.instrument("treaty", [one, other], signed="2020-02-02", title="treaty on wells")
    maker.instrument("contract", [one, other], title="contract for lorries")
    with open_register(tmp_path / "amity.db") as register:
        register.add(maker.reading())
        (meeting,) = brief(register, *SIDES).meetings
    assert set(meeting.outcome) == {"paper on boats", "memorandum on lanterns"}


def test_mechanisms_projects_and_conflicts_are_there(made: Brief) -> None:
    assert [one.label for one in made.ways] == ["Joint Lantern Committee"]
    assert [(one.label, one.status) for one in made.projects] == [("Ban Vang road", "ongoing")]
    (difference,) = made.differences
    assert [(claim.value, claim.citations[0].publisher) for claim in difference.claims] == [("2006", "Daily"), ("2007", "Evening Post")]


def test_the_five_lines_are_ranked(made: Brief) -> None:
    assert [one.kind for one in made.leads] == ["ends", "theirs", "ours", "met", "tie"]
    assert made.leads[1].id == next(one.id for one in made.promises if one.side == "other")


def test_home_turns_ours_and_theirs_round(small: Register) -> None:
    told = brief(small, *SIDES, as_of="2025-12-31", home=["Lang Son province"])
    assert told.home == "other"
    assert told.leads[1].id == next(one.id for one in told.promises if one.side == "one")


def test_every_citation_is_among_the_sources_and_quotes_its_document(small: Register, made: Brief) -> None:
    numbers = {one.number: one for one in made.sources}
    assert list(numbers) == list(range(1, len(numbers) + 1))
    groups = (made.people, made.ties, made.texts, made.promises, made.asks, made.meetings, made.ways, made.projects, made.differences)
    cited = [citation for group in groups for one in group for citation in one.citations]  # type: ignore[attr-defined]
    assert cited and all(numbers[one.number].document == one.document for one in cited)
    with small.reading() as connection:
        texts = dict(connection.exec_driver_sql("select id, text from documents").fetchall())
    assert all(texts[one.document][one.start : one.end] == one.quote for one in cited)


def test_exact_leaves_out_committees_and_cities(small: Register) -> None:
    told = brief(small, *SIDES, exact=True)
    assert told.ties == () and "plant camphor trees by 2025" not in [one.label for one in told.promises]


def test_one_party_alone_has_all_its_partners(small: Register) -> None:
    told = brief(small, "Guangxi", as_of="2025-12-31")
    assert told.other is None and len(told.ties) == 1 and len(told.texts) == 1
    assert {one.label: one.side for one in told.promises}["plant camphor trees by 2025"] == "other"
    assert told.leads[0].kind == "ends"


def test_what_is_left_out_is_told_with_its_command(crowded: Register) -> None:
    told = brief(crowded, *SIDES)
    left = {one.section: one for one in told.left}
    assert (left["promises one"].shown, left["promises one"].total) == (4, 60)
    assert left["promises one"].command == "amity commitments --party act-1 --party act-2 --status open"
    assert {"people", "texts", "asks", "meetings", "ways", "projects"} <= set(left)


def test_two_parties_of_one_name_are_asked_back(samples: Register) -> None:
    with pytest.raises(UsageError, match=r"Siem Reap: 2 parties have this name.*act-\d+.*act-\d+"):
        brief(samples, "Siem Reap", "Yunnan")


def test_a_connection_will_do(small: Register, made: Brief) -> None:
    with small.reading() as connection:
        assert brief(connection, *SIDES, as_of="2025-12-31") == made
