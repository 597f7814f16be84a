"""`amity show`, `amity why` and `amity search`, on the register of the bundled samples."""

import json
from collections.abc import Callable

import pytest

from amity.register.queries.listing import LISTINGS
from tests.cli.conftest import Amity, Done


def ids(amity: Amity, name: str, *options: str) -> list[str]:
    return [row["id"] for row in amity(name, *options, "--format", "jsonl").lines]


def labelled(amity: Amity, name: str, label: str) -> str:
    return next(row["id"] for row in amity(name, "--format", "jsonl").lines if row["label"] == label)


@pytest.mark.parametrize("name", LISTINGS)
def test_everything_that_is_listed_can_be_shown(amity: Amity, name: str) -> None:
    for one in ids(amity, name):
        shown = amity("show", one)
        assert shown.code == 0
        assert shown.out.startswith(one)
        (told,) = amity("show", one, "--format", "jsonl").lines
        assert told["id"] == one
        assert json.loads(amity("show", one, "--format", "json").out) == [told]


@pytest.mark.parametrize("name", [name for name, listing in LISTINGS.items() if listing.layer])
def test_every_report_of_a_thing_has_its_words_and_where_they_stand(amity: Amity, name: str) -> None:
    for one in ids(amity, name, "--limit", "10"):
        (told,) = amity("show", one, "--format", "jsonl").lines
        assert len(told["reports"]) == told["all_reports"]
        for report in told["reports"]:
            assert report["end"] - report["start"] == len(report["quote"])
            assert report["document"].startswith("sha256:")
            assert {"publisher", "told", "confidence", "fact"} <= set(report)


def test_a_treaty_is_shown_with_parties_history_and_citations(amity: Amity) -> None:
    shown = amity("show", labelled(amity, "instruments", "border treaty")).out
    assert "status: in effect" in shown
    assert "party: Kyrgyzstan (act-" in shown
    assert "2025-03-13  signed  “Kyrgyzstan and Tajikistan exchanged instruments" in shown
    assert "— news agency, 2025-03-13 (wd-01), characters 0 to 213" in shown
    assert "unchecked" not in shown


def test_a_city_is_shown_with_names_posts_and_ties(amity: Amity) -> None:
    shown = amity("show", labelled(amity, "actors", "Kharkiv")).out
    assert "names: Kharkiv; " in shown
    assert "Ihor Terekhov: mayor, Kharkiv — local news site, 2023-12-08 (wd-06)" in shown
    assert "Leeds – Kharkiv: friendly city, intent since 2023-12-06 (tie-" in shown


def test_a_commitment_is_shown_with_its_follow_through(amity: Amity) -> None:
    followed = ids(amity, "commitments", "--status", "fulfilled")
    assert followed
    for one in followed:
        shown = amity("show", one).out
        assert "Follow through" in shown
        assert "fulfilled (" in shown


def test_a_conflict_is_shown_with_both_sentences(amity: Amity) -> None:
    row = next(row for row in amity("conflicts", "--format", "jsonl").lines if row["kind"] == "figure")
    shown = " ".join(amity("show", row["id"]).out.split())
    assert all(claim["quote"] in shown for claim in row["claims"])


def test_a_document_is_named_by_the_beginning_of_its_id(amity: Amity, one_line: Callable[[Done], str]) -> None:
    whole = ids(amity, "documents")[0]
    assert amity("show", whole[:19]).out == amity("show", whole).out
    assert "the register has no such document" in one_line(amity("show", "sha256:00000000"))
    assert "more than one document begins so" in one_line(amity("show", "sha256:"))
    assert one_line(amity("show", whole[:9]))


def test_a_document_leads_to_its_copy(amity: Amity) -> None:
    shown = [amity("show", one, "--format", "jsonl").lines[0] for one in ids(amity, "documents")]
    copies = [told for told in shown if "copy_of" in told]
    assert len(copies) == 2
    assert {told["copy_of"] for told in copies} <= {told["id"] for told in shown}


UNKNOWN = [
    "act-99999",
    "evt-0",
    "xyz-1",
    "nonsense",
    "tie-1-2-bloc",
    "con-00000000",
    "",
    "'; drop table things; --",
    "act-1\x1b[31m",
    "%",
    "act-１",
]


@pytest.mark.parametrize("public", UNKNOWN)
def test_an_unknown_id_is_refused_in_one_line(amity: Amity, one_line: Callable[[Done], str], public: str) -> None:
    told = one_line(amity("show", public))
    assert "no such" in told or "no report tells of it" in told
    assert "\x1b" not in told
    assert one_line(amity("why", public, "act-1"))


def test_why_gives_the_grounds(amity: Amity) -> None:
    question = amity("review", "--format", "jsonl").lines[0]
    one, other = question["one"]["id"], question["other"]["id"]
    (told,) = amity("why", one, other, "--format", "jsonl").lines
    assert told["verdict"] == "in doubt"
    assert told["score"] == pytest.approx(sum(reason["points"] for reason in told["reasons"]))
    shown = amity("why", one, other).out
    assert shown.startswith(f"{one} and {other}: in doubt, {told['score']:g} points")
    assert all(sentence[:40] in shown for sentence in told["sentences"])


REFUSED = [
    ("act-1 act-1", "compared with itself"),
    ("act-1 evt-1", "are never one thing; give two of a kind"),
    ("ind-1 ind-2", "figures are not matched"),
]


@pytest.mark.parametrize(("words", "reason"), REFUSED)
def test_why_refuses_what_is_no_pair(amity: Amity, one_line: Callable[[Done], str], words: str, reason: str) -> None:
    assert reason in one_line(amity("why", *words.split()))


def test_search_finds_things_and_the_words_of_reports(amity: Amity) -> None:
    rows = amity("search", "border", "treaty", "--format", "jsonl").lines
    assert rows[0]["label"] == "border treaty"
    assert "[border] [treaty]" in next(row["words"] for row in rows if row["layer"] == "documents")
    assert amity("search", "kharkiv", "--format", "jsonl").lines == amity("search", "KHARKIV", "--format", "jsonl").lines
    assert {row["label"] for row in amity("search", "medellin", "--format", "jsonl").lines} >= {"Medellín"}
    assert len(amity("search", "khark*", "--format", "jsonl").lines) >= len(amity("search", "kharkiv", "--format", "jsonl").lines)
    assert amity("search", '"treaty border"', "--format", "jsonl").lines == []


MARKS = [
    "border'",
    '"border',
    "border)",
    "(border",
    "border OR",
    "border:",
    "layer:events",
    "-border",
    "^border",
    "border;--",
    "NEAR(border",
    "*border",
    "{border}",
]


@pytest.mark.parametrize("words", MARKS)
def test_marks_of_the_query_language_are_only_marks(amity: Amity, words: str) -> None:
    done = amity("search", "--", words)
    assert done.code == 0
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", ["*", "'", "--", '""', "( )", "\x00"])
def test_search_without_words_is_refused(amity: Amity, one_line: Callable[[Done], str], words: str) -> None:
    assert "no words to look for; give letters or digits" in one_line(amity("search", "--", words))


def test_search_that_finds_nothing_says_so(amity: Amity) -> None:
    done = amity("search", "zyzzyva")
    assert (done.code, done.out) == (0, "")
    assert "nothing holds 'zyzzyva'" in done.err
