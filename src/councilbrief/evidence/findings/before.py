"""Before: what stands in a sentence before each of its verbs, the inspectors or somebody else."""

from __future__ import annotations

import re
from bisect import bisect_right

from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import small
from councilbrief.provenance import Span

PERSON = re.compile(rf"\b{either('findings', 'persons')}\b")
_SUBJECT = re.compile(rf"\b{either('findings', 'frame_subjects')}\b")
# `The committee noted the report and asked for`
_READ_BY = re.compile(either("findings", "read_by"), re.IGNORECASE)
# `In a letter to the council inspectors said`
_READER = re.compile(
    r"\bto (?:the )?(?:council|authority|trust|borough|county|city|director|leaders) $", re.IGNORECASE
)
# `…, with the report saying `
_SAYING = re.compile(
    r"(?:,? which)? (?:also )?(?:saying|stating|noting|adding|finding|warning|praising|highlighting"
    r"|found|finds|says|said|notes|noted)\b"
)
_SOMEONE_ELSE = re.compile(rf"\b{either('findings', 'someone_else')}\b")
_PRONOUN = re.compile(r"\b(?:it|they)\b")
# `Mr Bloggs said that inspectors had praised staff and ` before `found`
_FINDER_DOES = re.compile(
    r"\b(?:inspectors|ofsted|watchdog|report|letter|inspectorate|regulator)(?: (?:has|have|had|also))*"
    r" (?:f[oi]u?nds?|sa(?:id|ys?)|note[ds]?|prais\w+|highlight\w*|identif\w+|recogni\w+|warn\w*|show\w*)\b"
)
# `Cllr Hayes confirmed that a visit was due and ` before `said`
_COORDINATED = re.compile(r"\s(?:and|but)(?: (?:also|then))? $")


# `His `, `The commissioner’s ` before `report`: that of somebody else
_OF_OTHERS = re.compile(
    r"\b(?:his|(?:commissioner|adviser|minister|government|council|union|auditor|coroner)[’']s)(?: \w+)? $",
    re.IGNORECASE,
)


def _is_read(before: str) -> bool:
    """Say whether words make what follows them something to read, unless they name its reader."""
    return _READ_BY.search(before) is not None and _READER.search(before) is None


# `¤¤¤, said the report, which tells …`
_QUOTED_FROM = re.compile(
    rf"\s*[“\"‘']?{VEIL}[{VEIL} ,.”\"’']* (?:said|says|wrote|writes|added|adds|states?|stated|notes?|noted)"
    r" (?:the )?(?:report|letter|inspectors|ofsted|watchdog)\b",
    re.IGNORECASE,
)


class Before:
    """What stands in a sentence before each of its verbs; `referred`: a pronoun may be the inspectors."""

    def __init__(self, text: str, span: Span, *, referred: bool) -> None:
        """Find those that report, people and quoted words in a sentence."""
        bodies = [
            match.end()
            for match in _SUBJECT.finditer(small(text), span.start, span.end)
            if not _OF_OTHERS.search(text, span.start, match.start())
            and (_SAYING.match(text, match.end()) or not _is_read(text[span.start : match.start()]))
        ]
        pronouns = [match.end() for match in _PRONOUN.finditer(small(text), span.start, span.end)]
        other = _SOMEONE_ELSE.search(small(text), span.start, span.end)
        edge = other.start() if other and referred else (span.end if referred else span.start)
        self._bodies = sorted([*bodies, *(p for p in pronouns if p < edge or (bodies and bodies[0] < p))])
        self._people = [match.end() for match in PERSON.finditer(text, span.start, span.end)]
        self._quoted = text.find(VEIL, span.start, span.end)
        if self._quoted >= 0 and _QUOTED_FROM.match(text, span.start, span.end):
            self._quoted = -1
        self._text = text
        words_ = span.slice(text)
        self._begin = span.start + len(words_) - len(words_.lstrip())

    def has_words(self, at: int) -> bool:
        """Say whether anything stands before a place."""
        return at > self._begin

    def is_quoted(self, at: int) -> bool:
        """Say whether quoted words stand before a place, and nobody before them who reports findings."""
        return 0 <= self._quoted < at and not self.names_body(self._quoted)

    def names_body(self, at: int) -> bool:
        """Say whether something that reports findings stands before a place."""
        return bool(self._bodies) and self._bodies[0] <= at

    def is_person(self, at: int) -> bool:
        """Say whether a person, not a body, stands last before a place."""
        people, bodies = bisect_right(self._people, at), bisect_right(self._bodies, at)
        first = people > 0 and (bodies == 0 or self._people[0] < self._bodies[0])
        if first and self._goes_on(at):
            return True
        return people > 0 and (bodies == 0 or self._people[people - 1] > self._bodies[bodies - 1])

    def _goes_on(self, at: int) -> bool:
        """Say whether a verb goes on with what the subject of the sentence does: `… and said`."""
        before = self._text[self._begin : at]
        return _COORDINATED.search(before) is not None and not _FINDER_DOES.search(before.lower())
