"""The council that a document is about, or why that can't be said."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from councilbrief.documents.document import Document
from councilbrief.evidence.councils.cases import (
    BARE,
    OFTEN,
    PASSING,
    POSSESSIVE,
    SCENE,
    SERVICES,
    STRONG,
    Case,
    Field,
)
from councilbrief.evidence.councils.meant import only_one, only_place, only_served, predecessors
from councilbrief.evidence.councils.mentions import Mention, strangers
from councilbrief.evidence.councils.register import Ambiguous, Council, Register, Resolved, Unknown
from councilbrief.evidence.words import either
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Span
from councilbrief.yamlfile.complaints import shown

OPENING_PARAGRAPHS = 3
# A paragraph of fewer words, or of fewer in small letters, is a date, a byline or a menu.
SHORTEST_OPENING, SMALL_WORDS = 5, 4
# The council in the lead must be ahead of every other by this much; by this where the text speaks of its
# services for children often, and of no other’s: "Kent’s leader congratulates Medway’s children’s services".
LEAD = 2
LEAD_OF_SERVICES = 1.25
# Far enough back to see how a mention is brought in.
BEFORE = 100
_PASSING = re.compile(rf"\b{either('councils', 'passing')} (?:the )?$", re.IGNORECASE)
_NEXT_DOOR = re.compile(r", (?:next door|its neighbour|nearby|down the road|across the (?:river|border))\b")
_POSSESSIVE = re.compile("['\u2019](?:s\\b|(?<=s['\u2019])(?!\\w))", re.IGNORECASE)
_SERVED = either("councils", "served")
_SCENE = re.compile(rf"(?<![\w-])(?!{_SERVED} )[\w-]+ (?:at|from|in|near|to) $", re.IGNORECASE)
# `’s children’s services`, ` has been rated`
_SERVICES_AFTER = re.compile(
    rf"(?:['’]s?)? (?:(?!(?:over|on|about|after) )\w+ )?{either('councils', 'services')}\b"
    rf"| {either('councils', 'was_graded')}",
    re.IGNORECASE,
)
# `children’s services in `, `inspection of `
_SERVICES_BEFORE = re.compile(
    rf"\b(?:{either('councils', 'services')} (?:in|at|of|across)|{either('councils', 'graded')}) (?:the )?$",
    re.IGNORECASE,
)
_TOPIC = re.compile(rf"\b{either('councils', 'topic')}\b", re.IGNORECASE)
_PLACE_WORD = re.compile(r"[\w\u2019'-]+")
SEVERAL_COUNCILS = "several-councils"
"""The rule by which a text that tells of several councils is about none of them."""

_SEVERAL = 3
"""Councils that stand alone in a line, each over what is told of it."""

_TELLS_OF_SEVERAL = re.compile(either("councils", "several"), re.IGNORECASE)
_COUNTS_SEVERAL = re.compile(either("councils", "counted"), re.IGNORECASE)
_GOVERNMENT = re.compile(either("councils", "government"), re.IGNORECASE)
_OWN = re.compile(rf"\b{either('councils', 'own')}", re.IGNORECASE)

LONGEST_PLACE = 4
"""Words of a council's place that no register holds."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The council that a document is about.

    `council` is None where the text does not settle it; then `problem` says why. `span`
    is the mention that shows it best, `rule` the name of what decided.
    """

    council: Council | None
    span: Span | None
    rule: str
    problem: Problem | None = None


def subject(document: Document, register: Register, found: Sequence[Mention]) -> Subject:
    """Say which council a document is about, from its words alone; `found` are those that it names.

    The council that the title and the first paragraphs name, that is named as a council
    and most often, must lead every other by far; councils named in passing do not count
    against it. Where two remain possible, or the text is about one that the register
    lacks, there is no answer but a problem. What the library states of it comes first; a page
    that names none is about the council whose page it says it is.
    """
    if document.source.council is not None:
        return _stated(document, document.source.council, register)
    possible = Field(document, _end_of_opening(document))
    namesakes = predecessors(found, register)
    for mention in found:
        council = namesakes.get(mention.council.gss) if mention.council and not mention.strong else None
        council = council or mention.council
        if council is not None:
            weight = _weight(document.text, mention)
            possible.add(council.gss, council.described, council, mention.span, weight)
    _drop_history(possible)
    _add_unclear(possible, found)
    _add_strangers(possible, document.text, found)
    decided = _of_several(document, found, possible) or _decide(possible, found, document)
    publisher = document.stated.publisher or ""
    if decided.rule == "council-not-found" and "council" in publisher.lower():
        named = register.resolve(publisher)
        return Subject(named.council, None, "publisher-of-page") if isinstance(named, Resolved) else decided
    return decided


def _of_several(document: Document, found: Sequence[Mention], possible: Field) -> Subject | None:
    """Say that a round-up is about none.

    Councils stand in it as headings over what is told of each, or its opening says that it tells of several.
    """
    told = {
        mention.council.gss: mention.council.described
        for mention in found
        if mention.council and document.paragraph_at(mention.span.start).span == mention.span
    }
    if len(told) < _SEVERAL:
        opens = opens_with_several(document)
        if not opens and not _in_opening(document, _COUNTS_SEVERAL.search):
            return None
        cases = [(gss, case) for gss, case in possible.cases.items() if case.possible]
        told = {
            gss: case.label for gss, case in cases if case.best > BARE or (not opens and case.count >= OFTEN)
        }
        if not opens and not told:
            return None
    if len(told) == 1:
        # `Two neighbouring councils will help Norchester` is about the last
        return None
    names = f", one by one: {'; '.join(told.values())}" if told else ""
    return _open(document, SEVERAL_COUNCILS, f"the text tells of several councils{names}")


def opens_with_several(document: Document) -> bool:
    """Say whether the opening of a text says that it tells of several councils."""
    return _in_opening(document, _TELLS_OF_SEVERAL.match)


def _in_opening(document: Document, finds: Callable[[str, int, int], object]) -> bool:
    """Say whether a paragraph of the opening begins with `Two authorities`, or has it elsewhere."""
    end = _end_of_opening(document)
    opening = (paragraph.span for paragraph in document.paragraphs if paragraph.span.start < end)
    return any(finds(document.text, span.start, span.end) for span in opening)


def _stated(document: Document, name: str, register: Register) -> Subject:
    """Return the council that the library names, or say why that names none."""
    match register.resolve(name):
        case Resolved(council=council):
            return Subject(council, None, "stated-in-library")
        case Ambiguous(candidates=candidates):
            names = "; ".join(council.described for council in candidates)
            message = f"{shown(name)} may mean any of these: {names}; write which, or its GSS code"
            return _misstated(document, "council-unclear", message)
        case Unknown() as unknown:
            message = f"no council is called {shown(name)}{unknown.hint or '; correct it, or leave it out'}"
            return _misstated(document, "council-not-in-register", message)


def _misstated(document: Document, key: str, message: str) -> Subject:
    """Complain of what the library says, at its place in the library's list."""
    source = document.source
    file, line, column = source.council_at or (source.path, None, None)
    return Subject(None, None, key, Problem(Severity.WARNING, key, message, file, line, column))


