"""An audit on a terminal: one fact a question, with a way back; what was answered counts also when one leaves early."""

from collections.abc import Callable

from amity.office.audit.answering import ANSWERS, Answered
from amity.office.audit.sampling import Drawn, Sample

QUESTION = "right, wrong or unsure (r/w/u, with a note behind; b back, q stop)? "


def answered(sample: Sample, *, show: Callable[[str], None], ask: Callable[[str], str]) -> list[Answered]:
    """Ask about each fact of a sample and return the answers; ``ask`` gets the question, and may raise EOFError or KeyboardInterrupt."""
    given: list[Answered] = []
    while len(given) < len(sample.facts):
        show(_shown(sample, len(given)))
        try:
            word, _, note = ask(QUESTION).strip().partition(" ")
        except (EOFError, KeyboardInterrupt):
            break
        if word in ("q", "quit"):
            break
        if word in ("b", "back"):
            given = given[:-1]
        elif (answer := ANSWERS.get(word.casefold())) is not None:
            given.append(Answered(fact=sample.facts[len(given)].fact, answer=answer, note=note.strip()))
        else:
            show(f"{word!r} is no answer; type r, w or u")
    return given


def _shown(sample: Sample, at: int) -> str:
    one: Drawn = sample.facts[at]
    source = ", ".join(part for part in (one.publisher, one.day, one.path) if part)
    return f"\n{at + 1} of {len(sample.facts)}  {one.fact}\n“{one.sentence}”\n  {source}\nread as: {one.read_as}"
