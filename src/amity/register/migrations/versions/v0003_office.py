"""Entries beside reports, with their files; readings tell with which corrections of the document they were made.

Derived: ties tell how sure they are and whether people checked them; facts are found by what people decided.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what the sources lacked."""
    op.add_column("documents", sa.Column("entry", sa.JSON))
    for name in ("file", "about"):
        op.add_column("documents", sa.Column(name, sa.String))
        op.create_index(f"ix_documents_{name}", "documents", [name])
    op.add_column("readings", sa.Column("corrected", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "files",
        sa.Column("hash", sa.String, primary_key=True),
        *[sa.Column(name, sa.String, nullable=False) for name in ("name", "media", "added_at")],
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
