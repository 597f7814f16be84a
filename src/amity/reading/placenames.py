"""Place names in a report: the gazetteer's matches that context lets stand, and unknown names beside a level word."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from amity.gazetteer import Match, Place, fold, open_gazetteer
from amity.model import ActorKind
from amity.reading.nations import nation
from amity.reading.orthography import HYPHENS, POSSESSIVE, begins_sentence, capitalised, headline_tokens, is_function_word, words
from amity.vocabulary import load

LONGEST_UNKNOWN = 4  # words of a name that the gazetteer does not hold
LONGEST_LEVEL = 6  # tokens from a name to the end of its level words ("Special Self-Governing City" has five)
PROMINENT = 55  # prominence from which a place stands beside unknown capitals: first-level units, cities of some 300,000
GREAT = 75  # prominence from which a place stands after an unknown capital: first-level units, capitals
USUAL = 35  # prominence from which a name that is no common word and no person's needs no context
NEVER_ALONE = frozenset({"region", "state", "country", "nation", "capital", "port", "island", "territory", "department", "kingdom", "republic", "banner"})


@dataclass
class PlaceName:
    """A place's name at ``doc[core_start:core_end]``, with its level words at ``doc[start:end]``.

    ``kinds`` are those that the words beside it allow (none told: empty), ``country`` what a demonym tells.
    ``container`` is the place that the report says it lies in.
    """

    core_start: int
    core_end: int
    start: int
    end: int
    text: str
    places: tuple[Place, ...] = ()
    kinds: tuple[ActorKind, ...] = ()
    hint: ActorKind | None = None
    country: str | None = None
    container: "PlaceName | None" = None
    contained: bool = False
    place: Place | None = None
    kind: ActorKind | None = None
    chain: tuple[int, int] = field(default=(0, 0))
    in_title: bool = False
    located: bool = False
    actor: str | None = None

    @property
    def is_country(self) -> bool:
        """Tell whether the name is first of all a country's."""
        return bool(self.places) and self.places[0].level == "country"


def place_names(doc: Doc, blocked: Collection[int] = ()) -> list[PlaceName]:
    """Return the place names of the text in their order; none overlaps another or holds a blocked token."""
    finder = _Finder(doc, blocked)
    known = finder.known()
    taken = {i for name in known for i in range(name.core_start, name.core_end)}
    unknown = [name for name in finder.unknown(taken)]
    found = sorted([*known, *unknown], key=lambda n: n.core_start)
    for name in found:
        finder.extend(name)
    finder.share_plurals(found)
    return [name for name in found if finder.stands(name)]


def level_kinds(word: str) -> tuple[ActorKind, ...]:
    """Return the kinds that a level word allows ("province" → province), none for other words."""
    return tuple(load("places")["levels"].get(word, ()))


def plural_kind(word: str) -> ActorKind | None:
    """Return the kind that a plural level word gives to each name of its list."""
    kind: ActorKind | None = load("places")["plurals"].get(word)
    return kind


