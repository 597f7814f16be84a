"""Names that stand without a post or courtesy: what in the sentence says that they are persons'."""

from amity.reading.people.known_names import family_first_language, folded, is_given, is_known, word_set
from amity.reading.people.names import Name, name_words
from amity.reading.people.scenes import Scene
from amity.reading.sequences import token_texts

LISTING = frozenset((",", "and", "including", "namely", ":", "like", "such", "as", "&"))
DASHES = frozenset(("-", "–", "—"))
ENOUGH = 3  # points: less let in places and products, tried on reports of many countries


def is_lone_person(scene: Scene, name: Name, recalled: bool = False) -> bool:
    """Tell whether a name without title or courtesy is a person's, by points for and against.

    ``recalled``: one of its words stands alone elsewhere in the report, as later mentions of persons do.
    """
    if not any(rule(scene, name) > 0 for rule in HUMAN):
        return False
    points = sum(rule(scene, name) for rule in RULES)
    if len(name_words(name.text)) == 1:
        return points >= ENOUGH and is_known(name_words(name.text)[0]) and human_subject(scene, name) > 1 and not _goes_on(scene, name)
    return points + recalled >= ENOUGH


def _goes_on(scene: Scene, name: Name) -> bool:
    """Tell whether a capitalised word before the name makes it the end of a longer one: "the Ashby Post"."""
    doc, before = scene.sentence.doc, name.begins - 1
    return before >= scene.sentence.start and doc[before].text[:1].isupper() and doc[before].is_alpha


def is_credit(scene: Scene, name: Name) -> bool:
    """Tell whether the name is in a line of credit: "Photo by Ana Ruiz", "Translated by", "By Ana Ruiz" on its own line."""
    doc, at = scene.sentence.doc, name.begins
    before = [folded(t.text) for t in doc[max(scene.sentence.start, at - 3) : at] if t.text not in ":/(|" and not t.is_space]
    if not before:
        return False
    if before[-1] == "by":
        alone = name.end >= scene.sentence.end or doc[name.end].text in (")", "]", "|", ",", "/", ".") or doc[name.end].is_space
        return bool(set(before[:-1]) & word_set("credits")) or (len(before) == 1 and alone and at - 1 == scene.sentence.start)
    return before[-1] in word_set("credits") and before[-1] != "by" and not doc[at - 1].is_alpha


def is_historical(scene: Scene, name: Name) -> bool:
    """Tell whether the sentence speaks of the name's bearer as of history: "the late", "where she once taught", "statue of"."""
    doc = scene.sentence.doc
    before = {folded(t.text) for t in doc[max(scene.sentence.start, name.begins - 5) : name.begins]}
    if before & word_set("historical"):
        return True
    verb = doc[name.start : name.end].root.head
    opens = {t.lower_ for t in verb.lefts if t.dep_ in ("advmod", "mark")}
    return verb.tag_ == "VBD" and verb.dep_ in ("advcl", "relcl", "ccomp", "acl") and "where" in opens


def known_name(scene: Scene, name: Name) -> int:
    """Count for it when its words are known names, or a family name with a given name of its language."""
    words = name_words(name.text)
    if family_first_language(name.text):
        return 2
    if len(words) > 1 and is_given(words[0]):
        return 2 if is_known(words[-1]) else 1
    return int(any(is_known(w) for w in words))


def human_subject(scene: Scene, name: Name) -> int:
    """Count for it when it is the subject or agent of a verb of persons."""
    root = scene.sentence.doc[name.start : name.end].root
    if root.dep_ in ("nsubj", "nsubjpass"):
        return 2 if root.head.lemma_ in word_set("person_verbs") else int(root.head.lemma_ in word_set("weak_person_verbs"))
    if root.dep_ == "pobj" and root.head.lower_ == "by" and root.head.head.lemma_ in word_set("person_verbs"):
        return 2
    return 0


def human_object(scene: Scene, name: Name) -> int:
    """Count for it when it is the object of a verb of persons: "received Ana Ruiz", "heard from Ana Ruiz", "led by"."""
    root = scene.sentence.doc[name.start : name.end].root
    if root.dep_ in ("dobj", "obj"):
        return 2 if root.head.lemma_ in word_set("object_verbs") else 0
    if root.dep_ == "pobj":
        phrase = f"{root.head.head.lemma_} {root.head.lower_}"
        talks = root.head.lower_ == "with" and root.head.head.lemma_ in ("talk", "meeting", "conversation", "call", "hold", "discussion")
        return 2 if talks or phrase in word_set("object_verbs") else 0
    return 0


