"""Mistaken: words that look like those of inspectors who find, and are a noun, or what others feel or say."""

from __future__ import annotations

import re

from councilbrief.evidence.findings.elsewhere import is_told_elsewhere
from councilbrief.evidence.findings.leads import names_reporter
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import small
from councilbrief.provenance import Span

# `care leavers were ` before `happy with`, `told them they ` before `felt`
_FEELING = re.compile(
    r"(?:(?:un|dis)?(?:happy|satisfied|pleased|delighted|impressed|glad|enthusiastic|positive|content|grateful"
    r"|concerned|worried|frustrated|anxious|disappointed|critical)|complimentary|warm|generous|kind\w*)\b"
)
_OTHERS_FEEL = re.compile(
    rf"(?:{either('findings', 'services')}|(?:who|parents|people|leavers|others|some(?:body|one)"
    r"|any(?:body|one)|every(?:body|one)|you|professionals|teachers|neighbours|residents))"
    r"(?: [\w’'-]+){0,3}?"
    r" (?:is|are|was|were|felt|feel|remain(?:ed|s)?)(?: \w+ly| very| more| all| also)? $"
    r"|\bwho (?:is|are|was|were|felt|feel) [^,;.]{3,60} and $",
    re.IGNORECASE,
)
_FELT = re.compile(r"(?:felt|feel|think|thought|believed|considered|agreed|saw|see|say)$")
_OTHERS_SAY = re.compile(
    r"\b(?:told|assured|telling) (?:them|inspectors|ofsted|us)(?: that)?(?: [^,;.]{0,40})?$"
    r"|\bsa(?:id|ys?) (?:that )?(?:they|it) $|\bwho (?:is|are|have|has) [^;.]{3,60} and $",
    re.IGNORECASE,
)
# `The council told inspectors that it has ` before `complained about the court`: what it says itself
_TOLD_THEM = re.compile(
    r"\b(?:told|tells?|assured|reminded) (?:the )?(?:inspectors|ofsted|watchdog)(?: that)? (?:it|they|he|she)"
    r"(?: (?:has|have|had|was|were|is|are|also))* $",
    re.IGNORECASE,
)
# `The verdict has been ` before `hailed as a fresh start`, or `praised at the Town Hall`
_REPORT_ITSELF = re.compile(
    r"\b(?:report|letter|verdict|outcome|result|rating|grade|judgement|news|findings|inspection)"
    r" (?:has been|have been|had been|was|were|is|are)(?: \w+ly| also)? $",
    re.IGNORECASE,
)
_HAILED = re.compile(r"(?:hailed|praised|applauded|celebrated|lauded|welcomed|commended)(?! for\b)")
# `no serious or lasting ` before `failings were found`
_NONE_OF = re.compile(r"\bno (?:[\w-]+,? (?:(?:and|or|nor) )?){1,3}$", re.IGNORECASE)
# `and records do not show why`, `notes are late`: no verb
_NOUNS_TOO = frozenset({"records", "notes", "reports", "comments", "remarks"})
_VERB_NEXT = re.compile(
    r"(?:do|does|did|are|is|were|was|have|has|had|can|could|should|must|need|show|tell|lack|often|rarely|seldom"
    r"|sometimes|usually|not|of|for|kept|made|that (?:are|were|have))\b"
)
# `they also ` before `told us that`
_TELLS = re.compile(
    r"(?:inspectors|ofsted|watchdog|report|letter|inspectorate|regulator|they|it|and|also|has|had|have)\s$",
    re.IGNORECASE,
)
# `staff stay, and say why they stay`
_SAYS_WHY = re.compile(r"say (?:why|what|how|so)\b", re.IGNORECASE)
_ANYBODY_DOES = frozenset({"see", "find", "think", "write"})
"""What others do as well: `they live with carers and see their brothers`."""

_DOES = re.compile(
    r"\b(?:inspectors|they|ofsted|hmi|inspectorates?|watchdogs?|authors|officers|inspection team"
    r"|and also|but also)"
    r"(?: (?:also|further|do|did|then|still|both|all|\w+ly))* $",
    re.IGNORECASE,
)
_PURPOSES = frozenset({"see", "find", "hear", "note", "think", "report"})
"""What inspectors come to do, after a `to`."""

