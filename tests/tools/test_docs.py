"""README and docs are true today: outputs are what the commands print, links and names exist."""

import re
from pathlib import Path

import pytest

from tools.docs import BLOCK, ROOT, fresh, pages, stale

LINK = re.compile(r"\]\((?!http|#)([^)#]+)")


def test_outputs_are_what_the_commands_print() -> None:
    assert list(stale()) == [], "run `make docs`"


def test_a_block_is_made_anew() -> None:
    page = "before\n<!-- run: amity x -->\n```text\nold\n```\nafter"
    assert fresh(page, lambda command: f"{command}!\n") == "before\n<!-- run: amity x -->\n```text\namity x!\n```\nafter"


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_no_output_shown_is_a_refusal(page: Path) -> None:
    shown = [block for block in BLOCK.finditer(page.read_text(encoding="utf-8")) if block["output"].startswith("amity: ")]
    assert [block["command"] for block in shown] == [], "ids moved? name things that the samples' register has"
