"""Papers as one HTML page of its own: print and dark style, no script, nothing fetched from elsewhere."""

import html as escaping
from importlib.resources import files

from amity.exchange.visible import visible
from amity.office.render.paper import LINKED, Cell, Note, Paper, Points, Run, Section, Source, Table

TAGS = {"strong": "strong", "soft": "span", "mark": "span", "quote": "q", "": ""}
CODES = {"en": "en", "vi": "vi", "zh": "zh-Hans"}


def html(paper: Paper) -> str:
    """Return a paper as an HTML page."""
    style = files("amity.office.render").joinpath("paper.css").read_text(encoding="utf-8")
    body = "\n".join([
        f"<h1>{_text(paper.title)}</h1>", *(f'<p class="about">{_cell(cell)}</p>' for cell in paper.about),
        *(_section(section) for section in paper.sections), _sources(paper),
    ])  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{CODES.get(paper.language, "en")}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(paper.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(section: Section) -> str:
    blocks = "\n".join(map(_block, section.blocks))
    return f"<section{' class=lead' if section.lead else ''}>\n<h2>{_text(section.title)}</h2>\n{blocks}\n</section>"


def _block(block: Points | Table | Note) -> str:
    if isinstance(block, Note):
        return f'<p class="note">{_cell(block.cell)}</p>'
    if isinstance(block, Points):
        tag = "ol" if block.numbered else "ul"
        return f"<{tag}>\n" + "\n".join(f"<li>{_cell(item)}</li>" for item in block.items) + f"\n</{tag}>"
    widths = "".join(f'<col style="width:{share}%">' for share in block.widths)
    heads = "".join(f'<th scope="col">{_text(head)}</th>' for head in block.heads)
    rows = "\n".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
    return f"<table>\n<colgroup>{widths}</colgroup>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _cell(cell: Cell) -> str:
    return "".join(map(_run, cell)).strip()


def _run(run: Run) -> str:
    tag, text = TAGS[run.style], _text(run.text)
    kind = f' class="{run.style}"' if tag in ("span", "q") else ""
    told = f"<{tag}{kind}><bdi>{text}</bdi></{tag}>" if tag and text else f"<bdi>{text}</bdi>" if text.strip() else text
    return told + "".join(f'<a class="cite" href="#source-{number}">[{number}]</a>' for number in run.cites)


def _sources(paper: Paper) -> str:
    rows = "\n".join(f'<li id="source-{one.number}" value="{one.number}">{_source(one)}</li>' for one in paper.sources)
    return f"<section class=sources>\n<h2>{_text(paper.sources_title)}</h2>\n<ol>\n{rows}\n</ol>\n</section>"


def _source(one: Source) -> str:
    if not one.url:
        return f"<bdi>{_text(one.words)}</bdi>"
    address = _text(one.url)
    linked = f'<a href="{address}" rel="noreferrer">{address}</a>' if one.url.startswith(LINKED) else address
    return f"<bdi>{_text(one.words)}</bdi>, {linked}"


def _text(text: str) -> str:
    return escaping.escape(visible(text))
