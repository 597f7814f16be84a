"""Statements: one speaker's act about one action, with its force."""

from spacy.tokens import Span, Token

from amity.model import Confidence, Instrument, Statement
from amity.model.reading import CONTRACT_QUOTE
from amity.reading.report import Report
from amity.reading.sectors import action_sectors
from amity.reading.statements.actions import action_span, says_nothing
from amity.reading.statements.acts import Act, acts_in, heads_in
from amity.reading.statements.agents import can_act, collective, is_gathering, is_text, tells_state
from amity.reading.statements.announcements import Announcement, announced, inline_items, item_act, names_list, unannounced
from amity.reading.statements.attribution import Attribution, Holders
from amity.reading.statements.clauses import Clauses, passive
from amity.reading.statements.contents import basis_of, content_acts, continues, undertakings
from amity.reading.statements.specificity import specificity
from amity.reading.statements.texts import SIGNED, tells_signing, text_force
from amity.vocabulary import load

WILLING, PLEDGE, AGREED = 3, 4, 5


def find_statements(report: Report, instruments: list[Instrument]) -> list[Statement]:
    """Return the statements of force 1 to 6."""
    return _Reader(report, instruments).read()


class _Reader:
    """Reads one report sentence by sentence, with what carries over from one to the next."""

    def __init__(self, report: Report, instruments: list[Instrument]) -> None:
        self.report = report
        self.clauses = Clauses(report.doc)
        self.instruments = instruments
        self.text_force = text_force(report, self.clauses, instruments)
        self.attribution = Attribution(report, self.clauses, instruments)
        self.telling_text = False
        self.last_end = 0
        self.announcement: Announcement | None = None
        self.found: list[Statement] = []

    def read(self) -> list[Statement]:
        for sentence in self.report.sentences():
            if self.report.role_at(sentence.start_char) == "body" and _body(sentence):
                self._sentence(sentence)
        return self.found

    def _sentence(self, sentence: Span) -> None:
        items = [*self._item(sentence), *inline_items(sentence)]
        acts = [*items, *(act for act in self._acts(sentence) if act.head.i not in {item.head.i for item in items})]
        text_told = tells_signing(self.clauses, sentence) or _about_text(self.clauses, sentence)
        self.telling_text = text_told or any(act.basis is not None for act in acts)
        self.last_end = sentence.start_char + len(sentence.text.rstrip())
        announcement = announced(sentence)
        if announcement is not None:
            self.announcement = announcement
            acts = [act for act in acts if act in items or not names_list(act.head)]
        self.attribution.follow(sentence)
        for act in sorted(acts, key=lambda act: act.word.i):
            heads = heads_in(self.clauses, act)
            for head in heads:
                self._add(act, head, heads)

    def _item(self, sentence: Span) -> list[Act]:
        """Return the act of an item of an announced list, which ends with the first sentence that is none."""
        announcement = self.announcement or unannounced(sentence, self.telling_text)
        act = item_act(self.clauses, sentence, announcement) if announcement is not None else None
        if act is None:
            self.announcement = None
        return [act] if act is not None else []

    def _acts(self, sentence: Span) -> list[Act]:
        contents = content_acts(self.clauses, sentence, self.telling_text, self.text_force == SIGNED)
        said = acts_in(self.report, self.clauses, sentence)
        contents += [] if said else undertakings(self.report, self.clauses, sentence)
        said = [act for act in said if act.head.i not in {c.head.i for c in contents}]
        same_paragraph = "\n" not in self.report.text[self.last_end : sentence.start_char]
        goes_on = self.telling_text and continues(self.report, self.clauses, said, same_paragraph)
        for act in said:
            act.basis = basis_of(self.clauses, act, self.telling_text) or (act.word if goes_on and act.force >= PLEDGE else None)
        return [*contents, *said]

    def _add(self, act: Act, head: Token, heads: list[Token]) -> None:
        span = action_span(self.clauses, head, heads, not act.alone and self._with_subject(head), _start(act, head))
        if says_nothing(span, head) or len(span.text) > CONTRACT_QUOTE:
            return
        holders = self.attribution.holders(act, span)
        if act.basis is not None and self.attribution.private(holders):
            return
        force = self._force(act, holders)
        level = specificity(self.report, self.clauses, span, head)
        concrete = level in ("action", "measurable")
        self.report.note(act.rule, self.report.doc[act.word.i : act.word.i + 1], f"force {force}: {span.text}")
        made = Statement(
            id=f"s{len(self.found) + 1}", by=holders.by, speaker=holders.speaker, to=holders.to, force=force, specificity=level,
            commitment=force >= PLEDGE and concrete, action=span.text, sectors=action_sectors(span, concrete), debtor=holders.debtor,
            joint=holders.joint, conditional=conditional(self.clauses, act), basis=self._basis(act), due=due(self.report, span),
            cue=act.word.text, evidence=[self.report.cite(span)], confidence=_confidence(act, holders),
        )  # fmt: skip
        self.found.append(made)

    def _basis(self, act: Act) -> str | None:
        """Return the instrument whose content the action is: the one told in its sentence, else the last told before it."""
        if act.basis is None:
            return None
        at = act.word.sent
        told = [(e.start, i.id) for i in self.instruments for e in i.evidence if e.start < at.end_char]
        return max(told)[1] if told else None

    def _with_subject(self, head: Token) -> bool:
        """Tell whether the action needs its subject, because that is no party: "the programme should be used"."""
        above = self.clauses.parent(head)
        planned = above.lemma_ == "be" and passive(head)  # "a bridge is to be built"
        subject = self.clauses.own_subject(head) or (self.clauses.own_subject(above) if planned else None)
        return subject is not None and (planned or tells_state(head) or not can_act(self.report, subject))

    def _force(self, act: Act, holders: Holders) -> int:
        if act.basis is not None:
            return self.text_force
        if act.force == PLEDGE and conditional(self.clauses, act):
            return WILLING
        subject = self.clauses.subject(act.carrier)
        together = subject is not None and (collective(subject) or is_gathering(subject))
        if act.force >= PLEDGE and (holders.joint or (together and not holders.by)):
            return max(act.joint_force, AGREED)
        return act.force


