"""Posts told in other words than a title beside a name: by a verb, by the organisation alone, as someone's counterpart."""

from collections.abc import Iterator
from dataclasses import replace

from amity.reading.orthography import POSSESSIVE
from amity.reading.people.known_names import folded, is_given
from amity.reading.people.names import name_words
from amity.reading.people.posts import Head, title_words
from amity.reading.people.scenes import Holding, Scene, place_after
from amity.reading.people.titles import Title
from amity.reading.report import Mention
from amity.vocabulary import load

NO_HEAD = Head("", "body", "body", 9, False, False)


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
        mention, end = place_after(scene, name)
        if mention and scene.sentence.doc[scene.after(name)].text == "(":
            continue
        if mention and (name.courteous or (is_given(name_words(name.text)[0]) and not _is_jurisdiction(scene, mention))):
            yield Holding(name, Title(mention.start, end, (end, end), NO_HEAD, "", mention), "members-of")


def _is_jurisdiction(scene: Scene, mention: Mention) -> bool:
    return any(scene.table.actors[i].kind in ("state", "province", "municipality", "district") for i in mention.refers)


def own_counterparts(scene: Scene) -> None:
    """Let titles after "counterpart" be of the counterpart's place: "his Fijian counterpart Prime Minister Tom Day"."""
    doc = scene.sentence.doc
    for title in scene.titles:
        before = title.core[0] - 1
        if before > scene.sentence.start and folded(doc[before].text) in title_words("counterpart"):
            of, _ = _counterpart_place(scene, before)
            for part in title.parts or [title]:
                part.of = part.of or of
            title.of = title.of or of


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
            copied = [replace(p, of=_unit(scene, of, p)) for p in (partner.title.parts or [partner.title]) if p.text]
            if copied:
                yield Holding(name, replace(copied[0], parts=copied, start=at, end=end), "counterparts")


def _unit(scene: Scene, of: Mention | None, title: Title) -> Mention | None:
    """Return the one place of a state whose mayor or governor a counterpart is: "her Argentine counterpart" heads a city, no state."""
    actors = scene.table.actors
    if of is None or title.head.holder != "place" or actors[of.refers[0]].kind != "state":
        return of
    told = load("places")["posts"].get(title.head.words)
    kind, country = actors[title.of.refers[0]].kind if title.of else told, actors[of.refers[0]].country
    units = [m for m in sorted(scene.table.mentions) if actors[m.refers[0]].kind == kind and actors[m.refers[0]].country == country]
    return units[0] if kind != "state" and len({m.refers for m in units}) == 1 else of


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
