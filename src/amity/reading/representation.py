"""For whom persons and party organs speak, and which are the report's principal sides."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from spacy.tokens import Token

from amity.gazetteer import open_gazetteer
from amity.model import Actor, Post
from amity.model.actors import JURISDICTIONS
from amity.reading.gatherings import parties_listed
from amity.reading.orthography import HYPHENS, words
from amity.reading.people.posts import represents
from amity.reading.places import state_of
from amity.reading.report import ActorTable, Mention, Report
from amity.vocabulary import load

MISSIONS = ("Embassy", "Consulate", "Mission")

ROLE_WEIGHT = {"subject": 3.0, "partner": 2.0, "object": 1.5, "modifier": 1.0, "place": 0.2}
"""How much a mention says that its actor is a side: subjects act, what follows "in" is only where."""
PARTNER_WORDS = frozenset({"with", "between", "and", "to", "by", "for", "of", "from", "among"})
PLACE_WORDS = frozenset({"in", "at", "near", "into", "on", "across", "within"})
TITLED = 9.0  # for a jurisdiction that the title names: more than the subject of the first sentence
LEAD = 2.0  # weight of the title and of the first sentence: a report opens with its sides
OPENING = 1.5  # weight of the next two sentences
OPENING_SENTENCES = 3
ORGANISATION = 0.6  # organisations are sides where no jurisdiction outweighs them
LEADING = frozenset({"lead", "head", "chair"})
LONGEST_LED = 6  # tokens from a delegation to "led by"
LONGEST_POST = 20  # tokens from "led by" to the leader's name: a long title may stand between
OUTWEIGHED = 2.0  # times the weight of the titled state or province from which a place in it is the side itself
TITLED_PAIR = 2  # times that two jurisdictions named one after the other in the title count as a pair
PAIR = 3.0  # for each time that two actors are named as a pair ("A and B", "A-B")
ABROAD = 1.4  # sides of one meeting mostly lie in two countries
PEER = 1.2  # and mostly are of one kind
LEAST_SHARE = 0.15  # of the first side's weight that a second one must reach


def settle_speaking(table: ActorTable) -> None:
    """Fill ``speaks_for``: party organs for their places, persons by their posts (domain: "for whom they speak")."""
    for actor in table.actors.values():
        owner = table.belongs_to.get(actor.id)
        if owner and table.actors[owner].kind in JURISDICTIONS[1:] and (actor.kind == "party" or is_authority(actor)):
            table.speaks_for[actor.id] = owner
    for post in sorted(table.posts, key=_least_personal):
        spoken = _spoken_for(table, post)
        if spoken is not None:
            table.speaks_for.setdefault(post.person, spoken)


def _least_personal(post: Post) -> int:
    """Order posts so that those that speak for a jurisdiction come before those that speak for an organisation."""
    return {"place": 0, "state": 0, "body": 1, "self": 2}[represents(post.title)]


def _spoken_for(table: ActorTable, post: Post) -> str | None:
    """Return whom the holder of the post speaks for, None for nobody but himself."""
    role = represents(post.title)
    if role == "self" or post.of is None:
        return None
    actor = table.actors[post.of]
    if actor.kind in JURISDICTIONS:
        return actor.id
    if actor.kind not in ("body", "party"):
        return actor.id
    if role == "state" or any(word in actor.name for word in MISSIONS):
        return state_of(table, actor.country).id if actor.country else actor.id
    owner = table.belongs_to.get(actor.id)
    if owner and (role == "place" or actor.kind == "party" or is_authority(actor)) and table.actors[owner].kind in JURISDICTIONS:
        return owner
    return actor.id


def settle_delegates(report: Report, table: ActorTable) -> None:
    """Let those who lead a delegation speak for whom it represents: "the Turin delegation, led by Ana Ruiz"."""
    for mention in [m for m in table.mentions if m.form in ("description", "name") and m.refers]:
        noun = report.doc[mention.head]
        if noun.lemma_.lower() not in words("coreference", "delegations") or len(mention.refers) > 1 or table.is_person(mention.refers[0]):
            continue
        for person in _leaders(report, table, noun):
            if table.speaks_for.setdefault(person, mention.refers[0]) == mention.refers[0]:
                report.note("leads-delegation", report.doc[mention.start : mention.end], table.actors[person].name)


def _leaders(report: Report, table: ActorTable, noun: Token) -> Iterator[str]:
    """Yield the persons who lead what the noun names: the agent of "led by" after it, the subject of "led" before it."""
    after = report.doc[noun.i + 1 : noun.i + 1 + LONGEST_LED]
    led = next((t for t in after if t.lemma_ in LEADING and t.i + 1 < len(report.doc) and t.nbor().lower_ == "by"), None)
    if led is not None:
        people = [m for m in sorted(table.mentions) if m.start > led.i and m.form == "name" and table.is_person(m.refers[0])]
        if people and people[0].start - led.i <= LONGEST_POST and report.doc[people[0].start].sent == led.sent:
            yield people[0].refers[0]
    if noun.dep_ == "dobj" and noun.head.lemma_ in LEADING:
        subjects = [c for c in noun.head.children if c.dep_ == "nsubj"]
        yield from (a for c in subjects for a in table.refers(c) if table.is_person(a))


def settle_partial_names(report: Report, table: ActorTable) -> None:
    """Let persons of whom the report tells no side speak for one: those with one name only, and those with a post of nobody's.

    Their introduction was cut off, or the report takes for granted whose mayor is meant. They speak for the side that
    they speak of, else for the side of their post's kind that nobody else speaks for, else for the side at home.
    """
    home = _home(report, table)
    for actor in [a for a in table.actors.values() if a.kind == "person" and a.id not in table.speaks_for]:
        posts = [post for post in table.posts if post.person == actor.id]
        official = [post for post in posts if represents(post.title) != "self"]
        if any(post.of for post in official) or not (official or (not posts and len(actor.name.split()) == 1)):
            continue
        side = _side_spoken_of(report, table, actor.id) or _side_of_kind(table, official) or home
        if side:
            table.speaks_for[actor.id] = side
            actor.confidence = "medium"


def _side_of_kind(table: ActorTable, posts: list[Post]) -> str | None:
    """Return the one side of the kind that the posts belong to (mayor: municipality) for which nobody else speaks."""
    kinds = load("places")["posts"]
    wanted = {kind for post in posts for word, kind in kinds.items() if word in (post.title or "").lower().split()}
    free = [s for s in table.sides if table.actors[s].kind in wanted and s not in table.speaks_for.values()]
    return free[0] if len(free) == 1 else None


def _side_spoken_of(report: Report, table: ActorTable, person: str) -> str | None:
    """Return the side that is the subject of what the person says ("Ly said the city would …"): people speak of their own."""
    for mention in sorted(table.mentions):
        head = report.doc[mention.head]
        if mention.refers != (person,) or head.dep_ != "nsubj":
            continue
        for clause in head.head.children:
            subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause.dep_ == "ccomp" else None
            told = table.refers(subject) if subject is not None else ()
            if len(told) == 1 and told[0] in table.sides:
                return told[0]
    return None


def _home(report: Report, table: ActorTable) -> str | None:
    """Return the principal side in the dateline's country, else the first."""
    place = report.document.dateline_place
    found = open_gazetteer().resolve(place) if place else None
    return next((s for s in table.sides if found and table.actors[s].country == found.country), next(iter(table.sides), None))