class _Finder:
    """The names of one text, found once."""

    def __init__(self, doc: Doc, blocked: Collection[int]) -> None:
        self.doc = doc
        self.headlines = headline_tokens(doc)
        tokens = ["." if t.is_space or t.i in blocked else t.text for t in doc]
        self.matches = open_gazetteer().find(tokens)
        self.at_match = {i: m for m in self.matches for i in range(m.start, m.end)}
        self.personal = {w for m in self.matches if self._in_person(m) for w in self._folded(m)}

    def known(self) -> list[PlaceName]:
        """Return the gazetteer's matches that context lets stand."""
        return [self._named(m) for m in self.matches if self._accepted(m)]

    def _named(self, match: Match) -> PlaceName:
        return PlaceName(
            match.start, match.end, match.start, match.end, " ".join(self.doc[match.start : match.end].text.split()), places=match.places
        )

    def _folded(self, match: Match) -> list[str]:
        return [fold(t.text) for t in self.doc[match.start : match.end] if t.is_alpha]

    def _accepted(self, match: Match) -> bool:
        """Tell whether a match is a place here, by its marks and the words beside it."""
        first = self.doc[match.start]
        country = match.places[0].level == "country"
        if match.end - match.start == 1 and (first.lower_ in words("places", "never") or self._is_field(first)):
            return False
        if match.end - match.start == 1 and not country and (nation(first) is not None or first.lower_ in words("places", "not_names")):
            return False
        if self._title_before(match) or self._of_continent(match):
            return False
        if self._level_beside(match):
            return True
        if (self._in_person(match) and not (country and not match.person_name)) or self._post_after(match) or self._hyphened(match):
            return False
        if any(w in self.personal for w in self._folded(match)) and not country:
            return self._located(match)
        prominent = match.places[0].prominence >= (PROMINENT if match.person_name else USUAL) and not match.weak
        if match.common_word:
            inside = not begins_sentence(first) and match.start not in self.headlines
            return self._proper(match) or self._held(match) or (self._located(match) and inside)
        return prominent or self._located(match)

    def _is_field(self, token: Token) -> bool:
        """Tell whether the word is a ministry's field or a part of the compass, before all else: "Justice", "East"."""
        return token.text in words("organisations", "portfolio") or token.lower_ in words("places", "parts")

    def _of_continent(self, match: Match) -> bool:
        return match.start > 0 and self.doc[match.start - 1 : match.end].text in words("places", "continents", "names")

    def _proper(self, match: Match) -> bool:
        """Tell whether a common word is a great place's name here: it stands capitalised within sentences, and never small."""
        if match.places[0].prominence < PROMINENT or match.end - match.start > 1:
            return False
        word = self.doc[match.start].text
        inside = [t for t in self.doc if t.text == word and not begins_sentence(t) and t.i not in self.headlines]
        return bool(inside) and not any(t.text == word.lower() for t in self.doc)

    def _post_after(self, match: Match) -> bool:
        """Tell whether a post follows in apposition: "Lin Ping, vice mayor of X"; then a minor place's name is a person's."""
        after = [t.lower_ for t in self.doc[match.end : match.end + 4]]
        posts = {w.lower() for w in words("organisations", "posts")}
        return len(after) > 1 and after[0] == "," and any(w in posts for w in after[1:]) and (match.places[0].prominence < PROMINENT or match.person_name)

    def _hyphened(self, match: Match) -> bool:
        """Tell whether a hyphen joins a minor name to a word that is no place: "Lancang-Mekong"."""
        if match.places[0].level == "country":
            return False
        doc = self.doc
        after = self._joined_on(match.end)
        before = match.start > 1 and doc[match.start - 1].text in HYPHENS and not doc[match.start - 1].whitespace_
        return after or (before and match.start - 2 not in self.at_match and match.places[0].prominence < PROMINENT)

    def _joined_on(self, end: int) -> bool:
        """Tell whether a hyphen joins the name to a capitalised word that is no place: "Agro-Industrial"."""
        doc = self.doc
        if end + 1 >= len(doc) or doc[end].text not in HYPHENS or doc[end - 1].whitespace_ or doc[end].whitespace_:
            return False
        return capitalised(doc[end + 1]) and end + 1 not in self.at_match and nation(doc[end + 1]) is None

    def _level_beside(self, match: Match) -> bool:
        """Tell whether a level word stands beside the name: "Lao Cai city", "the province of Siem Reap"."""
        doc = self.doc
        after = doc[match.end] if match.end < len(doc) else None
        if after is not None and level_kinds(after.lower_) and after.lower_ not in NEVER_ALONE:
            return True
        return match.start >= 2 and doc[match.start - 1].lower_ == "of" and bool(level_kinds(doc[match.start - 2].lower_))

    def _located(self, match: Match) -> bool:
        """Tell whether the words around say that the name is a place: a preposition of place, a container, a possessive."""
        doc, before = self.doc, self.doc[match.start - 1] if match.start else None
        doubtful = match.weak or match.person_name or match.common_word or not match.places[0].prominence
        if before is not None and before.lower_ in words("places", "locatives", "sure" if doubtful else "words"):
            return True
        if self._held(match):
            return True
        if before is not None and nation(before) is not None and any(p.country == nation(before) for p in match.places):
            return True
        return before is not None and before.text in POSSESSIVE and match.start - 2 in self.at_match

    def _held(self, match: Match) -> bool:
        """Tell whether the country or first-level unit follows in which a place so named lies: "Mission, Texas"."""
        if match.end + 1 >= len(self.doc) or self.doc[match.end].text not in {",", "("}:
            return False
        other = self.at_match.get(match.end + 1)
        if other is None or other.places[0].level not in ("country", "admin1"):
            return False
        return any(p.country == other.places[0].country for p in match.places)

    def _title_before(self, match: Match) -> bool:
        """Tell whether a post or courtesy title stands before the name without "of": then the name is a person's."""
        if not match.start or (match.places[0].level == "country" and not match.person_name):
            return False
        before = self.doc[match.start - 1]
        return capitalised(before) and before.text in words("organisations", "posts") and not self._org_follows(match.end)

    def _org_follows(self, at: int) -> bool:
        return at < len(self.doc) and self.doc[at].text in _heads() | words("organisations", "posts")

    def _in_person(self, match: Match) -> bool:
        """Tell whether capitalised words beside the name make it part of a longer name that is no place's."""
        if match.start in self.headlines:
            return False
        doc = self.doc
        left = doc[match.start - 1] if match.start else None
        right = doc[match.end] if match.end < len(doc) else None
        left_joins = left is not None and self._joins(left) and not begins_sentence_capital(left)
        right_joins = right is not None and self._joins(right)
        if not (left_joins or right_joins):
            return False
        if self._run_has_head(match.end):
            return match.weak or match.person_name
        return match.person_name or match.weak or match.places[0].prominence < (GREAT if left_joins else PROMINENT)

    def _joins(self, token: Token) -> bool:
        """Tell whether a neighbour looks like another word of the same name."""
        return (
            capitalised(token)
            and token.is_alpha
            and not is_function_word(token)
            and (token.i not in self.at_match or self.at_match[token.i].person_name)
            and not level_kinds(token.lower_)
            and token.lower_ not in words("places", "parts")
            and token.lower_ not in words("places", "modifiers")
            and token.lower_ not in load("places")["adjectives"]
            and token.text not in words("organisations", "posts")
            and token.text not in _heads()
            and nation(token) is None
        )

    def _run_has_head(self, at: int) -> bool:
        """Tell whether the capitalised words from here on lead to the head noun of an organisation, event or text."""
        while at < len(self.doc) and (capitalised(self.doc[at]) or self.doc[at].text in HYPHENS):
            if self.doc[at].text in _heads():
                return True
            at += 1
        return False

    def unknown(self, taken: set[int]) -> Iterator[PlaceName]:
        """Yield names beside a level word that the gazetteer does not hold ("Trung Khanh district", "the ward of Minato")."""
        for token in self.doc:
            singular = level_kinds(token.lower_) and token.lower_ not in NEVER_ALONE
            plural = plural_kind(token.lower_)
            if token.i in self.headlines or token.i in taken or not (singular or plural):
                continue
            if singular and self._is_numbered(token):
                yield self._numbered(token)
                continue
            for start, end in self._runs_before(token.i, bool(plural), taken):
                taken.update(range(start, end))
                yield self._unknown(start, end)
            if self._of_follows(token.i):
                for start, end in self._runs_after(token.i + 2, bool(plural), taken):
                    taken.update(range(start, end))
                    yield self._unknown(start, end)

    def _unknown(self, start: int, end: int) -> PlaceName:
        text = " ".join(self.doc[start:end].text.split())
        return PlaceName(start, end, start, end, text, places=tuple(open_gazetteer().lookup(text)))

    def _of_follows(self, at: int) -> bool:
        return at + 2 < len(self.doc) and self.doc[at + 1].lower_ == "of"

    def _is_numbered(self, token: Token) -> bool:
        before = self.doc[token.i - 1] if token.i else None
        return before is not None and (before.lower_[:-2].isdigit() and before.lower_[-2:] in {"st", "nd", "rd", "th"})

    def _numbered(self, token: Token) -> PlaceName:
        """Return a numbered district: "the 3rd arrondissement"."""
        return PlaceName(token.i - 1, token.i + 1, token.i - 1, token.i + 1, self.doc[token.i - 1 : token.i + 1].text)

    def _nameable(self, token: Token, taken: set[int]) -> bool:
        return (
            token.i not in taken
            and capitalised(token)
            and token.is_alpha
            and not is_function_word(token)
            and not (begins_sentence(token) and token.is_stop)
            and token.lower_ not in words("places", "not_names")
            and token.lower_ not in words("places", "parts")
            and not level_kinds(token.lower_)
            and token.text not in words("organisations", "posts")
            and token.text not in _heads()
            and nation(token) is None
            and token.lower_ not in words("places", "never")
        )

    def _runs_before(self, at: int, plural: bool, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the name that ends before the level word; before a plural one, each name of the list."""
        end = at
        while end > 0:
            start = end
            while start > 0 and end - start < LONGEST_UNKNOWN and self._nameable(self.doc[start - 1], taken):
                start -= 1
            if start < end:
                yield start, end
            elif start - 1 not in taken:
                return
            while start - 1 in taken and start < at + 1 and start == end:
                end = start = start - 1
            joint = start
            while joint > 0 and self.doc[joint - 1].lower_ in {",", "and"}:
                joint -= 1
            if not plural or joint == start:
                return
            end = joint

    def _runs_after(self, at: int, plural: bool, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the name that begins at the token; after a plural level word, each name of the list."""
        start = at
        while start < len(self.doc):
            end = start
            while end < len(self.doc) and end - start < LONGEST_UNKNOWN and self._nameable(self.doc[end], taken):
                end += 1
            if start < end:
                yield start, end
            while end in taken:
                end += 1
            joint = end
            while joint < len(self.doc) and self.doc[joint].lower_ in {",", "and"}:
                joint += 1
            if not plural or joint == end or end == start:
                return
            start = joint

    def extend(self, name: PlaceName) -> None:
        """Take in the level words after and before the name, and with them its possible kinds."""
        only = {"republic", "kingdom"} if name.is_country else None
        self._take_compass(name)
        if self.doc[name.core_end - 1].lower_ in load("places")["levels"] and name.core_end - name.core_start > 1:
            name.kinds = level_kinds(self.doc[name.core_end - 1].lower_)
        end, kinds = self._levels_after(name.core_end, only)
        if kinds:
            name.end, name.kinds = end, kinds
        start, kinds = self._levels_before(name, {"republic", "kingdom", "state"} if only else None)
        if kinds and not name.kinds:
            name.start, name.kinds = start, kinds
        self._read_hint(name)
        name.located = name.start > 0 and self.doc[name.start - 1].lower_ in words("places", "locatives", "sure")
        name.chain = (name.start, name.end)

    def _take_compass(self, name: PlaceName) -> None:
        """Take in a capitalised compass word before a level word: "Kota South City" is another place than Kota."""
        at = name.core_end
        if name.places and not name.is_country and at + 1 < len(self.doc) and self.doc[at].lower_ in words("places", "parts"):
            if capitalised(self.doc[at]) and level_kinds(self.doc[at + 1].lower_) and capitalised(self.doc[at + 1]):
                country = name.places[0].country
                name.core_end, name.end = at + 1, at + 1
                name.text = " ".join(self.doc[name.core_start : at + 1].text.split())
                name.places = tuple(open_gazetteer().lookup(name.text))
                name.country = None if name.places else country

    def _levels_after(self, at: int, only: set[str] | None) -> tuple[int, tuple[ActorKind, ...]]:
        """Return where the level words after the name end, and the kinds that the last of them allows."""
        best: tuple[int, tuple[ActorKind, ...]] = (at, ())
        for i in range(at, min(at + LONGEST_LEVEL, len(self.doc))):
            token = self.doc[i]
            kinds = level_kinds(token.lower_) if only is None or (token.lower_ in only and capitalised(token)) else ()
            if kinds and not (token.lower_ in NEVER_ALONE and not capitalised(token) and i == at and token.lower_ != "region" and token.lower_ != "state"):
                best = (i + 1, kinds)
            elif not (self._is_modifier(token) or (token.text in HYPHENS and i > at and not self.doc[i - 1].whitespace_)):
                break
        return best

    def _is_modifier(self, token: Token) -> bool:
        if token.lower_ in words("places", "modifiers") or token.lower_ in {"self", "governing"}:
            return True
        following = self.doc[token.i + 1].lower_ if token.i + 1 < len(self.doc) else ""
        return capitalised(token) and token.is_alpha and following == "autonomous"

    def _levels_before(self, name: PlaceName, only: set[str] | None) -> tuple[int, tuple[ActorKind, ...]]:
        """Return where "the LEVEL of" before the name starts, and the kinds that it allows."""
        at = name.core_start
        if at < 2 or self.doc[at - 1].lower_ != "of":
            word = self.doc[at - 1].lower_ if at else ""
            return (at, ("municipality",)) if word == "capital" else (at, ())
        level = self.doc[at - 2]
        kinds = level_kinds(level.lower_)
        if self._is_numbered(level) or not kinds or (only is not None and level.lower_ not in only) or level.lower_ in {"capital", "port", "country", "nation"}:
            return at, ()
        if name.is_country and level.lower_ == "state" and not capitalised(level):
            return at, ()
        start = at - 2
        while start and self.doc[start - 1].lower_ in words("places", "modifiers") | {"people", "people's", "democratic", "'s", "’s", "islamic", "socialist"} and capitalised(self.doc[start]):
            start -= 1
        return start, kinds

    def _read_hint(self, name: PlaceName) -> None:
        """Keep what adjectives and posts beside the name tell of its kind: "Yunnan Provincial", "mayor of Phoenix"."""
        doc, posts = self.doc, load("places")["posts"]
        after = [t.lower_ for t in doc[name.end : name.end + 3]]
        adjectives = load("places")["adjectives"]
        if after and after[0] in adjectives:
            name.hint = adjectives[after[0]]
        elif any(w in posts for w in after) and not set(after) & {",", ".", ";", "and", "'s"}:
            name.hint = next(posts[w] for w in after if w in posts)
        elif name.start >= 2 and doc[name.start - 1].lower_ == "of" and doc[name.start - 2].lower_ in posts:
            name.hint = posts[doc[name.start - 2].lower_]

    def share_plurals(self, names: Sequence[PlaceName]) -> None:
        """Give each name of a list the kind of the plural word that stands after or before the list."""
        for names_of_list in self._lists(names):
            first, last = names_of_list[0], names_of_list[-1]
            kind = plural_kind(self.doc[last.end].lower_) if last.end < len(self.doc) else None
            if kind is None and first.start >= 2 and self.doc[first.start - 1].lower_ == "of":
                kind = plural_kind(self.doc[first.start - 2].lower_)
            if kind is not None and len(names_of_list) > 1:
                for name in names_of_list:
                    name.kinds = name.kinds or (() if name.is_country else (kind,))

    def _lists(self, names: Sequence[PlaceName]) -> Iterator[list[PlaceName]]:
        group: list[PlaceName] = []
        for name in names:
            between = self.doc[group[-1].end : name.start] if group else None
            if between is not None and len(between) and all(t.lower_ in {",", "and", "&"} for t in between):
                group.append(name)
                continue
            if group:
                yield group
            group = [name]
        if group:
            yield group

    def stands(self, name: PlaceName) -> bool:
        """Tell whether the name is known, or unknown with a level word that makes it a place's."""
        return bool(name.places or name.kinds)


def begins_sentence_capital(token: Token) -> bool:
    """Tell whether the token's capital only marks the beginning of a sentence."""
    return begins_sentence(token) and token.pos_ != "PROPN"


def _heads() -> frozenset[str]:
    data = load("organisations")
    names = [h for kind in data["heads"].values() for h in kind] + data["not_actors"]["heads"]
    return frozenset(h.split()[0] for h in names) | frozenset(h.split()[-1] for h in names)


def span_text(span: Span) -> str:
    """Return the span's words with single spaces."""
    return " ".join(span.text.split())
