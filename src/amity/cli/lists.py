"""``amity actors``, ``events``, ``commitments`` and the other lists, and ``amity search``."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from amity.cli.options import CheckedOption
from amity.cli.registers import DEFAULT, RegisterOption, Rows, RowsOption, existing, print_rows, say

Many = list[str]


def _values(help: str, metavar: str = "VALUE", name: str | None = None) -> Any:
    return typer.Option(*([name] if name else []), metavar=metavar, help=help)


LISTS = {
    "documents": "Reports, with their source and why one was kept unread.",
    "actors": "Jurisdictions and organisations.",
    "people": "Persons, with the posts that reports give them.",
    "events": "Meetings, visits, signings and other events.",
    "instruments": "Agreements, memoranda, letters of intent and other texts.",
    "statements": "What parties said, hoped, asked, promised and agreed.",
    "commitments": "Promises of force 4 or more that name an action, with their follow-through.",
    "requests": "Hopes and requests, with their answers.",
    "mechanisms": "Standing ways of working together.",
    "projects": "Concrete undertakings, with their status.",
    "indicators": "Figures that reports claim.",
    "ties": "Relations of two actors, with their stage.",
    "conflicts": "What reports say that cannot all be true.",
}
EXAMPLES = """
Examples:

  amity {name} --limit 10

  amity {name} --from 2024 --to 2024-06 --format csv > {name}.csv

  amity {name} --facets
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for name, about in LISTS.items():
        app.command(name, help=about, epilog=EXAMPLES.format(name=name), rich_help_panel="Lists")(_command(name))
    app.command("search", rich_help_panel="Lists")(search)


def _command(name: str) -> Callable[..., None]:
    def command(
        register: RegisterOption = DEFAULT,
        format: RowsOption = Rows.table,
        party: Annotated[Many, _values("A side: name or id; a place means all in it. Repeat for several that all take part.", "NAME")] = [],  # noqa: B006
        person: Annotated[Many, _values("A person who takes part: name or id.", "NAME")] = [],  # noqa: B006
        place: Annotated[Many, _values("Where it is, or where a side lies.", "NAME")] = [],  # noqa: B006
        sector: Annotated[Many, _values("A sector, such as trade or border.")] = [],  # noqa: B006
        kind: Annotated[Many, _values("A kind or type, such as mou, meeting or province.")] = [],  # noqa: B006
        status: Annotated[Many, _values("A status, such as in_effect, held or fulfilled; open for all commitments still open.")] = [],  # noqa: B006
        stage: Annotated[Many, _values("The stage of a tie, such as established.")] = [],  # noqa: B006
        mode: Annotated[Many, _values("How people met: in_person, online, phone, hybrid.")] = [],  # noqa: B006
        unit: Annotated[Many, _values("The unit that sees to it, as `amity assign` says.", "NAME")] = [],  # noqa: B006
        country: Annotated[Many, _values("A country by its ISO 3166-1 code, such as LA.", "CODE")] = [],  # noqa: B006
        specificity: Annotated[Many, _values("none, sector, action or measurable.")] = [],  # noqa: B006
        force: Annotated[str | None, _values("Force of statements from 0 to 6, or a range: 4-6.", "N")] = None,
        start: Annotated[str | None, _values("From this day, month or year on.", "DATE", "--from")] = None,
        end: Annotated[str | None, _values("Up to and with this day, month or year.", "DATE", "--to")] = None,
        source: Annotated[Many, _values("A publisher.", "NAME")] = [],  # noqa: B006
        state: Annotated[Many, _values("unchecked, confirmed, corrected, rejected or entered; without it all but what was rejected.")] = [],  # noqa: B006
        confidence: Annotated[str | None, _values("At least so sure: low, medium or high.")] = None,
        checked_only: CheckedOption = False,
        sort: Annotated[str, _values("Order, such as day, -day (latest first) or label.", "ORDER")] = "",
        limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Rows; a table has 50 unless told, other formats all.")] = None,
        after: Annotated[str | None, _values("The cursor of the page before.", "CURSOR")] = None,
        facets: Annotated[bool, typer.Option("--facets", help="Count the rows by kind, status, sector … instead.")] = False,
    ) -> None:
        from amity.register.queries.filters import Filters

        narrowed = Filters(
            party=tuple(party), person=tuple(person), place=tuple(place), sector=tuple(sector), kind=tuple(kind), status=tuple(status),
            stage=tuple(stage), mode=tuple(mode), country=tuple(country), specificity=tuple(specificity), force=force, start=start, end=end,
            source=tuple(source), state=tuple(state), confidence=confidence, unit=tuple(unit), checked_only=checked_only,
        )  # fmt: skip
        with existing(register) as opened, opened.reading() as connection:
            _answer(connection, name, narrowed, format, sort, limit, after, facets)

    return command


def _answer(connection: Any, name: str, filters: Any, format: Rows, sort: str, limit: int | None, after: str | None, count: bool) -> None:
    from amity.exchange.listed import passed
    from amity.register.queries.derived import searched_in
    from amity.register.queries.listing import LISTINGS
    from amity.register.queries.pages import PAGE, everything, facets, page

    listing = LISTINGS[name]
    if count:
        found = facets(connection, listing, filters)
        counted = ({"facet": facet, "value": value, "count": n} for facet, values in found.items() for value, n in values.items())
        print_rows(counted, format, "facets")
    elif format is not Rows.table and limit is None and after is None:
        print_rows(everything(connection, listing, filters, sort=sort), format, name)
    else:
        one = page(connection, listing, filters, sort=sort, limit=limit or PAGE, after=after)
        print_rows(one.rows, format, name)
        if format is Rows.table and any(passed(row) for row in one.rows):
            where = searched_in(connection)
            searched = f"searched {where['reports']:,} reports of {where['outlets']:,} outlets up to {where['until']}"
            say(f"derived: the day is over and no report says more; {searched}")
        if one.after:
            total = f"more than {one.total:,}" if one.more else f"{one.total:,}"
            say(f"{len(one.rows)} of {total} {name}; the next: --after {one.after}")
        elif not one.rows:
            say(f"no {name} like that; {'leave out a filter' if filters.given() else 'add reports with `amity add`'}")


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD...", help='Words that all must be there; word* for beginnings, "two words" side by side.')
    ],
    register: RegisterOption = DEFAULT,
    format: RowsOption = Rows.table,
    checked_only: CheckedOption = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Things, and documents, at most.")] = 20,
) -> None:
    """Search names, actions and reports, the best first; what was rejected is left out."""
    from amity.register.queries.searching import search as found

    with existing(register) as opened, opened.reading() as connection:
        rows = found(connection, " ".join(words), limit=limit, checked_only=checked_only)
    print_rows(({name: value for name, value in row.items() if name != "score"} for row in rows), format, "search")
    if not rows:
        say(f"nothing holds {' '.join(words)!r}; try fewer words or a beginning with *")
