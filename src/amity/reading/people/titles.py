"""Titles in a sentence: which words are one, what it is a post of, and which titles one holder has together."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from amity.gazetteer import demonym
from amity.reading.orthography import POSSESSIVE
from amity.reading.people.known_names import folded, is_given, is_known
from amity.reading.people.names import HYPHENS
from amity.reading.people.owners import hidden_place, raw_owner
from amity.reading.people.posts import Head, head_at, is_authority, title_words
from amity.reading.report import ActorTable, Mention
from amity.vocabulary import load

LONGEST_LEFT = 7  # tokens of modifiers and fields before a head
LONGEST_FIELD = 8  # tokens of what a post is about: "of Foreign Affairs and International Cooperation"
LONGEST_DESCRIPTION = 4  # tokens between an adjective of nationality and the title
LONGEST_ORGAN = 5  # tokens of an authority after its place: "provincial People's Committee"


@dataclass
class Title:
    """A post as the text names it: ``doc[start:end]`` with its organisation, ``core`` and ``text`` without.

    ``of`` is the mention of what it is a post of, ``owner`` that actor's id where the report only implies it
    and ``rule`` says how; ``parts`` are the single posts of a joint title.
    """

    start: int
    end: int
    core: tuple[int, int]
    head: Head
    text: str = ""
    of: Mention | None = None
    owner: str | None = None
    rule: str = ""
    organ: str = ""
    former: bool = False
    parts: list["Title"] = field(default_factory=list)


def find_titles(sentence: Span, table: ActorTable) -> list[Title]:
    """Return the single titles of the sentence in their order."""
    doc, at = sentence.doc, sentence.start
    titles: list[Title] = []
    while at < sentence.end:
        found = head_at(doc, at, sentence.end)
        if found is None or _is_no_title(doc, at, found[1], table):
            at += 1
            continue
        floor = titles[-1].end if titles else sentence.start
        titles.append(_title(sentence, table, found[0], (at, _past_served(doc, found, sentence.end)), floor))
        at = max(titles[-1].end, found[1])
    return titles


def _past_served(doc: Doc, found: tuple[Head, int], limit: int) -> int:
    """Return the end of the head, and of whom its holder serves: "Assistant to the Mayor"."""
    head, end = found
    if head.words in title_words("to_whom") and [t.lower_ for t in doc[end : end + 2]] == ["to", "the"]:
        served = head_at(doc, end + 2, limit)
        if served and served[1] < limit and not doc[served[1]].text[:1].isupper():
            return served[1]
    return end


def _is_no_title(doc: Doc, at: int, end: int, table: ActorTable) -> bool:
    """Tell whether the head stands inside an organisation's name, or is a verb, or the last word of a personal name."""
    mention, token = table.at(doc[at]), doc[at]
    if end == at + 1 and folded(token.text) in title_words("modifiers") and end < len(doc) and _goes_on(doc, end):
        return True
    if mention is not None and mention.form == "name" and not mention.start == at < mention.end == end:
        return True
    if end == at + 1 and token.pos_ in ("VERB", "AUX") and token.text.islower():
        return True
    if end == at + 1 and folded(token.text) in title_words("with_article") and not _has_article(doc, at, end, table):
        return True
    is_surname = token.text[0].isupper() and folded(token.text) in title_words("surnames")
    return is_surname and at > 0 and doc[at - 1].text[0].isupper() and is_given(doc[at - 1].text) and table.at(doc[at - 1]) is None


def _has_article(doc: Doc, at: int, end: int, table: ActorTable) -> bool:
    """Tell whether an article, a modifier or an owner stands before the word, a courtesy's place, or "of" after it."""
    before = doc[at - 1] if at else None
    if end < len(doc) and doc[end].lower_ == "of":
        return True
    if before is None or before.text in (".", ":") or before.is_space:
        return end < len(doc) and doc[end].text[:1].isupper() and not is_given(doc[at].text)
    mention = table.at(before)
    owned = (mention is not None and mention.form == "demonym") or before.text in POSSESSIVE
    return owned or before.lower_ in ("the", "a") or folded(before.text) in title_words("modifiers")


