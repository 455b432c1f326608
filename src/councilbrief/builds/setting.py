"""A job to the PDF that says what its briefing says: composed, set and proved, here or in another process."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.edition_json import edition_of
from councilbrief.briefing.facts import Edition
from councilbrief.builds.draft import Job, composed
from councilbrief.builds.keeping.kept import ONE_AT_A_TIME, Desk, Kept
from councilbrief.builds.reading import Read, recalled
from councilbrief.documents.document import Document
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, ExitCode, Problem, RenderError, Severity

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Setting:
    """A briefing to be set: what it is composed of, and the date of the PDF.

    Where `dry`, it is only looked up whether the same has been made before. `last` is the
    edition that is published, where the briefing compares itself with it.
    """

    job: Job
    when: dt.date
    dry: bool
    last: Edition | None = None


@dataclass(frozen=True, slots=True)
class Set:
    """What came of it: the PDF and its digest, or what is wrong.

    Dry, there is neither of a PDF that would have to be made. One that another process made
    does not come with it, but is kept under `key`. `edition` is what the PDF carries.
    """

    key: str = ""
    digest: str | None = None
    pdf: bytes | None = None
    problems: tuple[Problem, ...] = ()
    code: ExitCode = ExitCode.DONE
    edition: Edition | None = None


def make(setting: Setting, reads: Sequence[Read], kept: Kept | None) -> Set:
    """Compose what its documents say, set and prove it, as far as that is not kept; never raises."""
    try:
        with contained(RenderError, setting.job.shown_as):
            briefing = composed(setting.job, reads, setting.last)
            documents = {one.source.id: one.document for one in reads if one.document is not None}
            return _made(setting, briefing, documents, kept)
    except CouncilBriefError as error:
        return Set(problems=error.problems, code=error.exit_code)


def make_elsewhere(asked: tuple[Setting, Desk]) -> Set:
    """Make a PDF in a process that was sent its setting.

    Raises LookupError where that runs another program, or does not find what the documents say.
    """
    setting, desk = asked
    with ONE_AT_A_TIME:
        kept = desk.kept()
        found = [recalled(entry, kept) for entry in setting.job.near]
        reads = [read for read in found if read is not None]
        if len(reads) < len(found):
            raise LookupError
        made = make(setting, reads, kept)
        return replace(made, pdf=None) if kept.lasts else made


def dead(setting: Setting) -> Set:
    """Say that the process that made a PDF died over it."""
    message = "the process that made this briefing ended over it, as one that runs out of memory does"
    problem = Problem(Severity.ERROR, "worker-died", message, setting.job.shown_as)
    return Set(problems=(problem,), code=ExitCode.RENDER)


def _made(setting: Setting, briefing: Briefing, documents: Mapping[str, Document], kept: Kept | None) -> Set:
    edition = edition_of(briefing, setting.when)
    if kept is None:
        pdf = proved(briefing, setting.when, documents)
        return Set("", _digest(pdf), pdf, edition=edition)
    words = _briefings().dump_json(briefing).decode()
    proofs = {name: document.source.sha256 for name, document in documents.items()}
    key = kept.key("publish", setting.when.isoformat(), words, proofs)
    known = kept.get(key)
    if known is None and setting.dry:
        return Set(key, edition=edition)
    pdf = known or proved(briefing, setting.when, documents)
    if known is None:
        kept.put(key, pdf)
    return Set(key, _digest(pdf), pdf, edition=edition)


def _digest(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()


@cache
def _briefings() -> TypeAdapter[Briefing]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - made once, and only where results are kept

    return TypeAdapter(Briefing)


def proved(briefing: Briefing, day: dt.date, documents: Mapping[str, Document]) -> bytes:
    """Return the bytes of a PDF, dated a day, that says what its briefing and the documents say."""
    from councilbrief.pdf.prove import prove  # noqa: PLC0415 - loads for a tenth of a second: spared by --help
    from councilbrief.pdf.render import render  # noqa: PLC0415 - the same

    pdf = render(briefing, stamp=day)
    prove(pdf, briefing, documents)
    return pdf
