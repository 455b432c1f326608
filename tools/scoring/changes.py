"""What became of each fact before and after a change: what was gained, and what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.likeness import plain
from scoring.verdicts import State, Verdict, false_grades, figures, noise, wrong_speakers


@dataclass(frozen=True, slots=True)
class Changes:
    """The verdicts of a set that are better now, and those that are worse; each pair is before and now.

    A false fact that is there only before is a gain without an after, one that is new a loss
    without a before.
    """

    gained: tuple[str, ...]
    lost: tuple[str, ...]


def changes(before: Sequence[Verdict], now: Sequence[Verdict]) -> Changes:
    """Compare what two revisions make of the same texts."""
    was, is_ = _keyed(before), _keyed(now)
    pairs = [(was.get(key), is_.get(key)) for key in dict.fromkeys((*was, *is_))]
    pairs.sort(key=lambda pair: _rank(pair[1]))  # what is said falsely now before what is passed over
    steps = [(_rank(new) - _rank(old), _told(old, new)) for old, new in pairs]
    return Changes(
        tuple(told for step, told in steps if step > 0), tuple(told for step, told in steps if step < 0)
    )


def _keyed(verdicts: Sequence[Verdict]) -> dict[tuple[str, str, str, bool, int], Verdict]:
    """Name each verdict by its text, kind and words, the second of the same words as such."""
    seen: Counter[tuple[str, str, str, bool]] = Counter()
    keyed = {}
    for one in verdicts:
        # the area of a grade is a fact of its own whether the text grades it or not
        key = (one.text, one.kind, plain(one.words), one.state is State.FALSE and one.kind != "judgements")
        keyed[(*key, seen[key])] = one
        seen[key] += 1
    return keyed


def _rank(verdict: Verdict | None) -> int:
    """Return how good a verdict is; a false fact that is not said is as good as one that is right."""
    return (verdict.state if verdict else State.RIGHT).rank


def _told(before: Verdict | None, now: Verdict | None) -> str:
    if before and now:
        other = f" ({before.said})" if before.said != now.said else ""
        return f"{now.line}  ← {before.state.value}{other}"
    return now.line if now else f"{before.line}  → no longer said" if before else ""


def change_lines(name: str, before: Sequence[Verdict], now: Sequence[Verdict]) -> Iterator[str]:
    """Tell the figures of a set before and now, where the texts have facts of a kind."""
    yield f"== {name}"
    kinds = dict.fromkeys(one.kind for one in (*before, *now) if one.kind != "noise")
    for kind in kinds:
        was, is_ = figures(before, kind), figures(now, kind)
        sign = "  " if was == is_ else "+ " if is_.f1 > was.f1 else "- "
        yield (
            f"{sign}{kind:20s} {was.precision:.3f} {was.recall:.3f} {was.f1:.3f} → "
            f"{is_.precision:.3f} {is_.recall:.3f} {is_.f1:.3f}"
        )
    counted = (("false grades", false_grades), ("wrong speakers", wrong_speakers), ("noise", noise))
    yield "  " + "; ".join(f"{what} {counts(before)} → {counts(now)}" for what, counts in counted)
