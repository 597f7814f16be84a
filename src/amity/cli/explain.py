"""``amity explain``: short for ``amity read --explain``."""

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
    """Show, sentence by sentence, what was read in a report and by which rule: short for `amity read --explain`."""
    from amity.reading.language import prepare

    prepare()  # the detector of languages is unpacked while the reader is imported
    from amity.cli.reading import Run  # only who reads waits for the reader and its parser
    from amity.cli.showing import show

    run = Run([source], metadata, published)
    show(run, "explanation")
    raise typer.Exit(1 if run.failures else 0)
