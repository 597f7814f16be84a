"""Projects: concrete undertakings that one could follow over time."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from amity.model import Project
from amity.model.acts import ProjectStatus
from amity.reading.orthography import capitalised
from amity.reading.report import Report
from amity.reading.things.figures import find_figures
from amity.reading.things.nominals import LISTS, content, is_definite, is_headline, is_pair, named, tail
from amity.reading.things.undertakings import Act, act_after, act_on
from amity.reading.things.wordlists import WordLists

WORDS = WordLists("projects")
KINDS = ("heads.link", "heads.zone", "heads.work", "heads.service", "heads.undertaking", "heads.counted")
WORDS_OF_A_WORK = 3
"""Words from which a bare name after "build" is taken for that of a work and not of a town."""
SINGULAR = {"NN", "NNP"}
RANK: tuple[ProjectStatus, ...] = ("suspended", "completed", "ongoing", "planned", "unknown")
"""Which status stands where namings differ: what happened outweighs what is hoped."""


@dataclass(frozen=True)
class Named:
    """A project named by ``span``; ``core`` is the part before its tail, ``act`` what is done about it.

    ``noun`` is the noun that was found; in "a pilot of smart gates" the core is that of the gates.
    """

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
        """The noun of the core."""
        return self.core[-1]

    @property
    def after(self) -> Span:
        """What follows the core in the name."""
        return self.span.doc[self.core.end : self.span.end]


def find_projects(report: Report) -> list[Project]:
    """Return the projects that the report names, each once, with every sentence that names it as evidence."""
    groups: list[list[Named]] = []
    for found in _namings(report):
        group = next((g for g in groups if _is_of(g, found)), None)
        if group is None:
            groups.append([found])
        else:
            group.append(found)
    kept = [g for g in groups if any(is_project(n) for n in g)]
    return [_project(report, group, f"p{number}") for number, group in enumerate(kept, 1)]


def _namings(report: Report) -> list[Named]:
    """Return the namings of possible projects in the order of the text; of overlapping ones the surer, then the wider."""
    found = [*_by_noun(report)]
    found += _by_act(report, {n.noun.i for n in found})
    kept: list[Named] = []
    taken: set[int] = set()
    for naming in sorted(found, key=lambda n: (not is_project(n), -len(n.core), n.core.start)):
        words = {*range(naming.core.start, naming.core.end), naming.noun.i}
        if not taken & words:
            kept.append(naming)
            taken |= words
    return sorted(kept, key=lambda n: n.span.start)


def _by_noun(report: Report) -> Iterator[Named]:
    """Yield what the vocabulary's nouns name."""
    for match in WORDS.phrases(*KINDS).search(report.doc):
        head = match.span[-1]
        if _is_of_person(report, head):
            continue
        if (head.pos_ in {"NOUN", "PROPN"} or len(match.span) > 1) and not _runs_on(head):
            yield _naming(head, match.entry.partition(".")[2])


def _is_of_person(report: Report, noun: Token) -> bool:
    """Tell whether the noun is part of a person's name ("Mayor Park")."""
    if noun.pos_ == "PROPN" and noun.i > noun.sent.start and LISTS.has("holders", noun.nbor(-1)):
        return True
    mention = report.table.at(noun)
    return mention is not None and any(report.table.is_person(a) for a in mention.refers)


def _by_act(report: Report, known: set[int]) -> Iterator[Named]:
    """Yield what is built, inaugurated or renovated though its noun is not in the vocabulary."""
    for token in report.doc:
        if token.i in known or token.dep_ not in {"dobj", "nsubjpass", "pobj", "conj"} or not _is_concrete(report, token):
            continue
        naming = _naming(token, "object")
        if naming.act is None or not naming.act.is_strong:
            continue
        if token.pos_ == "NOUN" or not _may_be_place(naming, naming.act):
            yield naming


def _may_be_place(naming: Named, act: Act) -> bool:
    """Tell whether a bare name may be that of a town that is to be built up ("upgrade …", "build … into")."""
    if any(c.dep_ == "det" for c in naming.head.children) or len(naming.core) >= WORDS_OF_A_WORK:
        return False
    return WORDS.has("strong.of_places", act.word)


def _is_concrete(report: Report, noun: Token) -> bool:
    """Tell whether the noun can be a work: no relation or idea, no place or body of people."""
    if WORDS.has("strong.abstract", noun) or noun.lower_.removesuffix("s").endswith(tuple(WORDS.words("strong.endings"))):
        return False
    return noun.pos_ == "NOUN" or (noun.pos_ == "PROPN" and report.table.at(noun) is None)


