"""What somebody is: the phrase behind a name that says so, cut into role, body and party."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.evidence.councils.names import OPENINGS
from councilbrief.evidence.speech.offices import WORD, has_head, is_nominal, is_office, office_start
from councilbrief.evidence.speech.other_people import before_others
from councilbrief.evidence.speech.parties import party_in, party_of_part
from councilbrief.evidence.words import either, phrases
from councilbrief.provenance import Span

_SPEECH = either("speech", "statement")
_ROLE_CAPITALS = frozenset(phrases("people", "not_names"))
BODY_END = either("people", "body_ends")
CAPITALISED = r"[A-Z][\w’'&.-]*"
_BODY_WORD = rf"(?:{CAPITALISED}|of|and|for|&|the)"
# `the London Borough of Norchester`
_BOROUGH = rf"(?:the )?(?:[A-Z]\w+ )*(?:Borough|City) of {CAPITALISED}(?: (?:and |upon )?{CAPITALISED})*"
# `Achieving for Children Trust`, `NSPCC`
_WHOLE_BODY = re.compile(
    rf"(?:the )?{_BODY_WORD} ?(?:{_BODY_WORD} ){{0,6}}?{BODY_END}|{_BOROUGH}|Ofsted|OFSTED|[A-Z]{{3,8}}"
)
_LINK = re.compile(r",? (?:at|for|with|of|from|on) ")
# `team manager at Norchester`
_AT_PLACE = re.compile(r"^(?P<role>.{3,120}?) at (?P<place>[A-Z]\w+(?: [A-Z]\w+){0,3})$")
# `Example Council’s lead member for children`
_OF_BODY = re.compile(
    rf"^(?:the )?(?P<body>(?:{CAPITALISED}(?: (?:and|of|&) | ))*?{BODY_END}|[A-Z]\w+(?: [A-Z]\w+){{0,4}})"
    r"[’']s? (?P<role>.+)$"
)
# ` of Norchester Council`, `, from neighbouring Norchester Borough Council,`
_HELD_AT = re.compile(
    rf",? (?:of|from|at) (?:the )?(?:neighbouring |nearby )?(?P<body>{CAPITALISED}"
    rf"(?: {_BODY_WORD}){{0,6}}? {BODY_END})\b"
)
# `(Lab, Norchester Council)`
_BODY_INSIDE = re.compile(
    rf"(?:^|[,;/–-] ?)(?P<body>{CAPITALISED}(?: {_BODY_WORD}){{0,6}}? {BODY_END})(?=$|[,;])"
)
# `City`, after which `of Norchester Council` goes on with a name
_OPENS_A_COUNCIL = frozenset(opening[-2].title() for opening in OPENINGS if opening[-1] == "of")
_PARENTHESIS = re.compile(r" \((?P<inner>[^()]{2,100})\)")
CUE = re.compile(rf",? (?:also |then |has |had |have |later |who )*(?:{_SPEECH})\b|[:;¤—]| – |\n")
# `Mill Ward`, `shadow cabinet member for children`, in brackets
_PARTS = re.compile(r"[^,;/ ][^,;/]*")
_SAYS = re.compile(rf"(?:{_SPEECH})\b")
# `who was the cabinet member in 2018`
_WHO_WAS = re.compile(
    rf"^who {either('people', 'who_held')} (?:the |a |an )?"
    r"|^(?:is |was |now|currently|then|a |an |the |our |his |her |their |its )?(?:the )?"
    r"(?:(?:[Cc]ouncil|[Aa]uthority|[Bb]orough|[Cc]ounty|[Cc]ity)[’']s )?"
)
_PAST = re.compile(rf"\b{either('people', 'past')}\b|^ex ", re.IGNORECASE)
_VERB_FOLLOWS = re.compile(
    rf",? (?:who|which|whose|and who) |, (?:{either('people', 'verbs_after_role')}|\w+ed"
    r"|\w+ing (?:the|a|an|his|her|its|their|how|why|what|that|whether))\b"
)
# `Here’s the `, `and `, `still the `, `the trust’s `, before what somebody is
_BEFORE_ROLE = re.compile(
    r"(?:(?:[Hh]ere[’']s|[Aa]nd|to be|still|our|its|their|the|(?:council|authority|borough|county|city|town"
    r"|trust|company|board|force|region)[’']s) )+"
)
# ` described it as`, `, and`: the sentence goes on
_AFTER_ROLE = re.compile(
    r",? and$| (?:described|referred|called|named|quoted|mentioned)\b.*$"
    r"| (?:at the time|then|now|since)\b.*$"
    r"| for (?:the (?:last|past) |a |more |over |almost |nearly )(?:[\w-]+ ){0,5}"
    r"(?:years?|months?|weeks?|decades?)$"
)
# `Ofsted’s`, `GMB`
_OF_A_BODY = re.compile(r".*[’']s?$|[A-Z]{3,}$|Unison$|(?:the|an?|new)$")
INITIALS = r"(?!(?:WATCH|VIDEO|PHOTO|NEWS|LIVE|READ)\b)[A-Z]{3,5}"
"""A pattern for a body by its initials: the `GMB` before `organiser`."""

_INITIALS = re.compile(rf"(?P<body>{INITIALS}) ")
_CLAUSES = ("who ", "whom ", "whose ", "which ")
REACH = 400
"""Characters on either side of a name in which its role can stand."""

# `cabinet member for children, education and refugees`
_FURTHER = re.compile(
    r", (?=[A-Z])|, (?=and [A-Za-z])|, (?=[a-z’' -]{3,40} and [a-z])(?! ?(?:who|which|and)\b)"
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the text states it: slices, or None where it states none.

    `party` is the party's usual name, `past` says that the text gives the role as a former one.
    """

    role: Span | None
    body: Span | None = None
    party: str | None = None
    past: bool = False
    exact: bool = False


