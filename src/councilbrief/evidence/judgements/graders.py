"""Who grades: an inspector, or somebody else who calls the services good or bad."""

from __future__ import annotations

import re

from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.words import either

_INSPECTORS = re.compile(rf"\b{either('grades', 'graders')}\b", re.IGNORECASE)
_LAYMEN = re.compile(rf"\b{either('grades', 'laymen')}(?!\w)", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:it|they|he|she) (?:also )?(?:said|says|added|adds|wrote|argued|claimed|replied)\b", re.IGNORECASE
)
# `A consultant’s report judged `, `an independent review found `
_THEIR_REPORT = re.compile(
    rf"\b{either('grades', 'laymen')}(?:[’']s?)? (?:\w+ )?(?:report|review|letter)\b"
    r"|\bindependent (?:\w+ )?(?:report|review)\b",
    re.IGNORECASE,
)
# `The council told inspectors that it was `
_TO_INSPECTORS = re.compile(
    r"\b(?<!was )(?<!were )(?<!been )told (?:ofsted|(?:the )?inspectors) (?:that )?", re.IGNORECASE
)
# `Cllr Jones (Lab) said `, `the council considers `; tried once a word, not once a letter
_ACTIVE = re.compile(
    r"(?:(?<![\w’'-])|(?<=\w)(?=[’'-]))(?P<subject>[\w’'-]+)[’'”»\"]?(?: \([^()]{1,30}\))?(?P<comma>,?)"
    r"(?: (?:also|now|has|have|had|once|twice|later|then|\w+ly))*"
    rf" (?P<verb>{either('grades', 'says')})\b(?! to be\b)",
    re.IGNORECASE,
)
_ONLY_ACTIVE = re.compile(either("grades", "only_says"), re.IGNORECASE)
# an auxiliary, or a conjunction after which the one who spoke before goes on
_NO_SUBJECT = re.compile(
    r"(?:is|are|was|were|be|been|being|has|have|had|as|and|or|but|however|also|now|again|not|first|to|get|got|then|when|all|both|each"
    r"|still|even|never|only|just|once|\w+ly)",
    re.IGNORECASE,
)
_GRADED = re.compile(
    rf"{either('areas', 'graded')}|{either('areas', 'heads')}|sub-judgements?|leavers|leadership|protection",
    re.IGNORECASE,
)
# `rated good by residents`
_BY = re.compile(
    r"\b(?:rated|judged|graded|branded|called|labelled|described|deemed|considered|found)\b[^.;]{0,40}"
    rf"\bby (?:(?:the|its|their|local|his|her|a|an|one|some|many) )*{either('grades', 'laymen')}\b"
    r"|\b(?:peer|improvement|challenge|audit|scrutiny) (?:team|board|panel|committee)\b[^.;]{0,30}"
    rf"\b{either('grades', 'says')}\b"
    r"|\bin (?:a|the|our|its) (?:[\w-]+ )?(?:survey|poll|audit|self-assessment|self-evaluation)\b"
    r"|\b(?:survey|poll|parents|residents|readers|users|staff|unions?) (?:gave|gives?|awarded)\b"
    r"|\bwe (?:put|placed|marked|scored|rated|graded|judged)\b",
    re.IGNORECASE,
)
# `The council assessed itself as good before inspectors came`
_OF_ITSELF = re.compile(
    r"\b(?:assess|rat|judg|grad|evaluat|scor|mark)(?:e?s?|e?d)"
    r" (?:itself|themselves|ourselves|its own|their own|our own)\b",
    re.IGNORECASE,
)
# `Responding to today’s inadequate rating, Jo Bloggs said`
_RESPONDING = re.compile(r"\W*(?:responding|reacting|commenting|speaking|asked)\b", re.IGNORECASE)
# `Cllr Jones said that it had been rated good`, `… that the “good” rating was deserved`
_GRADING = re.compile(
    r"\b(?:is|are|was|were|been|be|being) (?:\w+ )?(?:rated|judged|graded)\b"
    rf"|\b(?:the|this|its|their|\w+[’']s) [‘“'\"]?{GRADE_WORDS}[’”'\"]?"
    r" (?:rating|grade|judgement|judgment|verdict|mark)\b",
    re.IGNORECASE,
)


def is_by_laymen(words_: str) -> bool:
    """Say whether a clause tells what somebody calls the services who is no inspector.

    "Cllr Jones said that leadership was inadequate" does; "Cllr Jones said that leadership had
    been graded inadequate" tells of a grade that inspectors gave.
    """
    if _TO_INSPECTORS.search(words_) or _OF_ITSELF.search(words_):
        return True
    if _RESPONDING.match(words_):
        return False
    report = _THEIR_REPORT.search(words_)
    if _INSPECTORS.search(_THEIR_REPORT.sub("", words_) if report else words_):
        return False
    if report:
        return True
    if _BY.search(words_):
        return True
    return _GRADING.search(words_) is None and any(_is_other(match) for match in _ACTIVE.finditer(words_))


def names_laymen(words_: str) -> bool:
    """Say whether words name people who are no inspectors, and no inspector beside them."""
    return _LAYMEN.search(words_) is not None and _INSPECTORS.search(words_) is None


def goes_on_saying(words_: str) -> bool:
    """Say whether words are said by whoever the sentence before was about: "Leadership is poor, it said"."""
    return _SAID.search(words_) is not None and _INSPECTORS.search(words_) is None


def _is_other(match: re.Match[str]) -> bool:
    """Say whether who says something is neither an inspector nor what is graded: "leaders judged good"."""
    subject = match["subject"]
    if _NO_SUBJECT.fullmatch(subject):
        return False
    if _ONLY_ACTIVE.fullmatch(match["verb"]):
        return subject.lower() not in _THEY
    return not match["comma"] and _GRADED.fullmatch(subject) is None


_THEY = frozenset({"it", "they", "that", "which", "who"})