def _goes_on(doc: Doc, at: int) -> bool:
    """Tell whether a title goes on at the token: with a modifier and a head, or a head."""
    skipped = doc[at].text in HYPHENS or folded(doc[at].text) in title_words("modifiers") or demonym(doc[at].text)
    after = at + 1 if skipped else at
    return head_at(doc, at, len(doc)) is not None or (after > at and head_at(doc, after, len(doc)) is not None)


def _title(sentence: Span, table: ActorTable, head: Head, span: tuple[int, int], floor: int) -> Title:
    """Return the title with its modifiers and fields before, and its organisation before or after."""
    doc, (at, end) = sentence.doc, span
    start = _left(doc, at, floor, table)
    title = Title(start, end, (start, end), head)
    title.former = any(folded(t.text) in title_words("modifiers", "former") for t in doc[start:at])
    title.end = _past_epithets(sentence, end)
    _read_right(sentence, table, title)
    _read_left(doc, table, title, floor)
    title.text = _text(doc, title, end)
    return title


def _left(doc: Doc, at: int, floor: int, table: ActorTable) -> int:
    """Return where the title starts, its modifiers and fields before the head included."""
    start = i = at
    while i > floor and at - i < LONGEST_LEFT:
        token, word = doc[i - 1], folded(doc[i - 1].text)
        if table.at(token) is not None or "\n" in token.whitespace_:
            break
        if word in title_words("modifiers") or word in title_words("fields"):
            i, start = i - 1, i - 1
        elif _is_joined_hyphen(doc, i - 1) or (word in ("and", "&", ",") and i - 2 >= floor and _joins_fields(doc, i - 1, at, table)):
            i -= 1
        else:
            break
    return start


def _joins_fields(doc: Doc, at: int, head: int, table: ActorTable) -> bool:
    """Tell whether the comma or "and" stands between two fields before a head: "Culture, Sports and Tourism Minister"."""
    return at + 1 < head and _is_field(doc, at - 1, table) and _is_field(doc, at + 1, table)


def _is_joined_hyphen(doc: Doc, at: int) -> bool:
    """Tell whether the token is a hyphen inside a word: not a dash with spaces around it."""
    return doc[at].text in HYPHENS and not doc[at].whitespace_ and at > 0 and not doc[at - 1].whitespace_


def _is_field(doc: Doc, at: int, table: ActorTable) -> bool:
    return folded(doc[at].text) in title_words("fields") and table.at(doc[at]) is None


def _read_right(sentence: Span, table: ActorTable, title: Title) -> None:
    """Take in what follows the head: "of Foreign Affairs of Laos", "for Trade", "to Ukraine"."""
    doc, at = sentence.doc, title.end
    while at < sentence.end and title.of is None:
        joint = doc[at].lower_
        serves = joint == "to" and title.head.words in title_words("to_whom")
        if joint not in title_words("joints", "of") and not (title.head.mission and joint == "to") and not serves:
            break
        after = _past_words(sentence, table, at + 1)
        mention = _mention_from(table, after) or (_hidden(sentence, table, title, after) if joint == "of" else None)
        if mention is not None and title.head.holder == "state":
            mention = _state_behind(doc, table, mention)
        if mention is not None and not is_authority(doc[mention.start : mention.end].text):
            if joint == "for" and title.head.represents == "state":
                title.core = (title.core[0], mention.end)
            elif serves or (joint != "to" and not (joint in ("in", "with", "at") and title.head.mission)):
                title.of = mention
            elif joint == "to":
                title.core = (title.core[0], mention.end)
            title.end = at = mention.end
            continue
        end = _field_end(sentence, table, after, free=joint == "for")
        if end is None or joint in ("with", "on", "under"):
            break
        title.core, title.end, at = (title.core[0], end), end, end
    title.end = _past_whereabouts(sentence, table, _past_organ(sentence, table, title))


def _hidden(sentence: Span, table: ActorTable, title: Title, at: int) -> Mention | None:
    """Return a place's mention hidden before its holder's name, after words that describe it: "of the municipality" Vinh."""
    found = hidden_place(sentence.doc, table, title.head, at)
    skipped = at
    while found is None and skipped < sentence.end - 1 and _is_description(sentence.doc[skipped]):
        skipped += 1
        found = hidden_place(sentence.doc, table, title.head, skipped)
    return found


