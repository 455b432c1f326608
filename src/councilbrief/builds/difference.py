"""Two PDFs to what their facts differ in, for people and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from councilbrief.briefing.comparing import changes
from councilbrief.briefing.facts import Edition, FactChange, FactKind
from councilbrief.builds.previous import edition_in
from councilbrief.builds.telling.listing import Line
from councilbrief.pdf.file.attachment import MOST_BYTES, NoFactsError
from councilbrief.problems import DocumentError, ExitCode, Problem, Severity
from councilbrief.provenance import PartialDate

VERSION = 1
TITLES = {
    FactKind.UNREAD: "Documents that could not be read",
    FactKind.SHOWN: "Sections",
    FactKind.INSPECTION: "Inspections",
    FactKind.JUDGEMENT: "Judgements",
    FactKind.IMPROVEMENT: "Areas for improvement",
    FactKind.STRENGTH: "Strengths",
    FactKind.QUOTATION: "Quotations",
    FactKind.SOURCE: "Sources",
}
ADVICE = "give a PDF as `councilbrief build` wrote it"


@dataclass(frozen=True, slots=True)
class Published:
    """A PDF and the edition that it carries."""

    path: Path
    edition: Edition

    @property
    def dated(self) -> str:
        """Name it with its day: `old.pdf (3 June 2024)`."""
        day = self.edition.day
        return f"{self.path.as_posix()} ({PartialDate(day.year, day.month, day.day).text()})"


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one PDF to another, every problem met on the way, and the exit code.

    `before` or `after` is None where the file could not be read.
    """

    before: Published | None
    after: Published | None
    changes: tuple[FactChange, ...]
    problems: tuple[Problem, ...]
    exit_code: ExitCode


def difference(before: Path, after: Path) -> Difference:
    """Compare the facts of two PDFs; never raises."""
    problems: list[Problem] = []
    one, other = (_published(path, problems) for path in (before, after))
    if one is None or other is None:
        return Difference(one, other, (), tuple(problems), ExitCode.DOCUMENT)
    if one.edition.council != other.edition.council:
        councils = f"{one.edition.council} and {other.edition.council}"
        message = f"these are briefings on two councils, {councils}, so hardly a fact is the same"
        problems.append(Problem(Severity.WARNING, "other-council", message, after.as_posix()))
    found = changes(one.edition, other.edition)
    return Difference(one, other, found, tuple(problems), ExitCode.FOUND if found else ExitCode.DONE)


def _published(path: Path, problems: list[Problem]) -> Published | None:
    try:
        return Published(path, _edition(path))
    except DocumentError as error:
        problems += error.problems
        return None


def _edition(path: Path) -> Edition:
    """Read the edition that a PDF carries; raise DocumentError for whatever is none of ours."""
    try:
        if path.exists() and not path.is_file():
            raise _refusal(path, "not-a-file", "is no file")
        with path.open("rb") as file:
            return edition_in(file.read(MOST_BYTES + 1))
    except OSError as error:
        message = f"can't be read ({error.strerror}); correct the path, or ask for the rights"
        raise DocumentError(Problem(Severity.ERROR, "unreadable-file", message, path.as_posix())) from error
    except NoFactsError as error:
        raise _refusal(path, "no-facts", str(error)) from error
    except ValueError as error:
        raise _refusal(path, "no-facts", "carries facts of another form or version") from error


def _refusal(path: Path, key: str, reason: str) -> DocumentError:
    return DocumentError(Problem(Severity.ERROR, key, f"this {reason}; {ADVICE}", path.as_posix()))


def difference_lines(found: Difference) -> Iterator[Line]:
    """Say what changed, kind by kind."""
    if found.before is None or found.after is None:
        return
    names = f"{found.before.dated} and {found.after.dated}"
    if not found.changes:
        yield Line(f"{names} state the same facts", heading=True)
        return
    count = len(found.changes)
    yield Line(f"{names}: {count} change{'' if count == 1 else 's'}", heading=True)
    for kind, group in groupby(found.changes, key=lambda one: one.kind):
        yield Line(TITLES[kind], 1, heading=True)
        yield from (Line(" ".join(one.sentence.split()), 2) for one in group)


def difference_json(found: Difference) -> str:
    """Write what changed as one JSON object."""
    told = {
        "version": VERSION,
        "before": _head(found.before),
        "after": _head(found.after),
        "changes": [asdict(one) for one in found.changes],
        "problems": [asdict(one) for one in found.problems],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _head(one: Published | None) -> dict[str, str] | None:
    if one is None:
        return None
    edition = one.edition
    return {
        "file": one.path.as_posix(),
        "council": edition.council,
        "title": edition.title,
        "day": edition.day.isoformat(),
    }
