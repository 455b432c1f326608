"""Strengths and areas for improvement, from lists and from prose."""
