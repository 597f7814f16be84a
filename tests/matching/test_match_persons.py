"""Persons: partial names, transliterations, namesakes, posts that change."""

import pytest

from amity.matching.inmemory import match
from tests.matching.helpers import compared, doubted, matched_pair, reasons, together
from tests.matching.make import Maker

Holder = tuple[str, str | None, tuple[str, str, str | None] | None]

YUNNAN = ("Yunnan", "province", "CN")
CHINA = ("China", "state", "CN")
HA_TINH = ("Ha Tinh", "province", "VN")
VIETNAM = ("Vietnam", "state", "VN")
ALMATY = ("Almaty", "municipality", "KZ")
KAZAKHSTAN = ("Kazakhstan", "state", "KZ")
YORK = ("York", "municipality", "GB")


def _maker(name: str, holder: Holder) -> Maker:
    maker = Maker(name)
    who, title, of = holder
    maker.person(who, title, maker.actor(*of) if of else None)
    return maker


def _local(holder: Holder) -> str:
    return "a2" if holder[2] else "a1"


SAME: list[tuple[Holder, Holder]] = [
    (("Tran Minh Khoa", "Chairman", HA_TINH), ("Trần Minh Khoa", None, None)),
    (("Tran Minh Khoa", "Chairman", HA_TINH), ("Khoa Tran Minh", "Chairman", HA_TINH)),
    (("Tran Minh Khoa", "Chairman", HA_TINH), ("Mr Tran Minh Khoa", "Secretary", HA_TINH)),
    (("Gao Wenli", "Vice Governor", YUNNAN), ("Gao Wenli", "Governor", YUNNAN)),
    (("Gao Wenli", "Governor", YUNNAN), ("Gao Wenli", "Minister", CHINA)),
    (("Daniyar Zhumabek", "mayor", ALMATY), ("Daniyar Jumabek", "mayor", ALMATY)),
    (("Akhmet Bekov", "President", KAZAKHSTAN), ("Ahmet Bekov", "President", KAZAKHSTAN)),
    (("Serik Toleuov", "President", KAZAKHSTAN), ("Serik Toleouv", "President", KAZAKHSTAN)),
    (("Al Hartley", "Lord Mayor", YORK), ("Alison Hartley", "Lord Mayor", YORK)),
    (("Bill Hartley", "mayor", YORK), ("William Hartley", "mayor", YORK)),
    (("Amin Ooi", "Mayor", YORK), ("Amin Ooi Teck Beng", "Mayor", YORK)),
    (("Khoa", "Chairman", HA_TINH), ("Tran Minh Khoa", "Chairman", HA_TINH)),
    (("Hartley", "mayor", YORK), ("Alison Hartley", "mayor", YORK)),
    (("Thongphanh", "Governor", ("Khammouane", "province", "LA")), ("Thongphanh Keola", "Governor", ("Khammouane", "province", "LA"))),
]

