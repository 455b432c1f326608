"""Elsewhere: what a verb of finding tells of what is to be, of what others wrote, or of a look at things."""

from __future__ import annotations

import re

# `The notes should ` before `say what was agreed`, `it should be ` before `noted that`
_OUGHT = re.compile(
    r"\b(?:should|must|ought to|needs? to|(?:should|must|may|can|could|might) (?:also )?be) $"
    r"|\bfor (?:the |its |an? )?[\w’'-]+(?: [\w’'-]+){0,2} to $",
    re.IGNORECASE,
)
# `The commissioner, Jo Bloggs, ` before `thought that`
_NAMED = re.compile(r", (?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+, $")
_FINDERS = re.compile(r"\b(?:inspect\w+|ofsted|hmi|watchdog|regulator)\b", re.IGNORECASE)
# `the next inspection will ` before `find us good`
_NEXT_TIME = re.compile(
    r"\b(?:next|another|future|coming) (?:\w+ ){0,2}?(?:inspection|visit|report|time)\b[^,;.]*$"
)
# `monitoring visits in 2020 and 2021 ` before `recorded progress`
_VISITS_THEN = re.compile(
    r"\b(?:monitoring|focused|earlier|previous|other) (?:visits|inspections)"
    r" (?:in|during|of) (?:[\w-]+ ){0,2}(?:19|20)\d\d(?:(?:,| and|, and) (?:19|20)\d\d)* $",
    re.IGNORECASE,
)
# `Sir Jo’s letter`, `a letter to ministers ` before `spoke of`
_OTHER_LETTER = re.compile(
    r"\b(?:Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|Cllr|commissioner|adviser)(?: [A-Z][\w’'-]+)*[’']s"
    r" (?:\w+ )?(?:letter|report)\b"
    r"|\b(?:letter|report) to (?:the )?"
    r"(?:ministers?|secretary of state|government|dfe|parents|staff|residents)\b"
)
# `The kindest `, `my own ` before `view of it is that`
_UNKIND = re.compile(
    r"\b(?:(?:un)?kind(?:er|est)?|charitable|generous|cynical|popular|common|my|our|his|her|council[’']s)"
    r"(?: own)? $",
    re.IGNORECASE,
)
# `considered how help is given`: that they looked at it; `found £2m`; `wrote a letter`
_LOOKED_AT = re.compile(
    r"considered (?:what|how|whether|where)\b"
    r"|f(?:i|ou)nds? (?:(?:an? )?(?:extra|further|another) )?"
    r"(?:£|the money|money|the cash|cash|the funds|funds|savings)"
    r"|(?:wr[io]te|writes) (?:an?|its|their) (?:\w+ )?(?:letter|report)\b"
)
# `when it was ` before `told of this`: by whom is not said
_BEING = re.compile(r"\b(?:is|are|was|were|been)(?: (?:also|first|never))? $", re.IGNORECASE)
# `recommended in the commissioner’s review`, `singled out as a worry by`
_BY_OTHERS = re.compile(
    r"[\w ]+? (?:in|by) (?:the |an? |its )?"
    r"(?:commissioner|peer|independent|government|minister|auditor|adviser)"
    r"|singled out as (?:an?|the|its|one) [^,;.]*? by "
)


def is_told_elsewhere(match: re.Match[str], before: str, end: int) -> bool:
    """Say whether a frame brings in nothing found; `before` stands before it, its sentence ends at `end`."""
    if match["blame"] or match["praise"]:
        return _BY_OTHERS.match(match.string, match.start(), end) is not None
    if match["fact"]:
        return _UNKIND.search(before) is not None
    if not match["clause"]:
        return False
    if _LOOKED_AT.match(match.string, match.start("clause"), end) or (
        match["clause"].startswith("told") and _BEING.search(before)
    ):
        return True
    named = _NAMED.search(before)
    # `after Ofsted’s verdict, the leader of the Green group, Ann Bolt, ` before `said`
    role = before[: named.start()].rpartition(", ")[2] if named else ""
    by_name = named is not None and _FINDERS.search(role) is None
    return by_name or any(one.search(before) for one in (_OUGHT, _NEXT_TIME, _VISITS_THEN, _OTHER_LETTER))
