"""Pronouns: whom "he", "they", "it", "their" and "we" mean."""

from spacy.tokens import Token

from amity.reading.coreference.discourse import Discourse, Seen, is_main
from amity.reading.report import Mention
from amity.reading.representation import listed

PERSONAL = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she"}
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
THING = frozenset({"it", "its", "itself"})
FIRST = frozenset({"we", "our", "us", "ours"})
EMPTY_SUBJECT_VERBS = frozenset({"be", "seem", "appear", "take", "become"})
NEAR = 2  # sentences back to which "they" and "it" can lead

Refers = tuple[str, ...]


def resolve(discourse: Discourse, token: Token) -> tuple[str, Refers] | None:
    """Return the rule that settles the pronoun and the actors that it means, None when none does."""
    word = token.lower_
    if word in PERSONAL:
        return _told("person-pronoun", person(discourse, token))
    if word in {"i", "my", "me"}:
        return _told("speaker-pronoun", speaker(discourse, token))
    if word in FIRST:
        return _told("side-pronoun", own_side(discourse, token))
    if word in THING:
        return _told("thing-pronoun", thing(discourse, token))
    if word in PLURAL:
        return _told("plural-pronoun", plural(discourse, token))
    return None


def _told(rule: str, refers: Refers) -> tuple[str, Refers] | None:
    return (rule, refers) if refers else None


def person(discourse: Discourse, token: Token) -> Refers:
    """ "He" and "her": the weightiest person spoken of, of that gender where it is told; of its own clause only a possessive."""
    gender = PERSONAL[token.lower_]
    ahead = fronted(discourse, token)
    if ahead and discourse.table.is_person(ahead[0]) and len(ahead) == 1:
        return ahead

    saying = speaker(discourse, token) if _in_quotes(token) and any(t.lower_ in {"i", "my", "we", "our"} for t in token.sent) else ()

    def fits(seen: Seen) -> bool:
        if len(seen.actors) != 1 or not discourse.table.is_person(seen.actors[0]) or seen.actors == saying:
            return False
        return discourse.gender.get(seen.actors[0], gender) == gender and not _is_argument_beside(discourse, token, seen)

    found = discourse.salient(fits, before=token.i)
    if found is None:
        return ()
    discourse.gender.setdefault(found.actors[0], gender)
    return found.actors


def _is_argument_beside(discourse: Discourse, token: Token, seen: Seen) -> bool:
    """Tell whether the person is another argument of the pronoun's own verb: "he" in "he told X" is not X."""
    if token.dep_ == "poss" or token.lower_.endswith("self"):
        return False
    verb, other = listed(token).head, discourse.report.doc[seen.token]
    mention = discourse.table.at(other)
    head = listed(discourse.report.doc[mention.head]) if mention else other
    return head.head == verb or (head.head.dep_ == "prep" and head.head.head == verb)


def fronted(discourse: Discourse, token: Token) -> Refers:
    """ "For his part, X said", "During their talks, A and B agreed": the subject to come."""
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or token.i >= subject.left_edge.i or token.dep_ != "poss":
        return ()
    phrase: Token = token
    while phrase.head != root and phrase.head != phrase:
        phrase = phrase.head
    if phrase.dep_ not in {"prep", "advcl"}:
        return ()
    return subjects(discourse, subject)


def subjects(discourse: Discourse, subject: Token) -> Refers:
    """Return the actors of a subject with its coordinated ones."""
    found: list[str] = []
    for token in [subject, *subject.conjuncts]:
        mention = discourse.table.at(token)
        if mention is not None and mention.head == token.i:
            found += [a for a in mention.refers if a not in found]
    return tuple(found)


def speaker(discourse: Discourse, token: Token) -> Refers:
    """Return the person who says the sentence: the subject of its main verb or of a reporting parenthesis, else the last one."""
    for verb in (token.sent.root, *(t for t in token.sent if t.dep_ in {"parataxis", "ccomp"} and t.pos_ == "VERB")):
        for child in verb.children:
            if child.dep_ == "nsubj":
                told = [a for a in subjects(discourse, child) if discourse.table.is_person(a)]
                if told:
                    return (told[0],)
    last = next(iter(discourse.named_persons()), None)
    return (last,) if last else ()


def own_side(discourse: Discourse, token: Token) -> Refers:
    """ "We", "our": the side of the speaker in a quotation, the first principal side in a publisher's own report."""
    if _in_quotes(token):
        told = speaker(discourse, token)
        return tuple(discourse.table.represented(told))
    return discourse.table.sides[:1]