APART: list[tuple[Holder, Holder]] = [
    (("Wang Jun", "Mayor", ("Kunming", "municipality", "CN")), ("Wang Lei", "Mayor", ("Kunming", "municipality", "CN"))),
    (("Wang Jun", "Minister", CHINA), ("Wang Wei", "Minister", CHINA)),
    (("Wang Jun", "Vice Governor", YUNNAN), ("Wang", "Mayor", ("Nanning", "municipality", "CN"))),
    (("Wang", None, None), ("Wang Jun", "Vice Governor", YUNNAN)),
    (("Khoa", None, None), ("Tran Minh Khoa", "Chairman", HA_TINH)),
    (("Khoa", "Chairman", HA_TINH), ("Tran Minh Khoa", "Chairman", ("Nghe An", "province", "VN"))),
    (("Nguyen Van An", "Chairman", HA_TINH), ("Nguyen Van Anh", "Chairman", HA_TINH)),
    (("Li Min", "Director", CHINA), ("Li Min", "Director", ("Singapore", "state", "SG"))),
    (("John Smith", "mayor", YORK), ("John Smith", "mayor", ("Perth", "municipality", "AU"))),
    (("Wei Bao", "Chairman", YUNNAN), ("Wei Hao", "Chairman", YUNNAN)),
    (("Minh Khoa", None, None), ("Minh Khang", None, None)),
    (("Sam Hartley", "mayor", YORK), ("Tom Hartley", "mayor", YORK)),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person(one: Holder, other: Holder) -> None:
    first, second = _maker("one", one).reading(), _maker("two", other).reading()
    assert matched_pair(first, second, "actors", _local(one), _local(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_persons_that_only_look_alike(one: Holder, other: Holder) -> None:
    first, second = _maker("one", one).reading(), _maker("two", other).reading()
    assert not matched_pair(first, second, "actors", _local(one), _local(other))


def test_four_officials_named_wang_stay_four() -> None:
    titles = [("Wang Jun", "Vice Governor"), ("Wang Bo", "Governor"), ("Wang Lei", "Party Secretary"), ("Wang Yan", "Director")]
    readings = [_maker(f"report {at}", (name, title, YUNNAN)).reading() for at, (name, title) in enumerate(titles)]
    clusters = [cluster for cluster in match(readings).clusters["actors"] if cluster.members[0].local == "a2"]
    assert len(clusters) == 4


def test_a_lone_name_that_two_fit_goes_to_neither_but_to_review() -> None:
    one = _maker("one", ("Tran Minh Khoa", "Chairman", HA_TINH)).reading()
    other = _maker("two", ("Le Dang Khoa", "Vice Chairman", HA_TINH)).reading()
    partial = _maker("three", ("Khoa", None, HA_TINH)).reading()
    found = match([one, other, partial])
    assert not together(found, one, partial, "actors", "a2", "a2")
    assert not together(found, other, partial, "actors", "a2", "a2")
    assert doubted(found, "actors") == 2


def test_a_lone_name_is_linked_while_one_fits() -> None:
    one = _maker("one", ("Tran Minh Khoa", "Chairman", HA_TINH)).reading()
    partial = _maker("three", ("Khoa", None, HA_TINH)).reading()
    assert together(match([one, partial]), one, partial, "actors", "a2", "a2")


def test_an_official_with_a_short_name_at_two_places_is_a_doubt() -> None:
    one = _maker("one", ("Li Min", "Party Secretary", ("Guangxi", "province", "CN")))
    other = _maker("two", ("Li Min", "Party Secretary", ("Sichuan", "province", "CN")))
    found = match([one.reading(), other.reading()])
    assert doubted(found, "actors") == 1


def test_two_persons_of_one_report_are_never_merged() -> None:
    maker = Maker("one")
    york = maker.actor(*YORK)
    maker.person("Al Hartley", "Lord Mayor", york)
    maker.person("Alison Hartley", "Lord Mayor", york)
    found = match([maker.reading()])
    assert all(len(cluster.members) == 1 for cluster in found.clusters["actors"])


def _report(name: str, chairman: str, day: str = "2024-03-05") -> Maker:
    maker = Maker(name, "2024-03-06")
    ha_tinh, yunnan = maker.actor(*HA_TINH), maker.actor(*YUNNAN)
    host = maker.person("Tran Minh Khoa", "Chairman", ha_tinh)
    guest = maker.person(chairman, "Governor", yunnan)
    maker.event("meeting", day, [ha_tinh, yunnan], [(host, ha_tinh), (guest, yunnan)])
    return maker


def test_a_slip_of_one_letter_is_seen_by_the_company_that_the_person_keeps() -> None:
    one, other = _report("one", "Gao Bao").reading(), _report("two", "Gao Hao").reading()
    found = match([one, other])
    assert together(found, one, other, "actors", "a4", "a4")
    assert [(conflict.kind, conflict.field) for conflict in found.conflicts] == [("person", "name")]


def test_a_slip_of_one_letter_is_a_doubt_on_another_day() -> None:
    one, other = _report("one", "Gao Bao").reading(), _report("two", "Gao Hao", "2024-09-05").reading()
    found = match([one, other])
    assert not together(found, one, other, "actors", "a4", "a4")
    assert doubted(found, "actors") == 1


def test_reports_of_one_event_tell_that_a_part_of_a_name_is_the_person() -> None:
    one, other = _report("one", "Gao Bao"), _report("two", "Gao Bao")
    one.person("Somchai Intha Wong")
    other.person("Somchai Intha")
    first, second = one.reading(), other.reading()
    assert together(match([first, second]), first, second, "actors", "a5", "a5")


def test_a_post_that_changes_is_told_in_the_reasons() -> None:
    one, other = _maker("one", SAME[3][0]).reading(), _maker("two", SAME[3][1]).reading()
    assert {"same name", "same place"} <= reasons(compared(one, other, "actors", "a2", "a2"))
