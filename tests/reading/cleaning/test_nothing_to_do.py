"""What tells that a rule of cleaning has nothing to do is no narrower than the rule."""

import pytest

from amity.reading.cleaning.repeats import _STUTTER, _says_twice
from amity.reading.cleaning.spacing import _MAY_MISS, _MISSING, _TOO_MANY, _is_tidy
from amity.samples import SAMPLES

LINES = [
    "the old port.They left",
    "“a new page,”she said",
    "talks,said the mayor",
    "the deal (MoU)and more",
    "the council(NTC) met",
    "the towns’ports",
    "two  spaces",
    " before",
    "after ",
    "a word , and another",
    "a word\u00a0 and another",
    "",
    "the mayor of Lima came late the mayor of Lima came late again",
    *{line for path in (SAMPLES / "reports").glob("*.txt") for line in path.read_text(encoding="utf-8").split("\n")},
]


@pytest.mark.parametrize("start", range(0, len(LINES), 50))
def test_what_is_passed_over_would_not_change(start: int) -> None:
    for line in LINES[start : start + 50]:
        assert not _is_tidy(line) or not _TOO_MANY.search(line), line
        assert _MAY_MISS.search(line) or not any(pattern.search(line) for pattern in _MISSING), line
        assert _says_twice(line) or not _STUTTER.search(line), line
