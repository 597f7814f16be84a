"""Reports keep why they were not read, their day and of which they are copies; anchors tell facts of one sentence apart by number."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what the sources lacked, with the indexes of the derived tables' look-ups."""
    op.add_column("documents", sa.Column("unread", sa.Text))
    op.add_column("documents", sa.Column("told", sa.String, nullable=False, server_default=""))
    op.add_column("documents", sa.Column("witness", sa.Integer))
    op.execute("UPDATE documents SET told = coalesce(published, '')")
    op.add_column("mints", sa.Column("nth", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_documents_url", "documents", ["url"])
    op.create_index("ix_documents_publisher", "documents", ["publisher"])
    op.create_index("documents_told", "documents", ["told", "number"])
    op.create_index("documents_witness", "documents", ["witness"])
    op.create_index("readings_document", "readings", ["document"])
    op.create_index("log_kind", "log", ["kind", "number"])
    for name, columns in (("id", ["id"]), ("serial", ["layer", "serial"]), ("document", ["document"])):
        op.create_index(f"mints_{name}", "mints", columns)
