"""Sets of parties compared: by their clusters, else by the place that they are or belong to, else by name."""

from collections.abc import Iterable, Mapping

from amity.matching.features import Party
from amity.matching.names import person_words, slip, spelled_alike
from amity.model.judgement import Member


class Actors:
    """Which parties are one, as far as the actors' clusters, places and names tell."""

    def __init__(self, cluster_of: Mapping[Member, str]) -> None:
        self._cluster_of = cluster_of

    def same(self, one: Party, other: Party) -> bool:
        """Return whether two parties are one actor."""
        ours, theirs = self._cluster_of.get(one.member), self._cluster_of.get(other.member)
        if ours is not None and theirs is not None:
            return ours == theirs
        if one.kind == "person" or other.kind == "person":
            return one.kind == other.kind and sorted(person_words(one.name)) == sorted(person_words(other.name))
        return one.kind == other.kind and (one.name, one.home) == (other.name, other.home)

    def kin(self, one: Party, other: Party) -> bool:
        """Return whether two parties stand for one place: the same actor, or organs and authorities of the same place."""
        return self.same(one, other) or ("person" not in (one.kind, other.kind) and one.home is not None and one.home == other.home)

    def pairs(self, ones: Iterable[Party], others: Iterable[Party], *, kin: bool = True) -> list[tuple[Party, Party]]:
        """Return the parties of both lists that are one, each used once, equal actors before kindred ones."""
        left, right, found = list(ones), list(others), []
        for alike in (self.same, self.kin) if kin else (self.same,):
            for one in list(left):
                match = next((other for other in right if alike(one, other)), None)
                if match is not None:
                    found.append((one, match))
                    left.remove(one)
                    right.remove(match)
        return found


def spoken_for(parties: Iterable[Party], people: Iterable[Party]) -> list[Party]:
    """Return the parties for which one of the people speaks."""
    homes = {person.home for person in people if person.home}
    return [party for party in parties if party.home in homes]


def seldom(parties: Iterable[Party]) -> bool:
    """Return whether none of the parties is a state: cities, provinces and organisations meet and sign seldom."""
    return all(party.kind not in ("state", "igo") for party in parties)


def near_names(one: Party, other: Party) -> bool:
    """Return whether two persons' names could be one name: spelled alike, a part of the other, or one letter apart."""
    ours, theirs = person_words(one.name), person_words(other.name)
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    if len(ours) != len(theirs):
        return False
    odd = [(a, b) for a, b in zip(ours, theirs, strict=True) if not spelled_alike(a, b)]
    return not odd or (len(odd) == 1 and slip(*odd[0]) and len(ours) > 1)
