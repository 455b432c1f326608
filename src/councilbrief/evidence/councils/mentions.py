"""Councils named in running text, told from people, streets, papers and clubs of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from councilbrief.evidence.councils.lines import Line
from councilbrief.evidence.councils.names import KINDS, OPENINGS, SMALL, plain, without_kind, without_opening
from councilbrief.evidence.councils.register import Council, Register
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.words import words
from councilbrief.provenance import Span


def _group(name: str) -> frozenset[str]:
    return frozenset(words("councils")[name]["words"])


COMPASS = _group("compass")
OTHER_TIERS = _group("other_tiers")
TITLES = _group("titles")
NEIGHBOURS = _group("neighbours")
NAMED_AFTER = _group("named_after")
ROLES = frozenset(tuple(role.split()) for role in _group("roles_of"))
NO_COUNCIL = _group("no_council") | NEIGHBOURS | OTHER_TIERS | TITLES | KINDS
COUNCIL = frozenset(["bc", "cc", "corporation", "council", "lbc", "mbc", "mdc"])

_WITHIN = re.compile(r"[ \u00a0]?[-\u2010\u2011,.]?[ \u00a0]?")
_SPACE = re.compile(r"[ \u00a0]+")
_SPACE_OR_STOP = re.compile(r"\.?[ \u00a0]+")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_INITIAL = re.compile(r"\.[ \u00a0]+")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"[A-Z](?<![^\W_].)[^\W_]*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A council named in a text.

    `form` is the words as they stand, `text[span]`. `strong` says that they name the
    council itself ("Camden Council", "the London Borough of Camden"), not just the place.
    `councils` are those that the words may mean: almost always one.
    """

    span: Span
    councils: tuple[Council, ...]
    form: str
    strong: bool

    @property
    def council(self) -> Council | None:
        """Return the council, None where several remain possible."""
        return self.councils[0] if len(self.councils) == 1 else None

    def moved(self, by: int) -> Mention:
        """Return it at its place in a text, of which a part begins so far on."""
        return Mention(Span(self.span.start + by, self.span.end + by), self.councils, self.form, self.strong)


class _Names:
    """Every form by which a text may name a council, and its beginnings, for a walk word by word."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.whole = set(_forms(register))
        self.begun = {name[:n] for name in self.whole for n in range(1, len(name) + 1)}
        self.first = {name[0] for name in self.whole}

    def longest(self, line: Line, at: int) -> int:
        """Return how many words from `at` on make the longest name, 0 for none."""
        name: tuple[str, ...] = ()
        found = 0
        for index in range(at, len(line.words)):
            word = line.words[index]
            if index > at and not line.joined(index - 1, index, _WITHIN):
                break
            name = (*name, word.plain)
            if name not in self.begun or not (word.capital or word.plain in SMALL):
                break
            if name in self.whole:
                found = len(name)
        return found


def _forms(register: Register) -> Iterator[tuple[str, ...]]:
    for council in register.councils:
        for name in (council.short, *council.names):
            yield plain(name)
            yield from _usual_beginnings(plain(name))


def _usual_beginnings(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the beginnings that people use: "Bath" and "Cheshire West", but not "North East" or "Tower"."""
    for length in range(1, len(name)):
        part, following = name[:length], name[length]
        usable = (following in SMALL and len(part[0]) > 1) if length == 1 else part[-1] not in SMALL
        if usable and not (COMPASS | KINDS | SMALL).issuperset(part):
            yield part


@cache
def _names(register: Register) -> _Names:
    return _Names(register)


@lru_cache(maxsize=64)  # a text is read twice: as it is, and as the narrator tells it
def _in_words(line: str, register: Register) -> tuple[Mention, ...]:
    """Find the councils named in one line, by their places in it."""
    return tuple(_in_line(Line(line, 0, len(line)), _names(register)))


def mentions(text: str, register: Register) -> tuple[Mention, ...]:
    """Find every council named in a text, in order, the longest name first.

    A bare place counts only where nothing shows that it is part of another name: not in
    "Cllr York", "Devon Smith", "Surrey Street", "North Devon Council" or "@Camden". The
    time it takes grows with the text's length and no faster.
    """
    names = _names(register)
    found: list[Mention] = []
    end = -1
    for match in _CAPITALISED.finditer(text):
        if match.start() > end and match[0].casefold() in names.first:
            start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            end = len(text) if end < 0 else end
            found += (mention.moved(start) for mention in _in_words(text[start:end], register))
    return tuple(_settled(text, found))


