"""Vocabulary is data: TOML files under ``lang/<code>/``, one per subject, read for the language in force."""

from amity.vocabulary.loading import DEFAULT_LANGUAGE, alternatives, language, load, per_language, per_language_most, speaking

__all__ = ["DEFAULT_LANGUAGE", "alternatives", "language", "load", "per_language", "per_language_most", "speaking"]
