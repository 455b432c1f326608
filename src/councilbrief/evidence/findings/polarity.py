"""Praise or shortfall: what a clause about services says of them, the shortfall first."""

from __future__ import annotations

import re
from functools import lru_cache

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.leaning import leans
from councilbrief.evidence.findings.marks import opened
from councilbrief.evidence.findings.verbs import has_verb
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import edged
from councilbrief.provenance import Span

_SHORTFALL = edged("polarity", "shortfall")
_DENIAL = rf"\b{either('polarity', 'negations')}"
_NEGATION = edged("polarity", "negations")
_ADVERSE = rf"{either('polarity', 'adverse')}(?!\w)"
# `is never left`, `no young person leaves`, but not `does not recognise delay`
_SPARED = re.compile(
    rf"{_DENIAL}\s*(?:(?!{either('polarity', 'remedies')}\b)[\w’'-]+ ){{0,4}}?{_ADVERSE}(?: {_ADVERSE})*",
    re.IGNORECASE,
)
_REMEDIED = edged("polarity", "remedied")
_HARMLESS = edged("polarity", "harmless")
_PRAISE = edged("polarity", "praise")
_AS_WELL = re.compile(r"\bas well(?: as)?\b", re.IGNORECASE)
_PRACTICE = edged("polarity", "practice")
# `children would be offered help` is not done yet
_NOT_YET = re.compile(r"\b(?:will|would|could|might|may|should|if|unless|until|only|except|far|than)\b")
# `are seen quickly when somebody raises the alarm`
_WHEN = re.compile(
    r"(?<!only)(?<!even)(?<!except)(?<!not)(?<!until)"
    r" \b(?:when|whenever|if|once|as soon as|wherever|before)\b [^,;.]*"
)
# `When a child was in danger, staff came at once`, `after a slow start, help has been good`
_BEFORE_MAIN = re.compile(
    r"^(?:that )?(?:when|whenever|wherever|where|if|once|as soon as|after|following|despite|in spite of)\b"
    r" [^,;]{3,140}, "
)
# `Where babies cannot stay at home, they move once and settle well`
_CANNOT = re.compile(
    r"^(?:when|whenever|where|wherever|if|once) (?:[\w’'-]+ ){1,4}"
    r"(?:cannot|can[’']t|could(?: not|n[’']t)) [^,;]{3,90}, "
)
_GRAVE = edged("polarity", "grave")
# `the strong support of its partners for a plan to cut delay`: the tail of a thing
_TAIL = re.compile(
    r" (?:to|for|in|of|by|with|from|on|about|around|across|against|over|towards|when|as|[\w-]+ing)\b.*"
)
_GOOD_HEAD = edged("polarity", "good_heads")
# `The answer to concerns was found to be effective`, `The grip on delay is a real strength`
_WELL_FOUND = re.compile(
    rf"(?P<subject>[^,;:]+?) {either('polarity', 'well_found')}"
    r"(?P<rest>(?:,? (?:and|with|by|in|across|as) .*|, .*)?)\W*$"
)
# `a considerable achievement`, whatever it is said of
_SURELY = re.compile(r"achievement|success|triumph|credit")
_OF_WHAT = re.compile(
    r" (?:to|for|of|in|on|with|about|against|over|into|around|towards|where|who|that|which)\b.*"
)
# `the impact of drift is strong`
_NO_MERIT = re.compile(
    r"\b(?:impact|effects?|evidence|extent|scale|patterns?|legacy|culture|sense|risks?|signs?|number)\b"
)
_TURN = re.compile(r"[,;:]|\b(?:but|yet|although|though|while|not|no|too|only)\b")
_TURN_ON = re.compile(r"\b(?:but|yet|although|though|while|whereas|only)\b")
_RELATIVE = re.compile(r",? (?:that|which|who|whose) .*")
_NEUTRAL = edged("polarity", "neutral")
_HITCH = edged("polarity", "hitches")
# `came when it should`, `are made as they should be`, but not `as often as they should be`
_DUE = re.compile(
    r"(?<!not)(?<!never)(?<!\bas \w{3})(?<!\bas \w{4})(?<!\bas \w{5})(?<!\bas \w{6})(?<!\bas \w{7})"
    r" (?:as|when|where) (?:it|they|he|she) (?:\w+ )?should(?: be| have been)?\b"
    # `staff stay for longer than they did`
    r"|\bstay(?:s|ed|ing)? (?:[\w’'-]+ ){0,6}?(?:for )?longer\b"
    r"(?! than (?:(?:it|they|he|she) (?:should|need\w*|ought|ha[sd])|is|was|necessary|planned|needed)\b)"
)
# `files were “for the birds”`: what they were is said in the quoted words only
_IS_QUOTED = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been) (?:\w+ly )?(?:“[^”]*”?|\"[^\"]*\"?|‘[^’]*’?)\W*$"
)
_OPEN_MARK = re.compile(r"[“‘\"]")
# `made it “very difficult” for staff` is difficult all the same
_MARKS = re.compile(r"[“”\"‘]|(?<!\w)'")


