"""A withdrawn document leaves its tombstone and nothing else."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from amity.errors import UsageError
from amity.register import Register, open_register, tables
from tests.matching.make import Maker

WORD = "Quillonbury"
HUE, GYEONGJU = ("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR")


def report(name: str, words: str) -> Maker:
    maker = Maker(name, "2024-05-02", title=f"{words} in the news")
    sides = [maker.actor(*HUE), maker.actor(*GYEONGJU)]
    maker.event("meeting", "2024-05-02", sides, words=f"The mayors met at {words}.")
    maker.instrument("mou", sides, signed="2024-05-02", title=f"the {words} memorandum")
    maker.statement(sides[:1], f"open the {words} garden", to=sides[1:])
    return maker


@pytest.fixture
def two(register: Register) -> Register:
    register.add([report("one", WORD).reading(), report("two", "Lantern Hall").reading()], reader="1")
    return register


def test_its_words_are_nowhere_in_the_file(two: Register) -> None:
    two.judge("confirm", [two.dump()["instruments"][0]["id"]], by="Ann")
    two.withdraw("sha256:one", by="Ann", note="asked to")
    two.close()
    for ending in ("", "-wal"):
        path = Path(f"{two.path}{ending}")
        assert not path.exists() or WORD.lower() not in path.read_bytes().decode("latin-1").lower()
    with sqlite3.connect(two.path) as raw:
        everything = "\n".join(raw.iterdump())
    raw.close()
    assert WORD.lower() not in everything.lower()


def test_the_tombstone_says_what_and_when(two: Register) -> None:
    two.withdraw("sha256:one")
    with two.reading() as connection:
        row = connection.execute(select(tables.documents).where(tables.documents.c.id == "sha256:one")).one()
    assert (row.path, row.text, row.title, row.reading) == ("one.txt", "", None, None)
    assert row.withdrawn_at


def test_other_reports_keep_their_things_and_ids(two: Register) -> None:
    (event,) = two.dump()["events"]
    two.withdraw("sha256:one")
    (left,) = two.dump()["events"]
    assert left["id"] == event["id"]
    assert left["members"] == [["sha256:two", "e1"]]
    assert two.check() == []
    before = two.dump()
    two.rebuild()
    assert two.dump() == before


def test_it_cannot_be_added_again(two: Register) -> None:
    two.withdraw("sha256:one")
    assert two.add(report("one", WORD).reading(), reader="1") == []
    with pytest.raises(UsageError, match=r"one\.txt: this document was withdrawn"):
        two.reread(report("one", WORD).reading(), reader="2")


@pytest.mark.parametrize(("document", "reason"), [("sha256:none", "is not in the register"), ("sha256:one", "is withdrawn already")])
def test_what_cannot_be_withdrawn_is_named(two: Register, document: str, reason: str) -> None:
    two.withdraw("sha256:one")
    with pytest.raises(UsageError, match=f"{document}: this document {reason}"):
        two.withdraw(document)


def test_a_judgement_about_it_goes_to_review(two: Register) -> None:
    before = two.dump()
    solo = two.judge("confirm", [next(one["id"] for one in before["actors"] if "Hue" in one["names"])], by="Ann")
    two.withdraw("sha256:one")
    with two.reading() as connection:
        assert connection.scalars(select(tables.lost.c.log)).all() == [solo.number]


def test_a_withdrawal_holds_when_the_file_is_opened_again(two: Register) -> None:
    two.withdraw("sha256:one")
    two.close()
    with open_register(two.path) as again:
        assert [one["id"] for one in again.dump()["documents"]] == ["sha256:two"]
