"""What a briefing says of frameworks, also of an inspection whose framework no source settles."""

from __future__ import annotations

from collections.abc import Mapping

from councilbrief.briefing.phrases import sentence_case
from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.inspections import frameworks as register
from councilbrief.evidence.inspections.frameworks import Framework, JudgedArea

INSPECTION = "inspection"
ALONE: Mapping[str, str] = {"apc-2012": "child protection", "lac-2013": "looked after children"}
"""The frameworks whose overall grade is that of one service."""

# Plain names for areas that a source grades and the inspection's framework does not, or not known.
AREA_WORDS: Mapping[Area, str] = {
    Area.OVERALL: "overall effectiveness",
    Area.LEADERS: "leadership",
    Area.HELP_PROTECTION: "help and protection",
    Area.IN_CARE: "children in care",
    Area.IN_CARE_AND_CARE_LEAVERS: "children in care and care leavers",
    Area.CARE_LEAVERS: "care leavers",
    Area.ADOPTION: "adoption",
    Area.LSCB: "the Local Safeguarding Children Board",
    Area.QUALITY_OF_PRACTICE: "the quality of practice",
    Area.CAPACITY_TO_IMPROVE: "capacity to improve",
    Area.QUALITY_OF_PROVISION: "quality of provision",
    Area.OUTCOMES: "outcomes for children",
}


def framework(key: str | None) -> Framework | None:
    """Return a framework by its id; None for an unknown one and for none."""
    return None if key is None else register.frameworks().get(key)


def framework_name(key: str | None) -> str | None:
    """Return a framework's official name; None where it isn't known."""
    found = framework(key)
    return None if found is None else found.name


def short_name(key: str | None) -> str | None:
    """Return the few words or letters by which a framework goes (`ILACS`); None where it isn't known."""
    found = framework(key)
    return None if found is None else found.short


def alone(key: str | None) -> str | None:
    """Return the one service that a framework looks at; None for those that look at all, and for none."""
    return None if key is None else ALONE.get(key)


def visit_noun(key: str | None) -> str:
    """Return what a sentence calls such an inspection: `focused visit`."""
    found = framework(key)
    return INSPECTION if found is None else found.noun


def is_joint(key: str | None) -> bool:
    """Say whether several inspectorates look at an area's services together, not Ofsted at a council's."""
    found = framework(key)
    return found is not None and found.of == "partnership"


def gives_grades(key: str | None) -> bool | None:
    """Say whether inspections of this kind give grades; None where the kind isn't known."""
    found = framework(key)
    return None if found is None else found.graded


def gives_overall(key: str | None) -> bool | None:
    """Say whether inspections of this kind give an overall grade; None where the kind isn't known."""
    found = framework(key)
    return None if found is None else found.overall


def areas_of(key: str | None) -> tuple[Area, ...]:
    """Return the areas of the council that a framework grades, in the official order."""
    found = framework(key)
    return () if found is None else tuple(judged.area for judged in found.areas if not judged.apart)


def area_words(area: Area, key: str | None) -> str:
    """Return a framework's own wording of an area, or a plain one where it has none."""
    judged = _judged(area, key)
    return AREA_WORDS[area] if judged is None else judged.wording


def area_label(area: Area, key: str | None) -> str:
    """Return an area as the heading of a row: `2.1 Adoption performance`."""
    judged = _judged(area, key)
    number = f"{judged.number} " if judged and judged.number else ""
    return f"{number}{sentence_case(area_words(area, key))}"


def belongs(area: Area, grade: Grade, key: str | None) -> bool:
    """Say whether a framework can give this grade to this area; one that isn't known can give any."""
    found = framework(key)
    return found is None or found.may_give(area, grade)


def comparable(one: str | None, other: str | None, area: Area | None = None) -> bool:
    """Say whether grades under two frameworks mean the same; what isn't known compares with nothing."""
    return one is not None and other is not None and register.comparable(one, other, area)


def _judged(area: Area, key: str | None) -> JudgedArea | None:
    found = framework(key)
    areas = () if found is None else found.areas
    return next((judged for judged in areas if judged.area is area), None)
