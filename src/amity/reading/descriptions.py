"""Descriptions: "the PM", "the Guangxi leader", "the Chinese province", "the two cities", "the Hanoi delegation"."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from amity.reading.discourse import Discourse, Seen, noun_phrase
from amity.reading.nations import nation
from amity.reading.orthography import POSSESSIVE
from amity.reading.placekinds import TOWN
from amity.reading.representation import JURISDICTIONS
from amity.vocabulary import load

ORGANISATIONS = frozenset({"body", "ngo", "company", "party", "igo"})
LONGEST_NOUN = 3  # words of a noun in the vocabulary ("head of state")


class Description(NamedTuple):
    """A noun phrase that may stand for an actor: its noun as the vocabulary has it, and what its other words ask."""

    span: Span
    head: Token
    noun: str
    country: str | None
    owners: tuple[str, ...]
    number: int | None
    modifiers: tuple[str, ...]
    definite: bool
    possessor: str | None


Refers = tuple[str, ...]


@cache
def _data(section: str) -> dict[str, list[str]]:
    data: dict[str, list[str]] = load("coreference")[section]
    return data


@cache
def nouns() -> frozenset[str]:
    """Return every noun that can head a description."""
    named = [*_data("persons"), *_data("jurisdictions"), *_data("organisations"), *_data("groups"), *_data("governments")]
    return frozenset([*named, *load("coreference")["standing_for"]["words"], *load("coreference")["standing_for"]["alone"]])


def describe(discourse: Discourse, token: Token) -> Description | None:
    """Return the description that the noun heads, None when it heads none."""
    noun = _noun(token)
    if noun is None or (token.dep_ == "compound" and token.head.i == token.i + 1 and _noun(token.head) is not None):
        return None
    if noun in load("coreference")["numbers"] and (token.dep_ == "nummod" or not _is_whole(token)):
        return None
    span = noun_phrase(token)
    country, owners, modifiers = None, list[str](), list[str]()
    definite, possessor = token.lower_ in load("coreference")["numbers"], None
    number = load("coreference")["numbers"].get(token.lower_)
    for word in span[: token.i - span.start]:
        mention = discourse.table.at(word)
        if mention is not None and mention.form == "name" and mention.end <= token.i:
            owners += [a for a in mention.refers if a not in owners]
        elif code := nation(word):
            country = code
        elif word.lower_ in load("coreference")["numbers"]:
            number, definite = load("coreference")["numbers"][word.lower_], True
        elif word.lower_ in {"the", "this", "that", "these", "those", "both", "all"}:
            definite = True
        elif word.lower_ in {"his", "her", "its", "their", "our", "my"}:
            possessor = word.lower_
        elif word.is_alpha and word.text not in POSSESSIVE:
            modifiers.append(word.lower_)
    return Description(span, token, noun, country, tuple(owners), number, tuple(modifiers), definite, possessor)


def _is_whole(token: Token) -> bool:
    """Tell whether a number stands for all parties: "the two", "all three"; not "two of them" or "page two"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return before in {"the", "all", "these", "those"} and token.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj", "attr"}


def _noun(token: Token) -> str | None:
    """Return the vocabulary's noun that ends in the token: "general" heads "consul general"."""
    after = token.doc[token.i + 1 : token.i + 3].text.lower()
    if token.lower_ in {"head", "heads"} and after in {"of state", "of government"}:
        return f"{token.lower_} {after}"
    if token.lower_ in {"state", "government"} and token.doc[max(token.i - 2, 0) : token.i].text.lower() in {"head of", "heads of"}:
        return None
    for length in range(LONGEST_NOUN, 0, -1):
        start = token.i - length + 1
        if start >= 0:
            text = " ".join(t.lower_ for t in token.doc[start : token.i + 1])
            if text in nouns():
                return text
    return None


def resolve(discourse: Discourse, description: Description) -> tuple[str, Refers] | None:
    """Return the rule that settles the description and the actors it leads to, None when none does."""
    for rule in RULES:
        refers = rule(discourse, description)
        if refers:
            return rule.__name__.replace("_", "-"), refers
    return None


