"""PDFs to verdicts: each is opened, held against itself and against its sources; none stops another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from councilbrief.builds import Watch, silent
from councilbrief.builds.asked import asked_for
from councilbrief.builds.report import Report
from councilbrief.builds.verifying.asking import Opened, open_briefing
from councilbrief.builds.verifying.inside import check_inside
from councilbrief.builds.verifying.letters import check_letters
from councilbrief.builds.verifying.pages import check_pages
from councilbrief.builds.verifying.sources import Libraries, check_sources
from councilbrief.builds.verifying.verdict import Case, Finding, Key, Verdict
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, DocumentError, ExitCode, Problem, Severity


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of all PDFs, what is wrong with the libraries, and the exit code."""

    verdicts: tuple[Verdict, ...]
    problems: tuple[Problem, ...]
    exit_code: ExitCode


def verify(paths: Sequence[Path], folders: Sequence[Path] = (), watch: Watch = silent) -> Verified:
    """Check PDFs against the libraries in folders; without any, those of the specs in `briefings/`.

    Never raises. While one is held against its sources the next is opened.
    """
    verdicts = []
    with ThreadPoolExecutor(1) as ahead:
        opened = [ahead.submit(_opened, path) for path in paths]
        libraries = Libraries(tuple(folders) or tuple(_usual()))
        problems = tuple(_problems(libraries))
        for done, (path, one) in enumerate(zip(paths, opened, strict=True)):
            watch(done, len(paths), path.as_posix())
            verdicts.append(_verdict(path, one.result(), libraries))
    watch(len(paths), len(paths), "")
    codes = [one.exit_code for one in verdicts]
    return Verified(tuple(verdicts), problems, max((*codes, ExitCode.SPEC if problems else ExitCode.DONE)))


def _usual() -> Iterator[Path]:
    """Yield the libraries of the specs in the usual folder; what is wrong with a spec is for `check`."""
    from councilbrief.briefing.load_spec import load_spec_file  # noqa: PLC0415 - while a PDF is being opened

    found: dict[Path, None] = {}
    for path in asked_for((), Report()):
        try:
            with contained(DocumentError, path.as_posix()):
                found |= dict.fromkeys(load_spec_file(path).libraries)
        except CouncilBriefError:
            continue
    yield from found


def _problems(libraries: Libraries) -> Iterator[Problem]:
    if not libraries.folders:
        message = "there are no specs in briefings/ that name a library; give one with --library"
        yield Problem(Severity.ERROR, "no-library", message)
    yield from libraries.problems


def _opened(path: Path) -> Opened | DocumentError:
    try:
        with contained(DocumentError, path.as_posix()):
            return open_briefing(path)
    except DocumentError as error:
        return error


def _verdict(path: Path, opened: Opened | DocumentError, libraries: Libraries) -> Verdict:
    if isinstance(opened, DocumentError):
        return Verdict(path, None, Counter(), (), (), opened.problems, opened.exit_code)
    case = Case(opened.edition, opened.pages)
    problems: list[Problem] = []
    try:
        with contained(DocumentError, path.as_posix()):
            _check(case, opened, libraries)
    except DocumentError as error:
        problems += error.problems
    if opened.edition.traced is None:
        message = (
            "this PDF was made before its pages could be verified, or carries what this version can't read; "
            "only its facts have been held against its sources; build it again for one that can be verified"
        )
        problems.append(Problem(Severity.ERROR, "no-trace", message, path.as_posix()))
    order = list(Key)
    findings = tuple(sorted(case.findings, key=lambda one: (order.index(one.key), one.page or 0)))
    remarks = tuple(sorted(case.remarks, key=lambda one: order.index(one.key)))
    code = ExitCode.FOUND if findings else ExitCode.DONE
    code = ExitCode.DOCUMENT if problems else code
    return Verdict(path, opened.edition, case.checked, findings, remarks, tuple(problems), code)


def _check(case: Case, opened: Opened, libraries: Libraries) -> None:
    from councilbrief.builds.verifying.values import check_values  # noqa: PLC0415 - the same

    check_pages(case, opened)
    check_inside(case)
    if not libraries.folders:
        case.remark(Finding(Key.UNCHECKED, "the sources are not looked for, as there is no library"))
        return
    found = check_sources(case, libraries)
    check_letters(case, found)
    check_values(case, found)
