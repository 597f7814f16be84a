"""How the register grows: what a report, a judgement or a withdrawal touches is matched again, and nothing else.

``Growth`` (in ``growth``) leads through the steps; what it leaves is the same as ``matching.match`` of all readings would give:

1. ``intake``: facts in and out, with their nodes, keys, outcomes, signs and figures
2. ``judging``: judgements find their facts
3. ``stages``: edges and clusters, stage by stage
4. ``copying``, ``texts``, ``promises``, ``asks``, ``tying``, ``disagreeing``, ``doubting``: what follows for what was touched
5. ``naming``: ids; then ``register.writing``: rows
"""
