"""Where a list stands in its file, and which profile fits it."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from rapidfuzz import fuzz, process

from amity.errors import UsageError
from amity.office.lists.grid import Book, GridRow, Sheet, letters, one_line
from amity.office.lists.profile import Profile, plain_heading, shipped
from amity.office.lists.words import words

DEEPEST = 30
"""Rows from the top among which the headings are: titles, addresses and logos stand above them."""
LIKE = 75
"""Likeness (0 to 100) from which a heading is offered for one that is wanted."""
SHOWN = 3
"""Headings of a wanted column that a message names."""


class Headed(msgspec.Struct, frozen=True):
    """A list found: its sheet, its profile, the row of its headings, and where each column of the profile stands, from 0."""

    sheet: Sheet
    profile: Profile
    header: GridRow
    places: dict[str, int]

    @property
    def complete(self) -> bool:
        """Whether all columns that the profile requires are there."""
        return all(one.called in self.places for one in self.profile.required())

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What the best fit has most of: all that is required, columns known, of these required ones."""
        needed = sum(one.called in self.places for one in self.profile.required())
        return self.complete, len(self.places), needed

    def heading(self, place: int) -> str:
        """Return the heading of a column, "" where there is none."""
        cells = self.header.cells
        return one_line(cells[place] or "") if place < len(cells) else ""

    def column(self, called: str) -> str:
        """Return what a person calls a column of the profile: its letter and heading."""
        place = self.places[called]
        return f"{letters(place)} ({self.heading(place)})"

    def unused(self) -> list[str]:
        """Return the headings of columns that the profile does not have, running numbers aside."""
        used = set(self.places.values())
        told = [self.heading(place) for place in self.header.filled() if place not in used]
        return [one for one in told if plain_heading(one) not in words().numbers]


def find_list(book: Book, profile: Profile | None, sheet: str | None) -> Headed:
    """Return the list of a file; raise UsageError where there is none, or more than one that it could be."""
    wanted = sheet or (profile.sheet if profile else None)
    sheets = _sheets(book, wanted)
    found = [best for one in sheets if (best := _best(one, [profile] if profile else shipped().values()))]
    fitting = [one for one in found if one.complete]
    if len(fitting) > 1 and not wanted:
        fitting = [one for one in fitting if not one.sheet.hidden] or fitting
    if len(fitting) == 1 and (wanted or not fitting[0].sheet.hidden):
        return fitting[0]
    if fitting:
        told = ", ".join(f"{one.sheet.name} ({one.profile.title})" for one in fitting)
        hidden = "only a hidden sheet holds" if len(fitting) == 1 else "more than one sheet holds"
        raise UsageError(f"{book.name}: {hidden} such a list: {told}; name the one to import with --sheet")
    raise UsageError(f"{book.name}: {_lacking(found, sheets, profile)}")


def _sheets(book: Book, wanted: str | None) -> Sequence[Sheet]:
    if wanted is None:
        return book.sheets
    named = [one for one in book.sheets if one.name is not None]
    if not named:
        raise UsageError(f"{book.name}: --sheet {wanted}: a CSV file has no sheets; leave it out")
    found = [one for one in named if (one.name or "").casefold() == wanted.casefold()]
    if not found:
        names = ", ".join(f"{one.name}{' (hidden)' if one.hidden else ''}" for one in named)
        raise UsageError(f"{book.name}: it has no sheet {wanted!r}; there are {names}")
    return found


def _best(sheet: Sheet, profiles: Iterable[Profile]) -> Headed | None:
    """Return the profile and the row of headings that fit a sheet best; None where no column is known, or two profiles fit as well."""
    found = [fit for profile in profiles if (fit := fitted(sheet, profile))]
    found.sort(key=lambda one: one.rank, reverse=True)
    if len(found) > 1 and found[0].complete and found[0].rank == found[1].rank:
        names = " and ".join(one.profile.name for one in found[:2])
        raise UsageError(f"profiles {names} fit this list as well; say which with --profile")
    return found[0] if found else None