def _weight(text: str, mention: Mention) -> int:
    start, end = mention.span.start, mention.span.end
    near = max(start - BEFORE, 0)
    if _PASSING.search(text, near, start) or _NEXT_DOOR.match(text, end):
        return PASSING
    government = not mention.strong and _GOVERNMENT.fullmatch(mention.form)
    if _SERVICES_AFTER.match(text, end) or (not government and _SERVICES_BEFORE.search(text, near, start)):
        return SERVICES
    if mention.strong:
        return STRONG
    if government:
        return PASSING
    if _POSSESSIVE.match(text, end):
        return POSSESSIVE
    return SCENE if _SCENE.search(text, near, start) else BARE


def is_telling(words_: str) -> bool:
    """Say whether a paragraph has the words to say something, and is no date, byline or menu."""
    found = words_.split()
    return len(found) >= SHORTEST_OPENING and sum("a" <= word[0] <= "z" for word in found) >= SMALL_WORDS


def _end_of_opening(document: Document) -> int:
    """Return where the opening ends: the first few paragraphs that are long enough to say something."""
    seen = 0
    for paragraph in document.paragraphs:
        seen += is_telling(document[paragraph.span])
        if seen == OPENING_PARAGRAPHS:
            return paragraph.span.end
    return len(document.text)


