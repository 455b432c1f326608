"""Briefings to published PDFs: each one set, read back, proved and put in its place, unless it is there."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.spec import Spec
from councilbrief.builds.draft import Draft
from councilbrief.builds.editions import Edition, edition, why
from councilbrief.builds.kept import Kept
from councilbrief.builds.outcome import Outcome
from councilbrief.builds.plan import Order
from councilbrief.builds.report import Report
from councilbrief.builds.store import Store
from councilbrief.documents.document import Document
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, Problem, RenderError
from councilbrief.provenance import Source

if TYPE_CHECKING:
    from pydantic import TypeAdapter


NOTHING_KEPT = "nothing is kept of earlier builds"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Puts briefings into a folder; `day` is the date of one without any.

    Where the store keeps nothing of earlier builds it does everything; dry, it only says what it would do.
    """

    store: Store
    day: dt.date
    report: Report

    def publish(self, draft: Draft) -> Outcome:
        """Set, prove and publish a briefing; its outcome has no output where that failed."""
        outcome, kept = outcome_of(draft), self.store.kept
        try:
            with contained(RenderError, draft.order.asked.shown_as):
                if kept is not None:
                    return self._if_changed(draft, outcome, kept)
                output, digest = self._put(draft)
                return replace(outcome, output=output, digest=digest, why=(NOTHING_KEPT,))
        except CouncilBriefError as error:
            self.report.add([_placed(problem, draft.order) for problem in error.problems], error.exit_code)
            return outcome

    def _if_changed(self, draft: Draft, outcome: Outcome, kept: Kept) -> Outcome:
        """Publish a briefing unless it is there as it would be now."""
        target, when = self.store.folder / _name(draft), self._when(draft)
        key = _key(kept, draft, when)
        made, there = kept.get(key), kept.digests.file(target)
        if made is not None and made.decode() == there:
            return replace(outcome, output=target, digest=there)
        now, note = edition(kept.program, draft, when), f"{target.name}.json"
        reasons = why(Edition.load(kept.noted(note) or b""), now, there, target.as_posix())
        if kept.dry:
            return replace(outcome, output=target, why=reasons)
        output, digest = self._put(draft)
        kept.put(key, digest.encode())
        kept.note(note, replace(now, digest=digest).dump())
        return replace(outcome, output=output, digest=digest, why=reasons)

    def _put(self, draft: Draft) -> tuple[Path, str]:
        """Set, prove and publish; return where the PDF is, and its digest."""
        pdf = proved(draft.briefing, self._when(draft), draft.order.holding.documents)
        return self.store.publish(_name(draft), pdf), hashlib.sha256(pdf).hexdigest()

    def _when(self, draft: Draft) -> dt.date:
        return stamp(draft.order.asked.spec, draft.sources, self.day)


def _name(draft: Draft) -> str:
    return f"{draft.order.output}.pdf"


def _key(kept: Kept, draft: Draft, when: dt.date) -> str:
    """Return the key of a PDF: it rests on the words, the date, and the documents that prove them."""
    words = _briefings().dump_json(draft.briefing).decode()
    proofs = {source.id: source.sha256 for source in draft.sources}
    return kept.key("publish", when.isoformat(), words, proofs)


def outcome_of(draft: Draft) -> Outcome:
    """Return the outcome of a briefing that has only been composed."""
    return Outcome(draft.order.asked.shown_as, draft.order.council.short, None, draft.sources)


@cache
def _briefings() -> TypeAdapter[Briefing]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - made once, and only where results are kept

    return TypeAdapter(Briefing)


def proved(briefing: Briefing, day: dt.date, documents: Mapping[str, Document]) -> bytes:
    """Return the bytes of a PDF, dated a day, that says what its briefing and the documents say."""
    from councilbrief.pdf.proof import prove  # noqa: PLC0415 - loads for a tenth of a second: spared by --help
    from councilbrief.pdf.render import render  # noqa: PLC0415 - the same

    pdf = render(briefing, stamp=day)
    prove(pdf, briefing, documents)
    return pdf


def stamp(spec: Spec, sources: Sequence[Source], otherwise: dt.date) -> dt.date:
    """Return the day that a PDF gives as its own.

    The spec's `as_at`; else the newest date of a source; else the environment's or a
    fixed one, which is handed in. The clock is never asked.
    """
    if spec.as_at is not None:
        return spec.as_at.latest()
    published = [source.published.value.latest() for source in sources if source.published]
    return max(published, default=otherwise)


def _placed(problem: Problem, order: Order) -> Problem:
    """Say which briefing a problem is about, where it does not say so itself."""
    if problem.file is not None:
        return problem
    return replace(problem, file=order.asked.shown_as, message=f"{order.output}.pdf: {problem.message}")
