"""News about something else, made by rule from a seed: what triage should pass over."""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

SENTENCES = 8  # sentences a report
SLOT = re.compile(r"\{(\w+)\}")


def unrelated(count: int, seed: int = 1) -> Iterator[str]:
    """Yield so many made-up reports, the same for the same seed; each keeps to one topic."""
    data = tomllib.loads((Path(__file__).parent / "unrelated.toml").read_text(encoding="utf-8"))
    chance = random.Random(seed)
    topics = sorted(data["topics"])
    for number in range(count):
        sentences = data["topics"][topics[number % len(topics)]]
        chosen = [chance.choice(sentences) for _ in range(SENTENCES)]
        yield " ".join(SLOT.sub(lambda slot: chance.choice(data["slots"][slot[1]]), sentence) for sentence in chosen)
