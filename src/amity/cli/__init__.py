"""The command line: one file a group of commands, no rules inside."""

import gc
import sys

import typer

from amity.cli import (
    adding,
    auditing,
    briefing,
    deciding,
    desk,
    evaluate,
    explain,
    figures,
    importing,
    keeping,
    lists,
    read,
    recording,
    schema,
    serving,
    things,
    users,
)
from amity.errors import AmityError
from amity.exchange.visible import visible

app = typer.Typer(
    name="amity",
    help="Read reports about cooperation between places and governments into cited facts.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
)
for module in (
    read,
    explain,
    adding,
    lists,
    things,
    recording,
    importing,
    deciding,
    auditing,
    briefing,
    desk,
    figures,
    serving,
    users,
    keeping,
    evaluate,
    schema,
):
    module.register(app)


COLLECT_AFTER = 50_000  # new objects: modules and vocabulary stay; searching them for garbage every 700 is a tenth of the start-up


def main() -> None:
    """Run the command line; an error of Amity's is one line on standard error and exit code 2."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        app()
    except AmityError as error:
        print(f"amity: {visible(str(error))}".replace("\n", " "), file=sys.stderr)
        raise SystemExit(2) from error
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away: nothing more to say
        raise SystemExit(0) from None
