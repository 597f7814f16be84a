"""Phrases of a brief in the reader's language: parties, dates, states, what was searched."""

from collections.abc import Iterable, Iterator

from amity.model.text import stem
from amity.office.brief.leads import TALKS
from amity.office.brief.model import Brief, FollowUp, Item, Meeting, Party, Source, Whose
from amity.office.citations import Citation
from amity.office.render.paper import Cell, Run
from amity.office.render.paper import Source as Sourced
from amity.office.searched import Searched
from amity.office.words import Words

LONGEST = 130
"""Characters of one action or title: what is longer is cut and has its id."""
LONGEST_NAME, LONGEST_REPLY = 70, 100
LONGEST_QUOTE = 260
OPEN, SEEN = "○", "●"
"""Signs of lines that nobody has checked, and of those that somebody has: no colour is needed to tell them apart."""
UNSURE = 1
"""Confidence that is worth a warning."""


YEAR = 365
"""Days after twice of which years are told: nobody counts thousands of days."""


class Phrases:
    """The words of one brief in one language."""

    def __init__(self, made: Brief, say: Words) -> None:
        self.made, self.say = made, say

    def name(self, party: Party | None) -> str:
        """Return a party's name: of a country in the reader's language, else as the reports have it."""
        if party is None:
            return ""
        return self.say.country(party.country) if party.country else cut(party.label, LONGEST_NAME)

    def full(self, party: Party) -> str:
        """Return a party's name with the one in its own script beside it."""
        native = party.label if party.country and self.say.language != "en" else party.native
        return f"{self.name(party)} ({cut(native, LONGEST_NAME)})" if native else self.name(party)

    def names(self, parties: Iterable[Party], full: bool = False) -> str:
        """Return the names of parties, one after the other."""
        return self.say(", ").join(self.full(one) if full else self.name(one) for one in parties)

    def whom(self, by: Iterable[Party], to: Iterable[Party]) -> str:
        """Return who acts and towards whom."""
        who, whom = self.names(by), self.names(to)
        return f"{who} → {whom}" if whom else who

    def side(self, whose: Whose) -> str:
        """Return what a side is called: "we" and "they" where home is known, else its name."""
        say, made = self.say, self.made
        if made.home and whose != "both":
            return say("we") if whose == made.home else say("they")
        if whose == "both":
            return say("both")
        party = made.one if whose == "one" else made.other
        return self.name(party) if party else say("others")

    def count(self, found: Searched) -> str:
        """Return what was searched: how many reports, of how many outlets, up to when."""
        return counted(self.say, found) if found.reports else self.say("no report since to search")

    def left(self, days: int) -> str:
        """Return how long something is ahead or over."""
        years = abs(days) // YEAR
        if years > 1:
            return (
                self.say.many("in {n} year", "in {n} years", years) if days > 0 else self.say.many("{n} year ago", "{n} years ago", years)
            )
        if days >= 0:
            return self.say.many("in {n} day", "in {n} days", days) if days else self.say("today")
        return self.say.many("{n} day ago", "{n} days ago", -days)

    def due(self, told: str, days: int | None) -> str:
        """Return a due date with how long it is ahead; that it is over is derived and says so."""
        if not told:
            return ""
        passed = self.say(", day passed (derived)") if days is not None and days < 0 else ""
        ahead = f", {self.left(days)}" if days is not None and days >= 0 else ""
        return self.say("due {day}").format(day=self.say.day(told)) + ahead + passed

    def follow(self, follow: Iterable[FollowUp], searched: Searched) -> Iterator[Run]:
        """Yield what came of a promise as far as anybody says; silence is told as silence."""
        told = list(follow)
        for one in told:
            who = self.say("self-reported") if one.self_reported else self.say("reported") if one.by == "machine" else one.by
            when = self.say.day(one.as_of)
            yield Run(f"{self.say.value(one.status)} ({', '.join(filter(None, (who, when)))})", "strong", cites(one.citations))
        if not told:
            yield Run(self.say("no later report of it ({searched})").format(searched=self.count(searched)), "soft")

    def sign(self, one: Item) -> Run:
        """Return the sign of a line's state."""
        return Run(f"{OPEN if one.state == 'unchecked' else SEEN} ", "soft")

    def words(self, one: Item, most: int = LONGEST) -> str:
        """Return what was promised or asked, in the words of its report (part of a sentence, at times) or a person's own."""
        told = cut(one.label, most)
        return told if one.state == "entered" else f"“{told}”"

    def warned(self, one: Item) -> Iterator[Run]:
        """Yield what is to be known of a line: that a person corrected or entered it, that the reading is unsure."""
        if one.state in ("corrected", "entered"):
            yield Run(f" [{self.say.value(one.state)}]", "mark")
        if one.confidence == UNSURE and one.state == "unchecked":
            unsure = self.say("unsure")
            yield Run(f" [{unsure}]", "mark")

    def line(self, one: Item, *runs: Run) -> Cell:
        """Return a line: sign, words, warnings and sources."""
        named = {number for run in runs for number in run.cites}
        return (self.sign(one), *runs, *self.warned(one), Run("", "", tuple(n for n in cites(one.citations) if n not in named)))


