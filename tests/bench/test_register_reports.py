"""The stream of made-up reports: the same for a seed, true to the contract, with all the difficulties that it promises."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, islice
from statistics import mean

import msgspec
import pytest

from amity.evaluate.invariants import problems
from amity.matching import match
from amity.model import Reading
from amity.model.register import Matched
from bench.register_copies import copy_of
from bench.register_reports import BEGINNING, DAILY, Made, reports
from bench.register_world import World, Zipf

COUNT = 400


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return list(islice(reports(seed=3), COUNT))


@pytest.fixture(scope="module")
def matched(made: list[Made]) -> Matched:
    return match([one.reading for one in made])


def packed(found: Iterator[Made], count: int) -> list[bytes]:
    return [msgspec.json.encode(one) for one in islice(found, count)]


def test_a_seed_gives_the_same_stream_and_its_beginning_does_not_depend_on_its_length() -> None:
    assert packed(reports(seed=5, actors=400), 60) == packed(reports(seed=5, actors=400), 80)[:60]


def test_another_seed_gives_another_stream() -> None:
    assert packed(reports(seed=5, actors=400), 3) != packed(reports(seed=6, actors=400), 3)


def test_readings_keep_the_contract(made: list[Made]) -> None:
    assert [problem for one in made for problem in problems(msgspec.to_builtins(one.reading))] == []
    assert all(msgspec.json.decode(msgspec.json.encode(one.reading), type=Reading) == one.reading for one in made[:20])


def test_mentions_are_the_names_of_their_actors(made: list[Made]) -> None:
    for one in made:
        for actor in one.reading.actors:
            assert {one.reading.text[start:end] for start, end in actor.mentions} == {actor.name}


def test_ids_are_used_once(made: list[Made]) -> None:
    for one in made:
        ids = [fact.id for layer in ("actors", "events", "instruments", "statements") for fact in getattr(one.reading, layer)]
        assert len(ids) == len(set(ids))
    assert len({one.reading.document.id for one in made}) == COUNT


def test_reports_are_of_a_real_size(made: list[Made]) -> None:
    readings = [one.reading for one in made]
    assert 220 < mean(len(one.text.split()) for one in readings) < 280
    assert 5 < mean(len(one.actors) for one in readings) < 7
    assert all(len(one.events) == 2 and len(one.instruments) == 1 and len(one.statements) == 3 for one in readings)


def test_reports_come_in_the_order_of_their_days(made: list[Made]) -> None:
    days = [str(one.reading.document.published) for one in made]
    assert days == sorted(days)
    assert (date.fromisoformat(days[-1]) - BEGINNING).days == COUNT // DAILY


def test_one_in_twenty_is_a_copy(made: list[Made]) -> None:
    assert 0.02 * COUNT < sum(one.copy_of is not None for one in made) < 0.09 * COUNT


def test_a_copy_tells_the_same_in_another_place_of_its_text(made: list[Made]) -> None:
    source = made[0].reading
    copy = copy_of(source, "copy.txt", "Other Paper", "2015-01-03")
    assert problems(msgspec.to_builtins(copy)) == []
    assert copy.document.id != source.document.id and copy.text != source.text
    assert [fact.action for fact in copy.statements] == [fact.action for fact in source.statements]
    assert [fact.evidence[0].quote for fact in copy.events] == [fact.evidence[0].quote for fact in source.events]


def test_pairs_meet_more_than_once_a_month(made: list[Made]) -> None:
    meetings = {(one.happening, frozenset(one.reading.events[0].sides), _names(one)) for one in made}
    again = Counter(names for _, _, names in meetings)
    assert sum(count - 1 for count in again.values()) > 0.1 * len(meetings)


def _names(one: Made) -> frozenset[str]:
    sides = set(one.reading.events[0].sides)
    return frozenset(actor.name for actor in one.reading.actors if actor.id in sides)


def test_the_world_has_as_many_actors_as_asked_for_and_namesakes() -> None:
    world = World(3, 1000)
    officials = Counter(person.name for side in world.ranking for person in side.officials)
    assert len(world) == 1000
    assert all(side.officials for side in world.ranking)
    assert sum(count - 1 for count in officials.values()) >= 10


def test_draws_follow_zipf() -> None:
    world = World(3, 1000)
    ranked = Zipf(range(1, 1001), world.chance)
    drawn = Counter(ranked.draw() for _ in range(20_000))
    assert 1.6 < drawn[1] / drawn[2] < 2.5
    assert 7 < drawn[1] / drawn[10] < 14


def test_texts_are_renewed_and_promises_followed() -> None:
    made = list(islice(reports(seed=3, actors=200), 1500))
    periods = defaultdict(set)
    for one in made:
        text = one.reading.instruments[0]
        if text.period_to:
            periods[_names(one), text.title].add((text.period_from, text.period_to))
    assert sum(len(found) > 1 for found in periods.values()) >= 10
    assert sum("standstill" in one.reading.text or "has been" in one.reading.text for one in made) > 20


def test_matching_finds_the_copies_and_none_beside_them(made: list[Made], matched: Matched) -> None:
    groups = defaultdict(set)
    for one in made:
        if one.copy_of:
            groups[one.copy_of] |= {one.copy_of, one.reading.document.id}
    assert set(matched.copies) == {tuple(sorted(group)) for group in groups.values()}


def test_matching_finds_the_reports_of_one_event(made: list[Made], matched: Matched) -> None:
    told = defaultdict(list)
    for one in made:
        told[one.happening].append(one.reading.document.id)
    right = {pair for documents in told.values() for pair in combinations(sorted(documents), 2)}
    found = {
        (a.document, b.document)
        for cluster in matched.clusters["events"]
        for a, b in combinations(sorted(member for member in cluster.members if member.local == "e1"), 2)
    }
    assert len(right & found) >= 0.95 * len(right)
    assert len(right & found) >= 0.8 * len(found)
