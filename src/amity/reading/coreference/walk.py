"""Coreference: descriptions and pronouns led to the actors that they mean, in one walk through the report."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from amity.reading.coreference import descriptions, pronouns
from amity.reading.coreference.description import describe
from amity.reading.coreference.discourse import Discourse
from amity.reading.report import ActorTable, Mention, MentionForm, Report


def resolve_references(report: Report, table: ActorTable) -> None:
    """Add a mention for every description and pronoun whose actors can be told."""
    discourse = Discourse(report, table)
    named: dict[int, list[Mention]] = {}
    for mention in sorted(table.mentions):
        named.setdefault(mention.start, []).append(mention)
    known = {i for m in table.mentions if m.form in ("name", "post") for i in range(m.start, m.end)}
    for number, sentence in enumerate(report.sentences()):
        discourse.sentence = number
        _walk(discourse, sentence, named, known)


def _walk(discourse: Discourse, sentence: Span, named: dict[int, list[Mention]], known: set[int]) -> None:
    """Go through one sentence from left to right; lists of names become groups where they end."""
    for token in sentence:
        for mention in named.get(token.i, ()):
            discourse.add(mention)
            _add_list(discourse, mention)
        for rule, span, head, form, refers in _references(discourse, token, token.i in known):
            mention = discourse.table.refer(span, form, *refers, head=head)
            discourse.add(mention)
            discourse.report.note(rule, span, ", ".join(discourse.actor(a).name for a in refers))


def _references(discourse: Discourse, token: Token, is_known: bool) -> Iterator[tuple[str, Span, Token, MentionForm, tuple[str, ...]]]:
    """Yield the reference that the token heads, if its actors can be told."""
    doc = discourse.report.doc
    if token.pos_ == "PRON" or token.lower_ in {"both", "their", "his", "her", "its"}:
        if token.lower_ in {"who", "whom"}:
            antecedent = pronouns.relative(discourse, token)
            if antecedent is not None:
                yield "relative-pronoun", doc[token.i : token.i + 1], token, "pronoun", antecedent.refers
            return
        settled = pronouns.resolve(discourse, token)
        if settled:
            yield settled[0], doc[token.i : token.i + 1], token, "pronoun", settled[1]
        return
    if is_known:
        return
    description = describe(discourse, token)
    settled = descriptions.resolve(discourse, description) if description else None
    if description and settled:
        yield settled[0], description.span, token, "description", settled[1]


def _add_list(discourse: Discourse, mention: Mention) -> None:
    """Remember the list that ends with the mention ("A and B") as a group."""
    doc = discourse.report.doc
    before = discourse.seen[-2] if len(discourse.seen) > 1 else None
    if before is None or before.sentence != discourse.sentence or not mention.refers:
        return
    previous = discourse.table.at(doc[before.token])
    if previous is None or previous.end > mention.start:
        return
    between = [t.lower_ for t in doc[previous.end : mention.start] if not t.is_space]
    if between and "and" in between and all(w in {",", "and", "the"} for w in between):
        joined = _list_of(discourse, mention)
        if len(joined) > 1 and len({discourse.actor(a).kind == "person" for a in joined}) == 1:
            discourse.groups.append(discourse.seen[-1]._replace(actors=joined))


def _list_of(discourse: Discourse, mention: Mention) -> tuple[str, ...]:
    """Return the actors of the list, from its first name on."""
    doc, found, end = discourse.report.doc, list(mention.refers), mention.start
    for seen in reversed(discourse.seen[:-1]):
        previous = discourse.table.at(doc[seen.token])
        if previous is None or seen.sentence != discourse.sentence or previous.end > end:
            break
        between = [t.lower_ for t in doc[previous.end : end] if not t.is_space]
        if not between or not all(w in {",", "and", "the"} for w in between):
            break
        found = [a for a in seen.actors if a not in found] + found
        end = previous.start
    return tuple(found)
