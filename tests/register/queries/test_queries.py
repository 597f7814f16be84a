"""Queries of the register as programs ask them: filters, pages, search, one thing, upkeep."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.register import open_register
from amity.register.queries.details import show
from amity.register.queries.filters import OPEN, Filters
from amity.register.queries.history import entries
from amity.register.queries.keeping import alone, copies, current_ids, kept_texts
from amity.register.queries.listing import LISTINGS
from amity.register.queries.naming import actors_named, document_called, places_named
from amity.register.queries.pages import everything, facets, page
from amity.register.queries.reviewing import queue
from amity.register.queries.searching import asked, search


@pytest.fixture(scope="module")
def connection(samples_file: Path) -> Iterator[Connection]:
    with open_register(samples_file) as register, register.reading() as opened:
        yield opened


def test_filters_that_are_given_are_told() -> None:
    assert Filters().given() == ()
    assert Filters(party=("Leeds",), start="2024").given() == ("party", "start")


@pytest.mark.parametrize("name", LISTINGS)
def test_a_page_counts_all_rows(connection: Connection, name: str) -> None:
    listing = LISTINGS[name]
    whole = list(everything(connection, listing, Filters()))
    first = page(connection, listing, Filters(), limit=3)
    assert (first.total, first.more, first.rows) == (len(whole), False, whole[:3])
    last = page(connection, listing, Filters(), limit=len(whole))
    assert (last.after, last.rows) == (None, whole)


@pytest.mark.parametrize("name", LISTINGS)
def test_rows_of_a_list_have_the_same_fields(connection: Connection, name: str) -> None:
    rows = list(everything(connection, LISTINGS[name], Filters()))
    assert len({tuple(row) for row in rows}) == 1
    assert set(LISTINGS[name].columns) <= set(rows[0])


@pytest.mark.parametrize("name", LISTINGS)
def test_every_row_is_in_its_order(connection: Connection, name: str) -> None:
    listing = LISTINGS[name]
    for sort in listing.sorts:
        column = sort.lstrip("-")
        rows = list(everything(connection, listing, Filters(), sort=sort))
        if column in rows[0]:
            told = [row[column] or "" for row in rows]
            assert told == sorted(told, reverse=sort.startswith("-"))


def test_open_is_all_but_done_and_dropped(connection: Connection) -> None:
    rows = everything(connection, LISTINGS["commitments"], Filters(status=("open",)))
    assert {row["status"] for row in rows} <= set(OPEN)
    counted = facets(connection, LISTINGS["commitments"], Filters(status=("open",)))["status"]
    assert "fulfilled" not in counted


def test_kept_counts_are_those_that_are_counted(connection: Connection) -> None:
    for name in ("events", "instruments", "statements", "projects"):
        kept = facets(connection, LISTINGS[name], Filters())
        counted = facets(connection, LISTINGS[name], Filters(confidence="low"))
        assert kept == {facet: dict(values) for facet, values in counted.items()}


def test_names_mean_actors_and_what_lies_in_them(connection: Connection) -> None:
    hanoi = actors_named(connection, "Hanoi", persons=False)
    assert hanoi & actors_named(connection, "Vietnam", persons=False)
    assert places_named(connection, "Vietnam") == {"VN"}
    with pytest.raises(UsageError, match="no person of this name"):
        actors_named(connection, "Hanoi", persons=True)


def test_documents_are_named_by_enough_of_their_id(connection: Connection) -> None:
    first = current_ids(connection)[0]
    assert document_called(connection, first) == document_called(connection, first[:15]) == first
    for told in (first[:14], "sha256:", "", first + "0", "sha256:%"):
        with pytest.raises(UsageError):
            document_called(connection, told)


def test_what_is_shown_leads_to_its_evidence(connection: Connection) -> None:
    texts = {document.id: text for document, text in kept_texts(connection, current_ids(connection))}
    assert len(texts) == 44
    for name in ("events", "instruments", "commitments", "people"):
        for row in page(connection, LISTINGS[name], Filters(), limit=10).rows:
            for report in show(connection, row["id"])["reports"]:
                assert texts[report["document"]][report["start"] : report["end"]] == report["quote"]


def test_history_and_follow_through_name_their_reports(connection: Connection) -> None:
    for row in everything(connection, LISTINGS["instruments"], Filters()):
        assert all(one["document"] and one["path"] for one in show(connection, row["id"])["history"])
    for row in everything(connection, LISTINGS["commitments"], Filters(status=("fulfilled",))):
        assert all(one["quote"] and one["path"] for one in show(connection, row["id"])["follow_through"])


def test_words_are_asked_as_words() -> None:
    assert asked('smart gate* "two words" don\'t') == '"smart" "gate"* "two words" "don t"'
    with pytest.raises(UsageError, match="no words to look for"):
        asked("?!")


def test_search_is_limited(connection: Connection) -> None:
    found = search(connection, "border", limit=2)
    assert [row["layer"] for row in found].count("documents") == 2
    assert len(found) == 4


def test_the_queue_is_by_likeness(connection: Connection) -> None:
    found = queue(connection, limit=500)
    kinds = [one["question"] == "same or different?" for one in found]
    assert kinds == sorted(kinds, reverse=True)
    for kind in (True, False):
        scores = [one["score"] for one, is_pair in zip(found, kinds, strict=True) if is_pair is kind]
        assert scores and scores == sorted(scores, reverse=True)
    assert queue(connection, limit=1) == found[:1]
    with pytest.raises(UsageError, match="layer rivers"):
        queue(connection, layer="rivers")


def test_what_came_of_promises_waits_with_the_reports_words(connection: Connection) -> None:
    asked = [one for one in queue(connection, layer="statements", limit=500) if one["question"] != "same or different?"]
    assert {one["question"] for one in asked} >= {"fulfilled?"}
    for one in asked:
        assert one["one"]["id"].startswith("sta-") and one["one"]["quote"]
        assert one["other"]["id"].startswith("sha256:") and one["other"]["quote"]


def test_the_log_is_read_from_its_end(connection: Connection) -> None:
    told = list(entries(connection))
    assert [one["number"] for one in told] == list(range(44, 0, -1))
    assert list(entries(connection, 3)) == told[:3]
    assert {(one["by"], one["kind"]) for one in told} == {("Ann", "add")}


def test_upkeep_counts_copies_and_what_a_report_alone_tells(connection: Connection) -> None:
    assert copies(connection) == 2
    ids = current_ids(connection)
    found = [alone(connection, one) for one in ids]
    assert all(0 <= one.things <= one.facts for one in found)
    assert sum(one.facts for one in found) > sum(one.things for one in found) > 0
