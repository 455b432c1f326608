"""Things: an enumeration, cut where marks, prepositions, verbs or an `and` part one thing from the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_FINITE = either("findings", "finite")
_MARK_CUT = re.compile(r"(?:[;,]? and |[;,] |^|(?<= ))\((?:[a-z]|[ivx]+|\d)\) |; (?:and )?")
_ALSO_WORDS = (
    r" and (?=(?:for|with) )|,? as well as (?=(?:the|an?|its|their|how|on|of|for|by|about) )"
    # `…, as well as the progress of children, is too variable`: the clause goes on
    rf"(?![^;.]{{0,160}}, {_FINITE}\b)"
    r"|,? (?:plus|along with|together with|but also|and also) "
)
_ALSO = re.compile(_ALSO_WORDS)
_ALSO_CUT = re.compile(rf"{_ALSO_WORDS}| and (?:also )?(?=to {either('findings', 'imperatives')}\b)")
# `how long it takes to find homes and to agree plans`: one thing
_ABLE = re.compile(
    r"\b(?:how [\w ]{3,40}|tak(?:es?|ing)|took|time|ability|able|fail\w*|chance|right|refus\w+) to [a-z]+ "
)
# `cutting delay and sharing plans`, `cut delay and share plans`: each begins as the first one does
_DOING = re.compile(r"(?:to )?(?:more )?[a-z]{2,}ing\b", re.IGNORECASE)
_DOING_CUT = re.compile(r"(?:,| and|, and) (?=[a-z]{2,}ing (?!of\b|for\b|in\b|and\b|with\b|to\b|is\b|are\b))")
_ORDER = re.compile(rf"(?:to )?{either('findings', 'imperatives')} ", re.IGNORECASE)
_ORDER_CUT = re.compile(
    rf"(?:,| and|, and) (?=(?:to )?{either('findings', 'imperatives')}"
    r" (?!of\b|for\b|and\b|with\b|keeping\b|is\b|are\b))"
)
# `, with social workers using stories, games and walks`: hangs on the last thing
_TAIL = re.compile(
    r", (?:with|so that|meaning|allowing|enabling|helping|leading to|resulting in) (?![^;.]*, and )"
)
# `calls for the council to cut delay and to visit`, `improving: the pace of plans`
_OPENER = re.compile(
    r"(?:an? )?(?:calls?|orders?|instructions?|requests?|demands?|advice) (?:for |to |on |that )"
    r"(?:the )?(?:\w+ ){1,3}to (?=[a-z])|(?:improv|strengthen|address|sharpen)ing: ",
    re.IGNORECASE,
)
_COMMA = re.compile(r", (?:and )?(?!with )")
# `exploitation and transitions`, at the end of an enumeration
_TWO_WORDS = re.compile(r"([\w’'-]{6,}) and ([\w’'-]{6,})")
# `aged 15 and 16 who live alone`, `two and a half years`: one number
_NUMBER = r"(?!(?<=\d) and \d)(?! and an? (?:half|quarter)\b)"
_AND = re.compile(rf"{_NUMBER} and (?=\S+ \S+)")
# `the patience of the workers`, `a well-run hub`, `its work with schools`, `carers’ concerns`
_POSSESSIVE = r"(?:[\w-]+ ){0,2}[\w-]+(?:[’']s|s[’']) \w"
_TIE = r"(?:of|for|with|in|to|between|at|on|that|who|which|whose|by|from)\b"
_THING = (
    rf"{either('findings', 'things_open')}\b|work on \w|(?:the|this) (?:[\w“”‘’'\"-]+ ){{1,3}}{_TIE}"
    r"|(?:an?|its|their|our|his|her|too|no|some) [\w“‘'’-]+ \w"
    r"|(?:the|its|their|our) (?:[\w’'-]+ ){1,3}(?:process|system|offer|arrangements|strategy|procedures?)\b"
    rf"|(?:the )?{_POSSESSIVE}|(?:of|on|about|by|at|in|from) (?:the|an?|its|their|how|\w+s)\b"
)
# `timeliness of `: a thing of its own if what stands before it says of what, too
_ABSTRACT = (
    rf"{either('findings', 'things_described')} \w|"
    r"[\w-]+(?:cy|ion|ment|ness|ance|ence|ship|work|ity|ing)s? (?:for|of|with|in|to|from) "
)
_COMPLEMENT = re.compile(r"\b(?:for|of|with|in|to|from|by|between|who|that|which|whose)\b")
_STRONG_AND = re.compile(rf",?{_NUMBER} and (?=\S+ \S+)(?={_THING}|{_ABSTRACT})", re.IGNORECASE)
# `our youth workers and the hospital navigators`
_ARTICLE = re.compile(r"(?:the|its|their|how|an?) ")
_OWN = re.compile(r"(?:our|its|their|the) [^,;]+")
_OWN_TOO = re.compile(r"(?:our|its|their|the) [\w’'-]+ [\w’' -]+$")
_BETWEEN = re.compile(
    r"\b(?:between|both|either) [^,;]{0,60}$"
    # `plans could be sharpened by firm dates and a kinder tone`
    r"|\b(?:could|should|might|can|must|would|needs? to) (?:\w+ )?be [^,;]*\bby [^,;]*$"
)
_WITH = re.compile(r"\bwith [^,;]{3,40}$")
_NO = re.compile(r"(?:no|little|nothing|only|not) ")
# `near friends and their own school`: whose they are stands before the `and`
_LEANS = re.compile(r"(?:their|his|her|its) own\b")
# `the money ` and `the thought that have gone in`, `how staff listen ` and `how much they care`
_TOGETHER = re.compile(
    r"the [\w’'-]+(?<!s) (?:that|which|who) (?:have|are|were)\b|how (?:much|well|often) (?:they|it) "
)
# `its efforts against slavery, fraud and online harm`
# `in care and on the edge of it`: goes on with what another preposition began
_OF_PLACE = re.compile(r"(on|at|in|from) ")
_AGAINST = re.compile(
    r"\b(?:against|victims of|risks? of|affected by|harmed by|forms of|kinds of|such as"
    r"|(?:tackl|prevent|combat|fight|disrupt|stop)(?:e|ing)?) [^,;]+$"
)
_THING_START = re.compile(
    rf"(?!{either('findings', 'not_things')}\b)[“‘'\"]?[\w£]",
    re.IGNORECASE,
)
_HOW = re.compile(r"(?:how|what|whether|why|when) ")
# `how often ` before `and how well babies are seen`
_HOW_MUCH = re.compile(r"how \w+")
# `how clear plans are, and oversight of visits`
_HOW_IT_IS = re.compile(r"(?P<how>how (?:\w+ly )?\w+ [^,;]{3,60} (?:is|are|was|were)), and (?=\S+ \S)")
_OWN_START = re.compile(
    r"(?:and )?(?:the|an?|its|their|our|how|what|whether|why|when|more|better|fewer|late|poor|lack|\w+ing)\b"
)
_DEPENDENT = re.compile(_ABSTRACT)
# `by leaps and bounds`: one phrase
_FIXED = re.compile(
    r"\b(?:leaps and bounds|safe and (?:sound|well)|far and wide|ups and downs|time and (?:time )?again"
    r"|over and over|tried and tested|thick and thin|hard and fast|few and far between"
    r"|out and about|part and parcel|nuts and bolts|checks and balances|bread and butter)\b",
    re.IGNORECASE,
)
# `gains in the timeliness` and consistency of plans
_QUALITY = re.compile(r"\b(?:in|of|on|about) (?:the|its|their) [\w-]+(?:ness|cy|ity)$")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
_NEAR = 30
"""Characters before an `and` in which a verb makes what follows a second verb."""

_FEW = 3
"""Words that may lack what `and` brings them: `the quality` and timeliness of plans."""

_PAIR = 2
_SHORTEST_OF_SEVERAL = 5
_SHORTEST_THING = 8
"""Characters; what is shorter is one of several words, not a thing of its own."""


def things(text: str, span: Span, by: str | None = None) -> Iterator[Span]:
    """Cut at letters and semicolons; without any, at commas and the last `and`."""
    opener = _OPENER.match(text, span.start, span.end)
    span = Span(opener.end(), span.end) if opener else span
    by_mark = list(cut_at(text, span, _MARK_CUT))
    if len(by_mark) > 1:
        yield from by_mark
        return
    also = list(cut_at(text, span, _ALSO if _ABLE.search(text, span.start, span.end) else _ALSO_CUT))
    if len(also) > 1:
        for part in also:
            yield from things(text, part, by)
        return
    if by is not None:
        again = list(
            cut_at(text, span, re.compile(rf"(?:,| and|, and) {by} (?!which|whom|whose|whether)(?=\S+ \S)"))
        )
        if len(again) > 1:
            yield from again
            return
    whole = _HOW_IT_IS.match(text, span.start, span.end)
    if whole:
        yield Span(span.start, whole.end("how"))
        yield from things(text, Span(whole.end(), span.end), by)
        return
    alike = _begun_alike(text, span)
    if alike:
        yield from alike
        return
    tail = _TAIL.search(text, span.start, span.end)
    if tail is not None:
        found = list(_listed(text, Span(span.start, tail.start())))
        yield from found[:-1]
        yield Span(found[-1].start, span.end)
        return
    yield from _listed(text, span)


def _begun_alike(text: str, span: Span) -> list[Span]:
    """Cut where each thing begins with a verb of the same form: `cutting delay and sharing plans`."""
    for opens, cuts in ((_DOING, _DOING_CUT), (_ORDER, _ORDER_CUT)):
        again = list(cut_at(text, span, cuts)) if opens.match(text, span.start, span.end) else []
        if any(_PASSIVE.search(text, max(one.start, one.end - _NEAR), one.end) for one in again[:-1]):
            continue  # `children are taken off plans and put back on them`
        if len(again) > 1 and all(" " in one.slice(text).strip() for one in again[:-1]):
            return again  # but `spotting and mending faults` is one thing
    return []


def _listed(text: str, span: Span) -> Iterator[Span]:
    """Cut at the commas of an enumeration and at its last `and`."""
    by_comma = list(cut_at(text, span, _COMMA)) if _is_enumeration(text, span) else [span]
    for number, part in enumerate(by_comma):
        last = number == len(by_comma) - 1
        oxford = last and len(by_comma) > 1 and text.endswith("and ", 0, part.start)
        if not number and len(by_comma) == _PAIR and text.endswith("and ", 0, by_comma[1].start):
            yield from at_last_and(text, part, listed=False)  # `A and a B, and C and D`
            continue
        yield from ([part] if oxford or not last else at_last_and(text, part, listed=len(by_comma) > 1))


def _is_enumeration(text: str, span: Span) -> bool:
    """Say whether commas part things: the last one is followed by an `and`, and no piece is a bare word."""
    pieces = list(cut_at(text, span, _COMMA))
    starts = all(_THING_START.match(text, piece.start) for piece in pieces)
    if _AGAINST.search(text, span.start, pieces[0].end) and not any(
        _OWN_START.match(text, piece.start) for piece in pieces[1:]
    ):
        return False
    if _HOW.match(text, span.start) and not all(_OWN_START.match(text, piece.start) for piece in pieces):
        return False  # `how it works with the police, health and schools`
    return (
        len(pieces) > 1
        and starts
        and " and " in text[pieces[-1].start - len("and ") - 1 : span.end]
        and all(len(p) >= _SHORTEST_OF_SEVERAL for p in pieces)
        and (text.endswith("and ", 0, pieces[-1].start) or _ends_in_two(text, pieces[-1]))
    )


def _ends_in_two(text: str, last: Span) -> bool:
    """Say whether the last piece of an enumeration holds two things: `late plans and audits that flatter`."""
    cuts = list(_AND.finditer(text, last.start, last.end))
    if cuts:
        own = _ARTICLE.match(text, cuts[-1].end(), last.end) is not None
        return own or " " in text[last.start : cuts[-1].start()].strip()
    return _TWO_WORDS.fullmatch(text, last.start, last.end) is not None


def at_last_and(text: str, span: Span, *, listed: bool) -> Iterator[Span]:
    """Cut at an `and` that surely parts two things; in a list, at the last one."""
    strong: list[re.Match[str]] = []
    for cut in _STRONG_AND.finditer(text, span.start, span.end):
        # `the visits and the passion and commitment of staff` has its first cut only
        if _parts_two(text, Span(strong[-1].end() if strong else span.start, span.end), cut):
            strong.append(cut)
    plain = list(_AND.finditer(text, span.start, span.end)) if listed or _has_two(text, span) else []
    words_ = _TWO_WORDS.fullmatch(text, span.start, span.end) if listed else None
    if words_:
        yield Span(*words_.span(1))
        yield Span(*words_.span(2))
        return
    last = strong[-1:] or plain[-1:]
    if not last:
        yield span
        return
    yield Span(span.start, last[0].start())
    yield Span(last[0].end(), span.end)


def _has_two(text: str, span: Span) -> bool:
    """Say whether two things stand beside each other, each with an article and nothing that hangs on it."""
    before, and_, after = text[span.start : span.end].partition(" and ")
    alone = not (_COMPLEMENT.search(before) or _COMPLEMENT.search(after))
    return bool(and_) and alone and bool(_OWN.fullmatch(before) and _OWN_TOO.fullmatch(after))


def _parts_two(text: str, span: Span, cut: re.Match[str]) -> bool:
    """Say whether what stands before an `and` is a thing of its own."""
    before = text[span.start : cut.start()]
    how = _HOW_MUCH.fullmatch(before) and _HOW.match(text, cut.end())
    if how or len(before) < _SHORTEST_THING or " " not in before or _BETWEEN.search(before):
        return False
    # `turned away with a leaflet and no word of when to come back`
    without = _WITH.search(before) and _NO.match(text, cut.end())
    if without or _LEANS.match(text, cut.end()) or _TOGETHER.match(text, cut.end()):
        return False
    if _QUALITY.search(before) and _DEPENDENT.match(text, cut.end(), span.end):
        return False
    other = _OF_PLACE.match(text, cut.end())
    if other and f" {other[1]} " not in f" {before}":
        return False
    alone = len(before.split()) <= _FEW and not _COMPLEMENT.search(before)
    if alone and _DEPENDENT.match(text, cut.end(), span.end):
        return False
    return not is_within_name(text, span, cut)


def is_within_name(text: str, span: Span, cut: re.Match[str]) -> bool:
    """Say whether a cut would part a fixed phrase or the name of an area: `safe and sound`."""
    if any(one.start() < cut.start() < one.end() for one in _FIXED.finditer(text, span.start, span.end)):
        return True
    return any(m.span.start < cut.start() < m.span.end for m in area_mentions(text, span.start, span.end))


def cut_at(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield what stands between the matches of a pattern."""
    start = span.start
    for match in [*pattern.finditer(text, span.start, span.end), None]:
        end = match.start() if match else span.end
        if end > start:
            yield Span(start, end)
        start = match.end() if match else end
