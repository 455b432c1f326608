"""Items: the paragraphs under a lead-in that make a list, with glyphs, without, or as short sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from councilbrief.documents.document import Paragraph, Shape
from councilbrief.evidence.findings.leads import Lead, is_no_lead, lead, names_reporter, paired
from councilbrief.evidence.findings.polarity import found
from councilbrief.evidence.findings.verbs import is_clause
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import edged
from councilbrief.provenance import Span

LONGEST_LABEL = 12
"""Words; a longer line tells a story, and what stands below it goes on with that."""

_SECTION = re.compile(rf"{either('findings', 'sections')}\b", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(either("findings", "announcements"), re.IGNORECASE)
# `Support after 16, including` above items of its own
_ABOVE = re.compile(r"(?::|,? (?:including|such as|especially|in particular|for example):?)$")
_IN_BRACKETS = re.compile(r"(?<=[.!?]) \([^()]*\)$")
_SPEECH = re.compile(r"[“”\"]|(?<!Ofsted )\b(?:said|says|added|told)\b")
# an item in marks of its own
_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"|‘(?:[^‘’]|’(?=\w))+’|'(?:[^']|'(?=\w))+'")
# who is quoted in the paragraphs before: `– Cllr Hayes`
_SPOKEN_BY = re.compile(
    r"[–—~-]|(?:said|says|added|wrote|from|by|cll?r|coun|councillor|mrs?|ms|dr)\b", re.IGNORECASE
)
_PERSONAL = re.compile(
    r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our|I[’'](?:m|ve|d|ll)|[Ww]e[’'](?:re|ve|d|ll))\b"
)
# a sentence that leans on another one, or holds two things
_NOT_ALONE = re.compile(
    r"(?:and|but|yet|also|so|however|elsewhere|too|they|it|this|these|those|he|she|nor|still|then|in|at|for|on)\b"
    r"|.*(?:[,;:–—]| (?:but|although|though|while|whereas|yet|because)\b)",
    re.IGNORECASE,
)
_PAGE_END = edged("lists", "page_ends")
# sentences after a colon that tell of plans or of the inspection go on with the story
_ELSEWHERE = edged("findings", "elsewhere")
# `The report, which came out on Friday, also says:`
_REPORTS = re.compile(
    r"\b(?:report|letter|inspectors|ofsted|watchdog|inspectorate)\b[^:“\"]*?"
    r" (?:says?|said|finds?|found|states?|stated|notes?|noted|adds?|added|warns?|warned|lists?|listed|shows?)"
    r"(?: (?:also|too|that))?:$",
    re.IGNORECASE,
)
# a few words in marks within a sentence
_SNIPPET = re.compile(r"“[a-z][^“”.?!]{2,60}”|\"[a-z][^\".?!]{2,60}\"")
_SHORT_LABEL = 5
_FEWEST_QUOTED = 2
_FEWEST_SENTENCES = 2
_LONGEST_ITEM = 420
_LONGEST_CLOSING = 220
_LONGEST_SENTENCE = 160


def items_below(reading: Reading, index: int, kind: Lead, line: str) -> tuple[int, list[Span]]:
    """Collect the items under a lead-in of the words `line`, and say how many paragraphs they are."""
    first = index + 1
    if first < len(reading.paragraphs) and reading.paragraphs[first].shape is Shape.ITEM:
        taken = list(_with_glyphs(reading, first))
        return len(taken), _of_one_level(reading, taken)
    quoted = quoted_below(reading, first)
    if quoted and kind is Lead.NEUTRAL:
        return len(quoted), quoted
    colon = line.endswith(":")
    label = len(line.split()) <= LONGEST_LABEL or _REPORTS.search(line) is not None
    if label and (colon or kind is not Lead.NEUTRAL):
        sentences = _sentences_below(reading, first)
        if colon:
            sentences = list(takewhile(_Findings(reading.text, kind), sentences))
        if len(sentences) > 1:
            told = [span for span in sentences if not _ANNOUNCEMENT.search(span.slice(reading.text))]
            return len(sentences), told
        told = _told_at_once(reading, first, kind)
        if told:
            return 1, told
    items = _without_glyphs(reading, first, kind, colon=colon)
    followed = first + len(items) < len(reading.paragraphs)
    if items and followed and _is_head(reading, items[-1]):
        items = items[:-1]
    enough = colon or (len(items) > 1 and label)
    return len(items), [item.span for item in items] if enough else []


@dataclass(frozen=True, slots=True)
class _Findings:
    """Which sentences under a lead-in with a colon are findings; under a neutral one, such as show it."""

    text: str
    kind: Lead

    def __call__(self, span: Span) -> bool:
        words_ = span.slice(self.text)
        told = self.kind is not Lead.NEUTRAL or found(words_) is not None
        return told and not _ELSEWHERE.search(words_.lower())


def quoted_below(reading: Reading, first: int) -> list[Span]:
    """Take paragraphs that are quoted from end to end and by nobody who speaks of himself or is named."""
    out: list[Span] = []
    for paragraph in islice(reading.paragraphs, first, None):
        words_ = paragraph.span.slice(reading.text)
        if not _QUOTED.fullmatch(words_):
            named = _SPOKEN_BY.match(words_) is not None
            return [] if named or len(out) < _FEWEST_QUOTED else out
        if _PERSONAL.search(words_):
            return []
        out.append(paragraph.span)
    return out if len(out) >= _FEWEST_QUOTED else []


def _is_head(reading: Reading, item: Paragraph) -> bool:
    """Say whether the last line of a list is the head of what follows, rather than `How we keep in touch`."""
    after = reading.paragraphs[item.number].span.slice(reading.text)
    line = item.span.slice(reading.text)
    return line[0].isupper() and _SECTION.match(line) is not None and not after.endswith("?")


def stands_above(reading: Reading, index: int) -> bool:
    """Say whether an item stands over items of another kind: a numbered heading, or an item with its own."""
    above, below = reading.paragraphs[index], reading.paragraphs[index + 1 : index + 2]
    return bool(below) and below[0].shape is Shape.ITEM and sort_of(below[0]) != sort_of(above)


def _with_glyphs(reading: Reading, first: int) -> Iterator[Paragraph]:
    """Take the paragraphs with glyphs that stand together, up to the head of the next list."""
    opening = reading.paragraphs[first]
    for index in range(first, len(reading.paragraphs)):
        item = reading.paragraphs[index]
        words_ = item.span.slice(reading.text)
        is_item = item.shape is Shape.ITEM or _has_lost_glyph(reading, index)
        if not is_item or len(words_) > _LONGEST_ITEM or _PAGE_END.match(words_.lower()):
            return
        short = len(words_.split()) <= LONGEST_LABEL
        if stands_above(reading, index):
            other = index > first and sort_of(item) != sort_of(reading.paragraphs[index - 1])
            head = lead(words_) is not None or is_no_lead(words_)
            if (other and (head or (short and words_[0].isupper()))) or (index == first and head):
                return
        elif index > first and short and item.glyph[:1].isdigit() and not opening.glyph[:1].isdigit():
            return
        yield item


def _has_lost_glyph(reading: Reading, index: int) -> bool:
    """Say whether a line between two items goes on with their list: it begins small and is not closed."""
    before, after = reading.paragraphs[index - 1 : index], reading.paragraphs[index + 1 : index + 2]
    beside = before and after and before[0].shape is after[0].shape is Shape.ITEM
    line = reading.paragraphs[index].span.slice(reading.text)
    return (
        bool(beside) and sort_of(before[0]) == sort_of(after[0]) and line[0].islower() and line[-1].isalnum()
    )


def _of_one_level(reading: Reading, items: list[Paragraph]) -> list[Span]:
    """Leave out what stands a level above the items (`Among other things:`) or below them."""
    out: list[Span] = []
    glyph = sort_of(items[0]) if items else ""
    below = label = False
    for item in items:
        if not (below or label or out):
            glyph = sort_of(item)
        if (below or label) and item.glyph and sort_of(item) != glyph:
            if label:
                out.append(item.span)
            continue
        words_ = item.span.slice(reading.text)
        above = _ABOVE.search(words_)
        label = words_.endswith(":")
        below = above is not None and not label
        if not label:
            out.append(Span(item.span.start, item.span.start + above.start()) if above else item.span)
    return out


def sort_of(item: Paragraph) -> str:
    """Return what the glyphs of one list have in common."""
    return re.sub(r"[A-Za-z]+", "a", re.sub(r"\d+", "1", item.glyph))


def _sentences_below(reading: Reading, first: int) -> list[Span]:
    """Take the short sentences, each a paragraph, that stand under a label, without asides in brackets."""
    out: list[Span] = []
    for paragraph in islice(reading.paragraphs, first, None):
        span = paragraph.span
        aside = _IN_BRACKETS.search(span.slice(reading.text))
        span = Span(span.start, span.start + aside.start()) if aside else span
        words_ = span.slice(reading.text)
        short = paragraph.shape is Shape.PROSE and len(words_) <= _LONGEST_SENTENCE and words_.endswith(".")
        if not short or _SPEECH.search(_SNIPPET.sub("", words_)) or ". " in words_:
            break
        out.append(span)
    return out


def _told_at_once(reading: Reading, first: int, kind: Lead) -> list[Span]:
    """Take the short sentences of one paragraph under a label if each of them can be what the label says.

    None may say the contrary, or tell of anything but services; most must show what they are themselves.
    """
    below = reading.paragraphs[first : first + 1]
    if kind is Lead.NEUTRAL or not below or below[0].shape is not Shape.PROSE:
        return []
    spans = [sentence.span for sentence in reading.sentences_of(first)]
    words_ = [span.slice(reading.text) for span in spans]
    plain = all(is_clause(reading.text, span) for span in spans) and all(map(_is_plain, words_))
    if len(spans) < _FEWEST_SENTENCES or not plain:
        return []
    signs = [found(one) for one in words_]
    shown = sum(sign is kind.polarity for sign in signs)
    return spans if shown * 2 >= len(spans) and not {*signs} - {None, kind.polarity} else []


def _is_plain(words_: str) -> bool:
    """Say whether a short sentence tells of services, and names nobody who reports, plans or speaks."""
    told = len(words_) <= _LONGEST_SENTENCE and words_.endswith(".") and not names_reporter(words_)
    return told and not (
        _SPEECH.search(words_) or _ELSEWHERE.search(words_.lower()) or _NOT_ALONE.match(words_)
    )


def _without_glyphs(reading: Reading, first: int, kind: Lead, *, colon: bool) -> list[Paragraph]:
    """Take paragraphs as long as they are items of one list; after a colon it may be a single sentence."""
    alone = colon and kind is not Lead.NEUTRAL
    out: list[Paragraph] = []
    for paragraph in islice(reading.paragraphs, first, None):
        text = paragraph.span.slice(reading.text)
        if paragraph.shape is Shape.ITEM or len(text) > _LONGEST_ITEM or _PAGE_END.match(text.lower()):
            break
        last = out[-1].span.slice(reading.text) if out else ""
        quoted = alone and _QUOTED.fullmatch(text) is not None
        if _opens_section(text, kind) or (text[0] in "“\"‘'(" and not quoted):
            break
        if not (quoted or _ends_like_item(text, last, alone=alone)):
            break
        out.append(paragraph)
        if text.endswith("."):
            break
    return out


def _opens_section(text: str, kind: Lead) -> bool:
    """Say whether a line heads the next list: by its first word, or as it leads into the contrary."""
    words_ = len(text.split())
    if words_ > LONGEST_LABEL or text.endswith((";", "; and", ",", ", and")):
        return False
    other = lead(text) or paired(text)
    contrary = other not in {None, kind, Lead.NEUTRAL} and words_ <= _SHORT_LABEL
    return contrary or (_SECTION.match(text) is not None and other is not None)


def _ends_like_item(text: str, last: str, *, alone: bool) -> bool:
    """Say whether a line without a glyph can be an item: no sentence, or the last after semicolons."""
    if text.endswith((";", "; and", ",", ", and")):
        return True
    if text.endswith(("”", '"', ":", "?", "!")):
        return False
    closes = (
        last.endswith((" and", ";"))
        and len(text) <= _LONGEST_CLOSING
        and not any(mark in text for mark in '“":')
    )
    return not text.endswith(".") or (bool(last) and text[0].islower()) or (alone and not last) or closes
