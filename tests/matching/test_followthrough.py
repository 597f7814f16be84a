"""Follow-through: graded sentences of other reports, never silence."""

from typing import Any

import pytest

from amity.matching.inmemory import match
from amity.matching.outcomes import grade, outcomes
from amity.model.register import Assessment
from tests.matching.make import Maker

HUE, GYEONGJU = ("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("the ban vang crossing has been opened", "fulfilled"),
        ("the protocol was signed in june", "fulfilled"),
        ("both ministries have set up the hotline", "fulfilled"),
        ("the line went into operation last week", "fulfilled"),
        ("the gate is now open", "fulfilled"),
        ("work on the bridge is under way", "in_progress"),
        ("ground was broken in may", "in_progress"),
        ("the garden is being built", "in_progress"),
        ("the sides started talks on a charter", "in_progress"),
        ("phase 1 of the bridge is finished", "partly"),
        ("the first section of the road was completed", "partly"),
        ("the plan was only partly carried out", "partly"),
        ("the crossing remains closed", "stalled"),
        ("the treaty has not yet been ratified", "stalled"),
        ("the road is still without a bridge", "stalled"),
        ("construction has not started", "not_started"),
        ("work has yet to begin", "not_started"),
        ("the tunnel was scrapped", "abandoned"),
    ],
)
def test_grades(sentence: str, status: str) -> None:
    assert grade(sentence) == status


@pytest.mark.parametrize(
    "sentence",
    [
        "the crossing will be opened next year",
        "he hoped that the bridge would be completed",
        "they agreed to set up a hotline, which was signed",
        "the two sides praised their friendship",
        "if the road has been opened, trade grows",
        "officials asked when the gate was opened",
    ],
)
def test_sentences_that_grade_nothing(sentence: str) -> None:
    assert grade(sentence) is None


def test_an_outcome_that_speaks_of_what_stands_before_takes_its_words() -> None:
    maker = Maker("one", text="A camphor garden was planned in 2019. It has been opened by both mayors.")
    maker.actor(*HUE)
    (found,) = outcomes(maker.reading())
    assert {"camphor", "garden"} <= set(found.words)


def _promise(action: str, *, published: str = "2024-01-10", force: int = 5, words: str | None = None) -> Maker:
    maker = Maker("promise", published)
    sides = [maker.actor(*HUE), maker.actor(*GYEONGJU)]
    maker.statement(sides, action, force=force, words=words)
    return maker


def _later(name: str, text: str, published: str = "2024-09-10", *, publisher: str | None = None) -> Maker:
    maker = Maker(name, published, text=text, publisher=publisher)
    maker.actor(*HUE)
    maker.actor(*GYEONGJU)
    return maker


def _assessed(*makers: Maker) -> list[tuple[str, str]]:
    found = match([maker.reading() for maker in makers]).assessments
    return [(one.document.removeprefix("sha256:"), one.status) for assessments in found.values() for one in assessments]


@pytest.mark.parametrize(
    ("action", "text", "status"),
    [
        ("open the Ban Vang - Long Vai crossing", "The Ban Vang - Longvai crossing has been opened to lorries.", "fulfilled"),
        (
            "build a camphor garden beside the royal tombs",
            "The camphor garden beside the royal tombs was completed in August.",
            "fulfilled",
        ),
        (
            "build a camphor garden beside the royal tombs",
            "The camphor garden at the royal tombs is being built by both sides.",
            "in_progress",
        ),
        ("open the Ban Vang - Long Vai crossing", "The Ban Vang - Long Vai crossing remains closed, traders said.", "stalled"),
        ("build the Dong Ba footbridge", "Phase 1 of the Dong Ba footbridge is finished; the rest has yet to come.", "partly"),
    ],
)
def test_later_reports_of_the_same_action(action: str, text: str, status: str) -> None:
    assert _assessed(_promise(action), _later("later", text)) == [("later", status)]


@pytest.mark.parametrize(
    ("action", "text", "published"),
    [
        # another crossing, another garden
        ("open the Ban Vang - Long Vai crossing", "The Ta Lung crossing has been opened to lorries.", "2024-09-10"),
        ("build a camphor garden beside the royal tombs", "A rose garden was completed beside the station.", "2024-09-10"),
        # told long before
        ("open the Ban Vang - Long Vai crossing", "The Ban Vang - Long Vai crossing has been opened to lorries.", "2022-09-10"),
        # only words that every report has
        (
            "strengthen cooperation and exchanges",
            "Cooperation and exchanges have been strengthened, and an office was opened.",
            "2024-09-10",
        ),
        # what was promised was to ask, not to open
        ("propose that the Ban Vang - Long Vai crossing be opened", "The Ban Vang - Long Vai crossing has been opened.", "2024-09-10"),
        # still wanted
        ("open the Ban Vang - Long Vai crossing", "The Ban Vang - Long Vai crossing should be opened soon.", "2024-09-10"),
    ],
)
def test_reports_that_prove_nothing(action: str, text: str, published: str) -> None:
    assert _assessed(_promise(action), _later("later", text, published)) == []


def test_hopes_and_asks_are_not_followed_as_commitments() -> None:
    asked = _promise("open the Ban Vang - Long Vai crossing", force=2)
    assert _assessed(asked, _later("later", "The Ban Vang - Long Vai crossing has been opened.")) == []


