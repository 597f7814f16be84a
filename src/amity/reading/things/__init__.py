"""Mechanisms, projects and indicators: what their stages share."""
