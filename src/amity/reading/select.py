"""Which of the mentioned actors belong in the reading: those that take part in a fact."""

from collections.abc import Iterable, Iterator

import msgspec
from spacy.tokens import Token

from amity.model import Actor, Reading
from amity.reading.orthography import words
from amity.reading.report import Mention, Report
from amity.reading.representation import listed


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
    """Yield the ids of the actors that a name gives a part: as subject, agent, partner, or as whom someone acts for."""
    for mention in report.table.mentions:
        if mention.form == "name" and not _is_inside(report, mention):
            head = report.doc[mention.head]
            rule = next((r for r in PARTS if r(head)), None)
            if rule is not None:
                report.note("part-" + rule.__name__.replace("_", "-"), report.doc[mention.start : mention.end])
                yield from mention.refers


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
    """ "Leaders of X", "the vice-chairman of X", "the twinning of X and Y"."""
    first = listed(head)
    return first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_.lower() in words("parts", "of")


PARTS = (acting_subject, agent, partner, acted_for)


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