@lru_cache(maxsize=512)
def polarity(clause: str) -> Polarity | None:
    """Say what a clause is, None where it is neither or where that is not sure.

    Praise words also stand in shortfalls ("not always responded to effectively"), so a
    shortfall decides; harmless negatives ("without delay") are taken out first. A denial
    of something bad is praise, any other a shortfall.

    >>> polarity("contingency plans could be better"), polarity("children are seen without delay")
    (<Polarity.IMPROVEMENT: 'improvement'>, <Polarity.STRENGTH: 'strength'>)
    >>> polarity("plans are made") is None
    True
    >>> polarity("plans are not shared"), polarity("families are never left alone")
    (<Polarity.IMPROVEMENT: 'improvement'>, <Polarity.STRENGTH: 'strength'>)
    """
    clause = opened(clause.lower())
    if leans(clause):
        return None
    mended = _REMEDIED.sub(" ", clause)
    if not _NEGATION.search(clause):
        mended = _DUE.sub(" ", mended)
    plain = _HARMLESS.sub(" ", mended)
    rest = _SPARED.sub(" ", plain)
    bare = _MARKS.sub("", rest)
    if _GRAVE.search(_MARKS.sub("", _SPARED.sub(" ", mended))):
        return Polarity.IMPROVEMENT
    if _SHORTFALL.search(bare):
        good = _is_only_when(bare) or _has_good_head(bare) or _is_well_found(bare)
        return Polarity.STRENGTH if good else Polarity.IMPROVEMENT
    denied = _NEGATION.search(rest)
    if denied:
        if _is_beyond_them(rest):
            return Polarity.STRENGTH
        return None if _is_open(rest, denied) else Polarity.IMPROVEMENT
    spared = len(rest) < len(plain) or len(mended) < len(clause)
    praised = spared or _PRAISE.search(_AS_WELL.sub(" ", clause))
    return Polarity.STRENGTH if praised else None


def found(clause: str) -> Polarity | None:
    """Say what a clause is that inspectors are said to have found: there, good practice is praise, too.

    >>> found("children in care have passports"), polarity("children in care have passports")
    (<Polarity.STRENGTH: 'strength'>, None)
    """
    own = polarity(clause)
    if own is not None or leans(clause) or _IS_QUOTED.search(clause):
        return own
    clause = opened(clause.lower())
    if _NEGATION.search(clause) or _SHORTFALL.search(clause) or _NOT_YET.search(clause):
        return None
    return Polarity.STRENGTH if _PRACTICE.search(clause) else None


def presumed(clause: str) -> Polarity | None:
    """Say what a clause most probably is that inspectors are said to have found, though no sign tells.

    What is told of practice without a hitch is praise; a hitch is told of in plain words, too. What
    counts or describes, or tells of plans, of the past or of the inspection itself, is neither.

    >>> presumed("advisers ring every young person on a birthday"), presumed("some plans run to forty pages")
    (<Polarity.STRENGTH: 'strength'>, <Polarity.IMPROVEMENT: 'improvement'>)
    >>> presumed("the council looks after 600 children") is None
    True
    """
    clause = opened(clause.lower())
    if _NEUTRAL.search(clause.partition(",")[0]):
        return None
    return Polarity.IMPROVEMENT if _HITCH.search(clause) else Polarity.STRENGTH


def _is_only_when(clause: str) -> bool:
    """Say whether what is bad is but when, after or before what something good happens: `seen when ill`."""
    main = _WHEN.sub(" ", _BEFORE_MAIN.sub("", clause))
    return (
        len(main) < len(clause)
        and not (_SHORTFALL.search(main) or _NEGATION.search(main))
        and (_PRAISE.search(_AS_WELL.sub(" ", main)) is not None)
    )


def _is_beyond_them(clause: str) -> bool:
    """Say whether it only denies what others can do: `When parents cannot cope, help is quick`."""
    opened_ = _CANNOT.match(clause)
    main = clause[opened_.end() :] if opened_ else ""
    return bool(_PRAISE.search(main)) and not (_SHORTFALL.search(main) or _NEGATION.search(main))


def _has_good_head(clause: str) -> bool:
    """Say whether a thing is good and what is bad stands only in its tail: `strong work to cut delay`."""
    thing = _RELATIVE.sub("", clause)
    head, described = _TAIL.sub("", thing), clause[len(thing) :]
    return (
        len(head) < len(thing)
        and _GOOD_HEAD.match(clause) is not None
        and not (_TURN.search(thing) or has_verb(thing, Span(0, len(thing))))
        and not (_SHORTFALL.search(head) or _SHORTFALL.search(described) or _NEGATION.search(described))
    )


def _is_well_found(clause: str) -> bool:
    """Say whether what is bad only names the work that is found good: `The answer to concerns was swift`."""
    told = _WELL_FOUND.match(clause)
    if told is None or _NEGATION.search(clause):
        return False
    if _SHORTFALL.search(told["rest"]) or _TURN_ON.search(told["rest"]):
        return False
    if _SURELY.search(clause, told.end("subject")):
        return True
    head = _OF_WHAT.sub("", told["subject"])
    return len(head) < len(told["subject"]) and not (_SHORTFALL.search(head) or _NO_MERIT.search(head))


def _is_open(clause: str, denied: re.Match[str]) -> bool:
    """Say whether a denial may be praise: after praise, before another one, or in a speaker's own words."""
    before = clause[: denied.start()]
    again = _NEGATION.search(clause, denied.end())
    return bool(_PRAISE.search(before) or _OPEN_MARK.search(before) or again)
