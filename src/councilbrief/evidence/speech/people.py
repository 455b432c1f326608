"""People as a text names them: title, name, what they are, where, and of which party."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from councilbrief.documents.document import Shape
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.speech.descriptions import describe
from councilbrief.evidence.speech.parties import party_before
from councilbrief.evidence.speech.roles import Role, role_after
from councilbrief.evidence.speech.surnames import bare_surnames, surnames
from councilbrief.evidence.texts.reading import VEIL, Reading
from councilbrief.evidence.words import either, phrases
from councilbrief.provenance import Span

_TITLES = frozenset(phrases("people", "titles"))
_RANKS = frozenset(phrases("people", "ranks"))
_NOT_NAMES = frozenset(phrases("people", "not_names"))
_MONTH_NAMES = frozenset(phrases("people", "month_names"))
_DATES_FOLLOW = re.compile(rf"(?:\d|\b{either('people', 'dates_follow')}) $", re.IGNORECASE)
_ROLES = frozenset(phrases("people", "role_heads"))
_NO_CHILD = _NOT_NAMES | frozenset(phrases("people", "openers"))
_OPENERS = frozenset(phrases("people", "openers"))
_SAY = either("speech", "statement")

_CAPITAL = "[A-ZÀ-ÞŁŚŻŴŶ]"
_INITIAL = rf"{_CAPITAL}\."
# `Smith-Jones`, `O’Brien`, `McArthur`, `St Ann’s-Doyle`; the `’s` of an owner stays outside.
_SURNAME = (
    rf"(?:(?:O|D|Mc|Mac|St)[’'.]? ?|[a-z]{{1,2}}(?=[A-ZÀ-Þ][a-z]))?{_CAPITAL}[\w]*"
    r"(?:[’'](?!s\b)[A-Za-z]\w+|[’']s(?=-))?(?:-(?!(?:owned|run|led|based|backed)\b)[A-Za-zÀ-ÿ]\w+)*"
)
_NAME = rf"(?:{_INITIAL}|{_SURNAME})"
_PARTICLE = either("people", "particles")
# `Cllr Mary Ann van der Velde`
_RUN = re.compile(rf"(?<![\w{VEIL}]){_NAME}(?:\.?(?: {_PARTICLE}){{0,2}} {_NAME})*")
# ` of Norbury`, behind a peer's name
_PEERS = frozenset({"Lord", "Lady", "Baroness", "Baron"})
_OF_PLACE = re.compile(rf" of {_CAPITAL}[\w’-]*(?: {_CAPITAL}[\w’-]*)?")
_PIECE = re.compile(rf"{_PARTICLE}(?= )|{_NAME}\.?")
_LOWER_TITLES = tuple(f"{title} " for title in ("councillor", "councillors", "cllr", "coun", "clr"))
_LOWER_TITLE = re.compile(rf"\b({'|'.join(title.strip() for title in _LOWER_TITLES)}) $")
_PLACE_BEFORE = re.compile(rf"\b(?:{either('people', 'places_follow')}|(?<!ccording )to) $")
_SPOKEN_BY = re.compile(rf"\b(?:{either('speech', 'utterances')} of|{either('speech', 'sent')} from) $")
_POSSESSIVE = re.compile(r"[’']s?\b(?!\w)|[’'](?= )")
# A child or a parent by first name alone, at the head of a sentence: `Zak, who is 15, said`.
_FIRST_NAME = re.compile(
    r"([A-Z][a-zà-ÿ]+)(?:, (?=(?:who|whose|aged|\d{1,2}|from|a|an|now|himself|herself)\b)"
    rf"| (?=(?:{_SAY})[:,]))"
)
# `care leaver Shanice, 19,`
_AGED_NAME = re.compile(r"([A-Z](?<!\w.)[a-zà-ÿ]+), (?:aged )?\d{1,2}(?=[,.])")
# `His wife, Gina,`, `her brother Sylvester said`
_RELATIVE = re.compile(
    rf"\b(?i:{either('people', 'relatives')}),? ([A-Z][a-zà-ÿ]+)(?=[,.]| (?:{_SAY})\b|[’']s\b)"
)
_AFTER_PREPOSITION = re.compile(rf"\b(?:{either('people', 'places_follow')}|to|with|by|against|about|on) $")
_SAID_NAME = re.compile(rf"{VEIL},? (?:{_SAY}) ([A-Z][a-zà-ÿ]+)(?=[.,;\n]|$)")
# `“…,” Oakapple said`, `At the rally, Oakapple said`: of whom the text gives no more than that
_NAME_SAID = re.compile(rf"(?:{VEIL},?|,|\b(?:and|but|that|when|as)) ([A-Z][\w’-]+) (?:{_SAY})\b")
# `Mary said that `, of a Mary who is named in full elsewhere
_FIRST_SAYS = re.compile(rf"([A-Z][a-zà-ÿ]+) (?:{either('speech', 'adverbs')} )?(?:{_SAY})\b")
_TWO_CAPITALS = re.compile(r"\b([A-Z][a-zà-ÿ]+) (?=([A-Z][\w’'-]{0,40}))")
_BRINGS_IN = (_AGED_NAME, _RELATIVE)
_ALONE = (_SAID_NAME, _NAME_SAID, *_BRINGS_IN)
# `S` in `HayesSport`
_GLUED = re.compile(r"(?<=[a-zà-ÿ])[A-Z]")
# ` Group` behind `Norbury Green`
_PARTY_FOLLOWS = re.compile(r" (?:Group|Party)\b")
_BREAKS_OFF = re.compile(r" ?<|&\w")
_FULL_NAME = 2
_LONGEST_NAME = 4
_LONGEST_INITIALS = 2
"""Letters: `JP Smith` is a person, `NSPCC` is none."""

_REACH = 120
"""Characters after a name in which what somebody is begins."""

_BEFORE = 14
"""Characters before a name that can hold a title in lower case, or what makes a place of it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the narrator's text.

    `span` covers title and name, `name` the name alone. `possessive` marks "Smith's",
    which names an owner, not a speaker. `new` marks a first name that can't be that of a name
    given in full: the text brings it in ("Zak, who is 15"), or several people share it.
    """

    span: Span
    name: Span
    words: str
    title: str | None
    possessive: bool
    role: Role | None = None
    party: str | None = None
    new: bool = False

    @property
    def last(self) -> str:
        """Return the surname, in lower case."""
        return self.words.split()[-1].lower()


def people(reading: Reading) -> tuple[Person, ...]:
    """Return every person named outside quotation marks, in order."""
    named = [person for sentence in reading.sentences for person in _in_sentence(reading, sentence.span)]
    named = [*_by_first_name(reading, {p.words.split()[0] for p in named if " " in p.words}), *named]
    councils = Coverage(mention.span for mention in reading.councils)
    named = [person for person in named if person.title or not councils.holds(person.span)]
    named = _without_headlines(reading, named)
    known = {person.words for person in named}
    named = [person for person in named if not _runs_on(person.words, known)]
    again = _by_surname(reading, named)
    return tuple(sorted([*named, *again], key=lambda person: person.span.start))


def _runs_on(name: str, known: Collection[str]) -> bool:
    """Say whether a page has run a known name into its next word: `Mary SmithFostering`."""
    return any(name[: glued.start()] in known for glued in _GLUED.finditer(name))


def _without_headlines(reading: Reading, named: list[Person]) -> list[Person]:
    """Leave out capitals of headings that are nobody's name in the story: `Exclusive: Record Rates Rise`."""
    headings = Coverage(p.span for p in reading.paragraphs if p.shape is Shape.HEADING and not p.glyph)
    story = {person.words for person in named if not headings.meets(person.span)}
    return [
        p for p in named if p.title or p.words in story or not headings.meets(p.span) or _is_alone(reading, p)
    ]


