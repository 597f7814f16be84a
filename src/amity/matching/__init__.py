"""Matching: readings in, clusters out. Pure: no database, no clock, no order.

``match`` does all of it in memory. A store does the same step by step, for the components that an added report touches:

1. ``extract(reading)``: the features of every fact; ``node(features, member)``: the node under which it is compared;
   ``kept_apart(features)``: the facts of one reading that no comparison may merge
2. ``keys(features)``: blocking keys (only facts that share one are candidates)
3. ``compare(a, b, cluster_of)``: score, reasons and verdict; ``links(judgements, ...)``: what people decided, as links of nodes
4. ``cluster(nodes, edges, links)``: clusters and doubts of one or more connected components; actors first, then
   ``company.in_company``, then the other layers
5. what follows from clusters: ``copies``, ``histories``, ``ties`` (signs of a reading in ``tiesentences``), ``outcomes`` and
   ``followthrough``, ``answers``, ``conflicts`` and ``claims``
"""

from amity.matching.blocking import address, keys, node
from amity.matching.clustering import Clustering, cluster
from amity.matching.comparing import compare
from amity.matching.extraction import extract
from amity.matching.features import Features, decode, encode, profile
from amity.matching.inmemory import kept_apart, match
from amity.matching.judging import attach, links, point

__all__ = [
    "Clustering",
    "Features",
    "address",
    "attach",
    "cluster",
    "compare",
    "decode",
    "encode",
    "extract",
    "kept_apart",
    "keys",
    "links",
    "match",
    "node",
    "point",
    "profile",
]
