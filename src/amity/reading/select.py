"""Which of the mentioned actors belong in the reading: those that take part in a fact."""

from collections.abc import Callable, Iterable, Iterator

import msgspec
from spacy.tokens import Doc, Token

from amity.model import Actor, Reading
from amity.reading.orthography import words
from amity.reading.report import Mention, Report
from amity.reading.representation import listed

Rule = Callable[[Token], bool]


def select(report: Report, reading: Reading) -> Reading:
    """Return the reading with only the actors that its facts or its sentences give a part, numbered by first mention.

    A report without any event, instrument or statement is about something else: it keeps no actors.
    """
    if not (reading.events or reading.instruments or reading.statements):
        return _renumbered(reading, [a for a in reading.actors if a.id in set(referred(reading))])
    kept = set(referred(reading)) | {a.id for a in reading.actors if a.kind == "person"} | set(with_a_part(report))
    kept |= {post.of for post in reading.posts if post.of and post.person in kept and not _is_nobodys(report, post.of)}
    actors = [_with_mentions(report, actor) for actor in reading.actors if actor.id in kept]
    actors.sort(key=lambda a: (a.mentions[0] if a.mentions else (len(report.text), 0), int(a.id[1:])))
    return _renumbered(reading, actors)


def _is_nobodys(report: Report, organisation: str) -> bool:
    """Tell whether an organ is named without the place or country that it belongs to: "the Party Committee"."""
    actor = report.table.actors[organisation]
    return actor.kind in ("body", "party") and actor.country is None and actor.name.replace("’", "'") in words("organisations", "organs")


def with_a_part(report: Report) -> Iterator[str]:
    """Yield the ids of the actors that a name gives a part: as subject, agent, partner, or as whom someone acts for.

    Who stands in a list with one of them has the same part.
    """
    named = [m for m in sorted(report.table.mentions) if m.form == "name" and not _is_inside(report, m)]
    for group in _lists(report.doc, named):
        rule = next((r for m in group for r in PARTS if r(report.doc[m.head]) and _may_have(report, m, r)), None)
        if rule is None:
            continue
        for mention in group:
            report.note("part-" + rule.__name__.replace("_", "-"), report.doc[mention.start : mention.end])
            yield from mention.refers


def _lists(doc: Doc, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions in the lists that they stand in: "A, B and C"."""
    group: list[Mention] = []
    for mention in mentions:
        between = doc[group[-1].end : mention.start] if group else None
        if between is None or (len(between) and all(t.lower_ in {",", "and", "the"} for t in between)):
            group.append(mention)
            continue
        yield group
        group = [mention]
    if group:
        yield group


def _may_have(report: Report, mention: Mention, rule: Rule) -> bool:
    """Tell whether the rule may give the actor a part: relations between states are background where the sides are none."""
    kinds = {report.table.actors[side].kind for side in report.table.sides}
    actors = [report.table.actors[a] for a in mention.refers]
    return rule is not partner or "state" in kinds or any(a.kind != "state" for a in actors)


def _is_inside(report: Report, mention: Mention) -> bool:
    """Tell whether the name only stands inside a longer one: "Yunnan" in "Foreign Affairs Office of Yunnan"."""
    return any(
        m.start <= mention.start and mention.end <= m.end and m.form == "name" and m.refers != mention.refers for m in report.table.mentions
    )


def acting_subject(head: Token) -> bool:
    """ "X approved a motion", "X and Y are twinned": the subject of a verb that is more than "is"."""
    first = listed(head)
    return first.dep_ in {"nsubj", "nsubjpass"} and first.head.pos_ == "VERB"


def agent(head: Token) -> bool:
    """ "Invited by X": the agent of a passive."""
    first = listed(head)
    return (first.dep_ == "pobj" and first.head.dep_ == "agent") or (first.head.lower_ == "by" and first.head.head.pos_ == "VERB")


def partner(head: Token) -> bool:
    """ "Cooperation between X and Y", "links with X": a party to a bond."""
    first = listed(head)
    if first.dep_ != "pobj" or first.head.lower_ not in {"between", "with", "among"}:
        return False
    return first.head.head.lemma_.lower() in words("parts", "bonds")


def acted_for(head: Token) -> bool:
    """ "Leaders of X", "the vice-chairman of X", "the twinning of X and Y", "the X chair"."""
    first = listed(head)
    if first.dep_ == "compound":
        return first.head.lemma_.lower() in words("parts", "held")
    return first.dep_ == "pobj" and first.head.lower_ in {"of", "from"} and first.head.head.lemma_.lower() in words("parts", "of")


PARTS: tuple[Rule, ...] = (acting_subject, agent, partner, acted_for)


def referred(reading: Reading) -> Iterator[str]:
    """Yield the ids of the actors to which facts give a part; where a project lies is no part."""
    for event in reading.events:
        yield from event.sides
        for part in event.participants:
            yield from filter(None, (part.actor, part.on_behalf_of))
    for instrument in reading.instruments:
        yield from instrument.parties
    for statement in reading.statements:
        yield from filter(None, (*statement.by, *statement.to, statement.speaker, *(statement.debtor or ())))
    for mechanism in reading.mechanisms:
        yield from mechanism.members
    for indicator in reading.indicators:
        yield from filter(None, (indicator.subject,))


def _with_mentions(report: Report, actor: Actor) -> Actor:
    """Return the actor with the spans of its mentions in the text, in their order."""
    spans = {
        (report.doc[m.start].idx, report.doc[m.end - 1].idx + len(report.doc[m.end - 1]))
        for m in report.table.mentions
        if actor.id in m.refers
    }
    return msgspec.structs.replace(actor, mentions=sorted(spans))


def _renumbered(reading: Reading, actors: Iterable[Actor]) -> Reading:
    """Return the reading with these actors under the ids a1, a2, …, and every fact referring to them so."""
    new = {actor.id: f"a{number}" for number, actor in enumerate(actors, 1)}
    raw = msgspec.to_builtins(reading)
    raw["actors"] = [{**msgspec.to_builtins(actor), "id": new[actor.id]} for actor in actors]
    raw["posts"] = [{**p, "person": new[p["person"]], "of": new.get(p["of"])} for p in raw["posts"] if p["person"] in new]
    for event in raw["events"]:
        event["sides"] = [new[a] for a in event["sides"]]
        for part in event["participants"]:
            part["actor"], part["on_behalf_of"] = new[part["actor"]], new.get(part["on_behalf_of"])
    for instrument in raw["instruments"]:
        instrument["parties"] = [new[a] for a in instrument["parties"]]
    for statement in raw["statements"]:
        statement["by"], statement["to"] = [new[a] for a in statement["by"]], [new[a] for a in statement["to"]]
        statement["speaker"] = new.get(statement["speaker"])
        statement["debtor"] = None if statement["debtor"] is None else [new[a] for a in statement["debtor"]]
    for mechanism in raw["mechanisms"]:
        mechanism["members"] = [new[a] for a in mechanism["members"]]
    for project in raw["projects"]:
        project["places"] = [new[a] for a in project["places"] if a in new]
    for indicator in raw["indicators"]:
        indicator["subject"] = new.get(indicator["subject"])
    return msgspec.convert(raw, Reading)
