"""Records are checked before anything is made of them: each refusal names the field, the reason and the way out."""

from datetime import date
from typing import Any

import pytest

from amity.errors import UsageError
from amity.office.fields import FIELDS, KINDS
from amity.office.record import Record, check, sectors

SIDES = {"party": ["Hue city", "Gyeongju"]}
WHOLE: dict[str, dict[str, Any]] = {
    "instrument": {**SIDES, "type": "mou"},
    "event": {**SIDES, "type": "visit", "from": "2024-06-03"},
    "statement": {"by_party": "Hue city", "force": 4, "action": "open a lantern school"},
    "post": {"person": "Le Hoa", "title": "Mayor", "of": "Hue city"},
    "tie": {**SIDES, "type": "friendly_city", "stage": "established"},
    "mechanism": {**SIDES, "name": "joint lantern committee"},
    "project": {"party": "Hue city", "name": "lantern school"},
    "indicator": {"subject": "Hue city", "measure": "friendly cities", "value": "12"},
}
"""The least that each kind needs."""


def refused(kind: str, **fields: Any) -> str:
    with pytest.raises(UsageError) as raised:
        check(Record(kind=kind, fields=fields))
    return str(raised.value)


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_that_a_kind_needs_is_enough(kind: str) -> None:
    assert check(Record(kind=kind, fields=WHOLE[kind])).values


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_needs_is_asked_for(kind: str) -> None:
    for field in FIELDS[kind]:  # type: ignore[index]
        if field.needed:
            told = {name: value for name, value in WHOLE[kind].items() if name != field.name}
            assert refused(kind, **told).startswith(f"{field.name}: ")


def test_an_unknown_kind_gets_the_nearest() -> None:
    assert refused("instrumnt").startswith("kind: 'instrumnt' is none that is known (did you mean instrument?); there are instrument, ")


def test_an_unknown_field_gets_the_nearest_and_the_list() -> None:
    told = refused("instrument", **WHOLE["instrument"], signd_on="2024")
    assert "signd_on: a record of kind instrument has no such field (did you mean signed_on?); it takes party, type, title" in told


def test_an_unknown_word_gets_the_nearest_and_the_list() -> None:
    told = refused("instrument", **SIDES, type="memo of understanding")
    assert told.startswith("type: 'memo of understanding' is none that is known")
    assert "letter_of_intent, mou, friendly_city_agreement" in told
    assert "(did you mean treaty?)" in refused("instrument", **SIDES, type="treatys")


@pytest.mark.parametrize("told", ["MOU", "mou", " Mou "])
def test_words_may_be_written_as_people_do(told: str) -> None:
    assert check(Record(kind="instrument", fields={**SIDES, "type": told})).one("type") == "mou"
    assert check(Record(kind="tie", fields={**SIDES, "type": "Friendly city", "stage": "established"})).one("type") == "friendly_city"


@pytest.mark.parametrize("told", ["2024-05-06", "2024-05", "2024", date(2024, 5, 6)])
def test_dates_are_kept_as_precise_as_told(told: Any) -> None:
    checked = check(Record(kind="instrument", fields={**WHOLE["instrument"], "signed_on": told}))
    assert checked.one("signed_on") == str(told)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("06/05/2024", "is no date as it is written here; write year-month-day: 2024-11-07"),
        ("2024-13-40", "is no day of the calendar"),
        ("2023-02-29", "is no day of the calendar"),
        ("yesterday", "is no date as it is written here"),
        ("2024-5-6", "is no date as it is written here"),
    ],
)
def test_a_wrong_date_says_how_to_write_one(told: str, reason: str) -> None:
    message = refused("instrument", **WHOLE["instrument"], signed_on=told)
    assert message.startswith("signed_on: ")
    assert reason in message


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    assert (
        refused("instrument", **WHOLE["instrument"], **{"from": "2024", "to": "2021"}) == "to: 2021 is before 2024 (from); turn them round"
    )
    assert check(Record(kind="instrument", fields={**WHOLE["instrument"], "from": "2024", "to": "2024-05"})).one("to") == "2024-05"


