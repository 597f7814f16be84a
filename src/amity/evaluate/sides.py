"""One report's gold and reading side by side, with the name forms of everyone in them."""

from collections import defaultdict
from typing import Any

from amity.evaluate.names import same, words
from amity.evaluate.pairing import overlap
from amity.model.reading import CONTRACT_QUOTE
from amity.vocabulary import load

LONGEST_TITLE = 15  # words of a post that count
MOST_POSTS = 5  # posts of one person that count

Item = dict[str, Any]


class Sides:
    """Name forms and evidence of one report's gold and reading (both as JSON objects)."""

    def __init__(self, gold: Item, reading: Item) -> None:
        self.gold, self.reading = gold, reading
        self._aka = [[p["name"], *p.get("also", [])] for p in gold.get("people", []) + gold.get("actors", [])]
        self._forms = {a["id"]: [a["name"], *(a.get("aliases") or [])] for a in reading.get("actors", [])}
        self._posts: dict[str, list[Item]] = defaultdict(list)
        for post in reading.get("posts", []):
            if len(words(post.get("title") or "")) <= LONGEST_TITLE and len(self._posts[post["person"]]) < MOST_POSTS:
                self._posts[post["person"]].append(post)

    def gold_forms(self, name: str) -> list[str]:
        """Return all forms of a name that gold uses."""
        return next((forms for forms in self._aka if name in forms), [name])

    def gold_names(self, names: list[str] | None) -> list[list[str]]:
        """Return the forms of each of gold's names."""
        return [self.gold_forms(name) for name in names or []]

    def read_forms(self, actor: str | None) -> list[str]:
        """Return all forms of a read actor's name."""
        return self._forms.get(actor or "", [])

    def read_names(self, actors: list[str] | None) -> list[list[str]]:
        """Return the forms of each read actor."""
        return [self._forms[a] for a in actors or [] if a in self._forms]

    def quotes(self, item: Item) -> list[str]:
        """Return the evidence of an item that is within the contract's length."""
        return [e["quote"] for e in item.get("evidence", []) if len(e["quote"]) <= CONTRACT_QUOTE]

    def by_overlap(self, gold: Item, read: Item) -> float:
        """Return how far the debtors agree, 0 to 1."""
        return overlap(self.gold_names(gold.get("by")), self.read_names(read.get("by")))

    def place_agrees(self, gold: Item, read: Item) -> bool | None:
        """Tell whether the places agree; None where gold has none."""
        if not gold.get("place"):
            return None
        return same(self.gold_forms(gold["place"]), [(read.get("place") or {}).get("name") or ""])

    def post_agrees(self, gold: Item, read: Item) -> bool | None:
        """Tell whether one of the person's posts has most of gold's words: "Prime Minister" is not "Foreign Minister"."""
        if not gold.get("post"):
            return None
        want = set(words(gold["post"])) - frozenset(load("evaluation")["stop"])
        hits = [len(want & set(words(" ".join([p.get("title") or "", *self.read_forms(p.get("of"))])))) for p in self._posts[read["id"]]]
        return any(2 * n > len(want) if len(want) <= 2 else 2 * n >= len(want) for n in hits)

    def of_agrees(self, gold: Item, read: Item) -> bool | None:
        """Tell whether one of the person's posts is at gold's organisation."""
        if not gold.get("of"):
            return None
        return any(same(self.gold_forms(gold["of"]), self.read_forms(p.get("of"))) for p in self._posts[read["id"]])
