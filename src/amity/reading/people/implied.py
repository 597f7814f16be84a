"""Rules for what a post is of where the report only implies it, the surest first.

Each returns the id of an actor of the table, or None.
"""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from amity.gazetteer import open_gazetteer
from amity.model import Actor
from amity.reading.people.known_names import families, family_first_language, folded, word_set
from amity.reading.people.names import name_words
from amity.reading.people.offices import STATE, Office, owner_of
from amity.reading.people.persons import Person
from amity.reading.people.posts import title_words
from amity.reading.people.titles import Title
from amity.reading.places import state_of
from amity.reading.report import ActorTable, Report
from amity.vocabulary import load

LANGUAGES = {"CN": "chinese", "VN": "vietnamese", "KR": "korean", "KP": "korean"}
"""Countries nearly all of whose officials have names of one shape."""
HOMES = {"chinese": ("CN", "TW", "HK", "MO", "SG", "MY"), "vietnamese": ("VN",), "korean": ("KR", "KP")}
DATELINE = 3  # mentions that being the dateline's place or country is worth
DELEGATIONS = frozenset(("delegation", "delegations", "team", "group", "mission", "party"))
UNITS = frozenset(("province", "municipality", "district"))
PRINCIPAL = 3  # mentions that a side of the report has at least
NEAR = 12  # tokens between a delegation's place and its leader


def own_other_post(office: Office) -> str | None:
    """Take that of another post of the same kind that the person holds: "Foreign Minister of Laos" for "the minister"."""
    for title in office.person.posts:
        owner = owner_of(title)
        same = title.head.words == office.title.head.words and title.owner is None
        if owner and title is not office.title and (same or (office.fits(owner) and title.rule != "main-actor")):
            return owner
    return None


def known_organ(office: Office) -> str | None:
    """Take the organisation that the title names in part: "Deputy Leader of the Council" where the Ashby City Council is known."""
    organ = folded(office.title.text).partition(" of ")[2].removeprefix("the ").split()
    if not organ or organ[-1] not in word_set("not_after") | title_words("place_nouns"):
        return None
    actors = office.table.actors
    bearers = [
        a
        for a in actors.values()
        if a.kind != "person" and plausible(office.person.text, a.country) and any(_holds(form, organ) for form in (a.name, *a.aliases))
    ]
    near = [m.refers[0] for m in sorted(office.table.mentions) if m.end <= office.title.start and m.refers[0] in {b.id for b in bearers}]
    return near[-1] if near else bearers[0].id if len(bearers) == 1 else None


def _holds(form: str, organ: list[str]) -> bool:
    """Tell whether the name is the organ's with more that tells whose it is: "Vinh City Council", "Council of Vinh"."""
    levels = load("posts")["levels"]
    name = f" {' '.join(w for w in folded(form).replace('’', chr(39)).split() if w not in levels)} "
    own = " ".join(w for w in organ if w not in levels)
    return len(name.split()) > len(own.split()) and (name.endswith(f" {own} ") or f" {own} of " in name)


def its_owner(office: Office) -> str | None:
    """Take what "its" before the title means: the last fitting actor named before it in the sentence."""
    doc, at = office.report.doc, office.title.start
    if at == 0 or doc[at - 1].lower_ not in ("its", "their", "the", "whose", "our") or doc[at - 1].lower_ == "the":
        return None
    before = list(office.places(office.sentence.start, at))
    described = [t for t in doc[before[-1].end if before else office.sentence.start : at] if _is_described(t)]
    if described:
        return _described(office, described[-1])
    return before[-1].refers[0] if before else None


def _described(office: Office, noun: Token) -> str | None:
    """Return the only fitting actor with the noun in its name: "the arrondissement" for "the 2nd arrondissement of Lyon"."""
    actors = office.table.actors
    bearers = {m.refers[0] for m in office.places(0, noun.i) if folded(noun.text) in folded(actors[m.refers[0]].name).split()}
    return bearers.pop() if len(bearers) == 1 else None


def _is_described(token: Token) -> bool:
    """Tell whether the token is the head of a description like "the city", which "its" then means."""
    return folded(token.text) in title_words("place_nouns") and any(t.lower_ in ("the", "this", "that") for t in token.lefts)


def acting_for(office: Office) -> str | None:
    """Take the actor for which the holder acts in the sentence: "Mayor Ruiz signed on behalf of Vinh"."""
    doc, names = office.report.doc, [n for n in office.person.names if n.start >= office.title.end]
    if not names:
        return None
    end = office.sentence.end
    for mention in office.places(names[0].end, min(end, names[0].end + 12)):
        before = doc[max(0, mention.start - 4) : mention.start].text.lower()
        if any(phrase in before for phrase in load("posts")["acting_for"]["phrases"]):
            return mention.refers[0]
    return None


