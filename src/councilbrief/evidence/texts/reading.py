"""A document as the finders see it: its sentences, its quoted words, and what is the narrator's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from councilbrief.documents.document import Document, Paragraph
from councilbrief.evidence.councils.mentions import Mention, mentions
from councilbrief.evidence.councils.register import register
from councilbrief.evidence.facts import Quoted
from councilbrief.evidence.texts.marks import Marked, marked
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

VEIL = "¤"
"""Stands for each quoted character in the narrator's text."""

LONGEST_SENTENCE = 2_000
"""Characters; what is longer is read in parts, so that no rule takes more than its share of time."""

_LONGEST_SHORT = len("approx.") + 1

# `… for change.” The` but not `Cllr. Smith`
_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[”’\"')\]]*+(?=\s+[“‘\"'(\[]?[A-Z0-9£])")
# The stop of one of these ends nothing: `Mr. Smith`, `J. Smith`.
_ABBREVIATION = re.compile(rf"(?:^|[\s(“‘\"'.-])(?:[A-Z]|{either('speech', 'abbreviations')})\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a whole paragraph that is none; `paragraph` is an index."""

    span: Span
    paragraph: int


@dataclass(frozen=True)
class Reading:
    """What all finders need to know of a document, worked out once."""

    document: Document
    quotes: tuple[Marked, ...]
    narration: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    @cached_property
    def _quote_starts(self) -> tuple[int, ...]:
        return tuple(quote.outer.start for quote in self.quotes)

    @cached_property
    def councils(self) -> tuple[Mention, ...]:
        """Return the councils that the text names, in order."""
        return mentions(self.text, register())

    @property
    def text(self) -> str:
        """Return the clean text."""
        return self.document.text

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs."""
        return self.document.paragraphs

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence in which a character stands."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def sentences_of(self, paragraph: int) -> tuple[Sentence, ...]:
        """Return the sentences of a paragraph, by its index."""
        span = self.paragraphs[paragraph].span
        first = bisect_left(self._sentence_starts, span.start)
        return self.sentences[first : bisect_left(self._sentence_starts, span.end)]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before in the same paragraph, None for the first one."""
        before = bisect_left(self._sentence_starts, sentence.span.start) - 1
        found = self.sentences[max(before, 0)]
        return found if before >= 0 and found.paragraph == sentence.paragraph else None

    def quote_over(self, span: Span) -> Marked | None:
        """Return the stretch between marks in which a span lies wholly."""
        at = bisect_right(self._quote_starts, span.start) - 1
        return self.quotes[at] if at >= 0 and self.quotes[at].outer.covers(span) else None

    def told(self, span: Span) -> Quoted:
        """Return a slice of the text with its place."""
        return Quoted(self.document[span], self.document.place(span))


def read(document: Document) -> Reading:
    """Work out the sentences and the quoted words of a document."""
    quotes = marked(document)
    return Reading(document, quotes, veil(document.text, quotes), tuple(_sentences(document, quotes)))


def veil(text: str, quotes: tuple[Marked, ...]) -> str:
    """Return the narrator's text: quoted words and their marks veiled, lengths kept.

    `She said: “No.”` is read as `She said: ¤¤¤¤¤`.
    """
    parts: list[str] = []
    at = 0
    for quote in quotes:
        parts += [text[at : quote.outer.start], VEIL * len(quote.outer)]
        at = quote.outer.end
    return "".join([*parts, text[at:]])


def _sentences(document: Document, quotes: tuple[Marked, ...]) -> list[Sentence]:
    """Cut paragraphs into sentences, never inside quoted words."""
    out: list[Sentence] = []
    starts = [quote.outer.start for quote in quotes]
    for index, paragraph in enumerate(document.paragraphs):
        start = paragraph.span.start
        for end in _ends(document.text, paragraph.span):
            at = bisect_left(starts, end) - 1
            if at >= 0 and end < quotes[at].outer.end:
                continue
            out.append(Sentence(Span(start, end), index))
            start = end + (len(document.text[end : end + 8]) - len(document.text[end : end + 8].lstrip()))
        if start < paragraph.span.end:
            out.append(Sentence(Span(start, paragraph.span.end), index))
    return [part for sentence in out for part in _parts(sentence)]


def _ends(text: str, span: Span) -> list[int]:
    """Return where sentences of a paragraph end, abbreviations apart."""
    return [
        match.end()
        for match in _END.finditer(text, span.start, span.end)
        if not is_abbreviated(text, span.start, match.start())
    ]


def is_abbreviated(text: str, start: int, stop: int) -> bool:
    """Say whether the stop at a place ends an abbreviation; nothing before `start` is read."""
    return _ABBREVIATION.search(text[max(start, stop - _LONGEST_SHORT) : stop + 1]) is not None


def _parts(sentence: Sentence) -> list[Sentence]:
    """Cut what is longer than any sentence should be."""
    span = sentence.span
    if 0 < len(span) <= LONGEST_SENTENCE:
        return [sentence]
    edges = [*range(span.start, span.end, LONGEST_SENTENCE), span.end]
    return [Sentence(Span(a, b), sentence.paragraph) for a, b in pairwise(edges)]
