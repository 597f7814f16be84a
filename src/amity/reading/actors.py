"""Who is in the report: names, posts, descriptions and pronouns settled into one actor table."""

from amity.reading.coreference import resolve_references
from amity.reading.organisations import find_organisations
from amity.reading.people import find_people
from amity.reading.places import find_places
from amity.reading.report import ActorTable, Report
from amity.reading.representation import principal_sides, settle_partial_names, settle_speaking


def settle_actors(report: Report) -> ActorTable:
    """Return the table of all actors that the report mentions."""
    table = ActorTable()
    places = find_places(report, table)
    find_organisations(report, table, places)
    find_people(report, table)
    settle_speaking(table)
    table.sides = principal_sides(report, table)
    resolve_references(report, table)
    settle_partial_names(report, table)
    return table
