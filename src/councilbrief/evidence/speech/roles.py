"""What somebody is: the phrase before or after a name that says so, cut into role, body and party."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.evidence.councils.names import OPENINGS
from councilbrief.evidence.speech.other_people import before_others
from councilbrief.evidence.speech.parties import party_in, party_of_part
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import Span

_HEADS = frozenset(phrases("people", "role_heads"))
_ARTICLES = frozenset({"the", "a", "an"})
_OPENING = (frozenset(phrases("people", "role_starts")) | _HEADS) - _ARTICLES
_SPEECH = either("speech", "statement")
_SPEECH_WORD = re.compile(_SPEECH)
_TITLES = frozenset(phrases("people", "titles"))
_ROLE_CAPITALS = frozenset(phrases("people", "not_names"))
_NO_ROLE = frozenset(phrases("people", "no_role"))
_BODY_END = either("people", "body_ends")
_CAPITALISED = r"[A-Z][\w’'&.-]*"
_BODY_WORD = rf"(?:{_CAPITALISED}|of|and|for|&|the)"
# `the London Borough of Norchester`
_BOROUGH = rf"(?:the )?(?:[A-Z]\w+ )*(?:Borough|City) of {_CAPITALISED}(?: (?:and |upon )?{_CAPITALISED})*"
# `Achieving for Children Trust`, `NSPCC`
_WHOLE_BODY = re.compile(
    rf"(?:the )?{_BODY_WORD} ?(?:{_BODY_WORD} ){{0,6}}?{_BODY_END}|{_BOROUGH}|Ofsted|OFSTED|[A-Z]{{3,8}}"
)
_LINK = re.compile(r",? (?:at|for|with|of|from|on) ")
# `team manager at Norchester`
_AT_PLACE = re.compile(r"^(?P<role>.{3,120}?) at (?P<place>[A-Z]\w+(?: [A-Z]\w+){0,3})$")
# `Example Council’s lead member for children`
_OF_BODY = re.compile(
    rf"^(?:the )?(?P<body>(?:{_CAPITALISED}(?: (?:and|of|&) | ))*?{_BODY_END}|[A-Z]\w+(?: [A-Z]\w+){{0,4}})"
    r"[’']s? (?P<role>.+)$"
)
# ` of Norchester Council`, `, from neighbouring Norchester Borough Council,`
_HELD_AT = re.compile(
    rf",? (?:of|from|at) (?:the )?(?:neighbouring |nearby )?(?P<body>{_CAPITALISED}"
    rf"(?: {_BODY_WORD}){{0,6}}? {_BODY_END})\b"
)
# `(Lab, Norchester Council)`
_BODY_INSIDE = re.compile(
    rf"(?:^|[,;/–-] ?)(?P<body>{_CAPITALISED}(?: {_BODY_WORD}){{0,6}}? {_BODY_END})(?=$|[,;])"
)
# `Norchester City Council leader`
_COUNCIL_ROLE = re.compile(
    rf"\b(?!(?:{any_of(phrases('people', 'openers'))}) )"
    r"(?P<body>[A-Z][\w’'-]*(?: (?:and|of|upon|with|[A-Z][\w’'-]*)){0,6}? Council)"
    r" (?P<role>[a-z][^,;:]{2,80})$"
)
# `City`, after which `of Norchester Council` goes on with a name
_OPENS_A_COUNCIL = frozenset(opening[-2].title() for opening in OPENINGS if opening[-1] == "of")
_PARENTHESIS = re.compile(r" \((?P<inner>[^()]{2,60})\)")
_CUE = re.compile(rf",? (?:also |then |has |had |have |later |who )*(?:{_SPEECH})\b|[:;¤—]| – |\n")
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
    r"(?:(?:[Hh]ere[’']s|[Aa]nd|to be|still|our|its|their|the|(?:council|trust|company|board|town)[’']s) )+"
)
# ` described it as`, `, and`: the sentence goes on
_AFTER_ROLE = re.compile(r",? and$| (?:described|referred|called|named|quoted|mentioned)\b.*$")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_GRAMMAR = frozenset({"of", "for", "in", "at", "on", "the", "and", "&"})
_CLAUSE = re.compile(r"[,;:–—(]\s|\b(?:and|but|that|while|with|by|said|says|to)\s(?=(?:the )?[A-Za-z])")
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'&/-]*")
_LONGEST = 16
"""Words of a role; a longer phrase before a name is a clause."""

_REACH = 400
"""Characters on either side of a name in which its role can stand."""

_FURTHER = re.compile(r", (?=[A-Z])|, (?=and [A-Za-z])")


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
    bare = Role(None, body, party) if party or body else None
    if not text.startswith(", ", start, end):
        return bare
    end = min(end, start + _REACH)
    cue = _CUE.search(text, start + 2, end)
    stop = cue.start() if cue else end
    stop = before_others(text, Span(start + 2, stop))
    span = _trimmed(text, start + 2, _apposition_end(text, start + 2, stop, told=bool(cue)))
    role = _cut(text, span, exact=True)
    if role is None:
        return bare
    return Role(role.role, role.body or body, party or role.party, role.past, exact=True)


def _group(match: re.Match[str] | None, base: int) -> Span | None:
    """Return the body that a match holds, as a span of the text."""
    return Span(base + match.start("body"), base + match.end("body")) if match else None


def role_before(text: str, start: int, end: int) -> Role | None:
    """Read `Council leader ` or `Ofsted’s national director, ` before a name.

    >>> text = "The watchdog’s national director, Mary Smith"
    >>> role_before(text, 0, text.index("Mary")).role.slice(text)
    'national director'
    """
    begin = max(start, end - _REACH)
    lead = text[begin:end].rstrip()
    comma = lead.endswith(",")
    lead = lead.rstrip(",")
    whole = [0] if begin == start else []
    breaks = [match.end() for match in _CLAUSE.finditer(lead)]
    for at in [*whole, *breaks] if comma else [*reversed(breaks), *whole]:
        words_ = list(_WORD.finditer(lead, at))
        if not words_ or len(words_) > _LONGEST:
            continue
        found = _phrase(text, begin, lead, words_)
        if found is not None:
            return found
    return None


def _phrase(text: str, base: int, lead: str, words_: list[re.Match[str]]) -> Role | None:
    """Read the longest run of words up to the name that holds nothing but a role and its body."""
    words_ = words_[_after_strangers(words_) :]
    if not words_:
        return None
    owner = _OF_BODY.match(lead[words_[0].start() :])
    begin = words_[0].start() if owner and _has_head(owner["role"]) else None
    if begin is None:
        begin = next((word.start() for word in words_ if word[0].lower() in _OPENING), None)
    if begin is None or not _has_head(lead[begin:]):
        return None
    council = _council_role(text, base, lead)
    return council or _cut(text, Span(base + begin, base + len(lead)), exact=False)


def _council_role(text: str, base: int, lead: str) -> Role | None:
    """Part `Norchester City Council leader` into the council and what somebody is there."""
    match = _COUNCIL_ROLE.search(lead)
    if match is None or not _has_head(match["role"]) or _ROLE_CAPITALS.issuperset(match["body"].split()):
        return None
    role = _cut(text, Span(base + match.start("role"), base + len(lead)), exact=False)
    return Role(role.role, _group(match, base), role.party, role.past) if role else None


def _after_strangers(words_: list[re.Match[str]]) -> int:
    """Return the first word after the last one that no role holds: another name, a title, a verb."""
    begin = 0
    for number, word in enumerate(words_):
        plain = word[0]
        before = words_[number - 1][0].lower() if number else "the"
        named = _CAPITAL.match(plain) and plain not in _ROLE_CAPITALS and before not in _GRAMMAR
        owner = plain.endswith(("’s", "'s", "s’", "s'"))
        if (
            plain in _TITLES
            or plain.lower() in _NO_ROLE
            or _SPEECH_WORD.fullmatch(plain)
            or (named and not owner)
        ):
            begin = number + 1
    return begin


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


def _has_head(phrase: str) -> bool:
    """Say whether a phrase holds a word for what people are."""
    return any(word[0].lower() in _HEADS for word in _WORD.finditer(phrase))


def _cut(text: str, span: Span, *, exact: bool) -> Role | None:
    """Cut a phrase into the role and the body that it is held in."""
    phrase = span.slice(text)
    if not _has_head(phrase):
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
    if not _has_head(phrase) or phrase.startswith(("who ", "whom ", "whose ", "which ")):
        return None
    party = party_in(phrase)
    past = _PAST.search(spoken[: len(lead[0]) if lead else 0] + phrase) is not None
    role, body = _split(span, phrase)
    return Role(role, body, party, past, exact)


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
        if _WHOLE_BODY.fullmatch(body) and _has_head(role) and (last.islower() or last in _ROLE_CAPITALS):
            start = span.start + link.end() + (len("the ") if body.startswith("the ") else 0)
            return Span(span.start, span.start + link.start()), Span(start, span.end)
    owner = _OF_BODY.match(phrase)
    if owner and _has_head(owner["role"]) and owner["body"] not in _ROLE_CAPITALS:
        start = span.start + owner.start("role")
        return Span(start, span.end), Span(span.start + owner.start("body"), span.start + owner.end("body"))
    place = _AT_PLACE.match(phrase)
    return (Span(span.start, span.start + place.end("role")) if place else span), None
