"""What people decide about facts: ``amity review``, ``merge``, ``split``, ``confirm`` and the like, ``undo`` and ``log``."""

from typing import TYPE_CHECKING, Annotated

import typer

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
    print_shown,
    say,
    say_written,
)
from amity.model.judgement import Judgement

if TYPE_CHECKING:
    from amity.register import Register

PANEL = "Decisions"
IdsArgument = Annotated[list[str], typer.Argument(metavar="ID...", help="Public ids, such as act-12 or evt-3.")]
FactsArgument = Annotated[list[str], typer.Argument(metavar="ID...", help="Public ids, such as act-12, evt-3 or tie-3-9-friendly_city.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    add_commands(app, PANEL, (review, merge, split, confirm, reject, correct, assess, undo, log))


def review(
    register: RegisterOption = DEFAULT,
    format: RowsOption = Rows.table,
    layer: Annotated[
        str | None, typer.Option("--layer", metavar="LAYER", help="Only actors, events, instruments, statements, mechanisms or projects.")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Questions at most.")] = 20,
) -> None:
    """List what waits for a decision: pairs that may be one thing, what came of promises, and judgements whose sentence is gone.

    Decide with `amity merge A B` (same), `amity split A B` (different), `amity assess ID STATUS` or `amity confirm ID`, `amity undo N`;
    `amity why A B` gives the grounds.
    """
    from amity.register.queries.reviewing import queue

    with existing(register) as opened, opened.reading() as connection:
        found = queue(connection, layer=layer, limit=limit)
    if format is not Rows.table:
        print_rows(found, format)
    elif found:
        from amity.exchange.card import questions

        print_shown(questions(found))
    else:
        say("nothing waits for a decision")


def merge(ids: IdsArgument, register: RegisterOption = DEFAULT, by: ByOption = "", note: NoteOption = "") -> None:
    """Say that things are one; the oldest id stays, the others lead to it. `amity undo` takes it back."""
    with existing(register) as opened:
        say_written(opened.judge("merge", ids, by=author(by), note=note))


def split(
    ids: IdsArgument,
    register: RegisterOption = DEFAULT,
    apart: Annotated[list[str], typer.Option("--from", metavar="ID", help="What they are apart from; without it, from each other.")] = [],  # noqa: B006
    by: ByOption = "",
    note: NoteOption = "",
) -> None:
    """Say that things are not one, now or ever: a pair in doubt, or an id that was merged wrongly."""
    each = [(ids, apart)] if apart or len(ids) == 1 else [([one], ids[at:]) for at, one in enumerate(ids[:-1], 1)]
    with existing(register) as opened:
        for some, others in each:
            say_written(opened.judge("split", some, others, by=author(by), note=note))


def confirm(ids: FactsArgument, register: RegisterOption = DEFAULT, by: ByOption = "", note: NoteOption = "") -> None:
    """Say that facts were checked and are right."""
    with existing(register) as opened:
        for one in ids:
            say_written(opened.judge("confirm", [one], by=author(by), note=note))


def reject(ids: FactsArgument, register: RegisterOption = DEFAULT, by: ByOption = "", note: NoteOption = "") -> None:
    """Say that facts were checked and are wrong; they stay, marked."""
    with existing(register) as opened:
        for one in ids:
            say_written(opened.judge("reject", [one], by=author(by), note=note))


def correct(
    id: Annotated[str, typer.Argument(metavar="ID", help="A public id, a tie's too, or a document: its id or name.")],
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD",
            help="As `amity read --format json` names it: name, type, status, signed_on, due; published; of a tie stage or since",
        ),
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What is right.")],
    register: RegisterOption = DEFAULT,
    by: ByOption = "",
    note: NoteOption = "",
) -> None:
    """Correct one field of a thing, or of a document: published, title, publisher or url; what was read is kept beside it.

    A document is read again with what is right: "yesterday" is then another day.
    """
    from amity.register.ids import is_public
    from amity.register.tied import is_tie

    with existing(register) as opened:
        if not (is_public(id) or is_tie(id)):
            say_written(_corrected_document(opened, id, field, value, author(by), note))
            return
        say_written(opened.judge("correct", [id], field=field, value=value, by=author(by), note=note))


def _corrected_document(register: "Register", told: str, field: str, value: str, by: str, note: str) -> Judgement:
    from amity.office.correcting import correct_document
    from amity.register.queries.naming import document_named

    with register.reading() as connection:
        document = document_named(connection, told)
    return correct_document(register, document, field, value, by=by, note=note)


def assess(
    id: Annotated[str, typer.Argument(metavar="ID", help="A commitment's id.")],
    status: Annotated[
        str, typer.Argument(metavar="STATUS", help="fulfilled, partly, in_progress, not_started, stalled, abandoned or superseded.")
    ],
    register: RegisterOption = DEFAULT,
    evidence: Annotated[
        list[str],
        typer.Option("--evidence", metavar="SOURCE", help="What says so: DOCUMENT, DOCUMENT:START-END or words."),
    ] = [],  # noqa: B006
    by: ByOption = "",
    note: NoteOption = "",
) -> None:
    """Say what came of a commitment, and on what evidence; both are kept in the log, and shown with the commitment."""
    from amity.register.queries.pointing import words_at

    with existing(register) as opened:
        with opened.reading() as connection:
            pointed = {one: words_at(connection, one) for one in evidence}
        told = "; ".join([*([note] if note else []), *(f"evidence: {one}" for one, words in pointed.items() if words is None)])
        words = [one for one in pointed.values() if one is not None]
        say_written(opened.judge("assess", [id], words, value=status, by=author(by), note=told))


def undo(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="Numbers of judgements in the log; an undo can be undone too.")],
    register: RegisterOption = DEFAULT,
    by: ByOption = "",
    note: NoteOption = "",
) -> None:
    """Take back decisions."""
    with existing(register) as opened:
        for made in opened.undo_all(numbers, by=author(by), note=note):
            say_written(made)


def log(
    register: RegisterOption = DEFAULT,
    format: RowsOption = Rows.table,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="The last entries; a table has 50 unless told, other formats all.")
    ] = None,
) -> None:
    """List what was added and decided, the latest first."""
    from amity.register.queries.history import entries

    with existing(register) as opened, opened.reading() as connection:
        found = list(entries(connection, limit or (50 if format is Rows.table else None)))
    print_rows(found, format, "log")
    if not found:
        say("nothing was added or decided yet; begin with `amity add`")
