"""Place names that the gazetteer holds: which of its matches the context lets stand."""

from collections.abc import Collection, Sequence

import msgspec
from spacy.tokens import Doc, Token

from amity.gazetteer import Match, fold, open_gazetteer
from amity.reading.nations import nation
from amity.reading.organisations.lists import head_words
from amity.reading.orthography import HYPHENS, POSSESSIVE, begins_sentence, capitalised, headline_tokens, is_function_word, words
from amity.reading.people.known_names import family_first_language
from amity.reading.places.levels import NEVER_ALONE, level_kinds, only_describes
from amity.reading.places.name import PlaceName
from amity.vocabulary import load

PROMINENT = 55  # prominence from which a place stands beside unknown capitals: first-level units, cities of some 300,000
GREAT = 75  # prominence from which a place stands after an unknown capital: first-level units, capitals
LONGEST_ABBREVIATION = 3  # letters of abbreviations of first-level units ("GO"), which mean something else where no unit follows
USUAL = 35  # prominence from which a name that is no common word and no person's needs no context
POSTS = frozenset({"counterpart", "leader", "official", "guest", "host"})


class Matches:
    """The gazetteer's matches in one text, and which of them are places there."""

    def __init__(self, doc: Doc, blocked: Collection[int]) -> None:
        self.doc = doc
        self.headlines = headline_tokens(doc)
        tokens = ["." if t.is_space or t.i in blocked else t.text for t in doc]
        self.matches = [m for match in open_gazetteer().find(tokens) if (m := _without_possessive(match, tokens)) is not None]
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
        bare = first.lower_ in words("places", "never") or level_kinds(first.lower_) or self._is_field(first)
        if match.end - match.start == 1 and bare:
            return False
        alone = match.end - match.start == 1 or all(level_kinds(t.lower_) for t in self.doc[match.start + 1 : match.end])
        if alone and not country and (nation(first) is not None or first.lower_ in words("places", "not_names")):
            return False
        if self._title_before(match) or self._of_continent(match) or self._acronym(match) or self._describes(match):
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

    def _describes(self, match: Match) -> bool:
        """Tell whether the name only describes the place after a level word that does not lie in it."""
        level = match.end - 1 if match.end - 1 > match.start and level_kinds(self.doc[match.end - 1].lower_) else match.end
        while level < len(self.doc) - 1 and capitalised(self.doc[level]) and not level_kinds(self.doc[level].lower_):
            level += 1
        if level == len(self.doc) or not only_describes(self.doc, match.start, level):
            return False
        other = self.at_match.get(level + 2)
        inside = other and any(place.id in (one.admin1, one.parent) for one in match.places for place in other.places)
        return not inside

    def _is_field(self, token: Token) -> bool:
        """Tell whether the word is a ministry's field or a part of the compass, before all else: "Justice", "East"."""
        return token.text in words("organisations", "portfolio") or token.lower_ in words("places", "parts")

    def _acronym(self, match: Match) -> bool:
        """Tell whether a lower unit's name of a few capitals, or a minor place's in capitals, is rather an acronym."""
        word = self.doc[match.start]
        if match.end - match.start > 1 or not word.is_upper or match.places[0].level == "country":
            return False
        if len(word.text) <= LONGEST_ABBREVIATION:
            return not self._held(match)
        return match.start not in self.headlines and match.places[0].prominence < PROMINENT

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
        return (
            len(after) > 1
            and after[0] == ","
            and any(w in posts for w in after[1:])
            and (match.places[0].prominence < PROMINENT or match.person_name)
        )

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
        before = self.doc[match.start - 1] if match.start else None
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
        return at < len(self.doc) and self.doc[at].text in head_words() | words("organisations", "posts")

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
        if left_joins and left is not None and self._family_before(match, left):
            return True
        return match.person_name or match.weak or match.places[0].prominence < (GREAT if left_joins else PROMINENT)

    def _family_before(self, match: Match, family: Token) -> bool:
        """Tell whether a family name of the place's country stands before it, after a word for a person: "counterpart Pham Hoa Binh"."""
        name = f"{family.text} {self.doc[match.start : match.end].text}"
        before = family.nbor(-1) if family.i else None
        post = before is not None and (before.lower_ in POSTS or before.text in words("organisations", "posts"))
        return post and family_first_language(name) is not None

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
            and token.text not in head_words()
            and nation(token) is None
        )

    def _run_has_head(self, at: int) -> bool:
        """Tell whether the capitalised words from here on lead to the head noun of an organisation, event or text."""
        while at < len(self.doc) and (capitalised(self.doc[at]) or self.doc[at].text in HYPHENS):
            if self.doc[at].text in head_words():
                return True
            at += 1
        return False


def _without_possessive(match: Match, tokens: Sequence[str]) -> Match | None:
    """Return the match without a possessive that the gazetteer read as the end of another name ("Peru's" as "Perus")."""
    if tokens[match.end - 1] not in POSSESSIVE:
        return match
    found = open_gazetteer().find(tokens[match.start : match.end - 1])
    whole = next((m for m in found if m.start == 0 and m.end == match.end - 1 - match.start), None)
    return msgspec.structs.replace(whole, start=match.start, end=match.end - 1) if whole is not None else None


def begins_sentence_capital(token: Token) -> bool:
    """Tell whether the token's capital only marks the beginning of a sentence."""
    return begins_sentence(token) and token.pos_ != "PROPN"
