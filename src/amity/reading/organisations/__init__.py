"""Organisations: their names, by head nouns and by a list of well-known ones, settled to one actor each."""
