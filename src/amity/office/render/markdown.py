"""Papers as Markdown (CommonMark with tables and footnote-like numbers); names are text, whatever characters they hold."""

import re

from amity.exchange.visible import visible
from amity.office.render.paper import Cell, Note, Paper, Points, Run, Source, Table

MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
"""Characters that could begin markup; a backslash before each takes that from them."""
BULLET = re.compile(r"^(\s*)([-+=#]+|\d+[.)])(\s|$)")
AROUND = {"strong": "**", "soft": "", "mark": "", "quote": "", "": ""}


def markdown(paper: Paper) -> str:
    """Return a paper as Markdown."""
    parts = [f"# {_text(paper.title)}", *(_cell(cell) for cell in paper.about)]
    for section in paper.sections:
        parts.append(f"## {_text(section.title)}")
        parts += [_block(block) for block in section.blocks]
    parts += [f"## {_text(paper.sources_title)}", "\n".join(_source(one) for one in paper.sources)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Points | Table | Note) -> str:
    if isinstance(block, Note):
        return _cell(block.cell)
    if isinstance(block, Points):
        return "\n".join(f"{f'{at}.' if block.numbered else '-'} {_cell(item)}" for at, item in enumerate(block.items, 1))
    head = [_row([_text(one) for one in block.heads]), _row(["---"] * len(block.heads))]
    return "\n".join([*head, *(_row([_cell(cell) for cell in row]) for row in block.rows)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "".join(map(_run, cell)).strip()


def _run(run: Run) -> str:
    text = _text(run.text)
    bare = text.strip()
    sign = AROUND[run.style]
    told = text.replace(bare, f"{sign}{bare}{sign}", 1) if sign and bare else text
    return told + "".join(f" [{number}]" for number in run.cites)


def _source(one: Source) -> str:
    address = f" <{visible(one.url)}>" if one.url and not re.search(r"[\s<>]", one.url) else f" {_text(one.url)}" if one.url else ""
    return f"- [{one.number}] {_text(one.words)}{address}"


def _text(text: str) -> str:
    """Return text that no reader of Markdown takes for markup."""
    told = MARKUP.sub(r"\\\1", " ".join(visible(text).split()) if text.strip() else "")
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before and ' '}{BULLET.sub(_bullet, told)}{after and ' '}" if told else text[:1] and " "


def _bullet(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}{found[3]}"
