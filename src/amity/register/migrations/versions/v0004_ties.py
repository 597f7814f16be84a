"""The reports that are searched are found by their days and outlets without reading them.

Derived: what people decided about ties stands beside the sentences that tell them; what is due is found by its day; parts of layers are
counted.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

SEARCHED = "reading IS NOT NULL AND entry IS NULL"
INDEXES = {
    "documents_searched": (["told"], SEARCHED),
    "documents_outlets": (["publisher", "told"], SEARCHED),
    "documents_undone": (["id"], "reading IS NULL AND withdrawn_at IS NULL"),
}


def upgrade() -> None:
    """Add the indexes; the rebuild that follows makes the derived tables anew."""
    for name, (columns, where) in INDEXES.items():
        op.create_index(name, "documents", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
