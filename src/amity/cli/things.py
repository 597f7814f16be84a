"""``amity show`` and ``amity why``: one thing with its evidence, and why two are one or not."""

from typing import Annotated

import typer

from amity.cli.options import CheckedOption
from amity.cli.registers import DEFAULT, RegisterOption, Rows, existing, print_rows, print_shown

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="A public id, such as ins-7, act-12, tie-… or a document's.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("show", rich_help_panel="One thing")(show)
    app.command("why", rich_help_panel="One thing")(why)


def show(
    id: IdArgument,
    register: RegisterOption = DEFAULT,
    format: Annotated[Rows, typer.Option("--format", help="How to print it.")] = Rows.table,
    checked_only: CheckedOption = False,
) -> None:
    """Show one thing: what is known of it, and every report's words."""
    from amity.register.queries.details import show as shown

    with existing(register) as opened, opened.reading() as connection:
        told = shown(connection, id, checked_only=checked_only)
    if format is not Rows.table:
        print_rows([told], format)
        return
    from amity.exchange.card import card

    print_shown(card(told))


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
    if format is not Rows.table:
        print_rows([told], format)
        return
    from amity.exchange.card import grounds

    print_shown(grounds(told))
