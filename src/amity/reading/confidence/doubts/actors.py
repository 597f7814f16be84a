"""Doubts about people, other actors, and posts."""

from amity.model import Actor, Post
from amity.model.actors import JURISDICTIONS
from amity.reading.confidence.scene import Doubt, Scene, length, quoted

OPENING = 400
"""Characters within which a report usually names whom it is about."""
LONG = 45
"""Words from which a sentence is long."""
CROWD = 12
"""Actors from which a report tells of many."""


def no_post(scene: Scene, one: Actor) -> bool:
    """The person holds no post in the report."""
    return not scene.posts[one.id]


def lone(scene: Scene, one: Actor) -> bool:
    """The stage that found it was not sure: a name without title, an organ whose country is only implied."""
    return one.confidence != "high"


def one_word(scene: Scene, one: Actor) -> bool:
    """The name is a single word."""
    return len(one.name.split()) == 1


def without_part(scene: Scene, one: Actor) -> bool:
    """It takes no part in any fact."""
    return not scene.parts[one.id]


def hardly_a_part(scene: Scene, one: Actor) -> bool:
    """It takes part in one way at most."""
    return scene.parts[one.id] <= 1


def small_part(scene: Scene, one: Actor) -> bool:
    """It takes part in two ways at most."""
    return scene.parts[one.id] <= 2


def late(scene: Scene, one: Actor) -> bool:
    """It is first named after the opening of the report."""
    return not one.mentions or one.mentions[0][0] >= OPENING


def one_form(scene: Scene, one: Actor) -> bool:
    """The report calls it by one name only."""
    return not one.aliases


def rarely_mentioned(scene: Scene, one: Actor) -> bool:
    """It is mentioned twice at most."""
    return len(one.mentions) <= 2


def no_act(scene: Scene, one: Actor) -> bool:
    """No sentence makes it an actor: it is nobody's subject, agent or partner, and nobody acts for it."""
    return not any(fired.rule.startswith("part-") for start, end in one.mentions for fired in scene.fired(start, end))


def no_side(scene: Scene, one: Actor) -> bool:
    """It is none of the report's principal sides."""
    return one.id not in scene.sides


def unrepresented(scene: Scene, one: Actor) -> bool:
    """Nobody in the report holds a post there or acts for it."""
    return one.id not in scene.represented


def in_a_crowd(scene: Scene, one: Actor) -> bool:
    """The report names many actors."""
    return len(scene.reading.actors) > CROWD


def no_title(scene: Scene, one: Post) -> bool:
    """Only the organisation is told, and no title."""
    return not one.title


def nowhere(scene: Scene, one: Post) -> bool:
    """It is not told where the post is."""
    return one.of is None


def further_post(scene: Scene, one: Post) -> bool:
    """The person has a higher post."""
    return scene.posts[one.person][0] is not one


def several_posts(scene: Scene, one: Post) -> bool:
    """The person has more than one post."""
    return len(scene.posts[one.person]) > 1


def elsewhere(scene: Scene, one: Post) -> bool:
    """The sentence of the post does not name where it is."""
    return one.of is not None and not scene.forms(one.of, one.evidence[0])


def implied(scene: Scene, one: Post) -> bool:
    """The rules that settled where the post is were not sure."""
    return one.confidence != "high"


def at_an_organ(scene: Scene, one: Post) -> bool:
    """The post is at a party or an organ, and not at a jurisdiction."""
    return one.of is not None and scene.actors[one.of].kind not in JURISDICTIONS


def not_at_a_side(scene: Scene, one: Post) -> bool:
    """The post is not at one of the report's principal sides."""
    return one.of not in scene.sides


def after_the_name(scene: Scene, one: Post) -> bool:
    """The title follows the name."""
    return any(fired.rule == "name-before-title" and fired.detail == one.title for fired in scene.fired_in(one.evidence))


def long_title(scene: Scene, one: Post) -> bool:
    """The title is longer than three words, and may hold where the post is."""
    return one.title is not None and len(one.title.split()) > 3


def long_sentence(scene: Scene, one: Post) -> bool:
    """The sentence is long."""
    return length(one.evidence[0]) > LONG


def in_quotation(scene: Scene, one: Post) -> bool:
    """Quotation marks stand in the sentence."""
    return quoted(one.evidence[0])


def told_late(scene: Scene, one: Post) -> bool:
    """The post is told after the first fifth of the report."""
    return scene.begins(one.evidence[0]) >= 0.2


PEOPLE: tuple[Doubt[Actor], ...] = (no_post, lone, one_word, without_part, late, one_form, rarely_mentioned, no_act)
ACTORS: tuple[Doubt[Actor], ...] = (
    without_part, hardly_a_part, small_part, one_form, no_side, no_act, lone, in_a_crowd, unrepresented,
)  # fmt: skip
POSTS: tuple[Doubt[Post], ...] = (
    nowhere, no_title, further_post, several_posts, elsewhere, implied, at_an_organ, not_at_a_side, after_the_name, long_title,
    long_sentence, in_quotation, told_late,
)  # fmt: skip
