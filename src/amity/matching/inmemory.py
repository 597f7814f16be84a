"""All of matching in memory: readings and judgements in, what the register derives from them out.

Actors first; then what needs to know which actors are one. Persons whose names differ by little are compared once more when events
show them in each other's company.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, permutations

from amity.matching.answers import answers
from amity.matching.blocking import address, keys, node, pairs
from amity.matching.claims import Figure, figure_conflicts, figures, measure_conflicts, measures, once, title_conflicts
from amity.matching.clustering import Clustering, cluster
from amity.matching.company import in_company
from amity.matching.comparing import compare
from amity.matching.comparing.parties import Actors
from amity.matching.conflicts import conflicts, tie_conflicts, without_echoes
from amity.matching.copies import copies, sketch_of
from amity.matching.extraction import extract
from amity.matching.features import ActorFeatures, EventFeatures, Features, InstrumentFeatures, PersonFeatures, StatementFeatures
from amity.matching.followkeys import outcome_keys
from amity.matching.followthrough import follow_through
from amity.matching.histories import history, relation
from amity.matching.judging import TIES, facts, judged, links, rejected
from amity.matching.names import words
from amity.matching.outcomes import Outcome, outcomes
from amity.matching.ties import Sign, ties
from amity.matching.tiesentences import tie_signs
from amity.model.actors import JURISDICTIONS
from amity.model.judgement import Judgement, Member
from amity.model.reading import Reading
from amity.model.register import Cluster, Conflict, Doubt, Edge, InstrumentLink, Link, Matched, Succession
from amity.model.text import Document

PLEDGE = 4
"""The least force of a commitment."""
CONFLICTING = ("actors", "events", "instruments", "projects")
"""Layers whose facts have fields on which reports can differ."""
LAYERS = ("events", "instruments", "statements", "mechanisms", "projects")
"""Layers that are clustered once the actors are."""


def match(readings: Iterable[Reading], judgements: Sequence[Judgement] = ()) -> Matched:
    """Return what a set of readings and judgements adds up to; of two readings of one document the last is taken."""
    return _Matching({reading.document.id: reading for reading in readings}, judgements).run()


def kept_apart(features: Mapping[Member, Features]) -> list[tuple[Member, Member]]:
    """Return the pairs of facts of one reading that no comparison may merge: its reader has told them apart.

    Jurisdictions and organisations are not among them, nor a person known by a lone name and another that it may mean.
    """
    holders: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(features):
        for key in keys(features[member]):
            holders[key].append(member)
    pairs = {pair for held in holders.values() for pair in combinations(held, 2) if pair[0].layer == pair[1].layer}
    return sorted(pair for pair in pairs if _distinct(features[pair[0]], features[pair[1]]))


def _distinct(one: Features, other: Features) -> bool:
    if isinstance(one, PersonFeatures) and isinstance(other, PersonFeatures):
        return one != other and (len(one.name.split()) == 1) == (len(other.name.split()) == 1)
    return hasattr(one, "member")


class _Matching:
    def __init__(self, readings: dict[str, Reading], judgements: Sequence[Judgement]) -> None:
        self.readings = dict(sorted(readings.items()))
        self.judgements = judgements
        self.own_nodes = judged(judgements, self.readings)
        self.rejected = rejected(judgements, self.readings)
        self.features: dict[Member, Features] = {}
        self.apart: list[tuple[Member, Member]] = []
        for reading in self.readings.values():
            found = extract(reading)
            self.features |= found
            self.apart += kept_apart(found)

    def node(self, member: Member) -> str:
        return address(member) if member in self.own_nodes else node(self.features[member], member)

    def run(self) -> Matched:
        judged_links, lost = links(self.judgements, self.readings, self.node)
        matched = Matched(clusters={}, unattached=lost)
        self.layer("actors", judged_links, matched)
        self.layer("events", judged_links, matched)
        if company := in_company(matched.clusters["events"], self.event_features(), self.features, cluster_of(matched)):
            matched.doubts = []
            self.layer("actors", judged_links, matched, self.edges_of(company))
        for layer in LAYERS:
            self.layer(layer, judged_links, matched)
        matched.copies = copies({document: sketch_of(reading) for document, reading in self.readings.items()})
        self.derive(matched)
        return matched

    def derive(self, matched: Matched) -> None:
        """Add what follows from the clusters: histories, ties, follow-through, answers, conflicts."""
        actors = cluster_of(matched)
        matched.successions = self.successions(matched)
        for one in matched.clusters["instruments"]:
            matched.histories[one.key] = history(self.texts(self.standing(one)) or self.texts(one))
        self.follow(matched, Actors(actors))
        matched.instrument_links = self.relations(matched, Actors(actors))
        statements = {one.key: self.statements(self.standing(one)) for one in matched.clusters["statements"]}
        matched.answers = answers(statements, Actors(actors))
        signs = [sign for document, reading in self.readings.items() for sign in self.signs(document, reading)]
        matched.ties = ties(signs, actors)
        matched.conflicts = self.conflicts(matched, signs)

    def signs(self, document: str, reading: Reading) -> list[Sign]:
        """Return what a reading says about ties, without what people rejected: the fact that tells it, or what it says of the tie."""
        told = enumerate(tie_signs(reading))
        return [sign for at, sign in told if not self.rejected & {Member(document, TIES, str(at)), *sign.facts()}]

    def follow(self, matched: Matched, actors: Actors) -> None:
        """Assess the commitments."""
        firsts = first_of_copies(matched.copies, self.readings)
        by_key: dict[str, list[Outcome]] = defaultdict(list)
        for document, reading in self.readings.items():
            for outcome in outcomes(reading) if document in firsts else ():
                for key in outcome_keys(outcome):
                    by_key[key].append(outcome)
        instruments = [one for member, one in self.features.items() if isinstance(one, InstrumentFeatures) and member not in self.rejected]
        promises = {one.key: self.promises(one) for one in matched.clusters["statements"]}
        texts: dict[str, list[tuple[InstrumentFeatures, tuple[int, int, str]]]] = defaultdict(list)
        for one in instruments:
            for pair in pairs(one.parties) if one.member.document in firsts else ():
                texts[pair].append((one, self.quote(one.member)))
        matched.assessments = follow_through({key: ones for key, ones in promises.items() if ones}, by_key, texts, actors)

    def conflicts(self, matched: Matched, signs: Sequence[Sign]) -> list[Conflict]:
        """Return what the reports disagree on."""
        told = {document: measures(reading) for document, reading in self.readings.items()}
        standing = {layer: list(map(self.standing, matched.clusters[layer])) for layer in CONFLICTING}
        found = [one for layer in CONFLICTING for each in standing[layer] for one in conflicts(each, self.features, self.words_of)]
        found += once(one for event in standing["events"] for one in measure_conflicts(event, told))
        found += tie_conflicts(signs, cluster_of(matched))
        found += [one for subject, known in self.figures(matched).items() for one in figure_conflicts(subject, known)]
        titles = [one for reading in self.readings.values() for one in title_conflicts(reading)]
        found += [one for one in titles if one.claims[0].member not in self.rejected]
        return without_echoes(found)

    def figures(self, matched: Matched) -> dict[str, list[Figure]]:
        """Return the figures that reports give of each actor."""
        actors, found = cluster_of(matched), defaultdict(list)
        for reading in self.readings.values():
            for subject, figure in figures(reading):
                if figure[0] not in self.rejected:
                    found[actors[subject]].append(figure)
        return found

    def words_of(self, member: Member) -> str:
        """Return the words of a fact's first evidence."""
        return self.quote(member)[2]

    def successions(self, matched: Matched) -> list[Succession]:
        """Return the jurisdictions that have ended, with those that took them over."""
        units = [(one.key, self.features[member]) for one in matched.clusters["actors"] for member in one.members]
        known = [(key, unit) for key, unit in units if isinstance(unit, ActorFeatures)]
        holders = {unit.home: key for key, unit in reversed(known) if unit.home and unit.kind in JURISDICTIONS}
        ended = ((key, unit) for key, unit in known if unit.until)
        return sorted({Succession(key, holders.get(unit.successor or ""), unit.successor, unit.until or "") for key, unit in ended})

    def standing(self, one: Cluster) -> Cluster:
        """Return a cluster without the facts that people rejected."""
        return Cluster(one.key, tuple(member for member in one.members if member not in self.rejected))

    def statements(self, one: Cluster) -> list[StatementFeatures]:
        """Return the statements of a cluster."""
        return [found for member in one.members if isinstance(found := self.features[member], StatementFeatures)]

    def promises(self, one: Cluster) -> list[StatementFeatures]:
        """Return the statements of a cluster that commit."""
        return [found for found in self.statements(one) if found.force >= PLEDGE]

    def telling(self, held: Mapping[str, Sequence[Member]]) -> dict[str, list[Member]]:
        """Return nodes with the facts of each that people did not reject, without those that have none."""
        found = {name: [member for member in members if member not in self.rejected] for name, members in held.items()}
        return {name: members for name, members in found.items() if members}

    def texts(self, one: Cluster) -> list[InstrumentFeatures]:
        """Return the instruments of a cluster."""
        return [found for member in one.members if isinstance(found := self.features[member], InstrumentFeatures)]

    def relations(self, matched: Matched, actors: Actors) -> list[InstrumentLink]:
        """Return how instruments of the same parties follow one another."""
        holders: dict[str, set[str]] = defaultdict(set)
        texts = {one.key: self.texts(self.standing(one)) for one in matched.clusters["instruments"]}
        for key, found in texts.items():
            for pair in {pair for one in found for pair in pairs(one.parties)}:
                holders[pair].add(key)
        couples = {couple for keys_ in holders.values() for couple in permutations(sorted(keys_), 2)}
        known = ((later, earlier, relation(texts[later], texts[earlier], actors)) for later, earlier in sorted(couples))
        return [InstrumentLink(later, earlier, *how) for later, earlier, how in known if how]

    def quote(self, member: Member) -> tuple[int, int, str]:
        """Return the first evidence of a fact."""
        evidence = next(evidence for local, evidence, _ in facts(self.readings[member.document], member.layer) if local == member.local)
        return (evidence[0].start, evidence[0].end, evidence[0].quote) if evidence else (0, 0, "")

    def event_features(self) -> dict[Member, EventFeatures]:
        return {member: one for member, one in self.features.items() if isinstance(one, EventFeatures)}

    def edges_of(self, company: Iterable[Doubt]) -> list[Edge]:
        return [Edge(self.node(one.a), self.node(one.b), one.comparison) for one in company]

    def layer(self, layer: str, judged_links: list[Link], matched: Matched, more: Sequence[Edge] = ()) -> None:
        """Cluster one layer; its clusters and doubts replace those that were there."""
        members = [member for member in self.features if member.layer == layer]
        held: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            held[self.node(member)].append(member)
        first = {name: self.features[nodes[0]] for name, nodes in held.items()}
        actors = {} if layer == "actors" else cluster_of(matched)
        edges = [*more, *(Edge(a, b, compare(first[a], first[b], actors)) for a, b in candidates(first))]
        apart = [Link(self.node(a), self.node(b), together=False) for a, b in self.apart if a.layer == layer]
        found = cluster(held, edges, [*judged_links, *(link for link in apart if link.a != link.b)])
        matched.clusters[layer] = _clusters(found, held)
        matched.doubts = [one for one in matched.doubts if one.a.layer != layer] + _doubts(found, self.telling(held))


