"""Who holds which post: each rule joins a name of the sentence to a title of it by how they stand to each other."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from spacy.tokens import Span, Token

from amity.gazetteer import demonym
from amity.reading.known_names import family_first_language, folded, is_given, word_set
from amity.reading.mentions import shares_name
from amity.reading.names import Name, name_words, read_name, skip_courtesies
from amity.reading.orthography import POSSESSIVE
from amity.reading.posts import Head, title_words
from amity.reading.report import ActorTable, Mention
from amity.reading.titles import Title, find_titles
from amity.vocabulary import load

LONGEST_OWNER = 10  # tokens of an owner that was not read
LONGEST_GAP = 6  # tokens between the end of one title and "and" with the next of the same holder
DASHES = frozenset("–—-")
SEPARATORS = frozenset((",", "(", ":", *DASHES))
ENDS = frozenset((",", ")", ".", ";", ":", *DASHES))
BEFORE_POST = frozenset("the a an also currently both who is was as its became serves served been acting".split())  # noqa: SIM905 - one line
HEADLINE = 0.7  # share of words with capitals from which a sentence counts as a headline
ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
NO_HEAD = Head("", "body", "body", 9, False, False)


class Holding(NamedTuple):
    """A name with a title of its holder's, and the name of the rule that joined them."""

    name: Name
    title: Title
    rule: str


@dataclass
class Scene:
    """One sentence with the titles and names found in it; ``late`` and ``early`` are names after their title, with and without a comma."""

    sentence: Span
    table: ActorTable
    titles: list[Title] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    late: set[int] = field(default_factory=set)
    early: set[int] = field(default_factory=set)

    @property
    def is_headline(self) -> bool:
        """Tell whether the sentence is written with capitals as headlines are: there they say nothing of names."""
        words = [t for t in self.sentence if t.is_alpha and len(t) > 3]
        return len(words) > 2 and sum(t.text[0].isupper() for t in words) >= HEADLINE * len(words) and self.sentence[-1].text != "."

    def starting(self, at: int) -> Name | None:
        """Return the name that begins at the token, its courtesy title included."""
        return next((n for n in self.names if at in (n.begins, n.start)), None)

    def ending(self, at: int) -> Name | None:
        """Return the name that ends before the token, marks in brackets ("(R)") passed over."""
        return next((n for n in self.names if at in (n.end, self.after(n))), None)

    def after(self, name: Name) -> int:
        """Return the token after the name and after a caption's mark or age in brackets."""
        doc, at = self.sentence.doc, name.end
        if at < self.sentence.end and doc[at].text == "(":
            close = next((i for i in range(at + 1, min(at + 5, self.sentence.end)) if doc[i].text == ")"), None)
            inner = doc[at + 1 : close].text if close else ""
            if close and (folded(inner) in word_set("marks") or inner.isdigit()):
                return close + 1
        return at

    def mention_at(self, at: int) -> Mention | None:
        """Return the longest mention of a place or organisation that starts at the token."""
        starts = [m for m in self.table.mentions if m.start == at and m.form != "pronoun"]
        return max(starts, key=lambda m: m.end, default=None)


def scene(sentence: Span, table: ActorTable) -> Scene:
    """Return the sentence with its titles and names."""
    made = Scene(sentence, table, find_titles(sentence, table))
    made.names = list(_names(made))
    return made


def _names(scene: Scene) -> Iterator[Name]:
    """Yield every run of words that reads like a personal name, outside titles and other names."""
    sentence, table, at = scene.sentence, scene.table, scene.sentence.start
    in_title = {i for t in scene.titles for i in range(t.start, t.end)}
    after_title = {t.end for t in scene.titles}

    def in_any(token: Token) -> bool:
        return token.i in in_title or (table.at(token) is not None and not shares_name(table, token))

    def in_a_title(token: Token) -> bool:
        return token.i in in_title or demonym(token.text) is not None

    while at < sentence.end:
        sure = at in after_title or skip_courtesies(sentence.doc, at, sentence.end) > at
        blocked: Callable[[Token], bool] = in_a_title if sure else in_any
        name = None if at in in_title else read_name(sentence.doc, at, sentence.end, blocked)
        if name and not _is_covered(scene, name):
            yield name
            at = name.end
        else:
            at += 1


def _is_covered(scene: Scene, name: Name) -> bool:
    """Tell whether other actors' names fill the run of words."""
    return all(scene.table.at(scene.sentence.doc[i]) for i in range(name.start, name.end))


