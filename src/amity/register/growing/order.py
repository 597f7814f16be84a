"""The stages of growing: of which layer each is, by which edges and by which actors."""

ACTORS_FIRST, EVENTS_FIRST, ACTORS, EVENTS, INSTRUMENTS, STATEMENTS, MECHANISMS, PROJECTS = range(8)
LAYER = {
    ACTORS_FIRST: "actors", EVENTS_FIRST: "events", ACTORS: "actors", EVENTS: "events", INSTRUMENTS: "instruments",
    STATEMENTS: "statements", MECHANISMS: "mechanisms", PROJECTS: "projects",
}  # fmt: skip
STAGE = {layer: stage for stage, layer in LAYER.items()}
"""The last stage of each layer, whose clusters are things."""
EDGES = {**{stage: stage for stage in LAYER}, ACTORS: ACTORS_FIRST}
"""The kind of edges of each stage: actors are compared once, events once for each of their stages."""
FIRM = (STATEMENTS, MECHANISMS, PROJECTS)
"""Stages whose comparisons take nothing to be known in part only."""
BY_ACTORS = {EVENTS_FIRST: ACTORS_FIRST, EVENTS: ACTORS, INSTRUMENTS: ACTORS, STATEMENTS: ACTORS, MECHANISMS: ACTORS, PROJECTS: ACTORS}
"""Stages that ask which actors are one, and the stage that tells them."""
