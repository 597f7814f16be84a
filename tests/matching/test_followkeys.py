"""Keys of follow-through: whatever can be accepted is found, whether the commitment or the outcome is added first."""

from itertools import islice, product

import pytest

from amity.matching import extract
from amity.matching.features import StatementFeatures
from amity.matching.followkeys import outcome_keys, outcome_probes, promise_keys, promise_probes
from amity.matching.followthrough import assess
from amity.matching.outcomes import Outcome, outcomes
from bench.register_reports import reports
from tests.matching.make import Maker

BOTH = ["Hue", "Vientiane"]


def promise(action: str, *, words: str | None = None) -> StatementFeatures:
    maker = Maker("one", "2024-05-10")
    by = [maker.actor("Hue", "municipality", "VN"), maker.actor("Vientiane", "municipality", "LA")]
    maker.statement(by, action, force=5, words=words)
    return next(one for one in extract(maker.reading()).values() if isinstance(one, StatementFeatures))


def outcome(text: str, published: str = "2024-09-10") -> Outcome:
    maker = Maker("later", published, text=text)
    maker.actor("Hue", "municipality", "VN")
    return outcomes(maker.reading())[0]


def meet(one: StatementFeatures, other: Outcome) -> tuple[bool, bool]:
    """Whether they meet when the outcome is added last, and when the commitment is."""
    return bool(promise_keys(one) & outcome_probes(other)), bool(promise_probes(one) & outcome_keys(other))


@pytest.mark.parametrize(
    ("action", "text"),
    [
        ("open the Ban Vang crossing", "The Ban Vang crossing has been opened."),
        ("train thirty rural midwives", "Thirty rural midwives of the coast have been trained and a course was held for them."),
        ("plant bamboo along dykes", "Bamboo stands along the dykes now. It has been planted by pupils, and the work was finished."),
    ],
)
def test_what_is_accepted_meets_both_ways(action: str, text: str) -> None:
    one, other = promise(action), outcome(text)
    assert assess(one, other) is not None
    assert meet(one, other) == (True, True)


def test_a_commitment_about_a_named_thing_is_sought_by_its_name_alone() -> None:
    one, other = promise("open the Ban Vang crossing for lorries at night"), outcome("The crossing for lorries has been opened at night.")
    assert all(key == "outcome|banvang" for key in promise_keys(one) | promise_probes(one))
    assert assess(one, other) is None and meet(one, other) == (False, False)


def test_one_word_in_common_is_no_ground_to_look() -> None:
    one, other = promise("train thirty rural midwives"), outcome("A thirty metre mast has been built in the harbour.")
    assert assess(one, other) is None and meet(one, other)[0] is False


def test_the_day_that_was_named_is_a_ground() -> None:
    one = promise("send midwives", words="They will send midwives on 12 May.")
    other = outcome("The first midwives have been sent, and a feast was held for them on the quay.", "2024-05-13")
    assert one.day == "2024-05-12"
    assert assess(one, other) is not None
    assert meet(one, other) == (True, True)


def test_both_ways_agree_on_many_made_up_reports() -> None:
    made = [one.reading for one in islice(reports(seed=7, actors=150), 1000)]
    promises = [one for reading in made[:200] for one in extract(reading).values() if isinstance(one, StatementFeatures) and one.commitment]
    told = [(one, outcome_keys(one), outcome_probes(one)) for reading in made[-300:] for one in outcomes(reading)]
    accepted = 0
    for one in promises:
        kept, probes = promise_keys(one), promise_probes(one)
        for other, keys, sought in told:
            if kept.isdisjoint(sought) and probes.isdisjoint(keys):
                continue
            if assess(one, other):
                accepted += 1
                assert kept & sought and probes & keys
    assert accepted > 5
    some = product(promises[::5], (other for other, _, _ in told[::5]))
    assert all(meet(one, other) == (True, True) for one, other in some if assess(one, other))
