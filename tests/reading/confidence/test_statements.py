"""Doubts about statements and commitments."""

from typing import Any

import pytest

from amity.model import Post, Statement
from amity.reading.confidence.doubts import statements as doubts


def _statement(maker: Any, **given: Any) -> Statement:
    plain: dict[str, Any] = {
        "id": "s1", "by": [], "speaker": None, "to": [], "force": 4, "specificity": "action", "commitment": True,
        "action": "engineers will be sent to Istria", "sectors": ["education"], "cue": "promised", "evidence": maker.evidence(),
    }  # fmt: skip
    return Statement(**{**plain, **given})


@pytest.fixture
def maker(make: Any) -> Any:
    made = make()
    made.fire("speech-verb", "promised", "force 4: engineers will be sent to Istria")
    return made


def _holds(maker: Any, name: str, *others: Statement, **given: Any) -> bool:
    one = _statement(maker, **given)
    return bool(getattr(doubts, name)(maker.scene(statements=[*others, one]), one))


def test_who_would_act(maker: Any) -> None:
    linz, austria = maker.actor("Linz"), maker.actor("Austria", "state", form=None)
    assert _holds(maker, "nobody") and not _holds(maker, "nobody", by=[linz])
    assert _holds(maker, "mixed", by=[linz, austria]) and not _holds(maker, "mixed", by=[linz])
    assert _holds(maker, "not_here", by=[linz, austria]) and not _holds(maker, "not_here", by=[linz])


@pytest.mark.parametrize(("form", "holds"), [("name", False), ("pronoun", True), ("post", True)])
def test_who_would_act_is_named(maker: Any, form: str, holds: bool) -> None:
    assert _holds(maker, "not_by_name", by=[maker.actor("Linz", form=form)]) is holds


def test_nobody_is_not_named_either(maker: Any) -> None:
    assert _holds(maker, "not_by_name") and not _holds(maker, "not_here")


def test_sides(maker: Any) -> None:
    linz, istria = maker.actor("Linz"), maker.actor("Istria", "province")
    maker.sides("Istria")
    assert _holds(maker, "no_side", by=[linz])
    assert not _holds(maker, "no_side", by=[istria])
    assert not _holds(maker, "no_side")


def test_to_whom(maker: Any) -> None:
    linz, istria = maker.actor("Linz"), maker.actor("Istria")
    assert _holds(maker, "to_nobody") and not _holds(maker, "to_nobody", to=[linz])
    assert _holds(maker, "to_several", to=[linz, istria]) and not _holds(maker, "to_several", to=[linz])


@pytest.mark.parametrize(("name", "forces"), [("no_ask", {3, 4, 5, 6}), ("willing", {3}), ("agreed", {5})])
def test_forces(maker: Any, name: str, forces: set[int]) -> None:
    assert {force for force in range(1, 7) if _holds(maker, name, force=force)} == forces


def test_the_cue_and_its_clause(maker: Any) -> None:
    assert not _holds(maker, "passive") and not _holds(maker, "deep") and not _holds(maker, "cue_inside")
    assert not _holds(maker, "in_a_noun") and _holds(maker, "no_modal")
    maker.fire("modal", "will", "force 5: engineers will be sent to Istria")
    assert _holds(maker, "passive", force=5) and _holds(maker, "cue_inside", force=5)
    assert not _holds(maker, "no_modal", force=5)


def test_a_deep_cue(maker: Any) -> None:
    maker.fire("speech-noun", "Istria", "force 6: Linz")
    assert _holds(maker, "deep", force=6, action="Linz") and _holds(maker, "in_a_noun", force=6, action="Linz")


def test_what_no_rule_tells_is_doubtful(maker: Any) -> None:
    unheard = {"action": "Istria", "force": 2}
    assert _holds(maker, "in_a_noun", **unheard) and _holds(maker, "cue_inside", **unheard)
    assert not _holds(maker, "passive", **unheard) and not _holds(maker, "deep", **unheard)


def test_the_word_would(maker: Any) -> None:
    assert _holds(maker, "would", cue="Would") and not _holds(maker, "would") and not _holds(maker, "would", cue=None)


def test_others_who_could_act(maker: Any) -> None:
    linz = maker.actor("Linz")
    assert not _holds(maker, "one_other_here", by=[linz])
    maker.actor("Istria", "province")
    maker.actor("Brandt", "person")
    assert _holds(maker, "one_other_here", by=[linz]) and not _holds(maker, "others_here", by=[linz])
    maker.actor("engineers", "ngo")
    assert _holds(maker, "others_here", by=[linz])


def test_a_crowd(maker: Any) -> None:
    for number in range(8):
        maker.actor(f"City {number}", form=None)
    assert not _holds(maker, "in_a_crowd")
    maker.actor("City 8", form=None)
    assert _holds(maker, "in_a_crowd")


def test_doubtful_speakers(maker: Any) -> None:
    linz, brandt = maker.actor("Linz"), maker.actor("Brandt", "person")
    assert not _holds(maker, "weak_post", speaker=brandt) and not _holds(maker, "weak_post")
    maker.reading.posts.append(Post(person=brandt, title="Mayor", of=linz, evidence=maker.evidence(), confidence="low"))
    assert _holds(maker, "weak_post", speaker=brandt)
    assert not _holds(maker, "weak_actor", by=[linz], speaker=brandt)
    maybe = maker.actor("Istria", confidence="medium")
    assert _holds(maker, "weak_actor", by=[maybe], speaker=brandt) and _holds(maker, "weak_actor", by=[linz], speaker=maybe)


def test_what_the_narrator_says_will_be_done(maker: Any) -> None:
    linz, brandt = maker.actor("Linz", form="pronoun"), maker.actor("Brandt", "person")
    maker.fire("modal", "will", "force 6: engineers will be sent to Istria")
    assert _holds(maker, "narrated", by=[linz], force=6)
    assert not _holds(maker, "narrated", by=[linz], force=6, speaker=brandt)
    assert not _holds(maker, "narrated", by=[linz])


def test_further_statements_of_a_sentence(maker: Any) -> None:
    assert not _holds(maker, "further")
    assert _holds(maker, "further", _statement(maker, id="s0"))


def test_sectors_and_the_stage_before(maker: Any) -> None:
    assert _holds(maker, "several_sectors", sectors=["trade", "energy"]) and not _holds(maker, "several_sectors")
    assert _holds(maker, "unsure", confidence="medium") and not _holds(maker, "unsure")


@pytest.mark.parametrize(("words", "name"), [(13, "short"), (33, "long")])
def test_the_length_of_the_sentence(make: Any, words: int, name: str) -> None:
    for count, holds in ((words, True), (words + (1 if name == "short" else -1), False)):
        maker = make(" ".join(["word"] * count))
        assert _holds(maker, name, action="word") is holds


@pytest.mark.parametrize(("text", "holds"), [("He said “ yes ” twice", True), ("He said yes twice", False)])
def test_quotation_marks(make: Any, text: str, holds: bool) -> None:
    assert _holds(make(text), "in_quotation", action="yes") is holds