# `some of the gaps they ` before `found could not be filled`: the gaps could not
_FOUND_THINGS = re.compile(r"\b(?!was |is )[a-z]+s (?:that )?(?:they|[Oo]fsted|(?:the )?inspectors) $")
_OF_THINGS = re.compile(r"(?:can|could|must|should|did|do|have|had|(?:are|were) \w+(?:ed|en|ade|ept))\b")
# `spoke of the club as a ` before `strength: `
_AS_ONE = re.compile(r" as (?:an?|one) (?:\w+ )?$")
# `They wanted to see ` before `what had changed`
_TO_SEE_WHAT = re.compile(r"(?:what|whether|if|who) ")
# `It has few ` before `faults to find`
_FEW = re.compile(r"\b(?:few|no|any|some|many|the|its|their|own|other|minor|small|grave) $", re.IGNORECASE)
# `The review was into the death of a girl, and ` before `found that`
_OF_A_DEATH = re.compile(
    r"\b(?:review|inquiry|inquest)\b[^.;:]*? (?:into|of) (?:[\w’'-]+ ){0,2}?(?:deaths?|murder)\b[^.;:]*$"
)
# `after a whistleblower ` before `raised concerns about`
_AFTER_OTHERS = re.compile(
    r"\b(?:after|because|since|when|as) (?:an? |the |some |several |its |their )?"
    r"(?!inspectors?\b|inspections?\b|ofsted|it\b|they\b|visits?\b|report|letter|watchdog|being\b|having\b)"
    r"(?:[a-z’-]+(?: [a-z’-]+){0,2}"
    r"|(?:association|federation|institute|society|union|charity|group)(?: [a-z’'-]+){1,6}(?: \(\w+\))?) $",
    re.IGNORECASE,
)
# `the year which inspectors ` before `found wanting, was long`: what they found wanting stands before it
_RELATIVE = re.compile(
    r"\b(?:which|that|whom) (?:the )?(?:inspectors|ofsted|watchdog|report|letter)(?: ha[sd]| have)? $",
    re.IGNORECASE,
)
_WANTING = re.compile(r"(?:wanting|lacking|inadequate|poor)\b")
_IS = re.compile(r"(?:is|are|was|were)\b")
_FOR_WHAT = re.compile(r".*\b(?:for|as|over|on|because) $", re.IGNORECASE)
# `before they ` before `find the right home`
_BY_OTHERS = re.compile(
    r"\b(?:before|until|unless|once|so|so that|as soon as|while|because|since|as) (?:they|it|he|she) $",
    re.IGNORECASE,
)
# `when ` before `concerns are first raised`
_NO_SUBJECT = re.compile(
    r"\b(?:when|whenever|where|wherever|if|once|because|until|before|after|as|widespread|and)"
    r" (?:(?:any|new|early|serious|the|such|these|those|systemic|significant) )*$",
    re.IGNORECASE,
)
_HANDLED = re.compile(
    r"[^,;.]*?\b(?:is|are|was|were|being) (?:(?:now|first|being|quickly|promptly|swiftly|properly|rarely"
    r"|always|usually|soon|often|never|also|then|still|not) )*"
    r"(?:\w+(?:ed|en)|beginning to|starting to|known|no longer|dealt|met|heard|put)\b",
    re.IGNORECASE,
)
# `the council said it ` before `welcomed the report`
_WELCOMES = re.compile(r"welcom|accept|applaud|hail|embrac|(?:pleased|delighted|happy|glad) with")
_COUNCIL = re.compile(
    r"\b(?:council|authority|trust|borough|county|city|spokes\w+|leaders?|director|bosses|chiefs|chairs?"
    r"|chairman|cabinet)"
    r"(?: (?:has|have|had|also|today|now|said|says|that|it|they|is|are|was|were|\([^()]{3,40}\)))* $",
    re.IGNORECASE,
)
# `The report is fair, and the council ` before `says that`: what it says itself
_COUNCIL_ITSELF = re.compile(
    r"(?:^|[.,;:] (?:and |but |while |though |although |yet )?)(?:the |its )?(?:[\w’'-]+ ){0,2}?"
    r"(?:council|authority|trust)(?: (?:also|has|itself))? $",
    re.IGNORECASE,
)
# `The council also ` before `told inspectors that`
_TOLD_INSPECTORS = re.compile(r"(?:told|tells?) (?:the )?(?:inspectors|ofsted|watchdog)\b", re.IGNORECASE)
# `, which was visited and ` before `found “adequate” in 2016`: a grade
_FOUND_GRADE = re.compile(
    r"found [^\w\s]*(?:in|out)?(?:adequate|good|standing|requir\w+ improvement)[^\w\s]*"
    r"(?= in \d|,|\.|$| overall\b)",
    re.IGNORECASE,
)
# `he had been too trusting when ` before `they were told that`: told by others
_WHEN_TOLD = re.compile(r"\b(?:when|whenever|once|because|after|until|since|if|although|though) (?:the )?$")
# `praised for finding out what went wrong`
_FIND_OUT = re.compile(r"find(?:s|ing)? out\b", re.IGNORECASE)
# `what they ` before `say`, `pleased with what Ofsted ` before `found on its visit`
_SUBORDINATE = re.compile(
    r"\b(?:with|by|of|from|to|about) what (?:the )?(?:ofsted|inspectors|watchdog)(?: ha(?:s|ve|d))? $|"
    r"\b(?:whatever|all that|everything(?: that)?) (?:ofsted|inspectors|the (?:report|letter|inspectors))"
    r"(?: ha[sd]| have)? $"
    r"|\bwhat (?:(?:the )?(?:ofsted|inspectors|watchdog) ha(?:s|ve|d) (?:just|now|today)"
    r"|(?:they|it|he|she) ha(?:s|ve|d)) $"
    r"|\b(?:what|whatever|how|where|when|if|who) (?:they|it|he|she"
    r"|(?:the )?(?:[\w’'-]+ ){0,3}?"
    r"(?:council|authority|trust|county|city|borough|leaders?|bosses|chiefs|director)) $",
    re.IGNORECASE,
)
# `five years after inspectors ` before `found`
_LONG_AGO = re.compile(
    r"\b(?:years?|months|decades?) (?:after|since) (?:an? |the |its )?(?:[\w’'-]+ ){0,2}?"
    r"(?:inspectors|ofsted|watchdog|report|inspection|visit|inspectorate)(?: (?:had|last|first))* $",
    re.IGNORECASE,
)
# `signs of change since earlier visits ` before `uncovered problems with`
_SINCE_VISITS = re.compile(
    r"\bsince (?:(?:the|its|their|two|three|four|several|some|both|an?) )?"
    r"(?:other|earlier|previous|last|focused|monitoring|first) (?:[\w-]+ ){0,2}?"
    r"(?:visits?|inspections?|reports?)(?: in between| that year)? $",
    re.IGNORECASE,
)
# `In response to the ` before `recommendations made, a plan was drawn up`
_ANSWERED = re.compile(
    r"\b(?:in response to|responding to|in (?:the )?light of|in line with|as a result of|because of|based on"
    r"|despite|to address|following (?:the|these|its)) (?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
# `came to find out what happens when a neighbour is ` before `worried about a child`
_TO_LEARN = re.compile(
    r"\b(?:(?:to|and) (?:find out|see|check|test|look (?:at|into)|examine|learn|establish|assess)"
    r"|look(?:ed|ing) (?:at|into)|examin(?:ed|ing)|check(?:ed|ing))"
    r" (?:what|how|whether|where|who)\b[^;:.!?]*?"
    r" (?:because|when|whenever|if|once|who|after|where|that)(?: (?!and\b|but\b)[\w’'-]+){1,4} $",
    re.IGNORECASE,
)
_FAR = 200
"""Characters before a verb in which a purpose, or the subject of the sentence, stands."""

# `The council opened two hubs, which it ` before `says are the best in the north`: the council says so
_WHICH_IT = re.compile(
    r"(?:^|[.!?\n]\s*)(?:the |its )?(?:[\w’'-]+ ){0,3}?"
    r"(?:council|authority|trust|borough|county|city)\b(?![’'])"
    r"[^.!?\n]*, which (?:it|they) $",
    re.IGNORECASE,
)
# `reported back on a visit`: that they did
_OF_VISIT = re.compile(
    r"report\w* (?:back (?!that\b)|on (?:an?|the|its|their|this) (?:[\w’'-]+ ){0,2}(?:visit|inspection)\b)"
)

# `still worries about money, councillors have heard`: what was said in a meeting
_TOLD_THERE = re.compile(
    r"\b(?:councillors|members|(?:panel|committee|meeting|board|cabinet|council)(?: members)?)"
    r"(?: (?:have|has|had|was|were|been))* (?:heard|told)\b"
)


def is_told_there(text: str, span: Span) -> bool:
    """Say whether a sentence that names no inspectors tells what was said in a meeting."""
    there = _TOLD_THERE.search(small(text), span.start, span.end)
    return there is not None and not names_reporter(span.slice(text))


def is_mistaken(match: re.Match[str], before: str, end: int) -> bool:
    """Say whether what looks like a frame is none; `before` stands before it, its sentence ends at `end`."""
    if _is_of_others(match, before) or _is_plural(match, end) or _is_in_clause(match, before, end):
        return True
    if (match["clause"] or "").partition(" ")[0] in _ANYBODY_DOES and not (
        _DOES.search(before) or names_reporter(before)
    ):
        return True
    if _is_relative(match, before) or ((match["blame"] or match["praise"]) and _AFTER_OTHERS.search(before)):
        return True
    other = _is_of_things(match, before, end) or _SUBORDINATE.search(before) or _OF_A_DEATH.search(before)
    if other or (match["clause"] in _PURPOSES and before.endswith("to ")):
        return True
    untold = match["told"] is not None and not _TELLS.search(before)
    if untold or is_told_elsewhere(match, before, end) or _is_before_or_for_it(match, before, end):
        return True
    return _SAYS_WHY.match(match.string, match.start(), end) is not None


def _is_relative(match: re.Match[str], before: str) -> bool:
    """Say whether what is praised or blamed stands before it: `the rota which they found wanting`."""
    if _RELATIVE.search(before) is None or _IS.match(match.string, match.end()):
        return False
    if match["clause"]:
        return _WANTING.match(match.string, match.end()) is not None
    judged = match["blame"] or match["praise"]
    return judged is not None and _FOR_WHAT.match(match[0]) is None


def _is_of_things(match: re.Match[str], before: str, end: int) -> bool:
    """Say whether what was found stands before it, or nobody says yet what was: `wanted to see what`."""
    if match["clause"]:
        things = match["that"] is None and _FOUND_THINGS.search(before) is not None
        return things and _OF_THINGS.match(match.string, match.end(), end) is not None
    blame = match["blame"] or ""
    if match["good"]:
        return match[0].endswith(": ") and _AS_ONE.search(before) is not None
    if blame.endswith("to see"):
        return _TO_SEE_WHAT.match(match.string, match.end(), end) is not None
    return blame == "faults" and _FEW.search(before) is not None


def _is_before_or_for_it(match: re.Match[str], before: str, end: int) -> bool:
    """Say whether it tells of an earlier inspection, of what one was for, or only that it was reported on."""
    if _LONG_AGO.search(before) or _SINCE_VISITS.search(before):
        return True
    reach = match.string[max(0, match.start() - _FAR) : match.start()]
    if match["clause"]:
        of_visit = _OF_VISIT.match(match.string, match.start("clause"), end) is not None
        return of_visit or (_WHICH_IT.search(reach) is not None and not names_reporter(before))
    return bool(match["blame"] or match["praise"]) and _TO_LEARN.search(reach) is not None


def _is_of_others(match: re.Match[str], before: str) -> bool:
    """Say whether those whom inspectors met feel or say it: `care leavers were ` before `happy with`."""
    felt = match["praise"] or match["blame"]
    if felt:
        itself = _REPORT_ITSELF.search(before) is not None and _HAILED.match(felt) is not None
        if itself or _TOLD_THEM.search(before):
            return True
        return _FEELING.match(felt) is not None and _OTHERS_FEEL.search(before) is not None
    return _FELT.match(match["clause"] or "") is not None and _OTHERS_SAY.search(before) is not None


def _is_in_clause(match: re.Match[str], before: str, end: int) -> bool:
    """Say whether it stands in a clause about others: `before they find a home`, `the council welcomed`."""
    when_told = match["heard"] is not None and _WHEN_TOLD.search(before) is not None
    if when_told or any(one.match(match.string, match.start(), end) for one in (_FIND_OUT, _FOUND_GRADE)):
        return True
    told_them = _TOLD_INSPECTORS.match(match.string, match.start(), end) and _COUNCIL.search(before)
    if told_them or (match["clause"] and _COUNCIL_ITSELF.search(before)):
        return True
    if match["clause"] in _ANYBODY_DOES:
        return _BY_OTHERS.search(before) is not None
    if (match["bad"] or match["good"]) and (_ANSWERED.search(before) or _NONE_OF.search(before)):
        return True
    if match["bad"]:
        handled = _HANDLED.match(match.string, match.start("bad"), end)
        return handled is not None and _NO_SUBJECT.search(before) is not None
    return _WELCOMES.match(match["praise"] or "") is not None and _COUNCIL.search(before) is not None


def _is_plural(match: re.Match[str], end: int) -> bool:
    """Say whether what looks like a verb is the subject of one: `records do not show why`."""
    if match["clause"] not in _NOUNS_TOO:
        return False
    # `case records, minutes and budgets were read`
    listed = match.string.startswith(",", match.end("clause"))
    return listed or _VERB_NEXT.match(match.string, match.end(), end) is not None
