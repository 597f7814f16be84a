"""The reports that are searched are found by their days and outlets without reading them.

Derived: what people decided about ties stands beside the sentences that tell them; what is due is found by its day.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

SEARCHED = sa.text("reading IS NOT NULL AND entry IS NULL")


def upgrade() -> None:
    """Add the indexes; the rebuild that follows makes the derived tables anew."""
    for name, columns in (("documents_searched", ["told"]), ("documents_outlets", ["publisher", "told"])):
        op.create_index(name, "documents", columns, sqlite_where=SEARCHED, postgresql_where=SEARCHED)
