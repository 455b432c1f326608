"""Findings in prose: what a report, a letter or inspectors are said to have found, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.documents.document import Paragraph, Shape
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.asides import before_finders, is_said_between, said_afterwards
from councilbrief.evidence.findings.content import ReportedClause, announced, demanded, framed, lists
from councilbrief.evidence.findings.demands import demands
from councilbrief.evidence.findings.frames import Frame, frames
from councilbrief.evidence.findings.leads import names_reporter
from councilbrief.evidence.findings.leaning import leans, leant
from councilbrief.evidence.findings.marks import closed_up
from councilbrief.evidence.findings.order import turned
from councilbrief.evidence.findings.past import Past
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.findings.practice import falls_short, is_of_practice
from councilbrief.evidence.findings.prose import is_label, is_numbered_label, is_prose
from councilbrief.evidence.findings.topic import Topic, is_about_another_service
from councilbrief.evidence.findings.turned import afterwards, closed, colon_of, noted, without_areas
from councilbrief.evidence.findings.writers import named_for
from councilbrief.evidence.texts.reading import VEIL, Reading, Sentence
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import edged
from councilbrief.provenance import Span

_CONTINUES = re.compile(rf"[“‘\"']?{either('findings', 'continues')}\b(?![’'])")
# what tells of people, of plans or of the inspection, and goes on with no finding
_ELSEWHERE = edged("findings", "elsewhere")
_SPEECH = edged("findings", "speech")
# `It is so.` says nothing by itself; `It is with him on others: …` does
_POINTS = re.compile(r"(?:it|this|that (?:is|was|has|had|will|means))\b(?![^:]*: )", re.IGNORECASE)
# ` and they also ` at the end of what the frame before it holds
_NEXT_FRAME = re.compile(
    r"(?:,? (?:and|but|while|though|where|which|with(?! [\w’' ]{0,14} and $)|as)(?: also)?|;|,)"
    r"(?: (?:it|they|the report|inspectors|he|she|the letter|ofsted|there))?"
    r"(?: (?:also|has|had|was|were|is|are|goes on to|went on to))* ?[\w’' ]{0,16}$"
    # ` and its carers were ` before `praised for`
    r"|(?:,|;)? (?:and|but|while|though|although|yet|as) [^,;.]{3,60}?"
    r" (?:was|were|is|are|has been|have been|had been)"
    r"(?: (?:also|all|both|again|too))*\s?$",
    re.IGNORECASE,
)
# what is quoted, and what was done in spite of something, says nothing of what a sentence is about
_SAID_OF = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|\b(?:in spite of|despite) [^,;.]*|\b(?:when|what) they say they will\b"
    r"|\b(?:what|how|whatever) (?:[\w’'-]+ ){1,3}(?:said|told|say|asked|believed?)\b"
    r"|\b(?:who|what|when|how|where|whether) (?:[\w’'-]+ ){0,3}?(?:will|would)\b"
)
# what a council says of itself
_OURS = re.compile(r"(?:\w+,? ){0,2}(?:our|we)\b", re.IGNORECASE)
# `much of what we need to do is`: a council says what it means to do
_OURSELVES = re.compile(
    r"\bwhat we (?:\w+ )?(?:need|must|have to|want|should)\b"
    r"|\bour (?:\w+ ){0,2}(?:podcasts?|newsletters?|readers|reporters?|newsroom|journalis\w+|app)\b"
    r"|\bwe (?:\w+ )?(?:want|will|plan|aim|hope|intend|are (?:\w+ )?\w+ing)\b",
    re.IGNORECASE,
)
# `and nobody will be asked to carry more than they can`: a promise
_PROMISED = re.compile(
    r"\b(?:nobody|no one|everybody|everyone|all|staff|you|we|they) will (?:be|have|get|see)\b"
)
_TURNS = re.compile(r"[,;] (?:though|although|but|while|whereas|yet) ")
_MARKS_OF_VEIL = f"{VEIL}“”‘’\"' .,"
# `…, as did `, after `Support for adopters won praise`
_SO_DID = re.compile(r"[^,;]*,? (?:and so|as) (?:did|do|does|was|were|is|are|had|have|has) ")
# `Recording was weak, and the voice of fathers was `, before quoted words
_LAST_CLAUSE = re.compile(r", (?:and|but|while|though|although|yet) [^,;]{3,80}$")
# `In fostering, the largest team, `
_IN_AREA = re.compile(r"^(?:In|For|Among|Across|Within) [^,;:]{3,40}, (?:the [^,;:]{3,60}, )?")
# `What schools do to help`, which earns praise
_NOMINAL = re.compile(r"(?:what|how|the way) (?!(?:do|does|did|is|are|was|were|about)\b)", re.IGNORECASE)
# `Staff are tired, and Ofsted ` before `said, too, that`: who says the first is not told
_TOO = re.compile(r"\w+,? (?:too|also|as well)\b")
_LONG_ENOUGH = 40
"""Characters before quoted words that end a sentence."""


def reported(
    reading: Reading, text: str, past: Past, own: Coverage, *, foreign: bool
) -> Iterator[ReportedClause]:
    """Yield what prose reports as found; `text` has the statements of people veiled.

    What is inspectors' `own` among them changes nobody's subject; a party wrote what is `foreign`.
    """
    text = named_for(reading, closed_up(reading, text))
    topic = Topic(partisan=foreign)
    paragraph, count = -1, 0
    for sentence in reading.sentences:
        if not sentence.span.slice(text).strip(_MARKS_OF_VEIL) and own.meets(sentence.span):
            continue
        if sentence.paragraph != paragraph:
            paragraph, alone, count = sentence.paragraph, count == 1, 0
            topic.begin(alone=alone, shape=reading.paragraphs[paragraph].shape)
        count += 1
        if _is_readable(text, sentence, reading.paragraphs[paragraph], topic, past):
            yield from _read(text, sentence, reading.paragraphs[paragraph], topic)


def _is_readable(text: str, sentence: Sentence, paragraph: Paragraph, topic: Topic, past: Past) -> bool:
    """Say whether a sentence is one of prose about the inspection at hand; if not, note what it names."""
    words_ = sentence.span.slice(text)
    if paragraph.shape is Shape.HEADING:
        topic.head(words_)
    if not is_prose(paragraph, words_):
        if paragraph.shape is Shape.ITEM:
            topic.listed()
            if is_numbered_label(paragraph, words_):
                topic.part()
        else:
            topic.hear(words_)
        return False
    ours = _OURSELVES.search(words_) is not None and not names_reporter(words_)
    if topic.is_of_others(words_) or ours:
        topic.known = False
        return False
    topic.foreign = topic.foreign or is_about_another_service(words_)
    if topic.foreign or topic.is_of_author(words_) or _is_past(text, sentence, topic, past):
        topic.hear(words_)
        return False
    return True


def _is_past(text: str, sentence: Sentence, topic: Topic, past: Past) -> bool:
    """Say whether a sentence is about an earlier inspection, or goes on with one that is."""
    low = sentence.span.slice(text).lower()
    same = topic.past == sentence.paragraph
    behind = topic.past is not None and sentence.paragraph - topic.past <= 1
    if past.is_told_in(low, topical=topic.topical) or (behind and past.goes_on_in(low, same=same)):
        topic.past = sentence.paragraph
        return True
    topic.past = None
    return False


def _read(text: str, sentence: Sentence, paragraph: Paragraph, topic: Topic) -> Iterator[ReportedClause]:
    """Read a sentence, and let it say what the next one is about."""
    words_ = sentence.span.slice(text)
    listed = topic.kind is not None and lists(words_)
    whole = [] if listed else frames(text, sentence.span, topic.setting)
    own = [] if listed else list(_in_sentence(text, sentence, topic, whole))
    done = own or whole or is_label(text, sentence, paragraph)
    more = [] if done else list(_going_on(text, sentence, topic))
    told = [*own, *more] or list(_leaning(sentence, words_, topic))
    yield from told
    topic.last = told[-1] if len({one.polarity for one in told}) == 1 else None
    reports = bool(own or more or whole) or (topic.near and afterwards(text, sentence.span) is not None)
    topic.tell(words_, found=bool(own), reports=reports)


def _leaning(sentence: Sentence, words_: str, topic: Topic) -> Iterator[ReportedClause]:
    """Read a sentence that says of some what the one before it said of all: `It is so for babies, too`."""
    last = topic.last if leans(words_) else None
    kind = leant(words_, last.polarity) if last else None
    if last and kind:
        told = Span(sentence.span.start, sentence.span.start + len(words_.rstrip(" .")))
        yield ReportedClause(told, Span(last.standing.start, told.end), kind, "reported-goes-on")


def _in_sentence(text: str, sentence: Sentence, topic: Topic, whole: list[Frame]) -> Iterator[ReportedClause]:
    """Read what a sentence says by itself: what must improve, and before that what was found."""
    span = without_areas(text, sentence.span)
    order = turned(text, span, topic, whole)
    for content, frame in order:
        yield from framed(text, content, frame, span)
    if order:
        return
    needed = demands(text, span, carried=topic.carried or topic.known)
    for one in needed:
        yield from demanded(text, one)
    found = whole
    if needed:
        span = Span(span.start, needed[0].start)
        found = frames(text, span, topic.setting)
    if found and is_said_between(text, span, found[0]):
        yield from said_afterwards(text, span, topic.announced)
        return
    if found and not needed and (topic.carried or not _TOO.match(text, found[0].start, span.end)):
        yield from _told_before(text, span, found[0])
    if not (found or needed):
        yield from _unframed(text, span, topic.announced)
    for frame, stop in zip(found, [*(f.start for f in found[1:]), span.end], strict=False):
        if stop > frame.content:
            end = _before_next_frame(text, frame.content, stop, last=stop == span.end)
            yield from framed(text, Span(frame.content, end), frame, sentence.span, topic.announced)


def _unframed(text: str, span: Span, usual: Polarity | None) -> Iterator[ReportedClause]:
    """Read a sentence that says who found it only at its end, or names inspectors before a colon."""
    colon = colon_of(text, span)
    if colon is None:
        yield from said_afterwards(text, span, usual)
    else:
        yield from framed(text, Span(colon, span.end), Frame(span.start, colon, "clause"), span)


def _told_before(text: str, span: Span, first: Frame) -> Iterator[ReportedClause]:
    """Read the clause before those who find, where it shows by itself what it is."""
    told, beside = before_finders(text, span, first) or (None, False)
    words_ = told.slice(text) if told else ""
    if told is None or _ELSEWHERE.search(words_.lower()) or _SPEECH.search(words_.lower()):
        return
    done = closed(text, told)
    if done:
        yield from _closed(text, told, *done)
    elif beside and polarity(words_):
        yield from framed(text, told, Frame(told.start, told.start, "goes-on"), span)
    for thing in () if done else noted(text, told):
        frame = Frame(thing.start, thing.start, "noun", polarity(thing.slice(text)))
        yield from framed(text, thing, frame, span)


def _going_on(text: str, sentence: Sentence, topic: Topic) -> Iterator[ReportedClause]:
    """Read a sentence that only its place makes one of findings."""
    span = sentence.span
    words_ = span.slice(text)
    if VEIL in words_:
        before = _LAST_CLAUSE.sub(",", words_[: words_.index(VEIL)]).rstrip()
        if len(before) < _LONG_ENOUGH or not before.endswith(","):
            return
        span, words_ = Span(span.start, span.start + len(before)), before
    if words_.endswith("?"):
        return
    done = closed(text, span) if topic.carried or topic.near or names_reporter(words_) else None
    own_words = _SAID_OF.sub(" ", words_.lower())
    spoken = _SPEECH.search(own_words)
    elsewhere = spoken or _ELSEWHERE.search(own_words)
    if done and not _is_spoken(_NOMINAL.sub("", own_words), _NOMINAL.sub("", done[0].slice(text).lower())):
        yield from _closed(text, span, *done)
        return
    if topic.announced is not None and not elsewhere:
        yield from announced(text, span, topic.announced)
        return
    if _OURS.match(words_) and polarity(words_) is not Polarity.IMPROVEMENT:
        return
    told = (topic.carried or (topic.named and not elsewhere)) and not (spoken or _PROMISED.search(own_words))
    goes_on = told and _CONTINUES.match(words_)
    near = topic.carried or (topic.known and topic.since == 1 and polarity(words_) is Polarity.IMPROVEMENT)
    main = _IN_AREA.sub("", words_)
    surely = near and not elsewhere and (is_of_practice(main) or falls_short(main))
    span = Span(span.end - len(main), span.end) if surely and not goes_on else span
    if goes_on or surely or (topic.topical and not elsewhere and not _POINTS.match(words_)):
        yield from framed(text, span, Frame(span.start, span.start, "goes-on"), span)


def _is_spoken(words_: str, told: str) -> bool:
    """Say whether a sentence opens with who says it, or somebody speaks in what it praises or blames."""
    return _SPEECH.match(words_) is not None or _SPEECH.search(told) is not None


def _closed(text: str, span: Span, told: Span, kind: Polarity) -> Iterator[ReportedClause]:
    """Read what a sentence praises or blames at its end, and the clauses before and after that."""
    turn = _TURNS.search(text, told.end, span.end)
    rest = Span(turn.end(), span.end) if turn else Span(span.end, span.end)
    also = _SO_DID.match(text, told.end, span.end)
    more = Span(also.end(), span.end) if also else Span(span.end, span.end)
    for part in (Span(span.start, told.start), told, rest, more):
        frame = Frame(part.start, part.start, "goes-on")
        if part in {told, more}:
            frame = Frame(part.start, part.start, "noun", kind)
        if len(part):
            yield from framed(text, part, frame, span)


def _before_next_frame(text: str, start: int, stop: int, *, last: bool) -> int:
    """Cut the words that lead into the next frame off the end of content."""
    if last:
        return stop
    lead_ = _NEXT_FRAME.search(text, start, stop)
    return lead_.start() if lead_ else stop
