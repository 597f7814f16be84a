"""Drafts: the namings of a report gathered into its instruments, each with the acts and parties that they tell."""

from dataclasses import dataclass, field

from amity.model import DateRange
from amity.model.acts import InstrumentStatus, InstrumentType
from amity.reading.grammar import auxiliaries, conjuncts, first_of_list
from amity.reading.instruments.lifecycle import Act, acts_on
from amity.reading.instruments.namings import Naming, anaphoric_nouns, find_namings
from amity.reading.parties import agents, linked, only_parties, parties_of_act, parties_of_phrase, partners
from amity.reading.report import Report
from amity.reading.told import as_news, date_of_act, in_title
from amity.vocabulary import load

RANK: tuple[InstrumentStatus, ...] = (
    "terminated", "suspended", "expired", "superseded", "renewed", "amended", "in_effect",
    "signed", "approved", "agreed_to_sign", "negotiating", "proposed", "unknown",
)  # fmt: skip
NOT_YET: dict[str, InstrumentStatus] = {
    "planned": "agreed_to_sign", "agreed_to_sign": "agreed_to_sign",
    "proposed": "proposed", "negotiating": "negotiating", "denied": "proposed",
}  # fmt: skip
CONCLUDING = {"signed", "approved"}
ALIKE = {"friendly_city_agreement", "mou", "cooperation_agreement", "protocol"}
SIGNING = {"signed", "agreed_to_sign"}
AHEAD = {"agreed_to_sign", "negotiating", "proposed"}
LOOSE = {"cooperation_agreement", "unnamed_texts", "other"}
SETS = {
    "mou",
    "cooperation_agreement",
    "unnamed_texts",
    "contract",
    "protocol",
    "other",
    "treaty",
    "letter_of_intent",
    "friendly_city_agreement",
}


@dataclass
class Draft:
    """An instrument while its namings are gathered."""

    type: InstrumentType
    namings: list[Naming] = field(default_factory=list)
    acts: list[tuple[InstrumentStatus, Act]] = field(default_factory=list)
    act_parties: list[str] = field(default_factory=list)
    told_parties: list[str] = field(default_factory=list)
    signed: DateRange | None = None
    concluded: bool = False
    past: bool = False
    relied_on: bool = False

    @property
    def loose(self) -> bool:
        """Whether only a noun without a type of its own names it so far."""
        return all(n.weak or (n.generic and self.type in LOOSE) for n in self.namings)

    @property
    def status(self) -> InstrumentStatus:
        """The status that stands furthest in the life of the instrument; what is concluded as news stays signed or approved."""
        told = [status for status, _ in self.acts]
        if self.concluded:
            told = [s for s in told if s in CONCLUDING] or told
        if not told and (self.relied_on or self.namings[0].known or any(n.relied_on or n.named for n in self.namings)):
            return "in_effect"
        return min(told, key=RANK.index, default="unknown")

    def parties_told(self, report: Report) -> list[str]:
        """The parties that the report tells for the instrument, completed from its principal sides."""
        if len(self.told_parties) > 1 or self.namings[0].known:
            return self.told_parties
        found = only_parties(report.table, [*self.told_parties, *self.act_parties])
        return found if len(found) > 1 else only_parties(report.table, [*found, *report.table.sides])


def gather(report: Report) -> list[Draft]:
    """Return the instruments of the report, in the order of its text, with all that their namings tell of them."""
    drafts: list[Draft] = []
    for naming in sorted(find_namings(report), key=lambda n: (in_title(report, n.head.sent), n.span.start)):
        if _is_alias(drafts, naming):
            continue
        for found in _read(report, naming, drafts):
            if not naming.weak or any(status in SIGNING for status, _ in found.acts):
                _join(report, drafts, found)
    _settle_plain(drafts)
    return sorted((d for d in drafts if _is_specific(report, d)), key=lambda d: min(n.span.start for n in d.namings))


def _in_short(draft: Draft) -> bool:
    """Tell whether the report speaks of the text as known from the matter ("the agreement was signed in May")."""
    return any(n.definite or (n.plural and draft.past) for n in draft.namings)


def _settle_plain(drafts: list[Draft]) -> None:
    """Let a plain agreement still ahead be the one on the friendly relation that a letter of intent announces."""
    announced = any(d.type == "letter_of_intent" and d.concluded for d in drafts)
    for draft in drafts:
        if (
            announced
            and draft.type == "cooperation_agreement"
            and draft.loose
            and draft.status in AHEAD
            and not any(n.topic for n in draft.namings)
        ):
            draft.type = "friendly_city_agreement"


def _is_alias(drafts: list[Draft], naming: Naming) -> bool:
    """Tell whether the noun only says what a text named before is ("RCEP is a trade accord")."""
    doc, start, end = naming.head.doc, naming.span.start, naming.span.end
    in_brackets = start > 1 and end < len(doc) and doc[start - 1].text == "(" and doc[end].text == ")"
    if in_brackets and not naming.known:
        return any(n.span.start < start and doc[start - 2] in n.words for d in drafts for n in d.namings)
    return naming.head.dep_ == "attr" and not naming.definite and not naming.known


