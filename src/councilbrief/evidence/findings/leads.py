"""Leads: words that announce findings, and which kind: praise, what must improve, or either."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.words import either, members
from councilbrief.evidence.words.edges import edged
from councilbrief.provenance import Span


class Lead(StrEnum):
    """What words lead into; the names are those of words/findings.yaml."""

    IMPROVEMENT = "improvement"
    STRENGTH = "strength"
    NEUTRAL = "neutral"

    @property
    def polarity(self) -> Polarity | None:
        """Return what all that follows is, None where each part has to say it itself."""
        return None if self is Lead.NEUTRAL else Polarity(self.value)


_LEADS = {Lead(name): edged("findings", "lead_ins", name) for name in members("findings", "lead_ins")}
_OTHER = edged("findings", "other_lists")
_OPEN = edged("lists", "open_lead_ins")
_PAIRED = {Lead(name): edged("lists", "paired_labels", name) for name in members("lists", "paired_labels")}
# a grade says nothing of what follows: `Requires improvement to be good: overall`
_GRADE = re.compile(rf"\b(?:{GRADE_WORDS})\b", re.IGNORECASE)
# `It was outstanding in all three areas of focus: help, care and leadership`: what was graded
GRADED_AREAS = re.compile(
    rf"\b(?:{GRADE_WORDS})\b\W*(?:in|for|across|on) (?:(?:all|both|each|every|the|its|of|\w+) ){{0,4}}?"
    r"(?:areas?|categor(?:y|ies)|aspects?|fields?|headings)(?: of [\w ]{3,20})?\W*$",
    re.IGNORECASE,
)
_BODY = re.compile(rf"\b{either('findings', 'finders')}(?!\w)", re.IGNORECASE)


def is_no_lead(words_: str) -> bool:
    """Say whether words lead into something that is no findings: grades, actions, what others ask for."""
    return _OTHER.search(words_.lower()) is not None


_LONGEST_PAIRED = 30
"""Characters of a label that needs its contrary."""


@lru_cache(maxsize=512)
def lead(words_: str) -> Lead | None:
    """Say what words lead into, None where that is no findings.

    >>> lead("Inspectors were less happy about"), lead("What are we doing well?"), lead("The letter says:")
    (<Lead.IMPROVEMENT: 'improvement'>, <Lead.STRENGTH: 'strength'>, <Lead.NEUTRAL: 'neutral'>)
    >>> lead("Since then the council has:") is None
    True
    """
    words_ = words_.lower()
    if _OTHER.search(words_) or GRADED_AREAS.search(words_):
        return None
    if _OPEN.search(words_):
        return Lead.NEUTRAL if names_body(words_) else None
    words_ = _GRADE.sub(lambda grade: grade[0] if grade[0].lower() == "good" else "", words_)
    name = next((name for name, pattern in _LEADS.items() if pattern.search(words_)), None)
    return None if name is Lead.NEUTRAL and not names_body(words_) else name


@lru_cache(maxsize=512)
def paired(words_: str) -> Lead | None:
    """Say what a short label leads into if it has its contrary near by, None where it is no such label.

    >>> paired("The good stuff"), paired("Not so good:"), paired("Good overall")
    (<Lead.STRENGTH: 'strength'>, <Lead.IMPROVEMENT: 'improvement'>, None)
    """
    if len(words_) > _LONGEST_PAIRED:
        return None
    words_ = words_.lower()
    return next((name for name, pattern in _PAIRED.items() if pattern.search(words_)), None)


_REPORTER = re.compile(rf"\b{either('findings', 'frame_subjects')}\b")


@lru_cache(maxsize=512)
def names_reporter(words_: str) -> bool:
    """Say whether words name, not by a pronoun, one that reports findings."""
    return _REPORTER.search(words_.lower()) is not None


def names_body(words_: str) -> bool:
    """Say whether words name one that reports findings.

    >>> names_body("The watchdog praised"), names_body("Residents praised")
    (True, False)
    """
    return _BODY.search(words_) is not None


# `Asked what should be better, inspectors `: says first what it makes of what follows
_OPENING = re.compile(
    r"(?!although|though|while|whilst|despite|in spite|as well as|besides|apart|except|far from|instead"
    r"|of |since |after |following |in \d"
    r"|(?:(?:the|its|their) )?(?:inspectors|ofsted|watchdog|report|letter|inspectorate|they|it) )"
    r"(?P<opening>[^,;:.]{6,80}), (?:the |its |their |ofsted’s )?"
    r"(?:inspectors|ofsted|watchdog|report|inspectorate|regulator|they|it)\b"
)


def opened_by(low: str, span: Span) -> Polarity | None:
    """Return what a sentence says at its beginning of all that it reports; `low` is in small letters."""
    opening = _OPENING.match(low, span.start, span.end)
    kind = lead(opening["opening"]) if opening else None
    return kind.polarity if kind else None
