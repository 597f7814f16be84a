"""Figures of a run beside their goals: printed, and written into the docs between two marks."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).parents[1] / "docs" / "speed.md"
MARKED = re.compile(r"<!-- bench -->\n.*?<!-- /bench -->", re.DOTALL)


class Figure(NamedTuple):
    """What was measured: its name, the value as shown, and the goal as shown where there is one, with whether it is reached."""

    name: str
    shown: str
    goal: str = ""
    reached: bool = True


def most(name: str, value: float, goal: float, unit: str = "", digits: int = 2) -> Figure:
    """Return a figure that is to be no more than its goal."""
    return Figure(name, f"{value:,.{digits}f}{unit}", f"≤ {goal:g}{unit}", value <= goal)


def least(name: str, value: float, goal: float, unit: str = "", digits: int = 2) -> Figure:
    """Return a figure that is to be no less than its goal."""
    return Figure(name, f"{value:,.{digits}f}{unit}", f"≥ {goal:,g}{unit}", value >= goal)


def printed(figures: Sequence[Figure]) -> str:
    """Return the figures as lines for a terminal."""
    width = max(len(figure.name) for figure in figures)
    return "\n".join(f"{figure.name:{width}}  {figure.shown:>14}  {_verdict(figure)}".rstrip() for figure in figures)


def table(figures: Sequence[Figure], setting: str) -> str:
    """Return the figures as a table of the docs, below what they were measured with."""
    rows = [f"| {figure.name} | {figure.goal} | {figure.shown} |" for figure in figures]
    return "\n".join([setting, "", "| figure | goal | measured |", "|---|---|---|", *rows])


def write(figures: Sequence[Figure], setting: str, page: Path = PAGE) -> None:
    """Put the table of the figures between the marks of the page."""
    text = page.read_text(encoding="utf-8")
    page.write_text(MARKED.sub(lambda _: f"<!-- bench -->\n{table(figures, setting)}\n<!-- /bench -->", text), encoding="utf-8")


def _verdict(figure: Figure) -> str:
    if not figure.goal:
        return ""
    return f"{figure.goal}{'' if figure.reached else '  NOT REACHED'}"
