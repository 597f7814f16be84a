"""Every page of the sample register answers, as a page and as data."""

import httpx
import pytest

from amity.register.queries.listing import LISTINGS

OTHERS = (
    "/", "/search?q=Hanoi", "/add", "/review", "/log", "/enter", "/enter/statement", "/import", "/due", "/report?home=Hanoi&year=2022",
    "/report", "/stats", "/sessions", "/changes", "/changes?since=2024", "/settings", "/calendar?month=2025-03", "/audit?kind=events&n=3",
    "/compare?actor=Hanoi&actor=Vientiane", "/method", "/pair/Hanoi/Vientiane", "/pair/Hanoi", "/ledger/Hanoi/Vientiane",
    "/things/act-1/timeline",
)  # fmt: skip


@pytest.mark.parametrize("path", [*OTHERS, *(f"/{name}" for name in LISTINGS)])
def test_a_page_answers_with_a_heading(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1


@pytest.mark.parametrize("name", LISTINGS)
def test_rows_of_a_list_lead_to_pages_of_their_own(client: httpx.Client, name: str) -> None:
    rows = client.get(f"/api/{name}").json()["rows"]
    assert rows
    place = "documents" if name == "documents" else "things"
    for row in rows[:3]:
        assert client.get(f"/{place}/{row['id']}").status_code == 200


def test_pages_of_a_list_follow_one_another_until_all_rows_were_given(client: httpx.Client) -> None:
    path, found = "/api/statements?limit=50", []
    while path:
        answer = client.get(path)
        found += [row["id"] for row in answer.json()["rows"]]
        path = answer.links.get("next", {}).get("url", "")
    assert len(found) == len(set(found)) == answer.json()["total"]


def test_a_list_is_exported_whole_with_its_filters(client: httpx.Client) -> None:
    lines = client.get("/commitments.csv?party=Hanoi").text.splitlines()
    assert len(lines) - 1 == client.get("/api/commitments?party=Hanoi").json()["total"]


def test_facets_narrow_a_list(client: httpx.Client) -> None:
    assert client.get("/api/events?kind=meeting").json()["total"] < client.get("/api/events").json()["total"]
    assert "kind: meeting" in client.get("/events?kind=meeting").text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nothing", 404, "There is no page"),
        ("/things/act-999999", 400, "act-999999"),
        ("/commitments?force=9", 400, "not a force"),
        ("/commitments?after=x", 400, "no cursor"),
        ("/search?q=!!", 400, "no words"),
        ("/map.svg?frame=1,2", 400, "not a frame"),
    ],
)
def test_what_makes_no_sense_is_told(client: httpx.Client, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.text


def test_programs_are_told_in_one_shape(client: httpx.Client) -> None:
    answer = client.get("/api/commitments?force=9")
    assert answer.status_code == 400
    assert set(answer.json()["error"]) == {"status", "message"}
