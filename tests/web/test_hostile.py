"""Requests that no page of ours makes: each is answered with what is wrong and the way out, none breaks anything."""

import base64
import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest

from amity.web.uploads import LONGEST, own_name
from tests.web.conftest import LONG

MANY = quote(" ".join(["a*"] * 3_000))
NINES = "9" * 5_000


def cursor(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


ODD = {
    f"/actors?after={cursor('-documents', 1, 10**30)}": "no cursor",
    f"/actors?after={cursor('-documents', 10**30, 1)}": "no cursor",
    f"/events?after={cursor('-day', float('nan'), 1)}": "no cursor",
    "/actors?after=%ff": "no cursor",
    "/actors?sort=x": "are sorted by",
    "/api/events?limit=nan": "limit:",
    "/events?kind=%00": "no such kind",
    "/events?kind=%ff%fe": "no such kind",
    "/events?party=%ED%A0%80": "no party of this name",
    f"/events?party={'x' * 20_000}": "no party of this name",
    f"/events?{'&'.join(['party=Hanoi'] * 1_500)}": "1500 filters at once; give 100",
    f"/actors.csv?{'&'.join(['source=x'] * 101)}": "101 filters at once",
    "/statements?force=-1": "from 0 to 6",
    "/search?q=%00": "no words to look for",
    "/search?q=%22%22%22": "no words to look for",
    f"/search?q={MANY}": "3,000 words; give 50",
    "/calendar?month=9999-12": "write 2024-11",
    "/calendar?month=0001-01": "write 2024-11",
    "/calendar?month=2024-11-07": "write 2024-11",
    "/calendar?month=x": "write 2024-11",
    "/due?within=99999999": "within:",
    "/due?as_of=x": "write 2024-11-07",
    "/report?year=99999999999999999999&home=Hanoi": "write four digits",
    f"/audit?kind=events&seed={NINES}": "seed:",
    "/map.svg?frame=nan,nan,nan,nan": "not a frame",
    "/map.svg?frame=0,0,inf,90": "not a frame",
    "/things/act-1%00": "no such id",
    f"/things/act-{NINES}": "no such id",
    "/files/..%2f..%2fetc%2fpasswd": "There is no page",
    "/files/%25%25%25%25%25%25%25%25%25": "no such file",
    "/static/..%2f..%2fapp.py": "There is no page",
    "/static/%2e%2e/app.py": "There is no page",
    "/static/%00": "There is no page",
    "/import/template/..%2f..%2fx": "There is no page",
    f"/add/{'9' * 30}": "There is no order",
}


@pytest.mark.parametrize("path", ODD, ids=[path[:60] for path in ODD])
def test_odd_addresses_are_told(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404), answer.text
    assert ODD[path] in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    ["/search?q=AND OR NOT NEAR(a b)", "/search?q=title:x ^a -b +c (d {e}", f"/search?q={'a' * 60_000}", f"/suggest?q={MANY}",
     f"/actors?after={cursor('-documents', 5, 10**18)}", "/api/events?limit=99999999999999999999999", "/api/events?limit=-5",
     f"/review?at={'9' * 30}", "/review?at=-1", "//evil.example/", "/map.svg?frame=0,0,1e-300,1e-300",
     "/due?as_of=9999-12-31&within=36500&silent=true&everyone=true", "/sessions?as_of=0001-01-01"],
)  # fmt: skip
def test_odd_addresses_that_mean_something_work(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("words", [f"{NINES}-1", "5-2", f"0-{NINES}", "²-³", "%00", "x"])
def test_words_that_a_report_does_not_have_mark_nothing(client: httpx.Client, words: str) -> None:
    document = client.get("/api/documents?limit=1").json()["rows"][0]["id"]
    answer = client.get(f"/documents/{document}?words={words}")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "cookie",
    ["amity_said=zz", f"amity_said={f'{NINES}|x'.encode().hex()}", "amity_said=ff", "amity_visit=é", "a=b; =; ;;;", "amity_days=|"],
)
def test_cookies_of_no_sense_are_as_none(site: str, cookie: str) -> None:
    answer = httpx.get(f"{site}/method", headers={"cookie": cookie.encode("latin-1")}, timeout=LONG / 1000)
    assert answer.status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "OPTIONS", "DELETE"])
def test_other_methods_are_refused_in_words(client: httpx.Client, method: str) -> None:
    answer = client.request(method, "/actors", content=b"x" if method != "OPTIONS" else None)
    assert answer.status_code == 405 and f"takes no {method}" in answer.text