def holdings(scene: Scene) -> Iterator[Holding]:
    """Yield each title of the sentence with the name of each holder."""
    found: list[Holding] = []
    for title in scene.titles:
        if title.head.plural:
            found.extend(holders_in_list(scene, title))
            continue
        if further := further_post(scene, title, found):
            found.append(further)
            continue
        for rule in RULES:
            name = rule(scene, title)
            if name is not None:
                found.append(Holding(name, title, rule.__name__.replace("_", "-")))
                break
    found.extend(told_by_verb(scene))
    found.extend(members_of(scene, {h.name.start for h in found}))
    found.extend(counterparts(scene, found))
    yield from (Holding(h.name, _with_place_after(scene, h), h.rule) for h in found)


def further_post(scene: Scene, title: Title, found: list[Holding]) -> Holding | None:
    """Give the holder of the title before a further one: "Ana Ruiz, head of the local group and governor of Vinh,"."""
    doc, start = scene.sentence.doc, title.start
    if doc[start - 1].lower_ in ("the", "a"):
        start -= 1
    if not found or found[-1].rule != "name-before-title" or start == 0 or doc[start - 1].lower_ != "and" or scene.starting(title.end):
        return None
    between = doc[found[-1].title.end : start - 1]
    if len(between) > LONGEST_GAP or any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in between):
        return None
    return Holding(found[-1].name, title, "further-post")


def name_after_title(scene: Scene, title: Title) -> Name | None:
    """Find the holder right after the title: "Prime Minister Ana Ruiz", "Mayor Vinh Ana Ruiz"."""
    name = scene.starting(title.end)
    place = scene.mention_at(title.end) if name else None
    if name and place and title.of is None and name.start < place.end < name.end - 1 and not name.courteous:
        shorter = name._replace(begins=place.end, start=place.end, text=scene.sentence.doc[place.end : name.end].text)
        scene.names[scene.names.index(name)] = name = shorter
        title.of = place
    if name:
        scene.early.add(name.start)
    return name


def name_before_title(scene: Scene, title: Title) -> Name | None:
    """Find the holder before a title in apposition: "Ana Ruiz, the mayor of Vinh", "Ana Ruiz (mayor)", "Ana Ruiz is mayor"."""
    doc, at = scene.sentence.doc, title.start
    while at > scene.sentence.start and doc[at - 1].lower_ in BEFORE_POST:
        at -= 1
    if at > scene.sentence.start and doc[at - 1].text in SEPARATORS:
        at -= 1
    elif at == title.start:
        return None
    name = scene.ending(at)
    if name and name.start in scene.late and name_after_comma(scene, title):
        return None
    if name and name.start in scene.early and name_after_chain(scene, title):
        return None
    return name


def name_after_comma(scene: Scene, title: Title) -> Name | None:
    """Find the holder after a title and a comma: "its mayor, Ana Ruiz, signed"."""
    doc, at = scene.sentence.doc, _past_unread_owner(scene, title)
    at = _past_larger_places(scene, at)
    if at >= scene.sentence.end or doc[at].text not in SEPARATORS:
        return None
    name = scene.starting(at + 1)
    if name is None or not (name.courteous or len(name_words(name.text)) > 1):
        return None
    if not (name.courteous or family_first_language(name.text) or _ends_apposition(scene, scene.after(name))):
        return None
    scene.late.add(name.start)
    return name


def _past_unread_owner(scene: Scene, title: Title) -> int:
    """Return the comma after an owner that was not read: "the chair of its low-profile Twinning Committee, Ana Ruiz,"."""
    doc, at = scene.sentence.doc, title.end
    if at >= scene.sentence.end or doc[at].lower_ not in ("of", "for", "at"):
        return at
    for i in range(at + 1, min(at + LONGEST_OWNER, scene.sentence.end)):
        if doc[i].text == ",":
            return i
        if doc[i].pos_ in ("VERB", "AUX") or scene.starting(i) or any(t.start <= i < t.end for t in scene.titles):
            break
    return at


def _past_larger_places(scene: Scene, at: int) -> int:
    """Return the comma after what only says where the organisation is: ", People's Republic of China,"."""
    doc, end = scene.sentence.doc, scene.sentence.end
    while at < end and doc[at].text == ",":
        close = next((i for i in range(at + 1, min(at + 7, end)) if doc[i].text == ","), None)
        inner = doc[at + 1 : close] if close else None
        if close is None or inner is None or not _is_whereabouts(scene, inner):
            break
        at = close
    return at


def _is_whereabouts(scene: Scene, inner: Span) -> bool:
    """Tell whether the words between two commas are a place: a mention among them, no verb, and no personal name."""
    if any(t.pos_ in ("VERB", "AUX") for t in inner) or not any(scene.table.at(t) for t in inner):
        return False
    return not any(n.start in range(inner.start, inner.end) and len(name_words(n.text)) > 1 for n in scene.names)


def _ends_apposition(scene: Scene, at: int) -> bool:
    """Tell whether an apposition can end before the token: at a comma, bracket, "and" or verb."""
    if at >= scene.sentence.end:
        return True
    token = scene.sentence.doc[at]
    return token.text in ENDS or token.lower_ == "and" or token.is_space or token.pos_ in ("VERB", "AUX")