def delegation_of(office: Office) -> str | None:
    """Take whose delegation the holder leads: "a delegation from Vinh led by Mayor Ruiz", "Mayor Ruiz led the Vinh delegation"."""
    doc, sentence, at = office.report.doc, office.sentence, office.title.start
    before = doc[max(sentence.start, at - NEAR) : at]
    if any(t.lower_ in ("led", "headed", "including") for t in before) and any(t.lower_ in DELEGATIONS for t in before):
        near = list(office.places(max(sentence.start, at - NEAR), at))
        return near[-1].refers[0] if near else None
    after = [n.end for n in office.person.names if n.start >= office.title.end and n.end < sentence.end]
    return _led(office, after[0]) if after else None


def _led(office: Office, at: int) -> str | None:
    """Return whose delegation is led after the token: "leads a delegation from Vinh"."""
    doc, end = office.report.doc, min(at + NEAR, office.sentence.end)
    leads = next((i for i in range(at, end) if doc[i].lemma_ in ("lead", "head")), None)
    noun = next((i for i in range(leads, end) if doc[i].lower_ in DELEGATIONS), None) if leads else None
    if noun is None:
        return None
    for mention in office.places(at, min(noun + NEAR, office.sentence.end)):
        if mention.end == noun or (mention.start > noun and doc[mention.start - 1].lower_ in ("from", "of", "the")):
            return mention.refers[0]
    return None


def side_of(office: Office) -> str | None:
    """Take the side just before the title: "on the Vinh side, Mayor Ruiz", "representing Vinh, Mayor Ruiz", "for Vinh, Mayor Ruiz"."""
    doc, at = office.report.doc, office.title.start
    while at > office.sentence.start and doc[at - 1].lower_ in ("the", ",", "side", "was", "were", "there", "'s", "’s"):
        at -= 1
    mention = next((m for m in office.places(office.sentence.start, at) if m.end == at), None)
    if mention is None or at == office.title.start:
        return None
    before = [t.lower_ for t in doc[max(office.sentence.start, mention.start - 3) : mention.start]]
    return mention.refers[0] if set(before) & {"on", "for", "representing", "from", "represented"} else None


def own_language(office: Office) -> str | None:
    """Take the only fitting actor of a country whose officials are named as the holder is: Chinese, Vietnamese, Korean.

    A state of which the report names only places ("in Hanoi") is one too, for posts that only states have.
    """
    language = family_first_language(office.person.text)
    if language is None:
        return None
    actors = office.table.actors
    fitting = {a for a in _fitting(office) if actors[a].country in HOMES[language]}
    if fitting or office.kinds != STATE:
        return fitting.pop() if len(fitting) == 1 else None
    countries = {a.country for a in actors.values() if a.kind in UNITS and a.country in HOMES[language]}
    return state_of(office.table, str(countries.pop())).id if len(countries) == 1 else None


def only_plausible(office: Office) -> str | None:
    """Take the only fitting actor whose officials may be named so, where there are others whose may not."""
    main = _main(office)
    return main[0] if len(main) == 1 < len(_fitting(office)) else None


def home_state(office: Office) -> str | None:
    """Take the country of the agency or site that reports, else of the dateline: at home, a title needs no country."""
    if office.kinds != STATE:
        return None
    document = office.report.document
    agency = load("posts")["agency_country"].get(document.agency or "")
    country = agency or _domain_country(document.url) or _dateline_country(office)
    if country is None or not plausible(office.person.text, country):
        return None
    known = [a for a in _fitting(office) if office.table.actors[a].country == country]
    is_sure = bool(document.agency) and family_first_language(office.person.text) is not None
    return known[0] if known else state_of(office.table, country).id if is_sure else None


def _domain_country(url: str | None) -> str | None:
    """Return the country of the address's top-level domain (ISO 3166-1 alpha-2), None for those sold to anybody."""
    found = re.match(r"(?:\w+:)?//[^/]*\.([a-z]{2})(?::\d+)?(?:/|$)", (url or "").lower())
    code = {"uk": "gb"}.get(found.group(1), found.group(1)) if found else ""
    return code.upper() if code and code not in load("posts")["domains"]["sold"] else None


def _dateline_country(office: Office) -> str | None:
    place = office.report.document.dateline_place
    found = open_gazetteer().resolve(place.title()) if place else None
    return found.country if found else None


def same_order(office: Office) -> str | None:
    """Take the actor at the holder's place in the list: "A and B signed it when Presidents Ruiz and Day met"."""
    listed = [(p, t) for p in office.people for t in p.titles if t.start == office.title.start and t.head.plural]
    listed.sort(key=lambda item: min((n.start for n in item[0].names if n.start >= office.title.end), default=0))
    holders = [p for p, _ in listed]
    before = list(dict.fromkeys(m.refers[0] for m in office.places(office.sentence.start, office.title.start)))
    if len(holders) < 2 or len(before) != len(holders) or office.person not in holders:
        return None
    return before[holders.index(office.person)]


def plausible(name: str, country: str | None) -> bool:
    """Tell whether an official of the country may be so named: Chinese, Vietnamese and Korean names show it."""
    first, *rest = name_words(name)
    if country is None or not rest:
        return True
    language = family_first_language(name)
    expected = LANGUAGES.get(country)
    if expected:
        return language in (expected, None) and first in families()[expected]
    return language is None or country in HOMES[language]