def is_authority(actor: Actor) -> bool:
    """Tell whether the body governs its place ("Vinh Long People's Committee"): what its people say is the place's."""
    return actor.kind == "body" and any(
        word in actor.name.replace("’", "'") for word in words("organisations", "governments", "authorities")
    )


def principal_sides(report: Report, table: ActorTable) -> tuple[str, ...]:
    """Return the two sides that the report is about (all those that its opening lists as acting together, one where it has no other)."""
    sides = _few_sides(report, table)
    many = parties_listed(report, table, sides)
    within = [s for s in sides if s in many or any(_lies_in(table.actors[a], table.actors[s]) for a in many)]
    return many if len(within) == len(sides) and set(sides) & set(many) else sides


def _few_sides(report: Report, table: ActorTable) -> tuple[str, ...]:
    """Return two sides, three where the report counts three, by the weights of their mentions."""
    weights, pairs = _weights(report, table), _pairs(report, table)
    if not weights:
        return ()
    titled, number = _titled(table, weights), 3 if _counts_three(report) else 2
    if len(titled) >= number and not any(nested(table.actors[a], table.actors[b]) for a, b in combinations(titled[:number], 2)):
        return tuple(titled[:number])
    joined: dict[str, float] = defaultdict(float)
    for (one, other), count in pairs.items():
        joined[one] += count
        joined[other] += count
    first = max(weights, key=lambda a: weights[a] + PAIR * joined[a])
    return _with_partners(table, first, weights, pairs, number)


def _counts_three(report: Report) -> bool:
    text = f"{report.document.title or ''} {report.text}".lower()
    nouns = ("countries", "sides", "parties", "provinces", "cities", "nations", "leaders", "ministers", "presidents")
    three, two = (sum(text.count(f"{number} {noun}") for noun in nouns) for number in ("three", "two"))
    return three + text.count("trilateral") > two


def _with_partners(
    table: ActorTable, first: str, weights: dict[str, float], pairs: Counter[tuple[str, str]], number: int
) -> tuple[str, ...]:
    sides = [first]
    least = LEAST_SHARE * weights[first]
    while len(sides) < number:
        best = {a: _partner_weight(table, sides, a, weights, pairs) for a in weights if a not in sides}
        other = max(best, key=lambda a: best[a], default=None)
        if other is None or best[other] < least:
            break
        sides.append(other)
    order = list(table.actors)
    return tuple(sorted(sides, key=lambda s: (s != first, order.index(s))))


