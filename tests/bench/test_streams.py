"""What is measured of streams: recall and rejection reach their goals, and the measurements themselves run."""

from bench import streams
from bench.reader import samples


def test_triage_reaches_its_goals() -> None:
    assert len(streams.gold_texts()) >= 39
    assert streams.recall() >= 0.99
    assert streams.rejection() >= 0.9


def test_each_copy_of_a_sample_has_other_bytes() -> None:
    loaded = samples()[:2]
    texts = [item.text for item in streams._copies(loaded)]
    assert len(set(texts)) == len(texts) == streams.COPIES * 2
    assert streams.BEFORE < streams.COPIES
