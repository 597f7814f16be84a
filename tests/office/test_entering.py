"""What a person enters becomes part of the register: as a report's facts, with who, when and on what it rests."""

from typing import Any

import pytest

from amity.errors import UsageError
from amity.model import About, Entry
from amity.office.entering import Record, about, enter, reading_of
from amity.office.record import KINDS
from amity.register import Register, open_register
from amity.register.files import attachment
from amity.register.queries.details import show
from tests.matching.make import Maker
from tests.office.test_record import WHOLE

AT = "2025-04-01T09:00:00+00:00"
PDF = attachment("agreement.pdf", b"%PDF-1.7 an agreement")
MOU = {"party": ["Hue city", "Gyeongju"], "type": "mou", "signed_on": "2024-05-06", "title": "MoU on tourism", "sector": "tourism"}


@pytest.fixture
def register(tmp_path: Any) -> Any:
    with open_register(tmp_path / "amity.db") as opened:
        yield opened


def report(name: str = "report-one", *, signed: str = "2024-05-06") -> Maker:
    made = Maker(name, "2024-05-07", publisher="Daily")
    sides = [made.actor("Hue", "municipality", "VN"), made.actor("Gyeongju", "municipality", "KR")]
    made.instrument("mou", sides, signed=signed, title="MoU on tourism", sectors=["tourism"])
    made.event("signing", signed, sides)
    return made


def shown(register: Register, public: str) -> dict[str, Any]:
    with register.reading() as connection:
        return show(connection, public)


def facts(reading: Any) -> list[Any]:
    layers = ("posts", "events", "instruments", "statements", "mechanisms", "projects", "indicators")
    return [fact for layer in layers for fact in getattr(reading, layer)] + list(reading.ties or ())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_one_fact_whose_evidence_is_the_text(kind: str) -> None:
    reading = reading_of(Record(kind=kind, fields=WHOLE[kind]), by="Ann", at=AT)
    (fact,) = facts(reading)
    for span in fact.evidence:
        assert reading.text[span.start : span.end] == span.quote
    for actor in reading.actors:
        for start, end in actor.mentions:
            assert reading.text[start:end]
    assert reading.text.startswith(f"kind: {kind}\n")
    assert fact.confidence == "high"
    assert reading.document.entry == Entry(by="Ann", at=AT)


def test_each_value_is_a_line_of_its_own() -> None:
    reading = reading_of(Record(kind="instrument", fields=MOU, note="as in our files"), by="Ann", at=AT)
    assert reading.text.splitlines() == [
        "kind: instrument", "party: Hue city", "party: Gyeongju", "type: mou", "title: MoU on tourism", "signed_on: 2024-05-06",
        "sector: tourism", "note: as in our files",
    ]  # fmt: skip
    assert "our files" not in reading.instruments[0].evidence[0].quote


def test_the_id_is_of_what_is_said_and_not_of_who_and_when() -> None:
    one = reading_of(Record(kind="instrument", fields=MOU), by="Ann", at=AT)
    other = reading_of(Record(kind="instrument", fields={**MOU, "type": "MOU"}), by="Bob", at="2026-01-01T00:00:00+00:00")
    assert one.document.id == other.document.id
    assert reading_of(Record(kind="instrument", fields=MOU, place="page 2"), by="Ann").document.id != one.document.id
    keyed = [reading_of(Record(kind="instrument", fields=MOU, key="7", place=place), by="Ann") for place in ("row 2", "row 9")]
    assert keyed[0].document.id == keyed[1].document.id


def test_long_records_keep_to_the_longest_span() -> None:
    fields = {**MOU, "title": "On lanterns " * 45, "party": ["Hue city", *(f"body:Office {'x' * 150} {n}" for n in range(4))]}
    evidence = reading_of(Record(kind="instrument", fields=fields), by="Ann").instruments[0].evidence[0]
    assert len(evidence.quote) <= 1000


@pytest.mark.parametrize(
    ("fields", "status", "concluded"),
    [({}, "signed", True), ({"signed_on": None}, "unknown", False), ({"status": "expired"}, "expired", True)],
)
def test_the_status_follows_from_the_signing_where_none_is_told(fields: dict[str, Any], status: str, concluded: bool) -> None:
    made = reading_of(Record(kind="instrument", fields={**MOU, **fields}), by="Ann").instruments[0]
    assert (made.status, made.concluded) == (status, concluded)


@pytest.mark.parametrize(
    ("force", "action", "specificity", "commitment"),
    [
        ("pledge", "open 3 lantern schools", "measurable", True),
        ("hope", "open a school", "action", False),
        (5, "open a school", "action", True),
    ],
)
def test_commitments_follow_from_force_and_specificity(force: Any, action: str, specificity: str, commitment: bool) -> None:
    record = Record(kind="statement", fields={"by_party": "Hue city", "force": force, "action": action})
    made = reading_of(record, by="Ann").statements[0]
    assert (made.specificity, made.commitment) == (specificity, commitment)
    assert any(action in span.quote for span in made.evidence)


