"""Who is in the report: names, posts, descriptions and pronouns settled into one actor table."""

from amity.reading.people import find_people
from amity.reading.report import ActorTable, Report


def settle_actors(report: Report) -> ActorTable:
    """Return the table of all actors that the report mentions."""
    table = ActorTable()
    find_people(report, table)
    return table
