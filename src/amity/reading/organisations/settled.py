"""Organisations: names settled to one actor each, governments to the places that they govern."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from amity.gazetteer import fold
from amity.model import Actor
from amity.model.actors import JURISDICTIONS
from amity.reading.nations import nation
from amity.reading.organisations.initials import initialled_names
from amity.reading.organisations.lists import heads, known
from amity.reading.organisations.lowercase import lowercase_names
from amity.reading.organisations.names import OrganisationName, organisation_names
from amity.reading.orthography import POSSESSIVE, words, written
from amity.reading.places.levels import level_kinds
from amity.reading.places.name import PlaceName
from amity.reading.report import ActorTable, Report
from amity.reading.sequences import token_texts
from amity.vocabulary import load

LONGEST_GOVERNMENT = 6  # tokens from a place's name to the end of its government's ("'s Municipal People's Government")
MISSIONS = frozenset({"Embassy", "Consulate", "Consulate-General", "Mission"})
EMPTY = frozenset({"the", "of", "for", "and", "in", "on", "s", "affairs", "province", "city", "to", "a"})


@dataclass
class Named:
    """One organisation while it is being settled: its names, the words that tell it from others, its owner."""

    names: list[OrganisationName]
    key: frozenset[str]
    owner: str | None = None
    country: str | None = None
    shorts: set[str] = field(default_factory=set)


def find_organisations(report: Report, table: ActorTable, places: Sequence[PlaceName]) -> None:
    """Add the organisations that the report names to the table; names of places' governments become mentions of the places."""
    kinds = [n for n in places if n.kind]
    ends = {n.core_start: n.end for n in kinds} | {n.start: n.end for n in kinds} | {n.chain[0]: n.end for n in kinds if not n.contained}
    names = [n for n in organisation_names(report.doc, ends.get) if not _inside_place(n, places)]
    taken = {i for n in names for i in range(n.start, n.end)}
    names += [n for n in lowercase_names(report.doc, ends.get) if not taken & set(range(n.start, n.end))]
    taken |= {i for n in places for i in range(n.start, n.end)} | {i for n in names for i in range(n.start, n.end)}
    names += [n for n in initialled_names(report.doc) if not taken & set(range(n.start, n.end))]
    names.sort()
    governed = governments(report, table, places)
    names = [n for n in names if not governed & set(range(n.start, n.end)) or not _only_government(report.doc, n, governed)]
    for named in _settled(report.doc, table, names):
        _enter(report, table, named)


def _inside_place(name: OrganisationName, places: Sequence[PlaceName]) -> bool:
    return any(p.start <= name.start and name.end <= p.end for p in places)


def _only_government(doc: Doc, name: OrganisationName, governed: set[int]) -> bool:
    """Tell whether nothing in the name goes beyond the name of a place's government."""
    return all(i in governed for i in range(name.start, name.end) if doc[i].is_alpha and doc[i].lower_ not in EMPTY)


def governments(report: Report, table: ActorTable, places: Sequence[PlaceName]) -> set[int]:
    """Turn names like "Leeds City Council" and "the government of Yunnan" into mentions of the place; return their tokens."""
    found: set[int] = set()
    for place in places:
        mention = next((m for m in table.mentions if m.start <= place.start and place.end <= m.end and m.form == "name"), None)
        if mention is None:
            continue
        start = None if place.is_country and place.contained else _government_before(report.doc, place)
        end = _government_after(report.doc, place)
        if start is None and end is None:
            continue
        low, high = (mention.start if start is None else start), (mention.end if end is None else end)
        short = report.doc[high + 1].text if _is_bracketed_acronym(report.doc, high) else None
        span = report.doc[low : high + 3 if short else high]
        if mention in table.mentions:
            table.mentions.remove(mention)
        table.refer(span, "name", *mention.refers)
        _alias(table.actors[mention.refers[0]], written(report.doc[(place.start if start is None else low) : max(high, place.end)]))
        if short:
            _alias(table.actors[mention.refers[0]], short)
            _refer_short(report, table, table.actors[mention.refers[0]], short)
        report.note("government-of-place", span, table.actors[mention.refers[0]].name)
        found.update(range(low, span.end))
    return found


def _is_bracketed_acronym(doc: Doc, at: int) -> bool:
    """Tell whether an acronym in brackets stands at the token: "(SMC)"."""
    return at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and sum(c.isupper() for c in doc[at + 1].text) > 1


