"""Attribution: who speaks, on whose behalf, to whom, and who would act."""

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from amity.model import Instrument
from amity.model.actors import JURISDICTIONS
from amity.reading.parties import only_parties
from amity.reading.report import Report
from amity.reading.statements.acts import Act
from amity.reading.statements.agents import collective, is_gathering, is_text
from amity.reading.statements.clauses import Clauses, passive
from amity.reading.statements.quotations import Quotations
from amity.reading.statements.reporters import reporter, reports
from amity.vocabulary import load

FRESH = 2
"""Sentences after which nobody has the floor any more unless he is named again."""
COMMERCIAL = frozenset({"company"})
AGREED = 5


@dataclass
class Holders:
    """The parties of one statement, as ids of actors."""

    by: list[str] = field(default_factory=list)
    speaker: str | None = None
    to: list[str] = field(default_factory=list)
    debtor: list[str] | None = None
    joint: bool = False
    sure: bool = True


@dataclass
class Floor:
    """Who has the floor: the speaker that the report last named, and for whom."""

    speaker: str | None = None
    side: list[str] = field(default_factory=list)
    age: int = FRESH

    def take(self, speaker: str | None, side: list[str]) -> None:
        """Give the floor to a speaker."""
        self.speaker, self.side, self.age = speaker, side, 0

    @property
    def open(self) -> bool:
        """Tell whether nobody has it."""
        return self.age >= FRESH


