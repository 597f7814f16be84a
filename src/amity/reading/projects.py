"""Projects: concrete undertakings that one could follow over time."""

from amity.model import Project
from amity.reading.report import Report


def find_projects(report: Report) -> list[Project]:
    """Return the projects that the report names."""
    return []
