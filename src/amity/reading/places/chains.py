"""Which named place lies in which other: "Kunming, Yunnan", "China's Guizhou province", "the Lao city of Pakse"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from amity.gazetteer import Place
from amity.reading.nations import nation
from amity.reading.orthography import POSSESSIVE, words
from amity.reading.places.levels import level_kinds, plural_kind
from amity.reading.places.name import PlaceName

LONGEST_LINK = 9  # tokens between a place and its container: ", the main city of the northern ..."
LONGEST_OWNER = 6  # tokens from a country or its adjective to the name: "'s northern mountainous border province of"
LINKS = frozenset({",", "in", "of", "the", "a", "an", "one", "and", "'s", "’s"})
ARTICLES = frozenset({"the", "a", "an"})


def join_chains(doc: Doc, names: Sequence[PlaceName]) -> None:
    """Give each name its container, the country that an adjective tells, and the span of the whole chain."""
    for name in names:
        _read_demonym(doc, name)
    for i in range(len(names) - 1, 0, -1):
        _owner(doc, names[i - 1], names[i])
    heads = [name for name in names if not name.contained]
    for i in range(len(heads) - 2, -1, -1):
        _follower(doc, heads[i], heads[i + 1])


def _read_demonym(doc: Doc, name: PlaceName) -> None:
    """Read the country off an adjective before the name ("the Lao city of X") or in apposition after it (", the Ukrainian port")."""
    for i in range(name.start - 1, max(name.start - LONGEST_OWNER, -1), -1):
        token = doc[i]
        code = nation(token)
        if code:
            if _fits(name, code) and (i < name.start - 1 or level_kinds(doc[name.end - 1].lower_) or name.kinds or name.places):
                name.country = code
            return
        if not (_is_bridge(token) or level_kinds(token.lower_) or token.lower_ == "of"):
            return
    _read_apposition(doc, name)


def _read_apposition(doc: Doc, name: PlaceName) -> None:
    at = name.end
    if at + 3 < len(doc) and doc[at].text in {",", "–", "—"} and doc[at + 1].lower_ in ARTICLES:
        code = nation(doc[at + 2])
        if code and _fits(name, code) and level_kinds(doc[at + 3].lower_):
            name.country = code
            name.hint = name.hint or level_kinds(doc[at + 3].lower_)[0]


def _fits(name: PlaceName, code: str) -> bool:
    """Tell whether one of the places so named lies in the country; unknown names fit any."""
    return not name.is_country and (not name.places or any(p.country == code for p in name.places))


def _is_bridge(token: Token) -> bool:
    """Tell whether the token may stand between a country and the name: an adjective or a compass word."""
    return (token.pos_ in {"ADJ", "ADV", "NOUN"} and token.text.islower() and token.tag_ != "VBG") or token.lower_ in words(
        "places", "parts"
    )


def _owner(doc: Doc, owner: PlaceName, name: PlaceName) -> None:
    """Read a container before the name: "China's eastern Jiangxi province", "Vietnam's province of X"."""
    end = owner.end + (owner.end < len(doc) and doc[owner.end].text == ")" and doc[owner.start - 1].text == "(")
    between = doc[end : name.start]
    if not len(between) or between[0].text not in POSSESSIVE or len(between) > LONGEST_OWNER:
        return
    if all(_is_bridge(t) or level_kinds(t.lower_) or t.lower_ == "of" for t in between[1:]) and contains(owner, name):
        _hold(owner, name)
        name.chain = (min(owner.start, name.chain[0]), max(name.chain[1], name.end))


def _follower(doc: Doc, name: PlaceName, container: PlaceName) -> None:
    """Read a container after the name: "Medellín, Colombia", "Toro district in Uganda's Buganda", "X (Laos)", ", a city in Y"."""
    start, end = container.chain
    between = doc[name.end : start]
    if not 1 <= len(between) <= LONGEST_LINK or not (contains(container, name) or _is_told(between, container, name)):
        return
    bracketed = len(between) == 1 and between[0].text == "(" and end < len(doc) and doc[end].text == ")"
    if not bracketed and not (_is_link(between) and not _opens_clause(doc, name, container)):
        return
    _hold(container, name)
    if name.places and not contains(container, name):
        name.places, name.country = (), container.places[0].country if container.places else container.country
    name.chain = (name.chain[0], end + bracketed)
    level = next((level for t in between if (level := plural_kind(t.lower_) or next(iter(level_kinds(t.lower_)), None))), None)
    if level and not name.kinds:
        name.hint = name.hint or level


def _is_told(between: Span, container: PlaceName, name: PlaceName) -> bool:
    """Tell whether a noun says that the place lies there, though the gazetteer does not: ", one of the wards of X"."""
    levels = [t for t in between if level_kinds(t.lower_) or plural_kind(t.lower_)]
    return bool(levels and container.places) and not name.is_country and between[0].text == "," and between[-1].lower_ in {"of", "in"}


def _is_link(between: Span) -> bool:
    """Tell whether the words between only say where the place lies."""
    if between[0].lower_ not in {",", "in", "of"}:
        return False
    return all(t.lower_ in LINKS or t.lower_ in words("places", "parts") or _describes(t) for t in between) and not any(
        t.lower_ == "and" for t in between
    )


def _describes(token: Token) -> bool:
    return (
        bool(level_kinds(token.lower_) or plural_kind(token.lower_))
        or (token.text.islower() and token.pos_ in {"ADJ", "ADV", "NUM"})
        or nation(token) is not None
    )


def _opens_clause(doc: Doc, name: PlaceName, container: PlaceName) -> bool:
    """Tell whether the second place is rather the subject of the clause after "In Hanoi, "."""
    start = doc[name.start].sent.start
    after = doc[container.chain[1]] if container.chain[1] < len(doc) else None
    led_in = name.start - start <= 2 and doc[start].lower_ in {"in", "at", "from", "to", "after", "for", "with"}
    return led_in and after is not None and (after.pos_ in {"VERB", "AUX"} or after.lower_ in {"and", "'s", "’s"})


def _hold(container: PlaceName, name: PlaceName) -> None:
    name.container = container
    container.contained = True


def contains(outer: PlaceName, inner: PlaceName) -> bool:
    """Tell whether a place of the outer name holds one of the inner; an unknown inner name may lie in any country or unit."""
    if outer.core_start == inner.core_start or (inner.is_country and not inner.kinds):
        return False
    if not outer.places:
        return "province" in outer.kinds and bool(set(inner.kinds) & {"municipality", "district"})
    if not inner.places:
        return outer.places[0].level in ("country", "admin1", "admin2", "municipality")
    return any(holds(a, b) for a in outer.places for b in inner.places)


def holds(outer: Place, inner: Place) -> bool:
    """Tell whether one place of the gazetteer lies in another."""
    if outer.id == inner.id or outer.country != inner.country:
        return False
    return (outer.level == "country" and inner.level != "country") or outer.id in (inner.admin1, inner.parent)
