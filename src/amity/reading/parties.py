"""Parties: the jurisdictions and organisations that a phrase, an act or a report brings together."""

from collections.abc import Iterable

from spacy.tokens import Token

from amity.reading.grammar import agents_of, conjuncts, phrase
from amity.reading.report import ActorTable, Report

PARTY_KINDS = {"state", "province", "municipality", "district", "body", "party", "igo", "company", "ngo"}


def actors_in(table: ActorTable, tokens: Iterable[Token]) -> list[str]:
    """Return the ids of the actors that the tokens mention, in the order of the text, without repetition."""
    return list(dict.fromkeys(actor for token in tokens for actor in table.refers(token)))


def parties_in(table: ActorTable, tokens: Iterable[Token]) -> list[str]:
    """Return the jurisdictions or organisations that the tokens mention or that the persons mentioned speak for."""
    return only_parties(table, actors_in(table, tokens))


def only_parties(table: ActorTable, actors: Iterable[str]) -> list[str]:
    """Return whom the actors represent; a party committee stands for its place, a person without a place for nobody."""
    represented = [place_of(table, actor) for actor in table.represented(actors)]
    return list(dict.fromkeys(a for a in represented if table.actors[a].kind in PARTY_KINDS))


def place_of(table: ActorTable, actor: str) -> str:
    """Return the jurisdiction that a party committee acts for ("the Party committees of A and B" are A and B)."""
    entry = table.actors[actor]
    if entry.kind != "party":
        return actor
    return table.speaks_for.get(actor, actor)


def linked_by(head: Token, words: set[str]) -> list[Token]:
    """Return the tokens of the phrases that a preposition among ``words`` hangs on the noun or on what hangs on it."""
    found = []
    for token in phrase(head):
        if token.dep_ == "prep" and token.lower_ in words and token.i > head.i:
            found += [t for noun in token.children for t in phrase(noun)]
    return found


def parties_of_phrase(report: Report, head: Token) -> list[str]:
    """Return the parties that the noun phrase of an instrument names itself."""
    table = report.table
    between = parties_in(table, linked_by(head, {"between", "among", "amongst"}))
    if len(between) > 1:
        return between
    owners = parties_in(table, [t for t in phrase(head) if t.i < head.i])
    others = parties_in(table, linked_by(head, {"with"}))
    of = parties_in(table, linked_by(head, {"of", "by"}))
    if len(of) > 1 and not others and not owners:
        return of
    return list(dict.fromkeys([*owners, *others]))


def parties_of_act(report: Report, verb: Token, word: Token) -> list[str]:
    """Return the parties that an act brings together: its agents and whom it is done with."""
    table = report.table
    agents = [t for noun in agents_of(verb) for t in phrase(noun)]
    found = parties_in(table, agents)
    if word != verb:
        found = parties_in(table, linked_by(word, {"by", "between"})) or found
    partner = [t for child in verb.children if child.dep_ == "prep" and child.lower_ in {"with", "between"} for noun in child.children for t in phrase(noun)]
    return list(dict.fromkeys([*found, *parties_in(table, partner)]))


def each_of(noun: Token) -> list[Token]:
    """Return the members of a coordination."""
    return list(conjuncts(noun))
