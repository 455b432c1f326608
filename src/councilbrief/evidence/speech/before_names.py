"""What stands before a name and says what somebody is: `Council leader `, `Ofsted’s national director, `."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.offices import HEADS, WORD, after_break, office_start
from councilbrief.evidence.speech.roles import BODY_END, CAPITALISED, INITIALS, REACH, Role, cut
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import Span

_TITLES = frozenset(phrases("people", "titles"))
_COUNCILLORS = frozenset(phrases("people", "councillors"))
_ROLE_CAPITALS = frozenset(phrases("people", "not_names"))
_NO_ROLE = frozenset(phrases("people", "no_role"))
_SPEECH_WORD = re.compile(either("speech", "statement"))
_OPENERS, _PARTY = any_of(phrases("people", "openers")), any_of(phrases("people", "party_words"))
# `Norchester City Council leader`
_COUNCIL_ROLE = re.compile(
    rf"\b(?!(?:{_OPENERS}) )"
    r"(?P<body>[A-Z][\w’'-]*(?: (?:and|of|upon|with|[A-Z][\w’'-]*)){0,6}? Council)"
    r" (?P<role>[a-z][^,;:]{2,80})$"
)
# `Example Council’s `, `The Example Trust’s `, before the office
_OWNER = re.compile(
    rf"(?:(?:{CAPITALISED}(?: (?:and|of|&) | ))*?{BODY_END}|[A-Z]\w+(?: [A-Z]\w+){{0,4}})[’']s? "
    r"(?:new |own )?$"
)
# `Norbury councillor`, `ward councillor`, `His Majesty’s Inspector`
_AS_TITLE = re.compile(
    rf"(?<![\w’'-])(?P<role>(?:(?:(?!(?:{_OPENERS}|{_PARTY}) )"
    r"[A-Z][\w’'-]* (?:(?:and|&) (?=[A-Z]))?){1,4}|(?:[Ww]ard|[Oo]pposition|[Bb]ackbench) )councillor"
    r"|(?:His|Her) Majesty[’']s Inspector) $"
)
# `GMB ` before `organiser`
_INITIALS = re.compile(rf"(?<![\w’'-]){INITIALS} $")
_CLAUSE = re.compile(r"[,;:–—(]\s|\b(?:and|but|that|while|with|by|said|says|to)\s(?=(?:the )?[A-Za-z])")
# `The director is `, `the lead inspector was `
_COPULA = re.compile(r"(?: is|(?<=nspector) was)$")
# `Norbury East` before `MP`
_PLACE = re.compile(r"[A-Z][\w’-]+ $")
_OF_PLACE = re.compile(r"North|South|East|West|Central|Upper|Lower|Green|Park|Hill")
# `Deputy Chief Executive and `, of one person
_DOUBLE = re.compile(rf"\b(?:{any_of([head.title() for head in sorted(HEADS)])}) and $")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_GRAMMAR = frozenset({"of", "for", "in", "at", "on", "the", "and", "&"})
_LONGEST = 16
"""Words of a role; a longer phrase before a name is a clause."""


def role_before(text: str, start: int, end: int) -> Role | None:
    """Read `Council leader ` or `Ofsted’s national director, ` before a name.

    >>> text = "The watchdog’s national director, Mary Smith"
    >>> role_before(text, 0, text.index("Mary")).role.slice(text)
    'national director'
    """
    begin = max(start, end - REACH)
    lead = text[begin:end].rstrip()
    if lead.endswith((" and", " or")):
        return None  # `the leader and Mary Smith`: two people
    comma = lead.endswith(",")
    lead = _COPULA.sub("", lead.rstrip(","))
    whole = [0] if begin == start else []
    breaks = [match.end() for match in _CLAUSE.finditer(lead) if not _DOUBLE.search(lead, 0, match.end())]
    for at in [*whole, *breaks] if comma else [*reversed(breaks), *whole]:
        words_ = list(WORD.finditer(lead, at))
        if not words_ or len(words_) > _LONGEST:
            continue
        found = _phrase(text, begin, lead, words_)
        if found is not None:
            return found
    return None


def title_before(text: str, start: int, end: int) -> Role | None:
    """Read `Norbury councillor ` or `His Majesty’s Inspector ` before a name; a party or no more is no role.

    >>> text = "But Norbury councillor Mary Smith"
    >>> title_before(text, 0, text.index("Mary")).role.slice(text)
    'Norbury councillor'
    """
    found = _AS_TITLE.search(text, max(start, end - REACH), end)
    return Role(Span(*found.span("role"))) if found else None


def _phrase(text: str, base: int, lead: str, words_: list[re.Match[str]]) -> Role | None:
    """Read the words up to the name that hold nothing but a role, and before them the body it's held in."""
    words_ = words_[_after_strangers(words_) :]
    words_ = words_[after_break([word[0] for word in words_]) :]
    first = office_start([word[0] for word in words_])
    if first is None:
        return None
    while _OF_PLACE.fullmatch(words_[first][0]) and _PLACE.search(lead, 0, words_[first].start()):
        first += 1
    council = _council_role(text, base, lead)
    if council is not None:
        return council
    begin = words_[first].start()
    owner = _OWNER.search(lead, words_[0].start(), begin) or _INITIALS.search(lead, 0, begin)
    return cut(text, Span(base + (owner.start() if owner else begin), base + len(lead)), exact=False)


def _council_role(text: str, base: int, lead: str) -> Role | None:
    """Part `Norchester City Council leader` into the council and what somebody is there."""
    match = _COUNCIL_ROLE.search(lead)
    if match is None or _ROLE_CAPITALS.issuperset(match["body"].split()):
        return None
    if office_start(match["role"].split()) != 0:
        return None
    role = cut(text, Span(base + match.start("role"), base + len(lead)), exact=False)
    body = Span(base + match.start("body"), base + match.end("body"))
    return Role(role.role, body, role.party, role.past) if role else None


def _after_strangers(words_: list[re.Match[str]]) -> int:
    """Return the first word after the last one that no role holds: another name, a title, a verb."""
    begin, in_body = 0, False
    for number, word in enumerate(words_):
        plain = word[0]
        before = words_[number - 1][0].lower() if number else "the"
        following = words_[number + 1][0] if number + 1 < len(words_) else ""
        capital = _CAPITAL.match(plain) is not None
        in_body = capital and (in_body or before in _GRAMMAR)
        named = capital and plain not in _ROLE_CAPITALS and not in_body
        owner = plain.endswith(("’s", "'s", "s’", "s'"))
        last = number + 1 == len(words_) and plain.lower() in HEADS - _COUNCILLORS
        titled = plain in _TITLES and not following.islower() and not last
        if titled or plain.lower() in _NO_ROLE or _SPEECH_WORD.fullmatch(plain) or (named and not owner):
            begin = number + 1
    return begin
