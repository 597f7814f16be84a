"""What a post is of where no name was found beside it: places hidden before their holder's name, and raw words."""

from spacy.tokens import Doc

from amity.gazetteer import open_gazetteer
from amity.model import Actor, ActorKind
from amity.reading.orthography import written
from amity.reading.people.known_names import family_first_language, folded, is_given, is_known
from amity.reading.people.names import HYPHENS, is_initial, is_name_word
from amity.reading.people.posts import Head, title_words
from amity.reading.places import state_of
from amity.reading.report import ActorTable, Mention

LONGEST_RUN = 7  # words of a place with its holder's name: "Ho Chi Minh City Nguyen Van An"
LEVEL_KINDS: dict[str, ActorKind] = {"admin1": "province", "admin2": "district", "municipality": "municipality"}


def hidden_place(doc: Doc, table: ActorTable, head: Head, at: int) -> Mention | None:
    """Refer to the place whose name runs into its holder's: "Mayor of Vinh Ana Ruiz"; None where there is no such run.

    The longest place is taken that is known in the report or to the gazetteer and leaves a name of two words or more;
    otherwise whatever stands before a name that its words tell.
    """
    end = _run_end(doc, table, at)
    if end == at:
        return None
    if end - at == 1:
        word = doc[at].text
        actor = _raw(table, head, word) if doc[at].is_upper else _known(table, word) or _from_gazetteer(table, head, word)
        return table.refer(doc[at:end], "name", actor.id) if actor else None
    whole = _known(table, doc[at:end].text) or _from_gazetteer(table, head, doc[at:end].text)
    if whole:
        return table.refer(doc[at:end], "name", whole.id)
    splits = [k for k in range(end - 1, at, -1) if _is_name(doc, k, end)]
    for split in splits:
        actor = _known(table, doc[at:split].text) or _from_gazetteer(table, head, doc[at:split].text)
        if actor:
            return table.refer(doc[at:split], "name", actor.id)
    likely = [k for k in splits if k < end - 1 and (is_given(doc[k].text) or family_first_language(doc[k:end].text))]
    if not likely:
        return None
    return table.refer(doc[at : likely[-1]], "name", _raw(table, head, doc[at : likely[-1]].text).id)


def _run_end(doc: Doc, table: ActorTable, at: int) -> int:
    """Return the end of the run of name words at the token that no other actor's name covers."""
    end = at
    while end < min(at + LONGEST_RUN, len(doc)) and table.at(doc[end]) is None:
        if not is_name_word(doc, end, end + 1) and not (doc[end].text in HYPHENS and not doc[end].whitespace_):
            break
        end += 1
        if "\n" in doc[end - 1].whitespace_:
            break
    return end


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the words can be a full name."""
    return end - start >= 2 and not is_initial(doc[end - 1].text) and doc[start].text not in HYPHENS and doc[start - 1].text not in HYPHENS


def _known(table: ActorTable, text: str) -> Actor | None:
    """Return the actor that is known by the words elsewhere in the report."""
    return next((a for a in table.actors.values() if a.kind != "person" and text in (a.name, *a.aliases)), None)


def _from_gazetteer(table: ActorTable, head: Head, text: str) -> Actor | None:
    """Enter the place that the gazetteer knows by the words, unless they are a person's name at least as likely."""
    place = open_gazetteer().resolve(text)
    if place is None or (" " not in text and is_known(text) and place.level != "country"):
        return None
    if place.level == "country":
        return state_of(table, place.country)
    return table.enter(kind_of(head) or LEVEL_KINDS.get(place.level, "municipality"), text, place.country, place.reference(text))


def kind_of(head: Head) -> ActorKind | None:
    """Return the kind of actor that only such a post can be of."""
    if head.words in title_words("of_municipality"):
        return "municipality"
    return "province" if head.words in title_words("of_province") else None


def _raw(table: ActorTable, head: Head, text: str) -> Actor:
    """Return the actor that is known by words beginning so, or enter one by its raw words, unresolved."""
    first = folded(text)
    for actor in table.actors.values():
        if actor.kind != "person" and any(f"{folded(form)} ".startswith(f"{first} ") for form in (actor.name, *actor.aliases)):
            return actor
    actor = table.enter(kind_of(head) or ("body" if head.holder != "place" else "municipality"), text)
    actor.confidence = "medium"
    return actor


def raw_owner(doc: Doc, table: ActorTable, head: Head, end: int, floor: int) -> Mention | None:
    """Refer to the capitalised words just before a title that are no known place: "Kuching South Mayor", "CPAFFC President"."""
    if longer := _longer_known(doc, table, end, floor):
        return longer
    start = end
    while start > floor and _is_raw(doc, table, start - 1):
        start -= 1
    if start == end or (doc[start].is_sent_start and end - start == 1 and not doc[start].is_upper):
        return None
    if is_given(doc[start].text) and end - start > 1:
        return None
    return table.refer(doc[start:end], "name", _raw(table, head, written(doc[start:end])).id)


def _longer_known(doc: Doc, table: ActorTable, end: int, floor: int) -> Mention | None:
    """Refer a place's name with a capitalised word after it to the actor whose name begins so: "Vinh South" for its council."""
    if end - 2 < floor or not doc[end - 1].text[0].isupper() or not doc[end - 1].is_alpha:
        return None
    shorter = table.at(doc[end - 2])
    if shorter is None or shorter.end != end - 1:
        return None
    words = f"{folded(doc[shorter.start : end].text)} "
    for actor in table.actors.values():
        if actor.kind != "person" and any(f"{folded(form)} ".startswith(words) for form in (actor.name, *actor.aliases)):
            return table.refer(doc[shorter.start : end], "name", actor.id)
    return None


def _is_raw(doc: Doc, table: ActorTable, at: int) -> bool:
    token = doc[at]
    return table.at(token) is None and token.is_alpha and (token.pos_ == "PROPN" or token.is_upper) and is_name_word(doc, at, at + 1)
