"""Place names: which words are places in their context, and which only look like them."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
Kinds = Callable[[Report], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor of Turin flew home.", "Turin"),
        ("A fair was opened in Reading last week.", "Reading"),
        ("Trade with Mongolia grew again.", "Mongolia"),
        ("They came from Mobile, Alabama, on Monday.", "Mobile"),
        ("Delegates from the Chilean city of Arica arrived.", "Arica"),
        ("Arica and Tacna signed a pact.", "Tacna"),
        ("Port Moresby hosted the talks.", "Port Moresby"),
        ("The agreement between Fukuoka and Auckland was renewed.", "Auckland"),
        ("Phoenix has a partner. The list of Phoenix grows.", "Phoenix"),
    ],
)
def test_names_that_context_makes_places(settled: Settled, kinds: Kinds, text: str, name: str) -> None:
    assert name in kinds(settled(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In March the minister left.", "March"),
        ("Police closed the road.", "Police"),
        ("Ana Lima, deputy governor, spoke first.", "Lima"),
        ("President Jackson opened the fair.", "Jackson"),
        ("He read about Belt and Road projects.", "Belt"),
        ("The Agro-Industrial Bank lent the money.", "Agro"),
        ("It was the Department of Justice that wrote.", "Justice"),
        ("The European city won the prize.", "European city"),
        ("South America was far away.", "America"),
        ("The First Deputy Minister answered.", "First"),
        ("Xinhua reported the talks.", "Xinhua"),
        ("The UN welcomed the step.", "Un"),
    ],
)
def test_words_that_are_no_places(settled: Settled, kinds: Kinds, text: str, word: str) -> None:
    assert word not in kinds(settled(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Envoys of Quorvane district met them.", "Quorvane district", "district"),
        ("The city of Zelbrun signed.", "city of Zelbrun", "municipality"),
        ("Talks were held in Tarquel and Obrin provinces.", "Tarquel", "province"),
        ("The 9th ward answered.", "9th ward", "district"),
    ],
)
def test_unknown_names_beside_a_level_word(settled: Settled, text: str, name: str, kind: str) -> None:
    report = settled(text)
    assert any(name in (a.name, *a.aliases) and a.kind == kind for a in report.table.actors.values())


@pytest.mark.parametrize(
    "text", ["A Smart City was built.", "Their Sister City came.", "Every City needs water.", "The Friendship City pact is old."]
)
def test_level_words_of_other_names(settled: Settled, kinds: Kinds, text: str) -> None:
    assert not kinds(settled(text))


def test_places_carry_identifiers(settled: Settled) -> None:
    actor = next(a for a in settled("Hokkaido invited them.").table.actors.values())
    assert actor.place is not None
    assert (actor.kind, actor.country, actor.place.iso3166_2, actor.place.precision) == ("province", "JP", "JP-01", "admin1")
    assert actor.place.lat == pytest.approx(43, abs=1)


def test_unknown_places_stay_with_their_raw_words(settled: Settled) -> None:
    actor = next(a for a in settled("Quorvane district invited them.").table.actors.values())
    assert actor.place is not None
    assert (actor.place.name, actor.place.geonames, actor.place.precision) == ("Quorvane district", None, None)
