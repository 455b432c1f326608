"""How far the facts found in a text agree with what the text says: figures, and every miss in words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from articles import ArticleTruth, FindingTruth, QuotationTruth
from councilbrief.evidence.councils import Resolved, register
from councilbrief.evidence.facts import Evidence, Finding, Quotation
from councilbrief.provenance import Dated

ENOUGH = 0.8
"""The share of words that a clause of prose must have in common with the one found."""


@dataclass
class Tally:
    """What was right, what was said, and what there was; `misses` tells each difference."""

    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def f1(self, kind: str) -> float:
        """Return the F1 of one kind of fact; 1.0 where there is none and none is said."""
        total = self.said[kind] + self.there[kind]
        return 2 * self.right[kind] / total if total else 1.0

    def add(self, kind: str, *, right: int, said: int, there: int) -> None:
        """Count one text."""
        self.right[kind] += right
        self.said[kind] += said
        self.there[kind] += there


def compare(truth: ArticleTruth, evidence: Evidence, tally: Tally) -> None:
    """Count how the evidence of a text agrees with its truth."""
    _council_and_dates(truth, evidence, tally)
    _judgements(truth, evidence, tally)
    _findings(truth.id, "strengths", truth.strengths, evidence.strengths, tally)
    _findings(truth.id, "improvements", truth.improvements, evidence.improvements, tally)
    _quotations(truth, evidence, tally)
    facts = [f.told.words for f in (*evidence.strengths, *evidence.improvements)]
    facts += [" ".join(q.paragraphs) for q in evidence.quotations]
    tally.misses += [
        f"{truth.id}: noise in a fact: {n}" for n in truth.never if any(plain(n) in plain(f) for f in facts)
    ]
    tally.add("noise", right=0, said=sum(plain(n) in plain(f) for n in truth.never for f in facts), there=0)


def plain(words: str) -> str:
    """Return letters and digits only, in lower case, parted by single spaces."""
    flat = unicodedata.normalize("NFKD", re.sub(r"['’‘]", "", words)).lower()
    return " ".join(re.findall(r"[a-z0-9]+", flat))


def _council_and_dates(truth: ArticleTruth, evidence: Evidence, tally: Tally) -> None:
    wanted = register().resolve(truth.council) if truth.council else None
    gss = wanted.council.gss if isinstance(wanted, Resolved) else None
    main = evidence.inspections[0] if evidence.inspections else None
    told = truth.inspection
    pairs: list[tuple[str, object, object]] = [("council", evidence.council, gss)]
    if evidence.source.published is None or evidence.source.published.is_stated or truth.published:
        pairs.append(("published", _iso(evidence.source.published), truth.published))
    if told is not None:
        pairs += [
            (
                "dates",
                (_iso(main.start if main else None), _iso(main.end if main else None)),
                (told.start, told.end),
            ),
            ("framework", main.framework if main else None, told.framework),
            ("lead inspectors", main.lead_inspectors if main else (), told.lead_inspectors),
        ]
    for kind, said, want in pairs:
        tally.add(kind, right=int(said == want), said=1, there=1)
        if said != want:
            tally.misses.append(f"{truth.id}: {kind}: {said}, not {want}")


def _iso(date: Dated | None) -> str | None:
    return date.value.iso() if date else None


def _judgements(truth: ArticleTruth, evidence: Evidence, tally: Tally) -> None:
    said = {j.area.value: j.grade.value for j in evidence.judgements if j.current and j.stated}
    want = dict(truth.judgements)
    right = sum(said.get(area) == grade for area, grade in want.items())
    tally.add("judgements", right=right, said=len(said), there=len(want))
    tally.add(
        "false grades", right=0, said=sum(want.get(area) != grade for area, grade in said.items()), there=0
    )
    for area in sorted(said.keys() | want.keys()):
        if said.get(area) != want.get(area):
            tally.misses.append(f"{truth.id}: {area}: {said.get(area)}, not {want.get(area)}")


def _findings(
    id_: str, kind: str, truths: Sequence[FindingTruth], found: Sequence[Finding], tally: Tally
) -> None:
    open_ = list(found)
    right = 0
    for truth in sorted(truths, key=lambda t: t.optional):
        match = next((f for f in open_ if _same_finding(truth, f.told.words)), None)
        if match is not None:
            open_.remove(match)
            right += not truth.optional
        elif not truth.optional:
            tally.misses.append(f"{id_}: {kind}: missed: {truth.text}")
    needed = sum(not truth.optional for truth in truths)
    tally.add(kind, right=right, said=right + len(open_), there=needed)
    tally.misses += [f"{id_}: {kind}: false: {f.told.words} [{f.rule}]" for f in open_]


def _same_finding(truth: FindingTruth, words: str) -> bool:
    wanted, said = plain(truth.text).split(), plain(words).split()
    if wanted == said:
        return True
    common = sum((Counter(wanted) & Counter(said)).values())
    longer, shorter = max(len(wanted), len(said)), min(len(wanted), len(said))
    return truth.prose and shorter > 0 and longer <= 4 * shorter and common / shorter >= ENOUGH


def _quotations(truth: ArticleTruth, evidence: Evidence, tally: Tally) -> None:
    wanted = list(_pieces(truth.quotations))
    found = [(plain(p), q) for q in evidence.quotations for p in q.paragraphs]
    right = extra = 0
    for words, quotation in found:
        match = next(((w, t) for w, t in wanted if w == words), None)
        if match is None:
            extra += not (quotation.snippet and len(words.split()) < 4)
            tally.misses.append(f"{truth.id}: quotation: false: {words[:80]} [{quotation.rule}]")
            continue
        wanted.remove(match)
        named = _same_speaker(match[1], quotation)
        if not named:
            who = quotation.speaker.name if quotation.speaker else None
            tally.misses.append(f"{truth.id}: speaker: {who}, not {match[1].speaker}: {words[:60]}")
        tally.add("wrong speakers", right=0, said=int(not named and quotation.speaker is not None), there=0)
        needed = not match[1].optional
        right += named and needed
        extra += needed
    missed = [(w, t) for w, t in wanted if not t.optional]
    tally.misses += [f"{truth.id}: quotation: missed: {w[:80]}" for w, _ in missed]
    there = sum(not t.optional for _, t in _pieces(truth.quotations))
    tally.add("quotations", right=right, said=extra, there=there)


def _pieces(quotations: Iterable[QuotationTruth]) -> Iterator[tuple[str, QuotationTruth]]:
    for quotation in quotations:
        for paragraph in quotation.paragraphs:
            yield plain(paragraph), quotation


def _same_speaker(truth: QuotationTruth, quotation: Quotation) -> bool:
    if truth.speaker is None or quotation.speaker is None:
        return truth.speaker is None and quotation.speaker is None
    said = plain(quotation.speaker.name).split()
    keys = [*truth.accept, plain(truth.speaker).split()[-1]]
    return any(key in said for key in keys) or plain(truth.speaker) == " ".join(said)
