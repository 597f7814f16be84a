"""Doubts about people, other actors and posts."""

from typing import Any

import pytest

from amity.model import Event, Participant, Post, Statement
from amity.reading.confidence.doubts import actors as doubts


@pytest.fixture
def maker(make: Any) -> Any:
    return make()


def _about(maker: Any, name: str, local: str) -> bool:
    scene = maker.scene()
    return bool(getattr(doubts, name)(scene, scene.actors[local]))


def _post(maker: Any, person: str, **given: Any) -> Post:
    return Post(**{"person": person, "title": "Mayor", "of": None, "evidence": maker.evidence(), **given})


def _holds(maker: Any, name: str, one: Post) -> bool:
    return bool(getattr(doubts, name)(maker.scene(posts=[one]), one))


def _event(maker: Any, sides: list[str], people: list[str]) -> Event:
    parts = [Participant(actor=person, role="host", on_behalf_of=sides[0]) for person in people]
    return Event(
        id="e1", type="visit", status="held", mode="unknown", date=None, place=None, participants=parts, sides=sides,
        evidence=maker.evidence(),
    )  # fmt: skip


def test_a_person_by_its_looks(maker: Any) -> None:
    brandt = maker.actor("Brandt", "person", confidence="medium")
    held = {name for name in ("no_post", "lone", "one_word", "late", "one_form", "rarely_mentioned") if _about(maker, name, brandt)}
    assert held == {"no_post", "lone", "one_word", "one_form", "rarely_mentioned"}


def test_a_person_well_told(maker: Any) -> None:
    brandt = maker.actor("Clara Brandt", "person", words="Brandt", aliases=["Brandt"])
    maker.reading.posts.append(_post(maker, brandt))
    maker.reading.actors[0].mentions *= 3
    assert not any(_about(maker, name, brandt) for name in ("no_post", "lone", "one_word", "late", "one_form", "rarely_mentioned"))


def test_late_is_what_the_opening_does_not_name(make: Any) -> None:
    maker = make(" ".join(["word"] * 100) + " Linz")
    assert _about(maker, "late", maker.actor("Linz")) and _about(maker, "late", maker.actor("Graz", form=None))


def test_parts_are_counted_by_their_way(maker: Any) -> None:
    linz, brandt = maker.actor("Linz"), maker.actor("Brandt", "person")
    names = ("without_part", "hardly_a_part", "small_part")
    assert [_about(maker, name, linz) for name in names] == [True, True, True]
    maker.reading.events.append(_event(maker, [linz], []))
    assert [_about(maker, name, linz) for name in names] == [False, True, True]
    maker.reading.events.append(_event(maker, [linz], [brandt]))
    assert [_about(maker, name, linz) for name in names] == [False, False, True]
    said = Statement(
        id="s1", by=[linz], speaker=brandt, to=[], force=2, specificity="action", commitment=False, action="engineers", sectors=[],
        evidence=maker.evidence(),
    )  # fmt: skip
    maker.reading.statements.append(said)
    assert [_about(maker, name, linz) for name in names] == [False, False, False]


def test_acts_and_representation(maker: Any) -> None:
    linz, istria = maker.actor("Linz"), maker.actor("Istria")
    assert _about(maker, "no_act", linz) and _about(maker, "unrepresented", linz)
    maker.fire("part-agent", "Linz")
    maker.reading.posts.append(_post(maker, maker.actor("Brandt", "person"), of=linz))
    assert not _about(maker, "no_act", linz) and not _about(maker, "unrepresented", linz)
    assert _about(maker, "no_act", istria) and _about(maker, "unrepresented", istria)


def test_sides_are_told_apart_by_kind(maker: Any) -> None:
    city, province = maker.actor("Linz"), maker.actor("Linz", "province")
    maker.report.table.sides = ("a2",)
    assert _about(maker, "no_side", city) and not _about(maker, "no_side", province)


def test_a_crowd(maker: Any) -> None:
    first, *_ = [maker.actor(f"City {number}", form=None) for number in range(12)]
    assert not _about(maker, "in_a_crowd", first)
    maker.actor("City 12", form=None)
    assert _about(maker, "in_a_crowd", first)


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ({"title": None}, {"no_title"}),
        ({"of": None}, {"nowhere", "not_at_a_side"}),
        ({"title": "Minister of Foreign Affairs and Trade"}, {"long_title"}),
        ({"confidence": "medium"}, {"implied"}),
    ],
    ids=["no title", "nowhere", "long", "implied"],
)
def test_posts(maker: Any, given: dict[str, Any], held: set[str]) -> None:
    linz, brandt = maker.actor("Linz"), maker.actor("Brandt", "person")
    maker.sides("Linz")
    one = _post(maker, brandt, **{"of": linz, **given})
    names = [doubt.__name__ for doubt in doubts.POSTS]
    assert {name for name in names if _holds(maker, name, one)} - {"several_posts"} == held


def test_where_a_post_is(maker: Any) -> None:
    brandt, graz, council = maker.actor("Brandt", "person"), maker.actor("Graz", form=None), maker.actor("Linz", "body")
    assert _holds(maker, "elsewhere", _post(maker, brandt, of=graz)) and not _holds(maker, "elsewhere", _post(maker, brandt, of=council))
    assert _holds(maker, "at_an_organ", _post(maker, brandt, of=council)) and not _holds(
        maker, "at_an_organ", _post(maker, brandt, of=graz)
    )


def test_several_posts_of_one(maker: Any) -> None:
    brandt = maker.actor("Brandt", "person")
    first, second = _post(maker, brandt), _post(maker, brandt, title="Chair")
    scene = maker.scene(posts=[first, second])
    assert not doubts.further_post(scene, first) and doubts.further_post(scene, second)
    assert doubts.several_posts(scene, first) and doubts.several_posts(scene, second)


def test_a_title_after_the_name(maker: Any) -> None:
    brandt = maker.actor("Brandt", "person")
    assert not _holds(maker, "after_the_name", _post(maker, brandt))
    maker.fire("name-before-title", "Brandt", "Mayor")
    assert _holds(maker, "after_the_name", _post(maker, brandt))


@pytest.mark.parametrize(("words", "holds"), [(46, True), (45, False)])
def test_long_sentences_and_late_posts(make: Any, words: int, holds: bool) -> None:
    maker = make(" ".join(f"word{number}" for number in range(words)))
    brandt = maker.actor("Brandt", "person")
    assert _holds(maker, "long_sentence", _post(maker, brandt)) is holds
    assert _holds(maker, "told_late", _post(maker, brandt, evidence=maker.evidence("word30")))
    assert not _holds(maker, "told_late", _post(maker, brandt)) and not _holds(maker, "in_quotation", _post(maker, brandt))
