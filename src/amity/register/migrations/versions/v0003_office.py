"""Ties tell how sure they are and whether people checked them; facts are found by what people decided. Only derived tables change."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Alter nothing: the derived tables are made anew."""
