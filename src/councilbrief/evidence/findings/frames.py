"""Frames: the words of a sentence that report, praise or blame, and where what they are said of begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.before import PERSON, Before
from councilbrief.evidence.findings.leads import lead, names_reporter, opened_by
from councilbrief.evidence.findings.mistaken import is_mistaken, is_told_there
from councilbrief.evidence.findings.verbs import has_verb
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import WORD, either
from councilbrief.evidence.words.edges import small
from councilbrief.provenance import Span

_CLAUSE_VERB = either("findings", "clause_verbs")
_PRAISE_VERB = either("findings", "praise_verbs")
GOOD, BAD = either("findings", "good_nouns"), either("findings", "bad_nouns")
# `, on the other hand,` after a verb
_ASIDE = r"(?:, [^,;.:]{3,30},)?"
# `praised, among other things,`
_AMONG_ALL = r"(?:, (?:among|not least|above all|in particular|for (?:instance|example))\b[^,;.:]{0,25},)?"
_REPORTERS = r"(?:inspectors|ofsted|watchdog|report|inspectorate|regulator)"
_IS = r"(?:is|are|was|were)"
# `complaints are handled well` brings in nothing
_NO_PARTICIPLE = (
    r"(?!\w+(?:ed|en) (?:by|in|on|at|with|to|for|and|when|well|quickly|promptly|about|this|that|last|after"
    r"|during|before|since|until|as|from|into|over|through|across|yesterday|today|earl(?:y|ier)|sooner|up|out)\b|\w+(?:ed|en)[.,;]"
    r"|(?:dealt|heard|met|made|taken|put|kept|said|thought|known|told|shown|being|due|found|set|still|also"
    r"|left|lost|sent|over\b|about\b|unheard|unanswered"
    r"|brought|raised|revealed|(?:beginning|starting) to|no longer|first|being)\b)"
)
# `was a strength, while records were late`
_NO_TURN = r"(?!(?:while|whilst|whereas|although|though|but|and|because|despite)\b)"
# `failings that are grave`: what they are like, and not what they are
_NOT_OF_WHAT = r"(?!(?:(?<=that )|(?<=which ))(?:is|are|was|were)\b)"
# `was also told that `: the council, by inspectors
_WAS_TOLD = (
    r"(?:council|authority|trust|borough|county|city|leaders|managers|partnership|it|they)"
    r" (?:was|were|has been|have been|had been)(?: also)? told"
    # `Northtown was told it could do better`: a place, for its council
    r"|(?!inspectors\b)[a-z’-]+ (?:was|has been|had been)(?: also)? told"
    r"(?= (?:that )?it (?:could|must|should|ought|needs?|needed|ha[sd])\b)"
)
# `commented favourably on` praises
_NO_WARMTH = r"(?! (?:un)?(?:favourably|warmly|highly|approvingly|well) (?:on|of|about)\b)"
_BY = r"(?: (?:by (?:the )?(?:inspectors|ofsted)|from [\w ]{3,30}?)(?= that\b))?"
# `said in its report that`, `praised in the letter for`
_IN_A_REPORT = r" in (?:the|its|their|his|her|an?)(?: [\w-]+){0,2} (?:report|letter|findings|summary|verdict)"
_IN_REPORT = rf"(?:{_IN_A_REPORT}(?=,? that\b))?"
# `children who are happy`, after `met `
_WHO = (
    r"(?=[\w’', -]{3,40}?\b(?:who|that|which|whose(?: [\w’'-]+){1,4}?|where) (?:\w+ly )?"
    r"(?:is|are|was|were|feel|felt|have|had|know|knew|get|can|could|do|did|say|said))"
)
# `Highlights of the report included `: no verb
_NO_NOUN = r"(?!(?<=highlights) (?:of|from) )"
# `found that `, `praised staff for `, `would like to see `, `one bright spot was `, `set against them are `
_FRAME = re.compile(
    rf"{WORD}(?:(?P<blame>{either('findings', 'blame_verbs')})"
    rf"(?! (?:up |out )?by (?:the )?{_REPORTERS}){_ASIDE} (?=\S)"
    rf"|(?P<clause>{_CLAUSE_VERB}){_NO_NOUN}{_NO_WARMTH}"
    r"(?: (?:also|further|therefore|in particular|as well|(?:too|back)(?= that\b)))?"
    rf"{_BY}{_IN_REPORT}{_ASIDE}(?P<that>,? that,?)? (?=\S)"
    rf"|(?P<met>{either('findings', 'met')}) {_WHO}"
    r"|(?:told|tells?) (?:us|them|the \w+|leaders|staff|councillors|\w+)"
    r"(?P<told> that,?|(?= (?:our|we|they|there)\b)) (?=\S)"
    rf"|(?:{_WAS_TOLD})(?P<heard>(?: that)?) (?!to\b|by\b|off\b|how\b|about\b|what\b|of\b)(?=\S)"
    rf"|(?P<praise>{_PRAISE_VERB}){_NO_NOUN}(?! by (?!(?:the |its )?{_REPORTERS}|how\b|what\b))"
    rf"(?: by (?:the )?{_REPORTERS})?(?:{_IN_A_REPORT}(?= for\b))?(?: for| the fact that)?{_AMONG_ALL} (?=\S)"
    rf"|(?<!\bno )(?:(?P<good>{GOOD})|(?P<bad>{BAD}))(?: {either('findings', 'noun_tails')}(?!\w))*"
    rf"(?:, {either('findings', 'asides')},)?,? ?{_NOT_OF_WHAT}"
    rf"{either('findings', 'brings_in')}(?: namely)?(?: that| to)? (?=\S){_NO_PARTICIPLE}{_NO_TURN}"
    r"|(?P<fact>(?:verdict|message|conclusion|finding|view|picture)(?: (?:on|of|about) [\w ’-]{3,40}?)?"
    r" (?:is|was|was clear):?"
    r"|the (?:finding|conclusion|observation)|it (?:also )?emerged(?:,? (?:too|also),?)?"
    rf"|the (?:view|opinion|judgement) of (?:the )?{_REPORTERS}"
    r"|what (?:the )?(?:inspectors|ofsted) (?:told|said|found|saw|reported|noted|concluded)"
    r"[^,.;:]{0,40}? (?:was|is)) that (?=\S)"
    rf"|(?P<set>(?:set )?against (?:them|it|that|this|these))\b[^,;.]{{0,20}}? {_IS} (?=\S))",
)
_TAKES_THING = re.compile(_PRAISE_VERB, re.IGNORECASE)
# what is praised in so many words is praise, whatever tells of it: `praised for owning up to mistakes`
SURE_PRAISE = re.compile(
    r"(?:full of |had |has |there was |nothing but |g[ai]ves? |given )?(?:\w+ )?(?:prais|credit)"
    r"|sp(?:eaks?|oke) (?:well|highly|warmly|kindly) of"
    r"|commend|applaud|compliment|impressed|liked|admire|lauded|hailed"
)
_TURNS = re.compile(
    rf"\b{either('findings', 'turns')}\b|\b(?:whil(?:e|st)(?! (?:they|it) (?:is|are|was|were) still)"
    r"|whereas|despite|concern\w*|criticis\w+)\b"
)
# `Particular praise went to `: no verb that needs a subject
_NOUN_OF_PRAISE = re.compile(
    r"(?:praise|approval|recognition|credit|applause|commendation|(?:warm|kind|good) words|there was)\b"
)
# `Misgivings were voiced over `: no more does this
_NOUN_OF_BLAME = re.compile(r"[a-z]+ (?:was|were|is|are|has been|have been) ")
# `won praise for `, `drew criticism over `: said of who got it
_EARNED = re.compile(rf"{either('findings', 'earned')} ")
_WARNS = re.compile(either("findings", "warnings"), re.IGNORECASE)
_ALWAYS_CLAUSE = frozenset({"found", "said", "says", "warned"})
# `it was also ` before `noted that`
_PASSIVE = re.compile(
    rf"\b(?:it was|was|were|been|there {_IS}|it is)(?: (?:also|further|again))? $", re.IGNORECASE
)
# `found examples of good practice, they also found ` begins anew
_ANEW = re.compile(r", (?:they|it|inspectors|ofsted|the (?:report|letter|inspectors|watchdog))\b")
_FOUND_BEFORE = re.compile(
    r"\b(?:found|saw|seen|noted|identified|reported|noticed|heard|highlighted) (?:[\w’'-]+ ){0,4}$"
)
# without it nobody is said to have found anything where inspectors are not spoken of
_TOLD_SOMEHOW = re.compile(rf"\b(?:was|were|been|is|there are|{either('findings', 'frame_subjects')})\b")
# `was not `, `Nor were they ` before `happy with`
_DENIED = re.compile(
    r"(?:\b(?:not|never)|n[’']t)(?: (?:always|so|as|quite|fully))? $"
    r"|\b(?:nor|neither|nowhere|not once|at no point)"
    r" (?:was|were|is|are|did|do|does|has|have|had) (?:[\w’'-]+ ){1,3}$",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(r"\b(?:it|also) (?:was|is)(?: also)? $|\bit was (?:also |further )?$", re.IGNORECASE)
_FURTHER = re.compile(
    rf"(?:,|;|\b{either('findings', 'further')})"
    r"(?: (?:also|was|were|is|been|has|have|had|goes on to|went on to))*\s$",
    re.IGNORECASE,
)
# `Foster carers were praised for `, before `going the extra mile`
_PRAISED_FOR = re.compile(
    r"(?:^|(?<=, and )|(?<=, but )|(?<=, while )|(?<=; )|(?<=, )|(?<= and ))"
    r"(?P<whom>(?!(?:the |its )?(?:council|authority|it|they|borough|county|city|leaders|trust)\b)"
    r"(?:[\w’'-]+ ){1,7}?)"
    r"(?:was|were|is|are|has been|have been|had been)(?: \w+ly)?(?: also| all| both)?"
    r" (?:praised|commended|applauded|complimented|credited|congratulated|recognised|criticised|faulted)"
    r"(?: by (?:the )?\w+)? for $",
    re.IGNORECASE,
)
_DOING = re.compile(r"(?:\w+ly )?(?:not )?\w+ing\b")
_REACH = 80
"""Characters before a verb that say how it is meant."""

COLON = re.compile(r"(?<=[^\d\s]): (?=\S)")
LONGEST_LEAD = 170
# `They told us that visits have improved: …` has told what it has to tell
_TELLS_BEFORE = re.compile(
    r"\bthat (?:[\w’'-]+ ){1,8}(?:is|are|was|were|has|have|had|do(?! better| more)|does|did|can|could)\b"
    r"|\bas (?:an? |one )(?:\w+ )?(?:strength|weakness|success)$"
)
# `Areas in which they say that the city must do better are: …`
_LINKED = re.compile(r" (?:is|are|was|were|include[ds]?)$")
# `less happy about three things, which Mr X called …: `
_AS_PUT = re.compile(r", (?:which|what|that|as) .*")
_LABEL = 4
"""Words of a lead that needs nobody who says it: `Picked out for praise: …`."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where what is reported begins, and how it is reported.

    `polarity` is given where the frame decides it; `that`: a clause must follow.
    """

    start: int
    content: int
    kind: str
    polarity: Polarity | None = None
    that: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before a sentence: it tells of findings, names inspectors, or did so a little before."""

    carried: bool = False
    known: bool = False
    near: bool = False


