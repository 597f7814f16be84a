"""A reading explained: each sentence with the rules that fired in it and the facts that cite it."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from amity.exchange.jsonl import to_object
from amity.model import Reading
from amity.reading.report import Report

FACTS = ("posts", "events", "instruments", "statements", "mechanisms", "projects", "indicators")


def explanation(report: Report, reading: Reading) -> RenderableType:
    """Return what was removed, then sentence by sentence the rules and the facts, as text for a terminal."""
    lines: list[Text] = [Text(f"{reading.document.path}", style="bold")]
    lines += [Text(f"removed by {item.rule}: {' '.join(item.text.split())}", style="dim") for item in report.removed]
    raw = to_object(reading)
    names = {actor["id"]: actor["name"] for actor in raw["actors"]}
    for sentence in report.sentences():
        lines.append(Text(f"\n{' '.join(sentence.text.split())}", style="bold"))
        inside = (sentence.start_char, sentence.end_char)
        fired = (item for item in report.fired if inside[0] <= item.start < inside[1])
        lines += [Text(f"  rule {item.rule}: {report.text[item.start : item.end]!r} {item.detail}".rstrip()) for item in fired]
        lines += [Text(f"  {line}", style="green") for line in _facts(raw, names, inside)]
    return Group(*lines)


def _facts(raw: dict[str, Any], names: dict[str, str], inside: tuple[int, int]) -> Iterator[str]:
    for kind in FACTS:
        for item in raw[kind]:
            if any(inside[0] <= span["start"] < inside[1] for span in item["evidence"]):
                yield f"{kind.removesuffix('s')} {_describe(item, names)}"


def _describe(item: dict[str, Any], names: dict[str, str]) -> str:
    shown = (
        (slot, _named(value, names))
        for slot, value in item.items()
        if slot not in ("evidence", "id") and value not in (None, [], False, "")
    )
    return "; ".join(f"{slot}: {value}" for slot, value in shown)


def _named(value: Any, names: dict[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(_named(part, names) for part in value)
    if isinstance(value, dict):
        return " ".join(_named(part, names) for part in value.values() if part is not None)
    return names.get(value, str(value)) if isinstance(value, str) else str(value)