def _join(report: Report, drafts: list[Draft], found: Draft) -> None:
    """Add what a naming tells to the instrument that it means, or begin a new one."""
    earlier = next((d for d in reversed(drafts) if _same(report, d, found)), None)
    if earlier is None:
        drafts.append(found)
        return
    if earlier.loose and not found.loose:
        earlier.type = found.type
    earlier.namings += found.namings
    known = {act.word for _, act in earlier.acts}
    earlier.acts += [(status, act) for status, act in found.acts if act.word not in known]
    earlier.told_parties = earlier.told_parties if len(earlier.told_parties) > 1 else found.told_parties or earlier.told_parties
    earlier.act_parties = earlier.act_parties if len(earlier.act_parties) > 1 else found.act_parties or earlier.act_parties
    earlier.signed = earlier.signed or found.signed
    earlier.concluded = earlier.concluded or found.concluded
    earlier.relied_on = earlier.relied_on or found.relied_on


def _read(report: Report, naming: Naming, drafts: list[Draft]) -> list[Draft]:
    """Read what one naming tells: its type, the acts on it, the parties; one instrument for each partner of "MoUs with A, B and C"."""
    kind: InstrumentType = drafts[-1].type if drafts and (naming.stands_for or (naming.earlier and naming.generic)) else naming.type
    draft = Draft(kind, [naming])
    for act in acts_on(naming.head):
        _add_act(report, draft, naming, act)
    draft.told_parties = parties_of_phrase(report, naming.head)
    if naming.plural and naming.type in SETS:
        each = _one_each(report, draft)
        if each:
            return each
        draft.type = "unnamed_texts"
    elif naming.type == "unnamed_texts":
        draft.type = "other"
    return [draft]


def _add_act(report: Report, draft: Draft, naming: Naming, act: Act) -> None:
    status = NOT_YET.get(act.outlook, act.status) if act.status in {*CONCLUDING, "renewed"} else act.status
    if act.status == "in_effect" and act.outlook != "done":
        draft.relied_on = True
        return
    if act.word.lemma_.lower() in {"reach", "agree"} and naming.generic:
        return
    draft.acts.append((status, act))
    draft.act_parties = draft.act_parties or parties_of_act(report, act.verb, act.word)
    if status == "renewed" and as_news(report, act.background, date_of_act(report, act.word, act.verb)):
        draft.concluded = draft.concluded or not in_title(report, naming.head.sent)
    if status not in CONCLUDING:
        return
    when = date_of_act(report, act.word, act.verb)
    draft.signed = when if status == "signed" and not draft.signed else draft.signed
    news = not naming.known and as_news(report, act.background, when) and not (status == "approved" and _by_one_side(report, act))
    draft.past = draft.past or not news
    draft.concluded = draft.concluded or (news and not in_title(report, naming.head.sent))


def _by_one_side(report: Report, act: Act) -> bool:
    """Tell whether only one party approved the text, which does not conclude it."""
    return len(only_parties(report.table, agents(report.table, act.verb))) == 1


def _one_each(report: Report, draft: Draft) -> list[Draft]:
    """Return one instrument for each partner that the clause lists ("MoUs with A, B and C"), or for each counted subject."""
    head = draft.namings[0].head
    for status, act in draft.acts:
        others = only_parties(report.table, partners(report.table, act.verb, {"with"}) or linked(report.table, head, {"with"}))
        if len(others) > 1 and status == "signed":
            one = ([a for a in draft.act_parties if a not in others] or [a for a in report.table.sides if a not in others])[:1]
            return [_copy(draft, [*one, other]) for other in others]
    if any(status == "signed" for status, _ in draft.acts) and _counted(draft.namings[0]):
        return [_copy(draft, draft.told_parties) for _ in range(_counted(draft.namings[0]))]
    return []


def _copy(draft: Draft, parties: list[str]) -> Draft:
    """Return a draft of its own that tells the same of other parties, or of another subject."""
    known = Draft(draft.type, list(draft.namings), list(draft.acts), list(draft.act_parties), list(parties), draft.signed)
    known.concluded, known.past = draft.concluded, draft.past
    return known


def _counted(naming: Naming) -> int:
    """Return how many texts a number and as many subjects tell ("two memoranda on trade and tourism"), else 0."""
    numbers = load("instruments")["validity"]["numbers"]
    told = next((numbers.get(t.lower_, 0) for t in naming.head.lefts if t.dep_ == "nummod"), 0)
    nouns = [n for c in naming.words if c.dep_ == "prep" and c.lower_ == "on" for n in c.children if n.dep_ == "pobj"][:1]
    subjects = sum(1 for n in nouns for _ in conjuncts(n))
    return told if 1 < told == subjects else 0


