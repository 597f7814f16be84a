"""Instruments: parties, then period or signing date, then subject; a title alone does not decide."""

from typing import Any

import pytest

from amity.matching.inmemory import match
from tests.matching.helpers import compared, doubted, matched_pair, reasons
from tests.matching.make import Maker

ACTORS = {
    "vn": ("Vietnam", "state", "VN"),
    "la": ("Laos", "state", "LA"),
    "th": ("Thailand", "state", "TH"),
    "hue": ("Hue", "municipality", "VN"),
    "gyeongju": ("Gyeongju", "municipality", "KR"),
    "savannakhet": ("Savannakhet", "municipality", "LA"),
    "party_vn": ("Communist Party of Vietnam", "party", "VN"),
    "party_la": ("Lao People's Revolutionary Party", "party", "LA"),
}


def _maker(
    name: str, published: str = "2024-03-07", /, *, kind: str = "mou", parties: tuple[str, ...] = ("hue", "gyeongju"), **given: Any
) -> Maker:
    maker = Maker(name, published)
    maker.instrument(kind, [maker.actor(*ACTORS[key]) for key in parties], **given)
    return maker


SAME: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"signed": "2024-03-05"}, {"signed": "2024-03-05"}),
    ({"signed": "2024-03-05"}, {"signed": "2024-03-06"}),
    ({"signed": "2024-03-05"}, {"signed": "2024-03"}),
    ({"signed": "2024-03-05", "period": ("2024", "2026")}, {"kind": "agreed_minutes", "signed": "2024-03-05", "period": ("2024", "2026")}),
    ({"period": ("2024", "2026"), "status": "in_effect"}, {"period": ("2024", "2026"), "status": "in_effect"}),
    ({"kind": "letter_of_intent", "signed": "2024-03-05"}, {"kind": "mou", "signed": "2024-03-05"}),
    ({"kind": "friendly_city_agreement", "signed": "2024-03-05"}, {"kind": "friendly_city_agreement", "signed": "2024-02"}),
    (
        {"kind": "friendly_city_agreement", "period": ("1991", None)},
        {"kind": "friendly_city_agreement", "period": ("1993", None), "status": "suspended"},
    ),
    (
        {"kind": "treaty", "parties": ("vn", "la", "th"), "signed": "2024-03-05"},
        {"kind": "treaty", "parties": ("vn", "la", "th"), "signed": "2024-03-05"},
    ),
    (
        {"kind": "action_plan", "parties": ("vn", "la"), "signed": "2024-02", "period": ("2024", "2028")},
        {"kind": "action_plan", "parties": ("party_vn", "party_la"), "signed": "2024-02", "period": ("2024", "2028")},
    ),
]

