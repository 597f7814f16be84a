"""What programs rely on: ETags, the OpenAPI document, one shape of errors."""

import httpx
import pytest

from amity.register.queries.listing import LISTINGS


@pytest.mark.parametrize("path", ["/api/ties", "/actors.csv", "/api/openapi.json"])
def test_who_has_an_answer_is_not_sent_it_again(client: httpx.Client, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_the_document_names_every_list_with_its_filters(client: httpx.Client) -> None:
    told = client.get("/api/openapi.json").json()
    for name, listing in LISTINGS.items():
        given = {one["name"] for one in told["paths"][f"/api/{name}"]["get"]["parameters"]}
        assert {"sort", "after", "limit", "checked_only"} <= given
        assert len(given) == len(listing.filters) + 4
        assert f"/{name}.csv" in told["paths"]


def test_wrong_numbers_and_foreign_hosts_are_told_in_one_shape(client: httpx.Client) -> None:
    for answer in (client.get("/api/ties?limit=x"), client.get("/api/ties", headers={"host": "evil.example"})):
        assert set(answer.json()["error"]) == {"status", "message"}
        assert answer.json()["error"]["status"] == answer.status_code


def test_what_is_not_checked_only_leaves_all(client: httpx.Client) -> None:
    assert client.get("/api/events?checked_only=false").json() == client.get("/api/events").json()
