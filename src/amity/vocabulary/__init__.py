"""Vocabulary is data: TOML files under ``lang/<code>/``, one per subject, read for the language in force."""

from amity.vocabulary.languages import Language, languages
from amity.vocabulary.loading import (
    DEFAULT_LANGUAGE,
    alternatives,
    language,
    load,
    load_as,
    load_common,
    per_language,
    per_language_most,
    speaking,
)

__all__ = [
    "DEFAULT_LANGUAGE",
    "Language",
    "alternatives",
    "language",
    "languages",
    "load",
    "load_as",
    "load_common",
    "per_language",
    "per_language_most",
    "speaking",
]
