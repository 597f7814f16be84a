"""Jurisdictions that have ended are shown with their last day and what took them over."""

from amity.register import Register
from amity.register.queries.details import show
from tests.matching.make import Maker


def test_a_province_that_joined_another_names_it(register: Register) -> None:
    maker = Maker("one")
    for name, kind in (("Ha Giang", "province"), ("Tuyen Quang", "province"), ("Binh Duong", "province"), ("Thuan Chau", "district")):
        maker.actor(name, kind, "VN")
    register.add(maker.reading())
    with register.reading() as connection:
        ended, heir, other, district = (show(connection, f"act-{number}") for number in range(1, 5))
    assert (ended["until"], ended["succeeded_by"]) == ("2025-06-30", [{"id": "act-2", "label": "Tuyen Quang"}])
    assert not {"until", "succeeded_by"} & heir.keys()
    assert other["succeeded_by"] == [{"label": "Ho Chi Minh City"}]
    assert (district["until"], "succeeded_by" in district) == ("2025-06-30", False)
    assert not {"successor", "successor_name"} & ended.keys()
