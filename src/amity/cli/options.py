"""Options and arguments that commands share; what they lead to is imported by those that run."""

from pathlib import Path
from typing import Annotated

import typer

SourcesArgument = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE...", help="Files of any format, folders, patterns, web addresses, or - for standard input."),
]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The day the reports were published, where they do not say.")
]
MetadataOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="JSON Lines or CSV with id and any of published, url, publisher, title.")
]
TextFieldOption = Annotated[str | None, typer.Option(metavar="NAME", help="The field or column of a table that holds the text.")]
AllowPrivateOption = Annotated[bool, typer.Option("--allow-private", help="Also ask web addresses of private and loopback machines.")]
