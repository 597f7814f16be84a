"""Jurisdictions: the places that a report names, settled to one actor each, with the adjectives that stand for states."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from amity.gazetteer import fold, open_gazetteer, place_demonym
from amity.model import Actor, PlaceReference
from amity.reading.dates import anchor
from amity.reading.nations import first_of_pair, nation
from amity.reading.organisations.names import known_tokens
from amity.reading.orthography import HYPHENS, words, written
from amity.reading.places.chains import join_chains
from amity.reading.places.kinds import settle_kinds
from amity.reading.places.levels import extend, level_kinds, plural_kind, share_plurals
from amity.reading.places.matches import Matches
from amity.reading.places.name import PlaceName
from amity.reading.places.unknown import UnknownNames
from amity.reading.report import ActorTable, Report
from amity.reading.sequences import by_first, token_texts
from amity.vocabulary import per_language

LONGEST_ABBREVIATION = 3  # letters: "USA" stays in capitals, "KUNMING" does not


def find_places(report: Report, table: ActorTable) -> list[PlaceName]:
    """Add the jurisdictions that the report names to the table, and mentions of them; return the names."""
    names, adjectives = _named(report.doc)
    titled, told = _named(report.title) if report.title is not None else ([], [])
    for name in titled:
        name.in_title = True
    settle_kinds(report.doc, [*names, *titled], [code for _, code in [*adjectives, *told]], anchor(report.document))
    for group in _groups([*names, *titled]):
        _enter(report, table, group)
    _read_title(table, titled, told)
    for token, code in adjectives:
        if _stands_for_state(token) or _is_people(token):
            state = _people_of(table, token, code)
            span = report.doc[token.i : token.i + 1 + first_of_pair(token)]
            table.refer(span, "demonym", state.id)
            report.note("adjective-of-state", span, state.name)
    return names


def place_names(doc: Doc, blocked: Collection[int] = ()) -> list[PlaceName]:
    """Return the place names of the text in their order; none overlaps another or holds a blocked token."""
    known = Matches(doc, blocked).known()
    taken = {i for name in known for i in range(name.core_start, name.core_end)}
    found = sorted([*known, *UnknownNames(doc).names(taken)], key=lambda n: n.core_start)
    for name in found:
        extend(doc, name)
    share_plurals(doc, found)
    return [name for name in found if name.places or name.kinds]


def _named(doc: Doc) -> tuple[list[PlaceName], list[tuple[Token, str]]]:
    """Return the place names of a text with their containers, and its adjectives of nationality."""
    names = place_names(doc, no_places(doc))
    join_chains(doc, names)
    return names, list(demonyms(doc, names))


def _read_title(table: ActorTable, titled: Sequence[PlaceName], told: Sequence[tuple[Token, str]]) -> None:
    """Keep which jurisdictions the title names, by name or by an adjective that stands for a state."""
    found = [(n.start, n.actor) for n in titled if n.actor and not n.contained and not n.located]
    found += [(token.i, state_of(table, code).id) for token, code in told if _stands_for_state(token)]
    table.titled = tuple(dict.fromkeys(actor for _, actor in sorted(found)))


def no_places(doc: Doc) -> set[int]:
    """Return the tokens of well-known organisations' names and of phrases that hold a place's name but are none."""
    found = known_tokens(doc)
    texts = token_texts(doc)
    for i, text in enumerate(texts):
        for phrase in _phrases_without_place().get(text, ()):
            if tuple(texts[i : i + len(phrase)]) == phrase:
                found.update(range(i, i + len(phrase)))
    return found


@per_language
def _phrases_without_place() -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases that hold a place's name but are none, by their first word."""
    return by_first(tuple(p.split()) for p in words("places", "continents", "phrases") | words("organisations", "agencies", "names"))


def demonyms(doc: Doc, names: Iterable[PlaceName]) -> Iterator[tuple[Token, str]]:
    """Yield the adjectives of nationality outside place names, with their ISO 3166-1 alpha-2 codes."""
    named = {i for name in names for i in range(name.start, name.end)}
    for token in doc:
        second = token.i > 0 and first_of_pair(token.nbor(-1))
        code = nation(token) if token.i not in named and not second else None
        if code:
            yield token, code


