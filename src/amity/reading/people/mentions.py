"""Where other actors' names and persons' names were run together: each gets its own words."""

from spacy.tokens import Token

from amity.reading.orthography import POSSESSIVE
from amity.reading.people.known_names import family_first_language, folded, is_given, is_known, word_set
from amity.reading.people.names import Name, is_initial, is_name_word
from amity.reading.people.posts import head_at, title_words
from amity.reading.report import ActorTable, Mention, Report

LOCATING = frozenset(("of", "in", "at", "from", "to", "near", "between", "for"))
LONGEST = 4  # words of a person's name at the end of an organisation's
ORGANISATIONS = frozenset(("body", "party", "igo", "company", "ngo"))


def free_names(report: Report, table: ActorTable) -> None:
    """Cut personal names off the ends of organisations' names, and titles off places': "Vice" is a place, but not in "Vice Premier"."""
    table.mentions[:] = [m for m in table.mentions if not _is_title(report, m)]
    for mention in list(table.mentions):
        if mention.form == "name" and len(mention.refers) == 1 and table.actors[mention.refers[0]].kind in ORGANISATIONS:
            end = _name_start(report, mention)
            if end is not None:
                _cut(report, table, mention, end)


def _is_title(report: Report, mention: Mention) -> bool:
    """Tell whether a mention of one word is a title's modifier or field before its head: "Vice Premier", "Federal Minister"."""
    word, end = folded(report.doc[mention.start].text), mention.end
    belongs = word in title_words("modifiers") or word in title_words("fields")
    return end - mention.start == 1 and belongs and head_at(report.doc, end, len(report.doc)) is not None


def _name_start(report: Report, mention: Mention) -> int | None:
    """Return the token at which a personal name begins after the organisation's last noun, None where none does."""
    doc = report.doc
    for start in range(max(mention.start + 1, mention.end - LONGEST), mention.end - 1):
        is_after_noun = folded(doc[start - 1].text) in word_set("not_after")
        if not is_after_noun or not all(is_name_word(doc, i, i + 1) for i in range(start, mention.end)):
            continue
        text = doc[start : mention.end].text
        if family_first_language(text) or (is_given(doc[start].text) and is_known(doc[mention.end - 1].text)):
            return start
    return None


def _cut(report: Report, table: ActorTable, mention: Mention, end: int) -> None:
    """Let the mention end before the token, and its actor be called by the shorter name where it had the longer one."""
    old, new = report.doc[mention.start : mention.end].text, report.doc[mention.start : end].text
    table.mentions[table.mentions.index(mention)] = mention._replace(end=end, head=min(mention.head, end - 1))
    actor = table.actors[mention.refers[0]]
    actor.name = actor.name.replace(old, new) if old in actor.name else actor.name.removesuffix(report.doc[end : mention.end].text).strip()
    actor.aliases = list(dict.fromkeys(a.replace(old, new) for a in actor.aliases))
    report.note("name-cut-off", report.doc[end : mention.end], new)


def shares_name(table: ActorTable, token: Token) -> bool:
    """Tell whether the one word of a place's name is rather part of a person's: "Sofia" in "Sofia Marin said"."""
    mention = table.at(token)
    if mention is None or mention.form != "name" or mention.end - mention.start > 1:
        return False
    if any(table.actors[i].kind not in ("province", "municipality", "district") for i in mention.refers):
        return False
    doc, before = token.doc, token.nbor(-1) if token.i else None
    if before is not None and (before.lower_ in LOCATING or before.text in POSSESSIVE):
        return False
    return any(_is_name_beside(table, doc[i], token) for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc))


def _is_name_beside(table: ActorTable, word: Token, place: Token) -> bool:
    """Tell whether the word is another one of a name with the place's: capitalised, nobody else's, and one of both known."""
    touching = word.whitespace_ == " " if word.i < place.i else place.whitespace_ == " "
    if not touching or table.at(word) is not None or not is_name_word(word.doc, word.i, word.i + 1) or is_initial(word.text):
        return False
    given, rest = (word, place) if word.i < place.i else (place, word)
    return head_at(word.doc, word.i, len(word.doc)) is None and (is_given(given.text) or (is_known(given.text) and is_known(rest.text)))


def clear(table: ActorTable, name: Name, kept: set[str | None]) -> None:
    """Take away other actors' mentions inside a person's name, and the actors (but ``kept``) that nothing else mentions."""
    inside = [m for m in table.within(name.start, name.end) if m.form != "post" and not all(table.is_person(i) for i in m.refers)]
    for mention in inside:
        table.mentions.remove(mention)
    mentioned = {i for m in table.mentions for i in m.refers} | {p.of for p in table.posts} | set(table.belongs_to.values())
    for actor in {i for m in inside for i in m.refers} - mentioned - kept - set(table.titled):
        del table.actors[actor]
