"""Titles of one holder: joined where only "and" or a comma stands between them, with the organisation that they share."""

from dataclasses import replace

from spacy.tokens import Doc

from amity.reading.people.posts import is_authority
from amity.reading.people.titles import Title, place_inside
from amity.reading.report import ActorTable

CLOSE = frozenset(("and", "&", "–", "-", "—", "/", "and the", "cum", "and concurrently"))
LOOSE = frozenset((",", ", and", ";", ", as well as", "as well as"))


def joined(titles: list[Title], doc: Doc, table: ActorTable) -> list[Title]:
    """Join titles that one holder has ("Deputy Prime Minister and Foreign Minister"); the joined one has ``parts``."""
    result: list[Title] = []
    for title in titles:
        last = result[-1] if result else None
        if last is not None and _is_joint(doc, last, title):
            result[-1] = replace(last, end=title.end, parts=[*(last.parts or [last]), title], of=last.of or title.of)
        else:
            result.append(title)
    for joint in result:
        _share_organisation(doc, joint, table)
    return result


def _between(doc: Doc, last: Title, title: Title) -> str:
    return " ".join(t.lower_ for t in doc[last.end : title.start] if not t.is_space)


def _is_joint(doc: Doc, last: Title, title: Title) -> bool:
    """Tell whether only joining words stand between two titles that are both one person's."""
    between = _between(doc, last, title)
    bare = last.of is None and last.end - last.start == 1 and last.start > 0 and doc[last.start - 1].lower_ == "the"
    alike = between != "," or doc[last.core[0]].is_lower == doc[title.core[0]].is_lower
    return between in CLOSE | LOOSE and last.head.plural == title.head.plural and alike and not (bare and between == ",")


def _share_organisation(doc: Doc, joint: Title, table: ActorTable) -> None:
    """Give a title without an organisation that of the next one after "and", or that which stands before the first one."""
    for part, following in zip(joint.parts[-2::-1], joint.parts[:0:-1], strict=True):
        if part.of is None and following.of is not None and _between(doc, part, following) in CLOSE:
            organ = part.text.partition(" of ")[2]
            if is_authority(organ):
                part.of = place_inside(table, following.of)
            elif not organ or part.head.represents == "state":
                part.of = following.of
    first = joint.parts[0].of if joint.parts else None
    if first is not None and first.end <= joint.parts[0].core[0]:
        for part in joint.parts[1:]:
            part.of = part.of or first
