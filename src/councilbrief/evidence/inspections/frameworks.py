"""The frameworks of inspection: when each was in force, what it grades, and what may be compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from councilbrief.evidence.facts import Area, Grade
from councilbrief.provenance import PartialDate

_E = TypeVar("_E", Area, Grade)


@dataclass(frozen=True, slots=True)
class JudgedArea:
    """An area that a framework grades, in its official wording.

    `number` is printed before it ("2.1") or None; `under` is the area of which it is a
    sub-judgement; `apart` marks a body other than the council.
    """

    area: Area
    wording: str
    number: str | None = None
    under: Area | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework of inspection.

    `first` and `last` are the days on which an inspection under it could start; `last`
    is None while it is in force. `short` are the few words or letters by which a table
    calls it. `of` is `council` or `partnership`. `scale` runs from
    the best grade to the worst and is empty without grades. `called` are the phrases by
    which texts call it, `about` one plain paragraph for a briefing.
    """

    id: str
    name: str
    short: str
    noun: str
    first: dt.date
    last: dt.date | None
    of: str
    graded: bool
    scale: tuple[Grade, ...]
    areas: tuple[JudgedArea, ...]
    outcomes: tuple[str, ...]
    called: tuple[str, ...]
    comparable_with: frozenset[str]
    about: str

    @property
    def overall(self) -> bool:
        """Say whether it gives an overall grade."""
        return self.covers(Area.OVERALL)

    def covers(self, area: Area) -> bool:
        """Say whether it grades an area."""
        return any(judged.area is area for judged in self.areas)

    def may_give(self, area: Area, grade: Grade) -> bool:
        """Say whether an inspection under it can give this grade to this area."""
        if grade is Grade.NO_OVERALL:
            return area is Area.OVERALL and self.graded and not self.overall
        return self.covers(area) and (grade in self.scale or grade is Grade.NOT_JUDGED)

    def in_force(self, when: PartialDate) -> bool:
        """Say whether an inspection under it may have started on that day, month or year."""
        return self.first <= when.latest() and (self.last is None or when.earliest() <= self.last)


@cache
def frameworks() -> Mapping[str, Framework]:
    """Return all frameworks by id, in the order of the file."""
    file = resources.files("councilbrief.evidence.inspections") / "frameworks.yaml"
    return parse(file.read_text(encoding="utf-8"))


def in_force(when: PartialDate) -> tuple[Framework, ...]:
    """Return the graded inspections of councils that may have started on a day, month or year.

    >>> [framework.id for framework in in_force(PartialDate(2024, 2, 26))]
    ['ilacs-2023']
    """
    return tuple(f for f in frameworks().values() if f.graded and f.of == "council" and f.in_force(when))


def comparable(one: str, other: str, area: Area | None = None) -> bool:
    """Say whether grades under two frameworks mean the same, for an area that both have.

    Unknown ids compare with nothing.

    >>> comparable("ilacs-2018", "ilacs-2023"), comparable("ilacs-2018", "ilacs-2023", Area.IN_CARE)
    (True, False)
    """
    known = frameworks()
    if one not in known or other not in known:
        return False
    first, second = known[one], known[other]
    same = one == other or other in first.comparable_with
    return same and first.graded and (area is None or (first.covers(area) and second.covers(area)))


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases by which texts call frameworks, each with the ids that it may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for framework in frameworks().values():
        for phrase in framework.called:
            found[phrase] = (*found.get(phrase, ()), framework.id)
    return MappingProxyType(found)


_REQUIRED = frozenset({"name", "short", "noun", "from", "of", "graded", "called", "comparable", "about"})
_OPTIONAL = frozenset({"until", "scale", "areas", "outcomes"})
_AREA_KEYS = frozenset({"area", "wording", "number", "under", "apart"})


