"""The topic: what the sentences so far say of the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.documents.document import Shape
from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.content import ReportedClause
from councilbrief.evidence.findings.frames import Setting
from councilbrief.evidence.findings.leads import Lead, lead, names_reporter
from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import edged

_FAR = 3
"""Paragraphs after which it is no longer clear that inspectors are spoken of."""

_LONGEST_ANNOUNCEMENT = 16
"""Words of a sentence that only says what kind of findings follow."""

_SOMEONE_ELSE = re.compile(rf"{VEIL}|\b{either('findings', 'someone_else')}\b", re.IGNORECASE)
_OTHER_SERVICE = re.compile(rf"\b{either('grades', 'others')}\b", re.IGNORECASE)
_GRADED = re.compile(either("findings", "graded_elsewhere"), re.IGNORECASE)
# `Ofsted and the Care Quality Commission found that pupils with special educational needs …`
_OF_SEND = re.compile(
    r"Ofsted and (?:the )?(?:Care Quality Commission|CQC)\b.*\b(?:special educational needs|SEND)\b"
)
_SUBJECT = 70
"""Characters at the start of a sentence in which its subject stands."""

# `Social workers help with problems` announces none
_PRACTICE = re.compile(rf"{either('findings', 'services')} (?:are |is |were |was )?[a-z]+ ", re.IGNORECASE)
# `The council has welcomed the report. It said …`
_ANSWERS = re.compile(either("findings", "answers"), re.IGNORECASE)
_PRONOUN = re.compile(r"(?:It|They|He|She)\b")
# `They also say that`, `Staff, they said, are kind`, where inspectors were named last
_SAID_ON = re.compile(
    r"(?:^(?:It|They)|, (?:it|they)) (?:(?:also|further|then|goes on to|went on to) )?"
    r"(?:said|says?|adds?|added|notes?|noted|warns?|warned|remarked|wrote|writes|found|finds?|praise[ds]?"
    r"|(?:ha[sd]|have) (?:\w+ )?praise for)\b"
)
_OTHER_SPEAKER = edged("findings", "other_speakers")
_SAME_SPEAKER = edged("findings", "same_speaker")
_REFERS = re.compile(r"\b(?:they|their|it|its)\b", re.IGNORECASE)


@dataclass(slots=True)
class Topic:
    """What is spoken of.

    `topical`: a sentence of this paragraph told of findings, `before`: one of the paragraph
    before did. `kind` is what a sentence has announced, `label` what the heading above
    announces; `section`: it heads all that inspectors say; `asked`: a question was what
    inspectors have to say. `known`: inspectors were named last, so that `they` are they;
    `since` counts the paragraphs since. `story`: prose has begun, so a heading is no headline.
    `foreign`: the paragraph is about a school, a home or an agency that was inspected; `past` is
    the paragraph whose last sentence was about an earlier inspection; `held`: the last prose
    told of findings; `answered`: the council spoke last, so that “it said” is not the report's;
    `others`: so did a party, a union or another body. `last` is the last finding of the sentence
    before, if all that it told of was of one kind. `partisan`: a party or a union writes.
    """

    topical: bool = False
    before: bool = False
    kind: Polarity | None = None
    label: Polarity | None = None
    section: bool = False
    asked: bool = False
    known: bool = False
    since: int = _FAR
    story: bool = False
    foreign: bool = False
    past: int | None = None
    held: bool = False
    answered: bool = False
    others: bool = False
    last: ReportedClause | None = None
    partisan: bool = False

    @property
    def announced(self) -> Polarity | None:
        """Return the kind of findings that the next sentence should hold."""
        return self.kind or self.label

    @property
    def carried(self) -> bool:
        """Say whether findings were told of just before."""
        return self.topical or self.before or self.section or self.asked or self.announced is not None

    @property
    def named(self) -> bool:
        """Say whether inspectors were named just before, and nobody since."""
        return self.known and not self.since

    @property
    def near(self) -> bool:
        """Say whether inspectors were spoken of not far before."""
        return self.since < _FAR

    @property
    def setting(self) -> Setting:
        """Return what the frames of the next sentence depend on."""
        return Setting(self.carried and not self.answered, self.known and not self.answered, self.near)

    def begin(self, *, alone: bool, shape: Shape) -> None:
        """Begin a paragraph; what was announced in one that held nothing else still holds."""
        self.held = self.topical or (shape is not Shape.PROSE and self.held)
        self.before, self.topical = self.topical, False
        self.kind = self.kind if alone else None
        self.last = None
        self.since += shape is not Shape.ITEM
        self.foreign = False

    def head(self, words_: str) -> None:
        """Take a heading for what follows it, unless it is the headline."""
        self.label = announcement(words_) if self.story else None
        named = names_reporter(words_) and lead(words_) is Lead.NEUTRAL
        area = bool(area_mentions(words_, 0, len(words_)))
        self.section = named or (self.section and area)
        self.kind = None
        if area:
            self.part()
        if self.label is None and words_.isupper():
            self.known, self.since = False, _FAR

    def part(self) -> None:
        """Note a label that only parts what is told: the next paragraph goes on with it."""
        self.topical = self.held

    def listed(self) -> None:
        """Note that a list holds what the heading announced."""
        self.label = self.kind = None

    def is_of_others(self, words_: str) -> bool:
        """Say whether a party, a union, the council or another body speaks; note it for what follows."""
        low = words_.lower()
        goes_on = self.others and _SAME_SPEAKER.search(low) is not None
        self.others = goes_on or _OTHER_SPEAKER.search(low) is not None
        return self.others

    def is_of_author(self, words_: str) -> bool:
        """Say whether a sentence is a party's own view, where a party writes and names no inspectors."""
        quotes = names_reporter(words_) or (self.known and _SAID_ON.search(words_) is not None)
        return self.partisan and not quotes

    def hear(self, words_: str) -> None:
        """Note whether a sentence names one that reports findings, or somebody else."""
        kept = not _SOMEONE_ELSE.search(words_) or _REFERS.search(words_) is not None
        self.known = names_reporter(words_) or (self.known and kept)
        self.since = 0 if self.known else self.since

    def tell(self, words_: str, *, found: bool, reports: bool) -> None:
        """Note what a sentence of prose makes of the next one; `found`: by its own words it held findings."""
        self.story = True
        self.asked = words_.endswith("?") and names_reporter(words_)
        if words_.endswith("?"):
            self.kind = announcement(words_)
        elif found:
            self.kind = None
        elif reports or self.carried or self.near or names_reporter(words_):
            self.kind = announcement(words_) or self.kind
        self.topical = self.topical or reports
        goes_on = self.answered and _PRONOUN.match(words_) is not None
        self.answered = _ANSWERS.match(words_) is not None or goes_on
        self.hear(words_)


def is_about_another_service(words_: str) -> bool:
    """Say whether a sentence tells how a school, a home or an agency was judged.

    >>> is_about_another_service("A children’s home in the town was judged good.")
    True
    """
    if _OF_SEND.search(words_):
        return True
    named = _OTHER_SERVICE.search(words_, 0, _SUBJECT)
    return named is not None and _GRADED.search(words_, named.end()) is not None


def announcement(words_: str) -> Polarity | None:
    """Return the kind of findings that a short sentence or a heading announces.

    >>> announcement("But there were criticisms, too.")
    <Polarity.IMPROVEMENT: 'improvement'>
    """
    if VEIL in words_ or len(words_.split()) > _LONGEST_ANNOUNCEMENT or _PRACTICE.match(words_):
        return None
    kind = lead(words_)
    return kind.polarity if kind else None
