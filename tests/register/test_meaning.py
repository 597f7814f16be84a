"""What people name leads to the facts that are meant, also where ids lead to one thing."""

import pytest

from amity.errors import UsageError
from amity.model import About
from amity.office.entering import Record, reading_of
from amity.register import Register
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import everything
from tests.matching.make import Maker
from tests.register.pool import ENTERED_AT


def told(register: Register) -> list[list[str]]:
    """The instruments as the names of the reports that tell of each."""
    dumped = register.dump()
    name = {one["id"]: one["path"].removesuffix(".txt") for one in dumped["documents"]}
    return sorted(sorted(name[document] for document, _ in one["members"]) for one in dumped["instruments"])


@pytest.fixture
def filled(register: Register) -> Register:
    """Three memoranda that are not one, the first told by two reports."""
    for name, day, signed in (("a", "2024-05-02", "2024-05-01"), ("b", "2024-05-03", "2024-05-01"),
                              ("c", "2024-06-02", "2024-06-01"), ("d", "2024-07-02", "2024-07-01")):  # fmt: skip
        maker = Maker(name, day, text=f"Rain fell over the harbour on day {name}.")
        ends = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
        maker.instrument("mou", ends, signed=signed, title="memorandum on lanterns")
        register.add(maker.reading())
    assert told(register) == [["a", "b"], ["c"], ["d"]]
    return register


def test_a_wrong_merge_is_split_without_tearing_what_belongs_together(filled: Register) -> None:
    filled.judge("merge", ["ins-1", "ins-2"])
    assert told(filled) == [["a", "b", "c"], ["d"]]
    filled.judge("split", ["ins-1"], ["ins-2"])
    assert told(filled) == [["a", "b"], ["c"], ["d"]]
    filled.rebuild()
    assert told(filled) == [["a", "b"], ["c"], ["d"]]


def test_one_id_is_split_from_all_that_lead_to_its_thing(filled: Register) -> None:
    filled.judge("merge", ["ins-1", "ins-2", "ins-3"])
    assert told(filled) == [["a", "b", "c", "d"]]
    made = filled.judge("split", ["ins-2"])
    assert told(filled) == [["a", "b", "d"], ["c"]]
    filled.undo(made.number)
    assert told(filled) == [["a", "b", "c", "d"]]


def test_what_has_nothing_to_be_split_from_is_refused(filled: Register) -> None:
    with pytest.raises(UsageError, match="split ins-3: nothing was merged into it"):
        filled.judge("split", ["ins-3"])


def test_what_is_one_already_is_not_merged(filled: Register) -> None:
    filled.judge("merge", ["ins-1", "ins-2"])
    with pytest.raises(UsageError, match="merge ins-1 ins-2: they are one already; `amity show ins-1`"):
        filled.judge("merge", ["ins-1", "ins-2"])
    filled.judge("merge", ["ins-1", "ins-2", "ins-3"])
    assert told(filled) == [["a", "b", "c", "d"]]


def test_who_acts_is_completed_by_an_entry(register: Register) -> None:
    maker = Maker("one", "2024-05-02", text="Agreed in the rain.")
    hue = maker.actor("Hue", "municipality", "VN")
    maker.statement([], "open a camphor garden", force=5)
    register.add(maker.reading())
    with pytest.raises(UsageError, match=r"`amity record statement --document DOCUMENT --quote WORDS …`\), and `amity merge`"):
        register.judge("correct", ["sta-1"], field="by", value="Hue")
    with register.reading() as connection:
        assert list(everything(connection, LISTINGS["commitments"], Filters(party=("Hue",)))) == []
    words = About(document="sha256:one", start=0, end=6, quote="Agreed")
    fields = {"by_party": ["Hue city"], "force": 5, "action": "open a camphor garden"}
    register.enter([reading_of(Record(kind="statement", fields=fields, about=words), by="Ann", at=ENTERED_AT)])
    if len(register.dump()["commitments"]) == 2:
        register.judge("merge", ["sta-1", "sta-2"])
    with register.reading() as connection:
        (row,) = everything(connection, LISTINGS["commitments"], Filters(party=("Hue",)))
    assert (row["id"], row["by"], row["sources"]) == ("sta-1", ["Hue"], 1)
    assert hue == "a1"
