"""The scene: time and place that the events of one report share."""

from spacy.tokens import Span, Token

from amity.model import DateRange, PlaceReference
from amity.reading.events.cue import words
from amity.reading.events.happenings import Happening, agree
from amity.reading.events.venues import at_home, dateline, seat_of
from amity.reading.grammar import verb_above
from amity.reading.parties import only_parties
from amity.reading.report import DateMention, Report
from amity.reading.sequences import sentence_starts
from amity.reading.told import as_news, published, within

LEDE = 3  # sentences at the head of a report that still tell when its news was
SCENIC = {"meeting", "signing", "ceremony"}


def share(report: Report, happenings: list[Happening]) -> None:
    """Give an event without a day or a city those of the event that it goes with in the report."""
    for event in happenings:
        partner = _partner(happenings, event)
        if partner and not event.date:
            event.date = _day_within(partner)
            event.news = partner.news
        if partner and not event.place and partner.group in SCENIC | {"summit"}:
            event.place = partner.place
    _share_company(happenings)
    _share_news(report, happenings)


def _share_company(happenings: list[Happening]) -> None:
    """Give a past event told without participants those of the one that its sentence names beside it."""
    for event in happenings:
        if event.news or event.persons or event.parties:
            continue
        beside = [h for h in happenings if h is not event and len(h.parties) > 1 and _told_in(h, event.cues[0].word.sent)]
        event.parties = list(beside[0].parties) if beside else []


def _partner(happenings: list[Happening], event: Happening) -> Happening | None:
    """Return the event of the same sentence, or the one before when a word of sequence leads from it ("then", "on that occasion")."""
    if event.group not in SCENIC:
        return None
    cue = event.cues[0]
    if _is_singled_out(event):
        return None
    sentence = cue.word.sent
    beside = [h for h in happenings if h is not event and h.date and _told_in(h, sentence)]
    if event.status != "held":
        beside = [h for h in beside if h.status == event.status]
    if beside and (not event.date or agree(event.date, beside[0].date)):
        return beside[0]
    if event.status != "held":
        return None
    leads = any(_leads(t, cue.word.i) for t in sentence if t.i < cue.word.i)
    before = [h for h in happenings if h is not event and h.date and h.status == "held" and h.cues[0].word.i < cue.word.i]
    return before[-1] if leads and before else None


def _is_singled_out(event: Happening) -> bool:
    """Tell whether the event is told apart from the scene: by a number, a name, as one more, or by its outcome."""
    return event.cues[0].further or event.cues[0].apart or any(c.ordinal or c.name for c in event.cues)


def _leads(token: Token, word: int) -> bool:
    """Tell whether a word leads from the event before to this one: at the head of the sentence or just before the verb."""
    near = token.i - sentence_starts(token.doc)[token.i] < 3 or word - token.i < 3
    return near and token.lower_ in words("sequence", "after")


def _day_of_lede(report: Report, taken: set[str]) -> DateRange | None:
    """Return the one day that the captions or the first sentences tell, when no event tells its own; the day of a saying is none."""
    captions = [s for s in report.doc.sents if report.role_at(s.start_char) == "caption"]
    ledes = [s for s in report.doc.sents if report.role_at(s.start_char) == "body"][:LEDE]
    for sentences in (captions, ledes):
        days = {d.date for s in sentences for d in report.dates_within(s.start, s.end) if d.date and _is_plain_day(report, d)}
        if len(days) == 1 and not {day.start for day in days if day} & taken:
            return days.pop()
    return None


def _is_plain_day(report: Report, told: DateMention) -> bool:
    """Tell whether the time is a day of the news, in a main clause, and not when something was said."""
    root = report.doc[told.start : told.end].root
    verb = verb_above(root)
    aside = verb is not None and (verb.dep_ in {"relcl", "acl", "advcl"} or verb.lemma_.lower() in words("saying", "verbs"))
    last = published(report)
    recent = told.date is not None and (last is None or told.date.start <= last.isoformat()) and as_news(report, False, told.date)
    return told.relation == "on" and told.date is not None and told.date.precision == "day" and recent and not aside


def _unsettled(report: Report, event: Happening) -> bool:
    """Tell whether the sentences of the event tell a time that the report does not settle."""
    return any(d.date is None and _told_in(event, report.doc[d.start : d.end].sent) for d in report.dates)


def host_city(report: Report, event: Happening) -> PlaceReference | None:
    """Return the city whose leader received the guests."""
    hosts = [p for p in event.persons if event.roles.get(p) == "host"]
    return seat_of(report, only_parties(report.table, hosts))


def _told_in(event: Happening, sentence: Span) -> bool:
    return any(sentence.start <= c.word.i < sentence.end for c in event.cues)


def _day_within(event: Happening) -> DateRange | None:
    """Return the event's day; of several days only the month is sure for what happened within them."""
    return within(event.date) if event.date else None


def _share_news(report: Report, happenings: list[Happening]) -> None:
    """Give the news of the report its one day and city, where each is told once."""
    news = [
        h
        for h in happenings
        if h.news and h.status == "held" and h.group in SCENIC and h.cues[0].word.lemma_.lower() not in words("recurring", "nouns")
    ]
    dated = [h for h in news if h.date and h.date.precision == "day"]
    around = dated or [
        h for h in happenings if h.news and h.date and h.date.precision == "day" and h.status == "held" and h.group in {"visit", "summit"}
    ]
    taken = {h.date.start for h in happenings if h.date}
    told = _day_within(around[0]) if around else _day_of_lede(report, taken)
    for event in news:
        if not event.date and told and not _is_singled_out(event) and not _unsettled(report, event):
            event.date = told
    _place_visits(report, happenings)
    sources = {"meeting", "signing", "summit", "visit"}
    placed = [h for h in happenings if h.news and h.status == "held" and h.place and h.group in sources]
    for event in news:
        if not event.place and not any(c.apart for c in event.cues):
            event.place = _place_of_news(report, event, placed)
    for event in happenings:
        if event.group == "summit" and event.news and event.told and not event.place and event.status == "held" and event.date:
            event.place = at_home(report, only_parties(report.table, [*event.persons, *event.parties]))


def _place_of_news(report: Report, event: Happening, placed: list[Happening]) -> PlaceReference | None:
    """Return the city where the news was: of the council, of the event of the same day, of the host, of the dateline."""
    if event.council:
        return seat_of(report, event.parties) or dateline(report)
    same_day = [h for h in placed if agree(h.date, event.date)]
    if same_day:
        return same_day[0].place
    return host_city(report, event) or at_home(report, only_parties(report.table, [*event.persons, *event.parties]))


def _place_visits(report: Report, happenings: list[Happening]) -> None:
    """Place a visit where the visitors' hosts are at home."""
    for event in happenings:
        if event.group == "visit" and event.news and event.told and not event.place:
            visitors = only_parties(report.table, [a for c in event.cues for a in c.hosts])
            others = [a for a in only_parties(report.table, [*event.parties, *report.table.sides]) if a not in visitors]
            event.place = at_home(report, others) or seat_of(report, others)