def met(phrases: Phrases, one: Meeting) -> str:
    """Return when and where a meeting was or is to be."""
    say = phrases.say
    when = say.day(one.begins) if one.begins == one.ends or not one.ends else f"{say.day(one.begins)} – {say.day(one.ends)}"
    where = say("in {place}").format(place=cut(one.place, 60)) if one.place else ""
    mode = say.value(one.mode) if one.mode in ("online", "phone", "hybrid") else ""
    planned = say.value("planned") if one.coming else ""
    return say(", ").join(filter(None, (when or say("day not told"), say.value(one.kind), mode, where, planned)))


def outcome(phrases: Phrases, one: Meeting) -> Iterator[Run]:
    """Yield what came of a meeting as its reports tell."""
    say = phrases.say
    if one.coming:
        return
    told = [say("signed: {titles}").format(titles="; ".join(cut(title, 90) for title in one.outcome))] if one.outcome else []
    told += [say.many("{n} promise", "{n} promises", one.promises)] if one.promises else []
    if not told and one.kind not in TALKS:
        return
    yield Run(" – " + (say("outcome: {told}").format(told=say(", ").join(told)) if told else say("no outcome told")), "soft")


def counted(say: Words, found: Searched) -> str:
    """Return how many reports were searched, of how many outlets, up to when."""
    reports, outlets = say.many("{n} report", "{n} reports", found.reports), say.many("{n} outlet", "{n} outlets", found.outlets)
    return say("searched: {reports}, {outlets}, up to {day}").format(reports=reports, outlets=outlets, day=say.day(found.last) or "–")


def signs(say: Words) -> str:
    """Return what the signs before lines mean, and the numbers behind them."""
    return say("{open} nobody has checked it; {seen} confirmed, corrected or entered by a person; [1] source").format(open=OPEN, seen=SEEN)


def sourced(say: Words, number: int, one: Source | Citation) -> Sourced:
    """Return a source: its publisher, its day and where it is found; of an entry who made it, when, and from what."""
    if one.entry:
        made = say("entered by {name} on {day}").format(name=cut(one.entry.by, 60) or "–", day=say.day(one.entry.at[:10]))
        told = [made, cut(one.entry.name or "", 60), cut(one.entry.place or "", 40)]
    else:
        told = [cut(one.publisher or "", 70) or say("publisher not told"), say.day(one.day) or say("no day told"), cut(stem(one.path), 60)]
    return Sourced(number, say(", ").join(filter(None, told)), one.url or "")


def claimed(phrases: Phrases, told: str) -> str:
    """Return what a report claims in words: a day as days are written, a value of a vocabulary in the language."""
    return phrases.say.day(told) if told[:4].isdecimal() else phrases.say.value(told)


def cites(citations: Iterable[object]) -> tuple[int, ...]:
    """Return the numbers of citations, each once."""
    return tuple(dict.fromkeys(getattr(one, "number") for one in citations))  # noqa: B009


def cut(text: str, most: int = LONGEST) -> str:
    """Return a text in one line, at most so many characters of it; the last word is whole where there are spaces between words."""
    told = " ".join(text.split()).rstrip(",;: ")
    if len(told) <= most:
        return told
    kept = told[: most - 1]
    whole = kept.rpartition(" ")[0] if told[most - 1] != " " else kept
    return f"{(whole if len(whole) > most // 2 else kept).rstrip(',;: ')}…"


def capital(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]
