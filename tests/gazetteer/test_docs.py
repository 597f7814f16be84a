"""The page tells what the manifest says, and its examples are true."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from amity.gazetteer import demonym, open_gazetteer

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "gazetteer.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def manifest() -> Any:
    return json.loads(files("amity.gazetteer").joinpath("data", "manifest.json").read_text(encoding="utf-8"))


def test_counts(manifest: Any) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| .*? \| ([\d,]+) \|$", PAGE, re.MULTILINE))
    assert {level: int(count.replace(",", "")) for level, count in rows.items()} == manifest["places"]
    assert f"bear {manifest['names']:,} different names" in PAGE
    assert f"({manifest['bytes'] / 1_000_000:.1f} MB)" in PAGE


def test_sources(manifest: Any) -> None:
    rows = re.findall(r"^\| ([\w-]+) \((Python|JavaScript)\) \| ([\d.]+) \|", PAGE, re.MULTILINE)
    assert set(rows) == {(source["package"], source["package_of"], source["version"]) for source in manifest["sources"]}


def test_pinned_versions_are_those_of_the_file(manifest: Any) -> None:
    folder = ROOT / "tools" / "gazetteer"
    pip = dict(line.split("==") for line in (folder / "requirements.txt").read_text(encoding="utf-8").split())
    npm = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert pip | npm == {source["package"]: source["version"] for source in manifest["sources"]}
    assert all(f"{package}@{version}" in PAGE for package, version in npm.items())


def test_every_table_is_described() -> None:
    tables = {path.name for path in (ROOT / "src" / "amity" / "vocabulary" / "gazetteer").glob("*.toml")}
    assert tables == set(re.findall(r"^\| `(\w+\.toml)` \|", PAGE, re.MULTILINE))


def test_examples() -> None:
    block = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    scope: dict[str, object] = {"demonym": demonym, "open_gazetteer": open_gazetteer}
    exec(block[1], scope)  # the page's own lines
    promised = [line.rsplit("  # ", 1) for line in block[1].splitlines() if "  # " in line and "= open" not in line]
    assert promised
    for expression, value in promised:
        assert repr(eval(expression, scope)) == value
