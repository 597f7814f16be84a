"""Names of gates, wards and provinces beside names of persons: which is which."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]


def persons(report: Report) -> set[str]:
    return {actor.name for actor in report.table.actors.values() if actor.kind == "person"}


def places(report: Report) -> set[str]:
    return {a.name for a in report.table.actors.values() if a.kind in ("state", "province", "municipality", "district")}


def test_a_gate_paired_by_a_dash_is_no_person(settled: Settled) -> None:
    text = "Goods pass by Nam Khao - Longpu. Nam Khao opened on Monday, and Turin welcomed Nam Khao and Longpu."
    assert persons(settled(text)) == set()


def test_a_surname_is_no_ward(settled: Settled) -> None:
    report = settled("Turin received Councillor Tom Ward of Leeds on Monday.")
    assert ("Tom Ward" in persons(report), "Tom Ward" in places(report)) == (True, False)


def test_a_province_is_no_part_of_a_counterparts_name(settled: Settled) -> None:
    report = settled("The minister of Laos met his Vietnamese counterpart Pham Hoa Binh in Hanoi.")
    assert "Hoa Binh" not in places(report)


@pytest.mark.parametrize("text", ["Leaders of Hoa Binh met in Hanoi.", "Vientiane and Hoa Binh province signed a pact."])
def test_the_province_itself_stays(settled: Settled, text: str) -> None:
    assert any("Hoa Binh" in name for name in places(settled(text)))


def test_a_persons_name_in_the_title_makes_no_place(settled: Settled) -> None:
    text = "Gao Jinping met the President of Laos in Beijing. Gao Jinping said China will help Laos."
    assert "Jinping" not in places(settled(text, title="Gao Jinping meets Lao President"))
