"""The eleven questions of docs/questions.md: what the gold of the samples says is in the answers.

The gold is that of ``../shared/gold`` where there is one (with what several reports together say), else that of the bundled samples.
Each floor is what a careful reader may expect; what the reader of the samples misses is below it.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from amity.cli import main
from amity.evaluate import evaluate, load_gold
from amity.exchange.jsonl import to_object
from amity.gazetteer import fold
from amity.reading.load import Loaded, load
from amity.reading.pipeline import read_loaded

Gold = dict[str, dict[str, Any]]
Row = Mapping[str, str]
Asked = Callable[..., list[Row]]
GENERAL = {"city", "province", "of", "the", "council", "district", "autonomous", "zhuang", "region", "us", "gb", "prefecture"}
DAY = ("--as-of", "2025-12-31")


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, samples_file: Path) -> Asked:
    """Ask the register of the samples, and return the rows of the answer."""
    monkeypatch.setenv("AMITY_REGISTER", str(samples_file))
    monkeypatch.delenv("AMITY_HOME", raising=False)

    def rows(*words: str) -> list[Row]:
        monkeypatch.setattr("sys.argv", ["amity", *words, "--format", "csv"])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    return rows


@pytest.fixture(scope="session")
def gold(sample_gold: Gold) -> Gold:
    """The gold of each sample."""
    return sample_gold


@pytest.fixture(scope="session")
def across(shared: Path) -> dict[str, list[Any]]:
    """What several reports together say: ties, follow-through, conflicts."""
    found: dict[str, list[Any]] = {}
    for path in sorted((shared / "gold").glob("register-*.json")):
        for name, told in json.loads(path.read_text(encoding="utf-8")).items():
            told = {"no_later_evidence": told.get("no_later_evidence", [])} if isinstance(told, dict) else {name: told}
            for key, ones in told.items():
                found.setdefault(key, []).extend(ones)
    return found


def words(name: str) -> set[str]:
    return {word for word in fold(name).replace("(", " ").replace(")", " ").split() if word not in GENERAL}


def named(names: Iterable[str], shown: str) -> bool:
    """Tell whether a shown list of parties has a word of each name."""
    has = words(shown.replace(";", " ").replace("–", " "))
    return all(words(name) & has for name in names)


def share(found: Iterable[bool]) -> float:
    told = list(found)
    assert told
    return sum(told) / len(told)


def test_1_what_stands_between_two_at_what_stage(asked: Asked, across: dict[str, list[Any]]) -> None:
    rows = asked("ties")

    def answered(tie: dict[str, Any]) -> bool:
        found = [row for row in rows if row["kind"] == tie["kind"] and named(tie["between"], f"{row['one_name']} {row['other_name']}")]
        last = max(one["as_of"] for one in across["ties"] if one["between"] == tie["between"])
        return any(row["stage"] == tie["stage"] or tie["as_of"] < last for row in found)

    assert share(map(answered, across["ties"])) >= 0.8


def test_2_which_instruments_expire(asked: Asked, gold: Gold) -> None:
    periods = [one for told in gold.values() for one in told["instruments"] if one.get("to") and one["status"] == "signed"]

    def answered(one: dict[str, Any]) -> bool:
        year = one["to"][:4]
        rows = asked("due", "--as-of", f"{year}-01-01", "--within", "365", "--kind", "period_ends")
        return any(row["day"].startswith(year) and named(one["parties"], row["parties"]) for row in rows)

    assert share(map(answered, periods)) >= 0.8


def test_3_what_did_they_promise_what_did_we_ask_who_answered(asked: Asked, gold: Gold) -> None:
    rows = [*asked("ledger", "Yunnan", "Cambodia", *DAY), *asked("ledger", "Zhangjiajie", "Laos", *DAY)]
    links = [
        (told["statements"][ask], answer)
        for name in ("mk-02", "mk-10")
        for answer in gold[name]["statements"]
        for ask in answer.get("answers", ())
        if (told := gold[name])
    ]

    def answered(link: tuple[dict[str, Any], dict[str, Any]]) -> bool:
        ask, answer = link
        return any(has(ask["terms"], row["ask"]) and has(answer["terms"], row["answers"]) for row in rows)

    assert len(links) >= 2
    assert share(map(answered, links)) >= 0.6


def has(terms: Iterable[str], shown: str) -> bool:
    return any(fold(term) in fold(shown) for term in terms)


def test_3_answers_of_the_whole_gold(shared: Path, sample_readings: list[dict[str, Any]]) -> None:
    sources = [str(path) for path in sorted((shared / "seeds").glob("0*.txt"))]
    seeds = [to_object(read_loaded(item)[1]) for item in load(sources, {}, None) if isinstance(item, Loaded)]
    both = [evaluate(load_gold(shared / "gold" / name), read) for name, read in (("samples", sample_readings), ("seeds", seeds))]
    links = [score.layers["answers"] for score in both]
    paired = sum(one.paired for one in links)
    assert paired / sum(one.gold for one in links) >= 0.6
    assert paired / sum(one.read for one in links) >= 0.8


def test_4_which_commitments_are_overdue_or_lack_evidence(asked: Asked, across: dict[str, list[Any]], gold: Gold) -> None:
    silent = asked("due", "--as-of", "2026-12-31", "--kind", "no_reports_since", "--kind", "due_passed")
    graded = [one for one in across["follow_through"] if one["status"] == "fulfilled"]
    assert silent
    assert all(row["derived"] == "yes" and "searched since: " in row["because"] for row in silent)
    listed = [any(has(statement(gold, one["commitment"])["terms"], row["label"]) for row in silent) for one in graded]
    assert share(not one for one in listed) >= 0.8
    unheard = [statement(gold, spot) for spot in across["no_later_evidence"]]
    assert share(any(has(one["terms"], row["label"]) for row in silent) for one in unheard if one["force"] >= 4) >= 0.5


def statement(gold: Gold, spot: str) -> dict[str, Any]:
    name, _, number = spot.partition("#s")
    found: dict[str, Any] = gold[name]["statements"][int(number)]
    return found


def test_5_brief_me_before_the_meeting(asked: Asked, gold: Gold) -> None:
    held = [row for row in asked("people", "--party", "Lang Son") if row["posts"]]
    told = [one for one in gold["mk-17"]["people"] if one.get("post")]
    assert share(any(words(one["name"]) <= words(row["label"]) for row in held) for one in told) >= 0.5


def test_6_which_letters_of_intent_became_agreements_how_fast(asked: Asked, gold: Gold) -> None:
    rows = asked("stats", "--by", "intents", *DAY)
    letters = [one for told in gold.values() for one in told["instruments"] if one["type"] == "letter_of_intent" and one["signed_on"]]
    assert share(any(named(one["parties"], row["parties"]) for row in rows) for one in letters) >= 0.6
    (became,) = [row for row in rows if row["became"]]
    assert named(["Zhangjiajie", "Luang Prabang"], became["parties"])
    agreed = [one for one in gold["mk-03"]["instruments"] if one["type"] == "friendly_city_agreement"]
    assert became["became_on"] == agreed[0]["signed_on"]
    assert (became["signed_on"], became["exact"]) == ("2019-12", "no")
    assert 0 < int(became["days"]) <= 367


def test_7_who_leads_exchanges_by_sector_and_year(asked: Asked, gold: Gold) -> None:
    rows = asked("stats", "--by", "leaders", *DAY)
    held = [event for event in gold["wd-01"]["events"] if event["status"] == "held" and (event["date"] or "").startswith("2025")]
    leading = [row for row in rows if (row["sector"], row["year"]) == ("border", "2025")]
    assert held
    assert {row["actor"] for row in leading[:2]} == {"Kyrgyzstan", "Tajikistan"}
    assert all(int(row["exchanges"]) >= len(held) - 1 for row in leading[:2])


def test_8_did_the_committee_meet(asked: Asked, gold: Gold) -> None:
    rows = asked("sessions", *DAY)
    bodies = [one for told in gold.values() for one in told["mechanisms"]]
    assert share(any(has(one["terms"], row["label"]) for row in rows) for one in bodies) >= 0.6
    dated = [one for told in gold.values() for one in told["events"] if one["type"] == "committee_session" and one["date"]]
    assert dated
    assert all(any(one["date"] in row["held"] for row in rows) for one in dated)
    assert all(row["verdict"] for row in rows)


def test_9_do_outlets_or_sides_differ(asked: Asked, across: dict[str, list[Any]]) -> None:
    rows = asked("conflicts")

    def answered(conflict: dict[str, Any]) -> bool:
        return any(all(f"/{doc}.txt" in row["claims"] for doc in conflict["docs"]) for row in rows)

    assert share(map(answered, across["conflicts"])) >= 0.5


def test_10_the_sentence_behind_a_claim_and_what_changed_since(asked: Asked, across: dict[str, list[Any]], gold: Gold) -> None:
    later = [one for one in across["follow_through"] if one["commitment"] in ("wd-01#s3", "mk-17#s4", "mk-13#s9")]
    assert later
    found = 0
    for one in later:
        promised = statement(gold, one["commitment"])
        own = [row for row in asked("commitments") if has(promised["terms"], row["label"])]
        changed = asked("changes", own[0]["id"], "--since", own[0]["day"]) if own else []
        found += any(row["kind"] == "follow through" and has(one["terms"], row["quote"]) for row in changed)
    assert found / len(later) >= 0.5


def test_11_our_yearly_report(asked: Asked, gold: Gold) -> None:
    rows = asked("report", "--home", "Hanoi", "--year", "2022", *DAY)
    signed = [one for one in gold["mk-05"]["instruments"] if (one["signed_on"] or "").startswith("2022")]
    assert signed
    assert all(any(row["figure"] == "Signed" and row["day"] == one["signed_on"] for row in rows) for one in signed)
    visits = [one for one in gold["mk-05"]["events"] if one["status"] == "held" and one["place"] == "Vientiane"]
    assert visits
    assert any(row["figure"] == "Delegations out" and row["day"].startswith(visits[0]["date"][:10]) for row in rows)
    winnipeg = asked("report", "--home", "Winnipeg", "--year", "2023", *DAY)
    assert {(row["figure"], row["day"]) for row in winnipeg} >= {("Signed", "2023-11-22"), ("Delegations in", "2023-11-22")}
    assert any(row["figure"] == "In force" and "until 2073" in row["how"] for row in winnipeg)