def _runs_on(head: Token) -> bool:
    """Tell whether the noun only modifies the next ("railway station", "airport manager"), but for the noun of an act."""
    return head.dep_ in {"compound", "nmod"} and head.head.i > head.i and act_after(head) is None


def _naming(head: Token, kind: str) -> Named:
    core = named(head, over_of=kind == "undertaking")
    full = _with_tail(core)
    inner = _piloted(core, full) if kind == "undertaking" else None
    return Named(full, inner or core, kind, head, act_on(core))


def _with_tail(core: Span) -> Span:
    head, doc = core[-1], core.doc
    after = tail(head, WORDS.words("tail.prepositions"))
    if not len(after) and head.i + 1 < head.sent.end and doc[head.i + 1].lower_ in WORDS.words("tail.links"):
        after = tail(head, WORDS.words("tail.links") | {"with", "and", "to"})
    return doc[core.start : after.end] if len(after) and not _is_time(after) else core


def _is_time(after: Span) -> bool:
    """Tell whether what follows only tells when, or on which grounds, and not which work it is."""
    if after[0].lower_ not in WORDS.words("tail.locating"):
        return False
    return WORDS.any("tail.times", after) or any(t.like_num and len(t) == 4 for t in after)


def _piloted(core: Span, full: Span) -> Span | None:
    """Return what a pilot is of ("a pilot model of smart checkpoints"): that names the project."""
    if "pilot" not in core.text.lower():
        return None
    found = [f.span[-1] for f in WORDS.phrases(*KINDS).search(full) if f.span.start >= core.end]
    return named(found[0]) if found else None


def is_project(naming: Named) -> bool:
    """Tell whether the words make the noun a concrete undertaking: each kind of noun asks for more or less."""
    if WORDS.holds("vague.never", naming.span.text) or naming.core.text.lower() in WORDS.words("vague.bare"):
        return False
    if _is_called_one(naming) or _is_dealt_with(naming):
        return True
    if naming.kind == "undertaking":
        return _is_undertaking(naming)
    if naming.kind == "link" and _has_name(naming.core):
        return True
    if is_pair(naming.core) and (naming.kind == "zone" or (naming.kind == "service" and WORDS.any("heads.link", naming.core))):
        return True
    if naming.act is None:
        return False
    if naming.kind == "service":
        return _is_service(naming)
    if _number(naming) and (naming.act.is_strong or naming.act.stage == "ending"):
        return True
    if naming.kind == "counted":
        return False
    if naming.kind in {"link", "zone"}:
        return _has_name(naming.core) or _tells_places(naming) or _is_one(naming)
    return _is_work(naming, naming.act)


def _is_called_one(naming: Named) -> bool:
    """Tell whether the sentence calls a named work a project ("the hospital is among the key projects")."""
    verb = naming.head.head
    if verb.lemma_ != "be" or naming.head.dep_ != "nsubj" or not _has_name(naming.core):
        return False
    return any(WORDS.has("dealt.called", t) for t in verb.subtree if t.i > verb.i)


def _is_dealt_with(naming: Named) -> bool:
    """Tell whether a tunnel, dam or the like with a name of its own is what the sentence deals with, not just where."""
    head, doc = naming.head, naming.core.doc
    if not WORDS.holds("heads.named", naming.core.text) or not capitalised(head) or is_headline(naming.core.sent):
        return False
    before = doc[max(naming.core.sent.start, naming.core.start - 2) : naming.core.start]
    return _has_name(naming.core) and not WORDS.any("dealt.places", before) and WORDS.holds("dealt.words", naming.core.sent.text)


def _number(naming: Named) -> bool:
    """Tell whether a number counts the works ("five classrooms")."""
    return any(t.like_num or t.pos_ == "NUM" for t in naming.head.lefts) and naming.head.tag_ not in SINGULAR


def _is_single(head: Token) -> bool:
    """Tell whether the noun names one thing, be it in the form of a plural ("headquarters")."""
    return head.tag_ in SINGULAR or WORDS.has("specific.one", head)


def _is_work(naming: Named, act: Act) -> bool:
    """Tell whether a work that something is done about is a certain one."""
    if _has_name(naming.core) or _is_one(naming):
        return True
    if not _is_single(naming.head):
        return _tells_places(naming) and WORDS.holds("specific.words", naming.core.text)
    brought_up = act.is_strong and any(t.lower_ in {"a", "an"} for t in naming.head.lefts)
    return act.is_of_known or brought_up or _tells_places(naming)


