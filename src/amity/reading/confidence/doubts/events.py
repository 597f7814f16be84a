"""Doubts about events."""

from spacy.tokens import Token

from amity.model import Event
from amity.reading.confidence.scene import Doubt, Scene, depth

MANY = 4
"""Events from which a report tells of many, past ones among them."""
DEEP = 3


def no_date(scene: Scene, one: Event) -> bool:
    """It has no date."""
    return one.date is None


def coarse_date(scene: Scene, one: Event) -> bool:
    """Its date is no more than a year."""
    return one.date is not None and one.date.precision == "year"


def date_elsewhere(scene: Scene, one: Event) -> bool:
    """Its date does not stand in its own sentences."""
    date = one.date
    if date is None:
        return False
    return not any(f.detail == f"{date.start}/{date.end}" and f.rule.startswith("date-") for f in scene.fired_in(one.evidence))


def many_events(scene: Scene, one: Event) -> bool:
    """The report tells many events."""
    return len(scene.reading.events) >= MANY


def not_first(scene: Scene, one: Event) -> bool:
    """It is not the first event of the report."""
    return scene.reading.events[0] is not one


def twin(scene: Scene, one: Event) -> bool:
    """Another event of the report has the same type and sides."""
    return any(e is not one and e.type == one.type and set(e.sides) == set(one.sides) for e in scene.reading.events)


def mixed(scene: Scene, one: Event) -> bool:
    """Its sides are of different kinds, as a state and a city."""
    return scene.mixed(one.sides)


def not_held(scene: Scene, one: Event) -> bool:
    """It is planned, put off or cancelled."""
    return one.status != "held"


def one_side(scene: Scene, one: Event) -> bool:
    """It has one side, or none."""
    return len(one.sides) < 2


def not_by_name(scene: Scene, one: Event) -> bool:
    """The first sentence that tells it does not name its sides."""
    return not one.sides or not scene.named(one.sides, one.evidence[0])


def told_once(scene: Scene, one: Event) -> bool:
    """One word tells it, and no other takes it up."""
    return len(scene.cues(one)) <= 1


def by_a_noun(scene: Scene, one: Event) -> bool:
    """A noun tells it, and no verb."""
    word = _word(scene, one)
    return word is None or word.pos_ != "VERB"


def deep(scene: Scene, one: Event) -> bool:
    """The word that tells it lies deep in its sentence."""
    word = _word(scene, one)
    return word is not None and depth(word) >= DEEP


def told_late(scene: Scene, one: Event) -> bool:
    """It is told after the first fifth of the report."""
    return scene.begins(one.evidence[0]) >= 0.2


def background(scene: Scene, one: Event) -> bool:
    """The stage that found it was not sure: no date, or no news."""
    return one.confidence != "high"


def weak_post(scene: Scene, one: Event) -> bool:
    """For whom somebody acts there was settled for want of anything better."""
    return any(scene.weakly_posted(part.actor) for part in one.participants)


def weak_actor(scene: Scene, one: Event) -> bool:
    """Somebody who takes part is a doubtful name."""
    return scene.unsure(part.actor for part in one.participants)


def _word(scene: Scene, one: Event) -> Token | None:
    """Return the first word that tells the event."""
    cues = scene.cues(one)
    return scene.word(cues[0]) if cues else None


EVENTS: tuple[Doubt[Event], ...] = (
    no_date, coarse_date, date_elsewhere, many_events, not_first, twin, mixed, not_held, one_side, not_by_name, told_once, by_a_noun, deep,
    told_late, background, weak_post, weak_actor,
)  # fmt: skip