def name_as_title(scene: Scene, title: Title) -> Name | None:
    """Find the holder of a post told with "as": "Ana Ruiz, receiving them as governor of Vinh"."""
    doc, at = scene.sentence.doc, title.start
    if at > scene.sentence.start and doc[at - 1].lower_ in ("the", "a", "its"):
        at -= 1
    if at <= scene.sentence.start or doc[at - 1].lower_ != "as":
        return None
    before = [n for n in scene.names if n.end < at and len(name_words(n.text)) > 1]
    return before[-1] if len(before) == 1 else None


def name_after_chain(scene: Scene, title: Title) -> Name | None:
    """Find the holder after an organisation that was read only in part: "Head of the Committee for Peace Ana Ruiz"."""
    _doc, at = scene.sentence.doc, title.end
    while at < scene.sentence.end and not scene.starting(at) and _is_in_name(scene, at):
        at += 1
    name = scene.starting(at) if at > title.end and at < scene.sentence.end else None
    return name if name and len(name_words(name.text)) > 1 else None


def _is_in_name(scene: Scene, at: int) -> bool:
    """Tell whether the token can stand inside an organisation's name."""
    token = scene.sentence.doc[at]
    joins = token.lower_ in ("of", "the", "for", "and", "on", "(", ")", *POSSESSIVE) or ORDINAL.fullmatch(token.lower_) is not None
    return joins or (token.text[:1].isupper() and token.is_alpha)


RULES = (name_after_title, name_before_title, name_after_comma, name_as_title, name_after_chain)


def holders_in_list(scene: Scene, title: Title) -> Iterator[Holding]:
    """Yield the holders of a title in the plural: "Presidents Ana Ruiz of Peru and Tom Day of Fiji", "mayors Ana and Tom"."""
    owners, at = _owners_in_list(scene, title)
    holders = _names_from(scene, at) or [(n, None) for n in _names_before(scene, title)]
    for i, (name, own) in enumerate(holders):
        listed = owners[i] if len(owners) == len(holders) > 1 else owners[0] if len(owners) == 1 else None
        yield Holding(name, replace(title, of=own or listed), "holders-in-list")


def _owners_in_list(scene: Scene, title: Title) -> tuple[list[Mention], int]:
    """Return what the posts are of ("mayors of Vinh and Hue") and the token after the list."""
    if title.of is None:
        return [], title.end
    doc, at, owners = scene.sentence.doc, title.end, [title.of]
    while at + 1 < scene.sentence.end and doc[at].lower_ in (",", "and") and (mention := scene.mention_at(at + 1)):
        if doc[at].text != "," or not _is_larger(scene, mention, owners[-1]):
            owners.append(mention)
        at = mention.end
    return owners, at


def _is_larger(scene: Scene, mention: Mention, place: Mention) -> bool:
    """Tell whether the place named after a comma only says where the one before lies: "Austin, Texas"."""
    kinds = ["district", "municipality", "province", "state"]
    one, other = (scene.table.actors[m.refers[0]].kind for m in (mention, place))
    return one in kinds and other in kinds and kinds.index(one) > kinds.index(other)


def _names_from(scene: Scene, at: int) -> list[tuple[Name, Mention | None]]:
    """Return the names of the list that begins at the token, each with the place told after it."""
    doc = scene.sentence.doc
    names: list[tuple[Name, Mention | None]] = []
    if at < scene.sentence.end and doc[at].text in (",", ":"):
        at += 1
    while name := scene.starting(at):
        own, at = _place_after(scene, name)
        names.append((name, own))
        while at < scene.sentence.end and doc[at].lower_ in (",", "and", "&"):
            at += 1
    return names


def _names_before(scene: Scene, title: Title) -> list[Name]:
    """Return the names of the list that ends before the title: "Ana Ruiz and Tom Day, mayors of"."""
    doc, at = scene.sentence.doc, title.start
    while at > scene.sentence.start and doc[at - 1].lower_ in ("the", ",", "("):
        at -= 1
    names: list[Name] = []
    while at < title.start and (name := scene.ending(at)):
        names.insert(0, name)
        at = name.begins
        while at > scene.sentence.start and doc[at - 1].lower_ in (",", "and"):
            at -= 1
    return names


def _place_after(scene: Scene, name: Name) -> tuple[Mention | None, int]:
    """Return the place or organisation told right after the name ("of Peru", "(Peru)") and the token after it."""
    doc, at = scene.sentence.doc, scene.after(name)
    if at + 1 >= scene.sentence.end:
        return None, at
    start = at + 1
    if doc[start].lower_ == "the" and start + 1 < scene.sentence.end:
        start += 1
    mention = scene.mention_at(start)
    if mention is None:
        return None, at
    if doc[at].lower_ in ("of", "from"):
        return mention, mention.end
    if doc[at].text == "(" and mention.end < scene.sentence.end and doc[mention.end].text == ")":
        return mention, mention.end + 1
    return None, at


