"""Derived only: what people decided about ties stands beside the sentences that tell them."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Alter no source; the rebuild that follows makes the derived tables anew."""
