"""Specificity: how nameable a doing is, from "all possible support" to a number and a date (vocabulary: specificity.toml).

A verb of growing ("strengthen") or a light one ("give", "support") has no content of its own: its object decides.
Any other verb is a doing unless its object is one that leaves it empty ("implement agreements").
"""

import re

from spacy.tokens import Span, Token

from amity.model.acts import Specificity
from amity.reading.report import Report
from amity.reading.sectors import entry_pattern, essence, named_sectors
from amity.reading.statements.actions import brought
from amity.reading.statements.clauses import Clauses, has_to, is_listed_verb, is_verb, passive, verb_form
from amity.reading.statements.measured import measured
from amity.vocabulary import load, per_language

DEEPEST = 4
"""Verbs of manner, one below the other, that are followed at most."""


def specificity(report: Report, clauses: Clauses, action: Span, head: Token) -> Specificity:
    """Return how specific the action is: ``none``, ``sector``, ``action`` or ``measurable``."""
    verb = _told(clauses, head, action)
    doing = not _vague(action) and (_doing(clauses, verb, action) or _assembles(clauses, head) or _by_means(action))
    if measured(report, action, verb, doing):
        return "measurable"
    if doing:
        return "action"
    return "sector" if _fields(essence(action.text)) else "none"


def _vague(action: Span) -> bool:
    """Tell whether the words are those of a formula that names nothing to do ("build a community with a shared future")."""
    return bool(_phrases("formulas").search(essence(action.text)))


def _told(clauses: Clauses, head: Token, action: Span) -> Token:
    """Return the word that tells what is done, behind verbs of manner ("continue working to open", "be able to open")."""
    verb = brought(clauses, head)
    for _ in range(DEEPEST):
        inner = _inner(clauses, verb, action)
        if inner is None:
            break
        verb = brought(clauses, inner)
    return verb


def _inner(clauses: Clauses, word: Token, action: Span) -> Token | None:
    """Return the verb that the word only leads on to, inside the action."""
    lemma = word.lemma_.lower()
    if not is_verb(word):
        if lemma in _words("sides"):
            return next((v for v in action if v.i > word.i and is_verb(v) and (has_to(v) or _describes(v))), None)
        return _of_noun(clauses, word, action) if lemma in _words("leading_nouns") else None
    if lemma in _words("searching"):
        ways = [c for c in clauses.children(word) if c.dep_ == "dobj" and c.lemma_.lower() in _words("leading_nouns")]
        return _of_noun(clauses, ways[0], action) if ways else None
    if lemma not in _words("leading"):
        return None
    verbs = [v for v in _below(clauses, word, action) if v.dep_ in ("xcomp", "ccomp", "pcomp")]
    return next((v for v in verbs if lemma in _words("assuring") or has_to(v) or verb_form(v) in ("gerund", "bare")), None)


def _of_noun(clauses: Clauses, noun: Token, action: Span) -> Token | None:
    """Return the verb that a noun brings: "the need to open", "the possibility of opening"."""
    return next((v for v in _below(clauses, noun, action) if has_to(v) or v.dep_ == "pcomp"), None)


def _below(clauses: Clauses, word: Token, action: Span) -> list[Token]:
    """Return the verbs below the word inside the action: its own, those of its adjective and those after its preposition."""
    below = [c for c in clauses.children(word) if c.i > word.i]
    through = [c for c in below if c.dep_ == "acomp" or (c.dep_ == "prep" and c.lower_ in ("of", "for", "in"))]
    below += [c for one in through for c in clauses.children(one)]
    return [c for c in below if is_verb(c) and c.i < action.end]


def _describes(verb: Token) -> bool:
    return verb.dep_ == "acl" and verb_form(verb) == "gerund"


def _doing(clauses: Clauses, verb: Token, action: Span) -> bool:
    """Tell whether the action is a nameable doing with an object."""
    lemma = verb.lemma_.lower()
    if not is_verb(verb) and not is_listed_verb(verb):
        return _noun_of_doing(verb, action)
    objects = _objects(clauses, verb, action)
    if lemma in _words("always"):
        return not objects or any(_kept(noun) for noun in objects)
    if lemma in _words("growth"):
        return any(_thing(noun, action) or (lemma == "develop" and noun.lemma_.lower() in _words("works")) for noun in objects)
    if lemma in _words("light"):
        return any(_thing(noun, action) or _plain(noun) or _aid(noun, verb) or _made(noun, verb) for noun in _behind_idiom(objects))
    return not objects or any(_aid(noun, verb) or _specific(noun, verb) for noun in objects)


