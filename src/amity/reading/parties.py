"""Parties: the jurisdictions and organisations that a phrase, an act or a report brings together."""

import itertools
from collections.abc import Iterable

from spacy.tokens import Token

from amity.reading.grammar import agents_of, is_passive, phrase
from amity.reading.report import ActorTable, Mention, Report

MODIFIERS = {"poss", "compound", "nmod", "amod"}
FINITE = {"VBD", "VBZ", "VBP"}
LOCATING = {"in", "at"}
LEADING = {"lead", "head"}
OWN = {"of", "by"}
LOOSE_NAMES = {"npadvmod", "appos", "dep", "oprd", "attr", "dobj", "conj"}
WITHIN = {"of", "from"}
WHICH_REACH = 14  # words of a relative clause up to its verb
JOINS = {"and", ",", "-", "–", "&", "/", "'s", "’s"}


def unique(actors: Iterable[str]) -> list[str]:
    """Return the ids without repetition, in their order."""
    return list(dict.fromkeys(actors))


def actors_in(table: ActorTable, tokens: Iterable[Token]) -> list[str]:
    """Return the ids of all actors that the tokens mention, in the order of the text."""
    return unique(actor for token in tokens for actor in table.refers(token))


def principals(table: ActorTable, noun: Token) -> list[str]:
    """Return the actors that a noun phrase stands for, each member of a list by itself.

    Persons where it names them; else the actor at its head; else the one nearest to it among its modifiers ("the Orlow
    delegation", "leaders of Orlow"). What only says where an actor belongs is passed over ("Orlow in the province of Mirbad").
    """
    return unique(actor for member in _members(noun) for actor in _of_member(table, member))


