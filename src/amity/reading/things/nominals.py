"""Noun phrases as things are named in reports: how far a name reaches around its head noun."""

import re
from collections.abc import Iterable

from spacy.tokens import Span, Token

from amity.reading.orthography import capitalised
from amity.reading.sequences import sentence_starts, token_texts
from amity.reading.things.wordlists import WordLists

LISTS = WordLists("nominals")
DASHES = {"-", "–", "—", "--"}
LONGEST_TAIL = 16
"""Tokens after the head: what follows further on tells of the thing but does not name it."""
HEADLINE = 0.7
"""Share of capitalised words from which a sentence is set like a headline, so that capitals name nothing."""
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
TWO_ENDED = {"between", "linking", "connecting", "joining"}


def capitals(tokens: Iterable[Token]) -> int:
    """Return how many of the tokens are words written with a capital."""
    return sum(capitalised(token) and token.is_alpha for token in tokens)


def is_headline(sentence: Span) -> bool:
    """Tell whether the sentence is set like a headline or in capitals."""
    words = [t for t in sentence if t.is_alpha and len(t) > 3]
    return len(words) > 2 and capitals(words) >= HEADLINE * len(words) and sentence.text.strip()[-1:] not in {".", "!", "?"}


def is_ordinal(token: Token) -> bool:
    """Tell whether the token is an ordinal number in words or figures."""
    return token.lower_ in LISTS.words("ordinals") or bool(ORDINAL.fullmatch(token.text))


def is_pair(core: Span) -> bool:
    """Tell whether the name joins two places by a dash ("the Turkana–Karamoja council")."""
    doc, inner = core.doc, range(core.start + 1, core.end - 1)
    return any(doc[i].text in DASHES and capitalised(doc[i - 1]) and capitalised(doc[i + 1]) for i in inner)


def is_definite(head: Token) -> bool:
    """Tell whether the noun is introduced as known ("the", "this", "their")."""
    return LISTS.any("definite", list(head.lefts)) or any(t.dep_ == "poss" for t in head.lefts)


def named(head: Token, over_of: bool = False) -> Span:
    """Return the name around a head noun: the words before it, without articles, ordinals and praise, up to the head.

    With ``over_of`` a name goes on over "of" between capitals ("Roads of Hope project").
    """
    first, start = head.i, sentence_starts(head.doc)[head.i]
    while first > start:
        step = max(_step(head, first, over_of), start)
        if step == first:
            break
        first = step
    while first < head.i and _is_outside(head.doc[first]):
        first += 1
    return head.doc[first : head.i + 1]


def _step(head: Token, first: int, over_of: bool) -> int:
    """Return where the name begins once the word before ``first`` is taken in; ``first`` itself where it is no part of the name."""
    doc, before = head.doc, head.doc[first - 1]
    if before.text == ")":
        return _parenthesis(head, first)
    if first - 2 >= sentence_starts(doc)[head.i] and (joins := _joins(head, first, over_of)) is not None:
        return first - 2 if joins and before.text not in DASHES else first - 1 if joins else first
    if before.like_num:
        return first - 1 if doc[first].text in DASHES else first
    return first - 1 if _modifies(before, head) else first


def _joins(head: Token, first: int, over_of: bool) -> bool | None:
    """Tell whether the small word before ``first`` joins the name to what stands before it; None for other words."""
    left, joint, right = head.doc[first - 2], head.doc[first - 1], head.doc[first]
    if joint.text in DASHES:
        tight = not joint.whitespace_ and not left.whitespace_
        return tight or ((capitalised(left) or left.text == ")") and capitalised(right))
    if joint.tag_ == "POS":
        return LISTS.has("holders", left)
    if joint.lower_ in {"and", "&"}:
        return _coordinated(head, left, right)
    if over_of and joint.lower_ == "of":
        return capitalised(left) and capitalised(right)
    return None


def _modifies(token: Token, head: Token) -> bool:
    if token.lower_ in LISTS.words("never"):
        return _is_initial(token)
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.text == "/":
        return token.dep_ not in {"nsubj", "dobj", "npadvmod", "pobj"} or capitalised(token) or head in token.subtree
    if capitalised(token) and token.i > token.sent.start and token.pos_ in {"VERB", "X", "INTJ", "ADV"}:
        return True
    if token.tag_ in {"VBG", "VBN"} and token.dep_ in {"amod", "compound", "nmod"}:
        return True
    return token.is_ascii and token.text.isupper() and token.is_alpha and len(token) > 1


