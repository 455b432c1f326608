"""Drafts to published PDFs: made here or by an engine, and put in their place unless they are there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.briefing.facts import Edition
from councilbrief.briefing.spec import Spec
from councilbrief.builds import Watch
from councilbrief.builds.draft import Draft, drafts
from councilbrief.builds.editions import Edition as Noted
from councilbrief.builds.editions import edition, why
from councilbrief.builds.engine import Engine, Lost
from councilbrief.builds.outcome import Outcome
from councilbrief.builds.plan import Order
from councilbrief.builds.previous import changed, compares, published
from councilbrief.builds.report import Report
from councilbrief.builds.setting import Set, Setting, dead, make, make_elsewhere
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.store import Store
from councilbrief.problems import Problem, StoreError
from councilbrief.provenance import Source

NOTHING_KEPT = "nothing is kept of earlier builds"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Puts briefings into a folder; `day` is the date of one without any.

    Where the store keeps nothing of earlier builds it does everything; dry, it only says what it would do.
    """

    store: Store
    day: dt.date
    report: Report
    engine: Engine

    def publish(self, planned: Sequence[Order], shelf: Shelf, watch: Watch) -> tuple[Outcome, ...]:
        """Make and publish what is planned; an outcome has no output where that failed."""
        every = drafts(planned, self.report)
        settings = [self._setting(draft) for draft in every]
        outcomes: list[Outcome] = []
        for draft, setting, made in zip(every, settings, self._elsewhere(settings), strict=True):
            watch(len(outcomes), len(every), draft.order.output)
            outcomes.append(self._published(draft, made or self._here(setting, shelf)))
        watch(len(every), len(every), "")
        return tuple(outcomes)

    def _here(self, setting: Setting, shelf: Shelf) -> Set:
        return make(setting, [shelf.read(entry) for entry in setting.job.near], self.store.kept)

    def _setting(self, draft: Draft) -> Setting:
        when = stamp(draft.job.spec, draft.sources, self.day)
        last = self._before(draft) if compares(draft.job.spec) else None
        return Setting(draft.job, when, dry=self.store.kept is not None and self.store.kept.dry, last=last)

    def _elsewhere(self, settings: Sequence[Setting]) -> Iterator[Set | None]:
        """Yield what the engine makes, None for each that is to be made here."""
        kept = self.store.kept
        if kept is None or not kept.lasts:
            yield from (None for _ in settings)
            return
        every = self.engine.run(make_elsewhere, [(setting, kept.desk) for setting in settings])
        for setting, made in zip(settings, every, strict=True):
            if isinstance(made, Lost):
                yield dead(setting) if made is Lost.FATAL else None
            elif made.problems or made.pdf is not None:
                yield made
            else:
                pdf = kept.get(made.key)
                yield replace(made, pdf=pdf) if pdf is not None else None

    def _published(self, draft: Draft, made: Set) -> Outcome:
        """Put a PDF in its place, and note what it was made of."""
        outcome = outcome_of(draft)
        if made.problems:
            self.report.add([_placed(problem, draft.order) for problem in made.problems], made.code)
            return outcome
        try:
            return self._put(draft, outcome, made)
        except StoreError as error:
            self.report.add([_placed(problem, draft.order) for problem in error.problems], error.exit_code)
            return outcome

    def _before(self, draft: Draft) -> Edition | None:
        """Return the edition that is published now."""
        return published(self.store.folder / f"{draft.order.output}.pdf", draft.job.council.short)

    def _put(self, draft: Draft, outcome: Outcome, made: Set) -> Outcome:
        kept, name = self.store.kept, f"{draft.order.output}.pdf"
        if kept is None:
            outcome = replace(outcome, changes=changed(self._before(draft), made.edition))
            output = self.store.publish(name, made.pdf or b"")
            return replace(outcome, output=output, digest=made.digest, why=(NOTHING_KEPT,))
        target = self.store.folder / name
        there = kept.digests.file(target)
        if there is not None and there == made.digest:
            return replace(outcome, output=target, digest=there, changes=())
        when, note = stamp(draft.job.spec, draft.sources, self.day), f"{name}.json"
        now = edition(kept.program, draft, when)
        reasons = why(Noted.load(kept.noted(note) or b""), now, there, target.as_posix())
        before = self._before(draft) if there else None
        outcome = replace(outcome, changes=changed(before, made.edition))
        if kept.dry:
            return replace(outcome, output=target, why=reasons)
        output = self.store.publish(name, made.pdf or b"")
        kept.note(note, replace(now, digest=made.digest).dump())
        return replace(outcome, output=output, digest=made.digest, why=reasons)


def outcome_of(draft: Draft) -> Outcome:
    """Return the outcome of a briefing that has only been composed."""
    return Outcome(draft.order.asked.shown_as, draft.order.council.short, None, draft.sources)


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