def frames(text: str, span: Span, setting: Setting) -> list[Frame]:
    """Return the frames of a sentence, in order."""
    near = setting.carried or setting.near or names_reporter(span.slice(text))
    colon = _announced(text, span, near=near)
    if colon is not None:
        return [colon]
    return list(_verbs(text, span, near=near, known=setting.carried or setting.known))


def _announced(text: str, span: Span, *, near: bool) -> Frame | None:
    """Return the frame of a sentence that announces findings before a colon."""
    colon = COLON.search(text, span.start, min(span.end, span.start + LONGEST_LEAD))
    if colon is None or VEIL in text[span.start : colon.end()]:
        return None
    words_ = text[span.start : colon.start()]
    words_ = _AS_PUT.sub("", words_) if names_reporter(words_) else words_
    if not (near or len(words_.split()) <= _LABEL) or PERSON.search(words_):
        return None
    kind = lead(words_)
    if kind is None or kind.polarity is None or _TELLS_BEFORE.search(_LINKED.sub("", words_)):
        return None
    return Frame(span.start, colon.end(), f"{kind}-list", kind.polarity)


def _verbs(text: str, span: Span, *, near: bool, known: bool) -> Iterator[Frame]:
    """Yield the frames that verbs and nouns of finding make, where inspectors are their subject."""
    further = False
    asked = near or known or _TOLD_SOMEHOW.search(small(text), span.start, span.end)
    matches = list(_matches(small(text), span)) if asked else []
    said_by = Before(text, span if matches else Span(span.start, span.start), referred=known)
    opened = opened_by(small(text), span) if matches else None
    told_there = bool(matches) and is_told_there(text, span)
    for match in matches:
        before = text[max(span.start, match.start() - _REACH) : match.start()]
        passive = _PASSIVE.search(before) is not None
        noun = _is_noun(match)
        opens = not said_by.has_words(match.start()) and not match["clause"]
        denied = _DENIED.search(before) is not None
        if denied and match["clause"] and not match["praise"]:
            continue
        body = (
            (near and match["heard"] is not None)
            or said_by.names_body(match.start())
            or (near and (noun or opens))
            or names_reporter(match[0])
        )
        if not (body or passive or further):
            continue
        known_as = match["fact"] == "the finding"
        if not known_as and (said_by.is_quoted(match.start()) or said_by.is_person(match.start())):
            continue
        if further and not noun and not _FURTHER.search(before):
            continue
        if is_mistaken(match, before, span.end) or (told_there and (noun or match["blame"])):
            continue
        if passive and match["clause"] and not _IMPERSONAL.search(before):
            continue
        further = True
        that = (
            bool(match["that"] or match["fact"] or match["told"] is not None)
            or text.find(" and that", match.end(), span.end) >= 0
        )
        sign = _polarity(match, span.end, denied=denied, opened=opened)
        whole = _PRAISED_FOR.search(text[span.start : match.end()]) if passive and sign else None
        if whole and _DOING.match(text, match.end(), span.end):
            start = span.start + whole.start("whom")
            yield Frame(start, start, "clause", sign, that=True)
        else:
            yield Frame(match.start(), match.end(), _kind(text, match, span.end), sign, that)


