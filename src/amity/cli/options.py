"""Options and arguments that commands share; what they lead to is imported by those that run."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
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
JobsOption = Annotated[int, typer.Option(metavar="N", min=1, help="Processes that read; what is printed is the same for any number.")]
TimeLimitOption = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", min=0, help="The most that one document may take, 0 for no limit; else as the settings say."),
]


class Triage(StrEnum):
    """Whether a fast pass over its words decides which document is read."""

    auto = "auto"
    on = "on"
    off = "off"


TriageOption = Annotated[
    Triage, typer.Option(help="Pass over documents whose words tell of something else; auto does in runs of more than 1,000.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="As of this day: what was reported later is left out. Else today.")
]
CheckedOption = Annotated[bool, typer.Option("--checked-only", help="Only what a person confirmed, corrected or entered.")]
HomeOption = Annotated[
    list[str],
    typer.Option("--home", metavar="NAME", help="Who we are, this time; else AMITY_HOME (names by semicolons), else as `amity home` says."),
]


def add_commands(
    app: typer.Typer, panel: str, commands: Iterable[Callable[..., None]], examples: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> None:
    """Add commands, under the names of their functions, to a panel of the help; ``examples`` of each are shown below its own."""
    for command in commands:
        lines = "\n\n".join(f"  amity {one}" for one in examples.get(command.__name__, ()))
        app.command(command.__name__, rich_help_panel=panel, epilog=f"\nExamples:\n\n{lines}\n" if lines else None)(command)


def asked_home(given: Sequence[str]) -> tuple[str, ...]:
    """Return who "we" are by option or environment; nobody where the register's own setting is to hold."""
    return tuple(given) or tuple(one.strip() for one in os.environ.get("AMITY_HOME", "").split(";") if one.strip())
