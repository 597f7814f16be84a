"""Classes of posts, so that "President", "Chinese President" and "State President" compare as one."""

from functools import cache, lru_cache

from amity.matching.names import words
from amity.vocabulary import load


@cache
def _classes() -> list[tuple[tuple[str, ...], str]]:
    """Return the runs of words that name a class, longest first."""
    runs = [(words(run), title) for title, forms in load("matching")["posts"].items() for run in forms]
    return sorted(runs, key=lambda run: (-len(run[0]), run[0]))


@lru_cache(maxsize=4096)
def office_class(title: str) -> str:
    """Return the class of a title: that of the longest run of words it holds; the folded title where it has none."""
    found = words(title)
    for run, name in _classes():
        if any(found[at : at + len(run)] == run for at in range(len(found) - len(run) + 1)):
            return name
    return " ".join(found)


def sole(office: str) -> bool:
    """Return whether a class of posts is one that a place, or a body, fills once."""
    return office in load("matching")["sole"]
