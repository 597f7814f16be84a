"""Outputs shown in README and docs: made by running the command that stands above each of them.

A block is shown as::

    <!-- run: amity read report.txt -->
    ```text
    ...
    ```

``python -m tools.docs`` writes every block anew; ``stale`` tells which blocks are no longer true.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"<!-- run: (?P<command>.+?) -->\n```(?P<language>\w*)\n(?P<output>.*?)```", re.DOTALL)
TIMEOUT = 300  # seconds for one command


def pages() -> list[Path]:
    """Return the pages that show outputs."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def run(command: str) -> str:
    """Return what the command prints on stdout; `amity` is run with this interpreter, `| head -n N` cuts the lines."""
    words, _, cut = command.partition(" | head -n ")
    amity, *arguments = shlex.split(words)
    if amity != "amity":
        raise ValueError(f"{command}: only amity commands are run")
    environment = {**os.environ, "COLUMNS": "120", "TERM": "dumb", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "amity", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    lines = (done.stdout or done.stderr).rstrip().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines[: int(cut) if cut else None])


def fresh(text: str, run: Callable[[str], str] = run) -> str:
    """Return the page with every block's output made anew."""
    return BLOCK.sub(lambda m: f"<!-- run: {m['command']} -->\n```{m['language']}\n{run(m['command'])}```", text)


def stale() -> Iterator[str]:
    """Yield page and command of every block whose output is no longer what the command prints."""
    for page in pages():
        for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
            if run(block["command"]) != block["output"]:
                yield f"{page.relative_to(ROOT)}: {block['command']}"


def main() -> None:
    """Write the outputs of all pages anew."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        page.write_text(fresh(text), encoding="utf-8")


if __name__ == "__main__":
    main()
