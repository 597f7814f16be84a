"""One thing for people: what is known of it, then its history, its follow-through and every report's words."""

from collections.abc import Callable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from amity.exchange.listed import DAY, SHORT_HASH, decided, entered, short_id, source, span, words
from amity.exchange.rows import Row, plain
from amity.model.acts import FORCES

USUAL = {
    "state": "unchecked", "joint": False, "conditional": False, "commitment": True, "concluded": True, "language": "en",
    "mode": "in_person",
}  # fmt: skip
"""What goes without saying."""
SAID_ELSEWHERE = {
    "id", "asked", "label", "layer", "name", "title", "roles", "day", "begins", "ends", "first", "last", "documents", "sources",
    "all_reports", "corrections", "text", "commitment", "between", "entries", "entry", "file", "about",
    "until", "succeeded_by",
}  # fmt: skip
"""Values that the heading or a line of their own tells."""
INDENT = (0, 0, 0, 2)


def card(told: Row) -> Iterator[RenderableType]:
    """Yield what a terminal shows of a thing, tie, conflict or document."""
    name = plain(told.get("label") or told.get("title") or " – ".join(one["label"] for one in told.get("between", ())))
    yield Text.assemble((plain(told["id"]), "bold"), "  ", (name, "bold"))
    if told.get("asked"):
        yield Text(f"{plain(told['asked'])} leads here since things were merged", style="italic")
    yield from (Text(f"{title}: {said}") for title, said in _lines(told) if said)
    for title, entry in SECTIONS.items():
        if entries := told.get(title):
            yield Text(f"\n{title.replace('_', ' ').capitalize()}", style="bold")
            yield from (Padding(entry(one), INDENT) for one in entries)
    if told.get("all_reports", 0) > len(told.get("reports", ())):
        yield Text(f"  … of {told['all_reports']:,} in all; --format json gives what each tells of it")


def _lines(told: Row) -> Iterator[tuple[str, str]]:
    """Yield the values that fit in a line, by their names."""
    if told.get("between"):
        yield "between", _said("between", told["between"])
    if told.get("layer") in ("events", "instruments", "statements", "indicators"):
        yield ("day", plain(told.get("day"))) if not told.get("begins") else ("when", span(told["begins"], told.get("ends")))
    if told.get("until"):
        later = f", succeeded by {_said('', told['succeeded_by'])}" if told.get("succeeded_by") else ""
        yield "ended", f"{plain(told['until'])}{later}"
    for name, value in told.items():
        if name in SAID_ELSEWHERE or name in SECTIONS or value == USUAL.get(name):
            continue
        yield name.replace("_", " "), FORCES[value] if name == "force" else _said(name, value)
    for role, actors in told.get("roles", {}).items():
        yield role, "; ".join(f"{plain(one['label'])} ({plain(one['id'])})" for one in actors)
    if isinstance(told.get("documents"), int):
        since = span(told.get("first") or told.get("last"), told.get("last"))
        yield "told by", f"{_tellers(told)}, {since}{_independent(told)}"


