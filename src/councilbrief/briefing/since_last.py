"""The newest list of areas for improvement beside the one before: what comes back and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from councilbrief.briefing.blocks import Inline, Statement, Support, Text
from councilbrief.briefing.case import Case, days_of, is_graded
from councilbrief.briefing.findings import Item, improvements_of
from councilbrief.briefing.frames import comparable, short_name
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import listed, number, sentence_case
from councilbrief.briefing.recurring import Followed, Match, followed
from councilbrief.briefing.slices import closed, slices
from councilbrief.provenance import DocumentKind, PartialDate

MOST_LISTED, MOST_OF_ANOTHER_KIND = 8, 4
"""The most areas of the list before that are printed because their subjects are not named again.

Reports of another framework have longer lists of longer items.
"""

MOST_SUBJECTS = 6
"""Where they are not printed, so many subjects of theirs are named."""

APART = " … "
BOARD, PRIORITY = "lscb", "priority"


@dataclass(frozen=True)
class SinceLast:
    """Two lists of Ofsted's own, that of the main inspection and that of the graded one before.

    The lists of a safeguarding board are left out: no later inspection looks at it.
    """

    case: Case
    record: Record
    now: tuple[Item, ...]
    then: tuple[Item, ...]

    @cached_property
    def when(self) -> str:
        """Return the month of the inspection before, as far as known: `November 2019`."""
        days = days_of(self.record)
        last = days and (days[1] or days[0])
        return PartialDate(last.year, last.month).text() if last else "an earlier inspection"

    @cached_property
    def _followed(self) -> Followed:
        return followed([pieces(item) for item in self.now], [pieces(item) for item in self.then])

    @cached_property
    def matches(self) -> Mapping[Item, Match]:
        """Return the areas that are similar to one before."""
        return {self.now[match.now]: match for match in self._followed.matches}

    @property
    def dropped(self) -> tuple[Item, ...]:
        """Return the areas before of whose subjects the list now names none."""
        return tuple(self.then[place] for place in self._followed.dropped)

    @property
    def lists_dropped(self) -> bool:
        """Say whether those are few enough to be listed."""
        return len(self.dropped) <= (MOST_LISTED if self._comparable else MOST_OF_ANOTHER_KIND)

    @property
    def _lists_all(self) -> bool:
        """Say whether the whole list before is listed as not named again."""
        return len(self.dropped) == len(self.then) and self.lists_dropped

    @property
    def shows_any(self) -> bool:
        """Say whether any area before is shown beside the list now."""
        return bool(self.matches or (self.dropped and self.lists_dropped))

    def remark(self, item: Item) -> Statement | None:
        """Quote the area before that an area is similar to, and say by which subject."""
        match = self.matches.get(item)
        if match is None:
            return None
        earlier = self.then[match.before]
        what = "a priority action of" if earlier.finding.group == PRIORITY else "an area named in"
        opening = Text(f"Similar to {what} {self.when}, on {listed(match.subjects)}: ")
        words = quoted(earlier, match.point)
        return self.case.references.claim(opening, *words, support=earlier.support[:1])

    def summed(self, *, whole: bool) -> Statement:
        """Say how many areas are similar to one before, as far as that was recognised.

        `whole`: the list before is shown in full, so the lists can be compared.
        """
        count, total = len(self.matches), len(self.now)
        are, areas = ("is", "an area") if count == 1 else ("are", "areas")
        which = _every(total) if count == total else f"at least {number(count)}"
        then = f"named in {self.when}{self._under}"
        words = f"{which} {are} similar, by subject, to {areas} {then}"
        if not count:
            compare = "; compare the lists" if whole or self._lists_all else ""
            words = f"none was recognised as similar to one {then}{compare}"
        rests_on = [item.support[0] for item in self.now]
        rests_on += [self.then[match.before].support[0] for match in self.matches.values()] or self._then
        return self.case.references.claim(Text(f"{sentence_case(words)}."), support=rests_on)

    def left(self, *, listed: bool) -> Iterator[Statement]:
        """Say on how many areas before the list now says nothing, ahead of a list of them or without one."""
        count = len(self.dropped)
        if count:
            are, they = ("is on a subject", "it is") if count == 1 else ("are on subjects", "they are")
            words = f"{self._left_of_all} {are} that this list does not name"
            end = f"{self._subjects}. That does not mean that {they} solved."
            rests_on = [item.support[0] for item in self.dropped]
            text = f"{words}{', solved or not:' if listed else end}"
            yield self.case.references.claim(Text(text), support=rests_on)

    @property
    def _left_of_all(self) -> str:
        """Count the areas that the list does not name; there may be more, whose subjects are not known."""
        count, total = len(self.dropped), len(self.then)
        if count == total == 1:
            return f"The area named in {self.when}"
        if count == total:
            return f"{sentence_case(_every(total))} areas named in {self.when}"
        return f"At least {number(count)} of the {number(total)} areas named in {self.when}"

    @property
    def _subjects(self) -> str:
        """Name the subjects of the areas that the list does not name, a few of many, in brackets."""
        found = self._followed.subjects
        more = max(len(found) - MOST_SUBJECTS, 0) + self._followed.unnamed
        named = [*found[:MOST_SUBJECTS], *([f"{number(more)} more"] if more else [])]
        return f" ({listed(named)})" if found else ""

    @property
    def _comparable(self) -> bool:
        return self.case.main is not None and comparable(self.case.main.framework, self.record.framework)

    @property
    def _under(self) -> str:
        """Say that the list before was made under another framework."""
        name = short_name(self.record.framework)
        return "" if self._comparable or name is None else f", under another framework ({name})"

    @property
    def _then(self) -> list[Support]:
        return [item.support[0] for item in self.then]


def since_last(case: Case, now: Iterable[Item]) -> SinceLast | None:
    """Set Ofsted's list of the main inspection beside the one before; None where either is not at hand."""
    newest = _of_council(case, now)
    for record in case.earlier if newest else ():
        items = _of_council(case, case.findings(record, improvements_of)) if is_graded(record) else ()
        if items:
            return SinceLast(case, record, newest, items)
    return None


def _of_council(case: Case, items: Iterable[Item]) -> tuple[Item, ...]:
    """Keep what a report itself lists for the council."""
    return tuple(
        item
        for item in items
        if case.kind_of(item.source) is DocumentKind.REPORT and item.finding.group != BOARD
    )


def _every(count: int) -> str:
    return {1: "it", 2: "both"}.get(count, f"all {number(count)}")


def pieces(item: Item) -> Sequence[str]:
    """Return the words of an area: what introduces its points, and these, or just its words."""
    return tuple(piece.words for piece in slices(item.printed))


def quoted(item: Item, point: int | None) -> tuple[Inline, ...]:
    """Set an area in quotation marks; of several points only the one that matters, if one does."""
    lead, *points = closed(item.printed)
    shown: list[Inline] = [lead]
    for at, words in enumerate(points):
        if point in (None, at):
            shown += [Text(APART if at and point else " "), words]
    return (Text("“"), *shown, Text("”"))
