"""People decide about ties by what tells them: the decision outlives merges, rebuilding and newer readings, and can be undone."""

from collections.abc import Sequence
from typing import Any

import pytest

from amity.errors import UsageError
from amity.matching import match
from amity.model import Reading
from amity.model.judgement import Judgement
from amity.office.brief import brief
from amity.office.changes import changes
from amity.register import Register, log
from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.mapping import ties_on_map
from amity.register.queries.pages import everything, facets
from tests.matching.make import Maker

ENDS = (("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR"))
SINCE = "{} and {} have been sister cities since {}."


def report(name: str, day: str, words: str | None = None, ends: Sequence[tuple[str, str, str]] = ENDS) -> Reading:
    """A report with one sentence about a tie."""
    maker = Maker(name, day, text=f"Rain fell over the harbour on day {name}.")
    for end in ends:
        maker.actor(*end)
    maker.sentence(words or SINCE.format(ends[0][0], ends[1][0], 2006))
    return maker.reading()


def rows(register: Register, **filters: Any) -> list[dict[str, Any]]:
    with register.reading() as connection:
        return list(everything(connection, LISTINGS["ties"], Filters(**filters)))


def told(register: Register, public: str) -> dict[str, Any]:
    with register.reading() as connection:
        return show(connection, public)


@pytest.fixture
def tie(register: Register) -> str:
    """The id of a tie that two reports tell, of the register of the test."""
    register.add([report("one", "2024-05-02"), report("two", "2024-06-02", SINCE.format("Hue", "Gyeongju", 2007))])
    (row,) = rows(register)
    assert (row["state"], row["stage"], row["since"], row["documents"]) == ("unchecked", "established", "2006", 2)
    return str(row["id"])


def test_a_rejected_tie_is_in_no_list_and_still_shown(register: Register, tie: str) -> None:
    made = register.judge("reject", [tie], by="Ann")
    assert rows(register) == []
    assert [row["id"] for row in rows(register, state=("rejected",))] == [tie]
    shown = told(register, tie)
    assert (shown["state"], shown["checked_by"], [one["state"] for one in shown["history"]]) == ("rejected", "Ann", ["rejected"] * 2)
    assert told(register, "act-1")["names"] == ["Hue"]
    assert "ties" not in told(register, "act-1")
    assert [one["state"] for one in register.dump()["ties"]] == ["rejected"]
    with register.reading() as connection:
        assert facets(connection, LISTINGS["ties"], Filters())["kind"] == {}
        assert ties_on_map(connection) == []
    register.undo(made.number)
    assert [row["state"] for row in rows(register)] == ["unchecked"]
    assert register.check() == []


def test_what_was_decided_survives_a_rebuild(register: Register, tie: str) -> None:
    register.judge("reject", [tie], by="Ann")
    before = register.dump()
    register.rebuild()
    assert register.dump() == before
    register.judge("confirm", [tie], by="Ben")
    before = register.dump()
    assert [one["state"] for one in before["ties"]] == ["confirmed"]
    register.rebuild()
    assert register.dump() == before


def test_rejecting_a_tie_leaves_the_facts_that_tell_it(register: Register) -> None:
    maker = Maker("one", "2024-05-02")
    ends = [maker.actor(*end) for end in ENDS]
    maker.instrument("friendly_city_agreement", ends, signed="2024-05-02", title="the text on lanterns")
    register.add(maker.reading())
    (row,) = rows(register)
    register.judge("reject", [row["id"]])
    assert rows(register) == []
    assert [one["state"] for one in register.dump()["instruments"]] == ["unchecked"]


def test_another_report_brings_a_rejected_tie_back_for_a_look(register: Register, tie: str) -> None:
    register.judge("reject", [tie])
    register.add(report("three", "2024-07-02", SINCE.format("Hue", "Gyeongju", 2008)))
    (row,) = rows(register)
    assert (row["id"], row["state"], row["since"], row["documents"]) == (tie, "unchecked", "2008", 1)


def test_confirming_is_shown_listed_and_takes_a_rejection_back(register: Register, tie: str) -> None:
    register.judge("reject", [tie], by="Ann")
    register.judge("confirm", [tie], by="Ben")
    (row,) = rows(register, checked_only=True)
    assert (row["state"], row["documents"]) == ("confirmed", 2)
    with register.reading() as connection:
        shown = show(connection, tie, checked_only=True)
    assert (shown["checked_by"], [one["date"] for one in shown["history"]]) == ("Ben", ["2006", "2007"])


