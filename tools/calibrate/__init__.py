"""Calibration of confidence: from gold to the weights of doubts.

``python -m tools.calibrate`` reads the reports of gold, notes of each fact its doubts and whether it is right (``figures.jsonl``),
and fits the weights (``src/amity/vocabulary/lang/en/confidence.toml``). ``python -m tools.calibrate --check GOLD REPORTS`` tells how
often facts of each confidence are right in other reports, from which nothing is learnt.
"""
