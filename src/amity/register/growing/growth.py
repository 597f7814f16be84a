"""The steps of growing in their order."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from amity.model.judgement import Judgement
from amity.model.reading import Reading
from amity.register.growing import asks, copying, disagreeing, doubting, naming, promises, stages, texts, tying
from amity.register.growing.intake import take_in, take_out
from amity.register.growing.judging import Judging
from amity.register.growing.order import ACTORS, INSTRUMENTS
from amity.register.growing.state import State
from amity.register.hubs import Hubs
from amity.register.tables import members
from amity.register.working import figures
from amity.register.writing import Writer

_SAID = select(members.c.thing, members.c.fact).where(members.c.layer == "statements")


class Growth:
    """Grows the register within one transaction, as often as asked; ``finish`` names the things and writes their rows."""

    def __init__(self, connection: Connection, entry: int, entries: Mapping[int, int] | None = None) -> None:
        """Begin for an entry of the log, or for the ``entries`` that each brought one document (by number)."""
        self.state = State(connection)
        self.entry = entry
        self.entries = entries or {}
        self.gone: dict[str, int] = {}
        self.added: list[int] = []
        self.entered = False

    def note(self, judgements: Sequence[Judgement]) -> None:
        """Note which documents judgements point at, before these are taken in."""
        Judging(self.state, {}, judgements)

    def grow(
        self, *, out: Mapping[int, Reading] | None = None, into: Mapping[int, Reading] | None = None, new: Sequence[Judgement] = ()
    ) -> None:
        """Take readings of documents (by number) out and in, and let judgements take effect that the log has already."""
        out, into, state = out or {}, into or {}, self.state
        self.added += into
        self.entered = self.entered or any(reading.document.entry for reading in into.values())
        state.begin()
        for number, reading in out.items():
            self.gone |= naming.lost(state, number)
            disagreeing.drop_document(state, number)
            take_out(state, number, reading)
            copying.drop_sketch(state, number)
        judging = Judging(state, {**dict.fromkeys(out), **into}, new)
        take_in(state, into, judging.own)
        copying.add_sketches(state, into)
        judging.renode(skip=into)
        judging.settle()
        naming.settle(state, into, out.keys() - into.keys())
        stages.run(state)
        self._follow(into)

    def _follow(self, into: Mapping[int, Reading]) -> None:
        """Derive what follows for all that was touched."""
        state = self.state
        stages.join(state, into)
        tying.settle_actors(state, into)
        self._touch_spoken()
        spoken = state.column(members.c.thing, members.c.node, state.spoken)
        touched = state.remade | spoken
        state.things |= touched - state.grown
        texts.run(state, touched)
        stated = stages.of_layer(state, "statements", touched | state.marked)
        asks.run(state, stated & touched)
        promises.run(state, into, stated)
        ties = tying.run(state)
        disagreeing.run(state, into, ties)
        doubting.run(state, touched)

    def _touch_spoken(self) -> None:
        """Have the things written again that show actors or instruments which are other things now."""
        state = self.state
        moved = state.column(members.c.number, members.c.node, state.moved[ACTORS])
        told = state.column(figures.c.member, figures.c.subject_member, moved)
        state.things |= state.column(members.c.thing, members.c.number, told)
        texts_ = state.moved[INSTRUMENTS]
        if texts_:
            rows = state.rows(_SAID, members.c.document, state.column(members.c.document, members.c.node, texts_))
            state.things |= {row.thing for row in rows if row.fact.get("basis")}

    def finish(self) -> None:
        """Give the things that were touched their ids and write their rows."""
        state = self.state
        naming.name(state, lambda document: self.entries.get(document, self.entry), self.gone)
        tying.name(state)
        joined = state.joined - state.things
        hubs = Hubs(state.connection, joined, () if self.entered else self.added)  # an entry changes the state too
        writer = Writer(state.connection)
        writer.write(state.things | joined - hubs.numbers)
        hubs.add(writer.tally)
        writer.flush()