def _is_service(naming: Named) -> bool:
    """Tell whether a flight, train or route is one to follow: its first run, its own kind, or its places are told."""
    if is_pair(naming.core) or any(c.isdigit() for c in naming.core.text):
        return True
    if naming.head.tag_ not in SINGULAR and not _tells_places(naming):
        return False
    if WORDS.holds("specific.first", _with_before(naming.core)) or WORDS.holds("specific.words", naming.core.text):
        return True
    return _tells_places(naming) and not is_definite(naming.head)


def _is_undertaking(naming: Named) -> bool:
    """Tell whether a project or scheme that calls itself so is more than talk of undertakings in general."""
    if "pilot" in naming.span.text.lower():
        return naming.act is not None or len(naming.span) > len(naming.core)
    if naming.head.tag_ not in SINGULAR:
        return False
    own = [t for t in naming.core[:-1] if t.is_alpha and t.lower_ not in WORDS.words("vague.undertakings")]
    return _has_name(naming.core) or (bool(own) and naming.act is not None)


def _has_name(core: Span) -> bool:
    """Tell whether capitals in the words before the noun give it a name of its own."""
    if is_headline(core.sent):
        return False
    return any(capitalised(t) and (t.pos_ == "PROPN" or t.dep_ == "compound" or any(c.isdigit() for c in t.text)) for t in core[:-1])


def _tells_places(naming: Named) -> bool:
    return any(t.pos_ == "PROPN" and capitalised(t) for t in naming.after)


def _is_one(naming: Named) -> bool:
    """Tell whether the words single out one work, or a number of them, by more than the noun."""
    head, core = naming.head, naming.core
    meant = naming.act is not None and WORDS.has("standing.meant", naming.act.word)
    if is_definite(head) and not meant and not WORDS.holds("specific.words", core.text):
        return False
    if not _is_single(head):
        return len(core) > 1 and WORDS.holds("specific.plural", _with_before(core)) and not is_definite(head)
    return len(core) > 1 or (len(naming.after) > 0 and not is_definite(head))


def _with_before(core: Span) -> str:
    """Return the name with the words before it that it does not take in ("first", "two new pairs of")."""
    start = core.start
    while start > core.sent.start and core.doc[start - 1].pos_ in {"NUM", "ADJ", "ADP", "NOUN"} and core.start - start < 4:
        start -= 1
    return str(core.doc[start : core.end].text)


def _is_of(group: list[Named], found: Named) -> bool:
    """Tell whether a naming means the project of the group: words within words, or the bare noun with "the"."""
    same = [n for n in group if n.head.lemma_.lower() == found.head.lemma_.lower()]
    if len(found.key) == 1 and is_definite(found.head) and not len(found.after):
        return bool(same)
    return any(_is_within(found, n) or _is_within(n, found) or _leads_there(found, n) for n in same)


def _is_within(one: Named, other: Named) -> bool:
    return one.key <= other.key and len(one.key) > 1


def _leads_there(one: Named, other: Named) -> bool:
    """Tell whether two namings have the same places after the noun ("a flight to …", "direct flight to …")."""
    places, others = (frozenset(t.lower_ for t in n.after if t.pos_ == "PROPN") for n in (one, other))
    return places == others and bool(places) and min(len(one.key), len(other.key)) == 1


def _project(report: Report, group: list[Named], name: str) -> Project:
    best = max(group, key=lambda n: (is_project(n), not is_headline(n.span.sent), len(n.key), -n.span.start))
    for naming in group:
        report.note(f"project-{naming.kind}", naming.span, naming.act.word.text if naming.act else "")
    table = report.table
    told = [a for n in group for m in table.within(n.span.start, n.span.end) for a in m.refers if not table.is_person(a)]
    return Project(
        id=name,
        name=" ".join(best.span.text.split()),
        status=min((n.act.status for n in group if n.act), key=RANK.index, default="unknown"),
        places=list(dict.fromkeys(told)),
        amount=next((a for n in group if (a := _amount(n))), None),
        evidence=sorted({report.cite(n.span) for n in group}),
        confidence="medium" if best.kind in {"service", "object"} else "high",
    )


def _amount(naming: Named) -> str | None:
    """Return the sum that the sentence tells as the cost of its project, in its words; None where it tells several."""
    sentence = naming.core.sent
    if not WORDS.holds("amount.words", sentence.text):
        return None
    sums = [f for f in find_figures(naming.core.doc) if f.is_money and sentence.start <= f.span.start < sentence.end]
    return str(sums[0].span.text) if len(sums) == 1 else None
