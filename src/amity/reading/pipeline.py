"""The stages in their order: from cleaned text to a reading."""

import traceback
from collections.abc import Sequence

from amity.errors import AmityError
from amity.model import Reading, Removed
from amity.reading.actors import settle_actors
from amity.reading.answers import link_answers
from amity.reading.clean import Cleaned, clean
from amity.reading.dates import find_dates
from amity.reading.events import find_events
from amity.reading.indicators import find_indicators
from amity.reading.instruments import find_instruments
from amity.reading.load import Failure, Loaded
from amity.reading.mechanisms import find_mechanisms
from amity.reading.pages import settle
from amity.reading.parser import DEFAULT_PIPELINE, parse_all
from amity.reading.projects import find_projects
from amity.reading.relevance import about_cooperation
from amity.reading.report import Report
from amity.reading.select import select
from amity.reading.statements import find_statements


def begin(cleaned: Cleaned, pipeline: str = DEFAULT_PIPELINE, pages: Sequence[int] = ()) -> Report:
    """First pass: parse the text, settle its times and who is in it; ``pages`` are the offsets at which its pages begin."""
    title = cleaned.document.title
    doc, *titles = parse_all([cleaned.text, title] if title else [cleaned.text], pipeline)
    report = Report(cleaned.document, cleaned.text, doc, cleaned.removed, roles=cleaned.roles, pages=pages)
    report.title = titles[0] if titles else None
    report.dates = find_dates(report)
    report.table = settle_actors(report)
    return report


def finish(report: Report) -> Reading:
    """Second pass: read the facts clause by clause and keep the actors that take part in them."""
    if not about_cooperation(report):
        return Reading(document=report.document, text=report.text)
    instruments = find_instruments(report)
    events = find_events(report, instruments)
    reading = Reading(
        document=report.document,
        text=report.text,
        actors=list(report.table.actors.values()),
        posts=report.table.posts,
        events=events,
        instruments=instruments,
        statements=link_answers(report, find_statements(report, instruments)),
        mechanisms=find_mechanisms(report),
        projects=find_projects(report),
        indicators=find_indicators(report),
    )
    return select(report, reading)


def read_cleaned(cleaned: Cleaned, pipeline: str = DEFAULT_PIPELINE) -> Reading:
    """Read one cleaned report."""
    return finish(begin(cleaned, pipeline))


def read_loaded(loaded: Loaded, pipeline: str = DEFAULT_PIPELINE) -> tuple[Report, Reading]:
    """Clean and read one document; return the report too, with the rules that fired."""
    cleaned = clean(loaded.text, loaded.document)
    left_out = zip(settle(loaded.text, [out.at for out in loaded.left_out], cleaned.text), loaded.left_out, strict=True)
    cleaned.removed[:0] = [Removed(at, out.text, out.rule) for at, out in left_out]
    report = begin(cleaned, pipeline, settle(loaded.text, loaded.pages, cleaned.text))
    return report, finish(report)


def read_safely(loaded: Loaded, pipeline: str = DEFAULT_PIPELINE) -> tuple[Report, Reading] | Failure:
    """Read one document as read_loaded does; one that cannot be read, for whatever reason, is a failure of its own."""
    try:
        return read_loaded(loaded, pipeline)
    except AmityError:
        raise
    except Exception as error:  # one odd text must not cost the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"reading failed ({type(error).__name__} in {place.name}); please report it with the text"
        return Failure(loaded.document.path, reason)
