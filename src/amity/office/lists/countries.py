"""Countries as lists of several languages name them (CLDR, by Babel)."""

from functools import cache

from amity.gazetteer import open_gazetteer
from amity.gazetteer.folding import fold

LANGUAGES = ("en", "vi", "zh", "zh_Hant", "fr", "es", "ru", "ja", "ko", "th", "lo", "km", "id")
"""Languages of the lists that offices keep, and of their partners."""


def country_name(told: str) -> str | None:
    """Return the map's name of a country that is written in any of the languages; None for what is no country."""
    gazetteer = open_gazetteer()
    place = gazetteer.resolve(told, level="country")
    if place is not None and place.level == "country":
        return place.name
    code = _codes().get(fold(told)) or (told.strip().upper() if len(told.strip()) == 2 else None)
    try:
        return gazetteer.country(code).name if code else None
    except KeyError:
        return None


@cache
def _codes() -> dict[str, str]:
    """Return the codes of countries (ISO 3166-1 alpha-2) by their names."""
    from babel import Locale

    named = ((code, name) for language in LANGUAGES for code, name in Locale.parse(language).territories.items())
    return {fold(name): code for code, name in named if len(code) == 2 and code.isalpha()}