def _members(noun: Token) -> list[Token]:
    found, waiting = [], [noun]
    while waiting:
        member = waiting.pop(0)
        found.append(member)
        waiting += [c for c in member.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    return found


def _own(noun: Token) -> list[Token]:
    """The phrase of one member of a list, without the other members."""
    return phrase(noun, listed=False)


def _of_member(table: ActorTable, noun: Token) -> list[str]:
    persons = [a for a in actors_in(table, _own(noun)) if table.is_person(a)]
    at = table.at(noun)
    if persons:
        return unique([*(at.refers if at and at.form == "description" else ()), *persons])
    if at:
        return list(at.refers)
    named = [table.at(c) for c in noun.children if c.dep_ == "appos"]
    if any(named):
        return unique(a for m in named if m for a in m.refers)
    left = [m for m in map(table.at, (t for c in noun.lefts if c.dep_ in MODIFIERS for t in phrase(c))) if m]
    if left:
        return _nearest(left, noun)
    return unique(
        a
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in WITHIN
        for p in _chain(c)
        for n in p.children
        for a in principals(table, n)
    )


def _chain(preposition: Token) -> list[Token]:
    """A preposition with those coordinated to it ("of A and of B")."""
    return [preposition, *(c for c in preposition.children if c.dep_ == "conj" and c.pos_ == "ADP")]


def _nearest(left: list[Mention], noun: Token) -> list[str]:
    """The mention just before the noun, with those joined to it ("the Orlow-Mirbad border", but not "Sylvania's Orlow")."""
    ordered = sorted(set(left), key=lambda m: -m.end)
    found = [*ordered[0].refers]
    for nearer, farther in itertools.pairwise(ordered):
        between = {t.lower_ for t in noun.doc[farther.end : nearer.start]}
        if not between or not between <= JOINS or between <= {"'s", "’s"}:
            break
        found = [*farther.refers, *found]
    return unique(found)


def only_parties(table: ActorTable, actors: Iterable[str]) -> list[str]:
    """Return whom the actors represent: jurisdictions and organisations, no persons, and no state beside a part of it."""
    represented = table.represented(table.represented(actors))
    found = unique(a for a in represented if a in table.actors and not table.is_person(a))
    parts = {table.actors[a].country for a in found if table.actors[a].kind in {"province", "municipality", "district"}}
    return [a for a in found if not (table.actors[a].kind == "state" and table.actors[a].country in parts)]


def nouns_after(head: Token, words: set[str]) -> list[Token]:
    """Return the nouns that a preposition among ``words`` hangs on the noun, or on what hangs on it to its right."""
    found = [t for t in phrase(head) if t.dep_ == "prep" and t.lower_ in words and t.i > head.i and (t.lower_ not in OWN or t.head == head)]
    beside = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    if beside.dep_ == "prep" and beside.lower_ in words and beside not in found:
        found.append(beside)
    return [noun for token in found for preposition in _chain(token) for noun in preposition.children if noun.dep_ in {"pobj", "pcomp"}]


def linked(table: ActorTable, head: Token, words: set[str]) -> list[str]:
    """Return the actors of the phrases that a preposition among ``words`` hangs on the noun."""
    return unique(a for noun in nouns_after(head, words) for a in principals(table, noun))


def owners(table: ActorTable, head: Token) -> list[str]:
    """Return the actors named before the noun: its possessor, or the names set before it ("the Orlow-Mirbad treaty")."""
    left = [m for m in map(table.at, (t for c in head.lefts if c.dep_ in MODIFIERS for t in phrase(c))) if m]
    return _nearest(left, head) if left else []


def partners(table: ActorTable, verb: Token, words: set[str]) -> list[str]:
    """Return the actors that a preposition among ``words`` adds to the verb ("signed … with B")."""
    preps = [c for c in verb.children if c.dep_ == "prep"]
    preps += [c for p in preps for n in p.children if n.lower_ == "turn" for c in n.children if c.dep_ == "prep"]
    chains = [p for c in preps if c.lower_ in words for p in _chain(c)]
    return unique(a for p in chains for n in p.children if n.dep_ == "pobj" for a in with_name(table, n, verb))


def agents(table: ActorTable, verb: Token) -> list[str]:
    """Return the actors who do what the verb says."""
    nouns = [noun for noun in agents_of(verb) if not _only_says_where(table, noun)]
    leaders = [c for noun in nouns for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in LEADING]
    found = unique([*(a for noun in nouns for a in with_name(table, noun, verb)), *(a for c in leaders for a in agents(table, c))])
    led = [n.head for n in nouns if n.dep_ == "dobj" and n.head.lemma_.lower() in LEADING and n.head != verb]
    found = found or unique(a for leader in led for a in agents(table, leader))
    active = _after_which(verb) if verb.tag_ == "VBN" else verb.tag_ in FINITE and not is_passive(verb)
    return found or (_just_before(table, verb) if active else [])


def _after_which(verb: Token) -> bool:
    """Tell whether the verb, which the tagger takes for a participle, is that of "which A and B signed"."""
    before = [t for t in verb.doc[max(verb.sent.start, verb.i - WHICH_REACH) : verb.i] if t.lower_ == "which" or t.pos_ in {"VERB", "AUX"}]
    return bool(before) and before[-1].lower_ == "which"


def _only_says_where(table: ActorTable, noun: Token) -> bool:
    """Tell whether the parse takes for a subject what only says where ("at the forum in Orlow, Mayor A signed …")."""
    at = table.at(noun)
    return at is not None and at.start > 0 and noun.doc[at.start - 1].lower_ in LOCATING and not any(table.is_person(a) for a in at.refers)


def _just_before(table: ActorTable, verb: Token) -> list[str]:
    """Return the actors named right before a verb whose subject the parse does not find, with those joined to them."""
    doc, at, found = verb.doc, verb.i - 1, list[str]()
    while at >= verb.sent.start:
        mention = table.at(doc[at])
        if found and mention is not None and doc[max(mention.start - 1, 0)].lower_ in LOCATING:
            break  # "at the forum in Orlow, Mayor A signed"
        if mention is not None:
            found = [*mention.refers, *found]
            at = mention.start - 1
        elif doc[at].pos_ in {"ADV", "CCONJ", "PUNCT"} or _lies_within(doc[at]) or (found and doc[at].pos_ in {"PROPN", "DET"}):
            at -= 1
        else:
            break
    return unique(found)


def _lies_within(name: Token) -> bool:
    """Tell whether the name between commas only says where the one before it lies ("Orlow, Sylvania, signed")."""
    around = (name.nbor(-1), name.nbor()) if name.pos_ == "PROPN" and 0 < name.i < len(name.doc) - 1 else ()
    return bool(around) and all(mark.text == "," for mark in around)


def with_name(table: ActorTable, noun: Token, verb: Token) -> list[str]:
    """Return the actors of a noun phrase; a person's name that follows it over a comma belongs to it, wherever the parse hangs it."""
    found = principals(table, noun)
    if any(table.is_person(a) for a in found):
        return found
    ends = max(t.i for t in noun.subtree)
    for child in verb.children:
        named = [a for a in table.refers(child) if table.is_person(a)]
        if named and child.dep_ in LOOSE_NAMES and 0 < child.left_edge.i - ends <= 3:
            return principals(table, child)
    return found


def parties_of_phrase(report: Report, head: Token) -> list[str]:
    """Return the parties that the noun phrase of an instrument names itself."""
    table = report.table
    between = only_parties(table, linked(table, head, {"between", "among", "amongst"}))
    if len(between) > 1:
        return between
    before, others = owners(table, head), linked(table, head, {"with"})
    if head.text[:1].isupper() and not any(c.dep_ == "poss" for c in head.lefts):
        before = [a for a in before if len(before) > 1]
    for clause in (c for c in head.children if c.dep_ in {"relcl", "acl"}):
        others += [*agents(table, clause), *partners(table, clause, {"with", "between"})] if partners(table, clause, {"with"}) else []
    of = linked(table, head, {"of", "by"})
    if len(only_parties(table, of)) > 1 and not others and not before:
        return only_parties(table, of)
    return only_parties(table, [*before, *others])


def parties_of_act(report: Report, verb: Token, word: Token) -> list[str]:
    """Return the parties that an act brings together: its agents and whom it is done with."""
    table = report.table
    found = agents(table, verb)
    if word != verb:
        found = linked(table, word, {"by", "between"}) or found
    parties = only_parties(table, [*found, *partners(table, verb, {"with", "between"})])
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        parties = only_parties(table, [*agents(table, verb.head), *parties])
    return parties
