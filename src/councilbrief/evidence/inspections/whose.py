"""Whose inspection a date is of: that of the council at hand, or of another that its sentence names."""

from __future__ import annotations

import re
from bisect import bisect_left

from councilbrief.evidence.councils.mentions import Mention
from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.texts.reading import Reading, Sentence
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# ` Council’s children’s services were inspected`
_SERVICES = re.compile(either("inspections", "of_services"), re.IGNORECASE)
_HELPER = re.compile(rf"\b{either('inspections', 'helpers')} (?:the )?$", re.IGNORECASE)
# At the head of a sentence these go on with the council of the one before.
_GOES_ON = re.compile(either("inspections", "goes_on"), re.IGNORECASE)


class Whose:
    """Which council each sentence names, and so whose inspection a date in it is."""

    def __init__(self, reading: Reading, council: Council | None) -> None:
        """Find the councils of a text; without a `council` at hand there is no other one."""
        self._reading, self._council = reading, council
        self._found = reading.councils if council else ()
        self._starts = [mention.span.start for mention in self._found]

    def is_anothers(self, sentence: Sentence, date: Span) -> bool:
        """Say whether the council nearest before a date, else the first of its sentence, is another one."""
        named = self._within(sentence)
        if not named and _GOES_ON.match(self._reading.text, sentence.span.start):
            before = self._reading.sentence_before(sentence)
            named = self._within(before)[:1] if before else []
        nearest = [m for m in named if m.span.end <= date.start][-1:] or named[:1]
        return any(not self._is_own(mention) for mention in nearest)

    def tells_of_services(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells that the services of the council at hand were inspected."""
        own = (mention for mention in self._within(sentence) if self._is_own(mention))
        return any(_SERVICES.match(self._reading.text, m.span.end, sentence.span.end) for m in own)

    def _within(self, sentence: Sentence) -> list[Mention]:
        """Return the councils that a sentence names, but for those that only help: `with Norchester`."""
        text, span = self._reading.text, sentence.span
        within = self._found[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return [m for m in within if not _HELPER.search(text, span.start, m.span.start)]

    def _is_own(self, mention: Mention) -> bool:
        """Say whether a mention can be the council at hand: also by its predecessor's bare name."""
        own = self._council
        return own is None or any(
            c.place == own.place
            or (not mention.strong and (own.gss in c.successors or c.gss in own.successors))
            for c in mention.councils
        )