@pytest.mark.parametrize("path", ["/", "/actors", "/api/ties", "/actors.csv", "/static/amity.css"])
def test_head_is_answered_as_get_without_the_body(client: httpx.Client, path: str) -> None:
    answer, whole = client.head(path), client.get(path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == whole.headers["content-type"]


class Own:
    """A site of one's own, with the token of its forms."""

    def __init__(self, asking: httpx.Client) -> None:
        self.asking = asking
        self.token = re.findall(r'name="token" value="(\w+)"', asking.get("/").text)[0]

    def send(self, path: str, **told: object) -> httpx.Response:
        return self.asking.post(path, data={"token": self.token, **told})  # type: ignore[arg-type]


@pytest.fixture
def own(own_site: str) -> Iterator[Own]:
    with httpx.Client(base_url=own_site, timeout=LONG / 1000) as asking:
        yield Own(asking)


def test_forms_that_make_no_sense_change_nothing(own: Own) -> None:
    before = own.asking.get("/api/things/ins-1").json()
    wrong = [
        ({"kind": "withdraw", "id": "ins-1"}, "kind:"),
        ({"kind": "attach", "id": "ins-1", "value": "x"}, "kind:"),
        ({"kind": "enter", "id": "ins-1"}, "kind:"),
        ({"kind": "confirm", "id": "\x00"}, "no such id"),
        ({"kind": "merge", "id": ["ins-1", "act-1"]}, "different kinds"),
        ({"kind": "correct", "id": "ins-1", "field": "title", "value": ""}, "nothing is said"),
        ({"kind": "correct", "id": "ins-1", "field": "title", "value": " \n"}, "nothing is said"),
        ({"kind": "correct", "id": "ins-1", "field": "title", "value": "x" * 100_000}, "1,000 at most"),
        ({"kind": "correct", "id": "ins-1", "field": "signed_on", "value": "2024-99-99"}, "no day of the calendar"),
        ({"kind": "correct", "id": "ins-1", "field": "parties", "value": "x"}, "no such field"),
    ]
    for told, said in wrong:
        answer = own.send("/decide", **told)
        assert answer.status_code == 400 and said in answer.text, told
    for number, said in (("9" * 30, "number"), ("-1", "number"), ("1", "no judgement"), (["999999", "999998"], "no judgement")):
        answer = own.send("/undo", number=number)
        assert answer.status_code == 400 and said in answer.text
    assert own.asking.get("/api/things/ins-1").json() == before


@pytest.mark.parametrize("to", ["//[", "http://[x", "\r\nSet-Cookie: x=y", "/\\evil.example", "javascript:alert(1)", "\x00", "/日本?x=é"])
def test_wherever_a_form_says_to_go_it_is_here(own: Own, to: str) -> None:
    answer = own.send("/decide", kind="confirm", id="ins-1", to=to)
    assert answer.status_code == 303
    there = answer.headers["location"]
    assert there.startswith("/") and not there.startswith(("//", "/\\")) and "\n" not in there
    assert "x=y" not in answer.headers.get("set-cookie", "")


def test_a_token_of_other_letters_is_no_token(own: Own) -> None:
    answer = own.asking.post("/decide", data={"kind": "confirm", "id": "ins-1", "token": "é" * 64})
    assert answer.status_code == 403 and "Load it again" in answer.text


@pytest.mark.parametrize(
    ("kind", "content", "status", "said"),
    [
        ("multipart/form-data", b"x", 400, "could not be read"),
        ("multipart/form-data; boundary=x", b"garbage", 400, "could not be read"),
        ("multipart/form-data; boundary=x; charset=unicode_escape", b"--x--", 403, "UTF-8"),
        ("application/x-www-form-urlencoded", b"\xff\xfe\x00&&&==", 403, "Load it again"),
        ("application/json", b"{}", 403, "Load it again"),
    ],
)
def test_bodies_that_are_no_form_are_told(client: httpx.Client, kind: str, content: bytes, status: int, said: str) -> None:
    answer = client.post("/decide", content=content, headers={"content-type": kind})
    assert answer.status_code == status and said in answer.text


NAMES = ["..", ".", "a/../../b.txt", "..\\..\\x.txt", f"{'é' * 300}.txt", "\x00.txt", "<img src=x>.txt", "=cmd|calc.txt", "a\nb.txt", " "]


@pytest.mark.parametrize("name", NAMES, ids=[ascii(name[:20]) for name in NAMES])
def test_files_of_any_name_are_taken_or_refused(own: Own, name: str) -> None:
    given = {"token": own.token}
    taken = own.asking.post("/add/files", data=given, files=[("files", (name, b""))])
    assert taken.status_code == 303
    for path, field in (("/import", "list_file"), ("/attach/act-1", "file"), ("/enter/tie", "file")):
        answer = own.asking.post(path, data=given, files=[(field, (name, b"no list"))])
        assert answer.status_code == 400
        assert "<img" not in answer.text and "amity-" not in answer.text.partition("<main")[2]


@pytest.mark.parametrize("name", [*NAMES, "", ".csv", f"x.{'y' * 300}", "日本" * 100 + ".xlsx", "report.pdf"])
def test_a_name_of_ours_is_in_the_folder_and_no_other(name: str) -> None:
    found = own_name(name)
    assert found and found not in (".", "..") and not set(found) & set("/\\\0\n")
    assert len(found.encode()) <= LONGEST
    assert not name.endswith((".txt", ".xlsx", ".pdf")) or found[-4:] == name[-4:]


def test_an_upload_too_many_is_told_and_none_is_read(own: Own) -> None:
    files = [("files", (f"{number}.txt", b"x")) for number in range(201)]
    answer = own.asking.post("/add/files", data={"token": own.token}, files=files)
    assert answer.status_code == 400 and "201 files at once; give 200 at most" in answer.text
    answer = own.asking.post("/add/files", data={"token": own.token}, files=files * 5)
    assert answer.status_code == 400 and "Too many files" in answer.text
    assert "There is no order 1" in own.asking.get("/add/1").text


def test_no_file_at_all_is_told(own: Own) -> None:
    body = f'--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n{own.token}\r\n'
    for path, field in (("/add/files", "files"), ("/import", "list_file"), ("/attach/act-1", "file")):
        empty = f'--x\r\nContent-Disposition: form-data; name="{field}"; filename=""\r\nContent-Type: text/plain\r\n\r\n\r\n--x--\r\n'
        answer = own.asking.post(path, content=(body + empty).encode(), headers={"content-type": "multipart/form-data; boundary=x"})
        assert answer.status_code == 400
        assert any(said in answer.text for said in ("no file", "nothing was given")), answer.text.partition("<main")[2]