def _past_epithets(sentence: Span, at: int) -> int:
    """Return the token after "Extraordinary and Plenipotentiary" or a gloss in brackets after a head."""
    doc = sentence.doc
    while at < sentence.end and (_is_epithet(doc, at) or (at > 0 and doc[at].lower_ == "and" and _is_epithet(doc, at + 1))):
        at += 1
    if at + 2 < sentence.end and doc[at].text == "(" and doc[at + 1].is_lower and doc[at + 2].text == ")":
        at += 3
    return at


def _is_epithet(doc: Doc, at: int) -> bool:
    return at < len(doc) and folded(doc[at].text) in title_words("after")


def _past_words(sentence: Span, table: ActorTable, at: int) -> int:
    """Return the token after articles, and after a level before an organisation: "the provincial" People's Congress."""
    doc = sentence.doc
    while at < sentence.end - 1 and doc[at].lower_ in ("the", "all", "its", "their"):
        at += 1
    skipped = at
    while skipped < sentence.end - 1 and (_is_description(doc[skipped]) or (skipped > at and doc[skipped].text in HYPHENS | POSSESSIVE)):
        if _mention_from(table, skipped):  # "the central" Province of Hue
            break
        skipped += 1
    if skipped > at and skipped < sentence.end - 1 and doc[skipped].lower_ == "of":
        skipped += 1
    return skipped if skipped > at and table.at(doc[at]) is None and _mention_from(table, skipped) else at


def _is_description(token: Token) -> bool:
    """Tell whether the word only describes the place that follows: "provincial", "northern", "Lao", "municipality"."""
    word = folded(token.text)
    return word in load("posts")["levels"] or word in title_words("place_nouns") or token.pos_ == "ADJ" or demonym(token.text) is not None


def _past_organ(sentence: Span, table: ActorTable, title: Title) -> int:
    """Return the token after an authority that follows its place ("Vinh provincial" Party Committee), taken into the title."""
    doc, start = sentence.doc, title.end
    if title.of is None or title.of.end != start:
        return start
    for end in range(min(start + LONGEST_ORGAN, sentence.end), start, -1):
        if is_authority(doc[start:end].text):
            title.organ = f"of the {doc[start:end].text}"
            return end
    field_end = _field_end(sentence, table, start, free=False)
    return field_end if field_end and doc[start].text[0].isupper() else start


def _past_whereabouts(sentence: Span, table: ActorTable, at: int) -> int:
    """Return the token after what only locates the organisation: "of the Republic of Korea (ROK)", "in Japan"."""
    doc, moved = sentence.doc, True
    while moved and at + 2 < sentence.end:
        moved = False
        if doc[at].text == "(" and doc[at + 1].text[0].isupper() and doc[at + 2].text == ")":
            at, moved = at + 3, True
        elif doc[at].lower_ in ("of", "in", "to"):
            mention = _mention_from(table, _past_words(sentence, table, at + 1))
            if mention is not None:
                at, moved = mention.end, True
    return at


def _state_behind(doc: Doc, table: ActorTable, mention: Mention) -> Mention:
    """Return the state's mention inside that of its government ("State Council of Peru"), else the mention."""
    organ, of, _ = doc[mention.start : mention.end].text.partition(" of ")
    return (place_inside(table, mention) or mention) if of and is_authority(organ) else mention


def _mention_from(table: ActorTable, at: int) -> Mention | None:
    """Return the longest mention of a place or organisation that starts at the token."""
    starts = [m for m in table.mentions if m.start == at and m.form in ("name", "demonym", "description")]
    return max(starts, key=lambda m: m.end, default=None)


def _field_end(sentence: Span, table: ActorTable, at: int, *, free: bool) -> int | None:
    """Return the end of the field words at the token ("Foreign Affairs", "Industry and Trade"), None if there are none.

    ``free``: after "for", any nouns and adjectives in small letters are a field too.
    """
    doc, end, i = sentence.doc, None, at
    while i < min(sentence.end, at + LONGEST_FIELD) and _is_free(doc, i, table):
        word, token = folded(doc[i].text), doc[i]
        is_field = word in title_words("fields") or word in ("people", "peoples")
        if is_field or (free and token.is_lower and token.pos_ in ("NOUN", "ADJ")):
            i += 1
            end = i
        elif end is not None and (word in ("and", "&", ",") or token.text in HYPHENS | POSSESSIVE):
            i += 1
        elif end is not None and _is_unknown_field(doc, i):
            i += 1
            end = i
        else:
            break
    return end


