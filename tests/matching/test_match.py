"""The whole of matching over small registers: the set decides, judgements are respected, undoing gives back."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.matching import compare, decode, encode, extract, keys, node
from amity.matching.inmemory import candidates, match
from amity.matching.judging import attach, point
from amity.model.judgement import Judgement, Member, Pointer, in_force
from amity.model.reading import Reading
from tests.matching.helpers import shape, together
from tests.matching.make import Maker, place

TOWNS = [("Hue", "VN"), ("Gyeongju", "KR"), ("Savannakhet", "LA")]
PEOPLE = ["Tran Minh Khoa", "Khoa", "Le Dang Khoa", "Daniyar Zhumabek", "Daniyar Jumabek", "Wang Jun", "Wang Wei", "Wang"]
DAYS = ["2024-03-05", "2024-03-06", "2024-03", None]
KINDS = ["meeting", "signing", "working_session"]
TEXTS = ["mou", "letter_of_intent", "friendly_city_agreement", "agreed_minutes"]


@st.composite
def reports(draw: st.DrawFn, name: str) -> Reading:
    """A report of up to two events and two texts of two towns, with officials from a small pool of names that look alike."""
    maker = Maker(name, draw(st.sampled_from(["2024-03-06", "2024-03-08", "2024-06-01"])))
    first, second = draw(st.permutations(TOWNS))[:2]
    sides = [maker.actor(*(town, "municipality", country)) for town, country in (first, second)]
    people = [maker.person(who, "mayor", side) for who, side in zip(draw(st.permutations(PEOPLE))[:2], sides, strict=True)]
    for _ in range(draw(st.integers(0, 2))):
        parts = list(zip(people, sides, strict=True))[: draw(st.integers(0, 2))]
        maker.event(
            draw(st.sampled_from(KINDS)), draw(st.sampled_from(DAYS)), sides, parts, where=draw(st.sampled_from([None, place("Hue", "VN")]))
        )
    for _ in range(draw(st.integers(0, 2))):
        maker.instrument(draw(st.sampled_from(TEXTS)), sides, signed=draw(st.sampled_from(DAYS)))
    maker.statement(
        sides[:1], draw(st.sampled_from(["open a bus line to the harbour", "repair the old bridge", "plant trees"])), to=sides[1:]
    )
    return maker.reading()


registers = st.integers(2, 4).flatmap(lambda size: st.tuples(*(reports(f"r{at}") for at in range(size))))
SOME = settings(max_examples=25, deadline=None)


@SOME
@given(registers, st.integers(0, 1000))
def test_order_of_adding_does_not_matter(readings: tuple[Reading, ...], seed: int) -> None:
    again = random.Random(seed).sample(readings, len(readings))
    assert msgspec.json.encode(match(readings)) == msgspec.json.encode(match(again))


@SOME
@given(registers, st.data())
def test_a_merge_is_respected_and_its_undo_gives_back(readings: tuple[Reading, ...], data: st.DataObject) -> None:
    layer = data.draw(st.sampled_from(["actors", "events", "instruments", "statements"]))
    members = [member for reading in readings for member in extract(reading) if member.layer == layer]
    if len(members) < 2:
        return
    one, other = data.draw(st.permutations(members))[:2]
    by_id = {reading.document.id: reading for reading in readings}
    pointers = tuple(point(by_id[member.document], member) for member in (one, other))
    meant = {attach(pointer, by_id[pointer.document]) for pointer in pointers}
    before = match(readings)
    merge = Judgement(number=1, kind="merge", subjects=pointers)
    after = match(readings, [merge])
    assert any(meant <= set(cluster.members) for cluster in after.clusters[layer])
    assert shape(match(readings, [merge, Judgement(number=2, kind="undo", undoes=1)])) == shape(before)


@SOME
@given(registers, st.data())
def test_a_split_is_respected_and_its_undo_gives_back(readings: tuple[Reading, ...], data: st.DataObject) -> None:
    before = match(readings)
    merged = [cluster for layer in ("actors", "events", "instruments") for cluster in before.clusters[layer] if len(cluster.members) > 1]
    if not merged:
        return
    cluster = data.draw(st.sampled_from(merged))
    by_id = {reading.document.id: reading for reading in readings}
    one, other = cluster.members[0], cluster.members[-1]
    split = Judgement(number=1, kind="split", subjects=(point(by_id[one.document], one),), others=(point(by_id[other.document], other),))
    after = match(readings, [split])
    assert not any({one, other} <= set(each.members) for each in after.clusters[one.layer])
    assert shape(match(readings, [split, Judgement(number=2, kind="undo", undoes=1)])) == shape(before)


@SOME
@given(registers)
def test_facts_that_compare_as_one_share_a_key(readings: tuple[Reading, ...]) -> None:
    """Blocking loses no pair that comparison would take."""
    features = {node(one, member): one for reading in readings for member, one in extract(reading).items()}
    known = set(candidates(features))
    for a in features:
        for b in features:
            if a < b and type(features[a]) is type(features[b]) and compare(features[a], features[b]).verdict == "same":
                assert (a, b) in known, (features[a], features[b])


@SOME
@given(registers)
def test_comparison_is_the_same_both_ways(readings: tuple[Reading, ...]) -> None:
    features = [one for reading in readings for one in extract(reading).values()]
    for one in features:
        for other in features:
            there, back = compare(one, other), compare(other, one)
            assert (there.score, there.verdict) == (back.score, back.verdict)


@SOME
@given(registers)
def test_features_survive_being_stored(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        for one in extract(reading).values():
            assert decode(encode(one)) == one
            assert keys(decode(encode(one))) == keys(one)


@SOME
@given(registers)
def test_every_fact_is_in_one_cluster_of_its_layer(readings: tuple[Reading, ...]) -> None:
    found = match(readings)
    members = sorted(member for clusters in found.clusters.values() for cluster in clusters for member in cluster.members)
    assert members == sorted(member for reading in readings for member in extract(reading))


def _town(name: str, country: str = "VN") -> Reading:
    maker = Maker(f"of {name} {country}")
    maker.actor(name, "municipality", country)
    return maker.reading()


def test_a_newer_reading_of_a_document_takes_the_place_of_the_older() -> None:
    older, newer = Maker("one"), Maker("one")
    older.actor("Hue", "municipality", "VN")
    newer.actor("Da Nang", "municipality", "VN")
    found = match([older.reading(), newer.reading()])
    assert [cluster.members for cluster in found.clusters["actors"]] == [(Member("sha256:one", "actors", "a1"),)]


def test_a_judgement_that_finds_nothing_is_reported() -> None:
    lost = Pointer("sha256:gone", "actors", 0, 3, "Hue")
    assert match([_town("Hue")], [Judgement(number=7, kind="merge", subjects=(lost, lost))]).unattached == [7]


def test_one_fact_split_from_its_namesakes_leaves_them_together() -> None:
    readings = [Maker(f"r{at}") for at in range(3)]
    for maker in readings:
        maker.sentence("Hue sent a boat.")
        maker.actor("Hue", "municipality", "VN")
    one, two, three = (maker.reading() for maker in readings)
    member = Member(one.document.id, "actors", "a1")
    split = Judgement(number=1, kind="split", subjects=(point(one, member),), others=(point(two, Member(two.document.id, "actors", "a1")),))
    found = match([one, two, three], [split])
    assert not together(found, one, two, "actors", "a1", "a1")
    assert together(found, one, three, "actors", "a1", "a1") or together(found, two, three, "actors", "a1", "a1")


@pytest.mark.parametrize(
    ("log", "left"),
    [
        ([("merge", None)], [1]),
        ([("merge", None), ("undo", 1)], []),
        ([("merge", None), ("undo", 1), ("undo", 2)], [1]),
        ([("merge", None), ("split", None), ("undo", 1)], [2]),
        ([("merge", None), ("undo", 1), ("merge", None)], [3]),
    ],
)
def test_judgements_in_force(log: list[tuple[str, int | None]], left: list[int]) -> None:
    judgements = [Judgement(number=at, kind=kind, undoes=undoes) for at, (kind, undoes) in enumerate(log, 1)]  # type: ignore[arg-type]
    assert [one.number for one in in_force(reversed(judgements))] == left
