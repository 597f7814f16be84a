"""All event cues of a report, in the order in which they are gathered."""

from amity.reading.events.cue import Cue
from amity.reading.events.nouns import noun_cues
from amity.reading.events.verbs import deciding_cues, opening_cues, signing_cues, staying_cues, verb_cues, visiting_cues
from amity.reading.instruments.drafts import Draft
from amity.reading.report import Report


def find_cues(report: Report, drafts: list[Draft]) -> list[Cue]:
    """Return the cues of the report in the order of its text, headings and captions last; an act of signing is told once."""
    signings = signing_cues(report, drafts)
    taken = {c.word.i for c in signings}
    finders = (noun_cues, verb_cues, visiting_cues, staying_cues, deciding_cues, opening_cues)
    others = [cue for find in finders for cue in find(report)]
    others = [c for c in others if c.word.i not in taken and not (c.type == "signing" and c.verb.i in taken)]
    return sorted([*signings, *others], key=lambda c: (c.title, c.word.i))
