"""What is learnt from: of each fact in the reports of gold its doubts, and whether it is right; no words of any report."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from amity.evaluate import load_gold
from amity.evaluate.verdicts import verdicts
from amity.exchange.jsonl import to_object
from amity.model.text import stem
from amity.reading.load import Loaded, load
from amity.reading.metadata import load_metadata
from amity.reading.pipeline import read_loaded
from amity.reading.report import FactKind
from amity.samples import SAMPLES

ROOT = Path(__file__).parents[2]
FIGURES = Path(__file__).parent / "figures.jsonl"
SHARED = ROOT.parent / "shared"


class Figure(msgspec.Struct, frozen=True):
    """One fact: its report, whether rules were made with a view to that report, its kind, whether it is right, and its doubts."""

    report: str
    tuned: bool
    kind: FactKind
    right: bool
    doubts: tuple[str, ...]


def measured(gold: Path, reports: Path, metadata: Path | None, tuned: bool) -> Iterator[Figure]:
    """Read the reports of a folder that gold knows, and yield the figures of their facts."""
    wanted = load_gold(gold)
    for item in load([str(reports)], load_metadata(metadata) if metadata else {}, None):
        if isinstance(item, Loaded) and (name := stem(item.document.path)) in wanted:
            report, reading = read_loaded(item)
            right = {(one.layer, one.at): one.right for one in verdicts(wanted[name], to_object(reading))}
            yield from (Figure(name, tuned, one.kind, right[one.layer, one.at], one.doubts) for one in report.doubted)


def of_gold() -> list[Figure]:
    """Return the figures of all reports of gold: the real ones beside the checkout, else as they were, and the bundled samples."""
    bundled, metadata = ROOT / "tests" / "gold", SAMPLES / "sources.jsonl"
    samples = [
        *measured(bundled / "tuned", SAMPLES / "reports", metadata, tuned=True),
        *measured(bundled / "aside", SAMPLES / "reports", metadata, tuned=False),
    ]
    if SHARED.exists():
        return [*measured(SHARED / "gold" / "seeds", SHARED / "seeds", None, tuned=True), *samples]
    return [*(one for one in load_figures() if one.report not in load_gold(bundled)), *samples]


def load_figures(path: Path = FIGURES) -> list[Figure]:
    """Return the figures of a file, one JSON object a line."""
    return msgspec.json.Decoder(Figure).decode_lines(path.read_bytes())


def save_figures(figures: Iterable[Figure], path: Path = FIGURES) -> None:
    """Write the figures, one JSON object a line."""
    path.write_bytes(msgspec.json.Encoder().encode_lines(list(figures)))
