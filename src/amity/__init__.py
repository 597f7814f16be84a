"""Amity reads reports about cooperation between places and governments, each fact with the words that say so."""

__version__ = "0.1.0"
