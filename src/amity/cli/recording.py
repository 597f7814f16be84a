"""``amity record``, ``attach``, ``assign``, ``files`` and ``file``: what an office knows from its own files."""

import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amity.cli.giving import OutputOption, give
from amity.cli.options import add_commands
from amity.cli.registers import (
    DEFAULT,
    ByOption,
    NoteOption,
    RegisterOption,
    Rows,
    RowsOption,
    author,
    existing,
    print_rows,
    say,
    say_written,
)
from amity.errors import UsageError
from amity.office.fields import FIELDS, Field, RecordKind

if TYPE_CHECKING:
    from amity.office.entering import Entered
    from amity.office.record import Record
    from amity.office.tables import Desk

PANEL = "Entries"
ABOUT: dict[RecordKind, str] = {
    "instrument": "an agreement, memorandum or other text",
    "event": "a meeting, visit, signing or other event",
    "statement": "what somebody said, asked or promised",
    "post": "who holds which post",
    "tie": "the relation of two places: friendly cities and the like",
    "mechanism": "a standing way of working together",
    "project": "a concrete undertaking",
    "indicator": "a figure",
}
EXAMPLES: dict[RecordKind, str] = {
    "instrument": "--party Hanoi --party Jeonju --type mou --signed-on 2024-05-06 --to 2027 --file mou.pdf --page 3",
    "event": "--party Hue --party Gyeongju --type visit --from 2024-06-03 --to 2024-06-05 --visitor Gyeongju --place Hue",
    "statement": '--by-party Hanoi --to-party Jeonju --force pledge --action "open a tourism office" --due 2026-12-31',
    "post": '--person "Le Hoa" --title Mayor --of Hue --as-of 2024-06-03',
    "tie": '--party "Da Nang" --party "Wakayama city" --type friendly_city --stage established --since 1997-05-06',
    "mechanism": '--name "joint working committee" --party Guangxi --party "Cao Bang" --frequency yearly',
    "project": '--name "Ban Vang bridge" --party Guangxi --party "Cao Bang" --status planned',
    "indicator": '--subject Guangxi --measure "friendly cities" --value 24 --as-of 2024-12-31',
}
FILE = Annotated[
    Path | None, typer.Option("--file", metavar="PATH", help="A file that shows it: PDF, Word, Excel, CSV or image; it is kept.")
]
PAGE = Annotated[int | None, typer.Option("--page", metavar="N", min=1, help="The page of the file.")]
DOCUMENT = Annotated[
    str | None, typer.Option("--document", metavar="DOCUMENT", help="A report whose reader missed it: id or name, with --span or --quote.")
]
SPAN = Annotated[str | None, typer.Option("--span", metavar="START:END", help="Where the report's words stand, in characters.")]
QUOTE = Annotated[str | None, typer.Option("--quote", metavar="WORDS", help="The report's words themselves.")]
DRY = Annotated[bool, typer.Option("--dry-run", help="Only say what would be made of it.")]
SHARED: dict[str, tuple[Any, Any]] = {
    "register": (RegisterOption, DEFAULT), "file": (FILE, None), "page": (PAGE, None), "document": (DOCUMENT, None), "span": (SPAN, None),
    "quote": (QUOTE, None), "note": (NoteOption, ""), "by": (ByOption, ""), "dry_run": (DRY, False),
}  # fmt: skip
"""Options that every kind has, with their defaults."""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    recording = typer.Typer(rich_markup_mode="rich", help=record_from.__doc__)
    recording.callback(invoke_without_command=True, epilog="\nExamples:\n\n  amity record --from agreements.toml --dry-run\n")(record_from)
    for kind in FIELDS:
        recording.command(kind, help=f"Enter {ABOUT[kind]}.", epilog=f"\nExample:\n\n  amity record {kind} {EXAMPLES[kind]}\n")(
            _command(kind)
        )
    app.add_typer(recording, name="record", rich_help_panel=PANEL)
    add_commands(app, PANEL, (attach, assign, files, file))


def record_from(
    context: typer.Context,
    source: Annotated[Path | None, typer.Option("--from", metavar="FILE.toml", help="Enter all records of a TOML file, or none.")] = None,
    register: RegisterOption = DEFAULT,
    by: ByOption = "",
    dry_run: DRY = False,
) -> None:
    """Enter what an office knows itself: it is kept beside what reports tell, with who entered it, when, and from which file."""
    if context.invoked_subcommand is not None:
        if source is not None:
            raise UsageError(f"--from {source}: a file tells the kinds itself; leave out {context.invoked_subcommand}")
        return
    if source is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)
    _enter(register, lambda desk: desk.of_file(source), by, dry_run)


