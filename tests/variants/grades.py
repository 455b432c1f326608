"""Grades in the words that articles use, and areas in the words of their frameworks."""

from __future__ import annotations

OUTSTANDING, GOOD, RI = "outstanding", "good", "requires improvement to be good"
ADEQUATE, INADEQUATE = "adequate", "inadequate"
LEADERS, HELP, IN_CARE, LEAVERS = "leaders", "help_protection", "in_care", "care_leavers"
MERGED, OVERALL = "in_care_and_care_leavers", "overall"
NO_OVERALL = "no overall grade"

AREAS = {
    "ilacs-2018": (LEADERS, HELP, MERGED),
    "ilacs-2023": (LEADERS, HELP, IN_CARE, LEAVERS),
    "ilacs-2026": (LEADERS, HELP, IN_CARE, LEAVERS),
}
WORDING = {
    LEADERS: "the impact of leaders on social work practice with children and families",
    HELP: "the experiences and progress of children who need help and protection",
    IN_CARE: "the experiences and progress of children in care",
    LEAVERS: "the experiences and progress of care leavers",
    MERGED: "the experiences and progress of children in care and care leavers",
}
NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}


def requiring(grade: str) -> str:
    """Say it after "rated as": `requiring improvement to be good`, `good`."""
    return "requiring improvement to be good" if grade == RI else grade


def brief(grade: str) -> str:
    """Say it in single marks, as headlines do: `requires improvement`."""
    return "requires improvement" if grade == RI else grade


def article(grade: str) -> str:
    """Return the article that a grade takes."""
    return "an" if grade[0] in "aeiou" else "a"