def test_stage_and_beginning_are_corrected_and_the_sentences_kept(register: Register, tie: str) -> None:
    register.judge("correct", [tie], field="stage", value="intent", by="Ann")
    made = register.judge("correct", [tie], field="since", value="2009-04", by="Ann")
    (row,) = rows(register)
    assert (row["stage"], row["since"], row["state"]) == ("intent", "2009-04", "corrected")
    assert [one["stage"] for one in told(register, tie)["history"]] == ["established", "established"]
    register.undo(made.number)
    assert [(row["stage"], row["since"]) for row in rows(register)] == [("intent", "2006")]
    register.rebuild()
    assert [(row["stage"], row["since"], row["state"]) for row in rows(register)] == [("intent", "2006", "corrected")]


def test_a_sentence_of_three_places_is_decided_pair_by_pair(register: Register) -> None:
    ends = (*ENDS, ("Nara", "municipality", "JP"))
    register.add(report("one", "2024-05-02", "Hue is a sister city of Gyeongju and Nara.", ends))
    first, second = rows(register)
    register.judge("reject", [first["id"]])
    assert [row["id"] for row in rows(register)] == [second["id"]]
    register.rebuild()
    assert [row["id"] for row in rows(register)] == [second["id"]]


def test_the_decision_holds_when_actors_are_merged_and_the_old_id_leads_on(register: Register, tie: str) -> None:
    register.add(report("three", "2024-07-02", "Huế sang.", (("Thuan Hoa", "municipality", "VN"),)))
    assert tie == "tie-1-2-friendly_city"
    register.judge("reject", [tie])
    register.judge("merge", ["act-1", "act-3"])
    assert rows(register) == []
    for old in ("tie-2-3-friendly_city", "tie-3-2-friendly_city"):
        shown = told(register, old)
        assert (shown["id"], shown["asked"], shown["state"]) == (tie, old, "rejected")


def test_a_newer_reading_keeps_the_decision_while_the_sentence_tells_of_the_pair(register: Register) -> None:
    register.add(report("one", "2024-05-02"), reader="1")
    (row,) = rows(register)
    made = register.judge("reject", [row["id"]])
    again = report("one", "2024-05-02")
    again.actors[0].aliases = ["Hue city"]
    register.reread(again, reader="2")
    assert rows(register) == []
    without = report("one", "2024-05-02", "Hue and Gyeongju spoke of rain.")
    register.reread(without, reader="3")
    with register.reading() as connection:
        assert [one.number for one in log.holding(connection)] == [made.number]
    assert rows(register, state=("rejected",)) == []


def test_matching_in_memory_knows_the_same(register: Register, tie: str) -> None:
    readings = [report("one", "2024-05-02"), report("two", "2024-06-02", SINCE.format("Hue", "Gyeongju", 2007))]
    made = register.judge("reject", [tie])
    assert match(readings, [made]).ties == []
    undone = Judgement(number=made.number + 1, kind="undo", undoes=made.number)
    assert len(match(readings, [made, undone]).ties) == 1


def test_briefs_and_changes_follow(register: Register, tie: str) -> None:
    register.judge("correct", [tie], field="stage", value="intent", by="Ann")
    with register.reading() as connection:
        assert [(one.id, one.stage) for one in brief(connection, "Hue", "Gyeongju").ties] == [(tie, "intent")]
        decided = [one for one in changes(connection, "2024-01-01", subject=tie) if one.kind == "decided"]
    assert [(one.id, one.label, one.what, one.by) for one in decided] == [(tie, "Hue – Gyeongju", "correct stage intent", "Ann")]
    register.judge("reject", [tie], by="Ann")
    with register.reading() as connection:
        assert brief(connection, "Hue", "Gyeongju").ties == ()
        assert [one.kind for one in changes(connection, "2024-01-01", subject=tie)] == ["decided"]


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("merge", None, None, "merge these"),
        ("assess", None, "fulfilled", "only commitments are assessed"),
        ("assign", None, {"unit": "Desk"}, "confirmed, rejected and corrected"),
        ("correct", "stage", "friends", "none of contact, intent"),
        ("correct", "since", "long ago", "no date"),
        ("correct", "kind", "bloc", "there are stage, since"),
    ],
)
def test_what_makes_no_sense_of_a_tie_is_refused(register: Register, tie: str, kind: Any, field: str, value: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        register.judge(kind, [tie], field=field, value=value)


def test_a_tie_that_is_not_there_is_named(register: Register, tie: str) -> None:
    for public in ("tie-1-2-bloc", "tie-8-9-friendly_city", "tie-x"):
        with pytest.raises(UsageError, match=f"{public}: the register has no such tie; see `amity ties`"):
            register.judge("confirm", [public])
