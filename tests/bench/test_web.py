"""The pages' bench on the sample register and on a few made-up reports: what it asks for, and that each page answers."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import httpx
import pytest

from amity.register import open_register
from bench import web
from bench.register_reports import reports


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "few.db"
    with open_register(path) as made:
        made.add(one.reading for one in islice(reports(seed=3, actors=40), 12))
    return path


@pytest.fixture(scope="module")
def wanted(register: Path) -> dict[str, list[str]]:
    with open_register(register) as opened, opened.reading() as connection:
        return web.addresses(web.draw(connection, 5))


@pytest.fixture(scope="module")
def client(register: Path) -> Iterator[httpx.Client]:
    with web.served(register) as address, httpx.Client(base_url=address, timeout=60, follow_redirects=True) as asking:
        yield asking


def test_the_same_seed_draws_the_same_addresses(register: Path, wanted: dict[str, list[str]]) -> None:
    with open_register(register) as opened, opened.reading() as connection:
        assert web.addresses(web.draw(connection, 5)) == wanted
        assert web.addresses(web.draw(connection, 5, seed=2)) != wanted


def test_every_kind_of_page_has_addresses(wanted: dict[str, list[str]]) -> None:
    assert {"home", "list", "thing", "actor", "pair", "document", "search", "report"} <= set(wanted)
    assert all(wanted.values())


def test_each_page_gets_a_figure_with_its_goal(client: httpx.Client, wanted: dict[str, list[str]]) -> None:
    found = list(web.pages(client, {name: wanted[name] for name in ("home", "pair", "document")}, 2))
    assert [one.goal for one in found] == ["≤ 100 ms", "≤ 300 ms", "≤ 100 ms"]
    assert all(one.shown.endswith(" ms") for one in found)


def test_home_is_sent_compressed(client: httpx.Client) -> None:
    assert client.get("/").headers["content-encoding"] == "gzip"
    whole = len(client.get("/").content) / 1024
    assert float(web.sent(client).shown.removesuffix(" KB")) < whole / 2


def test_a_page_that_fails_ends_the_bench(client: httpx.Client) -> None:
    with pytest.raises(httpx.HTTPStatusError):
        web.asked(client, ["/nothing"], 1)


def test_the_95th_percentile_is_of_the_slow_ones() -> None:
    assert web.slowest([one / 1000 for one in range(1, 101)]) == pytest.approx(95)
    assert web.slowest([0.004]) == pytest.approx(4)


def test_without_a_register_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["bench.web"])
    with pytest.raises(SystemExit, match=r"bench\.web REGISTER"):
        web.main()
