"""Readings by newer readers: the newest counts, all are kept, ids and judgements hold by the evidence."""

import pytest
from sqlalchemy import func, select

from amity.errors import UsageError
from amity.model import Reading, Removed
from amity.register import Register, tables
from amity.register.queries.keeping import removed_from
from tests.matching.make import Maker

SENTENCE = "Then came the {} of both cities."
HUE, GYEONGJU = ("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR")


def read(*kinds: str) -> Reading:
    maker = Maker("one", "2024-05-02", text=" ".join(SENTENCE.format(kind) for kind in ("meeting", "visit", "call")))
    sides = [maker.actor(*HUE), maker.actor(*GYEONGJU)]
    for kind in kinds:
        maker.event(kind, "2024-05-02", sides, words=SENTENCE.format(kind))
    return maker.reading()


def kinds(register: Register) -> dict[str, str]:
    with register.reading() as connection:
        return {row.kind: row.id for row in connection.execute(select(tables.events))}


def test_the_newest_version_counts_and_all_are_kept(register: Register) -> None:
    register.add(read("meeting"), reader="0.9")
    assert register.reread(read("meeting", "visit"), reader="0.10") == ["sha256:one"]
    assert set(kinds(register)) == {"meeting", "visit"}
    assert register.reread(read("call"), reader="0.9") == []
    assert set(kinds(register)) == {"meeting", "visit"}
    with register.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.readings)) == 3


def test_ids_stay_with_their_evidence(register: Register) -> None:
    register.add(read("meeting", "visit"), reader="1")
    before = kinds(register)
    register.reread(read("visit"), reader="2")
    assert kinds(register) == {"visit": before["visit"]}
    register.reread(read("visit", "meeting", "call"), reader="3")
    assert {**kinds(register), "call": ""} == {**before, "call": ""}


def test_the_same_reading_again_changes_nothing(register: Register) -> None:
    register.add(read("meeting"), reader="1")
    assert register.reread(read("meeting"), reader="1") == []
    with register.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.log)) == 1


def test_judgements_find_their_facts_again_or_go_to_review(register: Register) -> None:
    register.add(read("meeting"), reader="1")
    made = register.judge("confirm", [kinds(register)["meeting"]], by="Ann")
    for version, found, state in (("2", ("visit", "meeting"), "confirmed"), ("3", ("visit",), None), ("4", ("meeting",), "confirmed")):
        register.reread(read(*found), reader=version)
        with register.reading() as connection:
            states = {row.kind: row.state for row in connection.execute(select(tables.events))}
            lost = connection.scalars(select(tables.lost.c.log)).all()
        assert (states.get("meeting"), lost) == (state, [] if state else [made.number])


def test_what_is_outdated_is_told(register: Register) -> None:
    register.add(read("meeting"), reader="0.9")
    assert register.outdated("0.10") == ["sha256:one"]
    assert register.outdated("0.9") == []


def test_an_unknown_document_is_named(register: Register) -> None:
    with pytest.raises(UsageError, match=r"one\.txt: this document is not in the register; add it first"):
        register.reread(read("meeting"), reader="1")


def test_what_cleaning_took_out_stays_when_the_clean_text_is_read_again(register: Register) -> None:
    first = read("meeting")
    first.removed = [Removed(0, "Home | News", "menu")]
    register.add(first, reader="1")
    assert register.reread(read("meeting"), reader="1") == []
    register.reread(read("meeting", "visit"), reader="2")
    with register.reading() as connection:
        assert removed_from(connection, "sha256:one") == (Removed(0, "Home | News", "menu"),)


def test_nothing_is_shown_of_what_a_withdrawn_report_had(register: Register) -> None:
    first = read("meeting")
    first.removed = [Removed(0, "Home | News", "menu")]
    register.add(first, reader="1")
    register.withdraw("sha256:one")
    with register.reading() as connection:
        assert removed_from(connection, "sha256:one") == ()
