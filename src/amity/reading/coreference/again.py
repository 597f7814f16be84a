"""Jurisdictions and organisations spoken of again: "the Chinese province", "the Vietnamese capital", "the ministry"."""

from amity.gazetteer import open_gazetteer
from amity.gazetteer.resolving import TOWN
from amity.reading.coreference.description import Description, Refers, goes_on, nouns_of
from amity.reading.coreference.discourse import Discourse, Seen
from amity.reading.coreference.groups import names_another
from amity.reading.coreference.persons import possessor


def jurisdiction_by_kind(discourse: Discourse, description: Description) -> Refers:
    """ "The city", "the Chinese province", "the Vietnamese capital", "his country": the one spoken of that fits."""
    if description.noun not in nouns_of("jurisdictions") or goes_on(description):
        return ()
    if description.possessor in {"his", "her", "their", "our", "my"}:
        return _own_country(discourse, description)
    if not (description.definite or description.country) or names_another(description):
        return ()
    kinds = nouns_of("jurisdictions")[description.noun]
    found = discourse.salient(lambda seen: _one(discourse, seen, description, kinds), before=description.head.i)
    if found is None and description.country:
        return _only_one(discourse, description, kinds, description.country)
    return found.actors if found else ()


def city_of_country(discourse: Discourse, description: Description) -> Refers:
    """ "Poland's second city", "Laos's capital": the only one of that country in the report."""
    if description.noun not in nouns_of("jurisdictions") or len(description.owners) != 1:
        return ()
    owner = discourse.actor(description.owners[0])
    if owner.kind != "state" or owner.country is None:
        return ()
    return _only_one(discourse, description, nouns_of("jurisdictions")[description.noun], owner.country)


def _only_one(discourse: Discourse, description: Description, kinds: list[str], country: str) -> Refers:
    known = [a.id for a in discourse.table.actors.values() if a.kind in kinds and a.kind != "state" and a.country == country]
    if description.noun.startswith("capital"):
        known = [a for a in known if _is_capital(discourse, a)]
    return (known[0],) if len(known) == 1 else ()


def _one(discourse: Discourse, seen: Seen, description: Description, kinds: list[str]) -> bool:
    if len(seen.actors) != 1:
        return False
    actor = discourse.actor(seen.actors[0])
    if actor.kind not in kinds or (description.country and actor.country != description.country):
        return False
    if description.noun == "region":
        return any("region" in form.lower() or "oblast" in form.lower() for form in [actor.name, *actor.aliases])
    return not description.noun.startswith("capital") or _is_capital(discourse, actor.id)


def _is_capital(discourse: Discourse, actor: str) -> bool:
    place = discourse.actor(actor).place
    found = open_gazetteer().by_id(place.geonames) if place and place.geonames else None
    return found is not None and (found.capital_of is not None or found.prominence < TOWN)


def _own_country(discourse: Discourse, description: Description) -> Refers:
    """ "His country", "her city": that of the person spoken of."""
    if description.possessor not in {"his", "her"}:
        return ()
    kinds = nouns_of("jurisdictions")[description.noun]
    own = discourse.table.speaks_for.get(possessor(discourse, description) or "")
    if own is None:
        return ()
    if discourse.actor(own).kind in kinds:
        return (own,)
    states = [a.id for a in discourse.table.actors.values() if a.kind == "state" and a.country == discourse.actor(own).country]
    return tuple(states[:1]) if "state" in kinds else ()


def organisation_by_noun(discourse: Discourse, description: Description) -> Refers:
    """ "The ministry", "the council", "the bloc": the organisation spoken of whose name holds the noun."""
    if description.noun not in nouns_of("organisations") or not description.definite or description.owners:
        return ()
    words = nouns_of("organisations")[description.noun]
    found = discourse.latest(
        lambda a: (
            not discourse.table.is_person(a)
            and any(word in form.split() for word in words for form in [discourse.actor(a).name, *discourse.actor(a).aliases])
        )
    )
    return (found,) if found else ()
