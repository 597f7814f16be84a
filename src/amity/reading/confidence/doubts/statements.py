"""Doubts about statements, and further ones about those that are commitments."""

from spacy.tokens import Token

from amity.model import Statement
from amity.reading.confidence.scene import Doubt, Scene, depth, length, quoted

ASK, WILLING, AGREED = 2, 3, 5
CROWD = 8
"""Actors from which a sentence may mean others than it seems to."""
SHORT, LONG = 13, 32
"""Words up to which a sentence is short, and from which it is long."""
DEEP = 3
"""Governing words above the cue from which the parse of a sentence is often wrong."""
PLAIN = frozenset({"modal", "speech-verb", "impersonal", "exhortation", "predicate"})
"""Rules that read a clause of its own; the others read nouns and the contents of texts."""


def nobody(scene: Scene, one: Statement) -> bool:
    """It is not told who would act."""
    return not one.by


def mixed(scene: Scene, one: Statement) -> bool:
    """Those who would act are of different kinds, as a state and a city."""
    return scene.mixed(one.by)


def no_side(scene: Scene, one: Statement) -> bool:
    """None of those who would act is a principal side of the report."""
    return bool(one.by) and not scene.sides & set(one.by)


def not_here(scene: Scene, one: Statement) -> bool:
    """The sentence does not mention who would act."""
    return not scene.stands(one.by, one.evidence[0])


def not_by_name(scene: Scene, one: Statement) -> bool:
    """The sentence does not name who would act: a pronoun, a post, or the sentences before it tell."""
    return not one.by or not scene.named(one.by, one.evidence[0])


def to_nobody(scene: Scene, one: Statement) -> bool:
    """It is not told to whom it is said."""
    return not one.to


def to_several(scene: Scene, one: Statement) -> bool:
    """It is said to more than one party."""
    return len(one.to) > 1


def unsure(scene: Scene, one: Statement) -> bool:
    """The rules that found who would act were not sure."""
    return one.confidence != "high"


def no_ask(scene: Scene, one: Statement) -> bool:
    """It is neither hope nor request, of which the cues are the plainest."""
    return one.force > ASK


def willing(scene: Scene, one: Statement) -> bool:
    """It is willingness, which stands between an ask and a promise."""
    return one.force == WILLING


def agreed(scene: Scene, one: Statement) -> bool:
    """It is agreed by several, of whom one may be missing."""
    return one.force == AGREED


def passive(scene: Scene, one: Statement) -> bool:
    """The clause is passive: who acts is the subject of nothing."""
    cue = _cue(scene, one)
    return cue is not None and any(child.dep_ == "auxpass" for verb in (cue, cue.head) for child in verb.children)


def in_a_crowd(scene: Scene, one: Statement) -> bool:
    """The report names many actors."""
    return len(scene.reading.actors) > CROWD


def others_here(scene: Scene, one: Statement) -> bool:
    """The sentence mentions two or more others who could act."""
    return _others(scene, one) > 1


def one_other_here(scene: Scene, one: Statement) -> bool:
    """The sentence mentions another who could act."""
    return _others(scene, one) > 0


def deep(scene: Scene, one: Statement) -> bool:
    """The cue lies deep in its sentence."""
    cue = _cue(scene, one)
    return cue is not None and depth(cue) >= DEEP


def in_a_noun(scene: Scene, one: Statement) -> bool:
    """A noun or the content of a text tells it, and no clause of its own."""
    return _rule(scene, one) not in PLAIN


def no_modal(scene: Scene, one: Statement) -> bool:
    """It is not said by a plain "will"."""
    return _rule(scene, one) != "modal"


def would(scene: Scene, one: Statement) -> bool:
    """It is said by "would", which may be what is told of a promise or a mere outlook."""
    return (one.cue or "").lower() == "would"


def cue_inside(scene: Scene, one: Statement) -> bool:
    """The cue does not stand before the action."""
    fired = scene.told_by(one)
    return fired is None or fired.start >= _begins(scene, one)


def short(scene: Scene, one: Statement) -> bool:
    """The sentence is short, often a fragment."""
    return length(one.evidence[0]) <= SHORT


def long(scene: Scene, one: Statement) -> bool:
    """The sentence is long."""
    return length(one.evidence[0]) > LONG


def in_quotation(scene: Scene, one: Statement) -> bool:
    """Quotation marks stand in the sentence."""
    return quoted(one.evidence[0])


def weak_post(scene: Scene, one: Statement) -> bool:
    """For whom the speaker speaks was settled for want of anything better."""
    return scene.weakly_posted(one.speaker)


def weak_actor(scene: Scene, one: Statement) -> bool:
    """Who speaks or would act is itself a doubtful name."""
    return scene.unsure([*one.by, one.speaker] if one.speaker else one.by)


def narrated(scene: Scene, one: Statement) -> bool:
    """The narrator says by a plain "will" what somebody not named in the sentence would do."""
    return _rule(scene, one) == "modal" and one.speaker is None and not_by_name(scene, one)


def further(scene: Scene, one: Statement) -> bool:
    """Another statement of the same sentence stands before it."""
    return next(s for s in scene.reading.statements if s.evidence[0] == one.evidence[0]) is not one


def several_sectors(scene: Scene, one: Statement) -> bool:
    """It touches several sectors, as words without an action of their own do."""
    return len(one.sectors) > 1


def _others(scene: Scene, one: Statement) -> int:
    here = (a.id for a in scene.reading.actors if a.kind != "person" and a.id not in one.by and scene.forms(a.id, one.evidence[0]))
    return sum(1 for _ in here)


def _rule(scene: Scene, one: Statement) -> str:
    fired = scene.told_by(one)
    return fired.rule if fired is not None else ""


def _cue(scene: Scene, one: Statement) -> Token | None:
    fired = scene.told_by(one)
    return scene.word(fired) if fired is not None else None


def _begins(scene: Scene, one: Statement) -> int:
    return scene.report.text.find(one.action, one.evidence[0].start)


STATEMENTS: tuple[Doubt[Statement], ...] = (
    nobody, mixed, no_side, not_by_name, to_nobody, to_several, unsure, no_ask, willing, passive, in_a_crowd, others_here, deep,
    in_a_noun, would, cue_inside, short, in_quotation, weak_post, weak_actor, narrated,
)  # fmt: skip
COMMITMENTS: tuple[Doubt[Statement], ...] = (
    nobody, mixed, not_here, not_by_name, to_nobody, unsure, agreed, passive, in_a_crowd, one_other_here, others_here, deep, in_a_noun,
    no_modal, would, cue_inside, short, long, weak_post, weak_actor, further, several_sectors,
)  # fmt: skip