@pytest.mark.parametrize("kind", ["instrument", "tie", "mechanism"])
def test_one_party_alone_is_refused(kind: str) -> None:
    assert "of one party alone (Hue city); tell two" in refused(kind, **{**WHOLE[kind], "party": ["Hue city", "Hue city"]})


def test_a_tie_is_between_two() -> None:
    assert "a tie is between two, not 3" in refused("tie", **{**WHOLE["tie"], "party": ["Hue city", "Gyeongju", "Kunming"]})


@pytest.mark.parametrize(("told", "force"), [("pledge", "4"), ("4", "4"), (0, "0"), ("Agree", "5")])
def test_a_force_is_a_number_or_its_word(told: Any, force: str) -> None:
    assert check(Record(kind="statement", fields={**WHOLE["statement"], "force": told})).one("force") == force


@pytest.mark.parametrize("told", ["7", "-1", "promise", "4.5"])
def test_what_is_no_force_gets_the_list(told: str) -> None:
    assert "is no force; give a number or its word: 0 stated, 1 hope" in refused("statement", **{**WHOLE["statement"], "force": told})


def test_figures_are_numbers() -> None:
    assert check(Record(kind="indicator", fields={**WHOLE["indicator"], "value": "1,200.5"})).values["value"] == 1200.5
    for told in ("many", "nan", "inf", "-Infinity", "1e999"):
        assert "is no number" in refused("indicator", **{**WHOLE["indicator"], "value": told})


def test_what_is_yet_to_come_was_not_held() -> None:
    told = {**WHOLE["event"], "from": "2999-05-01", "to": "2999-05-02"}
    assert refused("event", **told, status="held").startswith("status: held, and 2999-05-01 (from) is yet to come; write planned")
    assert check(Record(kind="event", fields={**told, "status": "planned"})).one("status") == "planned"


def test_sectors_are_those_of_the_vocabulary() -> None:
    assert {"trade", "border", "unspecified"} <= set(sectors())
    checked = check(Record(kind="instrument", fields={**WHOLE["instrument"], "sector": ["trade", "Border", "trade"]}))
    assert checked.many("sector") == ["trade", "border"]
    assert "did you mean tourism?" in refused("instrument", **WHOLE["instrument"], sector="turism")


def test_text_is_one_line_without_what_cannot_be_seen() -> None:
    checked = check(Record(kind="instrument", fields={**WHOLE["instrument"], "title": "  On\nlanterns\x1b[2J\u202e  and  rivers "}))
    assert checked.one("title") == "On lanterns [2J and rivers"


def test_what_is_too_long_is_refused() -> None:
    assert "601 characters; write 600 at most" in refused("instrument", **WHOLE["instrument"], title="x" * 601)
    with pytest.raises(UsageError, match=r"note: 5,001 characters; write 5,000 at most, or attach a file"):
        check(Record(kind="instrument", fields=WHOLE["instrument"], note="x" * 5_001))


@pytest.mark.parametrize("told", ["", "   ", None, []])
def test_nothing_told_is_nothing(told: Any) -> None:
    assert check(Record(kind="instrument", fields={**WHOLE["instrument"], "title": told, "sector": told})).values.keys() == {
        "party",
        "type",
    }


def test_several_values_where_one_is_asked_for_are_refused() -> None:
    assert refused("instrument", **WHOLE["instrument"], title=["a", "b"]) == "title: several values (a, b); it takes one"
    assert "is not text" in refused("instrument", **WHOLE["instrument"], title={"a": 1})


def test_what_is_no_text_is_refused() -> None:
    assert refused("instrument", party=[{"a": 1}, "Hue city"], type="mou") == "party: {'a': 1} is not text"
    assert "of one party alone (3)" in refused("instrument", party=3, type="mou")


def test_flags_are_yes_or_no() -> None:
    assert check(Record(kind="statement", fields={**WHOLE["statement"], "joint": "yes", "conditional": False})).values["joint"] is True
    assert "is neither yes nor no" in refused("statement", **WHOLE["statement"], joint="perhaps")
