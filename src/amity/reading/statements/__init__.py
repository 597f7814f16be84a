"""Statements: one speaker's act about one action, with its force."""

from amity.reading.statements.finding import find_statements

__all__ = ["find_statements"]
