"""The schema's versions (Alembic). Sources are altered step by step; derived tables are made anew and filled by a rebuild."""

HEAD = "0004"
"""The version that this program writes."""