def fitted(sheet: Sheet, profile: Profile) -> Headed | None:
    """Return a sheet under the headings that fit a profile best, None where none of its first rows has any."""
    rows = [row for row in sheet.rows if row.number <= DEEPEST or row.number == profile.header_row]
    if profile.header_row is not None:
        rows = [row for row in rows if row.number == profile.header_row]
    found = [Headed(sheet, profile, row, places) for row in rows if (places := _places(row, profile))]
    return max(found, key=lambda one: one.rank, default=None)


def _places(row: GridRow, profile: Profile) -> dict[str, int]:
    """Return which columns of a row have a heading of the profile; of several that fit a column the first of its headings counts."""
    found: dict[str, int] = {}
    headings = {place: plain_heading(str(row.cells[place])) for place in row.filled() if isinstance(row.cells[place], str)}
    for column in profile.column:
        for heading in column.headings:
            place = _place_of(plain_heading(heading), headings, found)
            if place is not None:
                found[column.called] = place
                break
    return found


def _place_of(heading: str, headings: Mapping[int, str], taken: Mapping[str, int]) -> int | None:
    return next((place for place, told in headings.items() if told == heading and place not in taken.values()), None)


def twice(headed: Headed) -> list[str]:
    """Return what is wrong with headings that stand over two columns, so that nobody knows which is meant."""
    wrong = []
    for called, place in headed.places.items():
        own = plain_heading(headed.heading(place))
        other = [at for at in headed.header.filled() if at != place and plain_heading(headed.heading(at)) == own]
        if other:
            where = " and ".join(letters(at) for at in (place, *other))
            wrong.append(f"columns {where} are both called {headed.heading(place)!r} ({called}); rename one")
    return wrong


def _lacking(found: Sequence[Headed], sheets: Sequence[Sheet], profile: Profile | None) -> str:
    """Return what is missing for a list: the columns found, those wanted, and the headings that are nearest to them."""
    if not any(one.rows for one in sheets):
        return "it has no rows; nothing to import"
    best = max(found, key=lambda one: one.rank, default=None)
    if best is None:
        return _unknown(sheets, profile)
    missing = [one for one in best.profile.required() if one.called not in best.places]
    wanted = "; ".join(f"{one.called} ({', '.join(one.headings[:SHOWN])} …)" for one in missing)
    told = ", ".join(filter(None, (best.heading(place) for place in best.header.filled())))
    where = f"row {best.header.number}" + (f" of sheet {best.sheet.name}" if best.sheet.name else "")
    near = _nearest(best.unused(), [heading for one in missing for heading in one.headings])
    return (
        f"as a list of {best.profile.title.lower()} it lacks the column {wanted}; found in {where}: {told}{near}; "
        f"rename a heading, or write a profile (`amity import --template {best.profile.name}`) and name it with --profile"
    )


def _unknown(sheets: Sequence[Sheet], profile: Profile | None) -> str:
    first = next(row for one in sheets for row in one.rows)
    named = [profile] if profile else list(shipped().values())
    wanted = "; ".join(f"{one.name}: {', '.join(column.headings[0] for column in one.required())}" for one in named)
    cells = [str(first.cells[place]) for place in first.filled()]
    near = _nearest(cells, [heading for one in named for column in one.column for heading in column.headings])
    return (
        f"no row of headings that is known; row {first.number} has: {', '.join(map(one_line, cells))}; wanted: {wanted}{near}; "
        "write a profile (`amity import --template agreements`) and name it with --profile"
    )


def _nearest(told: Iterable[str], wanted: Sequence[str]) -> str:
    """Return which headings may be meant, as part of a message."""
    found = ((one, process.extractOne(one, wanted, scorer=fuzz.ratio, score_cutoff=LIKE)) for one in told)
    near = [f"{one!r} is like {match[0]!r}" for one, match in found if match]
    return f"; {', '.join(near[:SHOWN])}" if near else ""
