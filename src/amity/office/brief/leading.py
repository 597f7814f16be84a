"""How each of the five lines is worded."""

from collections.abc import Callable
from typing import Any

from amity.office.brief.leads import TALKS
from amity.office.brief.phrases import Phrases, capital, claimed, cut, met, outcome
from amity.office.words import term
from amity.register.queries.claiming import differs_on

Said = tuple[str, str]


def _ends(phrases: Phrases, one: Any) -> Said:
    say = phrases.say
    day, left = say.day(one.ends), phrases.left(one.days)
    if one.ended:
        return say("Period over (derived)"), f"{capital(cut(one.label))}, {day} ({left}, {phrases.count(one.searched)})"
    return say("Ends next"), f"{capital(cut(one.label))}, {day} ({left})"


def _due(phrases: Phrases, one: Any) -> Said:
    return phrases.say("Due") if one.days < 0 else phrases.say(
        "Due next"
    ), f"{phrases.whom(one.by, one.to)}: {phrases.words(one)}, {phrases.due(one.due, one.days)}"


def _session(phrases: Phrases, one: Any) -> Said:
    say = phrases.say
    if hasattr(one, "begins"):
        return say("Meeting next"), met(phrases, one)
    if one.verdict == "passed":
        told = say("due by {day}, none reported since (derived; {searched})")
        return say("Session due"), f"{capital(cut(one.label))}, {told.format(day=say.day(one.next), searched=phrases.count(one.searched))}"
    derived = say(" (derived)") if one.derived else ""
    return say("Session next"), f"{capital(cut(one.label))}, {say.day(one.next)}{derived}"


def _promised(head: str) -> Callable[[Phrases, Any], Said]:
    def worded(phrases: Phrases, one: Any) -> Said:
        say = phrases.say
        follow = "".join(run.text for run in phrases.follow(one.follow, one.searched))
        title = say(head) if phrases.made.home else say("{party} promised").format(party=phrases.names(one.by))
        title = say("Both promised") if one.side == "both" else title
        told = "; ".join(filter(None, (say.day(one.day), phrases.due(one.due, one.days))))
        return title, f"{phrases.words(one)} ({told}) – {follow}"

    return worded


def _met(phrases: Phrases, one: Any) -> Said:
    head = phrases.say("Last meeting") if one.kind in TALKS else phrases.say("Last event")
    return head, met(phrases, one) + "".join(run.text for run in outcome(phrases, one))


def _tie(phrases: Phrases, one: Any) -> Said:
    say = phrases.say
    since = say(" since {day}").format(day=say.day(one.since)) if one.since else ""
    return say("Tie"), f"{' – '.join(map(phrases.name, one.between))}: {say.value(one.kind)}, {say.value(one.stage)}{since}"


def _conflict(phrases: Phrases, one: Any) -> Said:
    say = phrases.say
    values = " / ".join(cut(claimed(phrases, claim.value), 60) for claim in one.claims)
    return say("Reports differ"), f"{capital(cut(one.label, 90))}, {say.value(differs_on(one.kind, one.field))}: {values}"


HEADS: dict[str, Callable[[Phrases, Any], Said]] = {
    "ends": _ends, "due": _due, "session": _session, "theirs": _promised(term("They promised")), "ours": _promised(term("We promised")),
    "met": _met, "tie": _tie, "conflict": _conflict,
}  # fmt: skip
"""Head and words of each kind of line."""
