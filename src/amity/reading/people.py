"""People: persons, the forms of their names, and the posts that they hold."""

from amity.reading.report import ActorTable, Report


def find_people(report: Report, table: ActorTable) -> None:
    """Add the persons of the report, their mentions and their posts to the table."""
