"""Content: what a sentence says was found, cut into clauses and things, each with what it makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.demands import Demand
from councilbrief.evidence.findings.frames import SURE_PRAISE, Frame
from councilbrief.evidence.findings.hanging import ended, explained, is_fragment, untailed, with_what
from councilbrief.evidence.findings.neighbours import by_neighbours
from councilbrief.evidence.findings.parts import examples, parts
from councilbrief.evidence.findings.polarity import found, polarity, presumed
from councilbrief.evidence.findings.verbs import has_verb, is_clause
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_NOTHING = re.compile(either("findings", "nothing"), re.IGNORECASE)
_VAGUE = re.compile(either("findings", "vague"), re.IGNORECASE)
_SAID = re.compile(either("findings", "attributions"), re.IGNORECASE)
# what a person says of it, or how sorry one is, is nothing that inspectors found
_OTHERS = re.compile(either("findings", "others_words"))
_CONTRAST = re.compile(rf"{either('findings', 'turns')}\b", re.IGNORECASE)
_CONTRARY = {
    Polarity.STRENGTH: Polarity.IMPROVEMENT,
    Polarity.IMPROVEMENT: Polarity.STRENGTH,
}
# `gaps in supervision, but no child was found to be unsafe`
_TURNED_CLAUSE = re.compile(rf", {either('findings', 'turns')} ", re.IGNORECASE)
_LEANS = re.compile(r"\bthey have\b[^,;]*\bthese\b", re.IGNORECASE)
_LEANS_BACK = re.compile(r"(?:this|these|it|they|their|its|that|those|such|both)\b", re.IGNORECASE)
# `Since the last inspection in 2019, `; a `While ` that its second half has lost
_ADVERBIALS = re.compile(
    # `which came out on Thursday, June 3, `, said of the report itself
    r"\s*(?:(?:which|who|whose|(?:published|issued|released|dated|out) (?:on|in|last|this|yesterday|today))\b"
    r"[^.;,]{0,60}, (?:(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+)(?: \d{4})?, )?)?"
    r"(?:that,? )?(?:(?:while|although|though) (?=[^,]*$)|(?:went|goes) to (?=the\b|its\b|staff\b)"
    r"|(?:in )?(?:his|her|its|the|their|an?) (?:\w+ )?(?:report|letter) that "
    r"|since [^,]{0,60}?\b(?:19|20)\d\d,? (?:when [^,;]{3,60}, )?|even (?:with|after|amid) [^,;]{3,60}, "
    r"|(?:less|more) \w+ly, |worryingly, |encouragingly, |on the [\w ]{3,20}side, |on a [\w ]{3,20}note, "
    r"|first(?:ly)?, |second(?:ly)?, |third(?:ly)?, |lastly, "
    r"|too(?:, (?:of |about )?| of | about )|finally, |however, |also,? |but |and "
    r"|(?:in|by) contrast, |in addition, |similarly, |meanwhile, |on the whole, |in general, |generally, "
    r"|in particular, |\d+[.)]? ?[–—:-] |for (?:example|instance), |specifically, )*",
    re.IGNORECASE,
)
# `the choir as a strength: `
_AS_STRENGTH = re.compile(r" as (?:an?|one) (?:\w+ )?(?:strength|success|asset)(?=: )")
# `the council, rated good in 2018, for `
_WHOM = re.compile(
    r"(?:the |its |their )?(?:[A-Z][\w’'-]+ ){0,4}?"
    r"(?:council|authority|trust|leaders|staff|social workers|workers|managers|teams?|foster carers|carers"
    r"|borough|county|city|company|department|partnership|service|services|[A-Z][\w’'-]+)"
    r"(?:, [^,;]{3,60},| \([^()]{2,40}\)| in (?:a|the|its) (?:letter|report)\b[^,;]{0,50}?)?"
    r" (?:(?:both )?for|over) (?=what\b|how\b|its\b|their\b|the\b|an?\b|\w+ing\b)"
)
# `staff are kind and that`, above a list
_AND_THAT = re.compile(r",? and(?: also)? that$")
# `They are ` before what was announced
_THEY_ARE = re.compile(
    r"(?:they|these|those|it|(?:and |but )?(?:the|a|an)"
    r" (?:first|second|third|fourth|fifth|sixth|last|final|next|others?)(?: one)?|one|another"
    r"|(?:chief )?among (?:them|these))"
    r" (?:is|are|was|were|includes?|included|covers?|relates? to|concerns?)"
    r"(?: that| to)?:? (?=[a-z])",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(
    r"(?:chief |first )?among (?:them|these|those) (?:is|are|was|were) (?=[a-z])",
    re.IGNORECASE,
)
_THING = re.compile(r"(?:the|how|an?|its|their|whether|more|better|\w+ing)\b|[^,.;]* and ")
_NAMED = {
    Polarity.STRENGTH: re.compile(either("findings", "kinds_named", "good"), re.IGNORECASE),
    Polarity.IMPROVEMENT: re.compile(either("findings", "kinds_named", "bad"), re.IGNORECASE),
}
# `several aspects of its work, including `
_SORT = re.compile(f"{either('findings', 'kinds_named', 'either')} ", re.IGNORECASE)
_ORDER = re.compile(rf"{either('findings', 'imperatives')} ", re.IGNORECASE)
_SERVICES = re.compile(either("findings", "services"), re.IGNORECASE)
_OTHERS_TOO = re.compile(either("findings", "others_who_help"), re.IGNORECASE)
_DOES = re.compile(
    r" (?:(?:often|always|also|now|usually|regularly|routinely|already|then) )?"
    rf"(?!{either('findings', 'no_practice')}\b)[a-z]{{3,}}(?<!ed) (?=\w)"
)
_QUOTED = re.compile(r"[“”\"]|(?<!\w)‘")
# `Kensington and Chelsea`: where it is, and not what
_PLACE = re.compile(
    r"(?!.*\b(?:School|Hub|Team|Service|Help|Board|Panel|Network|Care|Court|Centre|Project|Programme|Council|Plan)s?\b)"
    r"(?:(?:the )?[A-Z][a-z’'-]+(?: and | of | upon | |$)){1,4}"
)
_PREPOSITIONS = frozenset({"over", "around", "by", "of", "for", "about", "on", "with", "at", "in", "to"})
_OF_CLAUSE = re.compile(
    r" (?:of|on|about) (?:when|who|how|where|whether|what|why)\b| (?:who|that|which|whose) "
)
_FEWEST = {"clause": 3, "goes-on": 3, "that": 2}
"""Words of a clause; after a `that` two are enough."""

_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class ReportedClause:
    """A finding told in prose; `standing` is the smallest slice around it that can stand alone."""

    span: Span
    standing: Span
    polarity: Polarity
    rule: str


def framed(
    text: str, span: Span, frame: Frame, sentence: Span, usual: Polarity | None = None
) -> Iterator[ReportedClause]:
    """Cut what a frame holds into clauses or things, and tell praise from shortfall.

    What shows neither by itself, by its frame nor by its neighbours is of the `usual` kind.
    """
    span, frame = _named_kind(text, span, frame)
    whole = _tidy(text, _for_what(text, span) if frame.kind == "praise" else span)
    kind = frame.kind
    things = kind != "goes-on" and not has_verb(text, whole)
    spoken_of = text.endswith(" of ", 0, whole.start)
    things = things and not (frame.that or (kind == "clause" and not spoken_of and is_clause(text, whole)))
    turned = _turned(text, whole, frame) if things else None
    if turned:
        for content, its in turned:
            yield from framed(text, content, its, sentence, usual if its.kind == kind else None)
        return
    by = _repeated(text, whole) if things else None
    sort = "thing" if things and usual else "that" if (frame.that or things) and kind == "clause" else kind
    cut = (untailed(text, part) for part in parts(text, whole, things=things, by=by))
    cut = (_for_what(text, part) if frame.kind == "praise" else part for part in cut)
    told_of = (one for part in cut for one in explained(text, part))
    every = [ended(text, part) for one in told_of for part in with_what(text, one)]
    kept = [part for part in every if _says_something(text, part, sort)]
    own = found if kind == "goes-on" else polarity
    known = by_neighbours(text, kept) if kind == "clause" else [own(p.slice(text)) for p in kept]
    for part, shown in zip(kept, known, strict=True):
        sign = _kind_of(shown, frame) or usual
        if sign is None and kind in {"clause", "goes-on"} and _is_of_services(text, part, frame):
            sign = presumed(part.slice(text))
        if sign is None:
            continue
        for told in examples(text, part) or (part,):
            yield ReportedClause(told, _standing(text, told, whole, sentence), sign, f"reported-{kind}")


def _turned(text: str, whole: Span, frame: Frame) -> list[tuple[Span, Frame]] | None:
    """Part a thing from a clause that turns it round: `holes in the rota, but no child was unsafe`.

    None where there is no such clause, or where thing and clause would be of one kind.
    """
    turn = _TURNED_CLAUSE.search(text, whole.start, whole.end)
    rest = Span(turn.end() if turn else whole.end, whole.end)
    kind = polarity(rest.slice(text)) if turn and has_verb(text, rest) else None
    if turn is None or kind is None:
        return None
    before = Span(whole.start, turn.start())
    own = frame.polarity or polarity(before.slice(text))
    if own is None and SURE_PRAISE.match(text[frame.start : frame.content].lower()):
        own = Polarity.STRENGTH
    if own is kind:
        return None
    told = replace(frame, polarity=own or _CONTRARY[kind])
    return [(before, told), (rest, Frame(rest.start, rest.start, "goes-on"))]


def announced(text: str, span: Span, kind: Polarity) -> Iterator[ReportedClause]:
    """Cut a sentence of a kind that was announced before; a part that says otherwise is left out.

    After a `but`, each part is what it says itself.
    """
    turned = _CONTRAST.match(span.slice(text)) is not None
    they_are = _THEY_ARE.match(text, span.start, span.end)
    whole = _tidy(text, Span(they_are.end(), span.end) if they_are else span)
    listed = lists(span.slice(text)) or (
        they_are is not None
        and not has_verb(text, _head(text, whole))
        and _THING.match(text, whole.start) is not None
    )
    for told in parts(text, whole, things=listed or not is_clause(text, whole)):
        if not _says_something(text, told, "thing" if listed else "clause"):
            continue
        own = polarity(told.slice(text))
        ordered = kind is Polarity.IMPROVEMENT and _ORDER.match(text, told.start, told.end) is not None
        own = None if ordered else own
        sign = own if turned else kind
        if sign is not None and (listed or own in {None, sign}):
            yield ReportedClause(told, _standing(text, told, span, span), sign, "reported-goes-on")


def lists(words_: str) -> bool:
    """Say whether a sentence only lists what the one before announced.

    >>> lists("Among them are how soon visits are made and files that say little."), lists("They were late.")
    (True, False)
    """
    return _AMONG_THEM.match(words_) is not None


def _head(text: str, span: Span) -> Span:
    """Return the first words of a thing, up to the clause that says of what or of whom."""
    clause = _OF_CLAUSE.search(text, span.start, span.end)
    return Span(span.start, clause.start()) if clause else span


def demanded(text: str, needed: Demand) -> Iterator[ReportedClause]:
    """Cut an enumeration of what must improve into its things."""
    whole = _tidy(text, needed.content)
    sort = _SORT.match(text, whole.start, whole.end)
    whole = Span(sort.end(), whole.end) if sort else whole
    clauses = text.startswith("that ", needed.content.start)
    for part in parts(text, whole, things=not clauses, by=_repeated(text, whole)):
        words_ = part.slice(text)
        said = words_.strip(VEIL + " ") and len(words_) > _FEWEST_LETTERS
        if said and not (_NOTHING.fullmatch(words_) or _VAGUE.fullmatch(words_)):
            yield ReportedClause(part, part, Polarity.IMPROVEMENT, needed.rule)


def _named_kind(text: str, span: Span, frame: Frame) -> tuple[Span, Frame]:
    """Leave out what only names the kind of the things that follow: `strengths such as clear plans`."""
    for kind, pattern in _NAMED.items():
        named = pattern.match(text, span.start, span.end)
        if named:
            return Span(named.end(), span.end), replace(frame, kind="noun", polarity=kind)
    sort = _SORT.match(text, span.start, span.end)
    return (Span(sort.end(), span.end) if sort else span), frame


def _for_what(text: str, span: Span) -> Span:
    """Leave out whom somebody praised where it is said for what: `the council for how it helps`."""
    known_as = _AS_STRENGTH.search(text, span.start, span.end)
    span = Span(span.start, known_as.start()) if known_as else span
    whom = _WHOM.match(text, span.start, span.end)
    return Span(whom.end(), span.end) if whom else span


def _repeated(text: str, span: Span) -> str | None:
    """Return the preposition before content, which may come again before each of its things."""
    before = text[max(span.start - len(" about "), 0) : span.start].split()
    return before[-1] if before and before[-1] in _PREPOSITIONS else None


def _says_something(text: str, part: Span, kind: str) -> bool:
    """Leave out what is too short for a clause, veiled, or only says that there is something."""
    words_ = part.slice(text)
    fewest = _FEWEST.get(kind, 1)
    if len(words_.split()) < fewest or VEIL in words_:
        return False
    if _PLACE.fullmatch(words_) or is_fragment(text, part):
        return False
    return not (_OTHERS.search(words_) or _VAGUE.fullmatch(words_) or _NOTHING.fullmatch(words_))


def _is_of_services(text: str, part: Span, frame: Frame) -> bool:
    """Say whether a part tells, in no words that are quoted, what those do who give or get help."""
    return (
        (
            _SERVICES.match(text, part.start, part.end) is not None
            or (frame.that and _OTHERS_TOO.match(text, part.start, part.end) is not None)
        )
        and (frame.that or is_clause(text, part) if frame.kind == "clause" else _does(text, part))
        and _QUOTED.search(text, part.start, part.end) is None
    )


def _does(text: str, part: Span) -> bool:
    """Say whether those of whom a part tells do something as a rule: `managers explain`, not `staff sang`."""
    who = _SERVICES.match(text, part.start, part.end)
    return who is not None and _DOES.match(text, who.end(), part.end) is not None


def _kind_of(own: Polarity | None, frame: Frame) -> Polarity | None:
    """Say what a part is: as its frame says, or as it says itself."""
    if frame.polarity is not None:
        return frame.polarity
    if frame.kind == "praise":
        return own if own is Polarity.IMPROVEMENT else Polarity.STRENGTH
    return own


def _standing(text: str, part: Span, whole: Span, sentence: Span) -> Span:
    """Return the slice that can stand alone: more of the sentence where the part leans on it."""
    if _LEANS.search(part.slice(text)) and sentence.start < whole.start:
        return Span(sentence.start, part.end)
    if _LEANS_BACK.match(text, part.start, part.end):
        return Span(min(whole.start, part.start), part.end)
    return part


def _tidy(text: str, span: Span) -> Span:
    """Leave spaces, opening adverbials, who says so and the closing full stop out."""
    end = span.start + len(_SAID.sub("", _AND_THAT.sub("", span.slice(text).rstrip(" .,;:"))))
    lead_ = _ADVERBIALS.match(text, span.start, end)
    start = lead_.end() if lead_ else span.start
    return Span(start, max(start, end))