def _alias(actor: Actor, form: str) -> None:
    if form != actor.name and form not in actor.aliases:
        actor.aliases.append(form)


def _government_after(doc: Doc, place: PlaceName) -> int | None:
    """Return where the name of the place's government ends after the place's: "'s city hall", "Municipal People's Government"."""
    at = place.end
    if at < len(doc) and doc[at].text in POSSESSIVE:
        at += 1
    start = place.end - 1 if place.end > place.core_end and at == place.end else at
    texts = token_texts(doc)
    for end in range(min(len(doc), place.end + LONGEST_GOVERNMENT), place.end, -1):
        if end > start and _is_government([text.replace("’", "'") for text in texts[start:end]], place) and not _goes_on(doc, end):
            return end
    return None


def _is_government(tokens: Sequence[str], place: PlaceName) -> bool:
    """Tell whether the words after a place's name make it the name of its government."""
    data = load("organisations")["governments"]
    last = tokens[-1]
    if place.is_country:
        return " ".join(tokens).lower() in data["of_states"]
    if last.lower() in {"corporation", "assembly"}:
        return len(tokens) > 1 and tokens[-2].lower() in {"municipal", "metropolitan"}
    return last.lower() in data["last"] and all(t.lower() in data["between"] or level_kinds(t.lower()) for t in tokens[:-1])


def _goes_on(doc: Doc, end: int) -> bool:
    """Tell whether the name goes on to that of something else: "Council of Ministers", "City Council Chamber"."""
    if end >= len(doc):
        return False
    after = doc[end]
    if after.lower_ == "of" and end + 1 < len(doc):
        return doc[end + 1].text[:1].isupper() and doc[end - 1].text[:1].isupper()
    run = [t.text for t in doc[end : end + 3]]
    return doc[end - 1].text[:1].isupper() and run[0][:1].isupper() and any((word,) in heads() for word in run)


def _government_before(doc: Doc, place: PlaceName) -> int | None:
    """Return where "the Government of" before the place's name starts."""
    at = place.start
    if at and doc[at - 1].lower_ == "the":
        at -= 1
    if at < 2 or doc[at - 1].lower_ != "of":
        return None
    for start in range(max(at - LONGEST_GOVERNMENT, 0), at - 1):
        text = " ".join(doc[start : at - 1].text.replace("’", "'").split())
        if text in words("organisations", "governments", "of") and not (place.is_country and text in {"City", "Municipality"}):
            return start
    return None


def _settled(doc: Doc, table: ActorTable, names: Sequence[OrganisationName]) -> list[Named]:
    """Return one entry for each organisation; names of the same words, or with fewer words and no other owner, are one."""
    found: list[Named] = []
    for name in names:
        key, owner, country = _key(doc, table, name)
        same = next((n for n in found if _is_same(n, name, key, owner, country)), None)
        if same is None:
            found.append(Named([name], key, owner, country, {name.short} if name.short else set()))
            continue
        same.names.append(name)
        same.key |= key
        same.owner = same.owner or owner
        same.country = same.country or country
        same.shorts |= {name.short} if name.short else set()
    return found


def _is_same(named: Named, name: OrganisationName, key: frozenset[str], owner: str | None, country: str | None) -> bool:
    """Tell whether a name is a known one's: the same well-known organisation, or the same words and no other owner."""
    first = named.names[0]
    if first.known or name.known:
        return first.known == name.known or bool(name.short and name.short in named.shorts)
    if (owner and named.owner and owner != named.owner) or (country and named.country and country != named.country):
        return False
    return first.kind == name.kind and (key == named.key or (key < named.key and not owner) or (named.key < key and not named.owner))


def _key(doc: Doc, table: ActorTable, name: OrganisationName) -> tuple[frozenset[str], str | None, str | None]:
    """Return the words that tell the organisation from others, its owner and its country."""
    if name.known:
        entry = next(o for o in known().values() if o.name == name.known)
        return frozenset({fold(name.known)}), None, entry.country
    owner, country, owned = _owner(doc, table, name)
    key = {fold(doc[i].text) for i in range(name.start, name.end) if i not in owned and doc[i].is_alpha} - EMPTY
    key -= {w for w in key if level_kinds(w)} | {"provincial", "municipal", "national"} if owner else set()
    return frozenset(key), owner, country