APART: list[tuple[dict[str, Any], dict[str, Any]]] = [
    # a renewal that looks like a repeat
    ({"period": ("2021", "2023")}, {"period": ("2024", "2026")}),
    ({"kind": "friendly_city_agreement", "signed": "2004-05-12"}, {"kind": "friendly_city_agreement", "signed": "2024-05-12"}),
    (
        {"kind": "action_plan", "parties": ("vn", "la"), "signed": "2019-02"},
        {"kind": "action_plan", "parties": ("vn", "la"), "signed": "2024-02"},
    ),
    # same parties and day, other kind of text
    (
        {"kind": "treaty", "parties": ("vn", "la"), "signed": "2024-03-05"},
        {"kind": "joint_statement", "parties": ("vn", "la"), "signed": "2024-03-05"},
    ),
    (
        {"kind": "unnamed_texts", "parties": ("vn", "la"), "signed": "2024-03-05"},
        {"kind": "treaty", "parties": ("vn", "la"), "signed": "2024-03-05"},
    ),
    # one title, other parties
    ({"signed": "2024-03-05"}, {"signed": "2024-03-05", "parties": ("hue", "savannakhet")}),
    ({"kind": "mou", "parties": ("vn", "la"), "signed": "2024-03-05"}, {"kind": "mou", "parties": ("vn", "th"), "signed": "2024-03-05"}),
    # one parties, other year
    ({"signed": "2019-03-05"}, {"signed": "2024-03-05"}),
    # memoranda of one pair and day on other fields
    (
        {"parties": ("vn", "la"), "signed": "2024-03-05", "sectors": ["energy"], "kind": "mou", "title": "memorandum on power"},
        {
            "parties": ("vn", "la"),
            "signed": "2024-03-05",
            "sectors": ["tourism"],
            "kind": "cooperation_agreement",
            "title": "agreement on tourism",
        },
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_instrument_in_two_reports(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert matched_pair(_maker("one", **one).reading(), _maker("two", **other).reading(), "instruments", "i1", "i1")


@pytest.mark.parametrize(("one", "other"), APART)
def test_instruments_that_only_look_alike(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not matched_pair(_maker("one", **one).reading(), _maker("two", **other).reading(), "instruments", "i1", "i1")


def test_a_text_in_preparation_is_the_one_signed_later() -> None:
    planned = _maker("one", "2024-01-10", kind="friendly_city_agreement", status="negotiating", concluded=False)
    signed = _maker("two", "2024-09-02", kind="friendly_city_agreement", signed="2024-09-01")
    assert matched_pair(planned.reading(), signed.reading(), "instruments", "i1", "i1")


def test_a_text_in_preparation_is_not_one_signed_before() -> None:
    planned = _maker("one", "2024-01-10", kind="friendly_city_agreement", status="negotiating", concluded=False)
    signed = _maker("two", "2024-09-02", kind="friendly_city_agreement", signed="2016-09-01")
    assert not matched_pair(planned.reading(), signed.reading(), "instruments", "i1", "i1")


def test_a_letter_of_intent_is_not_the_agreement_that_follows() -> None:
    letter = _maker("one", "2023-04-02", kind="letter_of_intent", signed="2023-04-01")
    agreement = _maker("two", "2024-03-06", kind="friendly_city_agreement", signed="2024-03-05")
    found = match([letter.reading(), agreement.reading()])
    assert len(found.clusters["instruments"]) == 2
    assert [link.relation for link in found.instrument_links] == ["follows_intent"]


def test_the_country_in_one_report_is_the_city_in_the_other_when_the_period_is_one() -> None:
    one = _maker("one", kind="mou", signed="2024-03-05", period=("2024", "2026"), parties=("hue", "savannakhet"))
    other = _maker("two", kind="mou", signed="2024-03-05", period=("2024", "2026"), parties=("hue", "la"))
    assert matched_pair(one.reading(), other.reading(), "instruments", "i1", "i1")


def test_instruments_of_one_report_are_never_merged() -> None:
    maker = _maker("one", signed="2024-03-05")
    maker.instrument("mou", ["a1", "a2"], signed="2024-03-05")
    assert len(match([maker.reading()]).clusters["instruments"]) == 2


def test_a_text_without_dates_is_a_doubt() -> None:
    one = _maker("one", "2024-03-07", status="in_effect", concluded=False)
    other = _maker("two", "2024-09-07", status="in_effect", concluded=False, title="memorandum on gardens")
    found = match([one.reading(), other.reading()])
    assert len(found.clusters["instruments"]) == 2
    assert doubted(found, "instruments") <= 1


def test_texts_of_one_pair_and_day_that_name_other_fields() -> None:
    one = _maker("one", signed="2024-03-05", kind="mou", title="memorandum on ferries", sectors=["transport"])
    other = _maker("two", signed="2024-03-05", kind="mou", title="memorandum on orchards", sectors=["agriculture"])
    comparison = compared(one.reading(), other.reading(), "instruments", "i1", "i1")
    assert comparison.verdict != "same"
    assert {"other sectors", "other words in the title"} <= reasons(comparison)


def test_a_text_told_without_its_signing_is_none_of_two() -> None:
    signed = [_maker(day, f"2024-03-{day}", kind="mou", signed=f"2024-03-{day}", period=("2024", "2026")) for day in ("05", "25")]
    told = _maker("told", "2024-06-01", kind="mou", status="in_effect", concluded=False, period=("2024", "2026"))
    readings = [maker.reading() for maker in (*signed, told)]
    assert matched_pair(readings[0], readings[2], "instruments", "i1", "i1")
    assert len(match(readings).clusters["instruments"]) == 3


def test_what_is_in_effect_was_not_prepared_these_days() -> None:
    planned = _maker("one", "2024-01-10", kind="mou", status="negotiating", concluded=False)
    held = _maker("two", "2024-01-20", kind="mou", status="in_effect", concluded=False)
    assert "prepared, then concluded" not in reasons(compared(planned.reading(), held.reading(), "instruments", "i1", "i1"))


@pytest.mark.parametrize(("period", "one"), [(("2024", "2026"), True), ((None, "2026"), True), ((None, "2027"), False)])
def test_an_end_without_a_beginning_contradicts_no_beginning(period: tuple[str | None, str], one: bool) -> None:
    whole = _maker("one", kind="mou", signed="2024-03-05", period=("2024", "2026"))
    told = _maker("two", kind="mou", signed="2024-03-05", period=period)
    assert matched_pair(whole.reading(), told.reading(), "instruments", "i1", "i1") is one
