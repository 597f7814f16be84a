"""Attribution: who speaks, on whose behalf, to whom, and who would act."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from amity.reading.acts import Act
from amity.reading.clauses import Clauses, passive
from amity.reading.report import Report
from amity.reading.reporters import reporter


@dataclass
class Holders:
    """The parties of one statement, as ids of actors."""

    by: list[str] = field(default_factory=list)
    speaker: str | None = None
    to: list[str] = field(default_factory=list)
    debtor: list[str] | None = None
    joint: bool = False


@dataclass
class Floor:
    """Who has the floor: the speaker that the report last named, and for whom."""

    speaker: str | None = None
    side: list[str] = field(default_factory=list)


def attribute(report: Report, clauses: Clauses, act: Act, head: Token, floor: Floor) -> Holders:
    """Return the parties of the action at ``head`` that the act takes."""
    table = report.table
    teller = reporter(clauses, act.word)
    carrier = clauses.subject(act.carrier)
    subject = clauses.subject(head) if act.inner else None
    own = act.carrier if passive(act.carrier) and act.rule == "speech-verb" else None
    holder = subject if act.rule == "modal" and act.force > 2 else carrier
    if own is not None or (act.rule == "modal" and act.force <= 2):
        holder = teller
    actors = list(table.refers(holder)) if holder is not None else []
    told = list(table.refers(teller)) if teller is not None else []
    speaker = _person(report, actors) or _person(report, told)
    by = table.represented(actors or told)
    if not by and floor.side:
        by, speaker = list(floor.side), speaker or floor.speaker
    joint = len(by) > 1
    return Holders(by, None if joint and not told else speaker, _others(report, by), None, joint)


def _person(report: Report, actors: list[str]) -> str | None:
    persons = [actor for actor in actors if report.table.is_person(actor)]
    return persons[0] if len(persons) == 1 else None


def _others(report: Report, by: list[str]) -> list[str]:
    rest = [side for side in report.table.sides if side not in by]
    return [] if len(by) > 1 else rest
