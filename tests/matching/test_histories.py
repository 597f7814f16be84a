"""Life-cycles: dated, evidenced statuses; renewals, letters of intent and what follows them."""

from typing import Any

import pytest

from amity.matching.comparing.parties import Actors
from amity.matching.features import InstrumentFeatures
from amity.matching.histories import history, relation, status
from amity.model.register import StatusChange
from tests.matching.helpers import features
from tests.matching.make import Maker


def _text(name: str, published: str = "2024-03-07", /, kind: str = "mou", **given: Any) -> InstrumentFeatures:
    maker = Maker(name, published)
    parties = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
    maker.instrument(kind, parties, **given)
    found = features(maker.reading(), "instruments", "i1")
    assert isinstance(found, InstrumentFeatures)
    return found


def _told(changes: list[StatusChange]) -> list[tuple[str | None, str]]:
    return [(change.date, change.status) for change in changes]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([_text("a", signed="2024-03-05")], [("2024-03-05", "signed")]),
        ([_text("a", signed="2024-03"), _text("b", signed="2024-03-05")], [("2024-03-05", "signed")]),
        ([_text("a", signed="2024-03-05"), _text("b", signed="2024-03-05")], [("2024-03-05", "signed")]),
        ([_text("a", signed="2024-02"), _text("b", signed="2024-03-05")], [("2024-02", "signed"), ("2024-03-05", "signed")]),
        (
            [_text("b", "2025-01-01", status="in_effect", signed="2024-03-05", concluded=False)],
            [("2024-03-05", "signed"), ("2025-01-01", "in_effect")],
        ),
        (
            [
                _text("c", "2026-01-01", status="suspended", concluded=False),
                _text("a", "2024-01-02", status="negotiating", concluded=False),
                _text("b", signed="2024-03-05"),
            ],
            [("2024-01-02", "negotiating"), ("2024-03-05", "signed"), ("2026-01-01", "suspended")],
        ),
        ([_text("a", status="approved")], [("2024-03-07", "approved")]),
        ([_text("a", status="unknown")], []),
        ([_text("a")], [("2024-03-07", "signed")]),
        ([_text("a", concluded=False)], [(None, "signed")]),
    ],
)
def test_statuses_in_the_order_of_time(texts: list[InstrumentFeatures], told: list[tuple[str, str]]) -> None:
    assert _told(history(texts)) == told
    assert _told(history(texts[::-1])) == told


def test_the_present_status_is_the_last() -> None:
    assert status(history([_text("a", signed="2024-03-05"), _text("b", "2025-01-01", status="terminated")])) == "terminated"
    assert status([]) == "unknown"


NOBODY = Actors({})


@pytest.mark.parametrize(
    ("later", "earlier", "how"),
    [
        (
            _text("b", kind="friendly_city_agreement", signed="2024-03-05"),
            _text("a", kind="letter_of_intent", signed="2022-03-05"),
            "follows_intent",
        ),
        (_text("b", kind="cooperation_agreement", signed="2024-03-05"), _text("a", kind="mou", signed="2022-03-05"), "follows_intent"),
        (_text("b", period=("2024", "2026")), _text("a", period=("2021", "2023")), "renews"),
        (_text("b", signed="2024-03-05"), _text("a", signed="1994", status="superseded", concluded=False), "supersedes"),
        (_text("b", kind="friendly_city_agreement", signed="2024-03-05"), _text("a", kind="letter_of_intent", signed="2009-03-05"), None),
        (_text("b", kind="letter_of_intent", signed="2024-03-05"), _text("a", kind="friendly_city_agreement", signed="2022-03-05"), None),
        (_text("b", period=("2026", "2028")), _text("a", period=("2021", "2023")), None),
        (_text("b", signed="2024-03-05"), _text("a", signed="2022-03-05"), None),
    ],
)
def test_how_one_text_follows_another(later: InstrumentFeatures, earlier: InstrumentFeatures, how: str | None) -> None:
    found = relation([later], [earlier], NOBODY)
    assert (found[0] if found else None) == how
    assert relation([earlier], [later], NOBODY) is None


def test_texts_of_other_parties_do_not_follow() -> None:
    maker = Maker("c")
    maker.instrument(
        "letter_of_intent", [maker.actor("Hue", "municipality", "VN"), maker.actor("Busan", "municipality", "KR")], signed="2023-03-05"
    )
    other = features(maker.reading(), "instruments", "i1")
    assert isinstance(other, InstrumentFeatures)
    assert relation([_text("b", kind="friendly_city_agreement", signed="2024-03-05")], [other], NOBODY) is None
