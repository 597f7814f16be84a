"""The table of formats in the docs: made from the formats themselves.

``python -m tools.formats`` writes it anew; a test tells when it is stale.
"""

import re
from pathlib import Path

from amity.reading.formats import table

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
BLOCK = re.compile(r"(?<=<!-- formats -->\n).*?(?=<!-- /formats -->)", re.DOTALL)


def fresh(page: str) -> str:
    """Return the page with the table made anew."""
    return BLOCK.sub(lambda _: table(), page)


def main() -> None:
    """Write the table anew."""
    PAGE.write_text(fresh(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
