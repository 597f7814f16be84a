"""Jurisdictions: which places a report names, where they lie, of which kind they are."""

from amity.reading.places.jurisdictions import find_places, state_of
from amity.reading.places.name import PlaceName

__all__ = ["PlaceName", "find_places", "state_of"]
