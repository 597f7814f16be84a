"""Native forms of names, which cleaning took out of the text, given to the actors named before them."""

from amity.reading.cleaning.native import RULE
from amity.reading.report import ActorTable, Mention, Report

AROUND = " \t\n()（）,，"


def add_native_forms(report: Report, table: ActorTable) -> None:
    """Give each native form to the actor of the longest name that ends where it stood, as an alias."""
    for item in report.removed:
        if item.rule != RULE:
            continue
        ending = [m for m in table.mentions if m.form == "name" and len(m.refers) == 1 and _ends_at(report, m, item.at)]
        if ending:
            named = max(ending, key=lambda m: (m.end - m.start, m.refers))
            aliases = table.actors[named.refers[0]].aliases
            if (form := item.text.strip(AROUND)) not in aliases:
                aliases.append(form)


def _ends_at(report: Report, mention: Mention, at: int) -> bool:
    last = report.doc[mention.end - 1]
    return last.idx + len(last) == at