def _partner_weight(table: ActorTable, sides: list[str], actor: str, weights: dict[str, float], pairs: Counter[tuple[str, str]]) -> float:
    entry = table.actors[actor]
    if any(nested(entry, table.actors[side]) or table.belongs_to.get(actor) == side for side in sides):
        return 0.0
    weight = weights[actor] + PAIR * sum(pairs[_key(actor, side)] for side in sides)
    if entry.country != table.actors[sides[0]].country:
        weight *= ABROAD
    if entry.kind == table.actors[sides[0]].kind:
        weight *= PEER
    return weight


def nested(one: Actor, other: Actor) -> bool:
    """Tell whether one jurisdiction lies in the other: a state and its province, a province and its city."""
    if one.country is None or one.country != other.country or one.kind == other.kind:
        return False
    if "state" in (one.kind, other.kind):
        return True
    inner, outer = (one, other) if other.kind == "province" else (other, one)
    return _admin1(inner) is None or _admin1(inner) == _admin1(outer)


def _lies_in(inner: Actor, outer: Actor) -> bool:
    """Tell whether one jurisdiction is a lower one within the other."""
    order = ("state", "province", "municipality", "district")
    return nested(inner, outer) and outer.kind in order[:2] and inner.kind in order[order.index(outer.kind) + 1 :]


def _admin1(actor: Actor) -> str | None:
    place = open_gazetteer().by_id(actor.place.geonames) if actor.place and actor.place.geonames else None
    return None if place is None else place.id if place.level == "admin1" else place.admin1


def _weights(report: Report, table: ActorTable) -> dict[str, float]:
    """Return how much the report makes each actor a side: by the roles of its mentions and of those who speak for it."""
    weights: dict[str, float] = defaultdict(float)
    order = {s.start: i for i, s in enumerate(report.sentences())}
    for mention in table.mentions:
        if mention.form == "pronoun":
            continue
        token = report.doc[mention.head]
        factor = _place_in_report(order.get(token.sent.start))
        for actor in table.represented(mention.refers):
            entry = table.actors[actor]
            if entry.kind == "person":
                continue
            share = 1.0 if entry.kind in JURISDICTIONS else ORGANISATION
            weights[actor] += ROLE_WEIGHT[role(token)] * factor * share
    for actor in _titled(table, weights):
        weights[actor] += TITLED
    return weights


def _place_in_report(number: int | None) -> float:
    """Return how much a mention counts by its sentence's number: the first sentences name the sides."""
    if number is None or number >= OPENING_SENTENCES:
        return 1.0
    return LEAD if number == 0 else OPENING


def _titled(table: ActorTable, weights: dict[str, float]) -> list[str]:
    """Return the jurisdictions of the title; for one that the text does not name again, the one within it that it does."""
    found = []
    outer = {a for a in table.titled if any(_lies_in(table.actors[b], table.actors[a]) for b in table.titled)}
    for actor in (a for a in table.titled if a not in outer):
        least = OUTWEIGHED * weights.get(actor, 0.0)
        inner = [a for a, weight in weights.items() if weight > least and _lies_in(table.actors[a], table.actors[actor])]
        found.append(max(inner, key=lambda a: weights[a]) if inner else actor)
    return list(dict.fromkeys(found))


def role(token: Token) -> str:
    """Return the part that a mention's head plays: subject, partner, object, modifier or mere place."""
    token = listed(token)
    if token.dep_ in {"nsubj", "nsubjpass", "agent"}:
        return "subject"
    if token.dep_ == "pobj":
        word, above = token.head.lower_, token.head.head
        if word in PLACE_WORDS and above.pos_ in {"NOUN", "PROPN"} and above.dep_ in {"nsubj", "nsubjpass"}:
            return "modifier"
        return "place" if word in PLACE_WORDS else "partner" if word in PARTNER_WORDS else "object"
    return "modifier" if token.dep_ in {"poss", "compound", "nmod", "amod"} else "object"


def listed(token: Token) -> Token:
    """Return the first of the list or the name that an apposition explains."""
    while token.dep_ in {"conj", "appos"} and token.head.i < token.i:
        token = token.head
    return token


def _pairs(report: Report, table: ActorTable) -> Counter[tuple[str, str]]:
    """Count how often two actors are named as a pair: "A and B", "between A and B", "A-B relations"."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one, other in _neighbours(table):
        between = report.doc[one.end : other.start]
        if len(between) in (1, 2) and (
            between[0].lower_ in {"and", "&"} or between[0].text in HYPHENS or between.text.strip() in {", and"}
        ):
            for a in table.represented(one.refers):
                for b in table.represented(other.refers):
                    if a != b and "person" not in (table.actors[a].kind, table.actors[b].kind):
                        pairs[_key(a, b)] += 1
    for a, b in pairwise(table.titled):
        pairs[_key(a, b)] += TITLED_PAIR
    return pairs


def _neighbours(table: ActorTable) -> Iterator[tuple[Mention, Mention]]:
    ordered = sorted(m for m in table.mentions if m.form in ("name", "demonym"))
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 : i + 3]:
            if other.start >= one.end:
                yield one, other


def _key(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
