"""Telling a variant: each paragraph is written and its facts noted in one breath, so that they move together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from articles import ArticleTruth, FindingTruth, GradeTruth, InspectionTruth, QuotationTruth
from variants.marks import Hand
from variants.page import Bullets, Layout, healed
from variants.variant import SourceFacts


@dataclass(frozen=True, slots=True)
class Told:
    """A page, what a manifest would add, and its truth under whatever name it gets."""

    text: bytes
    source: SourceFacts
    truth: Callable[[str], ArticleTruth]


class Telling:
    """A page in the making, with the facts that its paragraphs have told so far."""

    def __init__(self, hand: Hand, layout: Layout) -> None:
        self._hand = hand
        self._layout = layout
        self._paragraphs: list[str] = []
        self._fragile: list[bool] = []
        self._strengths: list[FindingTruth] = []
        self._improvements: list[FindingTruth] = []
        self._quotations: list[QuotationTruth] = []
        self._spoken = 0
        self._earlier: list[GradeTruth] = []
        self._never: list[str] = []

    def say(self, text: str) -> None:
        """Write a paragraph of the narrator's."""
        self._add(self._hand.written(self._kept(text)), fragile=True)

    def as_is(self, text: str) -> None:
        """Write a line whose marks and spaces stand as given: a date, a headline, an empty line."""
        self._add(text, fragile=False)

    def noise(self, line: str) -> None:
        """Write a line that may stand in no fact."""
        self._add(line, fragile=False)
        self._never.append(_clean(line))

    def forbid(self, words: str) -> None:
        """Note words of a paragraph that may stand in no fact."""
        self._never.append(self._noted(words))

    def strength(self, clause: str, *, optional: bool = False) -> str:
        """Note a strength told in prose and return its words."""
        self._strengths.append(FindingTruth(self._noted(clause), prose=True, optional=optional))
        return clause

    def improvement(self, clause: str, *, optional: bool = False) -> str:
        """Note an area for improvement told in prose and return its words."""
        self._improvements.append(FindingTruth(self._noted(clause), prose=True, optional=optional))
        return clause

    def before(self, area: str, grade: str) -> None:
        """Note an older grade that follows from a word such as "maintained"."""
        self._earlier.append(GradeTruth(area, grade, optional=True))

    def listed(self, heading: str, items: Sequence[str], bullets: Bullets, *, praise: bool) -> None:
        """Write a list of strengths or of areas for improvement under its heading."""
        self.say(heading)
        self.lines(items, bullets)
        noted = self._strengths if praise else self._improvements
        noted.extend(FindingTruth(self._noted(item)) for item in items)

    def lines(self, items: Sequence[str], bullets: Bullets) -> None:
        """Write a list that tells no findings."""
        lines = bullets.lines([self._hand.written(self._kept(item)) for item in items])
        self._add("\n".join(lines), fragile=True)

    def statement(self, lead: str, truth: QuotationTruth) -> None:
        """Write a statement, its first paragraph after the words that attribute it."""
        marks = self._hand.statements[self._spoken % len(self._hand.statements)]
        self._spoken += 1
        words = [self._hand.quoted(self._kept(paragraph), marks) for paragraph in truth.paragraphs]
        for index, paragraph in enumerate(words):
            marked = marks.around(paragraph, index, last=index == len(words) - 1)
            self._add(self._hand.written(self._kept(lead)) * (index == 0) + marked, fragile=True)
        self._note(replace(truth, paragraphs=tuple(map(_clean, words))))

    def snippet(self, words: str, speaker: str | None = None, accept: tuple[str, ...] = ()) -> str:
        """Note words quoted inside the narrator's sentence and return them in single marks; finding them is optional."""
        noted = quotation((self._noted(words),), speaker, None, inferred=False, accept=accept)
        self._note(replace(noted, snippet=True, optional=True))
        return f"'{words}'"

    def told(
        self,
        source: SourceFacts,
        *,
        council: str,
        published: str | None,
        inspection: InspectionTruth,
        judgements: Mapping[str, str],
    ) -> Told:
        """Finish the page."""
        text = self._layout.page(self._paragraphs, self._fragile)
        leads = tuple(self._noted(name) for name in inspection.lead_inspectors)

        def truth(name: str) -> ArticleTruth:
            return ArticleTruth(
                id=name,
                path=Path(f"{name}.txt"),
                council=council,
                kind=source.kind.value,
                published=published,
                inspection=replace(inspection, lead_inspectors=leads),
                judgements=dict(judgements),
                earlier=tuple(self._earlier),
                elsewhere=(),
                strengths=tuple(self._strengths),
                improvements=tuple(self._improvements),
                quotations=tuple(self._quotations),
                never=tuple(self._never),
            )

        return Told(text, source, truth)

    def _note(self, truth: QuotationTruth) -> None:
        role = truth.role and self._noted(truth.role)
        organisation = truth.organisation and self._noted(truth.organisation)
        speaker = truth.speaker and self._noted(truth.speaker)
        self._quotations.append(replace(truth, speaker=speaker, role=role, organisation=organisation))

    def _noted(self, words: str) -> str:
        return _clean(self._hand.written(healed(words)))

    def _kept(self, text: str) -> str:
        return text if self._layout.kept else healed(text).strip() + " " * text.endswith(": ")

    def _add(self, text: str, *, fragile: bool) -> None:
        self._paragraphs.append(text)
        self._fragile.append(fragile)


def quotation(  # noqa: PLR0913 - a statement has that many facts
    paragraphs: Sequence[str],
    speaker: str | None,
    role: str | None,
    *,
    organisation: str | None = None,
    inferred: bool = True,
    party: str | None = None,
    sensitive: bool = False,
    past: bool = False,
    accept: tuple[str, ...] = (),
) -> QuotationTruth:
    """Describe a statement; without an organisation it is the council's, unless not even that can be `inferred`."""
    return QuotationTruth(
        paragraphs=tuple(paragraphs),
        speaker=speaker,
        role=role,
        organisation=organisation,
        organisation_inferred=organisation is None and inferred,
        party=party,
        snippet=False,
        optional=False,
        sensitive=sensitive,
        accept=accept,
        past=past,
    )


def _clean(text: str) -> str:
    return " ".join(healed(text).split())
