"""``amity explain``: sentence by sentence, what was read and by which rule."""

from typing import Annotated

import typer
from rich.console import Console

from amity.cli.reading import MetadataOption, PublishedOption, Run
from amity.exchange.explanation import explanation


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("explain")(explain)


def explain(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for standard input.")],
    published: PublishedOption = None,
    metadata: MetadataOption = None,
) -> None:
    """Show, sentence by sentence, what was read in a report and by which rule."""
    run = Run([source], metadata, published)
    output = Console(highlight=False)
    for report, reading in run.explained():
        output.print(explanation(report, reading))
    raise typer.Exit(1 if run.failures else 0)
