"""The first schema: documents, readings, log and ids."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the sources."""
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("path", sa.String, nullable=False),
        *[sa.Column(name, sa.String) for name in ("url", "published", "publisher", "agency", "language", "format")],
        sa.Column("title", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("withdrawn_at", sa.String),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.number"), nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "log",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        *[sa.Column(name, sa.String, nullable=False) for name in ("at", "by", "kind")],
        sa.Column("document", sa.String),
        sa.Column("payload", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mints",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        *[sa.Column(name, sa.String, nullable=False) for name in ("id", "layer")],
        *[sa.Column(name, sa.Integer, nullable=False) for name in ("serial", "log", "document", "start", "end")],
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("hint", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
