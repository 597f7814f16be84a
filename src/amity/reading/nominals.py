"""Noun phrases as things are named in reports: how far a name reaches around its head noun."""

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Span, Token

from amity.vocabulary import load

DASHES = {"-", "–", "—", "--"}
LONGEST_TAIL = 16
"""Tokens after the head: what follows further on tells of the thing but does not name it."""
HEADLINE = 0.7
"""Share of capitalised words from which a sentence is set like a headline, so that capitals name nothing."""
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)


@cache
def lexicon(entry: str) -> frozenset[str]:
    """Return one list of ``nominals.toml`` as a set of lower-case words."""
    return frozenset(word.casefold() for word in load("nominals")[entry])


def is_capital(token: Token) -> bool:
    """Tell whether the token is written with a capital."""
    return token.text[:1].isupper()


def is_headline(sentence: Span) -> bool:
    """Tell whether the sentence is set like a headline or in capitals."""
    words = [t for t in sentence if t.is_alpha and len(t) > 3]
    capitals = sum(is_capital(t) for t in words)
    return len(words) > 2 and capitals >= HEADLINE * len(words) and sentence.text.strip()[-1:] not in {".", "!", "?"}


def is_ordinal(token: Token) -> bool:
    """Tell whether the token is an ordinal number in words or figures."""
    return token.lower_ in lexicon("ordinals") or bool(ORDINAL.fullmatch(token.text))


def named(head: Token, over_of: bool = False) -> Span:
    """Return the name around a head noun: the words before it, without articles, ordinals and praise, up to the head.

    With ``over_of`` a name goes on over "of" between capitals ("Roads of Hope project").
    """
    first = head.i
    start = head.sent.start
    while first > start:
        step = _step(head, first, over_of)
        if step == first:
            break
        first = max(step, start)
    return _trim(head, first)


def _step(head: Token, first: int, over_of: bool) -> int:
    """Return where the name begins once the word before ``first`` is taken in; ``first`` itself where it is no part of the name."""
    doc, before = head.doc, head.doc[first - 1]
    if before.text == ")":
        return _parenthesis(head, first)
    if before.text in DASHES and first - 1 > head.sent.start:
        tight = not before.whitespace_ and not doc[first - 2].whitespace_
        return first - 1 if tight or (_is_name(doc[first - 2]) and is_capital(doc[first])) else first
    if before.tag_ == "POS" and first - 2 >= head.sent.start:
        return first - 2 if doc[first - 2].lemma_.lower() in lexicon("holders") else first
    if before.lower_ in {"and", "&"} and first - 2 >= head.sent.start:
        return first - 2 if _coordinated(head, doc[first - 2], doc[first]) else first
    if over_of and before.lower_ == "of" and first - 2 >= head.sent.start:
        return first - 2 if is_capital(doc[first - 2]) and is_capital(doc[first]) else first
    if before.like_num and doc[first].text in DASHES:
        return first - 1
    return first - 1 if _modifies(before, head) else first


def _is_name(token: Token) -> bool:
    return is_capital(token) or token.text == ")"


def _modifies(token: Token, head: Token) -> bool:
    if token.lower_ in lexicon("never"):
        return False
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.text == "/":
        return token.dep_ not in {"nsubj", "dobj", "npadvmod", "pobj"} or is_capital(token) or head in token.subtree
    if is_capital(token) and token.i > token.sent.start and token.pos_ in {"VERB", "X", "INTJ", "ADV"}:
        return True
    if token.tag_ in {"VBG", "VBN"} and token.dep_ in {"amod", "compound", "nmod"}:
        return True
    return token.is_ascii and token.text.isupper() and token.is_alpha and len(token) > 1


def _parenthesis(head: Token, first: int) -> int:
    """Take in a short aside in brackets that follows a name ("Huu Nghi (Vietnam)")."""
    for opening in range(first - 2, max(first - 6, head.sent.start), -1):
        if head.doc[opening].text == "(":
            return opening if is_capital(head.doc[opening - 1]) and is_capital(head.doc[opening + 1]) else first
    return first


