"""The rules that settle a description, in their order."""

from amity.reading.coreference.again import city_of_country, jurisdiction_by_kind, organisation_by_noun
from amity.reading.coreference.description import Description, Refers
from amity.reading.coreference.discourse import Discourse
from amity.reading.coreference.groups import group_of_all
from amity.reading.coreference.persons import person_by_post
from amity.reading.coreference.standing import (
    delegation_again,
    government_of_holder,
    name_beside,
    own_government,
    standing_for_owner,
    unnamed_holder,
)

RULES = (
    name_beside,
    standing_for_owner,
    government_of_holder,
    person_by_post,
    unnamed_holder,
    group_of_all,
    jurisdiction_by_kind,
    city_of_country,
    organisation_by_noun,
    own_government,
    delegation_again,
)


def resolve(discourse: Discourse, description: Description) -> tuple[str, Refers] | None:
    """Return the rule that settles the description and the actors it leads to, None when none does."""
    for rule in RULES:
        refers = rule(discourse, description)
        if refers:
            return rule.__name__.replace("_", "-"), refers
    return None
