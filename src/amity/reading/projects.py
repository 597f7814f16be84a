"""Projects: concrete undertakings that one could follow over time."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from amity.model import Project
from amity.model.acts import ProjectStatus
from amity.reading.nominals import DASHES, content, is_capital, is_definite, is_headline, named, tail
from amity.reading.phrases import Phrases
from amity.reading.report import Report
from amity.reading.undertakings import Act, act_after, act_on, is_strong
from amity.vocabulary import load

RANK: tuple[ProjectStatus, ...] = ("suspended", "completed", "ongoing", "planned", "unknown")
MONEY = re.compile(r"(?:US\$|\$|€|£|¥|USD|EUR|RMB|CNY)\s?\d[\d.,]*(?:\s?(?:million|billion|trillion))?|\d[\d.,]*\s(?:million|billion|trillion)?\s?(?:U\.?S\.? dollars|dollars|euros|yuan|pounds|yen)")


@dataclass(frozen=True)
class Named:
    """A project named by ``span``; ``core`` is the part before its tail, ``act`` what is done about it."""

    span: Span
    core: Span
    kind: str
    noun: Token
    act: Act | None

    @property
    def key(self) -> frozenset[str]:
        """The words that tell it from other projects."""
        return content(self.core)

    @property
    def head(self) -> Token:
        """The noun."""
        return self.core[-1]


def find_projects(report: Report) -> list[Project]:
    """Return the projects that the report names, each once, with every sentence that names it as evidence."""
    groups: list[list[Named]] = []
    for found in _namings(report):
        group = next((g for g in groups if _same(g, found)), None)
        if group is None:
            groups.append([found])
        else:
            group.append(found)
    kept = [g for g in groups if any(_is_project(n) for n in g)]
    return [_project(report, group, f"p{number}") for number, group in enumerate(kept, 1)]


def _namings(report: Report) -> list[Named]:
    """Return the namings of possible projects in the order of the text; of overlapping ones the surer, then the wider."""
    found = []
    for match in _heads().search(report.doc):
        head = match.span[-1]
        if (head.pos_ in {"NOUN", "PROPN"} or len(match.span) > 1) and not _runs_on(head):
            found.append(_naming(head, match.entry))
    found += _objects(report, {n.noun.i for n in found})
    kept: list[Named] = []
    taken: set[int] = set()
    for naming in sorted(found, key=lambda n: (not _is_project(n), -len(n.core), n.core.start)):
        words = {*range(naming.core.start, naming.core.end), naming.noun.i}
        if not taken & words:
            kept.append(naming)
            taken |= words
    return sorted(kept, key=lambda n: n.span.start)


def _objects(report: Report, known: set[int]) -> list[Named]:
    """Return what is built, inaugurated or renovated though its noun is not in the vocabulary."""
    found = []
    for token in report.doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.i in known or token.dep_ not in {"dobj", "nsubjpass", "pobj", "conj"} or _is_abstract(token):
            continue
        if token.pos_ == "PROPN" and (report.table.at(token) or any(c.lower_ == "into" for c in token.head.children)):
            continue
        naming = _naming(token, "object")
        if naming.act is not None and is_strong(naming.act):
            found.append(naming)
    return found


def _is_abstract(noun: Token) -> bool:
    """Tell whether what is built is no work but a relation, an idea or a body of people."""
    return noun.lemma_.lower() in _words("strong", "abstract") or noun.lower_.removesuffix("s").endswith(tuple(_words("strong", "endings")))


def _runs_on(head: Token) -> bool:
    """Tell whether the noun only modifies the next ("railway station", "airport manager"), but for the noun of an act."""
    if head.i + 1 >= len(head.doc) or head.dep_ not in {"compound", "nmod"} or head.head.i <= head.i:
        return False
    return act_after(head) is None


def _naming(head: Token, kind: str) -> Named:
    core = named(head, over_of=kind == "undertaking")
    full = _with_tail(core)
    inner = _piloted(core, full) if kind == "undertaking" else None
    return Named(full, inner or core, kind, head, act_on(core))


def _piloted(core: Span, full: Span) -> Span | None:
    """Return what a pilot is of ("a pilot model of smart checkpoints"): that names the project."""
    if "pilot" not in core.text.lower():
        return None
    found = [f.span[-1] for f in _heads().search(full) if f.span.start >= core.end]
    return named(found[0]) if found else None


def _with_tail(core: Span) -> Span:
    head, doc = core[-1], core.doc
    after = tail(head, _words("tail", "prepositions"))
    if not len(after) and head.i + 1 < head.sent.end and doc[head.i + 1].lower_ in _words("tail", "links"):
        after = tail(head, _words("tail", "links") | {"with", "and", "to"})
    return doc[core.start : after.end] if len(after) and not _is_time(after) else core


def _is_time(after: Span) -> bool:
    """Tell whether what follows only tells when, or on which grounds, and not which work it is."""
    if after[0].lower_ not in _words("tail", "locating"):
        return False
    return any(t.lower_ in _words("tail", "times") for t in after) or any(t.like_num and len(t) == 4 for t in after)


def _is_project(naming: Named) -> bool:
    """Tell whether the words make the noun a concrete undertaking: each kind of noun asks for more or less."""
    core = naming.core.text
    if _holds(naming.span.text, "vague", "never"):
        return False
    has_name = _has_name(naming.core)
    if naming.kind == "link":
        return has_name or (naming.act is not None and (_tells_places(naming) or _is_one(naming)))
    if naming.kind == "zone":
        return _is_pair(naming.core) or (naming.act is not None and (has_name or _tells_places(naming) or _is_one(naming)))
    if naming.kind == "undertaking":
        return _is_undertaking(naming)
    if naming.act is None:
        return False
    if naming.kind == "service":
        return _is_service(naming)
    if naming.head.tag_ in {"NN", "NNP"} and (naming.act.word.lemma_.lower() in _words("strong", "known") or _is_new(naming)):
        return True
    return has_name or _is_one(naming) or (_tells_places(naming) and (naming.head.tag_ == "NN" or _holds(core, "specific", "words")))


def _is_service(naming: Named) -> bool:
    """Tell whether a flight, train or route is one to follow: its first run, its own kind, or its places are told."""
    if _is_pair(naming.core):
        return True
    if naming.head.tag_ == "NNS" and not _tells_places(naming):
        return False
    return _holds(_with_before(naming.core), "specific", "first") or _holds(naming.core.text, "specific", "words") or (_tells_places(naming) and not is_definite(naming.head))


def _is_new(naming: Named) -> bool:
    """Tell whether the report brings the work up itself ("build a school")."""
    return naming.act is not None and is_strong(naming.act) and any(t.lower_ in {"a", "an"} for t in naming.head.lefts)


def _has_name(core: Span) -> bool:
    if is_headline(core.sent):
        return False
    return any(is_capital(t) and (t.pos_ == "PROPN" or any(c.isdigit() for c in t.text)) for t in core[:-1])


def _is_pair(core: Span) -> bool:
    """Tell whether the name joins two places by a dash."""
    inner = range(core.start + 1, core.end - 1)
    return any(core.doc[i].text in DASHES and is_capital(core.doc[i - 1]) and is_capital(core.doc[i + 1]) for i in inner)


def _tells_places(naming: Named) -> bool:
    return any(t.pos_ == "PROPN" and is_capital(t) for t in naming.span.doc[naming.core.end : naming.span.end])


def _is_one(naming: Named) -> bool:
    """Tell whether the words single out one work, or a number of them, by more than the noun."""
    head, core = naming.head, naming.core
    if is_definite(head) and not _holds(core.text, "specific", "words"):
        return False
    if head.tag_ in {"NNS", "NNPS"}:
        return len(core) > 1 and _holds(_with_before(core), "specific", "words") and not is_definite(head)
    return len(core) > 1 or (len(naming.span) > 1 and not is_definite(head))


def _with_before(core: Span) -> str:
    """Return the name with the words before it that it does not take in ("first", "two new pairs of")."""
    start = core.start
    while start > core.sent.start and core.doc[start - 1].pos_ in {"NUM", "ADJ", "ADP", "NOUN"} and core.start - start < 4:
        start -= 1
    return str(core.doc[start : core.end].text)


def _is_undertaking(naming: Named) -> bool:
    if "pilot" in naming.span.text.lower():
        return naming.act is not None or len(naming.span) > len(naming.core)
    if _has_name(naming.core):
        return naming.head.tag_ in {"NN", "NNP"}
    modifiers = [t.lower_ for t in naming.core[:-1] if t.is_alpha]
    return naming.head.tag_ == "NN" and any(word not in _words("vague", "undertakings") for word in modifiers) and naming.act is not None


def _same(group: list[Named], found: Named) -> bool:
    """Tell whether a naming means the project of the group: words within words, or the bare noun with "the"."""
    if found.key == {found.head.lemma_.casefold()} and is_definite(found.head):
        return any(n.head.lemma_ == found.head.lemma_ for n in group)
    return any(_within(found, n) or _within(n, found) or _leads_there(found, n) for n in group)


def _within(one: Named, other: Named) -> bool:
    return one.key <= other.key and one.head.lemma_.lower() == other.head.lemma_.lower() and len(one.key) > 1


def _leads_there(one: Named, other: Named) -> bool:
    """Tell whether two namings have the same noun and the same places after it ("a flight to …", "direct flight to …")."""
    places = [frozenset(t.lower_ for t in n.span.doc[n.core.end : n.span.end] if t.pos_ == "PROPN") for n in (one, other)]
    return one.head.lemma_.lower() == other.head.lemma_.lower() and places[0] == places[1] and bool(places[0]) and min(len(one.key), len(other.key)) == 1


def _project(report: Report, group: list[Named], name: str) -> Project:
    best = max(group, key=lambda n: (_is_project(n), not is_headline(n.span.sent), len(n.key), -n.span.start))
    for naming in group:
        report.note(f"project-{naming.kind}", naming.span, naming.act.word.text if naming.act else "")
    places = dict.fromkeys(a for n in group for m in report.table.within(n.span.start, n.span.end) for a in m.refers if not report.table.is_person(a))
    return Project(
        id=name,
        name=" ".join(best.span.text.split()),
        status=min((n.act.status for n in group if n.act), key=RANK.index, default="unknown"),
        places=list(places),
        amount=next((a for n in group if (a := _amount(n))), None),
        evidence=sorted({report.cite(n.span) for n in group}),
        confidence="high" if best.kind == "link" or best.act else "medium",
    )


def _amount(naming: Named) -> str | None:
    """Return the sum that the sentence tells as the cost of its project."""
    sentence = naming.core.sent.text
    found = MONEY.findall(sentence)
    return found[0].strip() if len(found) == 1 and _holds(sentence, "amount", "words") else None


@cache
def _heads() -> Phrases:
    return Phrases(load("projects")["heads"])


@cache
def _words(section: str, entry: str) -> frozenset[str]:
    return frozenset(load("projects")[section][entry])


@cache
def _pattern(section: str, entry: str) -> re.Pattern[str]:
    inner = "|".join(re.escape(word).replace(r"\-", "[- ]") for word in sorted(_words(section, entry), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{inner})s?(?!\w)", re.IGNORECASE)


def _holds(text: str, section: str, entry: str) -> bool:
    return bool(_pattern(section, entry).search(text))
