"""The office's own jurisdictions: set, kept in the log, asked for once, and rolled up."""

from collections.abc import Callable

import pytest

from amity.errors import UsageError
from amity.office.home import Own, home, home_of, set_home
from amity.register import Register, open_register
from amity.register.queries.history import entries
from tests.matching.make import Maker

Desk = Callable[..., Register]


def report(name: str = "a") -> Maker:
    maker = Maker(name)
    sides = [
        maker.actor("Quang Ninh", "province", "VN"),
        maker.actor("Ha Long", "municipality", "VN"),
        maker.actor("Department of Foreign Affairs of Quang Ninh", "body", "VN"),
        maker.actor("Guangxi Zhuang Autonomous Region", "province", "CN", also=["Guangxi"]),
    ]
    maker.event("meeting", "2024-05-02", sides)
    return maker


def labels(register: Register, numbers: tuple[int, ...]) -> set[str]:
    from sqlalchemy import select

    from amity.register.tables import actors

    with register.reading() as connection:
        return set(connection.scalars(select(actors.c.label).where(actors.c.number.in_(numbers))))


def test_nobody_is_home_until_it_is_set(desk: Desk) -> None:
    with desk(report()).reading() as connection:
        assert home_of(connection) == ()
        assert home(connection) == ()


def test_home_stands_for_all_that_lies_in_it(desk: Desk) -> None:
    register = desk(report())
    (meant,) = set_home(register, ["Quang Ninh"], by="Ann")
    assert meant.name == "Quang Ninh"
    assert meant.id is not None
    with register.reading() as connection:
        assert home_of(connection) == (meant,)
        numbers = home(connection)
    assert labels(register, numbers) == {"Quang Ninh", "Ha Long", "Department of Foreign Affairs of Quang Ninh"}


def test_home_may_be_several_and_is_asked_for_once(desk: Desk) -> None:
    register = desk(report())
    set_home(register, ["Quang Ninh", "Guangxi"])
    with register.reading() as connection:
        assert [one.name for one in home_of(connection)] == ["Quang Ninh", "Guangxi Zhuang Autonomous Region"]
        assert [one.name for one in home_of(connection, ["Ha Long"])] == ["Ha Long"]
        assert len(home(connection, ["Ha Long"])) == 1
        assert len(home_of(connection)) == 2


def test_a_rebuild_and_a_backup_keep_it(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    register = desk(report())
    meant = set_home(register, ["Quang Ninh"])
    register.rebuild()
    copy = tmp_path_factory.mktemp("copy") / "copy.db"
    register.backup(copy)
    for one in (register, open_register(copy)):
        with one.reading() as connection:
            assert home_of(connection) == meant
    assert register.check() == []


def test_it_stands_in_the_log_and_can_be_set_anew(desk: Desk) -> None:
    register = desk(report())
    set_home(register, ["Quang Ninh"], by="Ann")
    set_home(register, [], by="Bo")
    with register.reading() as connection:
        assert home_of(connection) == ()
        told = [(one["kind"], one["by"], one["about"]) for one in entries(connection)][:2]
    assert told == [("set", "Bo", "home: "), ("set", "Ann", "home: Quang Ninh")]


def test_a_place_that_no_report_tells_of_yet_will_do(desk: Desk) -> None:
    register = desk()
    assert set_home(register, ["Quang Ninh"]) == (Own("Quang Ninh"),)
    with register.reading() as connection:
        assert home(connection) == ()
    desk(report())
    with register.reading() as connection:
        (found,) = home_of(connection)
        assert found.id is not None
        assert len(home(connection)) == 3


def test_it_outlives_its_only_report(desk: Desk) -> None:
    register = desk(report())
    set_home(register, ["Quang Ninh"])
    register.withdraw("sha256:a", by="Ann")
    with register.reading() as connection:
        assert home_of(connection) == (Own("Quang Ninh"),)
        assert home(connection) == ()


def test_after_a_merge_the_older_id_counts(desk: Desk) -> None:
    register = desk(report())
    with register.reading() as connection:
        ids = [home_of(connection, [name])[0].id for name in ("Quang Ninh", "Ha Long")]
    set_home(register, ["Ha Long"])
    register.judge("merge", [one for one in ids if one], by="Ann")
    with register.reading() as connection:
        assert home_of(connection)[0].id == min(str(one) for one in ids)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Nowhereland", "Nowhereland: the register has no party of this name"),
        ("evt-1", "evt-1: this is no party but one of the events"),
        ("act-999", "act-999: the register has no such id"),
    ],
)
def test_what_means_nothing_is_refused_and_changes_nothing(desk: Desk, name: str, reason: str) -> None:
    register = desk(report())
    with pytest.raises(UsageError, match=reason):
        set_home(register, ["Quang Ninh", name])
    with register.reading() as connection:
        assert home_of(connection) == ()


def test_a_city_and_a_province_of_one_name_are_told_apart_by_id(desk: Desk) -> None:
    maker = Maker("b")
    sides = [maker.actor("Lao Cai", "province", "VN"), maker.actor("Lao Cai", "municipality", "VN", at="Lào Cai")]
    maker.event("meeting", "2024-05-02", sides)
    register = desk(maker)
    with pytest.raises(UsageError, match=r"Lao Cai: 2 parties have this name; give the id of one: .*act-1.*act-2|act-2.*act-1"):
        set_home(register, ["Lao Cai"])
