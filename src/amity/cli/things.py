"""``amity show`` and ``amity why``: one thing with its evidence, and why two are one or not."""

from typing import Annotated, Any

import typer

from amity.cli.output import TABLE_WIDTH, console, until_closed
from amity.cli.registers import DEFAULT, RegisterOption, Rows, existing, print_rows

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="A public id, such as ins-7, act-12, tie-… or a document's.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("show", rich_help_panel="One thing")(show)
    app.command("why", rich_help_panel="One thing")(why)


def show(
    id: IdArgument,
    register: RegisterOption = DEFAULT,
    format: Annotated[Rows, typer.Option("--format", help="How to print it.")] = Rows.table,
) -> None:
    """Show one thing: what is known of it, and every report's words."""
    from amity.register.queries.details import show as shown

    with existing(register) as opened, opened.reading() as connection:
        told = shown(connection, id)
    _print(told, format)


def why(
    one: IdArgument,
    other: IdArgument,
    register: RegisterOption = DEFAULT,
    format: Annotated[Rows, typer.Option("--format", help="How to print it.")] = Rows.table,
) -> None:
    """Say why two things are one, in doubt or apart: each ground with its points."""
    from amity.register.explaining import explained

    with existing(register) as opened, opened.reading() as connection:
        told = explained(connection, one, other)
    _print(told, format)


def _print(told: dict[str, Any], format: Rows) -> None:
    """Print one thing: plain values as lines, lists of rows as tables below."""
    if format is not Rows.table:
        print_rows([told], format)
        return
    from amity.exchange.rows import plain, to_table

    output = console(TABLE_WIDTH)
    with until_closed():
        for name, value in told.items():
            if not _is_rows(value):
                output.print(f"{name.replace('_', ' ')}: {plain(value)}", markup=False, highlight=False)
        for name, value in told.items():
            if _is_rows(value):
                output.print(to_table(({k: v for k, v in row.items() if k != "fact"} for row in value), name.replace("_", " ")))


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
