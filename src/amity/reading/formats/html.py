"""Web pages: the article's text without the site around it, and what the page tells of itself (trafilatura)."""

import logging
import re
from typing import Any
from urllib.parse import urlsplit

from amity.errors import SourceError
from amity.reading.formats.days import day
from amity.reading.formats.encodings import decode
from amity.reading.formats.model import Documents, Format, Found, Input, Look, Options
from amity.reading.formats.text import bounded, digest

NEAR_START = 4096  # characters in which a page shows that it is one
MOST_ATTRIBUTES = 500  # of one tag: parsing takes time with their square
MOST_TAGS = 100_000  # of a page, closing ones too: real ones have a fifth of them; parsers take some 2 kB and 50 microseconds for each
_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<\w+[^>]*>")
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-z][^<>]{2000,}", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_TITLE_PARTS = {"title": "title", "author": "author", "sitename": "publisher"}


def matches(look: Look) -> bool:
    """Tell a web page: it begins with a page's tags, or it is named so and has some near its start."""
    near = look.text[:NEAR_START]
    return bool(_START.match(look.text)) or (look.ending in FORMAT.endings and bool(_TAG.search(near) or near.lstrip().startswith("<!--")))


def read(source: Input, options: Options) -> Documents:
    """Yield the page's article as one document."""
    data = source.whole(options.limits.document_bytes)
    charset = _CHARSET.search(data[:NEAR_START])
    declared = source.charset or (charset[1].decode("ascii") if charset else None)
    page, encoding = decode(data, declared)
    article = _article(_tree(page))
    text = bounded((article.text or "") if article else "", options.limits)
    yield Found(source.path, text, digest(data), facts=_facts(article), encoding=encoding)


def _tree(page: str) -> Any:
    """Return the parsed page; raise SourceError where it nests deeper or is more crowded than any page, where parsers fail."""
    from lxml import etree, html

    if any(_attributes(tag) > MOST_ATTRIBUTES for tag in _LONG_TAG.findall(page)):
        raise SourceError("a web page with tags of more attributes than any real page's; save its text instead")
    if page.count("<") > MOST_TAGS:
        raise SourceError(f"a web page with more than {MOST_TAGS:,} tags, as no real page has; save its text instead")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", page), parser=parser)
    except etree.ParserError as error:
        raise SourceError("a web page without words; nothing to read") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "xcessive depth" in entry.message for entry in parser.error_log):
        raise SourceError("a web page whose tags nest deeper than any real page's; save its text instead")
    return tree


def _attributes(tag: str) -> int:
    return len(_QUOTED.sub("", tag).split())


def _article(tree: Any) -> Any:
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they have to say about a page is no message to the user
    return trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_formatting=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _facts(article: Any) -> dict[str, str]:
    told = {fact: " ".join(value.split()) for name, fact in _TITLE_PARTS.items() if (value := getattr(article, name, None))}
    published = day(article.date)
    if published:
        told["published"] = published
    if urlsplit(article.url or "").scheme in ("http", "https"):
        told["url"] = article.url
    return told


FORMAT = Format(
    name="HTML",
    endings=(".html", ".htm", ".xhtml"),
    recognised="a doctype, or the tags of a page at the start",
    kept="the article's text; title, author, date, canonical address, publisher; name of the encoding",
    matches=matches,
    read=read,
)
