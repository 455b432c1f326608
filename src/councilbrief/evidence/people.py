"""People as a text names them: title, name, what they are, where, and of which party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.evidence.reading import VEIL, Reading
from councilbrief.evidence.roles import Role, party_before, role_after, role_before
from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import Span

_WORDS = words("people")
_TITLES = frozenset(_WORDS["titles"])
_NOT_NAMES = frozenset(_WORDS["not_names"])
_OPENERS = frozenset(_WORDS["openers"])
_SAY = any_of(words("speech")["statement"]["words"])

_TOKEN = r"(?:[A-ZÀ-ÞŁŚŻŴŶ]\.|(?:(?:O|D|Mc|Mac|St)[’'.]? ?)?[A-ZÀ-ÞŁŚŻŴŶ][\w]*(?:[’'](?!s\b)[A-Za-z]\w+)?(?:-[A-Za-zÀ-ÿ]\w+)*)"
_RUN = re.compile(rf"(?<![\w{VEIL}]){_TOKEN}(?:\.?(?: {any_of(_WORDS['particles'])}){{0,2}} {_TOKEN})*")
_PIECE = re.compile(rf"{any_of(_WORDS['particles'])}(?= )|{_TOKEN}\.?")
_LOWER_TITLE = re.compile(r"\b(councillors?|cllr|coun|clr) $")
_PLACE_BEFORE = re.compile(
    r"\b(?:for|in|at|from|near|of|representing|around|across|outside|through|into|(?<!ccording )to) $"
)
_POSSESSIVE = re.compile(r"[’']s?\b(?!\w)|[’'](?= )")
# A child or a parent by first name alone, at the head of a sentence: `Zak, who is 15, said`.
_FIRST_NAME = re.compile(rf"([A-Z][a-zà-ÿ]+)(?:, (?=(?:who|aged|\d{{1,2}}|from|a|an)\b)| (?=(?:{_SAY})[:,]))")
_SAID_NAME = re.compile(rf"{VEIL},? (?:{_SAY}) ([A-Z][a-zà-ÿ]+)(?=[.,;]|$)")
_FULL_NAME = 2
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the narrator's text.

    `span` covers title and name, `name` the name alone. `possessive` marks "Smith's",
    which names an owner, not a speaker.
    """

    span: Span
    name: Span
    words: str
    title: str | None
    possessive: bool
    role: Role | None = None
    party: str | None = None

    @property
    def last(self) -> str:
        """Return the surname, in lower case."""
        return self.words.split()[-1].lower()


def people(reading: Reading) -> tuple[Person, ...]:
    """Return every person named outside quotation marks, in order."""
    return tuple(person for sentence in reading.sentences for person in _in_sentence(reading, sentence.span))


def _in_sentence(reading: Reading, within: Span) -> Iterator[Person]:
    """Find the people of a sentence, each with the role stated beside the name."""
    text = reading.narration
    for pattern in (_FIRST_NAME, _SAID_NAME):
        first = pattern.search(text, within.start, within.end)
        if (
            first
            and first[1] not in _NOT_NAMES | _OPENERS
            and (pattern is _SAID_NAME or first.start() == within.start)
        ):
            span = Span(first.start(1), first.end(1))
            yield Person(
                span, span, first[1], None, possessive=False, role=role_after(text, span.end, within.end)
            )
    for match in _RUN.finditer(text, within.start, within.end):
        for span, name, title in _names(text, match, within):
            words_ = text[name.start : name.end]
            possessive = _POSSESSIVE.match(text, name.end) is not None
            role = role_after(text, name.end, within.end) or role_before(text, within.start, span.start)
            party = party_before(text, within.start, span.start) or (role.party if role else None)
            yield Person(span, name, words_, title, possessive, role, party)


def _names(text: str, match: re.Match[str], within: Span) -> Iterator[tuple[Span, Span, str | None]]:
    """Cut a run of capitals into names: a title starts one, a word that is no name ends one."""
    run: list[Span] = []
    title: Span | None = None
    pieces = [Span(m.start(), m.end()) for m in _PIECE.finditer(text, match.start(), match.end())]
    if pieces and pieces[0].start == within.start and text[pieces[0].start : pieces[0].end] in _OPENERS:
        pieces = pieces[1:]
    for piece in [*pieces, None]:
        word = text[piece.start : piece.end].rstrip(".") if piece else ""
        if (
            piece
            and word not in _NOT_NAMES
            and word not in _TITLES
            and not (word.isupper() and len(word) > 2)
        ):  # noqa: PLR2004 - initials such as JP are names
            run.append(piece)
            continue
        yield from _name(text, run, title)
        run = []
        title = piece if piece and word in _TITLES else None


def _name(text: str, run: list[Span], title: Span | None) -> Iterator[tuple[Span, Span, str | None]]:
    """Yield a name if the pieces make one: any with a title, two or more without."""
    while run and text[run[-1].start : run[-1].end].islower():
        run = run[:-1]
    while run and text[run[0].start : run[0].end].islower():
        run = run[1:]
    if not run or len(run) > _LONGEST_NAME:
        return
    name = Span(run[0].start, run[-1].end)
    if title is None:
        lower = _LOWER_TITLE.search(text[max(0, name.start - 14) : name.start])
        if lower:
            title = Span(name.start - len(lower[0]), name.start - 1)
    if title is not None:
        words_ = text[title.start : title.end]
        yield Span(title.start, name.end), name, words_
    elif len(run) >= _FULL_NAME and not _PLACE_BEFORE.search(text[max(0, name.start - 14) : name.start]):
        yield name, name, None
