"""Briefings to published PDFs: each one set, read back, proved and put in its place, unless it is there."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
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


@dataclass(frozen=True, slots=True)
class Publisher:
    """Puts briefings into a folder; `day` is the date of one without any.

    Without anything kept it does everything; where that is dry, it only says what it would do.
    """

    store: Store
    day: dt.date
    report: Report

    @property
    def kept(self) -> Kept | None:
        """Return what earlier builds kept."""
        return self.store.kept

    def publish(self, draft: Draft) -> Outcome:
        """Set, prove and publish a briefing; its outcome has no output where that failed."""
        outcome = outcome_of(draft)
        try:
            with contained(RenderError, draft.order.asked.shown_as):
                return self._published(draft, outcome)
        except CouncilBriefError as error:
            self.report.add([_placed(problem, draft.order) for problem in error.problems], error.exit_code)
            return outcome

    def _published(self, draft: Draft, outcome: Outcome) -> Outcome:
        name = f"{draft.order.output}.pdf"
        target = self.store.folder / name
        when = stamp(draft.order.asked.spec, draft.sources, self.day)
        if self.kept is None:
            pdf = proved(draft.briefing, when, draft.order.holding.documents)
            return replace(
                outcome, output=self.store.publish(name, pdf), why=("nothing is kept of earlier builds",)
            )
        key, now = self._key(draft, when), edition(self.kept.program, draft, when)
        made, there = self.kept.get(key), self.kept.digests.file(target)
        if made is not None and made.decode() == there:
            return replace(outcome, output=target, digest=there)
        reasons = why(self._before(name), now, there, target.as_posix())
        if self.kept.dry:
            return replace(outcome, output=target, why=reasons)
        pdf = proved(draft.briefing, when, draft.order.holding.documents)
        digest = hashlib.sha256(pdf).hexdigest()
        output = self.store.publish(name, pdf)
        self.kept.put(key, digest.encode())
        self.kept.note(f"{name}.json", replace(now, digest=digest).dump())
        return replace(outcome, output=output, digest=digest, why=reasons)

    def _before(self, name: str) -> Edition | None:
        noted = self.kept.noted(f"{name}.json") if self.kept else None
        return Edition.load(noted) if noted else None

    def _key(self, draft: Draft, when: dt.date) -> str:
        """Return the key of a PDF: it rests on the words, the date, and the documents that prove them."""
        words = _briefings().dump_json(draft.briefing).decode()
        proofs = {source.id: source.sha256 for source in draft.sources}
        return self.kept.key("publish", when.isoformat(), words, proofs) if self.kept else ""


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