def _is_alone(reading: Reading, person: Person) -> bool:
    """Say whether a line names somebody and what they are, or names them beside a quotation, and no more."""
    line = reading.document.paragraph_at(person.span.start).span
    behind = reading.narration[person.span.end : line.end][:1]
    quoted = (
        not behind
        and VEIL
        in reading.narration[max(line.start - 2, 0) : line.start]
        + (reading.narration[line.end + 1 : line.end + 2])
    )
    return line.start == person.span.start and (behind == "," or quoted)


def _by_surname(reading: Reading, named: list[Person]) -> Iterator[Person]:
    """Find those whom the text calls by the surname alone, having named them in full elsewhere."""
    text = reading.narration
    known = surnames(person.words for person in named)
    known |= {person.words for person in named if person.title is None and " " not in person.words}
    taken = Coverage(person.span for person in named)
    starts = frozenset(sentence.span.start for sentence in reading.sentences)
    for span in bare_surnames(text, known, taken, starts):
        within = reading.sentence_at(span.start).span
        hangs = _AFTER_PREPOSITION.search(text[max(0, span.start - _BEFORE) : span.start])
        role = role_after(text, span.end, within.end) if hangs else describe(text, within, span, span)
        possessive = _POSSESSIVE.match(text, span.end) is not None
        yield Person(span, span, span.slice(text), None, possessive, role, role.party if role else None)


def _in_sentence(reading: Reading, within: Span) -> Iterator[Person]:
    """Find the people of a sentence, each with the role stated beside the name."""
    text = reading.narration
    for match in _RUN.finditer(text, within.start, within.end):
        if " " not in match[0] and not text.endswith(_LOWER_TITLES, 0, match.start()):
            continue  # one capitalised word, as opens every sentence
        for span, name, title in _names(text, match, within):
            words_ = text[name.start : name.end]
            possessive = _POSSESSIVE.match(text, name.end) is not None
            role = describe(text, within, span, name)
            party = party_before(text, within.start, span.start) or (role.party if role else None)
            yield Person(span, name, words_, title, possessive, role, party)


