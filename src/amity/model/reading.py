"""The reading contract: all that was read in one document."""

from typing import Literal

import msgspec

from amity.model.actors import Actor, Post
from amity.model.acts import Event, Indicator, Instrument, Mechanism, Project, Statement
from amity.model.text import Document, Removed
from amity.model.told import ToldTie

FACTS = ("posts", "events", "instruments", "statements", "mechanisms", "projects", "indicators")
"""Lists of a reading whose facts cite evidence: all but its actors."""
CONTRACT_QUOTE = 1000  # characters: the longest evidence span that the contract allows


class Reading(msgspec.Struct, kw_only=True):
    """One document's facts, each with its evidence; ids are local to this object. Only entries tell ``ties`` as such.

    ``removed`` is what cleaning took out of the text; it is left out where nothing was.
    """

    schema: Literal["amity/reading/1"] = "amity/reading/1"
    document: Document
    text: str
    actors: list[Actor] = []
    posts: list[Post] = []
    events: list[Event] = []
    instruments: list[Instrument] = []
    statements: list[Statement] = []
    mechanisms: list[Mechanism] = []
    projects: list[Project] = []
    indicators: list[Indicator] = []
    ties: list[ToldTie] | msgspec.UnsetType = msgspec.UNSET
    removed: list[Removed] | msgspec.UnsetType = msgspec.UNSET
