"""Whatever is added, read again, decided, undone and withdrawn, in whatever order: the register is what matching all anew makes."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from amity.errors import UsageError
from amity.model.judgement import Judgement, in_force
from amity.model.reading import Reading
from amity.register import Register, log, open_register, tables
from tests.register.canonical import differences, held, matched
from tests.register.pool import entry, make, told_about

NUMBERS = st.integers(0, 11)


class Growing(RuleBasedStateMachine):
    """Every kind of change, followed by a look at the whole."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.register: Register = open_register(self.folder / "amity.db")
        self.current: dict[str, Reading] = {}
        self.versions: dict[str, int] = {}
        self.gone: set[str] = set()
        self.judged: list[Judgement] = []
        self.entries: dict[str, Reading] = {}

    def reports(self) -> list[str]:
        return sorted(self.current.keys() - self.entries.keys())

    def settle_entries(self) -> None:
        """Take as current the entries that no undo in force has taken back."""
        with self.register.reading() as connection:
            rows = [log.judgement_of(row) for row in connection.execute(select(tables.log).where(tables.log.c.kind.in_(log.UNDONE)))]
        standing = {one.document for one in in_force(rows) if one.kind == "enter"} - self.gone
        self.current = {document: one for document, one in self.current.items() if document not in self.entries}
        self.current |= {document: self.entries[document] for document in sorted(standing)}

    @rule(number=NUMBERS)
    def add(self, number: int) -> None:
        one = make(number)
        new = one.document.id not in self.current.keys() | self.gone
        assert self.register.add(one, reader="1") == ([one.document.id] if new else [])
        if new:
            self.current[one.document.id], self.versions[one.document.id] = one, 1

    @rule(numbers=st.lists(NUMBERS, min_size=2, max_size=8), together=st.integers(1, 8))
    def add_many(self, numbers: list[int], together: int) -> None:
        found = [make(number) for number in numbers]
        new = {one.document.id: one for one in found if one.document.id not in self.current.keys() | self.gone}
        assert self.register.add(found, reader="1", together=together) == list(new)
        self.current |= new
        self.versions |= dict.fromkeys(new, 1)

    @rule(numbers=st.lists(NUMBERS, min_size=1, max_size=3, unique=True))
    def enter(self, numbers: list[int]) -> None:
        self._enter([entry(number) for number in numbers])

    @precondition(lambda self: self.reports())
    @rule(data=st.data(), number=NUMBERS)
    def enter_missed(self, data: st.DataObject, number: int) -> None:
        report = self.current[data.draw(st.sampled_from(self.reports()))]
        self._enter([entry(number, about=(report.document.id, report.text))])

    def _enter(self, found: list[Reading]) -> None:
        had = {one.document.id for one in found if one.document.id in self.entries}
        outcomes = self.register.enter(found, by="Ann")
        for one, outcome in zip(found, outcomes, strict=True):
            document = one.document.id
            known = "withdrawn" if document in self.gone else "known" if document in self.current else "again"
            assert outcome == (known if document in had else "new")
            self.entries.setdefault(document, one)
        self.judged += [log.judgement_of(row) for row in self._entered() if row.document not in self.gone]
        self.settle_entries()

    def _entered(self) -> list[Any]:
        with self.register.reading() as connection:
            return list(connection.execute(select(tables.log).where(tables.log.c.kind == "enter")))

    @precondition(lambda self: self.reports())
    @rule(data=st.data(), version=st.integers(1, 3))
    def reread(self, data: st.DataObject, version: int) -> None:
        document = data.draw(st.sampled_from(self.reports()))
        one = make(int(document.removeprefix("sha256:")), version)
        self.register.reread(one, reader=str(version))
        if version >= self.versions[document]:
            self.current[document], self.versions[document] = one, version

    @precondition(lambda self: self.current)
    @rule(
        data=st.data(), kind=st.sampled_from(["merge", "split"]), layer=st.sampled_from(["actors", "events", "instruments", "commitments"])
    )
    def relate(self, data: st.DataObject, kind: str, layer: str) -> None:
        ids = [thing["id"] for thing in self.register.dump()[layer]]
        if len(ids) > 1:
            one, other = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
            self.judged.append(self.register.judge(kind, [one, other]) if kind == "merge" else self.register.judge("split", [one], [other]))

    @precondition(lambda self: self.current)
    @rule(data=st.data(), kind=st.sampled_from(["confirm", "reject", "correct", "assess", "assign"]))
    def decide(self, data: st.DataObject, kind: str) -> None:
        layers = {"assess": ["commitments"], "assign": ["commitments"], "correct": ["events"]}
        layer = data.draw(st.sampled_from(layers.get(kind, ["actors", "events", "instruments"])))
        ids = [thing["id"] for thing in self.register.dump()[layer]]
        if ids:
            set_to = {"correct": ("status", "held"), "assess": (None, "fulfilled"), "assign": (None, {"unit": "Desk"})}
            field, value = set_to.get(kind, (None, None))
            self.judged.append(self.register.judge(kind, [data.draw(st.sampled_from(ids))], field=field, value=value))

    @precondition(lambda self: self.current)
    @rule(data=st.data(), kind=st.sampled_from(["confirm", "reject"]))
    def decide_tie(self, data: st.DataObject, kind: str) -> None:
        ids = [tie["id"] for tie in self.register.dump()["ties"]]
        if ids:
            self.judged.append(self.register.judge(kind, [data.draw(st.sampled_from(ids))]))

    @precondition(lambda self: self.judged)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        undone = data.draw(st.sampled_from(self.judged))
        try:
            self.judged.append(self.register.undo(undone.number))
        except UsageError as error:
            assert self.gone and "was withdrawn" in str(error)
        self.settle_entries()

    @precondition(lambda self: self.current)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        document = data.draw(st.sampled_from(sorted(self.current)))
        self.register.withdraw(document)
        about = {one.document.id for one in self.entries.values() if told_about(one) == document}
        self.gone |= {document, *about}
        self.current = {one: reading for one, reading in self.current.items() if one not in self.gone}

    @rule()
    def rebuild(self) -> None:
        before = self.register.dump()
        self.register.rebuild()
        assert self.register.dump() == before

    @invariant()
    def is_what_matching_makes(self) -> None:
        if hasattr(self, "register"):
            with self.register.reading() as connection:
                judgements = log.judgements(connection)
            assert differences(matched(self.current.values(), judgements), held(self.register)) == {}
            assert self.register.check() == []

    def teardown(self) -> None:
        if hasattr(self, "register"):
            self.rebuild()
            self.register.close()
            shutil.rmtree(self.folder)


Growing.TestCase.settings = settings(
    max_examples=6, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
TestGrowing = Growing.TestCase