def _enter(path: Path, made: "Callable[[Desk], list[Record]]", by: str, dry_run: bool) -> None:
    """Enter what is made of what was told into the register, which is made with the first entry."""
    from amity.office.entering import enter
    from amity.office.tables import Desk
    from amity.register import open_register

    with existing(path) if dry_run else open_register(path) as opened:
        with opened.reading() as connection:
            desk = Desk(connection)
            records = made(desk)
        _told(enter(opened, records, by=author(by), files=list(desk.files.values()), dry_run=dry_run), dry_run)


def _command(kind: RecordKind) -> Callable[..., None]:
    """Return the command of a kind, with an option for each of its fields."""

    def command(**told: Any) -> None:
        path, by, dry_run = told.pop("register"), told.pop("by"), told.pop("dry_run")
        given = {name.removesuffix("_"): value for name, value in told.items() if value not in (None, [], "")}
        _enter(path, lambda desk: [desk.record(kind, given)], by, dry_run)

    options = {f"{field.name}_": _option(field) for field in FIELDS[kind]} | SHARED
    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        for name, (annotation, default) in options.items()
    ]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {name: annotation for name, (annotation, _) in options.items()}
    return command


def _option(field: Field) -> tuple[Any, Any]:
    """Return an option's annotation and default."""
    allowed = f" One of {', '.join(field.allowed)}." if field.allowed else ""
    needed = " Needed." if field.needed else ""
    name = f"--{field.name.replace('_', '-')}"
    if field.shape == "flag":
        return Annotated[bool, typer.Option(name, help=field.help)], False
    metavar = {"date": "DATE", "force": "N", "number": "N", "word": "WORD", "text": "TEXT", "sectors": "SECTOR"}.get(field.shape, "NAME")
    option = typer.Option(name, metavar=metavar, help=f"{field.help}{needed}{allowed}")
    return (Annotated[list[str], option], []) if field.several else (Annotated[str | None, option], None)


def _told(found: "Sequence[Entered]", dry_run: bool) -> None:
    """Print what became of records: their things with public ids; how to take it back."""
    for one in found:
        for fact in one.facts:
            also = f", told by {fact.documents - 1:,} more" if fact.documents > 1 else ""
            typer.echo(f"{fact.id}  {fact.kind.replace('_', ' ')}: {fact.label}{also}")
        _outcome(one, dry_run)


def _outcome(one: "Entered", dry_run: bool) -> None:
    if one.outcome == "known":
        say(f"entered already as {one.number} ({one.path}); nothing was changed")
    elif one.outcome == "withdrawn":
        say(f"{one.path}: this was withdrawn for good and stays so; change what it says, or its note, to enter it anew")
    elif dry_run:
        say("this would be entered; nothing was changed")
    else:
        again = " again" if one.outcome == "again" else ""
        say(f"entered{again} as {one.number}; take it back with `amity undo {one.number}`")


def attach(
    id: Annotated[str, typer.Argument(metavar="ID", help="A public id, such as ins-7.")],
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, Word, Excel, CSV or image file; it is kept in the register.")],
    register: RegisterOption = DEFAULT,
    page: PAGE = None,
    by: ByOption = "",
    note: NoteOption = "",
) -> None:
    """Add a file as further evidence for a thing. `amity undo` takes it back."""
    from amity.office.tables import page_place
    from amity.register.files import load

    with existing(register) as opened:
        place = page_place(page) if page is not None else None
        made = opened.attach(id, load(path), place=place, by=author(by), note=note)
        if made is None:
            say(f"{path.name}{f', {place},' if place else ''} is attached to {id} already; nothing was changed")
        else:
            say_written(made)


def assign(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Commitments, such as sta-12.")],
    register: RegisterOption = DEFAULT,
    unit: Annotated[str | None, typer.Option("--unit", metavar="NAME", help="The unit of the office that sees to it.")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="By when, as the office sets it; what was said stays.")] = None,
    by: ByOption = "",
    note: NoteOption = "",
) -> None:
    """Say which unit sees to a commitment, and by when; `amity commitments --unit NAME` lists its own. `amity undo` takes it back."""
    with existing(register) as opened:
        for one in ids:
            say_written(opened.judge("assign", [one], value={"unit": unit, "due": due}, by=author(by), note=note))


def files(register: RegisterOption = DEFAULT, format: RowsOption = Rows.table) -> None:
    """List the files that entries rest on, with what rests on each."""
    from amity.register.queries.entries import kept_files

    with existing(register) as opened, opened.reading() as connection:
        found = kept_files(connection)
    print_rows(found, format, "files")
    if not found:
        say("no files are kept; attach one with `amity record … --file PATH` or `amity attach ID FILE`")


def file(
    hash: Annotated[str, typer.Argument(metavar="HASH", help="A file's hash, or its beginning as `amity files` shows it.")],
    register: RegisterOption = DEFAULT,
    output: OutputOption = None,
) -> None:
    """Write a kept file out, byte for byte."""
    from amity.register.files import content

    with existing(register) as opened, opened.reading() as connection:
        found = content(connection, hash)
    give(found.content, output)
    if output is not None:
        say(f"{found.name} written to {output}")