def _noun_of_doing(noun: Token, action: Span) -> bool:
    """Tell whether a noun names a doing: "the exchange of teachers", "the development of a port", but not "cooperation in energy"."""
    if _thing(noun, action) or _passes(noun, "passed_on"):
        return True
    if noun.lemma_.lower() in _words("transfers") and any(one.lemma_.lower() not in _words("abstract") for one in _of(noun, action)):
        return True
    return not _empty(noun) and not any(noun.lemma_.lower() in _words(name) for name in ("things", "processes", "sides", "people"))


def _kept(noun: Token) -> bool:
    """Tell whether a doing keeps its content with the noun: not "share a vision", but "open training opportunities"."""
    lemma = noun.lemma_.lower()
    return lemma not in _words("abstract") or _titled(noun) or (lemma not in _words("relations") and _fielded(noun))


def _objects(clauses: Clauses, verb: Token, action: Span) -> list[Token]:
    """Return the verb's objects inside the action: direct, passive subject, or after its preposition."""
    below = clauses.children(verb)
    found = [c for c in below if c.dep_ in ("dobj", "attr", "oprd", "acomp") or (c.dep_ == "nsubjpass" and passive(verb))]
    if verb.lemma_ in ("provide", "supply", "equip"):
        found = [noun for c in below if c.lower_ == "with" for noun in c.children if noun.dep_ == "pobj"] or found
    if not found:
        found = [noun for c in below if c.dep_ == "prep" and c.i - verb.i <= 3 for noun in c.children if noun.dep_ in ("pobj", "pcomp")]
    listed = [noun for one in found for noun in (one, *one.conjuncts)]
    return [noun for noun in listed if action.start <= noun.i < action.end]


def _behind_idiom(objects: list[Token]) -> list[Token]:
    """Return the objects, for an idiom's noun what it is about: "take part in the fair" is about the fair."""
    found = []
    for noun in objects:
        idiom = noun.lemma_.lower() in _words("idioms")
        found += [o for c in noun.children if c.dep_ == "prep" for o in c.children] if idiom else [noun]
        found += [o for c in noun.head.children if idiom and c.dep_ == "prep" and c.i > noun.i for o in c.children]
    return found


def _thing(noun: Token, action: Span) -> bool:
    """Tell whether the noun is a doing or a thing that one can point at ("the upgrade of the gate", "information exchange")."""
    lemma = noun.lemma_.lower()
    beside = {c.lemma_.lower() for c in noun.children if c.dep_ in ("compound", "amod", "nmod")}
    if lemma in _words("passing"):
        return _passes(noun, "passed")
    if lemma == "training":
        return any(c.lower_ in ("of", "for") for c in noun.children)
    if lemma in _words("events"):
        return noun.tag_ == "NNS" or any(c.dep_ in ("det", "poss", "nummod") or c.tag_ == "JJ" for c in noun.children)
    if beside & {"pilot", "model", "flagship"} or (lemma in ("city", "province", "town") and beside & _words("twins")):
        return True
    if lemma in _words("processes"):
        return _process(noun, action)
    return lemma in _words("things") and not _empty_text(noun)


def _process(noun: Token, action: Span) -> bool:
    """Tell whether what the process works on is a thing: "the building of a hospital", but not "the building of trust"."""
    worked_on, doing = _of(noun, action), noun.lemma_.lower() in _words("things")
    if doing and not worked_on:
        return True
    return any(_thing(one, action) or (doing and not _empty(one) and one.lemma_.lower() not in _words("things")) for one in worked_on)


