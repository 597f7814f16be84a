"""Level words: "province", "the city of", and what adjectives, posts and lists tell of a place's kind."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from amity.gazetteer import open_gazetteer
from amity.model import ActorKind
from amity.reading.nations import nation
from amity.reading.orthography import HYPHENS, POSSESSIVE, capitalised, words
from amity.reading.places.name import PlaceName
from amity.vocabulary import load

LONGEST_LEVEL = 6  # tokens from a name to the end of its level words ("Special Self-Governing City" has five)
NEVER_ALONE = frozenset(
    {"region", "state", "country", "nation", "capital", "port", "island", "territory", "department", "kingdom", "republic", "banner"}
)
STATE_LEVELS = frozenset({"republic", "kingdom"})
STATE_STYLES = frozenset({"people", "people's", "democratic", "'s", "’s", "islamic", "socialist"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def level_kinds(word: str) -> tuple[ActorKind, ...]:
    """Return the kinds that a level word allows ("province" → province), none for other words."""
    return tuple(load("places")["levels"].get(word, ()))


def plural_kind(word: str) -> ActorKind | None:
    """Return the kind that a plural level word gives to each name of its list."""
    kind: ActorKind | None = load("places")["plurals"].get(word)
    return kind


def is_numbered(token: Token) -> bool:
    """Tell whether an ordinal number stands before the token: "15th arrondissement"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return before[:-2].isdigit() and before[-2:] in ORDINAL_ENDINGS


def only_describes(doc: Doc, start: int, at: int) -> bool:
    """Tell whether the words from ``start`` to the level word at ``at`` describe the place that follows it, and are no name.

    "The Mekong Delta city of Can Tho": a city or province is named without an article, and what follows "of" is no country.
    """
    if doc[at].lower_ not in words("places", "described") or at + 2 >= len(doc) or doc[at + 1].lower_ != "of":
        return False
    name = doc[at + 2]
    if not capitalised(name) or any(place.level == "country" for place in open_gazetteer().lookup(name.text)) or nation(name):
        return False
    start = _description_start(doc, start)
    return start > 0 and (doc[start - 1].lower_ == "the" or doc[start - 1].text in POSSESSIVE)


def _description_start(doc: Doc, at: int) -> int:
    """Return where the capitalised words, adjectives and hyphens before a token begin."""
    while at and doc[at - 1].lower_ != "the" and (capitalised(doc[at - 1]) or doc[at - 1].text in HYPHENS or doc[at - 1].pos_ == "ADJ"):
        at -= 1
    return at


def _described_from(doc: Doc, start: int) -> int:
    """Return where a place's chain starts: at the capitalised description before its level word, if there is one."""
    if start + 1 < len(doc) and doc[start + 1].lower_ == "of" and start and only_describes(doc, start, start):
        first = _description_start(doc, start)
        return next((i for i in range(first, start) if capitalised(doc[i]) and not nation(doc[i])), start)
    return start


def extend(doc: Doc, name: PlaceName) -> None:
    """Take in the level words after and before the name, and with them its possible kinds."""
    only = STATE_LEVELS if name.is_country else None
    _take_compass(doc, name)
    if doc[name.core_end - 1].lower_ in load("places")["levels"] and name.core_end - name.core_start > 1:
        name.kinds = level_kinds(doc[name.core_end - 1].lower_)
    end, kinds = _levels_after(doc, name.core_end, only)
    if kinds:
        name.end, name.kinds = end, kinds
    start, kinds = _levels_before(doc, name, STATE_LEVELS | {"state"} if only else None)
    if kinds and not name.kinds:
        name.start, name.kinds = start, kinds
    _read_hint(doc, name)
    name.located = name.start > 0 and doc[name.start - 1].lower_ in words("places", "locatives", "sure")
    name.chain = (_described_from(doc, name.start), name.end)


def _take_compass(doc: Doc, name: PlaceName) -> None:
    """Take in a capitalised compass word before a level word: "Kota South City" is another place than Kota."""
    at = name.core_end
    if not name.places or name.is_country or at + 1 >= len(doc) or doc[at].lower_ not in words("places", "parts"):
        return
    if not (capitalised(doc[at]) and capitalised(doc[at + 1]) and level_kinds(doc[at + 1].lower_)):
        return
    country = name.places[0].country
    name.core_end = name.end = at + 1
    name.text = " ".join(doc[name.core_start : at + 1].text.split())
    name.places = tuple(open_gazetteer().lookup(name.text))
    name.country = None if name.places else country


