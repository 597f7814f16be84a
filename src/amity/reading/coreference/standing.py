"""Descriptions that stand for a jurisdiction: "the Hanoi delegation", "the Lao side", "the mayor of X", "the city government"."""

from amity.reading.coreference.description import Description, Refers, nouns_of, owners_after
from amity.reading.coreference.discourse import Discourse
from amity.reading.coreference.groups import group_after
from amity.reading.coreference.persons import person_by_post, possessor
from amity.vocabulary import load


def name_beside(discourse: Discourse, description: Description) -> Refers:
    """ "The capital Vientiane", "the university Otago University": the name that follows at once, of the noun's kind."""
    at = description.head.i + 1
    mention = discourse.table.at(description.head.doc[at]) if at < len(description.head.doc) else None
    if mention is None or mention.form != "name" or mention.start != at or not description.definite:
        return ()
    governed = mention.head in (description.head.i, description.head.head.i)
    fits = discourse.actor(mention.refers[0]).kind in nouns_of("jurisdictions").get(description.noun, [])
    return mention.refers if governed or fits else ()


def standing_for_owner(discourse: Discourse, description: Description) -> Refers:
    """ "The Hanoi delegation", "the Lao side", "Chinese officials": the jurisdiction or organisation before the noun."""
    if description.noun not in load("coreference")["standing_for"]["words"] or (
        description.noun.startswith("partner") and description.owners
    ):
        return ()
    if description.noun in nouns_of("persons") and person_by_post(discourse, description):
        return ()
    if description.possessor and not description.owners:
        return ()
    if description.noun.endswith("government") and not description.owners and not description.country:
        return _own_state(discourse, description)
    owners = description.owners + owners_after(discourse, description) + group_after(discourse, description)
    found = tuple(o for o in owners if not discourse.table.is_person(o))
    if not found and description.country and description.noun not in {"people", "citizens", "nation", "locality", "party", "council"}:
        found = _side_of(discourse, description.country)
    if found and description.noun in load("coreference")["standing_for"]["alone"]:
        discourse.visitors = found
    return found


def government_of_holder(discourse: Discourse, description: Description) -> Refers:
    """ "His government", "her administration": the place for which the person spoken of speaks."""
    known = {"government", "administration", "side"}
    if description.possessor not in {"his", "her"} or description.owners or description.noun not in known:
        return ()
    own = discourse.table.speaks_for.get(possessor(discourse, description) or "")
    return (own,) if own is not None else ()


def _own_state(discourse: Discourse, description: Description) -> Refers:
    """ "The government", "the federal government": of the state spoken of, where the sides are states."""
    sides = {s for s in discourse.table.sides if discourse.actor(s).kind == "state"}
    if not description.definite or not sides or owners_after(discourse, description):
        return owners_after(discourse, description)
    found = discourse.salient(lambda seen: len(seen.actors) == 1 and seen.actors[0] in sides, before=description.head.i)
    return found.actors if found else ()


def _side_of(discourse: Discourse, country: str) -> Refers:
    """Return the side that lies in the country: its state if the report names it or has its officials, else the principal side."""
    sides = [s for s in discourse.table.sides if discourse.actor(s).country == country]
    states = [a.id for a in discourse.table.actors.values() if a.kind == "state" and a.country == country]
    named = [s for s in states if any(s in m.refers and m.form == "name" for m in discourse.table.mentions)]
    return tuple((named or sides or states)[:1])


def unnamed_holder(discourse: Discourse, description: Description) -> Refers:
    """ "The mayor of X", whom the report does not name: X."""
    if description.noun.split()[-1] not in load("coreference")["holders"]["words"]:
        return ()
    owners = description.owners or owners_after(discourse, description)
    if owners:
        return tuple(discourse.table.represented(owners))
    return _side_of(discourse, description.country) if description.country and description.definite else ()


def delegation_again(discourse: Discourse, description: Description) -> Refers:
    """ "The delegation", "the guests": those who came, spoken of before."""
    if description.noun not in load("coreference")["standing_for"]["alone"] or description.owners or description.country:
        return ()
    return discourse.visitors if description.definite else ()


def own_government(discourse: Discourse, description: Description) -> Refers:
    """ "The city government", "the council", "councillors": those of the place spoken of."""
    kinds = nouns_of("governments").get(description.noun)
    if kinds is None or description.owners or description.country or not (description.definite or description.head.tag_ == "NNS"):
        return ()
    if description.number is not None:
        return discourse.table.sides if len(discourse.table.sides) == description.number else ()
    if description.noun.endswith("leaders") and len(discourse.table.sides) > 1:
        alike = all(discourse.actor(side).kind in kinds for side in discourse.table.sides)
        return discourse.table.sides if alike else ()
    found = discourse.salient(
        lambda seen: len(seen.actors) == 1 and discourse.actor(seen.actors[0]).kind in kinds, before=description.head.i
    )
    if found is not None:
        return found.actors
    sides = [s for s in discourse.table.sides if discourse.actor(s).kind in kinds]
    return tuple(sides[:1])
