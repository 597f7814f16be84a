"""How the base of maps is made (see docs/maps.md): run ``python -m tools.basemap``."""