def _said(name: str, value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "; ".join(map(_linked, value))
    return words(value) if name in ("kind", "status", "stage", "mode") else plain(value)


def _linked(one: Row) -> str:
    name = plain(one.get("label") or one.get("field"))
    return f"{name} ({plain(one['id'])})" if one.get("id") else name


def _independent(told: Row) -> str:
    sources = told.get("sources", told["documents"])
    return f", {sources} of them independent" if sources != told["documents"] else ""


def _tellers(told: Row) -> str:
    """Return how many reports and how many entries tell of a thing."""
    entered = told.get("entries", 0)
    reports = [_count(told["documents"] - entered, "report")] if told["documents"] > entered else []
    return " and ".join([*reports, *([f"{entered:,} {'entry' if entered == 1 else 'entries'}"] if entered else [])])


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _cited(head: str, one: Row) -> Text:
    """Return an entry with its words and where they stand."""
    quote = plain(one.get("quote"))
    if one.get("entry") and not one["entry"].get("about"):
        return Text(f"{head}  {'; '.join(quote.splitlines()[1:])} — {source(one)}".strip() + decided(one))
    place = f", characters {one['start']} to {one['end']}" if "start" in one else ""
    cited = f"“{quote}” — {source(one)}{place}" if quote else source(one)
    return Text((f"{head}  {cited}" if head else cited) + decided(one))


def _report(one: Row) -> Text:
    extra = "".join(f", {words(one[name])}" for name in ("confidence",) if one.get(name) and one[name] != "high")
    return _cited("", {**one, "state": None}) + Text(extra + decided(one))


def _follow(one: Row) -> Text:
    who = "self-reported" if one.get("self_reported") else f"by {plain(one.get('by')) or 'nobody named'}"
    noted = "".join(f" Note: {plain(each['detail'])}" for each in one.get("reasons", ()) if each["name"] == "note")
    return _cited(f"{plain(one.get('as_of'))} {words(one['status'])} ({who})".strip(), one) + Text(noted)


def _post(one: Row) -> Text:
    held = ", ".join(plain(one[name]) for name in ("title", "of") if one.get(name))
    return Text(f"{plain(one['person'])}: {held or 'post not told'} — {source(one)}{decided(one)}")


def _tied(one: Row) -> Text:
    since = f" since {plain(one['since'])}" if one.get("since") else ""
    between = f"{plain(one['one_name'])} – {plain(one['other_name'])}"
    return Text(f"{between}: {words(one['kind'])}, {words(one['stage'])}{since} ({plain(one['id'])}){decided(one)}")


def _fact(one: Row) -> Text:
    place = f"characters {one['start']} to {one['end']}" + (f", {entered(one['entry'])}" if one.get("entry") else "")
    return Text(f"{plain(one['id'])}  “{plain(one.get('quote'))}” ({place}){decided(one)}")


def _file(one: Row) -> Text:
    place = f", {plain(one['place'])}" if one.get("place") else ""
    who = f"{plain(one['by'])}, {plain(one['at'])[:DAY]}"
    return Text(f"{plain(one['name'])}{place} — {who} (amity file {plain(one['file'])[:SHORT_HASH]})")


SECTIONS: dict[str, Callable[[Row], Text]] = {
    "claims": lambda one: _cited(f"{words(one['value'])}:", one),
    "ties": _tied,
    "posts": _post,
    "history": lambda one: _cited(f"{plain(one.get('date')) or 'day not told'}  {words(one.get('status') or one.get('stage'))}", one),
    "relations": lambda one: Text(f"{plain(one['later'])} {words(one['relation'])} {plain(one['earlier'])}: {plain(one['why'])}"),
    "follow_through": _follow,
    "answers": lambda one: Text(f"{plain(one['id'])}  {plain(one['label'])}"),
    "answered_by": lambda one: Text(f"{plain(one['id'])}  {plain(one['label'])}"),
    "facts": _fact,
    "reports": _report,
    "files": _file,
}
"""Parts of a card below its heading, each with how one entry is told, in their order."""


def grounds(told: Row) -> Iterator[RenderableType]:
    """Yield why two things are one, in doubt or apart."""
    one, other = told["ids"]
    points = f", {told['score']:g} points" if "score" in told else ""
    yield Text(f"{plain(one)} and {plain(other)}: {plain(told['verdict'])}{points}", style="bold")
    yield from (Padding(Text(f"“{plain(quote)}”"), INDENT) for quote in told.get("sentences", ()))
    for reason in told.get("reasons", ()):
        detail = f": {plain(reason['detail'])}" if reason.get("detail") else ""
        yield Text(f"{reason['points']:+g}  {plain(reason['name'])}{detail}")
    for judged in told.get("judgements", ()):
        note = f": {plain(judged['note'])}" if judged.get("note") else ""
        yield Text(f"{plain(judged['kind'])} by {plain(judged['by'])} (log {judged['number']}){note}")


SAME = "same or different?"


def questions(found: list[Row]) -> Iterator[RenderableType]:
    """Yield what waits for a decision, one question after the other."""
    for one in found:
        if "judgement" in one:
            yield Text(
                f"{one['kind']} {one['judgement']} by {plain(one['by'])}: its words are gone from the current readings", style="bold"
            )
            yield from (Padding(Text(f"“{plain(quote)}”"), INDENT) for quote in one["quotes"])
            continue
        first, second = one["one"], one["other"]
        asked = f" and {plain(second['id'])}: same or different?" if one.get("question", SAME) == SAME else f": {words(one['question'])}"
        yield Text(f"{plain(first['id'])}{asked} ({one['score']:g} points)", style="bold")
        for side in (first, second):
            yield Padding(Text(f"{short_id(side)}  {plain(side['label'])}\n“{plain(side['quote'])}”"), INDENT)


def agreements(found: list[Row]) -> Iterator[RenderableType]:
    """Yield how far two coders of an audit agree, and the facts of which they say different things."""
    for result in found:
        for one in result["agreements"]:
            first, second = map(plain, one["coders"])
            measure = f"Cohen's kappa {one['kappa']:.2f}" if one["kappa"] is not None else "Cohen's kappa not defined: all answers alike"
            yield Text(f"\n{first} and {second}: {one['agreed']} of {one['facts']} {plain(result['kind'])} alike, {measure}", style="bold")
            for each in one["disputed"]:
                said = "; ".join(_answered(coder, answer, each["notes"].get(coder)) for coder, answer in each["answers"].items())
                yield Padding(Text(f"{said}\n“{plain(each['sentence'])}”\n{plain(each['about'])}"), INDENT)


def _answered(coder: str, answer: str, note: str | None) -> str:
    return f"{plain(coder)}: {answer}{f' ({plain(note)})' if note else ''}"
