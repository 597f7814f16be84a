"""The sentences that pages say in the reader's language: found in the code, as templates with a name for each part that is filled in.

They are what errors tell, and what the functions and tables of ``SAYERS`` return. A condition within a sentence gives one template for each
outcome, and a constant stands for its words.
"""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from itertools import product
from pathlib import Path

from tools.sayers import CALLS, ELSEWHERE, REACHED, SAYERS, SKIPPED

ROOT = Path(__file__).parents[1] / "src"
WORD = re.compile(r"[^\W\d_]{2}")
PART = re.compile(r"\{\w*\}")
FIXED = frozenset({"term", "say"})
"""Functions whose words are fixed and translated by themselves."""
MOST = 64
"""Templates that one sentence may give."""
DULL = frozenset(
    {
        "len",
        "str",
        "int",
        "sorted",
        "map",
        "min",
        "max",
        "next",
        "self",
        "set",
        "one",
        "plain",
        "format",
        "join",
        "strip",
        "replace",
        "rstrip",
        "lower",
    }
)
"""Names that tell nothing of what is filled in."""
Pieces = list[str | ast.expr]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def templates() -> list[str]:
    """Return the templates of all sentences, each once, in the order of the code."""
    return list(dict.fromkeys(one for one in (*_found(), *ELSEWHERE) if _is_sentence(one)))


def _is_sentence(told: str) -> bool:
    """Tell whether a template has words of its own, and is no name of a field or what follows a comma."""
    return WORD.search(PART.sub("", told)) is not None and " " in told and not told.startswith(", ")


def _found() -> Iterator[str]:
    for folder in REACHED:
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if not name.startswith(SKIPPED):
                yield from Module(name.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))).sentences()


class Module:
    """The sentences of one module."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree
        self._local: dict[str, ast.expr] = {}

    def sentences(self) -> Iterator[str]:
        """Yield the templates of what it says."""
        sayers = SAYERS.get(self.name, ())
        for node in self.tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and _target(node) in sayers and node.value:
                yield from self._strings(node.value)
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                self._local = dict(_assigned(node))
                yield from self._strings(_without_docstring(node)) if node.name in sayers else self._errors(node)

    def _errors(self, function: ast.AST) -> Iterator[str]:
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and (place := CALLS.get(_name(node.func))) is not None and len(node.args) > place:
                yield from self._written(node.args[place])

    def _strings(self, node: ast.AST) -> Iterator[str]:
        """Yield the templates of all strings below a node; a string within a longer one belongs to that."""
        composed = isinstance(node, ast.JoinedStr | ast.BinOp) and _is_words(node)
        if composed or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            yield from self._written(node)
            return
        if isinstance(node, ast.Call) and _name(node.func) in FIXED:
            return
        for child in node.values if isinstance(node, ast.Dict) else ast.iter_child_nodes(node):
            yield from self._strings(child)

    def _written(self, node: ast.expr) -> Iterator[str]:
        for pieces in self._ways(node)[:MOST]:
            used: list[str] = []
            told = (one.replace("{", "{{").replace("}", "}}") if isinstance(one, str) else f"{{{_called(one, used)}}}" for one in pieces)
            yield "".join(told).strip()

    def _ways(self, node: ast.expr) -> list[Pieces]:
        """Return the ways in which an expression can be said, each as its fixed words and what is filled in between."""
        if isinstance(node, ast.Constant):
            return [[str(node.value)]]
        if isinstance(node, ast.FormattedValue):
            return self._ways(node.value)
        if isinstance(node, ast.IfExp):
            return [*self._ways(node.body), *self._ways(node.orelse)]
        if isinstance(node, ast.BoolOp):
            return [way for one in node.values for way in self._ways(one)]
        if isinstance(node, ast.JoinedStr):
            return [[piece for part in parts for piece in part] for parts in product(*(self._ways(one) for one in node.values))]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_words(node):
            return [[*first, *second] for first, second in product(self._ways(node.left), self._ways(node.right))]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and isinstance(node.left, ast.Constant):
            return [[""], [str(node.left.value)]]
        return self._named(node)

    def _named(self, node: ast.expr) -> list[Pieces]:
        """Return the words that a name stands for, where the code says which, else what is filled in."""
        if isinstance(node, ast.Name) and node.id in self._local:
            value = self._local[node.id]
            if isinstance(value, ast.IfExp | ast.Constant | ast.JoinedStr) and _is_words(value):
                return self._ways(value)
        if isinstance(node, ast.Name) and node.id.isupper() and " " in str(told := _constant(self.name, node.id)) and isinstance(told, str):
            return [[told]]
        return [[node]]


def _assigned(function: Function) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def _is_words(node: ast.expr) -> bool:
    """Tell whether an expression is a choice of words, and no value that happens to be a string."""
    if isinstance(node, ast.IfExp):
        return _is_words(node.body) or _is_words(node.orelse)
    return any(isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value for one in ast.walk(node))


def _without_docstring(function: Function) -> ast.AST:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return ast.Module(body=list(body), type_ignores=[])


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    return _name(node.target if isinstance(node, ast.AnnAssign) else node.targets[0])


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


@lru_cache
def _constant(module: str, name: str) -> object:
    return getattr(import_module(module), name, None)


def _called(node: ast.expr, used: list[str]) -> str:
    """Return a name for what is filled in: the first that its expression holds, with a number where it is taken."""
    keys = [str(one.slice.value) for one in ast.walk(node) if isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Constant)]
    names = [*filter(str.isidentifier, keys), *(told for one in ast.walk(node) if isinstance(one, ast.expr) and (told := _name(one)))]
    names = [one for one in names if one not in DULL]
    base = re.sub(r"^_+|\W", "", (names[0] if names else "n").lower()) or "n"
    found = base if base not in used else f"{base}{sum(one.startswith(base) for one in used) + 1}"
    used.append(found)
    return found