def _drop_history(possible: Field) -> None:
    """Leave out a council that its successors have replaced in the text.

    "West Northamptonshire was formed from Northamptonshire County Council" is no longer about that;
    and where both successors are named as councils, what is said of the old county is said of them.
    """
    for gss, case in list(possible.cases.items()):
        successors = case.council.successors if case.council else ()
        named = [possible.cases[code] for code in successors if code in possible.cases]
        if len(named) > 1 and all(one.best >= STRONG for one in named):
            for one in named:
                one.marked = True
        if any(one.possible for one in named):
            del possible.cases[gss]


def _add_unclear(possible: Field, found: Sequence[Mention]) -> None:
    """Count names of several councils where the text names none of them clearly."""
    for mention in found:
        if mention.council is None and not any(c.gss in possible.cases for c in mention.councils):
            label = " or ".join(council.described for council in mention.councils)
            possible.add(label, label, None, mention.span, STRONG if mention.strong else BARE)


def _add_strangers(possible: Field, text: str, found: Sequence[Mention]) -> None:
    """Count councils that the register lacks, by their full name and by their place."""
    unknown = strangers(text, found)
    for span, place in unknown:
        possible.add(place, f"{span.slice(text)!r}, which is not in the register", None, span, STRONG)
    places, full = {place for _, place in unknown}, {span.start for span, _ in unknown}
    starts: deque[int] = deque(maxlen=LONGEST_PLACE)
    for match in _PLACE_WORD.finditer(text) if places else ():
        starts.append(match.start())
        for start in starts:
            if (place := text[start : match.end()]) in places and start not in full:
                possible.add(place, "", None, Span(start, match.end()), BARE)


def _decide(possible: Field, found: Sequence[Mention], document: Document) -> Subject:
    ranked = sorted(possible.cases.items(), key=lambda item: (-item[1].score, item[0]))
    if len(ranked) == 1:
        ranked[0][1].alone = True
    # A place in a text on something else is no council.
    told = any(case.best > BARE for _, case in ranked) or _TOPIC.search(document.text) is not None
    cases = [case for _, case in ranked if case.possible and told]
    counted = [case for _, case in ranked if case.count]
    only = _only(document, found, counted) if told and not cases and len(counted) <= 1 else None
    if only is not None:
        return only
    if not possible.cases and not found and _OWN.search(document.text):
        return _open(
            document, "council-unclear", "the text speaks of its own council, which it does not name"
        )
    if not cases:
        named = sorted({council.short for mention in found for council in mention.councils})
        passing = f"; it names {', '.join(named)} only in passing" if named else ""
        return _open(document, "council-not-found", f"the text names no council that it is about{passing}")
    best = cases[0]
    lead = LEAD_OF_SERVICES if best.opening and _is_alone_in_services(best, ranked) else LEAD
    rivals = [case for _, case in ranked if case is not best and case.score * lead > best.score]
    if rivals:
        names = "; ".join(case.label for case in (best, *rivals))
        return _open(document, "council-unclear", f"the text may be about any of these: {names}")
    if best.council is None:
        key = "council-not-in-register" if "register" in best.label else "council-unclear"
        return _open(document, key, f"the text is about {best.label}")
    return Subject(best.council, best.span, "council-in-opening" if best.opening else "council-named-most")


def _is_alone_in_services(best: Case, ranked: Sequence[tuple[str, Case]]) -> bool:
    """Say whether the services of one council are told of more than once, and those of no other."""
    others = (case.best for _, case in ranked if case is not best)
    return best.best == SERVICES and best.services >= OFTEN and all(one < SERVICES for one in others)


def _only(document: Document, found: Sequence[Mention], counted: Sequence[Case]) -> Subject | None:
    """Return the only council that a text names, in full or by place, where it speaks of "the council"."""
    only = only_one(found, document.text)
    if only is not None:
        return Subject(only.council, only.span, "only-council-named")
    if not any(case.opening for case in counted):
        served = only_served(found, document.text)
        return Subject(served.council, served.span, "only-place-served") if served else None
    place = only_place(found, document[document.paragraph_at(found[0].span.start).span])
    return Subject(place.council, place.span, "only-place-named") if place else None


def _open(document: Document, key: str, message: str) -> Subject:
    advice = "state the council in sources.yaml"
    problem = Problem(Severity.WARNING, key, f"{message}; {advice}", file=document.source.path)
    return Subject(None, None, key, problem)
