"""What colours the sentences of a text on an inspection: whom each is about, and when it was."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from councilbrief.documents.document import Shape
from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.councils.subject import is_telling
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.inspections.others import speaks_of_others
from councilbrief.evidence.judgements.clauses import Clause
from councilbrief.evidence.judgements.graders import goes_on_saying, names_laymen
from councilbrief.evidence.judgements.past import HISTORY_ROW, goes_on_with_then, story_of
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import MONTHS, Span

_OWN = re.compile(rf"\b{either('areas', 'own')}\b", re.IGNORECASE)
# `St Anne’s Church of England Primary`
_NAMED_SCHOOL = re.compile(rf"[A-Z](?<!\w.)[\w’']+ (?:[A-Z][\w’']+ )*{either('grades', 'schools')}\b")
# the council owns what else its sentence is about
_SERVICES = re.compile(r"\b(?:children[’']s (?:services|social care)|services for children)\b", re.IGNORECASE)
_TERMS = re.compile(rf"\b{either('grades', 'terms')}", re.IGNORECASE)
_GOES_ON = re.compile(rf"{either('grades', 'goes_on')}\b")
# `They were rated …`, in the paragraph after one on other councils
_THOSE = re.compile(r"(?:They|Their|Both|These|Those|All (?:two|three|four|five|six|of them))\b")
# `Last July`, where the text goes on to a visit that came after
_LAST = re.compile(
    r"^\W*(?:(?:In|At) )?(?:(?:the|its|an) (?:full )?inspection )?"
    rf"[Ll]ast (?:year|{'|'.join(filter(None, MONTHS))})\b"
)
# `was judged inadequate last summer`, likewise
_RATED_LAST = re.compile(
    r"\b(?:rated|judged|graded|found|branded|deemed|declared)\b[^.;]{0,60}\blast (?:year|spring|summer|autumn"
    r"|winter)\b"
)
_LATER_VISIT = re.compile(
    r"\b(?:second|third|fourth|fifth|follow-up|latest|most recent|review|monitoring|focused)"
    r" (?:\w+ ){0,2}visits?\b",
    re.IGNORECASE,
)
# all that minutes tell is past, also what is so now
_MINUTES = re.compile(
    r"\bRESOLVED\b|\b[Mm]inutes of (?:the|a)\b|^(?:Minutes|Agenda item|Issue - meetings)\b[:. ]*$",
    re.MULTILINE,
)
# Only a council's services are judged for these.
_SERVED = ("help_protection", "in_care", "care_leavers", "in_care_and_care_leavers")
_ITS_AREAS = any_of(name for key in _SERVED for name in phrases("areas", "areas", key))
_OF_COUNCILS = re.compile(rf"\b{_ITS_AREAS}(?!\w)|\bimpact of (?:its )?leaders\b", re.IGNORECASE)

_BESIDE_NAME = 20
"""Characters beside a council's name in a heading that is no more than that."""
_LEAD = 6
"""Paragraphs in which a text says what it is about."""


@dataclass(frozen=True, slots=True)
class Years:
    """The year of the inspection at hand, and that of the text, as far as they are known."""

    newest: int | None
    today: int | None


