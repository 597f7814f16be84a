"""What audits have shown: precision for each coder, stratum by stratum and as a whole, and where coders disagree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import msgspec
from sqlalchemy import Connection

from amity.model.judgement import Judgement, Pointer
from amity.office.audit.precision import Estimate, kappa, weighted, wilson
from amity.office.audit.sampling import kind_named
from amity.register import log

WHOLE = "all"
"""How the estimate of all strata together is called."""


class Stratum(msgspec.Struct, frozen=True, kw_only=True):
    """The answers about one stratum; ``size`` is how many facts it has in the register. Unsure answers do not enter the precision."""

    name: str
    size: int
    right: int
    wrong: int
    unsure: int
    precision: Estimate | None


class Disputed(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of which two coders say different things: its sentence, what it is about, and both answers with their notes."""

    sentence: str
    about: str
    document: str
    answers: dict[str, str]
    notes: dict[str, str]


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far two coders agree on the facts that both answered: their share, Cohen's kappa (None: undefined), and the others."""

    coders: tuple[str, str]
    facts: int
    agreed: int
    kappa: float | None
    disputed: tuple[Disputed, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What the audits of one kind by one dimension have shown: of each coder the strata, the whole last; and agreements."""

    kind: str
    by: str | None
    coders: dict[str, tuple[Stratum, ...]]
    agreements: tuple[Agreement, ...]


class _Said(msgspec.Struct, frozen=True):
    answer: str
    note: str
    stratum: str


def results(connection: Connection, kind: str | None = None) -> list[Result]:
    """Return the results of all audits in force, or of those of one kind; of a coder's answers about one fact the last counts."""
    wanted = kind_named(kind) if kind else None
    groups: dict[tuple[str, str | None], list[Judgement]] = defaultdict(list)
    for one in log.holding(connection):
        if one.kind == "audit" and wanted in (None, one.field):
            groups[str(one.field), one.value["by"]].append(one)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    return [_result(name, by, entries) for (name, by), entries in ordered]


def _result(kind: str, by: str | None, entries: list[Judgement]) -> Result:
    said: dict[str, dict[Pointer, _Said]] = defaultdict(dict)
    for one in entries:
        for pointer, told in zip(one.subjects, one.value["answers"], strict=True):
            said[one.by][pointer] = msgspec.convert(told, _Said)
    sizes = entries[-1].value["sizes"]
    coders = {coder: tuple(_strata(answers.values(), sizes)) for coder, answers in sorted(said.items())}
    pairs = combinations(sorted(said), 2)
    agreements = [_agreement((one, other), said[one], said[other]) for one, other in pairs]
    return Result(kind=kind, by=by, coders=coders, agreements=tuple(one for one in agreements if one.facts))


def _strata(answers: Iterable[_Said], sizes: Mapping[str, int]) -> Iterator[Stratum]:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for one in answers:
        counted[one.stratum][one.answer] += 1
    found = [_stratum(name, sizes.get(name, 0), counted[name]) for name in sorted(counted)]
    yield from found if len(found) > 1 else ()
    whole = sum(counted.values(), Counter())
    share = weighted((max(one.size, one.right + one.wrong), one.right, one.right + one.wrong) for one in found)
    total = _stratum(WHOLE, sum(sizes.values()), whole)
    yield msgspec.structs.replace(total, precision=share)


def _stratum(name: str, size: int, counted: Counter[str]) -> Stratum:
    right, wrong = counted["right"], counted["wrong"]
    precision = wilson(right / (right + wrong), right + wrong) if right + wrong else None
    return Stratum(name=name, size=size, right=right, wrong=wrong, unsure=counted["unsure"], precision=precision)


def _agreement(coders: tuple[str, str], ours: Mapping[Pointer, _Said], theirs: Mapping[Pointer, _Said]) -> Agreement:
    both = [pointer for pointer in ours if pointer in theirs]
    pairs = [(ours[pointer].answer, theirs[pointer].answer) for pointer in both]
    disputed = tuple(
        Disputed(
            sentence=pointer.quote, about=pointer.hint, document=pointer.document,
            answers={coders[0]: ours[pointer].answer, coders[1]: theirs[pointer].answer},
            notes={coder: of[pointer].note for coder, of in zip(coders, (ours, theirs), strict=True) if of[pointer].note},
        )
        for pointer in both if ours[pointer].answer != theirs[pointer].answer
    )  # fmt: skip
    agreed = sum(one == other for one, other in pairs)
    return Agreement(coders=coders, facts=len(both), agreed=agreed, kappa=kappa(pairs), disputed=disputed)


def flat(found: Iterable[Result]) -> Iterator[dict[str, Any]]:
    """Yield the results as rows, one for each kind, coder and stratum; shares and intervals from 0 to 1, rounded to a thousandth."""
    for result in found:
        for coder, strata in result.coders.items():
            for one in strata:
                precision = one.precision
                yield {
                    "kind": result.kind, "by": result.by or WHOLE, "coder": coder, "stratum": one.name, "size": one.size,
                    "right": one.right, "wrong": one.wrong, "unsure": one.unsure,
                    "precision": round(precision.share, 3) if precision else None,
                    "low": round(precision.low, 3) if precision else None, "high": round(precision.high, 3) if precision else None,
                }  # fmt: skip