def _parenthesis(head: Token, first: int) -> int:
    """Take in a short aside in brackets that follows a name ("Huu Nghi (Vietnam)")."""
    for opening in range(first - 2, max(first - 6, head.sent.start), -1):
        if head.doc[opening].text == "(":
            return opening if capitalised(head.doc[opening - 1]) and capitalised(head.doc[opening + 1]) else first
    return first


def _coordinated(head: Token, left: Token, right: Token) -> bool:
    """Tell whether "left and right" both modify the head ("economic and trade commission", "Belt and Road Forum")."""
    if right == head or left.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return False
    return left in head.subtree and (left.head in {right, head} or right.head in {left, head})


def _is_outside(token: Token) -> bool:
    """Tell whether a word at the left edge is no part of the name."""
    if token.is_alpha and token.nbor().text in DASHES and not token.whitespace_:
        return False
    if token.like_num:
        return token.nbor().text not in DASHES
    if token.lower_ in LISTS.words("before"):
        return not _is_initial(token)
    return is_ordinal(token) or token.is_punct or token.text in DASHES or token.lower_ == "and"


def _is_initial(token: Token) -> bool:
    """Tell whether what looks like an article is the first syllable of a name ("A Luoi")."""
    return token.text == "A" and token.i > token.sent.start and token.nbor().pos_ == "PROPN"


def abbreviation(last: Token) -> Token | None:
    """Return the abbreviation in brackets after the last word of a name ("Committee (GBC)")."""
    texts, at = token_texts(last.doc), last.i + 1
    if at + 2 >= len(texts) or texts[at] != "(" or texts[at + 2] != ")":
        return None
    inside = last.doc[at + 1]
    return inside if capitalised(inside) and sum(c.isupper() for c in inside.text) > 1 else None


def tail(head: Token, prepositions: Iterable[str]) -> Span:
    """Return what follows the head and belongs to the name: the phrases begun by these prepositions, up to a comma or clause."""
    doc, allowed = head.doc, set(prepositions)
    start = head.i + (4 if abbreviation(head) else 1)
    if start >= head.sent.end or doc[start].lower_ not in allowed:
        return doc[head.i + 1 : head.i + 1]
    end, two_ended = start + 1, doc[start].lower_ in TWO_ENDED
    while end < min(head.sent.end, start + LONGEST_TAIL) and not _ends_tail(doc[end], allowed, two_ended):
        two_ended = (two_ended or doc[end].lower_ in TWO_ENDED) and doc[end].lower_ != "and"
        end += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].pos_ in {"CCONJ", "ADP", "DET", "PART"}) and doc[end - 1].text != ")":
        end -= 1
    return doc[start:end]


def _ends_tail(token: Token, allowed: set[str], two_ended: bool) -> bool:
    """Tell whether the name has ended before the token; after "between" the first "and" belongs to it."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.lower_ == "and":
        return not two_ended and _begins_another(token, following)
    if token.text == "(":
        return following.text.isupper()
    if token.text == ",":
        return not (capitalised(following) and capitalised(token.nbor(-1))) and following.lower_ != "and"
    if token.text in DASHES:
        return bool(token.whitespace_) and not capitalised(following)
    if token.pos_ == "ADP":
        return token.lower_ not in allowed | {"of", "between"} or following.lower_ in LISTS.words("grounds")
    return _is_clause_word(token)


def _begins_another(conjunction: Token, following: Token) -> bool:
    """Tell whether "and" goes on to something new ("and the meeting of …") rather than to one more of the same."""
    if following.lower_ in LISTS.words("never") or following.lower_ == "other":
        return True
    return capitalised(conjunction.nbor(-1)) and not capitalised(following) and following.pos_ not in {"ADJ", "PROPN"}


def _is_clause_word(token: Token) -> bool:
    if token.is_space or token.lower_ in LISTS.words("here"):
        return True
    if token.tag_ == "PRP$" or token.text in {")", "&"} or capitalised(token) or token.dep_ in {"amod", "compound"}:
        return False
    if token.tag_ == "VBG" and token.dep_ in {"pobj", "pcomp"}:
        return False
    return token.pos_ in {"VERB", "AUX", "SCONJ", "PRON", "PUNCT"}


def with_tail(core: Span, prepositions: Iterable[str]) -> Span:
    """Return the name together with its tail."""
    after = tail(core[-1], prepositions)
    return core.doc[core.start : after.end] if len(after) else core


def content(span: Span) -> frozenset[str]:
    """Return the words that tell one thing from another, lower case and in the singular."""
    return frozenset(t.lemma_.casefold() for t in span if t.is_alpha and not t.is_stop and t.lower_ not in LISTS.words("before"))