class Background:
    """What colours every sentence of a narrator's text: its council, its year, who else is named."""

    def __init__(self, reading: Reading, text: str, council: Council | None, years: Years) -> None:
        """Tell the council at hand from others that `text` names, where people's statements are veiled."""
        self.text, self.newest, self._paragraphs = text, years.newest, reading.paragraphs
        before = years.today - 1 if years.today else None
        self.last_year = before if before and self.newest and before < self.newest else None
        found = [mention for mention in reading.councils if mention.span.slice(text) == mention.form]
        own = [m.span for m in found if council is not None and m.councils == (council,)]
        self._own, self._own_spans, self._own_starts = Coverage(own), own, [span.start for span in own]
        # a name that several councils bear says of none of them what its sentence says
        self._others = [m.span for m in found if council is None or m.councils != (council,)]
        self._starts = [span.start for span in self._others]

    def names_own(self, span: Span) -> bool:
        """Say whether a span names the document's council."""
        return self._own.meets(span)

    def own(self, span: Span) -> tuple[Span, ...]:
        """Return where a span names the document's council."""
        first, last = bisect_left(self._own_starts, span.start), bisect_left(self._own_starts, span.end)
        return tuple(self._own_spans[first:last])

    def others(self, span: Span) -> tuple[Span, ...]:
        """Return where a span names other councils."""
        if not self._others:
            return ()
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        near = self._others[first : bisect_left(self._starts, span.end)]
        return tuple(other for other in near if other.overlaps(span))

    def is_of_others(self, span: Span) -> bool:
        """Say whether a line is about a school, a home or another council."""
        own = self.names_own(span) or _OWN.search(self.text, span.start, span.end)
        return not own and (bool(self.others(span)) or speaks_of_others(span.slice(self.text)))

    @cached_property
    def is_about_others(self) -> bool:
        """Say whether the text begins with a school, a home or another body, not with the council's."""
        for paragraph in self._paragraphs[:_LEAD]:
            span = paragraph.span
            words_ = span.slice(self.text)
            if _OWN.search(words_):
                return False
            if not is_telling(words_):
                continue
            if speaks_of_others(words_):
                if self.names_own(span) and paragraph.shape is Shape.HEADING:
                    continue  # "Norfolk’s new chief to close the school gap": what follows tells
                return True
            if self.names_own(span) and paragraph.shape is not Shape.HEADING:
                return False
        return False

    def heads(self, span: Span) -> bool:
        """Say whether a heading is nothing but the name of the document's council."""
        return any(len(span) - len(own) <= _BESIDE_NAME for own in self.own(span))


def coloured(reading: Reading, background: Background) -> Iterator[tuple[Clause, int]]:
    """Colour each sentence, with its paragraph's index; a paragraph about a school stays about it."""
    elsewhere = background.is_about_others
    of_any = speaks_of_others(background.text)  # where the whole text speaks of none, no sentence does
    paragraph, other, carried, council = -1, False, False, False
    laymen = terms = past = False
    then: int | None = None
    visited = "visit" in background.text.lower() and _LATER_VISIT.search(background.text) is not None
    minuted = _MINUTES.search(background.text) is not None
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            goes_on = council and _THOSE.match(background.text, sentence.span.start) is not None
            paragraph = sentence.paragraph
            here = reading.paragraphs[paragraph]
            if here.shape is Shape.HEADING:  # the section of a round-up that is the council's own
                elsewhere = background.is_about_others and not background.heads(here.span)
            other = elsewhere or goes_on
            laymen = terms = past = False
        span = sentence.span
        words_ = span.slice(background.text)
        past = past and goes_on_with_then(words_, background.newest)
        foreign = background.others(span)
        of_bodies = of_any and speaks_of_others(words_)
        owner = _OWN if not of_bodies else _SERVICES
        own = (background.names_own(span) and not elsewhere) or (
            not foreign and owner.search(words_) is not None
        )
        # "Its leaders were good" goes on about a school, "Care leavers: good" does not
        back = not (elsewhere or council or of_bodies) and _OF_COUNCILS.search(words_) is not None
        council = not own and (bool(foreign) or (council and other))
        other = not own and not (back and not foreign) and (other or bool(foreign) or of_bodies)
        carried = own or (carried and not other and _GOES_ON.match(words_) is not None)
        said = laymen and goes_on_saying(words_)
        laymen = said or (not own and names_laymen(words_))
        clause = Clause(
            span,
            background.newest,
            background.last_year,
            earlier=past or (visited and any(way.search(words_) for way in (_LAST, _RATED_LAST))),
            year=then if past else None,
            minuted=minuted,
            aside=other or said or terms or HISTORY_ROW.match(words_) is not None,
            council=carried,
            foreign=foreign,
            own=background.own(span),
        )
        yield clause, paragraph
        terms = terms or _TERMS.search(words_) is not None
        if not past:
            past, then = story_of(words_, background.newest)


def about_others(reading: Reading, background: Background, *, nobody: bool) -> Iterator[Span]:
    """Yield the paragraphs that are about a school by name or another council; `nobody` bars all."""
    text = background.text
    school = _NAMED_SCHOOL.search(text)
    elsewhere = False
    for paragraph in reading.paragraphs:
        span = paragraph.span
        if paragraph.shape is Shape.HEADING and background.is_about_others:
            elsewhere = not background.heads(span) and (elsewhere or speaks_of_others(span.slice(text)))
        other = elsewhere or background.others(span) or (school and _NAMED_SCHOOL.search(span.slice(text)))
        if nobody or (other and not background.names_own(span) and not _OWN.search(span.slice(text))):
            yield span
