"""What somebody is: the phrase before or after a name that says so, cut into role, body and party."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import Span

_WORDS = words("people")
_HEADS = frozenset(_WORDS["role_heads"])
_STARTS = frozenset(_WORDS["role_starts"])
_SPEECH = any_of(words("speech")["statement"]["words"])
_SPEECH_WORD = re.compile(_SPEECH)
_TITLES = frozenset(_WORDS["titles"])
_ROLE_CAPITALS = frozenset(_WORDS["not_names"])
_ARTICLES = frozenset({"the", "a", "an"})
_NO_ROLE = frozenset(
    {
        "according",
        "wants",
        "his",
        "her",
        "their",
        "colleague",
        "colleagues",
        "question",
        "after",
        "when",
        "as",
    }
)
_PARTIES = {form: party for party, forms in _WORDS["parties"].items() for form in forms}
_PARTY = re.compile(rf"\b{any_of(_PARTIES)}\b", re.IGNORECASE)

_BODY_END = (
    r"(?:Council|Authority|Trust|Ofsted|OFSTED|Partnership|Board|Company|Committee|University|College|School|Academy|Union|UNISON|Unison"
    r"|NSPCC|Barnardo[’']s|First|Together|Society|Association|Foundation|Charity|Network|Commission|Department for Education)"
)
_BODY = rf"(?:the )?(?:[A-Z][\w’'&.-]*|of|and|for|&|the) ?(?:(?:[A-Z][\w’'&.-]*|of|and|for|&|the) ){{0,6}}?{_BODY_END}"
_LINK = re.compile(r",? (?:at|for|with|of|from|on) ")
_WHOLE_BODY = re.compile(_BODY + r"|Ofsted|OFSTED|[A-Z]{3,8}")
_AT_PLACE = re.compile(r"^(?P<role>.{3,120}?) at (?P<place>[A-Z]\w+(?: [A-Z]\w+){0,3})$")
_OF_BODY = re.compile(
    rf"^(?:the )?(?P<body>(?:[A-Z][\w’'&.-]*(?: (?:and|of|&) | ))*?{_BODY_END}|[A-Z]\w+(?: [A-Z]\w+){{0,4}})[’']s? (?P<role>.+)$"
)
_PARENTHESIS = re.compile(r" \((?P<inner>[^()]{2,60})\)")
_CUE = re.compile(rf",? (?:also |then |has |had |have |later |who )*(?:{_SPEECH})\b|[:;¤—]| – |\n")
_WHO_WAS = re.compile(
    r"^who (?:is|was|has been|had been|served as|became|holds|leads|chairs|heads|runs|sits on) (?:the |a |an )?|^(?:now|currently|then|a |an |the )(?:the )?"
)
_PAST = re.compile(r"\b(?:was|were|had been|served as|former|ex-|then)\b|^ex ", re.IGNORECASE)
_VERB_FOLLOWS = re.compile(
    r"(?:,? (?:who|which|whose|and who) |, (?:was|were|is|are|did|does|has|had|can|could|will|would|\w+ed|wants|spoke|told|said)\b)"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_GRAMMAR = frozenset({"of", "for", "in", "at", "on", "the", "and", "&", "on"})
_CLAUSE = re.compile(r"[,;:–—(]\s|\b(?:and|but|that|while|with|by|said|says|to)\s(?=(?:the )?[A-Za-z])")
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'&/-]*")
_LONGEST = 16
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
    """Read `, lead member for children at Example Council, said` or ` (Lab, Mill Ward)`."""
    party = None
    inner = _PARENTHESIS.match(text, start, end)
    if inner:
        party = party_in(inner["inner"])
        start = inner.end()
    if not text.startswith(", ", start):
        return Role(None, party=party) if party else None
    cue = _CUE.search(text, start + 2, end)
    stop = cue.start() if cue else end
    span = _trimmed(text, start + 2, _apposition_end(text, start + 2, stop, told=bool(cue)))
    role = _cut(text, span, exact=True)
    if role is None:
        return Role(None, party=party) if party else None
    return Role(role.role, role.body, party or role.party, role.past, exact=True)


def party_before(text: str, start: int, end: int) -> str | None:
    """Read the party in `Conservative councillor ` before a name; the title is part of `end`."""
    word = text[start:end].rstrip().rsplit(" ", 2)[-2:]
    return party_in(" ".join(word)) if word and _CAPITAL.match(word[-1]) else None


def role_before(text: str, start: int, end: int) -> Role | None:
    """Read `Council leader ` or `Ofsted’s national director, ` before a name."""
    lead = text[start:end].rstrip()
    comma = lead.endswith(",")
    lead = lead.rstrip(",")
    breaks = [match.end() for match in _CLAUSE.finditer(lead)]
    for at in [0, *breaks] if comma else [*reversed(breaks), 0]:
        words_ = [match for match in _WORD.finditer(lead, at)]
        if not words_ or len(words_) > _LONGEST:
            continue
        found = _phrase(text, start, lead, words_)
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
        starts = (
            w.start() for w in words_ if w[0].lower() in _STARTS | _HEADS and w[0].lower() not in _ARTICLES
        )
        begin = next(starts, None)
    if begin is None or not _has_head(lead[begin:]):
        return None
    return _cut(text, Span(base + begin, base + len(lead)), exact=False)


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


def party_in(phrase: str) -> str | None:
    """Return the party that a phrase names, by its usual name."""
    match = _PARTY.search(phrase)
    return _PARTIES[match[0].lower().replace("'", "’")] if match else None


def _apposition_end(text: str, start: int, stop: int, *, told: bool) -> int:
    """Find where the phrase after a name ends: at the verb of saying, or at a comma that is not of the role."""
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
    phrase = span.slice(text)
    if not _has_head(phrase) or phrase.startswith("who "):
        return None
    party = party_in(phrase)
    past = _PAST.search(spoken[: len(lead[0]) if lead else 0] + phrase) is not None
    role, body = _split(span, phrase)
    return Role(role, body, party, past, exact)


def _split(span: Span, phrase: str) -> tuple[Span, Span | None]:
    """Part a role from the body that it is held in, if the phrase names one."""
    for link in reversed(list(_LINK.finditer(phrase))):
        role, body = phrase[: link.start()], phrase[link.end() :]
        last = role.rsplit(" ", 1)[-1]
        if _WHOLE_BODY.fullmatch(body) and _has_head(role) and (last.islower() or last in _ROLE_CAPITALS):
            start = span.start + link.end()
            return Span(span.start, span.start + link.start()), Span(start, span.end)
    owner = _OF_BODY.match(phrase)
    if owner and _has_head(owner["role"]) and owner["body"] not in _ROLE_CAPITALS:
        start = span.start + owner.start("role")
        return Span(start, span.end), Span(span.start + owner.start("body"), span.start + owner.end("body"))
    place = _AT_PLACE.match(phrase)
    return (Span(span.start, span.start + place.end("role")) if place else span), None
