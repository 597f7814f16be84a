"""Statements: one speaker's act about one action, with its force."""

from spacy.tokens import Span, Token

from amity.model import Instrument, Statement
from amity.reading.actions import action_span, heads_of
from amity.reading.acts import Act, acts_in
from amity.reading.attribution import Floor, Holders, attribute
from amity.reading.clauses import Clauses
from amity.reading.report import Report
from amity.reading.sectors import sectors
from amity.reading.specificity import specificity


def find_statements(report: Report, instruments: list[Instrument]) -> list[Statement]:
    """Return the statements of force 1 to 6."""
    clauses = Clauses(report.doc)
    floor = Floor()
    found: list[Statement] = []
    for sentence in report.sentences():
        if not _body(report, sentence):
            continue
        for act in acts_in(clauses, sentence):
            heads = heads_of(clauses, act.head)
            for head in heads:
                found.append(_statement(report, clauses, act, head, heads, floor, len(found) + 1))
    return found


def _body(report: Report, sentence: Span) -> bool:
    """Tell whether the sentence stands in the body, and not in a headline or caption."""
    return sentence.text.strip()[-1:] in ".!?”\"'’;:)"


def _statement(report: Report, clauses: Clauses, act: Act, head: Token, heads: list[Token], floor: Floor, number: int) -> Statement:
    span = action_span(clauses, head, heads, act.inner)
    holders = attribute(report, clauses, act, head, floor)
    force = _force(act, holders)
    level = specificity(span, head.lemma_.lower())
    report.note(act.rule, report.doc[act.word.i : act.word.i + 1], f"force {force}: {span.text}")
    return Statement(
        id=f"s{number}", by=holders.by, speaker=holders.speaker, to=holders.to, force=force, specificity=level,
        commitment=force >= 4 and level in ("action", "measurable"), action=span.text, sectors=sectors(span), debtor=holders.debtor,
        joint=holders.joint, cue=act.word.text, evidence=[report.cite(span)],
    )  # fmt: skip


def _force(act: Act, holders: Holders) -> int:
    if holders.joint and act.force >= 4:
        return max(act.joint_force, 5)
    return act.force