def _by_first_name(reading: Reading, firsts: Collection[str]) -> Iterator[Person]:
    """Find those called by one name alone: at the head of a sentence, beside `said`, before an age.

    `firsts` are the first names of those whom the text names in full.
    """
    text = reading.narration
    opening = (_FIRST_NAME.match(text, one.span.start, one.span.end) for one in reading.sentences)
    found = [match for match in opening if match]
    says = (_FIRST_SAYS.match(text, one.span.start, one.span.end) for one in reading.sentences)
    found += [match for match in says if match and match[1] in firsts]
    found += [match for pattern in _ALONE for match in pattern.finditer(text)]
    shared = _shared(text) if found else frozenset()
    new = {
        match.start(1)
        for match in found
        if match.re in _BRINGS_IN or match[0].endswith(", ") or match[1] in shared
    }
    for span in sorted({Span(*match.span(1)) for match in found if match[1] not in _NO_CHILD}):
        role = describe(text, reading.sentence_at(span.start).span, span, span)
        yield Person(span, span, span.slice(text), None, possessive=False, role=role, new=span.start in new)


def _shared(text: str) -> frozenset[str]:
    """Return the first names that stand before more than one surname, be it one that is no name elsewhere."""
    after: dict[str, set[str]] = defaultdict(set)
    for match in _TWO_CAPITALS.finditer(text):
        after[match[1]].add(match[2])
    several = ([s for s in surnames_ if not _runs_on(s, surnames_)] for surnames_ in after.values())
    return frozenset(first for first, last in zip(after, several, strict=True) if len(last) > 1)


def _names(text: str, match: re.Match[str], within: Span) -> Iterator[tuple[Span, Span, str | None]]:
    """Cut a run of capitals into names: a title starts one, a word that is no name ends one."""
    run: list[Span] = []
    title: Span | None = None
    pieces = [Span(m.start(), m.end()) for m in _PIECE.finditer(text, match.start(), match.end())]
    month = pieces[0] if len(pieces) > 1 and _is_a_month_name(text, pieces[0]) else None
    if pieces and _opens(text, pieces, within):
        pieces = pieces[1:]
    for number, piece in enumerate([*pieces, None]):
        word = text[piece.start : piece.end].rstrip(".") if piece else ""
        if piece and (_in_a_name(word) or piece == month):
            run.append(piece)
            continue
        yield from _name(text, run, title)
        title = _with_rank(text, pieces[:number], piece) if piece and word in _TITLES else None
        run = []


def _with_rank(text: str, before: list[Span], title: Span) -> Span:
    """Return a title with the rank before it: `Detective Chief Inspector`."""
    start = title.start
    for piece in reversed(before):
        if piece.end + 1 != start or piece.slice(text) not in _RANKS:
            break
        start = piece.start
    return Span(start, title.end)


def _is_spoken_of(text: str, name: Span, before: str) -> bool:
    """Tell a person after a preposition from a place: `the words of NAME`, `to NAME (Lab)`."""
    role = role_after(text, name.end, min(len(text), name.end + _REACH))
    told = role is not None and (role.exact or role.party is not None)
    return told or _SPOKEN_BY.search(before) is not None


def _opens(text: str, pieces: list[Span], within: Span) -> bool:
    """Say whether the first of some capitals begins a sentence, or says what somebody is, and no name."""
    first = pieces[0].slice(text)
    if first in _OPENERS:
        return pieces[0].start == within.start or len(pieces) > _FULL_NAME
    return first.lower() in _ROLES and first not in _TITLES | _RANKS and len(pieces) > _FULL_NAME


def _is_a_month_name(text: str, piece: Span) -> bool:
    """Tell `June Smith` from `in June Norchester Council`."""
    dated = _DATES_FOLLOW.search(text[max(0, piece.start - _BEFORE) : piece.start])
    return piece.slice(text) in _MONTH_NAMES and dated is None


def _in_a_name(word: str) -> bool:
    """Say whether a capitalised word can be part of a name."""
    letters = word.isupper() and len(word) > _LONGEST_INITIALS
    return word not in _NOT_NAMES and word not in _TITLES and not letters


def _name(text: str, run: list[Span], title: Span | None) -> Iterator[tuple[Span, Span, str | None]]:
    """Yield a name if the pieces make one: any with a title, two or more without.

    A name that breaks off at markup is none: who knows how it goes on. Nor is that of a group or party.
    """
    if run and (
        _BREAKS_OFF.match(text, run[-1].end) or (not title and _PARTY_FOLLOWS.match(text, run[-1].end))
    ):
        return
    while run and text[run[-1].start : run[-1].end].islower():
        run = run[:-1]
    while run and text[run[0].start : run[0].end].islower():
        run = run[1:]
    if not run or sum(text[piece.start].isupper() for piece in run) > _LONGEST_NAME:
        return
    seat = _OF_PLACE.match(text, run[-1].end) if title and title.slice(text) in _PEERS else None
    name = Span(run[0].start, seat.end() if seat else run[-1].end)
    before = text[max(0, name.start - _BEFORE) : name.start]
    lower = _LOWER_TITLE.search(before) if title is None else None
    if lower:
        title = Span(name.start - len(lower[0]), name.start - 1)
    if title is not None:
        words_ = text[title.start : title.end]
        yield Span(title.start, name.end), name, words_
    elif len(run) >= _FULL_NAME and (not _PLACE_BEFORE.search(before) or _is_spoken_of(text, name, before)):
        yield name, name, None
