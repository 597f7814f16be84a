"""Charts: SVG made of Vega-Lite specifications, with links on their marks; colours are those of the page, in light and dark."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from amity.web.language import value

WIDTH = 860
"""Pixels of a chart before it is fitted to its column."""
ROW = 34
"""Pixels of one row of a timeline."""
INK, LINE, ACCENT = "#010101", "#020202", "#030303"
"""Stand for the page's colours in a specification; ``svg`` puts the page's own in their place."""
COLOURS = {INK: "var(--ink)", LINE: "var(--line)", ACCENT: "var(--accent)"}
HERE = "https://page.invalid"
"""Stands before the addresses of marks in a specification, which takes whole addresses alone; ``svg`` takes it out."""
CONFIG = {
    "background": None,
    "padding": {"left": 40, "top": 5, "right": 5, "bottom": 5},
    "font": "system-ui, sans-serif",
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "gridColor": LINE,
        "domainColor": LINE,
        "tickColor": LINE,
        "labelFontSize": 13,
        "aria": False,
    },
    "legend": {"labelColor": INK, "titleColor": INK, "labelFontSize": 13, "orient": "top", "title": None, "aria": False},
    "view": {"stroke": None},
}
TIME = {"format": "%Y-%m", "labelOverlap": "greedy", "labelSeparation": 16, "tickCount": 8}
"""Months along the foot of a chart, as many as have room."""
SHAPES = {"held": "circle", "planned": "diamond", "postponed": "triangle-up", "cancelled": "cross"}
"""A shape for each status of an event: what is planned is not told from what was held by colour."""


def timeline(rows: Iterable[dict[str, Any]]) -> str:
    """Return events (``day``, ``kind``, ``status``, ``label``, ``href``) along time, one line a kind, as SVG; "" if none has a day."""
    data = [{**one, "href": HERE + one["href"], "status": value(one["status"])} for one in rows if one["day"]]
    if not data:
        return ""
    spec = {
        "data": {"values": data}, "width": WIDTH, "height": {"step": ROW}, "config": CONFIG,
        "mark": {"type": "point", "filled": True, "size": 110, "color": ACCENT, "opacity": 0.8},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None, "axis": TIME},
            "y": {"field": "kind", "type": "nominal", "title": None},
            "shape": {"field": "status", "scale": {"domain": [value(one) for one in SHAPES], "range": list(SHAPES.values())}},
            "href": {"field": "href"}, "tooltip": {"field": "label"}, "description": {"field": "label"},
        },
    }  # fmt: skip
    return svg(json.dumps(spec, sort_keys=True))


def tenures(rows: Iterable[dict[str, Any]]) -> str:
    """Return spans of days (``first``, ``last``, ``name``, ``label``), one line each, as SVG; "" if none has a day."""
    data = [one for one in rows if one["first"]]
    if not data:
        return ""
    x = {"field": "first", "type": "temporal", "title": None, "axis": TIME}
    y = {"field": "name", "type": "nominal", "title": None, "sort": None, "axis": {"labelLimit": 360}}
    told = {"tooltip": {"field": "label"}, "description": {"field": "label"}}
    ends = [
        {"mark": {"type": "point", "filled": True, "size": 90, "color": ACCENT}, "encoding": {"x": {**x, "field": field}, "y": y, **told}}
        for field in ("first", "last")
    ]
    line = {"mark": {"type": "rule", "color": ACCENT, "strokeWidth": 3}, "encoding": {"x": x, "x2": {"field": "last"}, "y": y, **told}}
    spec = {"data": {"values": data}, "width": WIDTH, "height": {"step": ROW}, "config": CONFIG, "layer": [line, *ends]}
    return svg(json.dumps(spec, sort_keys=True))


def bars(rows: Iterable[dict[str, Any]], title: str) -> str:
    """Return counts (``name``, ``count``, ``href``) as bars, as SVG; "" if there are none."""
    data = [{**one, "href": HERE + one["href"]} for one in rows]
    if not data:
        return ""
    spec = {
        "data": {"values": data}, "width": WIDTH, "height": {"step": 24}, "config": CONFIG,
        "mark": {"type": "bar", "color": ACCENT},
        "encoding": {
            "x": {"field": "count", "type": "quantitative", "title": title, "axis": {"tickMinStep": 1}},
            "y": {"field": "name", "type": "nominal", "title": None, "sort": "-x", "axis": {"labelLimit": 300}},
            "href": {"field": "href"}, "description": {"field": "name"},
        },
    }  # fmt: skip
    return svg(json.dumps(spec, sort_keys=True))


@lru_cache(maxsize=256)
def svg(spec: str) -> str:
    """Return the SVG of a Vega-Lite specification, in the colours of the page that holds it."""
    import vl_convert  # its runtime starts when the first chart is asked for

    found = vl_convert.vegalite_to_svg(spec)
    for stand_in, colour in COLOURS.items():
        found = found.replace(stand_in, colour)
    return str(found.replace(HERE, ""))
