"""Compiles the gazetteer that comes with the package from packaged sources."""
