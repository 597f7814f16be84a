"""The bundled sample reports, written for this project from public facts."""

from pathlib import Path

SAMPLES = Path(__file__).parent
"""Folder with ``reports/*.txt`` and ``sources.jsonl`` (id, published, publisher)."""
