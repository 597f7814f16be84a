"""Holders of one post in a list: "Presidents A of X and B of Y", "the mayors of X and Y, A and B", "A and B, mayors of X and Y"."""

from collections.abc import Iterator
from dataclasses import replace

from amity.reading.people.names import Name
from amity.reading.people.scenes import Holding, Scene, place_after
from amity.reading.people.titles import Title
from amity.reading.report import Mention


def holders_in_list(scene: Scene, title: Title) -> Iterator[Holding]:
    """Yield the holders of a title in the plural: "Presidents Ana Ruiz of Peru and Tom Day of Fiji", "mayors Ana and Tom"."""
    owners, at = _owners_in_list(scene, title)
    before = _names_before(scene, title)
    holders = _names_from(scene, at) or [(n, None) for n in before if len(before) > 1]
    for i, (name, own) in enumerate(holders):
        listed = owners[i] if len(owners) == len(holders) > 1 else owners[0] if len(owners) == 1 else None
        yield Holding(name, replace(title, of=own or listed), "holders-in-list")


def _owners_in_list(scene: Scene, title: Title) -> tuple[list[Mention], int]:
    """Return what the posts are of ("mayors of Vinh and Hue") and the token after the list."""
    if title.of is None:
        return [], title.end
    doc, at, owners = scene.sentence.doc, title.end, [title.of]
    while at + 1 < scene.sentence.end and doc[at].lower_ in (",", "and") and (mention := scene.mention_at(at + 1)):
        if doc[at].text != "," or not _is_larger(scene, mention, owners[-1]):
            owners.append(mention)
        at = mention.end
    return owners, at


def _is_larger(scene: Scene, mention: Mention, place: Mention) -> bool:
    """Tell whether the place named after a comma only says where the one before lies: "Austin, Texas"."""
    kinds = ["district", "municipality", "province", "state"]
    one, other = (scene.table.actors[m.refers[0]].kind for m in (mention, place))
    return one in kinds and other in kinds and kinds.index(one) > kinds.index(other)


def _names_from(scene: Scene, at: int) -> list[tuple[Name, Mention | None]]:
    """Return the names of the list that begins at the token, each with the place told after it."""
    doc = scene.sentence.doc
    names: list[tuple[Name, Mention | None]] = []
    if at < scene.sentence.end and doc[at].text in (",", ":"):
        at += 1
    while name := scene.starting(at):
        own, at = place_after(scene, name)
        names.append((name, own))
        while at < scene.sentence.end and doc[at].lower_ in (",", "and", "&"):
            at += 1
    return names


def _names_before(scene: Scene, title: Title) -> list[Name]:
    """Return the names of the list that ends before the title: "Ana Ruiz and Tom Day, mayors of"."""
    doc, at = scene.sentence.doc, title.start
    while at > scene.sentence.start and doc[at - 1].lower_ in ("the", ",", "("):
        at -= 1
    names: list[Name] = []
    while at < title.start and (name := scene.ending(at)):
        names.insert(0, name)
        at = name.begins
        while at > scene.sentence.start and doc[at - 1].lower_ in (",", "and"):
            at -= 1
    return names