def conditional(clauses: Clauses, act: Act) -> bool:
    """Tell whether the act depends on a condition: "if the bridge opens, we will run buses"."""
    verbs = {act.carrier.i: act.carrier, act.head.i: act.head}.values()
    clausal = [child for verb in verbs for child in clauses.children(verb) if clauses.dep(child) == "advcl"]
    return any(mark.lower_ in load("agents")["conditions"] and mark.dep_ == "mark" for clause in clausal for mark in clause.children)


def due(report: Report, span: Span) -> str | None:
    """Return the day, month or year by which the action is to be done (ISO 8601), where its words tell it."""
    told = [d for d in report.dates_within(span.start, span.end) if d.date is not None]
    limits = [d for d in told if d.relation in ("by", "before", "until")]
    return next((d.date.end for d in limits if d.date is not None), None)


def _confidence(act: Act, holders: Holders) -> Confidence:
    if not holders.by or (act.rule == "modal" and holders.joint and not holders.sure and act.basis is None):
        return "low"
    return "high" if holders.sure and act.rule != "under-text" else "medium"


def _about_text(clauses: Clauses, sentence: Span) -> bool:
    """Tell whether a text is the subject of the sentence."""
    subject = clauses.subject(sentence.root)
    return subject is not None and is_text(subject)


def _start(act: Act, head: Token) -> int | None:
    """Return where the action begins when someone hopes that others do it ("expected many more cities to join") or it names its cue."""
    if act.whole and head == act.head:
        return act.word.i
    return act.object.left_edge.i if act.object is not None and act.force == 1 and not act.inner and head == act.head else None


def _body(sentence: Span) -> bool:
    """Tell whether the sentence stands in the body, and not in a headline or caption."""
    return sentence.text.strip()[-1:] in ".!?”\"'’;:)"
