"""Descriptions of persons by their posts: "the PM", "the Guangxi leader", "his Lao counterpart"."""

from amity.reading.coreference.description import Description, Refers, nouns_of, owners_after
from amity.reading.coreference.discourse import Discourse


def person_by_post(discourse: Discourse, description: Description) -> Refers:
    """ "The PM", "the Guangxi leader", "the minister": the person spoken of last whose post fits."""
    if description.noun not in nouns_of("persons") or not (description.definite or description.owners or description.country):
        return ()
    owners = description.owners or owners_after(discourse, description)
    own = possessor(discourse, description) if description.possessor in {"his", "her"} else None
    told = {
        p
        for p in discourse.named_persons()
        if p != own and _post_fits(discourse, p, description) and _belongs(discourse, p, description, owners)
    }
    found = discourse.salient(lambda seen: len(seen.actors) == 1 and seen.actors[0] in told, before=description.head.i)
    if found:
        return found.actors
    if told:
        return (next(p for p in discourse.named_persons() if p in told),)
    left = _by_elimination(discourse, description) if not told else None
    if left is not None:
        return (left,)
    if owners and description.noun in {"leader", "official", "guest", "representative", "head"}:
        unknown = [p for p in discourse.named_persons() if not any(t.person == p for t in discourse.table.posts)]
        if unknown:
            discourse.table.speaks_for.setdefault(unknown[0], owners[0])
            return (unknown[0],)
    return ()


def possessor(discourse: Discourse, description: Description) -> str | None:
    """Return whom "his" or "her" in the description means."""
    for word in description.span:
        mention = discourse.table.at(word) if word.lower_ in {"his", "her"} else None
        if mention is not None and mention.form == "pronoun":
            return mention.refers[0]
    return discourse.last_person()


def _by_elimination(discourse: Discourse, description: Description) -> str | None:
    """Return the one person whose country is not told, when the country that the description names has nobody else."""
    if description.country is None:
        return None
    unknown = [p for p in discourse.named_persons() if p not in discourse.table.speaks_for and _post_fits(discourse, p, description)]
    states = [a.id for a in discourse.table.actors.values() if a.kind == "state" and a.country == description.country]
    if len(unknown) != 1 or not states:
        return None
    discourse.table.speaks_for[unknown[0]] = states[0]
    return unknown[0]


def _post_fits(discourse: Discourse, person: str, description: Description) -> bool:
    titles = [(post.title or "").lower() for post in discourse.table.posts if post.person == person]
    wanted = nouns_of("persons")[description.noun]
    if wanted and not any(word in title for word in wanted for title in titles):
        return False
    for modifier in description.modifiers:
        needed = nouns_of("person_modifiers").get(modifier)
        if needed and not any(word in title for word in needed for title in titles):
            return False
    return True


def _belongs(discourse: Discourse, person: str, description: Description, owners: Refers) -> bool:
    """Tell whether the person belongs to the country and owners that the description names."""
    own = {discourse.table.speaks_for.get(person), *(p.of for p in discourse.table.posts if p.person == person)} - {None}
    if owners and not own & set(owners):
        return False
    return description.country is None or any(discourse.actor(o).country == description.country for o in own if o)
