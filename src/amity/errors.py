"""The error tree.

AmityError
├── SourceError       a document cannot be read (one line: the reason)
├── UsageError        an argument makes no sense (a wrong date, an unknown field)
├── RegisterError     the register cannot be opened, read or written (locked, full, damaged)
└── SetupError        something the program needs is not installed or is damaged
"""


class AmityError(Exception):
    """Any error that Amity reports to its user; the message names the thing, the reason and the way out."""


class SourceError(AmityError):
    """A document that cannot be read; the others still are."""


class UsageError(AmityError):
    """An argument that makes no sense."""


class RegisterError(AmityError):
    """The register's file cannot be opened, read or written; what it held before is kept."""


class SetupError(AmityError):
    """Something that the program needs is missing or damaged."""