def test_a_report_of_others_proves_nothing() -> None:
    later = Maker("later", "2024-09-10", text="The Ban Vang - Long Vai crossing has been opened.")
    later.actor("Peru", "state", "PE")
    assert _assessed(_promise("open the Ban Vang - Long Vai crossing"), later) == []


def test_the_report_itself_proves_nothing() -> None:
    promise = _promise("open the Ban Vang - Long Vai crossing")
    promise.sentence("The Ban Vang - Long Vai crossing has been opened.")
    assert _assessed(promise) == []


def test_a_copy_is_not_another_witness() -> None:
    text = "The Ban Vang - Long Vai crossing has been opened to lorries from both countries. " + " ".join(
        f"Word{at} stands here." for at in range(40)
    )
    found = _assessed(
        _promise("open the Ban Vang - Long Vai crossing"), _later("site", text), _later("wire", text, publisher="Coast News Agency")
    )
    assert found == [("wire", "fulfilled")]


def test_the_least_complete_of_what_a_report_says_nearly_as_surely_counts() -> None:
    text = "The Dong Ba footbridge was opened on Monday. Phase 1 of the Dong Ba footbridge is finished, phase 2 is not."
    assert _assessed(_promise("build the Dong Ba footbridge"), _later("later", text)) == [("later", "partly")]


def test_one_sentence_bears_out_the_commitment_that_it_fits_best() -> None:
    promise = _promise("open the Ban Vang - Long Vai crossing for lorries")
    promise.statement(["a1", "a2"], "plant trees along the road to the Ban Vang - Long Vai crossing", force=5)
    later = _later("later", "The Ban Vang - Long Vai crossing has been opened for lorries.")
    assert _assessed(promise, later) == [("later", "fulfilled")]


def test_one_sentence_may_bear_out_two_commitments_about_different_things() -> None:
    promise = _promise("open the Ban Vang - Long Vai crossing")
    promise.statement(["a1", "a2"], "open the Ta Lung bridge", force=5)
    later = _later("later", "The Ban Vang - Long Vai crossing and the Ta Lung bridge have been opened.")
    assert len(_assessed(promise, later)) == 2


def test_the_day_that_was_named() -> None:
    promise = _promise("run a ferry on 14 March", published="2024-03-11")
    later = _later("later", "The ferry has been running since 14 March.", "2024-04-02")
    assert _assessed(promise, later) == [("later", "fulfilled")]


def _evidence(*makers: Maker) -> list[Assessment]:
    return [one for found in match([maker.reading() for maker in makers]).assessments.values() for one in found]


def test_evidence_is_the_sentence_and_who_says_so() -> None:
    later = _later("later", "Rain fell. The Ban Vang - Long Vai crossing has been opened, the city of Hue said. Sun shone.")
    (one,) = _evidence(_promise("open the Ban Vang - Long Vai crossing"), later)
    assert later.text[one.start : one.end] == one.quote == "The Ban Vang - Long Vai crossing has been opened, the city of Hue said."
    assert one.self_reported and one.by == "machine" and one.score > 0


def _signed(name: str, published: str, kind: str, **given: Any) -> Maker:
    maker = Maker(name, published)
    maker.instrument(kind, [maker.actor(*HUE), maker.actor(*GYEONGJU)], **given)
    return maker


@pytest.mark.parametrize(
    ("action", "kind", "given", "status"),
    [
        ("establish a sister city relationship", "friendly_city_agreement", {"signed": "2024-09-09"}, "fulfilled"),
        ("hold consultations on a friendship city agreement", "friendly_city_agreement", {"signed": "2024-09-09"}, "fulfilled"),
        ("explore a partnership with the city", "friendly_city_agreement", {"status": "negotiating", "concluded": False}, "in_progress"),
        (
            "establish a sister city relationship",
            "mou",
            {"signed": "2024-09-09", "words": "A sister city memorandum."},
            "fulfilled",
        ),
        ("sign a protocol on flood warnings", "protocol", {"signed": "2024-09-09", "title": "protocol on flood warnings"}, "fulfilled"),
        (
            "sign a protocol on flood warnings",
            "protocol",
            {"status": "agreed_to_sign", "title": "protocol on flood warnings"},
            "in_progress",
        ),
    ],
)
def test_undertakings_to_conclude_a_text(action: str, kind: str, given: dict[str, Any], status: str) -> None:
    assert _assessed(_promise(action), _signed("later", "2024-09-10", kind, **given)) == [("later", status)]


@pytest.mark.parametrize(
    ("action", "kind", "published", "given"),
    [
        ("sign a protocol on flood warnings", "mou", "2024-09-10", {"signed": "2024-09-09", "title": "memorandum on tourism"}),
        ("establish a sister city relationship", "mou", "2024-09-10", {"signed": "2024-09-09", "title": "memorandum on tourism"}),
        ("establish a sister city relationship", "friendly_city_agreement", "2024-01-11", {"signed": "2024-01-10"}),
        (
            "establish a sister city relationship",
            "mou",
            "2024-09-10",
            {"signed": "2024-09-09", "words": "They signed a memorandum that prepares the ground for a sister city agreement."},
        ),
        ("plant camphor trees", "friendly_city_agreement", "2024-09-10", {"signed": "2024-09-09"}),
        ("establish a sister city relationship", "friendly_city_agreement", "2024-09-10", {"status": "suspended", "concluded": False}),
    ],
)
def test_texts_that_prove_nothing(action: str, kind: str, published: str, given: dict[str, Any]) -> None:
    assert _assessed(_promise(action), _signed("later", published, kind, **given)) == []
