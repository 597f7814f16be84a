"""What archives share: the budget that all of them in one input spend, and the reading of what is inside."""

from amity.errors import SourceError
from amity.reading.formats.model import Budget, Documents, Input, Options


def budget_of(source: Input, options: Options) -> Budget:
    """Return the budget of the outermost archive; raise SourceError when archives nest deeper than the limit."""
    if source.level >= options.limits.nesting:
        raise SourceError(f"archives inside archives, more than {options.limits.nesting} deep; unpack them and read their parts")
    return source.budget or Budget(options.limits)


def inside(source: Input, options: Options) -> Documents:
    """Yield the documents of a file in an archive."""
    from amity.reading.formats.registry import documents  # which imports the archives' own formats

    return documents(source, options)