def left_over(office: Office) -> str | None:
    """Take the one of the report's two principal actors that the other holder of such a post does not have."""
    main = _main(office)[:2]
    taken = set(_taken(office))
    free = [a for a in main if a not in taken]
    return free[0] if len(main) == 2 and len(free) == 1 else None


def other_side(office: Office) -> str | None:
    """Take the one of the two principal actors from which nobody else is told to come: guests are told with their country."""
    if set(folded(office.title.text).split()) & title_words("single", "many"):
        return None
    main = [a for a in _main(office)[:2] if _mentions(office, a) >= PRINCIPAL]
    told = {o for p in office.people if p is not office.person for t in p.posts if t.owner is None and (o := owner_of(t)) in main}
    free = [a for a in main if a not in told]
    return free[0] if len(main) == 2 and len(told) == 1 and len(free) == 1 else None


def main_actor(office: Office) -> str | None:
    """Take the fitting actor nearest before the title among the two that the report names most, or the dateline's country."""
    taken = set(_taken(office))
    main = [a for a in _main(office) if a not in taken]
    return main[0] if main else None


def _taken(office: Office) -> Iterator[str]:
    """Yield the actors whose one such post another person holds; deputies do not count."""
    words = set(folded(office.title.text).split())
    if words & title_words("single", "many"):
        return
    for person in office.people:
        for title in person.posts:
            owner = owner_of(title)
            if person is not office.person and owner and not title.former and _is_same_post(title, office.title):
                yield owner


def _is_same_post(one: Title, other: Title) -> bool:
    """Tell whether the titles are of posts of which a place has one: the same words, or one head that is no common word."""
    if folded(one.text) == folded(other.text):
        return True
    is_one = one.head.words not in title_words("single", "common") and not set(folded(one.text).split()) & title_words("single", "many")
    return is_one and one.head.words == other.head.words


def _mentions(office: Office, actor: str) -> int:
    return sum(actor in m.refers for m in office.table.mentions)


def _fitting(office: Office) -> list[str]:
    """Return the actors of the report that can have the post."""
    return list(dict.fromkeys(m.refers[0] for m in office.places(0, len(office.report.doc))))


def _main(office: Office) -> list[str]:
    """Return the fitting actors of the report whose officials may be named so, the most named and those at home first."""
    actors = office.table.actors
    here = _dateline_country(office)
    counts = Counter(m.refers[0] for m in office.places(0, len(office.report.doc)))
    for actor in counts:
        counts[actor] += DATELINE * _marks(office, actors[actor], here)
    abroad = _goals(office)
    return [actor for actor, _ in counts.most_common() if actor not in abroad and plausible(office.person.text, actors[actor].country)]


def _goals(office: Office) -> set[str]:
    """Return the actors to which the holder is told to travel ("Mayor Ruiz will lead a mission to Vinh"): he comes from elsewhere."""
    doc, words = office.report.doc, load("posts")["travel"]
    found = set()
    for name in office.person.names:
        verb = doc[name.end - 1].head if doc[name.end - 1].dep_ == "nsubj" else None
        if verb is None or verb.lemma_ not in (*words["to"], *words["of"]):
            continue
        for mention in office.places(verb.i, min(verb.i + NEAR, office.sentence.end if office.sentence.start <= verb.i else verb.sent.end)):
            before = doc[mention.start - 1].lower_
            if before == "to" or (verb.lemma_ in words["of"] and mention.start - verb.i <= 2):
                found.add(mention.refers[0])
    return found


def _marks(office: Office, actor: Actor, here: str | None) -> int:
    """Count what speaks for the actor beside its mentions: the dateline, the publisher, a council where the title is of one."""
    document, name = office.report.document, folded(actor.name)
    at_dateline = name == folded(document.dateline_place or "") or (actor.kind == "state" and actor.country == here)
    publishes = name.split()[0] in re.findall(r"\w+", folded(f"{document.publisher or ''} {document.url or ''}"))
    has_council = any("council" in folded(form).split() for form in (actor.name, *actor.aliases))
    return at_dateline + publishes + (has_council and office.title.head.words in title_words("of_council"))


RULES = (
    own_other_post, known_organ, its_owner, acting_for, delegation_of, side_of, same_order, own_language, only_plausible,
    home_state, left_over, other_side, main_actor,
)  # fmt: skip
ANY_KIND = (known_organ, its_owner, acting_for)
SURE = frozenset(("own-other-post", "known-organ", "its-owner", "acting-for", "delegation-of", "side-of"))
"""Rules whose posts are as good as told; the others make a post's confidence medium, ``main-actor`` low."""


def settle_offices(report: Report, table: ActorTable, people: list[Person]) -> None:
    """Give every title without an organisation the actor that the report implies, where it implies one."""
    for rule in RULES:
        for person in people:
            for title in (t for t in person.posts if t.of is None and t.owner is None):
                office = Office(report, table, people, person, title)
                if (office.kinds or rule in ANY_KIND) and (owner := rule(office)):
                    title.owner, title.rule = owner, rule.__name__.replace("_", "-")
                    report.note(title.rule, report.doc[title.start : title.end], table.actors[owner].name)