def _coordinated(head: Token, left: Token, right: Token) -> bool:
    """Tell whether "left and right" both modify the head ("economic and trade commission", "Belt and Road Forum")."""
    if right == head or left.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return False
    return left in head.subtree and (left.head in {right, head} or right.head in {left, head})


def _trim(head: Token, first: int) -> Span:
    """Drop what stands before a name but is no part of it."""
    while first < head.i:
        token = head.doc[first]
        if not _is_outside(token):
            break
        first += 1
    return head.doc[first : head.i + 1]


def _is_outside(token: Token) -> bool:
    """Tell whether a word at the left edge is no part of the name."""
    if token.like_num:
        return token.nbor().text not in DASHES
    if token.lower_ in lexicon("before") and not _is_initial(token):
        return True
    return is_ordinal(token) or token.is_punct or token.text in DASHES or token.lower_ == "and"


def _is_initial(token: Token) -> bool:
    """Tell whether a word like an article is the capital syllable of a name ("A Luoi")."""
    return is_capital(token) and token.i > token.sent.start and token.lower_ in {"a", "an", "the"} and token.nbor().pos_ == "PROPN" and token.lower_ != "the"


def abbreviation(head: Token) -> Token | None:
    """Return the abbreviation in brackets after a name ("Committee (GBC)")."""
    after = head.doc[head.i + 1 : head.i + 4]
    if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and after[1].text[:1].isupper() and sum(c.isupper() for c in after[1].text) > 1:
        return after[1]
    return None


def tail(head: Token, prepositions: Iterable[str]) -> Span:
    """Return what follows the head and belongs to the name: the phrases begun by these prepositions, up to a comma or clause."""
    doc, allowed = head.doc, set(prepositions)
    start = head.i + (4 if abbreviation(head) else 1)
    if start >= head.sent.end or doc[start].lower_ not in allowed:
        return doc[head.i + 1 : head.i + 1]
    end = start + 1
    between = doc[start].lower_ in {"between", "linking", "connecting", "joining"}
    while end < min(head.sent.end, start + LONGEST_TAIL) and not _ends_tail(doc[end], allowed, between):
        between = (between or doc[end].lower_ == "between") and doc[end].lower_ != "and"
        end += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].pos_ in {"CCONJ", "ADP", "DET", "PART"}) and doc[end - 1].text != ")":
        end -= 1
    return doc[start : max(end, start)]


def _ends_tail(token: Token, allowed: set[str], between: bool) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if (token.lower_ == "and" and following.lower_ in lexicon("never") and not between) or (token.text == "(" and following.text.isupper()):
        return True
    if token.text == ",":
        return not (is_capital(following) and is_capital(token.nbor(-1))) and following.lower_ != "and"
    if token.lower_ == "and" and not between and is_capital(token.nbor(-1)) and not is_capital(following) and following.pos_ not in {"ADJ", "PROPN"}:
        return True
    if token.text in DASHES and token.whitespace_ and not is_capital(following):
        return True
    if token.tag_ == "PRP$" or token.lower_ == "here":
        return token.lower_ == "here"
    if token.pos_ in {"VERB", "AUX", "SCONJ", "PRON", "PUNCT"} and token.text not in DASHES | {"(", ")", "&"}:
        return not (token.tag_ == "VBG" and token.dep_ in {"amod", "compound", "pobj", "pcomp"}) and token.dep_ not in {"amod", "compound"} and not is_capital(token)
    if token.pos_ == "ADP":
        return token.lower_ not in allowed | {"of", "between", "and"}
    return token.is_space


def whole(head: Token, prepositions: Iterable[str]) -> Span:
    """Return the name with its tail."""
    start, after = named(head), tail(head, prepositions)
    return head.doc[start.start : after.end if len(after) else head.i + 1]


def content(span: Span) -> frozenset[str]:
    """Return the words that tell one thing from another, lower case and in the singular."""
    return frozenset(t.lemma_.casefold() for t in span if t.is_alpha and not t.is_stop and t.lower_ not in lexicon("before"))


def is_definite(head: Token) -> bool:
    """Tell whether the noun is introduced as known ("the", "this", "both")."""
    return any(t.lower_ in lexicon("definite") for t in head.lefts) or any(t.dep_ == "poss" for t in head.lefts)