def _is_unknown_field(doc: Doc, at: int) -> bool:
    """Tell whether a capitalised word after "and" is a field too: "International Relations and Migrant Attention,"."""
    word = doc[at]
    if not word.is_title or is_known(word.text) or word.pos_ not in ("PROPN", "NOUN", "ADJ") or _goes_on(doc, at):
        return False
    return doc[at - 1].lower_ == "and" or (at + 1 < len(doc) and doc[at + 1].text == ",")


def _is_free(doc: Doc, at: int, table: ActorTable) -> bool:
    """Tell whether no other actor's name covers the token; an authority's alone ("Party Committee") does not count."""
    mention = table.at(doc[at])
    return mention is None or is_authority(doc[mention.start : mention.end].text)


def _read_left(doc: Doc, table: ActorTable, title: Title, floor: int) -> None:
    """Take in the mention just before the title: "Lao", "Zhangjiajie", "Winnipeg's", "Hanoi"."""
    at = title.start
    if at > floor and doc[at - 1].text in POSSESSIVE:
        at -= 1
    if at <= floor:
        return
    mention = table.at(doc[at - 1])
    if mention is None and title.of is None and (wider := _past_description(doc, table, title, floor)) is not None:
        at, mention = wider, table.at(doc[wider - 1])
        title.core = (at, title.core[1])
    if mention is None and title.of is None and doc[title.start].text[0].isupper():
        mention = raw_owner(doc, table, title.head, at, floor)
    if mention is None or mention.end != at or mention.start < floor or mention.form == "pronoun":
        return
    if title.head.represents == "state" and any(table.actors[i].kind in ("company", "ngo") for i in mention.refers):
        return
    title.start = mention.start
    if title.of is None or (mention.form == "demonym" and title.head.mission):
        title.of = mention


def _past_description(doc: Doc, table: ActorTable, title: Title, floor: int) -> int | None:
    """Return the token after an adjective of nationality that other words part from the title: "Libyan rebel leader"."""
    for at in range(title.start - 1, max(floor, title.start - LONGEST_DESCRIPTION) - 1, -1):
        mention = table.at(doc[at])
        if mention is not None:
            return at + 1 if mention.form == "demonym" and at + 1 < title.start else None
        if not doc[at].is_lower or doc[at].pos_ not in ("ADJ", "NOUN") or folded(doc[at].text) in title_words("counterpart"):
            return None
    return None


def _text(doc: Doc, title: Title, head_end: int) -> str:
    """Return the title as the report words it, in the singular, without words that only date it."""
    start, end = title.core
    while start < end - 1 and folded(doc[start].text) in title_words("modifiers", "not_title"):
        start += 1
    head = " ".join(doc[start:head_end].text.split())
    if title.head.plural:
        head = _singular(head, title.head)
    rest = " ".join(f"{doc[head_end:end].text} {title.organ}".split())
    return f"{head} {rest}" if rest else head


def _singular(text: str, head: Head) -> str:
    """Return the plural title's text with its head words made singular, capitals kept."""
    words, singular = text.replace("-", " ").split(), head.words.split()
    before, own = words[: len(words) - len(singular)], words[len(words) - len(singular) :]
    made = [s.capitalize() if w[0].isupper() else s for s, w in zip(singular, own, strict=True)]
    return " ".join([*before, *made])


def place_inside(table: ActorTable, mention: Mention) -> Mention | None:
    """Return the place's mention inside that of an authority ("People's Council of Vinh"), the place's own, or None."""
    inner = [m for m in table.within(mention.start, mention.end) if m != mention and m.form == "name"]
    is_place = any(table.actors[i].kind in ("state", "province", "municipality", "district") for i in mention.refers)
    return inner[-1] if inner else mention if is_place else None