def first_of_copies(groups: Iterable[Sequence[str]], readings: Mapping[str, Reading]) -> set[str]:
    """Return the documents without the copies of others: of each group the earliest stays, an agency's own before its takers'."""
    found = set(readings)
    for group in groups:
        found -= set(sorted((one for one in group if one in readings), key=lambda one: _earliest(readings[one].document))[1:])
    return found


def _earliest(document: Document) -> tuple[str, bool, str]:
    return (document.published or "9", "agency" not in words(document.publisher or ""), document.id)


def candidates(features: Mapping[str, Features]) -> list[tuple[str, str]]:
    """Return the pairs of nodes that share a blocking key, sorted."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(features):
        for key in keys(features[name]):
            holders[key].append(name)
    return sorted({pair for held in holders.values() for pair in combinations(held, 2)})


def cluster_of(matched: Matched) -> dict[Member, str]:
    """Return the cluster of each actor."""
    return {member: one.key for one in matched.clusters.get("actors", []) for member in one.members}


def _clusters(found: Clustering, held: Mapping[str, list[Member]]) -> list[Cluster]:
    groups = [tuple(sorted(member for name in names for member in held[name])) for names in found.clusters]
    return [Cluster(address(members[0]), members) for members in sorted(groups)]


def _doubts(found: Clustering, held: Mapping[str, list[Member]]) -> list[Doubt]:
    told = (edge for edge in found.doubts if edge.a in held and edge.b in held)
    return [Doubt(min(held[edge.a]), min(held[edge.b]), edge.comparison) for edge in told]
