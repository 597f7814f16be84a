"""``amity explain``: sentence by sentence, what was read and by which rule."""

from typing import Annotated

import typer

from amity.cli.options import MetadataOption, PublishedOption


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("explain")(explain)


def explain(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for standard input.")],
    published: PublishedOption = None,
    metadata: MetadataOption = None,
) -> None:
    """Show, sentence by sentence, what was read in a report and by which rule."""
    from rich.console import Console

    from amity.cli.reading import Run  # only who reads waits for the reader and its parser
    from amity.exchange.explanation import explanation

    run = Run([source], metadata, published)
    output = Console(highlight=False)
    for report, reading in run.explained():
        output.print(explanation(report, reading))
    raise typer.Exit(1 if run.failures else 0)
