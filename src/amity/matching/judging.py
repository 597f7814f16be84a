"""Judgements find their facts by evidence, and become links between the nodes that are clustered."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from amity.matching.ties import Sign
from amity.matching.tiesentences import tie_signs
from amity.model.judgement import Judgement, Member, Pointer, in_force
from amity.model.reading import Reading
from amity.model.register import Link
from amity.model.text import Evidence

TIES = "ties"
"""The layer of what a reading says about ties, for judgements: its facts are signs, counted from 0 in the order of ``tie_signs``."""
STATING = ("confirm", "correct", "reject")
"""Kinds of judgements that say of a fact whether it is right; the last one holds."""
MOST_APART = 0.5
"""Of the pointed span, the part that the fact's evidence must cover: newer readers cut sentences differently."""


def facts(reading: Reading, layer: str) -> list[tuple[str, list[Evidence], str]]:
    """Return local id, evidence and hint of every fact of a layer; an actor's evidence are its mentions."""
    if layer == "actors":
        spans = {one.id: [Evidence(a, b, reading.text[a:b]) for a, b in one.mentions] for one in reading.actors}
        return [(one.id, spans[one.id], one.name) for one in reading.actors]
    if layer == "statements":
        return [(one.id, one.evidence, one.action) for one in reading.statements]
    if layer == "events":
        return [(one.id, one.evidence, one.type) for one in reading.events]
    if layer == "instruments":
        return [(one.id, one.evidence, one.type) for one in reading.instruments]
    if layer == "mechanisms":
        return [(one.id, one.evidence, one.name) for one in reading.mechanisms]
    if layer == "indicators":
        return [(str(at), one.evidence, one.measure) for at, one in enumerate(reading.indicators)]
    if layer == TIES:
        return [(str(at), _told(reading, one), _tied(one)) for at, one in enumerate(tie_signs(reading))]
    return [(one.id, one.evidence, one.name) for one in reading.projects] if layer == "projects" else []


def _told(reading: Reading, sign: Sign) -> list[Evidence]:
    """Return where a reading's text says what a sign is made of."""
    start = reading.text.find(sign.quote) if sign.quote else -1
    return [Evidence(start, start + len(sign.quote), sign.quote)] if start >= 0 else []


def _tied(sign: Sign) -> str:
    """Return the kind of tie and its two ends, as their places where these are known: names may be read otherwise one day."""
    return " ".join([sign.kind, *sorted(end.home or end.name for end in (sign.one, sign.other))])


def point(reading: Reading, member: Member) -> Pointer:
    """Return the pointer to a fact of a reading; raise KeyError for one that it has not."""
    for local, evidence, hint in facts(reading, member.layer):
        if local == member.local:
            first = evidence[0] if evidence else Evidence(0, 0, "")
            pointer = Pointer(member.document, member.layer, first.start, first.end, first.quote, hint)
            return replace(pointer, nth=_rivals(pointer, reading).index(member.local))
    raise KeyError(member)


def attach(pointer: Pointer, reading: Reading) -> Member | None:
    """Return the fact that a pointer means in this reading of its document; None if nothing covers its span (then it goes to review).

    Of several facts that cover the span the one with the same hint is meant, then the one that covers most, then the ``nth``. A sentence
    that tells of several pairs is evidence of each: what it says of a tie must have the same hint.
    """
    rivals = _rivals(pointer, reading)
    return Member(pointer.document, pointer.layer, rivals[min(pointer.nth, len(rivals) - 1)]) if rivals else None


def _rivals(pointer: Pointer, reading: Reading) -> list[str]:
    """Return the facts that a pointer may mean and that its hint does not tell apart, in the order of the reading."""
    ranked = []
    for local, evidence, hint in facts(reading, pointer.layer):
        covered = max((_shared(span, pointer) for span in evidence), default=0.0 if pointer.quote else 1.0)
        if covered >= MOST_APART and (pointer.layer != TIES or hint == pointer.hint):
            ranked.append((hint == pointer.hint, covered, local))
    best = max((one[:2] for one in ranked), default=None)
    return sorted((local for *rank, local in ranked if tuple(rank) == best), key=_number)


def _number(local: str) -> tuple[int, str]:
    return (int("".join(letter for letter in local if letter.isdigit()) or 0), local)


def _shared(span: Evidence, pointer: Pointer) -> float:
    """Return the part of the shorter of both spans that they share; a span moved but with the same words counts whole."""
    if span.quote == pointer.quote and pointer.quote:
        return 1.0 if span.start == pointer.start else 0.9
    meet = min(span.end, pointer.end) - max(span.start, pointer.start)
    return max(0, meet) / max(1, min(span.end - span.start, pointer.end - pointer.start))


def links(
    judgements: Iterable[Judgement], readings: Mapping[str, Reading], node_of: Callable[[Member], str]
) -> tuple[list[Link], list[int]]:
    """Return the links of the judgements in force, and the numbers of those whose facts are not found."""
    found: list[Link] = []
    lost: list[int] = []
    for one in in_force(judgements):
        if one.kind not in ("merge", "split"):
            continue
        subjects, others = (_nodes(pointers, readings, node_of) for pointers in (one.subjects, one.others))
        if None in subjects or None in others:
            lost.append(one.number)
        ours, theirs = [node for node in subjects if node], [node for node in others if node]
        if one.kind == "merge":
            found += [Link(ours[0], node, together=True, number=one.number, why=one.note) for node in ours[1:]]
        else:
            found += [Link(a, b, together=False, number=one.number, why=one.note) for a in ours for b in theirs if a != b]
    return found, lost


def _nodes(pointers: Iterable[Pointer], readings: Mapping[str, Reading], node_of: Callable[[Member], str]) -> list[str | None]:
    members = [attach(pointer, readings[pointer.document]) if pointer.document in readings else None for pointer in pointers]
    return [None if member is None else node_of(member) for member in members]


def judged(judgements: Iterable[Judgement], readings: Mapping[str, Reading]) -> set[Member]:
    """Return the facts that some merge or split in force is about; each is a node of its own."""
    pointers = [pointer for one in in_force(judgements) if one.kind in ("merge", "split") for pointer in (*one.subjects, *one.others)]
    found = (attach(pointer, readings[pointer.document]) for pointer in pointers if pointer.document in readings)
    return {member for member in found if member is not None}


def rejected(judgements: Iterable[Judgement], readings: Mapping[str, Reading]) -> set[Member]:
    """Return the facts of which the last judgement in force says that they are wrong: nothing follows from them."""
    last: dict[Member, str] = {}
    for one in in_force(judgements):
        if one.kind in STATING:
            found = (attach(pointer, readings[pointer.document]) for pointer in one.subjects if pointer.document in readings)
            last |= {member: one.kind for member in found if member is not None}
    return {member for member, kind in last.items() if kind == "reject"}
