"""The gazetteer: where on earth a name is, and which of several places with that name is meant."""

from amity.gazetteer.demonyms import country_words, demonym, place_demonym
from amity.gazetteer.folding import fold
from amity.gazetteer.gazetteer import Gazetteer, open_gazetteer
from amity.gazetteer.model import Match, Place

__all__ = ["Gazetteer", "Match", "Place", "country_words", "demonym", "fold", "open_gazetteer", "place_demonym"]