def test_what_is_yet_to_come_is_planned() -> None:
    fields = {"party": ["Hue city", "Gyeongju"], "type": "visit", "from": "2999-01-01", "person": "Le Hoa (Hue city)", "host": "Hue city"}
    event = reading_of(Record(kind="event", fields=fields), by="Ann").events[0]
    assert event.status == "planned"
    assert [(part.role, part.on_behalf_of) for part in event.participants] == [("host", None), ("attendee", "a1")]


def test_two_names_of_one_party_are_refused() -> None:
    with pytest.raises(UsageError, match=r"party: Hue city and municipality:Hue are one; tell two parties"):
        reading_of(Record(kind="instrument", fields={**MOU, "party": ["Hue city", "municipality:Hue"]}), by="Ann")


def test_what_is_entered_has_ids_and_is_entered(register: Register) -> None:
    (made,) = enter(register, [Record(kind="instrument", fields=MOU)], by="Ann", at=AT)
    assert [fact.id for fact in made.facts] == ["ins-1", "act-1", "act-2"]
    assert (made.number, made.path, made.outcome) == (1, "entry:hand#1", "new")
    card = shown(register, "ins-1")
    assert (card["state"], card["checked_by"], card["checked_at"], card["confidence"]) == ("entered", "Ann", AT, "high")
    assert card["reports"][0]["entry"] == {"by": "Ann", "at": AT}


def test_the_same_twice_changes_nothing(register: Register) -> None:
    enter(register, [Record(kind="instrument", fields=MOU)], by="Ann", at=AT)
    before = register.dump()
    (again,) = enter(register, [Record(kind="instrument", fields=MOU)], by="Bob")
    assert (again.outcome, again.number) == ("known", 1)
    assert register.dump() == before


def test_the_same_twice_in_one_go_is_entered_once(register: Register) -> None:
    made = enter(register, [Record(kind="instrument", fields=MOU)] * 2, by="Ann")
    assert [one.outcome for one in made] == ["new", "known"]


@pytest.mark.parametrize("entry_first", [True, False])
def test_an_entry_and_a_report_of_one_instrument_are_one_thing(register: Register, entry_first: bool) -> None:
    steps = [lambda: enter(register, [Record(kind="instrument", fields=MOU)], by="Ann"), lambda: register.add(report().reading())]
    for step in steps if entry_first else reversed(steps):
        step()
    (instrument,) = register.dump()["instruments"]
    assert len(instrument["members"]) == 2
    card = shown(register, "ins-1")
    assert (card["state"], card["documents"], card["entries"]) == ("entered", 2, 1)


@pytest.mark.parametrize("entry_first", [True, False])
def test_an_entry_and_a_report_of_one_event_are_one_thing(register: Register, entry_first: bool) -> None:
    fields = {"party": ["Hue city", "Gyeongju"], "type": "signing", "from": "2024-05-06"}
    steps = [lambda: enter(register, [Record(kind="event", fields=fields)], by="Ann"), lambda: register.add(report().reading())]
    for step in steps if entry_first else reversed(steps):
        step()
    (event,) = register.dump()["events"]
    assert len(event["members"]) == 2


def test_entries_and_reports_that_differ_are_in_conflict(register: Register) -> None:
    register.add(report(signed="2024-05-05").reading())
    enter(register, [Record(kind="instrument", fields=MOU)], by="Ann")
    (conflict,) = [one for one in register.dump()["conflicts"] if one["kind"] == "instrument"]
    assert (conflict["field"], sorted(conflict["values"])) == ("date", ["2024-05-05", "2024-05-06"])


def test_a_party_by_its_id_is_that_thing(register: Register) -> None:
    made = Maker("lone", "2024-05-02")
    hue = made.actor("Hue", "municipality", "VN")
    made.person("Khoa")
    made.event("meeting", "2024-05-02", [hue])
    register.add(made.reading())
    person = next(one["id"] for one in register.dump()["actors"] if one["kind"] == "person")
    fields = {"person": person, "title": "Mayor", "of": "Da Nang"}
    (entered,) = enter(register, [Record(kind="post", fields=fields)], by="Ann")
    assert [fact.documents for fact in entered.facts if fact.id == person] == [2]
    assert shown(register, person)["posts"][0]["of"] == "Da Nang"
    register.rebuild()
    assert shown(register, person)["documents"] == 2
    assert register.check() == []


def test_a_tie_is_told_outright(register: Register) -> None:
    fields = {"party": ["Da Nang", "Wakayama city"], "type": "friendly_city", "stage": "established", "since": "1997-05-06"}
    enter(register, [Record(kind="tie", fields=fields)], by="Ann")
    (tie,) = register.dump()["ties"]
    assert (tie["kind"], tie["stage"], tie["since"]) == ("friendly_city", "established", "1997-05-06")
    assert shown(register, tie["id"])["state"] == "entered"


