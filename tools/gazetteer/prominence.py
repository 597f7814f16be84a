"""How likely a name without context means a place: the order of places that share a name (0-255)."""

from math import log10

from tools.gazetteer.draft import Draft

COUNTRY = 150
"""Above every other place: "Georgia" without context is the country."""
ADMIN1 = 25
"""A first-level unit outweighs its own capital of the same name ("Lao Cai"), and cities of thirty times the persons there."""
ADMIN2 = -12
"""The town itself outweighs the district that is named after it."""
COUNTRY_CAPITAL = 30
"""A capital outweighs cities a thousand times its size: "Victoria" is not, but "Santiago" and "San José" are."""
ADMIN1_CAPITAL = 8
PERSONS = 10
"""Per tenfold number of persons."""
SITE = 35
"""Border gates are named in reports on borders, and hardly anything else bears their names."""


def prominence(draft: Draft) -> int:
    """Return a place's prominence from its level, its persons and its being a capital."""
    persons = PERSONS * log10(max(draft.population, draft.members, 1))
    base = {"country": COUNTRY, "admin1": ADMIN1, "admin2": ADMIN2, "crossing": SITE, "site": SITE}.get(draft.level, 0)
    seat = {"country": COUNTRY_CAPITAL, "admin1": ADMIN1_CAPITAL, None: 0}[draft.capital_of]
    return max(0, min(255, round(base + persons + seat + draft.lift)))
