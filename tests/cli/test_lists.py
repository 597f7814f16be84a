"""`amity actors`, `events`, `commitments` and the other lists, on the register of the bundled samples."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from amity.cli.lists import LISTS
from amity.register.queries.listing import LISTINGS
from tests.cli.conftest import Amity, Done

ORDERS = [(name, sort) for name, listing in LISTINGS.items() for sort in listing.sorts]


def test_every_list_is_a_command() -> None:
    assert LISTS.keys() == LISTINGS.keys()
    assert {name: listing.about for name, listing in LISTINGS.items()} == LISTS


@pytest.mark.parametrize("name", LISTINGS)
def test_all_formats_parse_back_to_the_same_rows(amity: Amity, name: str) -> None:
    rows = amity(name, "--format", "jsonl").lines
    assert rows
    assert json.loads(amity(name, "--format", "json").out) == rows
    table = list(csv.DictReader(io.StringIO(amity(name, "--format", "csv").out)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert list(table[0]) == list(rows[0])


@pytest.mark.parametrize("name", LISTINGS)
def test_a_table_names_each_row(amity: Amity, name: str) -> None:
    rows = amity(name, "--format", "jsonl", "--limit", 5).lines
    done = amity(name, "--limit", 5)
    assert done.code == 0
    assert all(row["id"][:19] in done.out for row in rows)


@pytest.mark.parametrize(("name", "sort"), ORDERS)
def test_pages_give_every_row_once(amity: Amity, name: str, sort: str) -> None:
    whole = [row["id"] for row in amity(name, "--format", "jsonl", "--sort", sort).lines]
    found, cursor = list[str](), ["--limit", "7"]
    for _ in range(len(whole)):
        done = amity(name, "--format", "jsonl", "--sort", sort, *cursor)
        found += [row["id"] for row in done.lines]
        if "--after" not in done.err:
            break
        cursor = ["--limit", "7", "--after", done.err.split("--after ")[1].strip()]
    assert found == whole
    assert len(set(found)) == len(found)


def test_a_table_says_what_it_leaves_out(amity: Amity) -> None:
    whole = len(amity("requests", "--format", "jsonl").lines)
    assert f"amity: 7 of {whole} requests; the next: --after " in amity("requests", "--limit", 7).err
    assert f"amity: 50 of {whole} requests; the next: --after " in amity("requests").err
    assert amity("requests", "--limit", whole).err == ""


@pytest.mark.parametrize("name", LISTINGS)
def test_facets_add_up(amity: Amity, name: str) -> None:
    rows = amity(name, "--format", "jsonl").lines
    counted: dict[str, dict[str, int]] = {}
    for row in amity(name, "--facets", "--format", "jsonl").lines:
        counted.setdefault(row["facet"], {})[row["value"]] = row["count"]
    assert set(counted) <= set(LISTINGS[name].facets)
    for facet, values in counted.items():
        if facet in rows[0] and name != "actors":
            told = [str(row[facet]) for row in rows if row[facet] is not None]
            assert values == {value: told.count(value) for value in set(told)}


def test_facets_count_what_the_filters_leave(amity: Amity) -> None:
    rows = amity("statements", "--sector", "border", "--format", "jsonl").lines
    counted = amity("statements", "--sector", "border", "--facets", "--format", "jsonl").lines
    forces = {row["value"]: row["count"] for row in counted if row["facet"] == "force"}
    assert sum(forces.values()) == len(rows)
    assert forces["5"] == len([row for row in rows if row["force"] == 5])


def values(done: Done, name: str) -> set[Any]:
    assert done.code == 0
    return {row[name] for row in done.lines}


FILTERS: list[tuple[str, Callable[[dict[str, Any]], bool]]] = [
    ("events --kind signing", lambda row: row["kind"] == "signing"),
    ("events --status planned", lambda row: row["status"] == "planned"),
    ("events --mode online", lambda row: row["mode"] == "online"),
    ("instruments --kind mou --kind treaty", lambda row: row["kind"] in ("mou", "treaty")),
    ("instruments --status in_effect", lambda row: row["status"] == "in_effect"),
    ("actors --country VN", lambda row: row["country"] == "VN"),
    ("actors --kind province", lambda row: row["kind"] == "province"),
    ("statements --force 4-6", lambda row: 4 <= row["force"] <= 6),
    ("statements --force 2", lambda row: row["force"] == 2),
    ("statements --specificity measurable", lambda row: row["specificity"] == "measurable"),
    ("statements --sector border", lambda row: "border" in row["sectors"]),
    ("commitments --status open", lambda row: row["status"] not in ("fulfilled", "abandoned", "superseded")),
    ("statements --confidence high", lambda row: row["confidence"] == "high"),
    ("commitments --confidence medium", lambda row: row["confidence"] in ("medium", "high")),
    ("projects --status completed", lambda row: row["status"] == "completed"),
    ("ties --stage established --kind friendly_city", lambda row: (row["stage"], row["kind"]) == ("established", "friendly_city")),
    ("conflicts --kind instrument", lambda row: row["kind"] == "instrument"),
    ("documents --from 2023-06 --to 2023", lambda row: "2023-06" <= row["told"] <= "2023-12-31"),
    ("documents --source newspaper", lambda row: row["publisher"] == "newspaper"),
    ("events --from 2025-03-31 --to 2025-03-31", lambda row: row["begins"] == "2025-03-31"),
]


@pytest.mark.parametrize(("words", "holds"), FILTERS, ids=[words for words, _ in FILTERS])
def test_a_filter_gives_all_that_fits_and_nothing_else(amity: Amity, words: str, holds: Callable[[dict[str, Any]], bool]) -> None:
    name, *options = words.split()
    found = amity(name, *options, "--format", "jsonl").lines
    assert found
    assert found == [row for row in amity(name, "--format", "jsonl").lines if holds(row)]


def test_a_party_is_named_by_name_other_name_or_id(amity: Amity) -> None:
    (guangxi,) = [row for row in amity("actors", "--format", "jsonl").lines if row["label"] == "Guangxi Zhuang Autonomous Region"]
    told = {
        name: values(amity("commitments", "--party", name, "--format", "jsonl"), "id") for name in ("Guangxi", "guangxi", guangxi["id"])
    }
    assert told["Guangxi"]
    assert told["Guangxi"] == told["guangxi"] == told[guangxi["id"]]


def test_all_parties_take_part(amity: Amity) -> None:
    rows = amity("instruments", "--party", "Kyrgyzstan", "--party", "Tajikistan", "--format", "jsonl").lines
    assert {"border treaty"} <= {row["label"] for row in rows}
    assert all({"Kyrgyzstan", "Tajikistan"} <= set(row["parties"]) for row in rows)


def test_a_place_means_all_that_lies_in_it(amity: Amity) -> None:
    inside = values(amity("instruments", "--party", "Hanoi", "--format", "jsonl"), "id")
    assert inside
    assert inside <= values(amity("instruments", "--party", "Vietnam", "--format", "jsonl"), "id")


def test_people_of_a_place_hold_posts_there(amity: Amity) -> None:
    rows = amity("people", "--party", "Kharkiv", "--format", "jsonl").lines
    assert {"Ihor Terekhov", "Oleksandr Novak"} <= {row["label"] for row in rows}
    assert all(any("Kharkiv" in post for post in row["posts"]) for row in rows)


def test_a_persons_events_are_found(amity: Amity) -> None:
    rows = amity("events", "--person", "Dinh Tien Dung", "--format", "jsonl").lines
    assert {"Hanoi", "Vientiane"} <= {party for row in rows for party in row["parties"]}


def test_conflicts_show_the_claims_beside_each_other(amity: Amity) -> None:
    rows = amity("conflicts", "--party", "Leeds", "--format", "jsonl").lines
    (stage,) = [row for row in rows if row["field"] == "stage"]
    assert [claim["value"] for claim in stage["claims"]] == ["denied", "established"]
    assert all(claim["quote"] and claim["publisher"] for claim in stage["claims"])
    shown = amity("conflicts", "--party", "Leeds").out
    assert "denied: city website, 2023-12-06" in shown
    assert "established: local news site, 2023-12-08" in shown


def test_requests_name_what_answers_them(amity: Amity) -> None:
    rows = amity("requests", "--format", "jsonl").lines
    answered = {answer for row in rows for answer in row["answered_by"]}
    assert answered
    assert answered <= values(amity("statements", "--format", "jsonl"), "id")


def test_nothing_found_is_said(amity: Amity) -> None:
    done = amity("events", "--status", "cancelled", "--from", "1950", "--to", "1951")
    assert (done.code, done.out) == (0, "")
    assert "no events like that; leave out a filter" in done.err
    assert amity("events", "--status", "cancelled", "--format", "json").out.split() == ["[", "]"]


WRONG = [
    ("events --party Atlantis", "Atlantis: the register has no party of this name"),
    ("events --party Guangsi", "near: "),
    ("events --person Nobody", "Nobody: the register has no person of this name"),
    ("events --party evt-1", "evt-1: this is no actor but one of the events"),
    ("events --party act-99999", "act-99999: the register has no such id"),
    ("events --place Atlantis", "Atlantis: the register knows no place of this name"),
    ("events --kind party", "--kind party: no such kind among events; there are "),
    ("instruments --status held", "--status held: no such status among instruments"),
    ("commitments --status done", "--status done: no such status"),
    ("statements --sector trades", "--sector trades: no such sector among statements; there are "),
    ("statements --force 7", "--force 7: not a force"),
    ("statements --force high", "--force high: not a force"),
    ("ties --stage engaged", "--stage engaged: no such stage among ties"),
    ("events --from yesterday", "--from yesterday: not a day, month or year"),
    ("events --to 2024-1-1", "--to 2024-1-1: not a day, month or year"),
    ("events --state good", "--state good: not a state"),
    ("events --confidence sure", "--confidence sure: not a confidence"),
    ("events --sort size", "--sort size: events are sorted by"),
    ("events --after nonsense", "--after nonsense: no cursor"),
    ("events --force 4", "--force: events cannot be filtered by it; they take party"),
    ("documents --kind mou", "--kind: documents cannot be filtered by it"),
    ("ties --sector trade", "--sector: ties cannot be filtered by it"),
]


@pytest.mark.parametrize(("words", "reason"), WRONG, ids=[words for words, _ in WRONG])
def test_what_makes_no_sense_is_refused_in_one_line(amity: Amity, one_line: Callable[[Done], str], words: str, reason: str) -> None:
    assert reason in one_line(amity(*words.split(), "--format", "jsonl"))


def test_a_cursor_of_another_order_is_refused(amity: Amity, one_line: Callable[[Done], str]) -> None:
    cursor = amity("events", "--limit", 3).err.split("--after ")[1].strip()
    assert "a cursor of another order (-day)" in one_line(amity("events", "--limit", 3, "--sort", "day", "--after", cursor))