def role_after(text: str, start: int, end: int) -> Role | None:
    """Read `, lead member for children at Example Council, said` or ` (Lab, Mill Ward)`.

    >>> text = "Mary Smith (Lab), lead member for children at Norchester Council, said"
    >>> found = role_after(text, len("Mary Smith"), len(text))
    >>> found.role.slice(text), found.body.slice(text), found.party
    ('lead member for children', 'Norchester Council', 'Labour')
    """
    party, body = None, None
    inner = _PARENTHESIS.match(text, start, end)
    if inner:
        party = party_of_part(inner["inner"])
        named = _BODY_INSIDE.search(inner["inner"])
        # `(Residents’ Association)` is a party, no council.
        body = None if named and party_in(named["body"]) else _group(named, inner.start("inner"))
        start = inner.end()
    held = _group(_HELD_AT.match(text, start, end), 0)
    if held and not party_in(held.slice(text)):
        body, start = held, held.end
    bare = _inside(inner, body, party) if inner else Role(None, body) if body else None
    if not text.startswith(", ", start, end) or text.startswith(", and ", start, end):
        return bare
    end = min(end, start + REACH)
    cue = CUE.search(text, start + 2, end)
    stop = cue.start() if cue else end
    if _SAYS.match(text, start + 2, stop):
        return bare
    stop = before_others(text, Span(start + 2, stop))
    span = _trimmed(text, start + 2, _apposition_end(text, start + 2, stop, told=bool(cue)))
    role = cut(text, span, exact=True)
    if role is None:
        return bare
    return Role(role.role, role.body or body, party or role.party, role.past, exact=True)


def _inside(inner: re.Match[str], body: Span | None, party: str | None) -> Role | None:
    """Read an office that stands in brackets: `(Lab, Mill Ward, shadow cabinet member for children)`."""
    for part in _PARTS.finditer(inner["inner"]):
        words_ = part[0].split()
        if (
            len(words_) > 1
            and office_start(words_) == 0
            and is_office(part[0])
            and not party_of_part(part[0])
        ):
            start = inner.start("inner") + part.start()
            return Role(Span(start, start + len(part[0])), body, party)
    return Role(None, body, party) if body or party else None


