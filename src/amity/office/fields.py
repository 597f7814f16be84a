"""What can be entered: the fields of each kind of record, in the words of domain.md."""

from typing import Literal, NamedTuple, TypeAlias, get_args

from amity.model.acts import FORCES, EventStatus, EventType, InstrumentStatus, InstrumentType, Mode, ProjectStatus, Specificity
from amity.model.register import TieKind, TieStage

RecordKind = Literal["instrument", "event", "statement", "post", "tie", "mechanism", "project", "indicator"]
KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
Shape: TypeAlias = Literal["party", "parties", "person", "people", "text", "word", "date", "force", "number", "flag", "sectors"]
"""What a value may be: ``text`` any words, ``word`` one of a vocabulary, ``people`` names with whom they act for: "Le Hoa (Hue)"."""


class Field(NamedTuple):
    """A field of a kind of record: its name, the shape of its value, what a ``word`` may be, whether it must be told, and what it means."""

    name: str
    shape: Shape
    help: str
    allowed: tuple[str, ...] = ()
    needed: bool = False

    @property
    def several(self) -> bool:
        """Whether it may hold several values."""
        return self.shape in ("parties", "people", "sectors")


AS_OF = Field("as_of", "date", "The day for which this is known; else the day of entering.")
SECTORS = Field("sector", "sectors", "A sector, such as trade or border; repeat for several.")
PARTIES = Field("party", "parties", "A party: name or public id; repeat for each.", needed=True)

FIELDS: dict[RecordKind, tuple[Field, ...]] = {
    "instrument": (
        PARTIES,
        Field("type", "word", "What it is.", get_args(InstrumentType), needed=True),
        Field("title", "text", "Its title."),
        Field("status", "word", "Where it stands; else signed where a signing day is told.", get_args(InstrumentStatus)),
        Field("signed_on", "date", "When it was signed."),
        Field("from", "date", "When its period begins."),
        Field("to", "date", "When its period ends."),
        SECTORS,
        AS_OF,
    ),
    "event": (
        PARTIES,
        Field("type", "word", "What it is.", get_args(EventType), needed=True),
        Field("from", "date", "Its day, or the first of them.", needed=True),
        Field("to", "date", "The last day."),
        Field("place", "text", "Where it is."),
        Field("status", "word", "Else held, or planned where it is yet to come.", get_args(EventStatus)),
        Field("mode", "word", "How people meet.", get_args(Mode)),
        Field("host", "party", "The party that receives."),
        Field("visitor", "party", "The party that comes."),
        Field("person", "people", 'Who takes part, and for whom: "Le Hoa (Hue)"; repeat for several.'),
        AS_OF,
    ),
    "statement": (
        Field("by_party", "parties", "The party that would act (in a hope or request: that asks); repeat for several.", needed=True),
        Field("to_party", "parties", "The party that it is said to; repeat for several."),
        Field("speaker", "person", "The person who says it."),
        Field("force", "force", f"How strong, 0 to 6 or a word: {', '.join(FORCES)}.", needed=True),
        Field("action", "text", "What is to be done, in few words.", needed=True),
        Field("specificity", "word", "Else action, or measurable where the action has a number.", get_args(Specificity)),
        Field("debtor", "parties", "Who would act, in a request; repeat for several."),
        Field("due", "date", "When it is due."),
        Field("joint", "flag", "All sides say it together."),
        Field("conditional", "flag", "It holds under a condition."),
        SECTORS,
        Field("said_on", "date", "When it was said; else the report's day, or the day of entering."),
    ),
    "post": (
        Field("person", "person", "The person.", needed=True),
        Field("title", "text", "The post.", needed=True),
        Field("of", "party", "Where: a place or organisation.", needed=True),
        AS_OF,
    ),
    "tie": (
        PARTIES,
        Field("type", "word", "Which kind of tie.", get_args(TieKind), needed=True),
        Field("stage", "word", "How far it is.", get_args(TieStage), needed=True),
        Field("since", "date", "When this stage began."),
        AS_OF,
    ),
    "mechanism": (
        Field("name", "text", "Its name.", needed=True),
        PARTIES,
        Field("frequency", "text", "How often it meets: yearly, twice a year."),
        AS_OF,
    ),
    "project": (
        Field("name", "text", "Its name.", needed=True),
        Field("party", "parties", "A place or party of it; repeat for each.", needed=True),
        Field("status", "word", "How far it is.", get_args(ProjectStatus)),
        Field("amount", "text", "What it costs: US$5 million."),
        AS_OF,
    ),
    "indicator": (
        Field("subject", "party", "Whose figure it is.", needed=True),
        Field("measure", "text", "What is counted: friendly cities.", needed=True),
        Field("value", "number", "The figure.", needed=True),
        Field("unit", "text", "Its unit."),
        AS_OF,
    ),
}  # fmt: skip
"""The fields of each kind of record, in the order in which they are written out."""