def standing_for_owner(discourse: Discourse, description: Description) -> Refers:
    """"The Hanoi delegation", "the Lao side", "Chinese officials": the jurisdiction or organisation before the noun."""
    if description.noun not in load("coreference")["standing_for"]["words"] or (description.noun.startswith("partner") and description.owners):
        return ()
    if description.noun in _data("persons") and person_by_post(discourse, description):
        return ()
    if description.possessor and not description.owners:
        return ()
    if description.noun.endswith("government") and not description.owners and not description.country:
        return _own_state(discourse, description)
    owners = description.owners + _of_owners(discourse, description) + _of_group(discourse, description)
    found = tuple(o for o in owners if not discourse.table.is_person(o))
    if not found and description.country and description.noun not in {"people", "citizens", "nation", "locality", "party", "council"}:
        found = _side_of(discourse, description.country)
    if found and description.noun in load("coreference")["standing_for"]["alone"]:
        discourse.visitors = found
    return found


def _of_owners(discourse: Discourse, description: Description) -> Refers:
    """Return whom "of X", "from X and Y" after the noun names; "in X" only for those who work there."""
    doc, at = description.head.doc, description.head.i + 1
    links = {"of", "from", "in"} if description.noun in load("coreference")["standing_for"]["within"] else {"of", "from"}
    if at >= len(doc) or doc[at].lower_ not in links:
        return ()
    found: list[str] = []
    for mention in sorted(m for m in discourse.table.mentions if m.form == "name" and m.start > at):
        if mention.start < at + 1 or discourse.table.is_person(mention.refers[0]):
            continue
        if not all(_joins_list(t) for t in doc[at + 1 : mention.start]):
            break
        found += [a for a in mention.refers if a not in found]
        at = mention.end - 1
    return tuple(found)


def _joins_list(token: Token) -> bool:
    """Tell whether the token may stand between the names of a list: "the city of X and the Lao city of Y"."""
    return token.lower_ in {",", "and", "the", "of"} or nation(token) is not None or token.lower_ in _data("jurisdictions") or token.lower_ in _data("groups")


def _own_state(discourse: Discourse, description: Description) -> Refers:
    """"The government", "the federal government": of the state spoken of, where the sides are states."""
    sides = {s for s in discourse.table.sides if discourse.actor(s).kind == "state"}
    if not description.definite or not sides or _of_owners(discourse, description):
        return _of_owners(discourse, description)
    found = discourse.salient(lambda seen: len(seen.actors) == 1 and seen.actors[0] in sides, before=description.head.i)
    return found.actors if found else ()


def _of_group(discourse: Discourse, description: Description) -> Refers:
    """Return the group that "of the two countries", "from both sides" after the noun means."""
    for prep in description.head.children:
        if prep.dep_ == "prep" and prep.lower_ in {"of", "from", "in"} and prep.i > description.head.i:
            for noun in prep.children:
                group = describe(discourse, noun)
                if group is not None and group.noun in _data("groups"):
                    return group_of_all(discourse, group)
    return ()


def name_beside(discourse: Discourse, description: Description) -> Refers:
    """"The capital Vientiane", "the university, Kyoto University,": the name that follows at once."""
    at = description.head.i + 1
    mention = discourse.table.at(description.head.doc[at]) if at < len(description.head.doc) else None
    if mention is None or mention.form != "name" or mention.start != at or not description.definite:
        return ()
    return mention.refers if description.head.head.i == mention.head or description.head.i == mention.head else ()


def _side_of(discourse: Discourse, country: str) -> Refers:
    """Return the side that lies in the country: its state if the report names it or has its officials, else the principal side."""
    sides = [s for s in discourse.table.sides if discourse.actor(s).country == country]
    states = [a.id for a in discourse.table.actors.values() if a.kind == "state" and a.country == country]
    named = [s for s in states if any(s in m.refers and m.form == "name" for m in discourse.table.mentions)]
    return tuple((named or sides or states)[:1])


