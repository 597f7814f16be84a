"""Descriptions of all parties together: "the two sides", "both cities", "the three ministers"."""

from collections.abc import Collection

from amity.model.actors import JURISDICTIONS
from amity.reading.coreference.description import Description, Refers, describe, nouns_of, owners_after
from amity.reading.coreference.discourse import Discourse
from amity.vocabulary import load

ORGANISATIONS = frozenset({"body", "ngo", "company", "party", "igo"})


def group_of_all(discourse: Discourse, description: Description) -> Refers:
    """ "The two sides", "both cities", "the three countries", "the mayors": the pair or group that fits."""
    if description.noun not in nouns_of("groups") or description.owners:
        return ()
    if not description.head.is_alpha:
        return ()
    if not (description.definite or description.noun in {"participants"}) or (
        description.head.text[:1].isupper() and description.noun == "parties"
    ):
        return ()
    kinds = nouns_of("groups")[description.noun]
    listed = owners_after(discourse, description)
    if listed and "person" not in kinds:
        return listed if len(listed) > 1 else ()
    if description.country is not None and description.number is None:
        return ()
    if (
        description.number is None
        and "any" not in kinds
        and any(m not in load("coreference")["plain"]["words"] for m in description.modifiers)
    ):
        return ()
    if "person" in kinds:
        return _persons_together(discourse, description)
    if "organisation" in kinds:
        return _organisations_together(discourse, description)
    if "any" in kinds:
        return _sides(discourse, description)
    return _kind_group(discourse, description, frozenset(kinds))


def _organisations_together(discourse: Discourse, description: Description) -> Refers:
    """Return the last organisations of the kind that the noun tells ("the two universities"), as many as told."""
    singular = description.noun[:-3] + "y" if description.noun.endswith("ies") else description.noun[:-1]
    wanted = nouns_of("organisations").get(singular, [])

    def fits(actor: str) -> bool:
        entry = discourse.actor(actor)
        return entry.kind in ORGANISATIONS and (
            not wanted or any(w in form.split() for w in wanted for form in [entry.name, *entry.aliases])
        )

    last = list(dict.fromkeys(a for seen in reversed(discourse.seen) for a in seen.actors if fits(a)))
    number = description.number or 2
    return tuple(reversed(last[:number])) if len(last) >= number else ()


def _persons_together(discourse: Discourse, description: Description) -> Refers:
    if group_after(discourse, description):
        return ()
    wanted = nouns_of("persons").get(description.noun.rstrip("s"), [])
    fitting = []
    for person in discourse.named_persons():
        titles = [(p.title or "").lower() for p in discourse.table.posts if p.person == person]
        if not wanted or any(word in title for word in wanted for title in titles):
            fitting.append(person)
    number = description.number or max(2, len(discourse.table.sides))
    if len(fitting) >= number:
        return tuple(reversed(fitting[:number]))
    return _unnamed(discourse, description)


def _unnamed(discourse: Discourse, description: Description) -> Refers:
    """Return for whom leaders act whom the report does not name: the jurisdictions listed before, else the sides ("the governors")."""
    told = (
        description.country is None
        and not description.modifiers
        and description.noun.split()[-1] in load("coreference")["holders"]["words"]
    )
    if not told:
        return ()
    listed = _nearest_group(discourse, description, JURISDICTIONS)
    sides = discourse.table.sides if description.number in (None, len(discourse.table.sides)) else ()
    return listed if len(listed) > len(sides) else sides if len(sides) > 1 else ()


def _sides(discourse: Discourse, description: Description) -> Refers:
    """Return the sides: the principal ones, or the nearest group of the number told."""
    sides = discourse.table.sides
    here = _pair_here(discourse, description)
    if here:
        return here
    if len(sides) > 1 and description.number in (None, len(sides)):
        return sides
    return _nearest_group(discourse, description, (*JURISDICTIONS, "body", "ngo", "company")) or (
        sides if len(sides) > 1 and description.number is None else ()
    )


def _pair_here(discourse: Discourse, description: Description) -> Refers:
    """Return the pair named before in the same sentence, of the kinds of the sides: "in the deal between A and B, the two sides"."""
    kinds = {discourse.actor(s).kind for s in discourse.table.sides}
    for seen in reversed(discourse.groups):
        if seen.sentence != discourse.sentence:
            return ()
        if (
            seen.form == "name"
            and len(seen.actors) == (description.number or 2)
            and {discourse.actor(a).kind for a in seen.actors} <= kinds
        ):
            return seen.actors
    return ()


def _nearest_group(discourse: Discourse, description: Description, kinds: Collection[str]) -> Refers:
    for seen in reversed(discourse.groups):
        actors = tuple(discourse.table.represented(seen.actors))
        if len(actors) > 1 and all(discourse.actor(a).kind in kinds for a in actors) and description.number in (None, len(actors)):
            return actors
    return ()


def _kind_group(discourse: Discourse, description: Description, kinds: frozenset[str]) -> Refers:
    """Return the jurisdictions of the kinds: the principal sides, their states, or the last ones named."""
    number = description.number or 2
    sides = tuple(s for s in discourse.table.sides if discourse.actor(s).kind in kinds)
    if len(sides) == number:
        return sides
    if "state" in kinds and (states := _states(discourse, number)):
        return states
    nearest = _nearest_group(discourse, description, kinds)
    if nearest:
        return nearest
    last = list(dict.fromkeys(a for seen in reversed(discourse.seen) for a in seen.actors if discourse.actor(a).kind in kinds))
    return tuple(reversed(last[:number])) if len(last) >= number and description.number else ()


def _states(discourse: Discourse, number: int) -> Refers:
    """Return the states of the principal sides, else the nearest group of states."""
    countries = list(dict.fromkeys(c for s in discourse.table.sides if (c := discourse.actor(s).country)))
    found = [a.id for c in countries for a in discourse.table.actors.values() if a.kind == "state" and a.country == c]
    return tuple(found) if len(found) == number else ()


def group_after(discourse: Discourse, description: Description) -> Refers:
    """Return the group that "of the two countries", "from both sides" after the noun means."""
    for prep in description.head.children:
        if prep.dep_ == "prep" and prep.lower_ in {"of", "from", "in"} and prep.i > description.head.i:
            for noun in prep.children:
                group = describe(discourse, noun)
                if group is not None and group.noun in nouns_of("groups"):
                    return group_of_all(discourse, group)
    return ()


def names_another(description: Description) -> bool:
    """Tell whether adjectives tell the noun from the one spoken of: "the other city", "the largest province"."""
    plain = load("coreference")["plain"]["words"]
    return any(word not in plain or word == "other" for word in description.modifiers)
