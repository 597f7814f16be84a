"""A place's name as a report writes it, and what is known of it so far."""

from dataclasses import dataclass

from amity.gazetteer import Place
from amity.model import ActorKind


@dataclass
class PlaceName:
    """A place's name at ``doc[core_start:core_end]``, with its level words at ``doc[start:end]``.

    ``kinds`` are those that the words beside it allow (none told: empty), ``country`` what a demonym tells.
    ``container`` is the place that the report says it lies in.
    """

    core_start: int
    core_end: int
    start: int
    end: int
    text: str
    places: tuple[Place, ...] = ()
    kinds: tuple[ActorKind, ...] = ()
    hint: ActorKind | None = None
    country: str | None = None
    container: "PlaceName | None" = None
    contained: bool = False
    place: Place | None = None
    kind: ActorKind | None = None
    chain: tuple[int, int] = (0, 0)
    in_title: bool = False
    located: bool = False
    actor: str | None = None

    @property
    def is_country(self) -> bool:
        """Tell whether the name is first of all a country's."""
        return bool(self.places) and self.places[0].level == "country"
