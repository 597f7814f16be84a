"""Matching: readings in, clusters out. Pure: no database, no clock, no order.

What a store needs, in the order of use:

- ``extract(reading)``: the features of every fact; ``node(features, member)``: the node under which it is compared
- ``keys(features)``: blocking keys (only facts that share a key are candidates)
- ``compare(a, b, cluster_of)``: score, reasons and verdict (``cluster_of``: actor member → cluster key, for all but actors)
- ``cluster(nodes, edges, links)``: clusters and doubts of one or more connected components
- ``match(readings, judgements)``: all of it in memory
"""

from amity.matching.clustering import Clustering, cluster
from amity.matching.compare import compare
from amity.matching.extraction import extract
from amity.matching.features import Features, decode, encode, profile
from amity.matching.keys import address, keys, node

__all__ = ["Clustering", "Features", "address", "cluster", "compare", "decode", "encode", "extract", "keys", "node", "profile"]