def _with_place_after(scene: Scene, holding: Holding) -> Title:
    """Return the title with the place told after the holder's name, where it has none: "President Ana Ruiz of Peru"."""
    title = holding.title
    if title.of is not None or title.start > holding.name.end:
        return title
    own, _ = _place_after(scene, holding.name)
    return replace(title, of=own, parts=[replace(p, of=own) for p in title.parts]) if own else title


def told_by_verb(scene: Scene) -> Iterator[Holding]:
    """Yield posts that a relative clause tells: "Ana Ruiz, who leads the council"."""
    doc = scene.sentence.doc
    for name in scene.names:
        at = scene.after(name)
        words = [t.lower_ for t in doc[at : at + 2]]
        if words != [",", "who"] or at + 4 >= scene.sentence.end:
            continue
        verb = at + 2
        lemma, after = doc[verb].lemma_, verb + 1
        if f"{lemma} {doc[after].lower_}" in load("posts")["verbs"]:
            lemma, after = f"{lemma} {doc[after].lower_}", after + 1
        word = load("posts")["verbs"].get(lemma)
        if word:
            yield Holding(name, _verb_title(scene, word, verb, after), "told-by-verb")


def _verb_title(scene: Scene, word: str, verb: int, after: int) -> Title:
    """Return the title that a verb stands for, with the organisation that is its object."""
    doc = scene.sentence.doc
    while after < scene.sentence.end - 1 and doc[after].lower_ in ("the", "its", "a"):
        after += 1
    mention, text = scene.mention_at(after), word
    head = NO_HEAD._replace(holder="place") if doc[after].lower_ in title_words("place_nouns") else NO_HEAD
    if mention is None:
        run = after
        while run < scene.sentence.end and doc[run].is_title:
            run += 1
        if run > after and run + 1 < scene.sentence.end and doc[run].lower_ == "of":
            text = f"{word} of the {doc[after:run].text}"
            start = run + 2 if doc[run + 1].lower_ == "the" else run + 1
            mention, after = scene.mention_at(start), run
    end = mention.end if mention else after
    return Title(verb, max(end, verb + 1), (verb, verb + 1), head, text, mention)


def members_of(scene: Scene, known: set[int]) -> Iterator[Holding]:
    """Yield people of whom only the organisation is told: "Ms Ruiz of the Ministry of Trade"."""
    for name in scene.names:
        if name.start in known or not (name.courteous or len(name_words(name.text)) > 1):
            continue
        mention, end = _place_after(scene, name)
        if mention and scene.sentence.doc[scene.after(name)].text == "(":
            continue
        if mention and (name.courteous or (is_given(name_words(name.text)[0]) and not _is_jurisdiction(scene, mention))):
            yield Holding(name, Title(mention.start, end, (end, end), NO_HEAD, "", mention), "members-of")


def _is_jurisdiction(scene: Scene, mention: Mention) -> bool:
    return any(scene.table.actors[i].kind in ("state", "province", "municipality", "district") for i in mention.refers)


def counterparts(scene: Scene, found: list[Holding]) -> Iterator[Holding]:
    """Yield holders of the same post elsewhere: "Mayor Ana Ruiz and her Lao counterpart, Tom Day"."""
    doc = scene.sentence.doc
    for at in range(scene.sentence.start + 1, scene.sentence.end):
        if folded(doc[at].text) not in title_words("counterpart"):
            continue
        of, end = _counterpart_place(scene, at)
        name = scene.starting(end) or (scene.starting(end + 1) if end < scene.sentence.end and doc[end].text == "," else None)
        partner = next((h for h in reversed(found) if h.name.start < at), None) or next(iter(found), None)
        if name and partner and partner.name != name:
            copied = [replace(p, of=of) for p in (partner.title.parts or [partner.title]) if p.text]
            if copied:
                yield Holding(name, replace(copied[0], of=of, parts=copied, start=at, end=end), "counterparts")


def _counterpart_place(scene: Scene, at: int) -> tuple[Mention | None, int]:
    """Return whose counterpart it is ("Lao counterpart", "counterpart from Laos") and the token after the phrase."""
    doc, before = scene.sentence.doc, at - 1
    if doc[before].text in POSSESSIVE:
        before -= 1
    left = scene.table.at(doc[before])
    if at + 2 < scene.sentence.end and doc[at + 1].lower_ in ("from", "of", "in"):
        start = at + 3 if doc[at + 2].lower_ == "the" else at + 2
        right = scene.mention_at(start)
        if right:
            return right, right.end
    return (left if left and left.end in (at, before + 1) else None), at + 1
