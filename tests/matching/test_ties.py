"""Ties: kind and stage with history, from instruments, statements and sentences."""

import pytest

from amity.matching.inmemory import match
from amity.matching.tiesentences import tie_signs
from amity.model.register import Tie
from tests.matching.make import Maker

HUE, GYEONGJU, BUSAN = ("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR"), ("Busan", "municipality", "KR")
HA_TINH, YUNNAN = ("Ha Tinh", "province", "VN"), ("Yunnan", "province", "CN")


def _told(sentence: str, *units: tuple[str, str, str], published: str = "2024-05-10") -> list[tuple[str, str, str, str | None]]:
    """What a sentence says: both names, stage and date of the signs that hold."""
    maker = Maker("one", published, text=sentence)
    for unit in units or (HUE, GYEONGJU):
        maker.actor(*unit)
    return [(*sorted(sign.names), sign.stage, sign.date) for sign in tie_signs(maker.reading()) if sign.claim == "told"]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("sentence", "stage", "date"),
    [
        ("Hue and Gyeongju are twinned.", "established", None),
        ("Hue and Gyeongju have been sister cities since 2007.", "established", "2007"),
        ("Hue is a sister city of Gyeongju.", "established", None),
        ("Gyeongju became a sister city of Hue in September 2007.", "established", "2007-09"),
        ("Hue marked ten years of twinning with Gyeongju, its friendship city since 14 May 2014.", "established", "2014-05-14"),
        ("Hue and Gyeongju signed a letter of intent to become friendship cities.", "intent", "2024-05-10"),
        ("Hue plans to establish a sister city relationship with Gyeongju.", "intent", "2024-05-10"),
        ("Hue proposed a twinning with Gyeongju.", "contact", "2024-05-10"),
        ("The council of Hue suspended the twinning with Gyeongju in April.", "suspended", "2024-04"),
        ("Hue suspended the twinning agreement that it has had with Gyeongju since 1988.", "suspended", "2024-05-10"),
        ("Hue ended its sister city ties with Gyeongju on Tuesday.", "ended", "2024-05-10"),
    ],
)
def test_stages_in_sentences(sentence: str, stage: str, date: str | None) -> None:
    assert ("Gyeongju", "Hue", stage, date) in _told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hue and Gyeongju met on Tuesday.",
        "The pact does not make Hue and Gyeongju twins.",
        "Many more cities like Hue and Gyeongju will pair up as twins.",
        'A newspaper wrote that Hue had "formally twinned" with Gyeongju.',
        "The Sister Cities Foundation invited Hue and Gyeongju.",
        "Hue and Gyeongju cut a ribbon.",
    ],
)
def test_sentences_that_tell_no_tie(sentence: str) -> None:
    assert _told(sentence) == []


def test_one_side_and_a_list_of_others() -> None:
    found = _told("Hue has three sister cities: with Gyeongju, Busan and Kunming.", HUE, GYEONGJU, BUSAN, ("Kunming", "municipality", "CN"))
    assert sorted(found) == [
        ("Busan", "Hue", "established", None),
        ("Gyeongju", "Hue", "established", None),
        ("Hue", "Kunming", "established", None),
    ]


def test_both_sides_without_their_names() -> None:
    text = "Yunnan sent a delegation to Ha Tinh. The two have been sister provinces since June 2011."
    assert _told(text, HA_TINH, YUNNAN) == [("Ha Tinh", "Yunnan", "established", "2011-06")]


def test_towns_of_one_country_have_no_tie() -> None:
    assert _told("Busan and Gyeongju are sister cities.", BUSAN, GYEONGJU) == []


def test_a_clause_of_its_own_for_each_pair() -> None:
    text = "Hue suspended its twinning with Gyeongju, and Busan cut its links with Kunming."
    found = _told(text, HUE, GYEONGJU, BUSAN, ("Kunming", "municipality", "CN"))
    assert {(one, other, stage) for one, other, stage, _ in found} == {("Gyeongju", "Hue", "suspended"), ("Busan", "Kunming", "ended")}


def test_a_subject_that_is_described_is_still_one_of_two() -> None:
    text = "In May 2024 Hue, which lies by a lagoon, and Gyeongju signed a letter of intent to become friendship cities."
    assert _told(text) == [("Gyeongju", "Hue", "intent", "2024-05")]
    other = "Hue signed a twinning agreement with Gyeongju, which lies inland, and Busan did the same with Kunming."
    found = _told(other, HUE, GYEONGJU, BUSAN, ("Kunming", "municipality", "CN"))
    assert ("Gyeongju", "Hue", "established", None) in found
    assert not any({one, two} == {"Hue", "Kunming"} for one, two, _, _ in found)


def test_a_partnership_of_states() -> None:
    text = "Vietnam and Laos spoke of their comprehensive strategic partnership."
    maker = Maker("one", text=text)
    maker.actor("Vietnam", "state", "VN")
    maker.actor("Laos", "state", "LA")
    assert [(sign.kind, sign.stage) for sign in tie_signs(maker.reading())] == [("comprehensive_partnership", "established")]


def _tie(*makers: Maker) -> list[Tie]:
    return match([maker.reading() for maker in makers]).ties


