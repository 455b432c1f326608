"""The corpus's inspection reports as a set of texts: covers, grades, lists and strengths."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from scoring.corpus import as_report, load_lines, load_scorer
from scoring.judging import Json, value
from scoring.sets import Text, TextSet
from scoring.verdicts import State, Verdict

REPORTS = "reports"


def reports(corpus: Path) -> TextSet:
    """Return the reports, each with its facts as they were written down."""
    labels = _Labels(corpus / "gold")
    files = sorted(path for path in (corpus / "reports").rglob("*.pdf") if path.is_file())
    return TextSet(REPORTS, tuple(Text(path, path, labels.judge(path)) for path in files))


class _Labels:
    """What is written down of reports, by the scorers' names of the files."""

    def __init__(self, gold: Path) -> None:
        self._scorer: Any = load_scorer(gold / "reports" / "score.py")
        self._of_strengths: Any = load_scorer(gold / "strengths" / "score.py")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # it leaves closing its files to Python
            self._rows, self._lists, _ = self._scorer.load_gold()
        self._sentences: dict[str, list[Json]] = {}
        for one in load_lines(gold / "strengths" / "dev.jsonl"):
            sentence = {**one, "_n": self._of_strengths.norm(one["text"])}
            self._sentences.setdefault(self._of_strengths.key(one["file"]), []).append(sentence)

    def judge(self, path: Path) -> Callable[[Json], tuple[Verdict, ...]]:
        """Return what holds the facts of a report against what is written down of it."""
        key = self._scorer.key(path.as_posix())
        return lambda facts: tuple(self._verdicts(key, as_report(facts)))

    def _verdicts(self, key: str, product: Json) -> Iterator[Verdict]:
        for field in self._scorer.PLAIN:
            said, row = self._scorer.norm_plain(field, product.get(field)), self._rows[key]
            wanted = self._scorer.accepted(row, field)
            right = said if said in wanted else self._scorer.norm_plain(field, row[field])
            yield from value(key, field.replace("_", " "), said, right, f"{field}: {right}")
        for area in self._scorer.GRADES:
            said, wanted = (
                self._scorer.norm_grade(one) for one in (product["grades"].get(area), self._rows[key][area])
            )
            yield from value(key, "judgements", said, wanted, area)
        yield from self._improvements(key, product["improve"])
        yield from self._strengths(key, product["strengths"])

    def _improvements(self, key: str, said: Sequence[str]) -> Iterator[Verdict]:
        gold = self._lists[key]
        *_, missed, false = self._scorer.score_improve(gold, said, with_lscb=True)
        for words in (*gold["items"], *gold["lscb_items"]):
            state = State.MISSED if words in missed else State.RIGHT
            yield Verdict(key, "improvements", state, words)
        yield from (Verdict(key, "improvements", State.FALSE, words) for words in false)

    def _strengths(self, key: str, said: Sequence[str]) -> Iterator[Verdict]:
        """Judge what was labelled: words from other sections of a report count neither way."""
        gold = self._sentences.get(self._of_strengths.key(key), [])
        hits: dict[int, Json] = {}
        for words in said if gold else ():
            whole = self._of_strengths.best(words, gold)
            parts = [whole] if whole else map(self._part(gold), self._of_strengths.parts(words))
            hits |= {one["index"]: one for one in parts if one}
        for one in gold:
            if one["label"] == "strength":
                state = State.RIGHT if one["index"] in hits else State.MISSED
                yield Verdict(key, "strengths", state, one["text"])
            elif one["index"] in hits:
                yield Verdict(key, "strengths", State.FALSE, f"({one['label']}) {one['text']}")

    def _part(self, gold: Sequence[Json]) -> Callable[[str], Json | None]:
        return lambda words: self._of_strengths.best(words, gold)
