"""The day that it is."""

import os
from datetime import date

DAY = "AMITY_TODAY"
"""Environment variable with the day (ISO 8601) as of which everything is told, so that an output can be made again later."""


def today() -> date:
    """Return the day that it is, or the one that ``AMITY_TODAY`` names; what is no date there is left aside."""
    try:
        return date.fromisoformat(os.environ.get(DAY, ""))
    except ValueError:
        return date.today()
