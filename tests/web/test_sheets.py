"""Tables of the desk: the first rows on the page, all of them in the file; what reports say is never markup."""

import pytest
from starlette.requests import Request

from amity.office.render.sheet import Column, Sheet
from amity.web.rendering import TEMPLATES
from amity.web.sheets import cell, give, shown

COLUMNS = (Column("id", "id"), Column("label", "of", "words"))


def sheet(count: int) -> Sheet:
    return Sheet(name="Rows", about="", columns=COLUMNS, rows=[{"id": f"ins-{at}", "label": f"<b>text {at}</b>"} for at in range(count)])


@pytest.mark.parametrize(("count", "drawn"), [(0, 0), (3, 3), (300, 300), (301, 300)])
def test_a_long_table_ends_and_says_so(count: int, drawn: int) -> None:
    macros = TEMPLATES.env.get_template("sheet.html").make_module()
    told = str(macros.table(sheet(count), cell, shown))  # type: ignore[attr-defined]
    assert told.count('href="/things/ins-') == drawn
    assert "<b>" not in told
    assert ("The first 300 of 301" in told) == (count > drawn)


def test_the_file_holds_every_row() -> None:
    request = Request({"type": "http", "query_string": b"format=csv", "path": "/due", "headers": []})
    assert bytes(give(request, "Rows", [sheet(301)]).body).count(b"\n") == 302
