"""Doubts about mechanisms, projects and indicators."""

from amity.model import Indicator, Mechanism, Project
from amity.reading.confidence.scene import Doubt, Scene


def unsure(scene: Scene, one: Mechanism | Project | Indicator) -> bool:
    """The rule that found it was not sure."""
    return one.confidence != "high"


def no_members(scene: Scene, one: Mechanism) -> bool:
    """Its members are not told."""
    return not one.members


def members_elsewhere(scene: Scene, one: Mechanism) -> bool:
    """The sentence does not mention its members."""
    return not one.members or not scene.stands(one.members, one.evidence[0])


def no_frequency(scene: Scene, one: Mechanism) -> bool:
    """It is not told how often it meets."""
    return one.frequency is None


def alone(scene: Scene, one: Mechanism) -> bool:
    """No statement, event or instrument stands on its sentence."""
    place, reading = one.evidence[0], scene.reading
    return not any(e == place for facts in (reading.statements, reading.events, reading.instruments) for f in facts for e in f.evidence)


def by_looks(scene: Scene, one: Mechanism) -> bool:
    """It was taken for one by the looks of its name."""
    return any(fired.rule == "mechanism-titled" for fired in scene.fired_in(one.evidence))


def short_name(scene: Scene, one: Project) -> bool:
    """Its name has two words at most."""
    return len(one.name.split()) <= 2


def told_early(scene: Scene, one: Project) -> bool:
    """It is told in the first two fifths of the report, where reports tell their event."""
    return scene.begins(one.evidence[0]) < 0.4


def no_status(scene: Scene, one: Project) -> bool:
    """It is not told how far it is."""
    return one.status == "unknown"


def planned(scene: Scene, one: Project) -> bool:
    """It is only planned."""
    return one.status == "planned"


def capital(scene: Scene, one: Project) -> bool:
    """It is written as a name, which other things are too."""
    return one.name[:1].isupper()


def no_place(scene: Scene, one: Project) -> bool:
    """Its sentence does not name where it lies."""
    return not one.places or not scene.stands(one.places, one.evidence[0])


MECHANISMS: tuple[Doubt[Mechanism], ...] = (unsure, no_members, members_elsewhere, no_frequency, alone, by_looks)
PROJECTS: tuple[Doubt[Project], ...] = (unsure, short_name, told_early, no_status, planned, capital, no_place)
INDICATORS: tuple[Doubt[Indicator], ...] = (unsure,)