def _with_text(name: str, published: str, kind: str, **given: object) -> Maker:
    maker = Maker(name, published)
    maker.instrument(kind, [maker.actor(*HUE), maker.actor(*GYEONGJU)], **given)  # type: ignore[arg-type]
    return maker


@pytest.mark.parametrize(
    ("kind", "given", "stage"),
    [
        ("friendly_city_agreement", {"signed": "2024-03-05"}, "established"),
        ("friendly_city_agreement", {"status": "negotiating", "concluded": False}, "intent"),
        ("friendly_city_agreement", {"status": "proposed", "concluded": False}, "contact"),
        ("friendly_city_agreement", {"status": "approved"}, "approved"),
        ("friendly_city_agreement", {"status": "suspended", "concluded": False}, "suspended"),
        ("friendly_city_agreement", {"status": "terminated", "concluded": False}, "ended"),
        ("letter_of_intent", {"signed": "2024-03-05", "words": "They signed a letter of intent on a sister city relationship."}, "intent"),
        ("mou", {"signed": "2024-03-05", "words": "They signed a sister city memorandum."}, "established"),
        (
            "mou",
            {"signed": "2024-03-05", "words": "They signed a memorandum that prepares the ground for a sister city agreement."},
            "intent",
        ),
    ],
)
def test_stages_of_instruments(kind: str, given: dict[str, object], stage: str) -> None:
    (tie,) = _tie(_with_text("one", "2024-03-07", kind, **given))
    assert (tie.kind, tie.stage, sorted(tie.names)) == ("friendly_city", stage, ["Gyeongju", "Hue"])


@pytest.mark.parametrize("kind", ["mou", "cooperation_agreement", "contract", "joint_statement"])
def test_texts_on_other_things_make_no_tie(kind: str) -> None:
    assert _tie(_with_text("one", "2024-03-07", kind, signed="2024-03-05", words="They signed a text on drainage.")) == []


def test_a_tie_has_its_history() -> None:
    letter = _with_text(
        "one", "2022-04-02", "letter_of_intent", signed="2022-04-01", words="A letter of intent to become sister cities was signed."
    )
    signed = _with_text("two", "2023-06-02", "friendly_city_agreement", signed="2023-06-01")
    paused = _with_text("three", "2025-01-02", "friendly_city_agreement", status="suspended", concluded=False, signed="2023-06-01")
    (tie,) = _tie(paused, letter, signed)
    assert [(change.stage, change.date) for change in tie.history] == [
        ("intent", "2022-04-01"),
        ("established", "2023-06-01"),
        ("suspended", "2025-01-02"),
    ]
    assert (tie.stage, tie.since) == ("suspended", "2025-01-02")


def test_one_report_denies_what_another_quotes() -> None:
    one = Maker("one", text='Papers wrote that Hue had "twinned" with Gyeongju.')
    other = Maker("two", text="The oath does not make Hue and Gyeongju twins.")
    for maker in (one, other):
        maker.actor(*HUE)
        maker.actor(*GYEONGJU)
    found = match([one.reading(), other.reading()])
    assert [(conflict.kind, conflict.field) for conflict in found.conflicts] == [("tie", "stage")]
    assert found.ties == []


def test_a_border_treaty_makes_neighbours() -> None:
    maker = Maker("one")
    states = [maker.actor("Vietnam", "state", "VN"), maker.actor("Laos", "state", "LA")]
    maker.instrument("treaty", states, signed="2024-03-05", title="border treaty", words="They signed a border treaty.")
    (tie,) = _tie(maker)
    assert (tie.kind, tie.stage, tie.since) == ("border_neighbour", "established", "2024-03-05")


@pytest.mark.parametrize(
    ("action", "contacts"),
    [
        ("explore a partnership of the two ports", 1),
        ("look into a twinning", 1),
        ("deepen the tradition of friendship", 0),
        ("plant trees", 0),
    ],
)
def test_contact_told_by_a_statement(action: str, contacts: int) -> None:
    maker = Maker("one")
    maker.statement([maker.actor(*HUE)], action, to=[maker.actor(*GYEONGJU)])
    assert len({sign.stage for sign in tie_signs(maker.reading())}) == contacts


def _stages(*told: tuple[str, str]) -> tuple[str, str | None]:
    """The present stage of a tie told by agreements, and since when; each is told on its day."""
    makers = [
        _with_text(f"{at}", day, "friendly_city_agreement", status=status, concluded=False, signed=day if status == "signed" else None)
        for at, (status, day) in enumerate(told)
    ]
    (tie,) = _tie(*makers)
    return tie.stage, tie.since


def test_partners_who_speak_of_partnership_are_still_partners() -> None:
    assert _stages(("signed", "2019-03-05"), ("proposed", "2024-03-05")) == ("established", "2019-03-05")
    assert _stages(("negotiating", "2019-03-05"), ("proposed", "2024-03-05")) == ("intent", "2019-03-05")


def test_what_was_suspended_or_has_ended_can_be_taken_up_again() -> None:
    assert _stages(("suspended", "2019-03-05"), ("proposed", "2020-03-05")) == ("suspended", "2019-03-05")
    assert _stages(("suspended", "2019-03-05"), ("signed", "2024-03-05")) == ("established", "2024-03-05")
    assert _stages(("terminated", "2019-03-05"), ("proposed", "2024-03-05")) == ("contact", "2024-03-05")
