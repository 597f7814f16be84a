"""Names that are common words too: "Park" after "Park Min-ho", where the grammar shows that a person is meant."""

from spacy.tokens import Token

from amity.reading.people.known_names import folded, word_set
from amity.reading.people.names import short_forms
from amity.reading.report import ActorTable, Report

SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})
VERBS = frozenset({"VERB", "AUX", "NOUN"})


def find_word_names(report: Report, table: ActorTable) -> None:
    """Add mentions of persons whose short name is a word that no name begins with, so that no stage before has read it."""
    known = {short_forms(a.name)[0]: a.id for a in table.actors.values() if a.kind == "person" and " " in a.name}
    plain = {word: person for word, person in known.items() if word in word_set("not_names")}
    for token in report.doc if plain else ():
        person = plain.get(folded(token.text))
        if person and token.text[0].isupper() and table.at(token) is None and _stands_alone(token):
            table.refer(report.doc[token.i : token.i + 1], "name", person)
            report.note("name-that-is-a-word", report.doc[token.i : token.i + 1], table.actors[person].name)


def _stands_alone(token: Token) -> bool:
    """Tell whether the word is a whole noun phrase that does something or has something done to it."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    if (after is not None and after.text[:1].isupper()) or (before is not None and before.pos_ in ("PROPN", "ADJ", "DET")):
        return False
    modified = any(child.dep_ in ("det", "amod", "compound", "nummod", "poss") for child in token.children)
    return token.dep_ in SUBJECTS and token.head.pos_ in VERBS and not modified
