"""Inspections: frameworks and their areas, and which inspections, of when, a text tells of."""
