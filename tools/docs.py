"""Outputs shown in README and docs: made by running the command that stands above each of them.

A block is shown as::

    <!-- run: amity read report.txt -->
    ```text
    ...
    ```

Commands of the register are run on one of the bundled samples, made anew for each run (``build/docs.db``).
``python -m tools.docs`` writes every block anew; ``stale`` tells which blocks are no longer true.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from amity.model.clock import DAY

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"<!-- run: (?P<command>.+?) -->\n```(?P<language>\w*)\n(?P<output>.*?)```", re.DOTALL)
TIMEOUT = 300  # seconds for one command
WITHOUT_REGISTER = {"read", "explain", "evaluate", "schema", "--help"}
REGISTER = "build/docs.db"  # as shown: no path of this machine
SAMPLES = "src/amity/samples"
TODAY = "2026-01-15"
"""The day of all outputs, shortly after the last sample: what is derived from the day of asking stays as shown."""


def pages() -> list[Path]:
    """Return the pages that show outputs."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def run(command: str) -> str:
    """Return what the command prints on stdout; `amity` is run with this interpreter, `| head -n N` cuts the lines."""
    words, _, cut = command.partition(" | head -n ")
    amity, *arguments = shlex.split(words)
    if amity != "amity":
        raise ValueError(f"{command}: only amity commands are run")
    done = _run(arguments, {} if WITHOUT_REGISTER & set(arguments) else {"AMITY_REGISTER": register()})
    lines = (done.stdout or done.stderr).rstrip().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines[: int(cut) if cut else None])


def _run(arguments: list[str], more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "120", "TERM": "dumb", "NO_COLOR": "1", DAY: TODAY, **more}
    words = [sys.executable, "-m", "amity", *arguments]
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False)


@cache
def register() -> str:
    """Return the register of the samples, made by the first command that needs it."""
    path = ROOT / REGISTER
    path.parent.mkdir(exist_ok=True)
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    done = _run(["add", "--metadata", f"{SAMPLES}/sources.jsonl", f"{SAMPLES}/reports"], {"AMITY_REGISTER": REGISTER})
    if done.returncode:
        raise RuntimeError(f"{REGISTER}: {done.stderr}")
    return REGISTER


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
