"""``amity evaluate``: readings against gold, with the quality gate."""

from pathlib import Path
from typing import Annotated

import typer

from amity.cli.options import MetadataOption
from amity.errors import UsageError

EXAMPLES = """
Examples:

  amity evaluate gold/ reports/ --metadata sources.jsonl

  amity evaluate gold/ reports/ --errors --layer statements

  amity evaluate gold/ reports/ --floors floors.toml
"""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("evaluate", epilog=EXAMPLES)(evaluate_readings)


def evaluate_readings(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files, one JSON file a report.")],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE...", help="The reports that gold is about; the bundled samples if left out.")
    ] = None,
    metadata: MetadataOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each difference beside its sentence, by kind.")] = False,
    layer: Annotated[str | None, typer.Option(metavar="NAME", help="List only the errors of this layer.")] = None,
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="TOML file of floors; exit 1 when one is not reached.")] = None,
) -> None:
    """Read the reports and score what was read against gold, by layer and slot."""
    from rich.console import Console

    from amity.cli.reading import Run  # only who reads waits for the reader and its parser
    from amity.evaluate import evaluate, load_gold
    from amity.evaluate.gate import below, load_floors
    from amity.evaluate.shown import error_lines, score_table
    from amity.exchange.jsonl import to_object
    from amity.samples import SAMPLES

    gold = load_gold(gold_dir)
    wanted = load_floors(floors) if floors else {}
    run = Run(sources or [str(SAMPLES / "reports")], metadata or (None if sources else SAMPLES / "sources.jsonl"), None)
    score = evaluate(gold, (to_object(reading) for reading in run))
    if layer and layer not in score.layers:
        raise UsageError(f"--layer {layer}: no such layer; choose one of {', '.join(score.layers)}")
    output = Console(soft_wrap=True, highlight=False, markup=False)
    if errors or layer:
        for line in error_lines(error for error in score.errors if layer in (None, error.layer)):
            output.print(line)
    output.print(score_table(score))
    short = below(score, wanted)
    for line in short:
        typer.echo(line, err=True)
    raise typer.Exit(1 if short or run.failures else 0)
