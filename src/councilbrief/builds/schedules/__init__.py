"""Builds at set times: when each spec is due, what builds it then, and what the system needs to know of it.

spec → times (`timetable`) → instants (`occurrences`) → what is due (`due`) → built, now and again (`loop`)
"""
