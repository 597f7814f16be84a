"""Who holds which post: each rule joins a name of the sentence to a title of it by how they stand to each other."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from amity.reading.orthography import POSSESSIVE
from amity.reading.people.known_names import family_first_language
from amity.reading.people.listed_holders import holders_in_list
from amity.reading.people.names import Name, name_words
from amity.reading.people.posts import title_words
from amity.reading.people.scenes import Holding, Scene, place_after
from amity.reading.people.titles import Title
from amity.reading.people.told_holders import counterparts, members_of, own_counterparts, told_by_verb

LONGEST_OWNER = 10  # tokens of an owner that was not read
LONGEST_GAP = 6  # tokens between the end of one title and "and" with the next of the same holder
DASHES = frozenset("–—-")
SEPARATORS = frozenset((",", "(", ":", *DASHES))
ENDS = frozenset((",", ")", ".", ";", ":", *DASHES))
ORDINAL = re.compile(r"\d+(st|nd|rd|th)")


def holdings(scene: Scene) -> Iterator[Holding]:
    """Yield each title of the sentence with the name of each holder."""
    found: list[Holding] = []
    own_counterparts(scene)
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
    while at > scene.sentence.start and doc[at - 1].lower_ in title_words("before_post"):
        at -= 2 if [t.lower_ for t in doc[at - 2 : at]] == ["to", "be"] else 1
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


def name_right_before(scene: Scene, title: Title) -> Name | None:
    """Find the holder right before a title that says what it is of, as hurried reports have it: "Ana Ruiz Mayor of Vinh"."""
    told = title.of is not None and title.of.start >= title.core[1]
    name = scene.ending(title.start) if told and scene.sentence.doc[title.core[0]].text[0].isupper() else None
    return name if name and len(name_words(name.text)) > 1 else None


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
    return token.text in ENDS or token.lower_ == "and" or token.is_space or token.pos_ in ("VERB", "AUX", "ADP")


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


RULES = (name_after_title, name_before_title, name_right_before, name_after_comma, name_as_title, name_after_chain)


def _with_place_after(scene: Scene, holding: Holding) -> Title:
    """Return the title with the place told after the holder's name, where it has none: "President Ana Ruiz of Peru"."""
    title = holding.title
    if title.of is not None or title.start > holding.name.end:
        return title
    own, _ = place_after(scene, holding.name)
    return replace(title, of=own, parts=[replace(p, of=own) for p in title.parts]) if own else title