def _same(report: Report, draft: Draft, found: Draft) -> bool:
    """Tell whether a naming means the instrument of the draft."""
    naming = found.namings[0]
    if naming.known or draft.namings[0].known:
        return naming.known and draft.namings[0].known and _one_name(draft.namings[0], naming)
    if (naming.another and not naming.definite) or naming.stands_for or naming.numbered or _beside(draft, found):
        return False
    anaphoric = naming.definite and naming.head.lemma_.lower() in anaphoric_nouns()
    heading = in_title(report, naming.head.sent)
    if naming.earlier != draft.namings[0].earlier and draft.past != found.past:
        return False
    if draft.type != found.type and not _fits(draft, found, anaphoric or heading):
        return False
    if draft.signed and found.signed and not _agree(draft.signed, found.signed) and not (draft.concluded and found.concluded and anaphoric):
        return False
    if len(draft.told_parties) > 1 and len(found.told_parties) > 1 and not _one_company(draft, found, anaphoric):
        return False
    if (draft.concluded and found.past and found.signed) or (draft.past and found.concluded):
        return False
    if (found.status in AHEAD) != (draft.status in AHEAD) and "unknown" not in (found.status, draft.status):
        return heading
    return heading or (anaphoric and not naming.topic) or _same_topic(draft, found)


def _one_company(draft: Draft, found: Draft, anaphoric: bool) -> bool:
    """Tell whether two lists of parties can be of one text: the same, or one within the other where the noun takes up the text."""
    ours, theirs = set(draft.told_parties), set(found.told_parties)
    return ours == theirs or (anaphoric and (ours < theirs or theirs < ours))


def _beside(draft: Draft, found: Draft) -> bool:
    """Tell whether one act makes two texts, named side by side ("signed a treaty and a joint statement")."""
    if draft.namings[0] is found.namings[0]:
        return True
    acts = {act.word for _, act in draft.acts} & {act.word for _, act in found.acts}
    return bool(acts) and any(first_of_list(found.namings[0].head) == first_of_list(n.head) for n in draft.namings)


def _fits(draft: Draft, found: Draft, anaphoric: bool) -> bool:
    """Tell whether two types can be of one text: a noun without a type of its own takes up any ("the accord")."""
    if found.namings[0].plural != draft.namings[0].plural:
        return False
    if (found.loose and anaphoric) or draft.loose:
        return True
    if anaphoric and draft.concluded and any(t.lower_ == "this" for t in found.namings[0].head.lefts):
        return True
    plain = found.namings[0].definite and not found.namings[0].topic and not found.namings[0].named
    return plain and draft.concluded and {draft.type, found.type} <= ALIKE


def _one_name(one: Naming, other: Naming) -> bool:
    """Tell whether two well-known names are of one treaty: a name and its abbreviation, or the same words."""
    groups = [{form.casefold() for form in forms} for forms in load("instruments")["names"].values()]
    pair = {one.span.text.casefold(), other.span.text.casefold()}
    return len(pair) == 1 or any(pair <= group for group in groups)


def _agree(one: DateRange, other: DateRange) -> bool:
    return one.start.startswith(other.start) or other.start.startswith(one.start)


def _same_topic(draft: Draft, found: Draft) -> bool:
    """Tell whether two namings are about the same: they share a word, or one of them tells no subject."""
    topic = found.namings[0].topic
    topics = [n.topic for n in draft.namings if n.topic]
    return not topic or not topics or any(topic & t for t in topics)


def _in_general(draft: Draft) -> bool:
    """Tell whether the report only says how such texts go ("an agreement takes effect once it is signed")."""
    article = any(t.lower_ in {"a", "an", "any"} for t in draft.namings[0].head.lefts)
    usual = all(act.word.tag_ == "VBZ" and not auxiliaries(act.word) for _, act in draft.acts)
    return draft.loose and article and len(draft.namings) == 1 and draft.status == "in_effect" and usual


def _is_specific(report: Report, draft: Draft) -> bool:
    """Tell whether the namings settle on a text between parties; plans of one side and talk of agreements in general do not."""
    first = draft.namings[0]
    if first.known:
        return True
    if (
        not draft.parties_told(report)
        or _in_general(draft)
        or (draft.loose and not draft.told_parties and not draft.act_parties and not _in_short(draft))
    ):
        return False
    statuses = [s for s, _ in draft.acts]
    papers = draft.loose and all(n.head.lemma_.lower() in load("instruments")["types"]["unnamed_texts"] for n in draft.namings)
    if first.plural and first.definite and draft.type == "unnamed_texts" and (papers or not draft.past):
        return False
    if papers:
        return any(s in {"signed", "approved", "agreed_to_sign"} for s in statuses)
    if any(s in {"signed", "approved", "agreed_to_sign", "suspended", "terminated", "renewed", "superseded"} for s in statuses):
        return True
    parties = len(draft.told_parties) > 1 or len(draft.act_parties) > 1
    in_use = draft.relied_on or "in_effect" in statuses or any(n.relied_on for n in draft.namings)
    if (draft.loose or draft.type == "action_plan") and not first.plural and first.definite and first.topic and in_use:
        return True
    if draft.loose and first.named and parties:
        return True
    if first.plural:
        return False
    if draft.loose or draft.type == "action_plan":
        return parties and bool(statuses or draft.relied_on)
    return bool(statuses) or parties or first.named
