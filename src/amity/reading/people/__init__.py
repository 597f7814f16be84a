"""People: persons, the forms of their names, and the posts that they hold."""

from amity.reading.people.find import find_people

__all__ = ["find_people"]
