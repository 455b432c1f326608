"""Turned: sentences in which who found it, or what is made of it, stands around what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.before import PERSON
from councilbrief.evidence.findings.frames import BAD, COLON, GOOD, LONGEST_LEAD, Frame
from councilbrief.evidence.findings.leads import GRADED_AREAS, lead, names_reporter
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.findings.verbs import has_verb, is_clause
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import small
from councilbrief.provenance import Span

_IS = r"(?:is|are|was|were)"
# `much hangs on what they find`, `the year when inspectors reported`: no words stand before who found it
_NO_OBJECT = (
    r"(?<!\bwhat )(?<!\bwhom )(?<!\bwho )(?<!\bthat )(?<!\bhow )(?<!\bwhere )(?<!\bwhen )(?<!\bif )(?<!\bas )"
    r"(?<!\bthan )(?<!\bwhy )(?<!\bwhether )(?<!\bbefore )(?<!\bafter )(?<!\bsince )(?<!\buntil )"
    r"(?<!\bbecause )(?<!\bwhatever )(?<!\ball )(?<!\beverything )(?<!\bonce )"
)
_CLAUSE_VERB = either("findings", "clause_verbs")
# `…, inspectors found.`, `…, the report says, …`
_AFTERWARDS = re.compile(
    rf"(?<!which),? (?:{either('findings', 'according_to')}"
    rf"|{_NO_OBJECT}{either('findings', 'found_by')} (?:(?:has|have|had) )?(?:also )?"
    rf"(?:{_CLAUSE_VERB}|suggest(?:s|ed)?|recommend(?:s|ed)?|complain(?:s|ed)?|judge[sd]?))"
    r"(?P<on>; | [–—-] |, (?:and|but|yet|though|although|while|whereas) (?:that )?|, )?",
)
# `… drew criticism`, `… are among the reasons given`, `… was singled out for praise`
_CLOSED = re.compile(
    rf",? {either('findings', 'earned')}(?: \w+){{0,2}}?"
    rf" (?:(?P<won>{either('findings', 'prizes')})|{either('findings', 'brickbats')})"
    r"(?: (?:from|by) (?:the )?(?:inspectors|ofsted|watchdog)"
    r"|(?: from \w+)? in (?:the|its|their|ofsted’s) (?:report|letter)(?: of (?:the )?inspectors)?)?"
    r"(?: (?:as well|too|also)| as (?:an?|one) [^,;.]{3,60})?(?=[.,;]|$)"
    rf"|(?<!\bsuch),? (?:{_IS}|has been|have been|had been)(?: \w+ly)?(?: also| all| both| again)?"
    r"(?! the (?:strength|weakness)(?:es|s)? of)"
    rf" (?:{either('findings', 'counted_among')}(?: \w+){{0,3}}? (?:(?P<good>{GOOD})|(?P<bad>{BAD}))"
    rf"|(?P<praised>{either('findings', 'praised')})|(?P<blamed>{either('findings', 'blamed')}))"
    r"(?: by (?:the )?(?:inspectors|ofsted|report))?(?! for\b| by\b)"
    r"(?=[^,;]{0,40}(?:$|[,.;]| as (?:is|are|was|were|did|do) ))",
)
# `Strong links with schools were noted, as was the drop-in`
_NOTED = re.compile(
    rf"(?<!\bit)(?<!\bthere)(?<!\bwhich)(?<!\bthat)(?<!\bwho) (?:{_IS}|has been|have been)"
    rf"(?: (?!rarely|hardly|barely|scarcely|poorly|badly)\w+ly)?(?: also| all| both)?"
    rf" {either('findings', 'noticed')}(?: too| also| as well)?"
    r"(?: (?:by (?:the )?(?:inspectors|ofsted)|(?:in|across|throughout|among) [^,;.]{3,40}))?"
    r"(?:,? (?:along with|together with|alongside|as (?:was|were)|and so (?:was|were)) (?P<more>[^;]+?))?\W*$"
)
# `Managers were found to have good oversight`
_PASSIVE_REPORT = re.compile(rf"\b{either('findings', 'passive_reports')}")
# `the first visit since 2010, when they ` before `were found to be good`
_THEN_THEY = re.compile(r"\b(?:when|since|before|until|after) (?:[\w’'-]+ ){1,4}$")
# `It was good in most; only help `: another clause stands before the one with what is praised or blamed
_CLAUSE_BEFORE = re.compile(r"; (?:and |but )?|, (?:and|but|while|whereas|although|though|yet) ")
_BUT = r"(?:and |but |yet )?"
# `, the letter states,`
_ASIDE = rf"(?:, {either('findings', 'asides')},)?"
# `In their view `
_IN_VIEW = re.compile(
    rf"{_BUT}in (?:the |their |its |inspectors[’'] |the inspectors[’'] |the watchdog[’']s |ofsted[’']s )"
    r"(?:own )?(?:view|opinion|words|eyes|judgement|estimation|experience)"
    r"(?: of (?:the )?(?:inspectors|watchdog|ofsted))?,? (?=\S)",
)
# `What needs to improve here, the letter states, is `, `Where it falls short is `
_CLEFT = re.compile(
    rf"{_BUT}(?P<what>"
    r"(?:what|where|(?:also )?(?:among )?(?:the )?(?:areas|aspects|things|points|matters))"
    rf"\b[^.;:?]{{4,110}}?){_ASIDE},? (?:{_IS}|include[ds]?)"
    r" (?=(?:the|how|that|an?|its|their|more|better|to|in|whether|[\w-]+ing)\b)",
)
# `…, which inspectors called “a remarkable turnaround”`
_WHICH = re.compile(
    r", (?:which|something|an? \w+(?: \w+)?)(?: that)?"
    r" (?:the )?(?P<by>inspectors|ofsted|report|letter|watchdog|they|it)"
    rf"(?: \w+ly)?(?: has| have)? {either('findings', 'makes_of')}\b"
)
# `The council recently opened a hub, ` before `which it says is a first`: it is the council that says so
_COUNCIL_DID = re.compile(
    r"(?:(?:The|Its) )?(?:[\w’'-]+ ){0,3}?(?:council|authority|trust|borough|county|city)\b", re.IGNORECASE
)
# `Where staff are stable, inspectors said, `: says under what condition
_HANGING = re.compile(
    r"(?!(?:since|after|before|until|as) (?:[\w’'-]+ ){0,3}(?:19|20)\d\d\b)"
    r"(?:where|when|whenever|if|once|because|as|unless|until|after|before|since)\b",
    re.IGNORECASE,
)
# `On the plus side, `, `Against this, `
_SIDED = re.compile(
    rf"{_BUT}(?:(?P<good>{either('findings', 'sides', 'good')})"
    rf"|(?P<bad>{either('findings', 'sides', 'bad')})),"
    rf" (?:{either('findings', 'asides')}, )?"
)
# `Of 300 contacts looked at by inspectors, `
_SAMPLED = re.compile(
    rf"(?:in|of|out of|among|across) [^,;.:]{{3,80}}? {either('findings', 'sampled')}"
    r"(?: by (?:the )?(?:inspectors|ofsted))?, "
)
# `rated inadequate because nobody knew …`: why it is of that grade was found, too
_REASON = re.compile(
    r"\b(?:(?P<good>good|outstanding)|(?:in)?adequate|requir\w+ improvement(?: to be good)?)[”’\"']?"
    r",? (?:because(?: of)?|thanks to|owing to|on account of) (?=\S)"
)
# a school or a home, whose grade it is
_OTHER_SERVICE = re.compile(rf"\b{either('grades', 'others')}\b", re.IGNORECASE)
# `Supervision, audits and the use of data all required more work`
_WANTING = re.compile(
    r"(?<!that)(?<!which)(?<!who),? (?:(?:all|both|each|also|still) )*(?:"
    r"(?:requires?|required|needs?|needed|demand(?:s|ed)?) (?:(?:some|much|far|still|even) )?"
    r"(?:more|further|urgent|closer|extra|greater) (?:work|attention|improvement|action|effort|focus)"
    rf"|{_IS} (?:(?:also|still|among|the|other|all|both) )*(?:areas?|aspects?|things|matters|points)"
    r" (?:in|on|at) which (?:it|they|the \w+|leaders|more)(?: still| also)?"
    r" (?:had|has|have|needs?|needed|must|should|could)(?: still)?(?: to)?"
    r" (?:improve|do better|get better|do more)"
    rf"|{_IS} (?:also )?(?:singled|picked) out (?:by (?:the )?(?:inspectors|ofsted) )?"
    r"as (?:an?|the|one) (?:[\w-]+ )?(?:worry|concern|weakness|failing|problem|shortcoming))"
    r"(?= (?:by|in|from|for|across)\b|[.,;]|$)"
)
# `That the police ring back at once was noted as well.`
_THAT_NOTED = re.compile(
    rf"That (?P<told>[^;:]{{10,200}}?),? (?:{_IS}|has been|have been) (?:also )?"
    rf"{either('findings', 'noticed')}(?: (?:too|also|as well|with \w+|by (?:the )?inspectors))?\."
)
# `The report names the calm of its managers among its strengths`
_COUNTED = re.compile(
    r"\b(?:report|letter|inspectors|Ofsted|watchdog|[Ii]t|[Tt]hey) (?:also )?"
    r"(?:names?|named|lists?|listed|counts?|counted|numbers?|numbered|puts?|places?|placed|ranks?|ranked)"
    rf" (?P<told>[^,;:]{{4,120}}?) (?:among|as one of) (?:the|its|their|our) "
    rf"(?:\w+ )?(?:(?P<good>{GOOD})|(?P<bad>{BAD}))\b"
)
# `Ofsted’s marks: Northtown gets a poor`
_OF_GRADES = re.compile(r"\b(?:marks|grades|ratings|scores|judge?ments)\b", re.IGNORECASE)
_FEWEST_WORDS = 3
"""Words; less than that only says what the next sentences are about: `Less impressive was the housing.`"""

# `Also highlighted was `, `Of greater concern were `
_FRONTED = re.compile(
    rf"{_BUT}(?:also |too,? |equally |particularly |especially |(?:even )?more |most )*"
    r"(?P<less>(?:less|least|not (?:so|as|all)) )?"
    rf"(?:(?P<good>{either('findings', 'fronted', 'good')})|(?P<bad>{either('findings', 'fronted', 'bad')}))"
    rf"(?:{_ASIDE}| too| as well| still) {_IS} "
    r"(?=(?:the|how|that|an?|its|their|some|more|too|\w+s|[\w-]+ing)\b)",
)


def made_of(text: str, span: Span, found: Sequence[Frame]) -> tuple[Span, Frame] | None:
    """Return what inspectors are said to make something of, unless a frame holds it already."""
    match = _WHICH.search(small(text), span.start, span.end)
    if match is None or (found and found[0].start < match.start()):
        return None
    if match["by"] in {"it", "they"} and _COUNCIL_DID.match(text, span.start, match.start()):
        return None
    kind = polarity(text[match.start() + len(", which") : span.end])
    return Span(span.start, match.start()), Frame(span.start, span.start, "clause", kind, that=True)


def is_condition(words_: str) -> bool:
    """Say whether words before who found it only tell under what condition it is so."""
    return _HANGING.match(words_) is not None


def _side(match: re.Match[str]) -> Polarity:
    return Polarity.STRENGTH if match["good"] else Polarity.IMPROVEMENT


def fronted(text: str, span: Span, *, carried: bool) -> Frame | None:
    """Return the frame of a sentence that says first what it makes of what follows: `Also praised was …`.

    `carried`: what stands before told of findings.
    """
    low = small(text)
    cleft = _CLEFT.match(low, span.start, span.end)
    if cleft is not None and PERSON.search(text, span.start, cleft.end()) is None:
        kind = lead(text[cleft.start("what") : cleft.end("what")])
        if kind is not None and kind.polarity is not None:
            return Frame(span.start, cleft.end(), "noun", kind.polarity)
    viewed = _IN_VIEW.match(low, span.start, span.end)
    if viewed is not None:
        return Frame(span.start, viewed.end(), "clause", that=True)
    sided = _SIDED.match(low, span.start, span.end) if carried else None
    if sided is not None and not names_reporter(text[sided.end() : span.end]):
        return Frame(span.start, sided.end(), "goes-on", _side(sided), that=True)
    sampled = _SAMPLED.match(low, span.start, span.end)
    if sampled is not None:
        return Frame(span.start, sampled.end(), "clause", that=True)
    match = _FRONTED.match(low, span.start, span.end)
    if match is None or len(text[match.end() : span.end].split()) < _FEWEST_WORDS:
        return None
    good = _side(match) is Polarity.STRENGTH and match["less"] is None
    return Frame(span.start, match.end(), "noun", Polarity.STRENGTH if good else Polarity.IMPROVEMENT)


def reasons(text: str, span: Span) -> tuple[Span, Frame] | None:
    """Return what a sentence gives as the reason of a grade: `inadequate because visits were missed`."""
    match = _REASON.search(small(text), span.start, span.end)
    if match is None or PERSON.search(text, span.start, match.start()):
        return None
    if _OTHER_SERVICE.search(text, span.start, match.start()):
        return None
    kind = Polarity.STRENGTH if match["good"] else Polarity.IMPROVEMENT
    after = _AFTERWARDS.search(small(text), match.end(), span.end)
    stop = after.start() if after else span.end
    return Span(match.end(), stop), Frame(span.start, match.end(), "noun", kind)


def wanting(text: str, span: Span) -> tuple[Span, Frame] | None:
    """Return the things at the beginning of a sentence that goes on to say that all of them must improve."""
    match = _WANTING.search(small(text), span.start, span.end)
    if match is None or PERSON.search(text, span.start, match.start()):
        return None
    told = Span(span.start, match.start())
    return told, Frame(span.start, span.start, "noun", Polarity.IMPROVEMENT)


def nominal(text: str, span: Span) -> tuple[Span, Frame] | None:
    """Return what a sentence says was noted that begins with it: `That babies are safe was noted, too.`."""
    match = _THAT_NOTED.fullmatch(text, span.start, span.end)
    if match is None or not is_clause(text, Span(*match.span("told"))):
        return None
    told = Span(*match.span("told"))
    return told, Frame(told.start, told.start, "clause", that=True)


def counted(text: str, span: Span) -> tuple[Span, Frame] | None:
    """Return what inspectors count among strengths or worries: `It names the calm among its strengths`."""
    match = _COUNTED.search(text, span.start, span.end)
    if match is None:
        return None
    told = Span(*match.span("told"))
    return told, Frame(told.start, told.start, "noun", _side(match))


def afterwards(text: str, span: Span) -> re.Match[str] | None:
    """Return what attributes the words before it, as in `…, inspectors found.`."""
    return _AFTERWARDS.search(small(text), span.start, span.end)


def is_told_in_passive(text: str, span: Span, found: Sequence[Frame]) -> bool:
    """Say whether a sentence with these frames tells in the passive what its subject was found to be."""
    match = _PASSIVE_REPORT.search(small(text), span.start, span.end)
    if match is None or (found and found[0].start < match.start()):
        return False
    if _THEN_THEY.search(small(text), span.start, match.start()):
        return False
    return PERSON.search(text, span.start, match.start()) is None


def colon_of(text: str, span: Span) -> int | None:
    """Return where the words after a colon begin, if inspectors are named before it."""
    colon = COLON.search(text, span.start, min(span.end, span.start + LONGEST_LEAD))
    if colon is None or VEIL in span.slice(text) or PERSON.search(text, span.start, colon.start()):
        return None
    before = text[span.start : colon.start()]
    graded = _OF_GRADES.search(before) or GRADED_AREAS.search(before)
    return colon.end() if names_reporter(before) and not graded else None


def without_areas(text: str, span: Span) -> Span:
    """Leave out the areas that a sentence lists after the grade of all of them: `good in all areas: …`."""
    colon = COLON.search(text, span.start, span.end)
    graded = colon is not None and GRADED_AREAS.search(text[span.start : colon.start()])
    return Span(span.start, colon.start()) if colon and graded else span


def noted(text: str, span: Span) -> list[Span]:
    """Return the things that a sentence says at its end were noted, and those that were as well."""
    match = _NOTED.search(small(text), span.start, span.end)
    if match is None or has_verb(text, Span(span.start, match.start())):
        return []
    if len(text[span.start : match.start()].split()) < _FEWEST_WORDS or VEIL in span.slice(text):
        return []
    things = [Span(span.start, match.start())]
    return [*things, Span(*match.span("more"))] if match["more"] else things


def closed(text: str, span: Span) -> tuple[Span, Polarity] | None:
    """Return what a sentence praises or blames at its end, and which: `… are among the reasons given`."""
    match = _CLOSED.search(small(text), span.start, span.end)
    if match is None:
        return None
    good = match["good"] or match["praised"] or match["won"]
    ends = [cut.end() for cut in _CLAUSE_BEFORE.finditer(text, span.start, match.start())]
    own = [end for end in ends if is_clause(text, Span(span.start, end))]
    start = own[-1] if own else span.start
    aside = text.find(" – ", start, match.start()) if text.endswith(" –", start, match.start()) else -1
    thing = Span(start, aside if aside >= 0 else match.start())
    return thing, Polarity.STRENGTH if good else Polarity.IMPROVEMENT
