"""Who is in the report: names, posts, descriptions and pronouns settled into one actor table."""

from amity.reading.report import ActorTable, Report


def settle_actors(report: Report) -> ActorTable:
    """Return the table of all actors that the report mentions."""
    return ActorTable()
