"""Instruments: texts that parties conclude or mean to conclude."""

from dataclasses import dataclass, field

from amity.model import DateRange, Evidence, Instrument
from amity.model.acts import InstrumentStatus, InstrumentType
from amity.reading.lifecycle import Act, acts_on
from amity.reading.namings import Naming, anaphoric_nouns, find_namings
from amity.reading.parties import parties_of_act, parties_of_phrase
from amity.reading.report import Report
from amity.reading.sectors import sectors
from amity.reading.told import as_news, date_of_act, in_title, period_of

RANK: tuple[InstrumentStatus, ...] = (
    "terminated", "suspended", "expired", "superseded", "renewed", "amended", "in_effect", "signed", "approved", "agreed_to_sign", "negotiating", "proposed", "unknown",
)  # fmt: skip
AHEAD: dict[str, InstrumentStatus] = {"planned": "agreed_to_sign", "agreed_to_sign": "agreed_to_sign", "proposed": "proposed", "negotiating": "negotiating", "denied": "proposed"}
CONCLUDING = {"signed", "approved"}


@dataclass
class Draft:
    """An instrument while its namings are gathered."""

    type: InstrumentType
    generic: bool
    namings: list[Naming] = field(default_factory=list)
    acts: list[tuple[InstrumentStatus, Act]] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    told_parties: list[str] = field(default_factory=list)
    signed: DateRange | None = None
    concluded: bool = False

    @property
    def status(self) -> InstrumentStatus:
        """The status that stands furthest in the life of the instrument."""
        return min((status for status, _ in self.acts), key=RANK.index, default="unknown")

    def parties_told(self, report: Report) -> list[str]:
        """The parties that the report tells for the instrument, else its principal sides."""
        if len(self.told_parties) > 1 or self.namings[0].known:
            return self.told_parties
        found = list(dict.fromkeys([*self.parties, *self.told_parties]))
        return found if len(found) > 1 else list(dict.fromkeys([*found, *report.table.sides]))


def find_instruments(report: Report) -> list[Instrument]:
    """Return the instruments that the report names, each once, with every sentence that names it as evidence."""
    return [_finish(report, draft, f"i{n}") for n, draft in enumerate(gather(report), 1)]


def gather(report: Report) -> list[Draft]:
    """Return the instruments of the report with all that its namings tell of them."""
    drafts: list[Draft] = []
    for naming in sorted(find_namings(report), key=lambda n: (in_title(report, n.head.sent), n.span.start)):
        _gather(report, drafts, naming)
    kept = [d for d in drafts if _is_specific(report, d)]
    return sorted(kept, key=lambda d: min(n.span.start for n in d.namings))


def _gather(report: Report, drafts: list[Draft], naming: Naming) -> None:
    """Add a naming to the instrument that it means, or begin a new one."""
    found = _read(report, naming)
    earlier = next((d for d in reversed(drafts) if _same(report, d, found)), None)
    if earlier is None:
        drafts.append(found)
        return
    earlier.namings += found.namings
    earlier.acts += found.acts
    earlier.told_parties = earlier.told_parties or found.told_parties
    earlier.parties = earlier.parties if len(earlier.parties) > 1 else found.parties or earlier.parties
    earlier.signed = earlier.signed or found.signed
    earlier.concluded = earlier.concluded or found.concluded
    if earlier.generic and not found.generic:
        earlier.type, earlier.generic = found.type, False


def _read(report: Report, naming: Naming) -> Draft:
    """Read what one naming tells: its type, the acts on it, the parties."""
    draft = Draft(naming.type, naming.generic and naming.type in {"cooperation_agreement", "unnamed_texts"}, [naming])
    for act in acts_on(naming.head):
        status = AHEAD.get(act.outlook, act.status) if act.status in {*CONCLUDING, "renewed"} else act.status
        draft.acts.append((status, act))
        if status in CONCLUDING:
            date = date_of_act(report, act.word, act.verb)
            draft.signed = date if status == "signed" else draft.signed
            draft.concluded = draft.concluded or (as_news(report, act.background, date) and not in_title(report, naming.head.sent))
        draft.parties = draft.parties or parties_of_act(report, act.verb, act.word)
    draft.told_parties = parties_of_phrase(report, naming.head)
    if naming.plural and naming.type in {"mou", "cooperation_agreement", "unnamed_texts", "contract", "protocol"}:
        draft.type, draft.generic = "unnamed_texts", True
    return draft


def _same(report: Report, draft: Draft, found: Draft) -> bool:
    """Tell whether a naming means the instrument of the draft."""
    naming = found.namings[0]
    anaphoric = naming.definite and naming.head.lemma_.lower() in anaphoric_nouns()
    if naming.another:
        return False
    if draft.type != found.type and not (found.generic and (anaphoric or in_title(report, naming.head.sent))) and not draft.generic:
        return False
    if draft.signed and found.signed and draft.signed.start[:7] != found.signed.start[:7]:
        return False
    if len(draft.told_parties) > 1 and len(found.told_parties) > 1 and set(draft.told_parties) != set(found.told_parties):
        return False
    ahead, done = {"agreed_to_sign", "proposed", "negotiating"}, {"signed", "approved", "in_effect"}
    return not ((found.status in ahead and draft.status in done) or (found.status in done and draft.status in ahead))


def _is_specific(report: Report, draft: Draft) -> bool:
    """Tell whether the namings settle on a text between parties; plans of one side and talk of agreements in general do not."""
    first = draft.namings[0]
    if first.known or any(status != "negotiating" for status, _ in draft.acts):
        return True
    if draft.acts:
        return not draft.generic or len(draft.told_parties) > 1
    if draft.generic or draft.type in {"action_plan", "unnamed_texts"}:
        return False
    return len(draft.told_parties) > 1 or first.named


def _finish(report: Report, draft: Draft, name: str) -> Instrument:
    """Return the instrument of the contract."""
    first = draft.namings[0]
    parties = draft.parties_told(report)
    period = next((p for n in draft.namings if (p := period_of(report, n))), None)
    evidence = sorted({report.cite(n.span) for n in draft.namings})
    report.note("instrument", first.span, draft.type)
    return Instrument(
        id=name,
        type=draft.type,
        title=first.span.text,
        parties=parties,
        status="in_effect" if first.known and draft.status == "unknown" else draft.status,
        concluded=draft.concluded,
        signed_on=draft.signed.start if draft.signed else None,
        period_from=period.start[:4] if period else None,
        period_to=period.end[:4] if period else None,
        sectors=_sectors(draft, evidence),
        evidence=evidence,
    )


def _sectors(draft: Draft, evidence: list[Evidence]) -> list[str]:
    if draft.type in {"friendly_city_agreement", "letter_of_intent"}:
        return ["diplomacy"]
    words = draft.namings[0].words
    return sectors(words[0].doc[words[0].i : words[-1].i + 1])