def person_by_post(discourse: Discourse, description: Description) -> Refers:
    """"The PM", "the Guangxi leader", "the minister": the person spoken of last whose post fits."""
    if description.noun not in _data("persons") or not (description.definite or description.owners or description.country):
        return ()
    owners = description.owners or _of_owners(discourse, description)
    own = _possessor(discourse, description) if description.possessor in {"his", "her"} else None
    told = {
        p for p in discourse.named_persons() if p != own and _post_fits(discourse, p, description) and _belongs(discourse, p, description, owners)
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


def _possessor(discourse: Discourse, description: Description) -> str | None:
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
    wanted = _data("persons")[description.noun]
    if wanted and not any(word in title for word in wanted for title in titles):
        return False
    for modifier in description.modifiers:
        needed = _data("person_modifiers").get(modifier)
        if needed and not any(word in title for word in needed for title in titles):
            return False
    return True


def _belongs(discourse: Discourse, person: str, description: Description, owners: Refers) -> bool:
    """Tell whether the person belongs to the country and owners that the description names."""
    own = {discourse.table.speaks_for.get(person), *(p.of for p in discourse.table.posts if p.person == person)} - {None}
    if owners and not own & set(owners):
        return False
    return description.country is None or any(discourse.actor(o).country == description.country for o in own if o)


def unnamed_holder(discourse: Discourse, description: Description) -> Refers:
    """"The mayor of X", whom the report does not name: X."""
    if description.noun.split()[-1] not in load("coreference")["holders"]["words"]:
        return ()
    owners = description.owners or _of_owners(discourse, description)
    if owners:
        return tuple(discourse.table.represented(owners))
    return _side_of(discourse, description.country) if description.country and description.definite else ()


def group_of_all(discourse: Discourse, description: Description) -> Refers:
    """"The two sides", "both cities", "the three countries", "the mayors": the pair or group that fits."""
    if description.noun not in _data("groups") or description.owners:
        return ()
    if not description.head.is_alpha:
        return ()
    if not (description.definite or description.noun in {"participants"}) or (description.head.text[:1].isupper() and description.noun == "parties"):
        return ()
    kinds = _data("groups")[description.noun]
    listed = _of_owners(discourse, description)
    if listed and "person" not in kinds:
        return listed if len(listed) > 1 else ()
    if description.country is not None and description.number is None:
        return ()
    if description.number is None and "any" not in kinds and any(m not in load("coreference")["plain"]["words"] for m in description.modifiers):
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
    wanted = _data("organisations").get(singular, [])

    def fits(actor: str) -> bool:
        entry = discourse.actor(actor)
        return entry.kind in ORGANISATIONS and (not wanted or any(w in form.split() for w in wanted for form in [entry.name, *entry.aliases]))

    last = list(dict.fromkeys(a for seen in reversed(discourse.seen) for a in seen.actors if fits(a)))
    number = description.number or 2
    return tuple(reversed(last[:number])) if len(last) >= number else ()


def _persons_together(discourse: Discourse, description: Description) -> Refers:
    if _of_group(discourse, description):
        return ()
    wanted = _data("persons").get(description.noun.rstrip("s"), [])
    fitting = []
    for person in discourse.named_persons():
        titles = [(p.title or "").lower() for p in discourse.table.posts if p.person == person]
        if not wanted or any(word in title for word in wanted for title in titles):
            fitting.append(person)
    number = description.number or max(2, len(discourse.table.sides))
    return tuple(reversed(fitting[:number])) if len(fitting) >= number else ()


def _sides(discourse: Discourse, description: Description) -> Refers:
    """Return the sides: the principal ones, or the nearest group of the number told."""
    sides = discourse.table.sides
    here = _pair_here(discourse, description)
    if here:
        return here
    if len(sides) > 1 and description.number in (None, len(sides)):
        return sides
    return _nearest_group(discourse, description, JURISDICTIONS | {"body", "ngo", "company"}) or (sides if len(sides) > 1 and description.number is None else ())


def _pair_here(discourse: Discourse, description: Description) -> Refers:
    """Return the pair named before in the same sentence, of the kinds of the sides: "in the deal between A and B, the two sides"."""
    kinds = {discourse.actor(s).kind for s in discourse.table.sides}
    for seen in reversed(discourse.groups):
        if seen.sentence != discourse.sentence:
            return ()
        if seen.form == "name" and len(seen.actors) == (description.number or 2) and {discourse.actor(a).kind for a in seen.actors} <= kinds:
            return seen.actors
    return ()


def _nearest_group(discourse: Discourse, description: Description, kinds: frozenset[str]) -> Refers:
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


def jurisdiction_by_kind(discourse: Discourse, description: Description) -> Refers:
    """"The city", "the Chinese province", "the Vietnamese capital", "his country": the one spoken of that fits."""
    if description.noun not in _data("jurisdictions") or _goes_on(description):
        return ()
    if description.possessor in {"his", "her", "their", "our", "my"}:
        return _own_country(discourse, description)
    if not (description.definite or description.country) or _names_another(description):
        return ()
    kinds = _data("jurisdictions")[description.noun]
    found = discourse.salient(lambda seen: _one(discourse, seen, description, kinds), before=description.head.i)
    if found is None and description.country:
        return _only_one(discourse, description, kinds, description.country)
    return found.actors if found else ()


def city_of_country(discourse: Discourse, description: Description) -> Refers:
    """"Poland's second city", "Laos's capital": the only one of that country in the report."""
    if description.noun not in _data("jurisdictions") or len(description.owners) != 1:
        return ()
    owner = discourse.actor(description.owners[0])
    if owner.kind != "state" or owner.country is None:
        return ()
    return _only_one(discourse, description, _data("jurisdictions")[description.noun], owner.country)


def _only_one(discourse: Discourse, description: Description, kinds: list[str], country: str) -> Refers:
    known = [a.id for a in discourse.table.actors.values() if a.kind in kinds and a.kind != "state" and a.country == country]
    if description.noun.startswith("capital"):
        known = [a for a in known if _is_capital(discourse, a)]
    return (known[0],) if len(known) == 1 else ()


def _goes_on(description: Description) -> bool:
    """Tell whether "of X" or "in X" follows: then the noun is not the one spoken of but a new one."""
    after = description.head.nbor() if description.head.i + 1 < len(description.head.doc) else None
    return (after is not None and after.lower_ == "of") or any(d for d in description.owners)


def _names_another(description: Description) -> bool:
    """Tell whether adjectives tell the noun from the one spoken of: "the other city", "the largest province"."""
    plain = load("coreference")["plain"]["words"]
    return any(word not in plain or word == "other" for word in description.modifiers)


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
    from amity.gazetteer import open_gazetteer

    place = discourse.actor(actor).place
    found = open_gazetteer().by_id(place.geonames) if place and place.geonames else None
    return found is not None and (found.capital_of is not None or found.prominence < TOWN)


def _own_country(discourse: Discourse, description: Description) -> Refers:
    """"His country", "her city": that of the person spoken of."""
    if description.possessor not in {"his", "her"}:
        return ()
    kinds = _data("jurisdictions")[description.noun]
    own = discourse.table.speaks_for.get(_possessor(discourse, description) or "")
    if own is None:
        return ()
    if discourse.actor(own).kind in kinds:
        return (own,)
    states = [a.id for a in discourse.table.actors.values() if a.kind == "state" and a.country == discourse.actor(own).country]
    return tuple(states[:1]) if "state" in kinds else ()


def own_government(discourse: Discourse, description: Description) -> Refers:
    """"The city government", "the council", "councillors": those of the place spoken of."""
    kinds = _data("governments").get(description.noun)
    if kinds is None or description.owners or description.country or not (description.definite or description.head.tag_ == "NNS"):
        return ()
    found = discourse.salient(lambda seen: len(seen.actors) == 1 and discourse.actor(seen.actors[0]).kind in kinds, before=description.head.i)
    if found is not None:
        return found.actors
    sides = [s for s in discourse.table.sides if discourse.actor(s).kind in kinds]
    return tuple(sides[:1])


def organisation_by_noun(discourse: Discourse, description: Description) -> Refers:
    """"The ministry", "the council", "the bloc": the organisation spoken of whose name holds the noun."""
    if description.noun not in _data("organisations") or not description.definite or description.owners:
        return ()
    words = _data("organisations")[description.noun]
    found = discourse.latest(
        lambda a: not discourse.table.is_person(a)
        and any(word in form.split() for word in words for form in [discourse.actor(a).name, *discourse.actor(a).aliases])
    )
    return (found,) if found else ()


def delegation_again(discourse: Discourse, description: Description) -> Refers:
    """"The delegation", "the guests": those who came, spoken of before."""
    if description.noun not in load("coreference")["standing_for"]["alone"] or description.owners or description.country:
        return ()
    return discourse.visitors


RULES = (
    name_beside,
    standing_for_owner,
    person_by_post,
    unnamed_holder,
    group_of_all,
    jurisdiction_by_kind,
    city_of_country,
    organisation_by_noun,
    own_government,
    delegation_again,
)
