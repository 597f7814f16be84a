"""English labels in other languages: the rules call function words and auxiliaries by their English forms, whatever the text's words."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from amity.vocabulary import Language as Spoken


def label(nlp: Language, language: Spoken) -> None:
    """Let function words have their English form as lower-case form, and auxiliaries as base form, in all that the pipeline parses."""
    for form, words in language.function_words.items():
        for written in (shape for word in words for shape in (word, word.capitalize(), word.upper())):
            nlp.vocab[written].lower = nlp.vocab.strings.add(form)
    forms = {word: form for form, words in language.base_forms.items() for word in words}
    nlp.add_pipe("amity_base_forms", last=True, config={"forms": forms})


@Language.factory("amity_base_forms")
def base_forms(nlp: Language, name: str, forms: dict[str, str]) -> Callable[[Doc], Doc]:
    """Make the component that gives auxiliaries their English base form; ``forms`` maps the language's own to it."""

    def relabel(doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = forms.get(token.lemma_, token.lemma_)
        return doc

    return relabel