class _Complaints:
    """What is wrong with the file, gathered to be told at once."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def check(self, *, holds: bool, complaint: str) -> None:
        """Note a complaint unless something holds."""
        if not holds:
            self.lines.append(complaint)

    def known(self, make: Callable[[str], _E], value: object, where: str) -> _E | None:
        """Return the member of an enumeration, or None with a complaint."""
        try:
            return make(str(value))
        except ValueError:
            self.lines.append(f"{where}: {value!r} is not known")
            return None


def parse(text: str) -> Mapping[str, Framework]:
    """Read frameworks from YAML; raise ValueError with every mistake, one a line."""
    complaints = _Complaints()
    data = yaml.safe_load(text)
    if not isinstance(data, dict):
        msg = "frameworks.yaml: expected frameworks by id"
        raise TypeError(msg)
    found = {str(key): _framework(str(key), value, complaints) for key, value in data.items()}
    made = {key: framework for key, framework in found.items() if framework is not None}
    for framework in made.values():
        for other in sorted(framework.comparable_with):
            mutual = other in made and framework.id in made[other].comparable_with
            complaints.check(
                holds=mutual, complaint=f"{framework.id}: {other!r} does not name it as comparable"
            )
    if complaints.lines:
        raise ValueError("\n".join(f"frameworks.yaml: {line}" for line in complaints.lines))
    return MappingProxyType(made)


def _framework(key: str, data: Any, complaints: _Complaints) -> Framework | None:  # noqa: ANN401 -- whatever YAML holds
    if not isinstance(data, dict):
        complaints.lines.append(f"{key}: expected a mapping")
        return None
    missing, unknown = _REQUIRED - data.keys(), data.keys() - _REQUIRED - _OPTIONAL
    complaints.check(holds=not missing, complaint=f"{key}: missing {', '.join(sorted(missing))}")
    complaints.check(holds=not unknown, complaint=f"{key}: unknown key {', '.join(sorted(unknown))}")
    if missing or unknown:
        return None
    first, last = data["from"], data.get("until")
    dates = isinstance(first, dt.date) and (last is None or (isinstance(last, dt.date) and first <= last))
    complaints.check(holds=dates, complaint=f"{key}: from and until must be dates, in this order")
    of_known = data["of"] in ("council", "partnership")
    complaints.check(holds=of_known, complaint=f"{key}: of must be council or partnership")
    scale = _all(complaints.known(Grade, grade, f"{key}: scale") for grade in data.get("scale", ()))
    areas = _all(_area(key, area, complaints) for area in data.get("areas", ()))
    graded = data["graded"] is bool(areas) is bool(scale)
    complaints.check(holds=graded, complaint=f"{key}: areas and a scale go with grades, and only with them")
    own = [judged.area for judged in areas]
    complaints.check(holds=len(own) == len(set(own)), complaint=f"{key}: an area stands twice")
    parents = {judged.under for judged in areas} - {None}
    complaints.check(holds=parents.issubset(own), complaint=f"{key}: under names an area that is not there")
    return Framework(
        id=key,
        name=data["name"],
        short=data["short"],
        noun=data["noun"],
        first=first,
        last=last,
        of=data["of"],
        graded=data["graded"],
        scale=scale,
        areas=areas,
        outcomes=tuple(data.get("outcomes", ())),
        called=tuple(data["called"]),
        comparable_with=frozenset(data["comparable"]),
        about=data["about"],
    )


_T = TypeVar("_T")


def _all(values: Iterable[_T | None]) -> tuple[_T, ...]:
    return tuple(value for value in values if value is not None)


def _area(key: str, data: Mapping[str, Any], complaints: _Complaints) -> JudgedArea | None:
    unknown = data.keys() - _AREA_KEYS
    complaints.check(
        holds=not unknown, complaint=f"{key}: unknown key in areas: {', '.join(sorted(unknown))}"
    )
    area = complaints.known(Area, data.get("area"), f"{key}: area")
    under = complaints.known(Area, data["under"], f"{key}: under") if "under" in data else None
    wording = data.get("wording", "")
    complaints.check(holds=bool(wording), complaint=f"{key}: an area has no wording")
    if area is None:
        return None
    return JudgedArea(area, wording, data.get("number"), under, apart=bool(data.get("apart")))
