"""``amity serve``: the register in a browser."""

from typing import Annotated

import typer

from amity.cli.registers import DEFAULT, RegisterOption, existing, say

PANEL = "Use"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve", rich_help_panel=PANEL)(serve)


def serve(
    register: RegisterOption = DEFAULT,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="At which port; 0 for any that is free.")] = 8000,
    open: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Open the register in a browser; Ctrl-C ends it."""
    existing(register).close()
    from amity.web.serving import serve as run

    run(register, host, port, open, say)
