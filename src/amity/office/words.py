"""Fixed words of briefs and reports in the languages of the office: English, Vietnamese, Chinese (gettext), and dates (Babel)."""

import gettext
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from amity.errors import UsageError
from amity.matching.days import span

Language = Literal["en", "vi", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALES: dict[str, str] = {"en": "en_GB", "vi": "vi", "zh": "zh_Hans"}
"""The locale of each language, whose dates and names of countries are used."""
DOMAIN = "amity"
SKELETONS = {4: "y", 7: "yMMM", 10: "yMMMd"}
"""How dates are shown, by the characters of what was told: a year, a month, a day."""

SPELT = {"mou": "memorandum of understanding", "igo": "intergovernmental organisation", "ngo": "non-governmental organisation"}
"""Values of vocabularies that people write otherwise."""


def term(words: str) -> str:
    """Return the words as they are: marks fixed words that are kept in a table and translated when they are shown."""
    return words


class Words:
    """The fixed words of one language; English is what stands in the code."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.locale = LOCALES[language]
        self._found: gettext.NullTranslations = gettext.NullTranslations()
        if language != "en":
            with files("amity.office").joinpath("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as file:
                self._found = gettext.GNUTranslations(file)

    def __call__(self, words: str) -> str:
        """Return fixed words in the language."""
        return self._found.gettext(words) if words else ""

    def many(self, one: str, several: str, number: int) -> str:
        """Return the words for so many of a thing, the number in place of ``{n}``."""
        return self._found.ngettext(one, several, number).format(n=self.number(number))

    def value(self, told: str) -> str:
        """Return a value of a vocabulary as words: ``friendly_city`` as "friendly city"."""
        return self(SPELT.get(told, told.replace("_", " ")))

    def number(self, number: int) -> str:
        """Return a whole number with the marks between thousands that the language has."""
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self.locale))

    def day(self, told: str | date | None) -> str:
        """Return a date as exact as it was told, "" for none; what is no date stays as it is."""
        from babel.dates import format_skeleton

        text = told.isoformat() if isinstance(told, date) else told or ""
        found = span(text)
        if found is None or len(text) not in SKELETONS:
            return text
        return str(format_skeleton(SKELETONS[len(text)], found[0], locale=self.locale))

    def weekdays(self) -> list[str]:
        """Return the short names of the days of a week, Monday first."""
        from babel import Locale

        names = Locale.parse(self.locale).days["stand-alone"]["abbreviated"]
        return [str(names[number]) for number in range(7)]

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 code, "" where the language has none."""
        from babel import Locale

        return str(Locale.parse(self.locale).territories.get(code, ""))


@lru_cache
def words(language: str) -> Words:
    """Return the fixed words of a language; raise UsageError for one that they are not translated into."""
    known = next((one for one in LANGUAGES if one == language), None)
    if known is None:
        raise UsageError(f"--language {language}: the fixed words are in {', '.join(LANGUAGES)}; names and quotes stay as they are")
    return Words(known)
