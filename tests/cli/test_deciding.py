"""Decisions on the command line: each takes effect, is in the log with its author, and can be taken back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Amity, Done


def told(amity: Amity, public: str) -> dict[str, Any]:
    (found,) = amity("show", public, "--format", "jsonl").lines
    return dict(found)


def dumped(amity: Amity) -> Any:
    return json.loads(amity("dump").out)


def decide(amity: Amity, *words: object) -> str:
    """Decide as Ann, and return the number in the log."""
    done = amity(*words, "--by", "Ann", "--note", "as the archive has it")
    assert done.code == 0, done.err
    return done.err.split("amity undo ")[1].strip().rstrip("`")


@pytest.mark.usefixtures("own")
def test_a_merge_leads_to_the_older_id_until_it_is_undone(amity: Amity) -> None:
    before = dumped(amity)
    question = next(one for one in amity("review", "--format", "jsonl").lines if "score" in one)
    one, other = sorted((question["one"]["id"], question["other"]["id"]), key=lambda public: int(public.split("-")[1]))
    number = decide(amity, "merge", other, one)
    assert told(amity, other)["id"] == one
    assert f"{other} leads here since things were merged" in amity("show", other).out
    assert other in told(amity, one)["also"]
    why = amity("why", one, other, "--format", "jsonl").lines[0]
    assert why["verdict"] == "one"
    assert [judged["by"] for judged in why["judgements"]] == ["Ann"]
    decide(amity, "undo", number)
    assert told(amity, other)["id"] == other
    assert dumped(amity) == before


@pytest.mark.usefixtures("own")
def test_a_split_takes_a_pair_from_the_queue(amity: Amity) -> None:
    questions = amity("review", "--format", "jsonl").lines
    one, other = questions[0]["one"]["id"], questions[0]["other"]["id"]
    number = decide(amity, "split", one, other)
    pairs = [(left["one"]["id"], left["other"]["id"]) for left in amity("review", "--format", "jsonl").lines]
    assert (one, other) not in pairs
    assert amity("why", one, other, "--format", "jsonl").lines[0]["judgements"][0]["kind"] == "split"
    decide(amity, "undo", number)
    assert amity("review", "--format", "jsonl").lines == questions


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(("word", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_facts_are_confirmed_and_rejected(amity: Amity, word: str, state: str) -> None:
    number = decide(amity, word, "ins-7")
    assert (told(amity, "ins-7")["state"], told(amity, "ins-7")["checked_by"]) == (state, "Ann")
    assert [row["id"] for row in amity("instruments", "--state", state, "--format", "jsonl").lines] == ["ins-7"]
    assert state in amity("instruments", "--state", state).out
    decide(amity, "undo", number)
    assert told(amity, "ins-7")["state"] == "unchecked"
    assert amity("instruments", "--state", state, "--format", "jsonl").lines == []


@pytest.mark.usefixtures("own")
def test_several_facts_are_confirmed_at_once(amity: Amity) -> None:
    assert amity("confirm", "ins-1", "ins-2", "--by", "Ann").err.count("confirm written as ") == 2
    assert len(amity("instruments", "--state", "confirmed", "--format", "jsonl").lines) == 2


@pytest.mark.usefixtures("own")
def test_a_correction_stands_beside_what_reports_say(amity: Amity) -> None:
    before = told(amity, "ins-7")
    number = decide(amity, "correct", "ins-7", "type", "agreed_minutes")
    after = told(amity, "ins-7")
    assert (after["kind"], after["state"], after["reports"][0]["fact"]["type"]) == ("agreed_minutes", "corrected", "mou")
    decide(amity, "undo", number)
    assert told(amity, "ins-7") == before


@pytest.mark.usefixtures("own")
def test_a_commitment_is_assessed(amity: Amity) -> None:
    public = amity("commitments", "--status", "not_assessed", "--format", "jsonl").lines[0]["id"]
    number = decide(amity, "assess", public, "in_progress")
    assert told(amity, public)["status"] == "in_progress"
    assert told(amity, public)["follow_through"][0]["by"] == "Ann"
    assert "in progress (by Ann)" in amity("show", public).out
    decide(amity, "undo", number)
    assert told(amity, public)["status"] == "not_assessed"


@pytest.mark.usefixtures("own")
def test_the_evidence_of_an_assessment_is_in_the_log(amity: Amity, one_line: Callable[[Done], str]) -> None:
    public = amity("commitments", "--status", "not_assessed", "--format", "jsonl").lines[0]["id"]
    document = amity("documents", "--format", "jsonl").lines[0]["id"]
    assert amity("assess", public, "partly", "--evidence", document[:19], "--evidence", "archive 7/2", "--note", "half done").code == 0
    entry = amity("log", "--limit", 1, "--format", "jsonl").lines[0]
    assert entry["note"] == "half done; evidence: archive 7/2"
    assert f"(evidence: {document})" in entry["about"]
    followed = told(amity, public)["follow_through"][-1]
    assert (followed["status"], followed["document"]) == ("partly", document)
    assert followed["reasons"][0]["detail"] == entry["note"]
    assert "no such document" in one_line(amity("assess", public, "partly", "--evidence", "sha256:00000000"))


@pytest.mark.usefixtures("own")
def test_of_several_undos_all_are_there_or_none_is_done(amity: Amity) -> None:
    number = int(decide(amity, "confirm", "ins-1"))
    done = amity("undo", number, number + 1)
    assert (done.code, "the log has no judgement or entry of this number" in done.err) == (2, True)
    assert told(amity, "ins-1")["state"] == "confirmed"
    assert amity("undo", number, number).err.count("undo written") == 1
    assert told(amity, "ins-1")["state"] == "unchecked"


@pytest.mark.usefixtures("own")
def test_an_undo_can_be_undone(amity: Amity) -> None:
    number = decide(amity, "confirm", "evt-1")
    again = decide(amity, "undo", number)
    assert told(amity, "evt-1")["state"] == "unchecked"
    decide(amity, "undo", again)
    assert told(amity, "evt-1")["state"] == "confirmed"


@pytest.mark.usefixtures("own")
def test_the_log_tells_who_did_what_and_why(amity: Amity) -> None:
    number = decide(amity, "correct", "ins-7", "type", "protocol")
    undone = decide(amity, "undo", number)
    last, before, *rest = amity("log", "--format", "jsonl").lines
    assert (str(last["number"]), last["kind"], last["about"]) == (undone, "undo", f"judgement {number}")
    assert (before["by"], before["kind"], before["note"]) == ("Ann", "correct", "as the archive has it")
    assert before["about"].startswith("type = protocol: ")
    assert [row["kind"] for row in rest] == ["add"] * 44
    shown = amity("log", "--limit", 1).out
    assert "undo" in shown
    assert "as the archive has it" in shown
    assert "correct" not in shown


@pytest.mark.usefixtures("own")
def test_the_queue_is_read_by_people_and_by_layer(amity: Amity) -> None:
    questions = amity("review", "--format", "jsonl").lines
    assert f"{questions[0]['one']['id']} and {questions[0]['other']['id']}: same or different?" in amity("review").out
    assert {one["layer"] for one in amity("review", "--layer", "statements", "--format", "jsonl").lines} <= {"statements"}
    assert amity("review", "--layer", "mechanisms").code == 0


@pytest.mark.usefixtures("own")
def test_who_decides_comes_from_the_environment_too(amity: Amity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMITY_USER", "Bo")
    amity("confirm", "evt-1")
    assert told(amity, "evt-1")["checked_by"] == "Bo"


REFUSED = [
    "merge act-1",
    "merge act-1 evt-1",
    "merge act-1 act-99999",
    "confirm nonsense",
    "reject act-0",
    "correct ins-7 colour red",
    "correct ins-7 type party",
    "assess evt-1 fulfilled",
    "assess sta-8 done",
    "undo 1",
    "undo 99999",
    "review --layer rivers",
]


@pytest.mark.parametrize("words", REFUSED)
def test_what_makes_no_sense_is_refused_and_not_written(amity: Amity, own: Path, one_line: Callable[[Done], str], words: str) -> None:
    before = amity("log", "--format", "jsonl").lines
    assert one_line(amity(*words.split()))
    assert amity("log", "--format", "jsonl").lines == before
