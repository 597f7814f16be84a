"""Web pages: the article, what the page tells of itself, and pages that are none."""

import pytest

from tests.reading.formats.made import REPORT, found, html, reason

ARTICLE = f"<article><h1>Towns to open ferry line</h1><p>{REPORT}</p><p>A second paragraph tells of the port and its staff.</p></article>"
META = """<title>Towns to open ferry line | Northhaven Gazette</title>
<link rel="canonical" href="https://gazette.example/ferry">
<meta property="og:title" content="Towns to open ferry line"><meta property="og:site_name" content="Northhaven Gazette">
<meta name="author" content="Jonas Vold"><meta property="article:published_time" content="2031-03-04T08:00:00+01:00">"""


def test_the_article_is_kept_without_the_site_around_it() -> None:
    page = html(f"<nav><a href='/'>Home</a><a href='/sport'>Sport</a></nav>{ARTICLE}<footer>All rights reserved</footer>", META)
    document = found(page, "page.html")
    assert REPORT in document.text.split("\n")
    assert "Home" not in document.text and "rights" not in document.text
    assert (document.format, document.encoding) == ("HTML", "utf-8")


def test_what_the_page_tells_of_itself_is_kept() -> None:
    published = META.replace("2031", "2021")
    assert found(html(ARTICLE, published)).facts == {
        "title": "Towns to open ferry line",
        "author": "Jonas Vold",
        "publisher": "Northhaven Gazette",
        "published": "2021-03-04",
        "url": "https://gazette.example/ferry",
    }


def test_a_date_in_the_text_is_not_taken_for_the_page_s() -> None:
    page = html(f"<article><p>{REPORT} The ferry sank on 3 May 2012.</p><p>{REPORT} Nothing more was told.</p></article>")
    assert "published" not in found(page).facts


@pytest.mark.parametrize("start", ["", "\n  ", "<!-- made by a program -->\n", '<?xml version="1.0" encoding="utf-8"?>\n', "\ufeff"])
def test_a_page_is_told_by_its_start_under_any_name(start: str) -> None:
    assert found(start.encode() + html(f"<p>{REPORT}</p>"), "page.txt").format == "HTML"


def test_a_long_comment_before_a_page_is_passed_over() -> None:
    page = f"<!-- {'x ' * 20_000} -->".encode() + html(f"<p>{REPORT}</p>")
    assert found(page, "page.txt").text == REPORT
    assert found(f"<!-- {'x ' * 50_000} -->".encode() + html(f"<p>{REPORT}</p>"), "page.html").text == REPORT


def test_more_tags_than_any_page_has_are_refused() -> None:
    assert "more than 100,000 tags" in reason(html("<b>x</b> " * 50_001), "page.html")


def test_a_fragment_is_a_page_when_it_is_named_so() -> None:
    assert found(f"<div><p>{REPORT}</p></div>".encode(), "part.html").text == REPORT


@pytest.mark.parametrize(("codec", "declared"), [("cp1252", "iso-8859-1"), ("gb18030", "gb2312"), ("utf-8", "latin-1")])
def test_the_declared_encoding_is_believed_when_the_bytes_agree(codec: str, declared: str) -> None:
    words = f"{REPORT} \u201cM\u00fcnster\u201d."
    page = f"<html><head><meta http-equiv=content-type content='text/html; charset={declared}'></head><body><p>{words}</p></body></html>"
    assert found(page.encode(codec)).text == words


def test_the_server_s_encoding_is_used() -> None:
    page = "<html><body><p>Wa\u0142\u0119sa visited \u0141\u00f3d\u017a and Gda\u0144sk.</p></body></html>"
    assert "Wa\u0142\u0119sa" in found(page.encode("iso8859-2"), charset="iso-8859-2").text


@pytest.mark.parametrize("depth", [300, 30_000])
def test_tags_nested_without_end_are_refused(depth: int) -> None:
    assert "nest deeper" in reason(html("<div>" * depth + REPORT + "</div>" * depth))


def test_tags_with_attributes_without_end_are_refused() -> None:
    crowded = " ".join(f"a{number}=b" for number in range(200_000))
    assert "more attributes" in reason(html(f"<p {crowded}>{REPORT}</p>"))


def test_a_long_attribute_is_none_of_many() -> None:
    picture = "data:image/png;base64," + "A b" * 100_000
    assert found(html(f'<p>{REPORT}</p><img src="{picture}"><p>More words follow here.</p>')).text.startswith(REPORT)


@pytest.mark.parametrize("body", ["", "<img src='x.png'>", "<script>let x = 'words in a program'</script>", "<p> </p>"])
def test_a_page_without_words_is_refused(body: str) -> None:
    assert "word" in reason(html(body, ""), "page.html")


@pytest.mark.parametrize("data", [b"<html", b"<html>", b"<!doctype html>", b"<html><body><p>", b"<html><!--", b"<html>\xff\xfe\xfd"])
def test_a_page_that_breaks_off_is_one_line(data: bytes) -> None:
    assert reason(data, "page.html")