def state_of(table: ActorTable, code: str) -> Actor:
    """Return the state with the ISO 3166-1 alpha-2 code, entered if it is new."""
    for actor in table.actors.values():
        if actor.kind == "state" and actor.country == code:
            return actor
    country = open_gazetteer().country(code)
    return table.enter("state", country.name, code, country.reference(country.name))


def _groups(names: Sequence[PlaceName]) -> list[list[PlaceName]]:
    """Return the names that mean one jurisdiction together: the same place of the gazetteer, or the same words, and one kind."""
    groups: dict[tuple[str, str], list[PlaceName]] = {}
    for name in names:
        if name.kind is None:
            continue
        key = name.place.id if name.place else f"unknown {fold(name.text)}"
        groups.setdefault((name.kind, key), []).append(name)
    return _merged(list(groups.values()))


def _merged(groups: list[list[PlaceName]]) -> list[list[PlaceName]]:
    """Return the groups with those joined that have one kind, one country and one name but for its level words."""
    joined: dict[tuple[str | None, str | None, str], list[PlaceName]] = {}
    for group in groups:
        bare = " ".join(w for w in fold(group[0].text).split() if not level_kinds(w)) or fold(group[0].text)
        country = group[0].place.country if group[0].place else _country(group)
        known = next((k for k in joined if k[0] == group[0].kind and k[2] == bare and (country is None or k[1] in (None, country))), None)
        joined.setdefault(known or (group[0].kind, country, bare), []).extend(group)
    return list(joined.values())


def _enter(report: Report, table: ActorTable, group: Sequence[PlaceName]) -> None:
    """Add one jurisdiction with its mentions; names that only say where another place lies are no mentions."""
    named = [name for name in group if not name.contained]
    if not named:
        return
    told = [n for n in named if not n.in_title]
    forms = dict.fromkeys([*(written(report.doc[n.start : n.end]) for n in told), *(n.text for n in named if n.in_title)])
    full = [written(report.doc[n.core_start : n.end]) for n in told] or [n.text for n in named]
    name = max(full, key=lambda form: (not form.isupper(), len(form)))
    if name.isupper() and len(name) > LONGEST_ABBREVIATION:
        name = name.title()
    place = next((n.place for n in group if n.place), None)
    kind = group[0].kind
    assert kind is not None
    actor = table.enter(
        kind, name, place.country if place else _country(group), place.reference(name) if place else PlaceReference(name=name)
    )
    actor.aliases = [form for form in forms if form != name]
    for one in named:
        one.actor = actor.id
        if one.in_title:
            continue
        start, end = one.chain
        head = report.doc[one.start : one.end].root
        if end < len(report.doc) and plural_kind(report.doc[end].lower_) and head.head.i == end:
            end, head = end + 1, report.doc[end]
        table.refer(report.doc[start:end], "name", actor.id, head=head)
        report.note("place-name", report.doc[start:end], f"{kind} {name}")


def _country(group: Sequence[PlaceName]) -> str | None:
    """Return the country told for an unknown place, by an adjective or by its container."""
    for name in group:
        if name.country or (name.container and name.container.place):
            return name.country or (name.container.place.country if name.container and name.container.place else None)
    return None


def _is_people(token: Token) -> bool:
    """Tell whether the word is a noun for the people who act: "the Dutch promised"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return before == "the" and token.dep_ == "nsubj" and token.head.tag_ in ("VBD", "VBP", "VB") and token.head.i > token.i


def _people_of(table: ActorTable, token: Token, code: str) -> Actor:
    """Return the unit whose people the word names, where the report names it ("the Welsh"), else the state."""
    identifier = place_demonym(token.text)
    place = open_gazetteer().by_id(identifier) if identifier else None
    units = (a for a in table.actors.values() if place is not None and a.place is not None and a.place.geonames == place.geonames)
    return next(units, None) or state_of(table, code)


def _stands_for_state(token: Token) -> bool:
    """Tell whether an adjective of nationality stands for the state: "the Lao side", "Chinese and Lao foreign ministers"."""
    doc, at = token.doc, token.i + 1
    while at < len(doc) and (doc[at].lower_ in {",", "and"} or nation(doc[at]) is not None):
        at += 1
    if at >= len(doc) or doc[at].text in HYPHENS:
        return False
    return doc[at].lower_ in words("places", "stands_for")