def _owner(doc: Doc, table: ActorTable, name: OrganisationName) -> tuple[str | None, str | None, set[int]]:
    """Return the jurisdiction that the name or the possessive before it names, its country, and the tokens that do so."""
    inside = [m for i in range(name.start, name.end) if (m := table.at(doc[i])) is not None and m.form in ("name", "demonym")]
    owners = [m for m in dict.fromkeys(inside) if table.actors[m.refers[0]].kind in JURISDICTIONS]
    mission = any(doc[i].text in MISSIONS for i in range(name.start, name.end))
    if owners and not (mission and owners[0].form == "demonym"):
        narrowest = next((m for m in owners if table.actors[m.refers[0]].kind != "state"), owners[0])
        actor = table.actors[narrowest.refers[0]]
        return actor.id, actor.country, {i for m in owners for i in range(m.start, m.end)}
    for i in range(name.start, name.end):
        code = nation(doc[i])
        if code:
            return None, code, {i}
    if owners:
        return owners[0].refers[0], table.actors[owners[0].refers[0]].country, set(range(owners[0].start, owners[0].end))
    return _possessor(doc, table, name) if _possessor(doc, table, name)[0] else _nearest_owner(doc, table, name)


def _nearest_owner(doc: Doc, table: ActorTable, name: OrganisationName) -> tuple[str | None, str | None, set[int]]:
    """Return the place that a bare organ ("the provincial People's Committee") belongs to: the last one of its level."""
    text = " ".join(doc[name.start : name.end].text.replace("’", "'").split())
    level = load("places")["adjectives"].get(doc[name.start].text)
    if level is None and text not in words("organisations", "local_organs"):
        return None, None, set()
    kinds = {level} if level else {"province", "municipality", "district"}
    before = [m for m in table.mentions if m.form == "name" and m.start < name.start and table.actors[m.refers[0]].kind in kinds]
    if not before:
        return None, None, set()
    actor = table.actors[max(before).refers[0]]
    return actor.id, actor.country, set()


def _possessor(doc: Doc, table: ActorTable, name: OrganisationName) -> tuple[str | None, str | None, set[int]]:
    """Return the jurisdiction that stands before the name: "Vietnam's Ministry of Finance", "the Lao Government Office"."""
    at = name.start - 1
    while at > 0 and (doc[at].text in POSSESSIVE or doc[at].lower_ == "the"):
        at -= 1
    mention = table.at(doc[at]) if at >= 0 and at < name.start - 1 and doc[name.start - 1].text in POSSESSIVE else None
    if mention is not None and table.actors[mention.refers[0]].kind in JURISDICTIONS:
        actor = table.actors[mention.refers[0]]
        return actor.id, actor.country, set()
    return None, None, set()


def _enter(report: Report, table: ActorTable, named: Named) -> None:
    forms = dict.fromkeys(_form(report.doc, n) for n in named.names)
    first = named.names[0]
    name = next((n.known for n in named.names if n.known), None) or max(forms, key=len)
    country = None if first.kind == "igo" else named.country
    actor = table.enter(first.kind, name, country)
    actor.aliases = [f for f in forms if f != name] + [s for s in sorted(named.shorts) if s not in forms]
    if named.owner:
        table.belongs_to[actor.id] = named.owner
    for one in named.names:
        span = report.doc[one.start : one.end]
        table.refer(span, "name", actor.id, head=report.doc[one.head])
        report.note("well-known-organisation" if one.known else "organisation-by-head", span, f"{first.kind} {name}")
    _refer_shorts(report, table, actor, named)


def _form(doc: Doc, name: OrganisationName) -> str:
    """Return the name as written, without its acronym in brackets."""
    text = written(doc[name.start : name.end])
    return " ".join(text.replace(f"({name.short})", " ").split()) if name.short else text


def _refer_shorts(report: Report, table: ActorTable, actor: Actor, named: Named) -> None:
    for short in sorted(named.shorts):
        _refer_short(report, table, actor, short)


def _refer_short(report: Report, table: ActorTable, actor: Actor, short: str) -> None:
    """Add mentions for an acronym that the report introduced in brackets and uses alone."""
    for token in report.doc:
        if token.text == short and table.at(token) is None:
            table.refer(report.doc[token.i : token.i + 1], "name", actor.id)
            report.note("acronym", report.doc[token.i : token.i + 1], actor.name)