def test_nothing_is_entered_where_one_record_is_wrong(register: Register) -> None:
    wrong = Record(kind="instrument", fields={**MOU, "party": ["Wakayama", "Springfield"]})
    with pytest.raises(UsageError, match="record 2: Wakayama: this may be"):
        enter(register, [Record(kind="instrument", fields=MOU), wrong], by="Ann", files=[PDF])
    assert register.dump()["documents"] == []
    with register.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM files").scalar() == 0


def test_a_dry_run_says_what_would_be_and_changes_nothing(register: Register) -> None:
    (made,) = enter(register, [Record(kind="instrument", fields=MOU, file=PDF.hash)], by="Ann", files=[PDF], dry_run=True)
    assert [fact.id for fact in made.facts] == ["ins-1", "act-1", "act-2"]
    assert register.dump()["documents"] == []


def test_a_file_that_is_not_kept_is_refused(register: Register) -> None:
    with pytest.raises(UsageError, match=r"file agreement.pdf: the register has no such file"):
        enter(register, [Record(kind="instrument", fields=MOU, file=PDF.hash, name="agreement.pdf")], by="Ann")


class TestMissedFacts:
    """Entries about words of a report whose reader missed them."""

    @pytest.fixture
    def told(self, register: Register) -> Maker:
        made = report()
        made.sentence("The mayor of Hue said that a lantern school will open.")
        register.add(made.reading())
        return made

    def record(self, words: About) -> Record:
        return Record(kind="statement", fields={"by_party": "Hue city", "force": 4, "action": "open a lantern school"}, about=words)

    def words(self, register: Register, told: Maker, quote: str = "a lantern school will open") -> About:
        with register.reading() as connection:
            return about(connection, told.document.id, quote=quote)

    def test_its_words_stand_in_the_report(self, register: Register, told: Maker) -> None:
        words = self.words(register, told)
        assert told.text[words.start : words.end] == words.quote

    def test_it_is_cited_as_the_report(self, register: Register, told: Maker) -> None:
        words = self.words(register, told)
        enter(register, [self.record(words)], by="Ann", at=AT)
        (cited,) = shown(register, "sta-1")["reports"]
        assert (cited["document"], cited["quote"], cited["start"], cited["publisher"]) == (
            told.document.id,
            words.quote,
            words.start,
            "Daily",
        )
        assert cited["told"] == "2024-05-07"
        assert cited["entry"]["by"] == "Ann"

    def test_it_is_among_the_facts_of_the_report(self, register: Register, told: Maker) -> None:
        enter(register, [self.record(self.words(register, told))], by="Ann")
        facts = shown(register, told.document.id)["facts"]
        assert [(fact["quote"], fact["state"]) for fact in facts if fact["id"] == "sta-1"] == [("a lantern school will open", "entered")]

    def test_it_goes_with_the_report(self, register: Register, told: Maker) -> None:
        (entered,) = enter(register, [self.record(self.words(register, told))], by="Ann")
        register.withdraw(told.document.id)
        assert register.dump()["documents"] == []
        assert register.check() == []
        assert b"lantern school will open" not in register.path.read_bytes()
        (again,) = enter(register, [Record(kind="instrument", fields=MOU)], by="Ann")
        assert (entered.outcome, again.outcome) == ("new", "new")

    def test_one_source_tells_it(self, register: Register, told: Maker) -> None:
        quote = told.made.instruments[0].evidence[0].quote
        enter(register, [Record(kind="instrument", fields=MOU, about=self.words(register, told, quote))], by="Ann")
        card = shown(register, "ins-1")
        assert (card["documents"], card["sources"]) == (2, 1)

    @pytest.mark.parametrize(
        ("asked", "reason"),
        [
            ({"quote": "nothing of the kind"}, "these words do not stand in it"),
            ({"quote": "  "}, "these words do not stand in it"),
            ({"quote": "Sentence"}, "times; say which by --span"),
            ({"span": (10, 5)}, "give the first and the one behind the last"),
            ({"span": (0, 99_999)}, "has characters 0 to"),
            ({"span": (0, 4), "quote": "other"}, "has "),
        ],
    )
    def test_words_that_are_not_there_are_refused(self, register: Register, told: Maker, asked: Any, reason: str) -> None:
        with register.reading() as connection, pytest.raises(UsageError, match=reason):
            about(connection, told.document.id, **asked)

    def test_an_entry_is_no_report(self, register: Register, told: Maker) -> None:
        (entered,) = enter(register, [Record(kind="instrument", fields=MOU)], by="Ann")
        with register.reading() as connection, pytest.raises(UsageError, match="no report that the register has"):
            about(connection, entered.document, quote="party")

    def test_words_are_checked_again_when_they_are_entered(self, register: Register, told: Maker) -> None:
        wrong = About(document=told.document.id, start=0, end=3, quote="other words")
        with pytest.raises(UsageError, match="span 0:3"):
            enter(register, [self.record(wrong)], by="Ann")

    def test_line_breaks_do_not_matter(self, register: Register, told: Maker) -> None:
        assert self.words(register, told, "a  lantern\nschool will open").quote == "a lantern school will open"
