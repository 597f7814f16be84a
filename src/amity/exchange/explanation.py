"""A reading explained: what was left out, why it was read, and each sentence with the rules that fired and the facts that cite it."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from amity.exchange.jsonl import to_object
from amity.exchange.visible import visible
from amity.model import Reading
from amity.model.reading import FACTS
from amity.reading.report import Report


def explanation(report: Report, reading: Reading) -> RenderableType:
    """Return what was removed and why the report was read, then sentence by sentence the rules and the facts, for a terminal.

    Nothing in it steers the terminal, whatever the report holds.
    """
    lines = [Text(visible(reading.document.path), style="bold"), *_removed(report), *_decided(report, reading)]
    raw = to_object(reading)
    for one in report.doubted:
        raw[one.layer][one.at]["doubts"] = ", ".join(doubt.replace("_", " ") for doubt in one.doubts)
    names = {actor["id"]: actor["name"] for actor in raw["actors"]}
    for sentence in report.sentences():
        lines.append(Text(f"\n{_line(sentence.text)}", style="bold"))
        inside = (sentence.start_char, sentence.end_char)
        lines += [Text(f"  {visible(line)}") for line in _rules(report, inside)]
        lines += [Text(f"  {visible(line)}", style="green") for line in _facts(raw, names, inside)]
    return Group(*lines)


def _line(text: str) -> str:
    return visible(" ".join(text.split()))


def _removed(report: Report) -> Iterator[Text]:
    return (Text(f"removed by {item.rule}: {_line(item.text)}", style="dim") for item in report.removed)


def _decided(report: Report, reading: Reading) -> Iterator[Text]:
    """Yield the language with its confidence, and the points and words for which the report was read, or why it was not."""
    document = reading.document
    sure = "" if document.language_confidence is None else f" ({document.language_confidence:.2f})"
    yield Text(f"language: {visible(document.language)}{sure}", style="dim")
    if document.unread:
        yield Text(f"not read: {_line(document.unread)}", style="yellow")
    elif report.relevance:
        yield Text(f"read: {_line(report.relevance)}", style="dim")


def _rules(report: Report, inside: tuple[int, int]) -> Iterator[str]:
    for item in report.fired:
        if inside[0] <= item.start < inside[1]:
            yield f"rule {item.rule}: {report.text[item.start : item.end]!r} {item.detail}".rstrip()


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