def owner(scene: Scene, name: Name) -> int:
    """Count for it when it owns what only persons have: "Ana Ruiz's remarks"."""
    root = scene.sentence.doc[name.start : name.end].root
    return 2 if root.dep_ == "poss" and root.head.lemma_ in word_set("persons_nouns") else 0


def full_name(scene: Scene, name: Name) -> int:
    """Count for it when two to four words with capitals stand in running text: no place or organisation is called so."""
    words = name.text.split()
    return int(2 <= len(words) <= 4 and not scene.is_headline and name.begins > scene.sentence.start)


def according_to(scene: Scene, name: Name) -> int:
    """Count for it after "according to" and before "said"."""
    doc = scene.sentence.doc
    before = [t.lower_ for t in doc[max(scene.sentence.start, name.begins - 2) : name.begins]]
    return 2 if before == ["according", "to"] else 0


def beside_person(scene: Scene, name: Name) -> int:
    """Count for it in a list with a person that has a post or courtesy."""
    doc, before = scene.sentence.doc, name.begins - 1
    if before <= scene.sentence.start or doc[before].lower_ not in ("and", ","):
        return 0
    neighbour = scene.ending(before)
    return 0 if neighbour is None else 2 if neighbour.courteous or {neighbour.start} & (scene.early | scene.late) else 1


def in_group(scene: Scene, name: Name) -> int:
    """Count for it in a list of names after a noun for people: "other leaders, including Ana Ruiz and Tom Day"."""
    doc, at = scene.sentence.doc, name.begins - 1
    others = {i for n in scene.names for i in range(n.begins, n.end)}
    while at > scene.sentence.start and (at in others or doc[at].lower_ in LISTING):
        at -= 1
    return 2 if at < name.begins - 1 and doc[at].lower_ in word_set("groups_of_people") else 0


def told_who(scene: Scene, name: Name) -> int:
    """Count for it before an apposition that tells who: "Ana Ruiz, a Peruvian who"; "Ana Ruiz, who"."""
    doc, at = scene.sentence.doc, name.end
    following = [t.lower_ for t in doc[at : min(at + 7, scene.sentence.end)]]
    if following[:1] != [","]:
        return 0
    return 2 if following[1:2] == ["who"] or (following[1:2] in (["a"], ["an"]) and "who" in following) else 0


def told_age(scene: Scene, name: Name) -> int:
    """Count for it before an age: "Ana Ruiz, 34,"."""
    doc, at = scene.sentence.doc, name.end
    return 2 if at + 1 < scene.sentence.end and doc[at].text == "," and doc[at + 1].text.isdigit() and len(doc[at + 1].text) == 2 else 0


def named_thing(scene: Scene, name: Name) -> int:
    """Count against it inside the name of a street, prize, university or company, and after an article or "in"."""
    doc, points = scene.sentence.doc, 0
    if name.end < scene.sentence.end and folded(doc[name.end].text) in word_set("not_after") and doc[name.end].text[0].isupper():
        points -= 5
    if name.begins > scene.sentence.start:
        before = doc[name.begins - 1]
        points -= 4 if before.lower_ in ("the", "a", "an") else 0
        points -= 3 if before.lower_ in word_set("locative") else 0
        points -= 3 if before.text[0].isupper() and before.pos_ == "PROPN" and folded(before.text) in word_set("not_names") else 0
        points -= 4 if folded(before.text) in word_set("credits") and before.lower_ != "by" else 0
    return points


def in_pair(scene: Scene, name: Name) -> int:
    """Count against it when the report joins the name to another by a dash, as border gates and lines are: "Nam Khao - Longpu"."""
    doc, words = scene.sentence.doc, name.text.split()
    texts = token_texts(doc)
    for at in range(len(texts) - len(words)):
        if list(texts[at : at + len(words)]) != words:
            continue
        for mark, other in ((at - 1, at - 2), (at + len(words), at + len(words) + 1)):
            if (
                0 < mark < len(doc)
                and 0 <= other < len(doc)
                and texts[mark] in DASHES
                and doc[mark].whitespace_
                and texts[other][:1].isupper()
            ):
                return -5
    return 0


def looks(scene: Scene, name: Name) -> int:
    """Count against words in capitals throughout."""
    return -3 if all(w.isupper() and len(w) > 1 for w in name.text.split()) else 0


HUMAN = (human_subject, human_object, owner, according_to, beside_person, in_group, told_who, told_age)
"""Rules that look at what only persons do; one of them must speak for a person."""
RULES = (*HUMAN, known_name, full_name, named_thing, in_pair, looks)