class Attribution:
    """Finds the parties of statements in one report, sentence after sentence."""

    def __init__(self, report: Report, clauses: Clauses, instruments: list[Instrument]) -> None:
        self.report = report
        self.table = report.table
        self.clauses = clauses
        self.instruments = instruments
        self.quotations = Quotations(clauses)
        self.floor = Floor()

    def private(self, holders: Holders) -> bool:
        """Tell whether only companies bind themselves, which is business and no cooperation of places."""
        return bool(holders.by) and all(self.table.actors[actor].kind in COMMERCIAL for actor in holders.by)

    def holders(self, act: Act, span: Span) -> Holders:
        """Return the parties of the action ``span`` that the act takes."""
        holders = self._of_text(act) if act.basis is not None else self._of_ask(act) if act.force <= 2 else self._of_pledge(act)
        holders.joint = len(holders.by) > 1
        holders.debtor = (self._parties(self._asked(act)) or None) if act.force <= 2 else None
        holders.to = self._addressees(act, holders.by, span)
        if holders.speaker is not None and not holders.joint:
            self.floor.take(holders.speaker, holders.by)
        return holders

    def follow(self, sentence: Span) -> None:
        """Keep the floor up to date over a sentence: whoever speaks in it has the floor, other sentences let it lapse."""
        self.floor.age += 1
        root = sentence.root
        tellers = (reporter(self.clauses, root), reports(self.clauses, root), self.quotations.speaker(root))
        for subject in (*tellers, self.clauses.subject(root)):
            person = self._person(self._actors(subject))
            if person is not None:
                self.floor.take(person, self._parties([person]))
                return

    def _of_text(self, act: Act) -> Holders:
        """Return who binds themselves in a text: the subject of its clause, else the text's parties, else the sides."""
        subject = self.clauses.own_subject(act.head) if act.inner and act.rule == "content" else self.clauses.subject(act.carrier)
        named = self._parties(self._actors(subject)) if subject is not None and not passive(act.carrier) else []
        if act.rule == "signed-purpose":
            named = list(dict.fromkeys([*named, *self._parties(self._partners_in(act))]))
        owner = self._owner(act) if act.rule == "speech-noun" else None
        owned = self._parties(self._actors(owner)) if owner is not None and owner.dep_ == "poss" else []
        if owned:  # "the pact reaffirms Oman's commitment to"
            return Holders(owned)
        if len(named) > 1 or (named and act.rule in ("modal", "under-text", "speech-verb")):
            return Holders(named)
        start = act.word.sent.start_char
        close = [i.parties for i in self.instruments if any(e.start <= start <= e.end for e in i.evidence) and len(i.parties) > 1]
        if not close and any(self.table.actors[actor].kind in COMMERCIAL for actor in named):
            return Holders(named)
        return Holders(list(close[0]) if close else list(self.table.sides) or named, sure=bool(close))

    def _partners_in(self, act: Act) -> list[str]:
        """Return the actors with whom a text is signed."""
        links = [c for anchor in (act.carrier, act.word) for c in self.clauses.children(anchor) if c.lower_ == "with"]
        return [actor for link in links for noun in self.clauses.children(link) for actor in self._actors(noun)]

    def _of_ask(self, act: Act) -> Holders:
        """Return who hopes or asks: the subject of the cue, or who says what should be done."""
        told = act.rule in ("modal", "exhortation", "impersonal")
        asker = self._agent(act.carrier) if passive(act.carrier) else None if told else self._owner(act)
        actors = self._actors(asker)
        if not actors and not _all_sides(asker):
            asker = self._teller(act)
            actors = self._actors(asker)
        return self._spoken(actors, asker, self._teller(act))

    def _of_pledge(self, act: Act) -> Holders:
        """Return who would act: the subject of the promise, with who is said to say so."""
        owner = self._owner(act)
        if passive(act.carrier) and (act.rule in ("modal", "speech-verb") or owner == act.word):
            return self._of_passive(act)
        together = self.clauses.own_subject(act.head) if act.inner and act.rule == "speech-verb" else None
        if together is not None and together != owner and collective(together):  # "agreed that the two sides will open"
            return Holders(self._parties(self._actors(together)) or list(self.table.sides), self._person(self._actors(owner)))
        actors = self._actors(owner)
        teller = self._actors(self._teller(act))
        by = self._parties(actors)
        if owner is not None and self._stands_for_all(owner) and (not by or (len(by) == 1 and by[0] in self.table.sides and by != actors)):
            by = list(self.table.sides)
        if act.rule == "speech-noun" and act.force == AGREED and len(by) == 1 and by[0] in self.table.sides:
            by = list(self.table.sides)  # an agreement that one side tells of is that of all
        if not by and not teller and _stranger(owner):
            return Holders([], sure=False)
        if not by:
            return self._spoken(teller, self._teller(act), None)
        speaker = self._person(actors) or self._person(teller)
        if speaker is None and len(by) == 1 and not self.floor.open and set(by) & set(self.floor.side):
            speaker = self.floor.speaker
        return Holders(by, speaker)

    def _of_passive(self, act: Act) -> Holders:
        """Return who acts in a passive: its agent, else all sides of what is said or of their cooperation ("ties will be deepened").

        Of what the narrator says will be done nobody is known to be the one who does it.
        """
        by = self._parties(self._actors(self._agent(act.carrier)))
        teller = self._teller(act)
        speaker = self._person(self._actors(teller))
        subject = self.clauses.subject(act.carrier)
        told = act.rule != "modal" or teller is not None or act.word.lower_ == "would"
        between = told or (subject is not None and (is_text(subject) or subject.lemma_.lower() in load("specificity")["general"]))
        return Holders(by or (list(self.table.sides) if between else []), speaker, sure=bool(by))

    def _stands_for_all(self, noun: Token) -> bool:
        """Tell whether the noun is all sides: "both sides", "the session", "the ministers", but not "ministers from Oman"."""
        if collective(noun) or is_gathering(noun):
            return True
        if noun.tag_ not in ("NNS", "NNPS") or noun.lemma_.lower() not in load("agents")["sides"] or len(self.table.sides) < 2:
            return False
        return all(child.lower_ == "the" or child.dep_ in ("punct", "preconj") for child in noun.children)

    def _agent(self, verb: Token) -> Token | None:
        """Return who does what a passive tells ("was invited by the mayor")."""
        below = [child for child in self.clauses.children(verb) if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")]
        return next((noun for child in below for noun in self.clauses.children(child) if self._actors(noun)), None)

    def _spoken(self, actors: list[str], asker: Token | None, teller: Token | None) -> Holders:
        speaker = self._person(actors) or self._person(self._actors(teller))
        by = self._parties(actors)
        if not by and asker is not None and self._stands_for_all(asker):
            return Holders(list(self.table.sides))
        if not by and not self.floor.open:
            return Holders(list(self.floor.side), self.floor.speaker, sure=False)
        if speaker is None and len(by) == 1 and not self.floor.open and by == self.floor.side:
            speaker = self.floor.speaker
        return Holders(by, speaker)

    def _owner(self, act: Act) -> Token | None:
        """Return who holds the act: the possessor of its noun ("Oman's readiness"), else the subject."""
        noun = act.word if act.rule == "speech-noun" else None
        owners = [child for child in noun.children if child.dep_ == "poss"] if noun is not None else []
        if not owners and noun is not None:  # "the willingness of the government to open"
            linked = [inner for child in noun.children if child.lower_ == "of" for inner in child.children if inner.i < act.head.i]
            owners = [inner for inner in linked if inner.i != act.head.i and self._actors(inner)]
        if owners and (self._actors(owners[0]) or owners[0].pos_ != "PRON"):
            return owners[0]
        return self.clauses.subject(act.carrier)

    def _teller(self, act: Act) -> Token | None:
        """Return who is said to say it: a reporting verb's subject, or the speaker of the quotation."""
        return reporter(self.clauses, act.word) or self.quotations.speaker(act.word)

    def _actors(self, noun: Token | None) -> list[str]:
        """Return the actors of a noun phrase: its own and those listed with it, else those of the places it belongs to."""
        if noun is None:
            return []
        if noun.lower_ in load("agents")["first_person"] and not self.table.refers(noun):
            return self._actors(self.quotations.speaker(noun) or reporter(self.clauses, noun))
        listed = [noun, *(token for token in noun.conjuncts if token.i > noun.i)]
        found = [actor for token in listed for actor in self.table.refers(token)]
        if not found:
            inner = [t for t in noun.subtree if t.i > noun.i and t.dep_ in ("pobj", "conj", "appos") and self._links(t, noun)]
            found = [actor for token in inner for actor in self.table.refers(token)]
        return list(dict.fromkeys(found))

    def _links(self, token: Token, noun: Token) -> bool:
        """Tell whether only prepositions of place stand between the noun and the name."""
        while token.i != noun.i:
            if token.dep_ in ("relcl", "acl") or (token.dep_ == "prep" and token.lower_ not in load("agents")["place_links"]):
                return False
            token = token.head
        return True

    def _person(self, actors: list[str]) -> str | None:
        persons = [actor for actor in actors if self.table.is_person(actor)]
        return persons[0] if len(persons) == 1 else None

    def _parties(self, actors: list[str]) -> list[str]:
        """Return whom the actors speak for; a person who speaks for nobody stands for himself."""
        return only_parties(self.table, actors) or list(dict.fromkeys(actors))

    def _asked(self, act: Act) -> list[str]:
        """Return who is asked: the object of the cue, or the subject of its passive."""
        asked = self.clauses.subject(act.carrier) if passive(act.carrier) and act.rule == "speech-verb" else act.object
        return self._actors(asked)

    def _partners(self, span: Span) -> list[str]:
        """Return the parties that the action names as those it is done with ("cooperation with Oman")."""
        links = [token for token in span if token.lower_ == "with" and token.dep_ == "prep"]
        named = [actor for link in links for noun in link.children for actor in self._actors(noun)]
        return [actor for actor in self._parties(named) if self.table.actors[actor].kind in JURISDICTIONS]

    def _addressees(self, act: Act, by: list[str], span: Span) -> list[str]:
        """Return to whom it is said: who is asked, whom the action names as partner, else the other sides of the report."""
        asked = self._parties(self._asked(act)) if act.force <= 2 else []
        partners = [actor for actor in asked or self._partners(span) if actor not in by]
        if partners:
            return partners
        if len(by) != 1:
            return []
        home = self.table.actors[by[0]].country
        others = [side for side in self.table.sides if side not in by]
        abroad = [side for side in others if home is None or self.table.actors[side].country != home]
        return abroad or others


def _stranger(noun: Token | None) -> bool:
    """Tell whether the subject is named but nobody of the report: what he promises is not whoever spoke last."""
    return noun is not None and noun.pos_ == "PROPN"


def _all_sides(noun: Token | None) -> bool:
    """Tell whether the noun is all sides together, whom the actor table may not have resolved."""
    return noun is not None and (collective(noun) or is_gathering(noun))
