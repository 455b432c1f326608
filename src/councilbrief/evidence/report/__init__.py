"""Ofsted's own reports and letters: their fixed layouts, read by where things stand."""
