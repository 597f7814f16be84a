"""Claims of conflicts are shown as reports write them."""

import pytest

from amity.register import Register
from amity.register.queries.claiming import differs_on, shown
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import everything
from tests.matching.make import Maker


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        ("figure", "long", "length"),
        ("person", "name", "name of the person"),
        ("indicator", "friendly cities", "figure for friendly cities"),
        ("tie", "anything", "anything"),
    ],
)
def test_what_reports_differ_on_is_told_in_words(kind: str, field: str, words: str) -> None:
    assert differs_on(kind, field) == words


def test_values_are_written_as_the_fact_has_them() -> None:
    person = {"name": "Tran Van Khoa", "aliases": ["Trần Văn Khoa"]}
    assert shown("person", "name", "tran van khoa", person, {}) == "Tran Van Khoa"
    assert shown("event", "place", "VN/1/hue", {"place": {"name": "Hue"}}, {}) == "Hue"
    assert shown("event", "place", "VN/1/hue", {"place": None}, {}) == "VN/1/hue"
    assert shown("event", "date", "2024-05-02/2024-05-04", {}, {}) == "2024-05-02 to 2024-05-04"
    assert shown(
        "instrument", "parties", "viet nam (state), china (state)", {"parties": ["a1", "a2"]}, {"a1": "Viet Nam", "a2": "China"}
    ) == ("Viet Nam, China")
    assert shown("instrument", "type", "mou", None, {}) == "mou"


def test_the_list_of_conflicts_shows_names_with_their_capitals(register: Register) -> None:
    for name, called in (("one", "Park Min-ho"), ("two", "Park Min-go")):
        maker = Maker(name, "2024-05-02")
        hue, gyeongju = maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")
        mayor = maker.person(called, "Mayor", gyeongju)
        maker.event("meeting", "2024-05-01", [hue, gyeongju], [(mayor, gyeongju)])
        register.add(maker.reading())
    people = [one["id"] for one in register.dump()["actors"] if one["kind"] == "person"]
    if len(people) > 1:
        register.judge("merge", people)
    with register.reading() as connection:
        rows = [row for row in everything(connection, LISTINGS["conflicts"], Filters()) if row["kind"] == "person"]
    assert [row["differs_on"] for row in rows] == ["name of the person"]
    assert [claim["value"] for claim in rows[0]["claims"]] == ["Park Min-go", "Park Min-ho"]