def _group(match: re.Match[str] | None, base: int) -> Span | None:
    """Return the body that a match holds, as a span of the text."""
    return Span(base + match.start("body"), base + match.end("body")) if match else None


def _apposition_end(text: str, start: int, stop: int, *, told: bool) -> int:
    """Find where the phrase after a name ends: at the verb of saying, or at a comma not of the role."""
    if told:
        return stop
    comma = text.find(",", start, stop)
    while comma >= 0 and _FURTHER.match(text, comma):
        comma = text.find(",", comma + 1, stop)
    return comma if comma >= 0 else stop


def _trimmed(text: str, start: int, end: int) -> Span:
    """Take spaces, commas and closing dots off both ends."""
    while end > start and text[end - 1] in " ,.":
        end -= 1
    while start < end and text[start] in " ,":
        start += 1
    return Span(start, end)


def cut(text: str, span: Span, *, exact: bool) -> Role | None:
    """Cut a phrase into the role and the body that it is held in; None where it tells no office."""
    phrase = span.slice(text)
    if not has_head(phrase):
        return None
    spoken = phrase
    lead = _WHO_WAS.match(phrase)
    if lead:
        span = Span(span.start + lead.end(), span.end)
    clause = _VERB_FOLLOWS.search(span.slice(text))
    if clause:
        span = Span(span.start, span.start + clause.start())
    span = _without_rest(text, span)
    phrase = span.slice(text)
    if not has_head(phrase) or phrase.startswith(_CLAUSES):
        return None
    party = party_in(phrase)
    past = _PAST.search(spoken[: len(lead[0]) if lead else 0] + phrase) is not None
    role, body = _split(span, phrase)
    office = _office(text, role)
    if office is None:
        return None
    named = _INITIALS.fullmatch(text, role.start, office.start)
    return Role(office, Span(*named.span("body")) if named and body is None else body, party, past, exact)


def _office(text: str, span: Span) -> Span | None:
    """Return what is left of a phrase without the name of an owner or a body before the office."""
    words_ = list(WORD.finditer(text, span.start, span.end))
    first = office_start([word[0] for word in words_])
    if first is None or not is_office(span.slice(text)):
        return None
    lead = [word[0] for word in words_[:first]]
    body = max((at + 1 for at, word in enumerate(lead) if _OF_A_BODY.match(word)), default=0)
    return Span(words_[body].start(), span.end) if is_nominal(lead) else None


def _without_rest(text: str, span: Span) -> Span:
    """Leave out what stands round a role: "still the leader", "the leader described it as"."""
    before = _BEFORE_ROLE.match(text, span.start, span.end)
    after = _AFTER_ROLE.search(span.slice(text))
    start = before.end() if before else span.start
    return Span(start, max(start, span.start + after.start() if after else span.end))


def _split(span: Span, phrase: str) -> tuple[Span, Span | None]:
    """Part a role from the body that it is held in, if the phrase names one."""
    for link in reversed(list(_LINK.finditer(phrase))):
        role, body = phrase[: link.start()], phrase[link.end() :]
        last = role.rsplit(" ", 1)[-1]
        if link[0].endswith(" of ") and last in _OPENS_A_COUNCIL:
            continue  # `the City of Norchester Council` is one name
        if _WHOLE_BODY.fullmatch(body) and has_head(role) and (last.islower() or last in _ROLE_CAPITALS):
            start = span.start + link.end() + (len("the ") if body.startswith("the ") else 0)
            return Span(span.start, span.start + link.start()), Span(start, span.end)
    owner = _OF_BODY.match(phrase)
    if owner and has_head(owner["role"]) and owner["body"] not in _ROLE_CAPITALS:
        start = span.start + owner.start("role")
        return Span(start, span.end), Span(span.start + owner.start("body"), span.start + owner.end("body"))
    place = _AT_PLACE.match(phrase)
    return (Span(span.start, span.start + place.end("role")) if place else span), None
