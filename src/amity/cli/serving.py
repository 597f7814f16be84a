"""``amity serve``: the register in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from amity.cli.registers import DEFAULT, RegisterOption, existing, say

PANEL = "Use"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve", rich_help_panel=PANEL)(serve)


def serve(
    register: RegisterOption = DEFAULT,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; other than on this machine alone, it needs users and HTTPS.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="At which port; 0 for any that is free.")] = 8000,
    open: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    names: Annotated[
        list[str], typer.Option("--name", metavar="HOST", help="A name by which browsers ask for it, such as amity.office.example.")
    ] = [],  # noqa: B006
    cert: Annotated[Path | None, typer.Option("--cert", metavar="FILE", help="The certificate for HTTPS (PEM).")] = None,
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="The certificate's key (PEM).")] = None,
    proxied: Annotated[bool, typer.Option("--proxied", help="A proxy in front speaks HTTPS with the browsers.")] = False,
    origins: Annotated[
        list[str], typer.Option("--allow-origin", metavar="ORIGIN", help="A site whose pages may read the data, such as https://a.example.")
    ] = [],  # noqa: B006
    basemap: Annotated[Path | None, typer.Option("--basemap", metavar="FILE", help="Draw maps on this GeoJSON file instead.")] = None,
    boundaries: Annotated[bool, typer.Option("--boundaries/--no-boundaries", help="Draw boundaries on maps.")] = True,
) -> None:
    """Open the register in a browser; Ctrl-C ends it.

    On this machine alone it needs nothing more. For others: `amity user add NAME --role reviewer`, then
    `amity serve --host 0.0.0.0 --name amity.office.example --cert FILE --key FILE`; or leave HTTPS to a proxy in front, with --proxied.
    """
    existing(register).close()
    from amity.web.serving import Way
    from amity.web.serving import serve as run

    run(register, Way(host, port, tuple(names), cert, key, proxied, tuple(origins), basemap, boundaries), open, say)
