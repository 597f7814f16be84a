"""Nothing follows from facts that people rejected, until the decision is taken back."""

from typing import Any

import pytest

from amity.errors import UsageError
from amity.matching import match
from amity.model import Reading
from amity.model.judgement import Pointer
from amity.register import Register
from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import everything, facets, page
from amity.register.queries.searching import search
from tests.matching.make import Maker


def report(name: str, day: str, *, kind: str = "friendly_city_agreement", signed: str | None = None) -> Reading:
    """One signing of Hue and Gyeongju, told in one sentence of its own."""
    maker = Maker(name, day)
    ends = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
    words = f"Hue and Gyeongju put their names to a text on lanterns, as number {name} has it."
    maker.instrument(kind, ends, signed=signed or day, title="the text on lanterns", words=words)
    return maker.reading()


def rows(register: Register, name: str, **filters: Any) -> list[dict[str, Any]]:
    with register.reading() as connection:
        return list(everything(connection, LISTINGS[name], Filters(**filters)))


def told(register: Register, public: str) -> dict[str, Any]:
    with register.reading() as connection:
        return show(connection, public)


def test_a_tie_goes_with_its_only_evidence_and_comes_back(register: Register) -> None:
    register.add(report("one", "2024-05-02"))
    (tie,) = rows(register, "ties")
    assert (tie["state"], tie["confidence"]) == ("unchecked", "high")
    judged = register.judge("reject", ["ins-1"], by="Ann")
    assert rows(register, "ties") == []
    register.rebuild()
    assert rows(register, "ties") == []
    register.undo(judged.number)
    assert rows(register, "ties") == [tie]


def test_a_tie_stays_with_the_evidence_that_is_left(register: Register) -> None:
    register.add([report("one", "2024-05-02"), report("two", "2024-09-20")])
    assert len(rows(register, "instruments")) == 2
    register.judge("reject", ["ins-1"])
    (tie,) = rows(register, "ties")
    assert tie["since"] == "2024-09-20"
    assert [one["date"] for one in told(register, tie["id"])["history"]] == ["2024-09-20"]


def test_a_tie_is_checked_with_its_evidence(register: Register) -> None:
    register.add(report("one", "2024-05-02"))
    register.judge("confirm", ["ins-1"])
    assert [one["state"] for one in rows(register, "ties", checked_only=True)] == ["confirmed"]
    assert facets_of(register, "ties")["state"] == {"confirmed": 1}


def facets_of(register: Register, name: str) -> dict[str, dict[str, int]]:
    with register.reading() as connection:
        return facets(connection, LISTINGS[name], Filters())


def clash(register: Register) -> None:
    """Two reports of one text that differ on its type."""
    register.add([report("one", "2024-05-02", kind="letter_of_intent"), report("two", "2024-05-02", kind="friendly_city_agreement")])
    if len(rows(register, "instruments")) > 1:
        register.judge("merge", ["ins-1", "ins-2"])


def test_conflicts_go_with_a_rejected_claim(register: Register) -> None:
    clash(register)
    assert [row["field"] for row in rows(register, "conflicts")] == ["type"]
    facts = told(register, "ins-1")["reports"]
    wrong = next(one for one in facts if one["fact"]["type"] == "letter_of_intent")
    pointer = Pointer(wrong["document"], "instruments", wrong["start"], wrong["end"], wrong["quote"], "letter_of_intent")
    judged = register.judge("reject", [pointer])
    assert rows(register, "conflicts") == []
    shown = told(register, "ins-1")
    assert (shown["kind"], shown["state"], shown["documents"]) == ("friendly_city_agreement", "unchecked", 1)
    assert sorted(one.get("state", "") for one in shown["reports"]) == ["", "rejected"]
    register.undo(judged.number)
    assert [row["field"] for row in rows(register, "conflicts")] == ["type"]


def test_conflicts_are_checked_when_a_claim_is(register: Register) -> None:
    clash(register)
    assert rows(register, "conflicts", checked_only=True) == []
    register.judge("confirm", ["ins-1"])
    (row,) = rows(register, "conflicts", checked_only=True)
    assert sorted(claim["state"] for claim in row["claims"]) == ["confirmed", "unchecked"]


