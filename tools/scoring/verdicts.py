"""What became of each fact: right, missed, false, another than the true one; and figures over many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """What became of one fact, the worst first.

    WRONG is another value than the true one: a grade, a date, a speaker. UNNAMED is a
    quotation that was found and whose speaker was not identified.
    """

    WRONG = "wrong"
    FALSE = "false"
    MISSED = "missed"
    UNNAMED = "speaker not identified"
    RIGHT = "right"

    @property
    def rank(self) -> int:
        """Return how good it is, the higher the better."""
        return list(State).index(self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one fact of a text.

    `words` are the true ones, of a false fact the ones that were said. `said` and `truth`
    are the values of a wrong one; `rule` is what found it.
    """

    text: str
    kind: str
    state: State
    words: str
    said: str | None = None
    truth: str | None = None
    rule: str | None = None

    @property
    def line(self) -> str:
        """Tell it in one line."""
        state = self.state.value
        if self.state is State.WRONG:
            state = "wrong speaker" if self.kind == "quotations" else "wrong"
        if self.state is State.WRONG or self.kind == "roles":
            state += f" (said {self.said}, truth {self.truth})"
        by = f" [{self.rule}]" if self.rule else ""
        return f"{self.text}: {self.kind}: {state}: {' '.join(self.words.split())}{by}"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many facts were right, said and there."""

    right: int
    said: int
    there: int

    @property
    def precision(self) -> float:
        """Return the share of what was said that was right; 1.0 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what was there that was found; 1.0 where nothing was there."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """Return the F1; 1.0 where there was nothing and nothing was said."""
        total = self.said + self.there
        return 2 * self.right / total if total else 1.0


def figures(verdicts: Sequence[Verdict], kind: str) -> Figures:
    """Count the facts of one kind."""
    states = [one.state for one in verdicts if one.kind == kind]
    right, false, missed = (states.count(state) for state in (State.RIGHT, State.FALSE, State.MISSED))
    return Figures(right, len(states) - missed, len(states) - false)


def count(verdicts: Sequence[Verdict], kind: str, *states: State) -> int:
    """Count the facts of one kind that are in one of some states."""
    return sum(one.kind == kind and one.state in states for one in verdicts)


def false_grades(verdicts: Sequence[Verdict]) -> int:
    """Count the grades that nobody gave."""
    return count(verdicts, "judgements", State.FALSE, State.WRONG)


def false_earlier(verdicts: Sequence[Verdict]) -> int:
    """Count the grades of earlier inspections that nobody told."""
    return count(verdicts, "earlier", State.FALSE)


def wrong_speakers(verdicts: Sequence[Verdict]) -> int:
    """Count the quotations that were given to somebody else."""
    return count(verdicts, "quotations", State.WRONG)


def false_findings(verdicts: Sequence[Verdict]) -> int:
    """Count the strengths and areas for improvement that nobody found."""
    return sum(count(verdicts, kind, State.FALSE) for kind in ("strengths", "improvements"))


def noise(verdicts: Sequence[Verdict]) -> int:
    """Count the facts that hold words of the page around the story."""
    return count(verdicts, "noise", State.FALSE)


def misses(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Tell in a line each whatever is not right."""
    return (one.line for one in verdicts if one.state is not State.RIGHT)
