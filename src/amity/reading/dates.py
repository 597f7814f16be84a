"""Times told in a report, resolved against its dateline or published date; never guessed."""

from amity.reading.report import DateMention, Report


def find_dates(report: Report) -> list[DateMention]:
    """Return every time that the report tells, in the order of the text."""
    return []
