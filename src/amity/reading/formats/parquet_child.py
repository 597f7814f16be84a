"""Prints the rows of a Parquet file as JSON Lines: run by ``parquet.py`` in a process of its own, ``parquet_child.py PATH LIMIT``.

Imports nothing of Amity, so that it starts at once.
"""

import json
import sys
from typing import Any

from arro3.io import read_parquet

BATCH = 32  # rows held at a time
MEMORY = 3_000_000_000  # bytes of address space, where the system can limit them: a page that unpacks to more is a bomb


def limit_memory() -> None:
    """Let this process end rather than fill the machine's memory."""
    try:
        import resource
    except ImportError:  # no such limits on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def plain(value: Any) -> Any:
    """Return a cell as JSON has it: bytes as the text that they are, days and times as ISO 8601."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def main() -> None:
    """Print each row; end with an error for a row that is longer than the limit."""
    path, limit = sys.argv[1], int(sys.argv[2])
    limit_memory()
    for batch in read_parquet(path, batch_size=BATCH):
        names = batch.column_names
        for row in zip(*(batch.column(name).to_pylist() for name in names), strict=True):
            line = json.dumps(dict(zip(names, row, strict=True)), default=plain)
            if len(line) > 2 * limit:
                sys.exit(2)
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