def _levels_after(doc: Doc, at: int, only: frozenset[str] | None) -> tuple[int, tuple[ActorKind, ...]]:
    """Return where the level words after the name end, and the kinds that the last of them allows."""
    best: tuple[int, tuple[ActorKind, ...]] = (at, ())
    for i in range(at, min(at + LONGEST_LEVEL, len(doc))):
        token = doc[i]
        kinds = level_kinds(token.lower_) if only is None or (token.lower_ in only and capitalised(token)) else ()
        if kinds and not (
            token.lower_ in NEVER_ALONE and not capitalised(token) and i == at and token.lower_ != "region" and token.lower_ != "state"
        ):
            best = (i + 1, kinds)
        elif not (_is_modifier(doc, token) or (token.text in HYPHENS and i > at and not doc[i - 1].whitespace_)):
            break
    return best


def _is_modifier(doc: Doc, token: Token) -> bool:
    if token.lower_ in words("places", "modifiers") or token.lower_ in {"self", "governing"}:
        return True
    following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    return capitalised(token) and token.is_alpha and following == "autonomous"


def _levels_before(doc: Doc, name: PlaceName, only: frozenset[str] | None) -> tuple[int, tuple[ActorKind, ...]]:
    """Return where "the LEVEL of" before the name starts, and the kinds that it allows."""
    at = name.core_start
    if at < 2 or doc[at - 1].lower_ != "of":
        word = doc[at - 1].lower_ if at else ""
        return (at, ("municipality",)) if word == "capital" else (at, ())
    level = doc[at - 2]
    kinds = level_kinds(level.lower_)
    if (
        is_numbered(level)
        or not kinds
        or (only is not None and level.lower_ not in only)
        or level.lower_ in {"capital", "port", "country", "nation"}
    ):
        return at, ()
    if name.is_country and level.lower_ == "state" and not capitalised(level):
        return at, ()
    start = at - 2
    while start and doc[start - 1].lower_ in words("places", "modifiers") | STATE_STYLES and capitalised(doc[start]):
        start -= 1
    return start, kinds


def _read_hint(doc: Doc, name: PlaceName) -> None:
    """Keep what adjectives and posts beside the name tell of its kind: "Yunnan Provincial", "mayor of Phoenix"."""
    posts = load("places")["posts"]
    after = [t.lower_ for t in doc[name.end : name.end + 3]]
    adjectives = load("places")["adjectives"]
    if after and after[0] in adjectives:
        name.hint = adjectives[after[0]]
    elif any(w in posts for w in after) and not set(after) & {",", ".", ";", "and", "'s"}:
        name.hint = next(posts[w] for w in after if w in posts)
    elif name.start >= 2 and doc[name.start - 1].lower_ == "of" and doc[name.start - 2].lower_ in posts:
        name.hint = posts[doc[name.start - 2].lower_]


def share_plurals(doc: Doc, names: Sequence[PlaceName]) -> None:
    """Give each name of a list the kind of the plural word that stands after or before the list."""
    for names_of_list in _lists(doc, names):
        first, last = names_of_list[0], names_of_list[-1]
        kind = plural_kind(doc[last.end].lower_) if last.end < len(doc) else None
        if kind is None and first.start >= 2 and doc[first.start - 1].lower_ == "of":
            kind = plural_kind(doc[first.start - 2].lower_)
        if kind is not None and len(names_of_list) > 1:
            for name in names_of_list:
                name.kinds = name.kinds or (() if name.is_country else (kind,))


def _lists(doc: Doc, names: Sequence[PlaceName]) -> Iterator[list[PlaceName]]:
    group: list[PlaceName] = []
    for name in names:
        between = doc[group[-1].end : name.start] if group else None
        if between is not None and len(between) and all(t.lower_ in {",", "and", "&"} for t in between):
            group.append(name)
            continue
        if group:
            yield group
        group = [name]
    if group:
        yield group
