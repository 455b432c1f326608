"""Who and what a text names, in order, and of whom its sentences tell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from councilbrief.documents.document import Shape
from councilbrief.evidence.speech.candidates import Candidate, Kind, candidates
from councilbrief.evidence.speech.namesakes import Namesakes
from councilbrief.evidence.speech.people import people
from councilbrief.evidence.speech.surnames import unaccented
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import phrases
from councilbrief.provenance import Span

_JOINED = re.compile(r"(?:, [^,.;:]{2,80})?,? and (?:[^,.;:]{2,60},? )?")
MALE = frozenset(phrases("people", "masculine"))
"""Titles and nouns of men, in lower case."""

FEMALE = frozenset(phrases("people", "feminine"))
"""Titles and nouns of women, in lower case."""

_MEN, _WOMEN = frozenset(phrases("given_names", "men")), frozenset(phrases("given_names", "women"))

# `her daughter`: somebody else than she
_WHOSE = re.compile(r"(?:his|her|their|its) ", re.IGNORECASE)

FURTHEST = 60
"""Sentences before a pronoun in whose subjects, and speakers, the one that it means is sought."""


class Scene:
    """Everyone and everything that a text names, in order."""

    def __init__(self, reading: Reading) -> None:
        """Find the candidates of the whole text."""
        self._text = reading.narration
        self._sentences = reading.sentences
        self._paragraphs = reading.paragraphs
        self._sentence_starts = [sentence.span.start for sentence in reading.sentences]
        self.people = people(reading)
        self.names = Namesakes(sorted(self.people, key=lambda person: person.span.start))
        self.candidates, self._by_noun = candidates(self._text, self.people)
        self._starts = [candidate.span.start for candidate in self.candidates]

    def within(self, span: Span) -> tuple[Candidate, ...]:
        """Return the candidates that stand wholly in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(c for c in self.candidates[first:last] if c.span.end <= span.end)

    def is_part_of_a_name(self, span: Span) -> bool:
        """Say whether a word stands inside what a text calls somebody or something: `a stark report`."""
        at = bisect_left(self._starts, span.start) - 1
        return at >= 0 and self.candidates[at].span.end >= span.end

    def is_one_of_two(self, pronoun: str, candidate: Candidate) -> bool:
        """Say whether two people share a sentence's verb, so that a pronoun can mean either.

        "The director, Ms Example, and the cabinet member, Cllr Sample, heard the news together."
        """
        at = bisect_left(self._sentence_starts, candidate.span.start + 1) - 1
        span = self._sentences[max(at, 0)].span
        for other in self.within(Span(candidate.span.end, max(span.end, candidate.span.end))):
            free = other.kind is Kind.PERSON and not other.owner and not other.object
            if free and self._fits(pronoun, other):
                return _JOINED.fullmatch(self._text, candidate.span.end, other.span.start) is not None
        return False

    def _key(self, candidate: Candidate) -> str:
        """Return the fullest name of a person, the words of anything else."""
        return self.names.full(candidate.person).words if candidate.person else candidate.words

    def _subjects_before(self, at: int) -> Iterator[tuple[int, Candidate]]:
        """Yield the likely subject of each sentence before a place: its first body, its first person."""
        last = bisect_left(self._sentence_starts, at)
        for sentence in self._sentences[max(last - FURTHEST, 0) : last]:
            if self._paragraphs[sentence.paragraph].shape is Shape.HEADING:
                continue  # a byline names nobody of the story
            told_of = [c for c in self.within(sentence.span) if c.span.end <= at]
            named = [c for c in told_of if not c.owner and not self.is_agent(c)]
            found = [_first_free(named, kind) for kind in (Kind.BODY, Kind.PERSON)]
            if (
                told_of and told_of[0].owner and told_of[0].is_ofsted
            ):  # `The inspectors’ main complaint was …`
                found[0] = told_of[0]
            if sentence in self._sentences[max(last - 2, 0) : last]:
                opening = (c for c in named if c.kind is Kind.ROLE and c.span.start == sentence.span.start)
                found += [c for c in opening if not is_anothers(c)]
            yield from ((candidate.span.start, candidate) for candidate in found if candidate)

    def is_agent(self, candidate: Candidate) -> bool:
        """Say whether a candidate only does what a passive tells: `understood by the police`."""
        return self._text.endswith(" by ", 0, candidate.span.start)

    def _fits(self, pronoun: str, candidate: Candidate) -> bool:
        """Say whether title, first name and noun leave it open that a pronoun means somebody."""
        if not pronoun:
            return True
        other, others = (FEMALE, _WOMEN) if pronoun == "he" else (MALE, _MEN)
        if candidate.person is None:
            return candidate.noun not in other
        first = unaccented(self.names.full(candidate.person).words.split()[0])
        return first not in others and not self.names.titles(candidate.person) & other

    def _sentences_before(self, at: int, count: int) -> int:
        """Return where the sentence so many before a place starts."""
        return self._sentence_starts[max(bisect_left(self._sentence_starts, at) - count, 0)]

    def _number(self, at: int) -> int:
        """Return the number of the sentence in which a place lies."""
        return max(bisect_right(self._sentence_starts, at) - 1, 0)


def _first_free(named: list[Candidate], kind: Kind) -> Candidate | None:
    """Return the first of a kind that is no object; the first at all where every one is."""
    of_kind = [candidate for candidate in named if candidate.kind is kind]
    return next((candidate for candidate in of_kind if not candidate.object), of_kind[0] if of_kind else None)


def is_anothers(role: Candidate) -> bool:
    """Say whether somebody is called by what they are to another: `her daughter`."""
    return _WHOSE.match(role.words) is not None