def test_a_rejected_thing_is_counted_nowhere_and_still_shown(register: Register) -> None:
    register.add([report("one", "2024-05-02"), report("two", "2024-09-20")])
    register.judge("reject", ["ins-1"], by="Ann")
    assert [row["id"] for row in rows(register, "instruments")] == ["ins-2"]
    assert [row["id"] for row in rows(register, "instruments", state=("rejected",))] == ["ins-1"]
    counted = facets_of(register, "instruments")
    assert counted["kind"] == {"friendly_city_agreement": 1}
    assert counted["sector"] == {"unspecified": 1}
    assert counted["state"] == {"rejected": 1, "unchecked": 1}
    with register.reading() as connection:
        assert page(connection, LISTINGS["instruments"], Filters()).total == 1
        assert [row["id"] for row in search(connection, "lanterns") if row["layer"] == "instruments"] == ["ins-2"]
    assert (told(register, "ins-1")["state"], told(register, "ins-1")["checked_by"]) == ("rejected", "Ann")
    assert register.check() == []


def test_another_report_brings_a_rejected_thing_back_for_a_look(register: Register) -> None:
    register.add(report("one", "2024-05-02"))
    register.judge("reject", ["ins-1"])
    register.add(report("two", "2024-05-02"))
    (row,) = rows(register, "instruments")
    assert (row["id"], row["state"], row["sources"]) == ("ins-1", "unchecked", 1)
    assert len(rows(register, "ties")) == 1
    register.judge("confirm", ["ins-1"])
    assert [row["sources"] for row in rows(register, "instruments", checked_only=True)] == [2]


def test_confirming_takes_back_what_was_rejected_before(register: Register) -> None:
    clash(register)
    register.judge("reject", ["ins-1"])
    assert rows(register, "instruments") == []
    register.judge("confirm", ["ins-1"])
    (row,) = rows(register, "instruments")
    assert (row["state"], row["sources"]) == ("confirmed", 2)
    assert {one["state"] for one in told(register, "ins-1")["reports"]} == {"confirmed"}


def test_documents_are_listed_that_tell_checked_facts(register: Register) -> None:
    register.add([report("one", "2024-05-02"), report("two", "2024-09-20")])
    register.judge("confirm", ["ins-2"])
    assert [row["path"] for row in rows(register, "documents", checked_only=True)] == ["two.txt"]
    dumped = register.dump(checked_only=True)
    assert [one["id"] for one in dumped["instruments"]] == ["ins-2"]
    assert [one["path"] for one in dumped["documents"]] == ["two.txt"]
    assert (dumped["actors"], dumped["conflicts"]) == ([], [])


def test_a_dump_marks_what_was_rejected(register: Register) -> None:
    register.add(report("one", "2024-05-02"))
    register.judge("reject", ["ins-1"])
    (one,) = register.dump()["instruments"]
    assert (one["state"], one["members"], one["rejected"]) == ("rejected", [], [["sha256:one", "i1"]])


def test_checked_and_rejected_at_once_is_refused(register: Register) -> None:
    register.add(report("one", "2024-05-02"))
    with pytest.raises(UsageError, match="leave out --checked-only"):
        rows(register, "instruments", state=("rejected",), checked_only=True)


def test_show_tells_only_what_was_checked(register: Register) -> None:
    clash(register)
    with register.reading() as connection, pytest.raises(UsageError, match="nobody has checked it"):
        show(connection, "ins-1", checked_only=True)
    register.judge("confirm", ["ins-1"])
    with register.reading() as connection:
        shown = show(connection, "ins-1", checked_only=True)
    assert [one["state"] for one in shown["reports"]] == ["confirmed"]


def test_matching_in_memory_leaves_rejected_facts_out(register: Register) -> None:
    readings = [report("one", "2024-05-02")]
    register.add(readings)
    made = register.judge("reject", ["ins-1"])
    assert match(readings, [made]).ties == []
    assert len(match(readings).ties) == 1