def _matches(low: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield what may be a frame; a noun of praise that was found brings in nothing that `they` find next."""
    match = _FRAME.search(low, span.start, span.end)
    while match:
        anew = _ANEW.search(low, match.start(), match.end())
        if anew and _FOUND_BEFORE.search(low, span.start, match.start()):
            match = _FRAME.search(low, anew.start(), span.end)
            continue
        yield match
        match = _FRAME.search(low, match.end(), span.end)


def _is_noun(match: re.Match[str]) -> bool:
    """Say whether a frame needs nobody before it who finds: a noun, or praise and blame that are earned."""
    if match["good"] or match["bad"] or match["set"] or match["fact"]:
        return True
    earned = _EARNED.match(match["praise"] or match["blame"] or "")
    noun = _NOUN_OF_PRAISE.match(match["praise"] or "") or _NOUN_OF_BLAME.match(match["blame"] or "")
    return earned is not None or noun is not None


def _polarity(match: re.Match[str], end: int, *, denied: bool, opened: Polarity | None) -> Polarity | None:
    if match["praise"] and not denied and SURE_PRAISE.match(match["praise"]):
        return None if _TURNS.search(match.string, match.end(), end) else Polarity.STRENGTH
    if (
        (match["praise"] and denied)
        or match["blame"]
        or match["bad"]
        or _WARNS.fullmatch(match["clause"] or "")
    ):
        return Polarity.IMPROVEMENT
    return Polarity.STRENGTH if match["good"] else opened


def _kind(text: str, verb: re.Match[str], end: int) -> str:
    """Say what a verb reports: a clause, or a thing that is praised or found wanting."""
    if verb["good"] or verb["bad"]:
        return "noun"
    if verb["set"]:
        return "praise"
    kind = next((name for name in ("clause", "praise", "blame") if verb[name]), "clause")
    if kind != "clause" or verb["that"] or not verb["clause"] or not _TAKES_THING.fullmatch(verb["clause"]):
        return kind
    clauses = has_verb(text, Span(verb.end(), end)) or text.find(" and that", verb.end(), end) >= 0
    thing = not clauses and verb["clause"].lower() not in _ALWAYS_CLAUSE
    return "praise" if thing else "clause"
