"""What the look of words tells: capitals, headlines, possessives, and the words of a name as the report writes it."""

from spacy.tokens import Doc, Span, Token

from amity.reading.sequences import once_per_doc, sentence_starts
from amity.vocabulary import load, per_language

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
HYPHENS = frozenset({"-", "–", "—", "‐", "‑"})
HEADLINE_SHARE = 0.75  # of a headline's longer words are capitalised; running text stays under a half
HEADLINE_WORDS = 3  # longer words that a line needs before its capitals tell anything
SHORT_WORD = 3  # letters: articles and prepositions stay in lower case in most headlines


@per_language
def words(subject: str, section: str, key: str = "words") -> frozenset[str]:
    """Return a word list of the vocabulary as a set."""
    return frozenset(load(subject)[section][key])


def capitalised(token: Token) -> bool:
    """Tell whether the token begins with a capital letter."""
    return token.text[:1].isupper()


def is_function_word(token: Token) -> bool:
    """Tell whether a capitalised token is only the first word of its sentence: "The", "In", "After"."""
    return token.pos_ in {"DET", "ADP", "SCONJ", "CCONJ", "PRON", "AUX", "PART"} and token.lower_ not in {"united"} and token.is_stop


def begins_sentence(token: Token) -> bool:
    """Tell whether the token is the first word of its sentence, quotes and brackets not counted."""
    first = sentence_starts(token.doc)[token.i]
    while first < token.i and not token.doc[first].is_alpha:
        first += 1
    return first == token.i


@once_per_doc
def headline_tokens(doc: Doc) -> frozenset[int]:
    """Return the indexes of the tokens in sentences whose words are all capitalised: there capitals tell nothing."""
    found: set[int] = set()
    for sentence in doc.sents:
        longer = [t for t in sentence if t.is_alpha and len(t.text) > SHORT_WORD]
        upper = sum(capitalised(t) for t in longer)
        if len(longer) >= HEADLINE_WORDS and upper >= HEADLINE_SHARE * len(longer) and not _ends_as_sentence(sentence):
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


def _ends_as_sentence(sentence: Span) -> bool:
    return sentence.text.rstrip().endswith((".", ".”", '."'))


def written(span: Span) -> str:
    """Return the span's text as a name: one space between words, no article before it."""
    text = " ".join(span.text.split())
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() == "the" else text