def _of(noun: Token, action: Span) -> list[Token]:
    objects = [o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj" and o.i < action.end]
    return [one for noun in objects for one in (noun, *noun.conjuncts)]


def _passes(noun: Token, what: str) -> bool:
    """Tell whether what is exchanged or shared is named: "information exchange", "the sharing of data"."""
    if noun.lemma_.lower() not in _words("passing"):
        return False
    beside = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod")]
    after = [o for c in noun.children if c.lower_ == "of" for one in c.children for o in (one, *one.conjuncts)]
    return any(c.lemma_.lower() in _words(what) for c in (*beside, *after))


def _plain(noun: Token) -> bool:
    """Tell whether the object of a light verb is a thing of its own, and no general or abstract noun."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or _empty(noun) or lemma in _words("sides"):
        return False
    return lemma not in _words("processes") and noun.ent_type_ not in ("GPE", "NORP")


def _made(noun: Token, verb: Token) -> bool:
    """Tell whether a standing thing is made: "create a channel", but not "create conditions"."""
    if verb.lemma_ not in ("build", "create") or noun.lemma_.lower() not in _words("made"):
        return False
    return any(c.lower_ in ("a", "an", "new", "joint") for c in noun.children)


def _empty(noun: Token) -> bool:
    """Tell whether the noun leaves an action without content of its own."""
    return noun.lemma_.lower() in _words("contentless") or noun.lemma_.lower() in _words("abstract")


def _aid(noun: Token, verb: Token) -> bool:
    """Tell whether help of a named kind is given: "provide technical assistance", but not "give all possible support"."""
    if verb.lemma_.lower() not in _words("giving") or noun.lemma_.lower() not in _words("aid"):
        return False
    return any(c.dep_ in ("amod", "compound") and c.lower_ not in _words("vague") for c in noun.children)


def _specific(noun: Token, verb: Token) -> bool:
    """Tell whether the object gives a doing content: not "cooperation", but "vaccine cooperation" with a verb of doing."""
    lemma, done = noun.lemma_.lower(), verb.lemma_.lower()
    if done in _words("carrying_out") and (_empty_text(noun) or _vague_work(noun)):
        return False
    if done in _words("carrying_out") and lemma in ("project", "programme", "program", *_words("texts")):
        return True
    if noun.pos_ == "PROPN" or not _empty(noun):
        return True
    if done in ("explore", "study") and (lemma in _words("abstract") or lemma == "project"):
        return False
    return lemma not in _words("unfounded") if done in _words("founding") else done in _words("concrete") and _fielded(noun)


def _fielded(noun: Token) -> bool:
    """Tell whether a field stands right before the noun: "vaccine cooperation"."""
    return bool(_fields(noun.doc[noun.left_edge.i : noun.i].text))


def _empty_text(noun: Token) -> bool:
    """Tell whether the noun stands for texts that are not named: "implement the agreements reached by the leaders"."""
    if noun.lemma_.lower() not in _words("texts"):
        return False
    beside = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.i > noun.sent.start]
    named = _titled(noun) or any(t.like_num for t in beside)
    dealt = any(c.dep_ in ("acl", "amod", "relcl") and c.lemma_ in ("sign", "ink", "conclude") for c in noun.children)
    return not named and not dealt and (noun.tag_ == "NNS" or noun.lemma_.lower() == "consensus")


def _titled(noun: Token) -> bool:
    """Tell whether a name other than that of a place or nation stands before the noun: "the Silver Triangle consensus"."""
    beside = noun.doc[noun.left_edge.i : noun.i]
    return any(t.pos_ == "PROPN" and t.ent_type_ not in ("GPE", "NORP") and t.dep_ in ("compound", "nmod", "amod") for t in beside)


def _vague_work(noun: Token) -> bool:
    """Tell whether the noun stands for works that are not named: "carry out joint projects"."""
    return noun.lemma_.lower() in ("project", "programme", "program", "activity", "suggestion") and noun.tag_ == "NNS"


def _assembles(clauses: Clauses, head: Token) -> bool:
    """Tell whether persons are to meet: "meet the minister again to continue their talks"."""
    if head.lemma_.lower() not in ("meet", "gather", "convene"):
        return False
    met = [c for c in clauses.children(head) if c.dep_ == "dobj"]
    return any(one.lemma_.lower() not in _words("contentless") and one.lemma_.lower() not in _words("abstract") for one in met)


def _by_means(action: Span) -> bool:
    """Tell whether the action names a doing as its means: "by organising fairs", "through the sharing of data"."""
    return any(_means(token, action) for token in action)


def _means(token: Token, action: Span) -> bool:
    if token.lemma_.lower() in _words("means") and token.dep_ == "pcomp":
        return token.head.lower_ in ("by", "through", "via", "of")
    if token.dep_ != "pobj" or token.head.lower_ not in ("through", "via", "by", "including") or token.head.head.tag_ == "VBN":
        return False
    listed = [noun for noun in (token, *token.conjuncts) if noun.i < action.end and noun.lemma_.lower() not in _words("events")]
    return any(_thing(noun, action) for noun in listed) or any(
        noun.lemma_.lower() in _words("means_nouns") for noun in (token, *token.conjuncts)
    )


def _fields(text: str) -> list[str]:
    """Return the sectors that the words name, general phrases aside."""
    return named_sectors(_phrases("fieldless").sub(" ", text))


@per_language
def _phrases(name: str) -> re.Pattern[str]:
    return entry_pattern(load("specificity")[name])


@per_language
def _words(name: str) -> frozenset[str]:
    return frozenset(load("specificity")[name])
