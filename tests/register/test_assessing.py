"""What people say came of a commitment, with the words of reports that say so."""

from typing import Any

import pytest
from sqlalchemy import select

from amity.errors import UsageError
from amity.model.judgement import Pointer
from amity.register import Register
from amity.register.queries.details import show
from amity.register.queries.pointing import words_at
from amity.register.tables import documents
from tests.matching.make import Maker

WORDS = "The camphor garden has been open since the spring."


def fill(register: Register, second: str = "sha256:0123456789ab") -> str:
    maker = Maker("one", "2022-05-10")
    hue, gyeongju = maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")
    maker.statement([hue], "plant a camphor garden", to=[gyeongju])
    register.add(maker.reading())
    later = Maker("two", "2023-05-10", publisher="Daily")
    later.document.id = second
    later.sentence(f"It rained. {WORDS}")
    register.add(later.reading())
    return second


def pointed(register: Register, told: str) -> Pointer | None:
    with register.reading() as connection:
        return words_at(connection, told)


def followed(register: Register) -> list[dict[str, Any]]:
    with register.reading() as connection:
        return [one for one in show(connection, "sta-1").get("follow_through", ()) if one.get("by") != "machine"]


def test_evidence_is_the_words_of_a_report(register: Register) -> None:
    document = fill(register)
    words = pointed(register, f"sha256:01234567:11-{11 + len(WORDS)}")
    assert words is not None
    assert words.quote == WORDS
    judged = register.judge("assess", ["sta-1"], [words], value="fulfilled", by="Ann", note="seen on the spot")
    (one,) = followed(register)
    assert (one["status"], one["document"], one["quote"], one["by"], one["publisher"]) == ("fulfilled", document, WORDS, "Ann", "Daily")
    assert one["reasons"][0]["detail"] == "seen on the spot"
    assert register.dump()["commitments"][0]["assessments"][-1]["quote"] == WORDS
    assert register.check() == []
    register.rebuild()
    assert followed(register) == [one]
    register.undo(judged.number)
    assert followed(register) == []


def test_a_report_as_a_whole_is_evidence_too(register: Register) -> None:
    document = fill(register)
    words = pointed(register, document)
    assert words is not None
    register.judge("assess", ["sta-1"], [words], value="partly")
    (one,) = followed(register)
    assert (one["document"], one.get("quote")) == (document, None)


def test_several_reports_are_each_told(register: Register) -> None:
    document = fill(register)
    pointers = [one for one in (pointed(register, document), pointed(register, f"{document}:0-10")) if one]
    register.judge("assess", ["sta-1"], pointers, value="partly")
    assert sorted(one.get("quote", "") for one in followed(register)) == ["", "It rained."]


def test_evidence_goes_with_its_report(register: Register) -> None:
    document = fill(register)
    words = pointed(register, f"{document}:11-{11 + len(WORDS)}")
    assert words is not None
    register.judge("assess", ["sta-1"], [words], value="fulfilled", note="as told")
    register.withdraw(document)
    (one,) = followed(register)
    assert (one["status"], one["quote"], "document" in one) == ("fulfilled", "as told", False)
    assert register.check() == []


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("sha256:0123456789ab:9-9", "no such characters"),
        ("sha256:0123456789ab:5-4000", "the text has"),
        ("sha256:0123456789ab:x-y", "write sha256:"),
        ("sha256:ffffffffffff", "no such document"),
    ],
)
def test_words_that_are_not_there(register: Register, told: str, message: str) -> None:
    fill(register)
    with pytest.raises(UsageError, match=message):
        pointed(register, told)


def test_other_sources_are_no_words_of_the_register(register: Register) -> None:
    fill(register)
    assert pointed(register, "https://example.org/lanterns") is None
    with register.reading() as connection:
        assert connection.scalar(select(documents.c.id).where(documents.c.id == "https://example.org/lanterns")) is None
