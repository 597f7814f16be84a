"""Coreference: descriptions and pronouns led to the actors that they mean."""

from amity.reading.coreference.walk import resolve_references

__all__ = ["resolve_references"]
