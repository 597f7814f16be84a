"""Instruments: texts that parties conclude or mean to conclude, each once, with what became of it."""

from amity.reading.instruments.finding import find_instruments

__all__ = ["find_instruments"]