def _settled(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions; "Kingston" means the council whose usual name it begins only where that is said.

    It does where it names that council in full, or speaks of the place as of a council
    ("Kingston’s services", "Kingston Council"), and names none of the others.
    """
    named = {mention.council.gss for mention in found if mention.council}
    spoken = {
        _place(mention.form)
        for mention in found
        if not mention.council and (mention.strong or _POSSESSIVE.match(text, mention.span.end))
    }
    for mention in found:
        if mention.council:
            yield mention
            continue
        place = _place(mention.form)
        usual = tuple(c for c in mention.councils if plain(c.short)[: len(place)] == place)
        others = {c.gss for c in mention.councils} - {c.gss for c in usual}
        said = place in spoken or not named.isdisjoint(c.gss for c in usual)
        yield replace(mention, councils=usual) if usual and said and named.isdisjoint(others) else mention


def _place(form: str) -> tuple[str, ...]:
    """Return the words of a form that name the place."""
    return without_kind(without_opening(plain(form)))


def _in_line(line: Line, names: _Names) -> Iterator[Mention]:
    at = 0
    while at < len(line.words):
        length = names.longest(line, at) if line.words[at].capital else 0
        if not length:
            at += 1
            continue
        first, strong_before = _opened(line, at)
        after, strong_after = _kind(line, at + length)
        # the register knows some councils by their full name
        strong = strong_before or strong_after or line.words[at + length - 1].plain in COUNCIL
        if not _another(line, first, after, strong=strong):
            yield _mention(line, (first, after), (at, at + length), names, strong=strong)
        at = after


def _mention(
    line: Line, whole: tuple[int, int], core: tuple[int, int], names: _Names, *, strong: bool
) -> Mention:
    span = Span(line.words[whole[0]].start, line.words[whole[1] - 1].end)
    form = span.slice(line.text)
    place = line.text[line.words[core[0]].start : line.words[core[1] - 1].end]
    councils = names.register.candidates(form) or names.register.candidates(place)
    return Mention(span, councils, form, strong or _of_role(line, core[0]))


def _opened(line: Line, at: int) -> tuple[int, bool]:
    """Take in "London Borough of" before a name; say where it begins and if it names a council."""
    last = line.words[at - 1].plain if at else ""
    for opening in OPENINGS:
        first = at - len(opening)
        if opening[-1] != last or first < 0 or tuple(word.plain for word in line.words[first:at]) != opening:
            continue
        if line.words[first].capital and all(line.joined(n, n + 1, _SPACE) for n in range(first, at)):
            return first, "borough" in opening or "council" in opening
    return at, False


def _kind(line: Line, after: int) -> tuple[int, bool]:
    """Take in "County Council" behind a name; say where it ends and if it names a council."""
    end = after
    here = after
    while line.joined(here - 1, here, _SPACE) and line.words[here].plain in KINDS:
        previous = line.words[here - 1].plain
        here += 1
        word = line.words[here - 1].plain
        if word in COUNCIL or (word == "authority" and previous == "unitary"):
            end = here
    # `Kent and Surrey County Councils`
    if here > after and line.joined(here - 1, here, _SPACE) and line.words[here].plain == "councils":
        end = here + 1
    return end, end > after


def _another(line: Line, first: int, after: int, *, strong: bool) -> bool:
    """Say whether the words are part of another name."""
    if _addressed(line, first, after) or _neighbour_is(COMPASS, line, first - 1, first):
        return True
    if strong:
        return False
    if _of_person(line, first) or line.masthead or _follows(OTHER_TIERS | NAMED_AFTER, line, after):
        return True
    hyphened = line.joined(after - 1, after, _HYPHEN) and line.words[after].capital
    if line.joined(first - 1, first, _HYPHEN) or hyphened:
        return True
    if line.heading or _of_role(line, first):
        return False
    return _foreign(line, first - 1, first) or _foreign(line, after, after - 1)


def _of_person(line: Line, first: int) -> bool:
    """Say whether a title or an initial makes a surname of a place: "Mr Kent", "K. Bury"."""
    initial = line.joined(first - 1, first, _INITIAL) and len(line.words[first - 1].plain) == 1
    return initial or _neighbour_is(TITLES, line, first - 1, first, _SPACE_OR_STOP)


def _of_role(line: Line, first: int) -> bool:
    """Say whether a place stands behind what only a council has: "the Mayor of Newham Jane Smith"."""
    return any(
        first >= len(role)
        and tuple(word.plain for word in line.words[first - len(role) : first]) == role
        and line.joined(first - 1, first, _SPACE)
        for role in ROLES
    )


def _addressed(line: Line, first: int, after: int) -> bool:
    """Say whether it stands in a web address, a mail address or a handle."""
    start, end = line.words[first].start, line.words[after - 1].end
    before, behind = line.text[max(start - 1, 0) : start], line.text[end : end + 2]
    return (
        before in {"@", "#", "/", "_", "."}
        or behind[:1] in {"@", "_"}
        or (behind[:1] == "." and behind[1:].isalnum())
    )


def _neighbour_is(
    group: frozenset[str], line: Line, left: int, right: int, gap: re.Pattern[str] = _SPACE
) -> bool:
    return line.joined(left, right, gap) and line.words[left].capital and line.words[left].plain in group


def _follows(group: frozenset[str], line: Line, after: int) -> bool:
    if not line.joined(after - 1, after, _SPACE):
        return False
    return line.words[after].capital and line.words[after].plain in group


def _foreign(line: Line, beside: int, edge: int) -> bool:
    """Say whether a capitalised word beside a bare place makes a longer name of it."""
    if not line.joined(min(beside, edge), max(beside, edge), _SPACE):
        return False
    word = line.words[beside]
    return word.capital and word.plain not in NEIGHBOURS


# The words before "Council" that make no council of the register's kind.
_STRANGER = re.compile(
    r"(?P<place>[A-Z](?<!\w.)[\w\u2019'-]{2,40}(?: (?:and|of|upon|with|[A-Z][\w-]{2,40})){0,3}?)"
    r" (?:(?:County|City|Borough|District|Metropolitan|Unitary) ){0,3}Council\b"
)


def strangers(text: str, known: Iterable[Mention]) -> tuple[tuple[Span, str], ...]:
    """Find councils that are in no register: the span of each and the place that it names.

    "Barsetshire County Council" gives `Barsetshire`; "Children in Care Council" gives nothing.
    """
    taken = Coverage(mention.span for mention in known)
    found = []
    for match in _STRANGER.finditer(text):
        place = plain(match["place"])
        whole = Span(match.start(), match.end())
        if not taken.meets(whole) and NO_COUNCIL.isdisjoint((place[0], place[-1])):
            found.append((whole, match["place"]))
    return tuple(found)