def _in_quotes(token: Token) -> bool:
    """Tell whether a quotation is open at the token, within its paragraph."""
    before = token.doc[max(token.sent.start - 60, 0) : token.i].text.rpartition("\n")[2]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def thing(discourse: Discourse, token: Token) -> Refers:
    """ "It", "its": the jurisdiction or organisation that is the subject of its clause, or of the sentence before."""
    if token.dep_ == "expl" or _is_empty(token):
        return ()
    ahead = fronted(discourse, token)
    if len(ahead) == 1 and not discourse.table.is_person(ahead[0]):
        return ahead
    subject = governing_subject(token)
    if subject is not None and subject.i < token.i:
        return _alone(discourse, subjects(discourse, subject))
    if token.lower_ == "its":
        found = discourse.salient(lambda s: s.sentence == discourse.sentence and _is_thing(discourse, s), before=token.i)
        return found.actors if found else ()
    if _subject_before_is_other(discourse, token):
        return ()
    found = discourse.salient(lambda s: discourse.sentence - s.sentence <= 1 and s.weight >= 3 and _is_thing(discourse, s), before=token.i)
    return found.actors if found else ()


def _alone(discourse: Discourse, actors: Refers) -> Refers:
    return actors if len(actors) == 1 and not discourse.table.is_person(actors[0]) else ()


def _is_thing(discourse: Discourse, seen: Seen) -> bool:
    return len(seen.actors) == 1 and not discourse.table.is_person(seen.actors[0])


def _is_empty(token: Token) -> bool:
    """Tell whether "it" stands for nothing: "it is important to", "it was agreed that"."""
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if token.dep_ == "nsubjpass" and any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children):
        return True
    return verb.lemma_ in EMPTY_SUBJECT_VERBS and any(c.dep_ in {"acomp", "attr", "ccomp", "xcomp"} for c in verb.children)


def governing_subject(token: Token) -> Token | None:
    """Return the subject of the clause that governs the pronoun, climbing to the clauses above."""
    verb = token.head
    while verb.head != verb:
        for child in verb.children:
            if (
                child.dep_ in {"nsubj", "nsubjpass"}
                and child != token
                and child.i < token.i
                and child.lower_ not in {"that", "which", "who", "it"}
            ):
                return child
        verb = verb.head
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c != token and c.i < token.i), None)


def _subject_before_is_other(discourse: Discourse, token: Token) -> bool:
    """Tell whether the sentence before has a subject that is no actor: then "it" may mean that."""
    if not token.sent.start:
        return False
    before = token.doc[token.sent.start - 1].sent
    subject = next((c for c in before.root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and not subjects(discourse, subject)


def plural(discourse: Discourse, token: Token) -> Refers:
    """ "They", "their": the group that is subject of its clause, else the last group or list spoken of, else the sides."""
    if token.lower_ == "both" and not (
        token.dep_ in {"nsubj", "nsubjpass"} and token.i + 1 < len(token.doc) and token.nbor().pos_ in {"VERB", "AUX"}
    ):
        return ()
    ahead = fronted(discourse, token)
    if len(ahead) > 1:
        return ahead
    subject = governing_subject(token)
    if subject is not None and subject != token:
        together = subjects(discourse, subject)
        if len(together) > 1:
            return together
    for seen in reversed(discourse.groups):
        if discourse.sentence - seen.sentence <= NEAR and not _only_where(discourse, seen):
            return seen.actors
    if token.dep_ in {"nsubj", "nsubjpass"} and is_main(token.head) and len(discourse.table.sides) > 1:
        return discourse.table.sides
    return ()


def _only_where(discourse: Discourse, seen: Seen) -> bool:
    """Tell whether a list of places only says where something is ("agreements with towns in A, B and C"): no "they" takes it up."""
    mention = discourse.table.at(discourse.report.doc[seen.token])
    head = listed(discourse.report.doc[mention.head]) if mention is not None and mention.form == "name" else None
    return head is not None and head.dep_ == "pobj" and head.head.lower_ in {"in", "across", "throughout"}


def relative(discourse: Discourse, token: Token) -> Mention | None:
    """Return the mention that "who" takes up: the noun on which its clause hangs."""
    clause = token.head
    while clause.dep_ not in {"relcl", "ROOT"} and clause.head != clause:
        clause = clause.head
    return discourse.table.at(clause.head) if clause.dep_ == "relcl" else None
