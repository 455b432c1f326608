"""Lists of findings: a line that leads in, and the items under it or after it, with glyphs or without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from councilbrief.documents.document import Shape
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.items import items_below
from councilbrief.evidence.findings.labels import leads, line_of, told_below
from councilbrief.evidence.findings.leads import Lead, lead, paired
from councilbrief.evidence.findings.parts import parts
from councilbrief.evidence.findings.past import Past
from councilbrief.evidence.findings.polarity import found as what_was_found
from councilbrief.evidence.findings.polarity import presumed
from councilbrief.evidence.findings.verbs import has_verb, is_clause
from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `Help and protection – good.`
_GRADE_END = re.compile(
    r"(?<!\bnot)(?<!\bshort of)(?<!\bvery)(?<!\bextremely)(?<!\bespecially)(?<!\breally)"
    rf"(?:^|[\s:.…–—-])(?:{GRADE_WORDS})[’”'\"]?(?: overall)?[\s(!).|]*$",
    re.IGNORECASE,
)
# `Staff are experienced and morale is good`
_PRACTICE_END = re.compile(
    rf"\b{either('findings', 'ungraded')} (?:is|are|was|were|remains?) (?:\w+ )?good\W*$", re.IGNORECASE
)
# `; and` at the end of an item
_TRIM = re.compile(r"[;,.]?(?: and| or)?[;,.]?$")
# `strengths l Good links l Stable staff`, `Inspectors liked ◆ the speed ◆ the advice`
_RUN = re.compile(
    r"\s(?:[•●▪◦∙‣·*»\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?|[lo](?= [A-Z]))\s+"
)
_NEXT_ITEM = re.compile(r"[;,] (?:and )?\((?:[ivx]+|[a-h]|\d)\) |\s[•●▪◦■◆►➢✓✔]\ufe0f?\s+")
_ACTION = re.compile(
    rf"(?:{either('findings', 'actions')}|{either('lists', 'told_there')})(?!\w)", re.IGNORECASE
)
_IMPERATIVE = re.compile(rf"{either('findings', 'imperatives')}(?!\w)", re.IGNORECASE)
_OTHER_AREA = re.compile(either("findings", "other_areas"), re.IGNORECASE)
_BYLINE = re.compile(either("findings", "bylines"), re.IGNORECASE)
_FILLERS = re.compile(
    r"\b(?:only|just|both|all|the|and|of|for|in|a|an|to|its|their|work|with|too|also|experience|progress)\b"
    r"|[’']s\b|\W",
    re.IGNORECASE,
)
_TELLS = re.compile(rf"{either('findings', 'tellers')}\b.*\.$", re.IGNORECASE)
# what is done, though a framework has a judgement of nearly that name
_OF_WORK = re.compile(r"(?:the )?(?:quality|consistency|standard) of social work(?: practice)?")
# `Areas for development: `, `Strengths included `
_OWN_LABEL = re.compile(r"(?P<label>[A-Z][^\W\d]*(?: [\w’'-]+){0,5})(?:: | (?:include[sd]?) )")
# `whether plans are clear`, `ensuring visits are made`, `Keep: visits that are kept`
_NO_CLAIM = re.compile(r"(?:how|whether|that|what|why|to|\w+ing)\b|\w+:", re.IGNORECASE)
_HANGS = re.compile(r",| (?:so that|who|which|that|where|when|whose|whom)\b")
_COLUMN = re.compile(r" ?[|\t] ?")
_TICKS, _CROSSES = "✅✔✓☑👍+", "❌✗✘✖☒👎-–−"
_FEWEST_WORDS = 2
_FEWEST_MARKS = 2


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of findings, trimmed of its closing mark."""

    span: Span
    polarity: Polarity
    rule: str
    lead: Span


def list_items(reading: Reading, past: Past) -> Iterator[Item]:
    """Yield the items of every list of findings, in order, but for those of an earlier inspection."""
    index = 0
    while index < len(reading.paragraphs):
        run = _run(reading, index)
        if run:
            yield from run
        rows = [] if run else _table(reading, index)
        if rows:
            yield from rows
        is_item = reading.paragraphs[index].shape is Shape.ITEM
        back = told_below(reading, index) if is_item else None
        if back is not None:
            yield from _classified(reading, reading.paragraphs[index + len(back[1])].span, *back)
            index += len(back[1])
            continue
        kind = None if run or rows else leads(reading, index)
        if kind is not None and not past.is_told_in(line_of(reading, index).lower(), topical=True):
            count, items = items_below(reading, index, kind, line_of(reading, index))
            if items and not (kind is Lead.NEUTRAL and _is_told(reading, index, count)):
                yield from _classified(reading, reading.paragraphs[index].span, kind, items)
                index += count
        index += 1


def _is_told(reading: Reading, index: int, count: int) -> bool:
    """Say whether what stands under a head is prose in numbered paragraphs: `3.1 Inspectors noted that …`."""
    below = [reading.paragraphs[at].span for at in range(index + 1, index + 1 + count)]
    told = sum(_TELLS.match(span.slice(reading.text)) is not None for span in below)
    return told > 1 or len(below) == told == 1


def _run(reading: Reading, index: int) -> list[Item]:
    """Read a list that has been run together in one paragraph with its lead."""
    paragraph = reading.paragraphs[index]
    text = reading.text
    marks = list(_RUN.finditer(text, paragraph.span.start, paragraph.span.end))
    if len(marks) < _FEWEST_MARKS or paragraph.shape is Shape.ITEM:
        return []
    before = Span(paragraph.span.start, marks[0].start())
    kind = lead(_last_sentence(reading, before))
    if kind is None:
        return []
    ends = [*(mark.start() for mark in marks[1:]), paragraph.span.end]
    spans = [Span(mark.end(), end) for mark, end in zip(marks, ends, strict=True) if end > mark.end()]
    return list(_classified(reading, before, kind, spans))


def _table(reading: Reading, index: int) -> list[Item]:
    """Read the rows under a line of column heads of which one at least leads into findings."""
    above = reading.paragraphs[index].span
    columns = _cells(reading.text, above)
    heads = [lead(head.slice(reading.text)) for head in columns] if len(columns) >= _FEWEST_MARKS else []
    if not any(head is not None and head.polarity for head in heads):
        return []
    out: list[Item] = []
    for paragraph in islice(reading.paragraphs, index + 1, None):
        cells = _cells(reading.text, paragraph.span)
        if len(cells) != len(heads):
            break
        for head, cell in zip(heads, cells, strict=True):
            if head is not None and len(cell):
                out += _classified(reading, above, head, [cell])
    return out


def _cells(text: str, span: Span) -> list[Span]:
    """Cut a line into its columns."""
    out, start = [], span.start
    for mark in _COLUMN.finditer(text, span.start, span.end):
        out.append(Span(start, mark.start()))
        start = mark.end()
    return [*out, Span(start, span.end)]


def _last_sentence(reading: Reading, span: Span) -> str:
    """Return the words of a span from where its last sentence begins."""
    if not len(span):
        return ""
    return reading.text[max(reading.sentence_at(span.end - 1).span.start, span.start) : span.end]


def _classified(reading: Reading, above: Span, kind: Lead, items: list[Span]) -> Iterator[Item]:
    """Give each item the lead-in's polarity; under a neutral one, its own."""
    text = reading.text
    labelled = list(_labelled(reading, items))
    for own_kind, told in labelled:
        yield from (Item(span, own_kind, "list-labelled", above) for span in parts(text, told, things=True))
    taken = Coverage(told for _, told in labelled)
    items = [span for span in items if not taken.meets(span)]
    spans = [trimmed(text, part) for span in items for part in _numbered(text, span)]
    if any(_BYLINE.match(text, span.start, span.end) for span in spans):
        return
    orders = sum(_IMPERATIVE.match(text, span.start, span.end) is not None for span in spans)
    kind = Lead.IMPROVEMENT if kind is Lead.NEUTRAL and orders * 2 > len(spans) else kind
    signs = _marked(reading, spans) or [what_was_found(span.slice(text)) for span in spans]
    kind = _in_own_words(text, kind, spans, signs)
    usual = _usual(signs) or _presumed(text, spans)
    for span, own in zip(spans, signs, strict=True):
        words_ = span.slice(text)
        few = (kind is Lead.NEUTRAL or len(spans) == 1) and len(words_.split()) < _FEWEST_WORDS
        if few or words_.lower() == "ofsted" or words_.endswith("?") or "\t" in words_:
            continue
        if _ACTION.match(words_) or is_area_or_grade(text, span):
            continue
        found = kind.polarity or own or usual
        if found is not None:
            yield Item(span, found, f"list-{kind}", above)


def _labelled(reading: Reading, items: list[Span]) -> Iterator[tuple[Polarity, Span]]:
    """Yield what items hold that say themselves what it is: `Strengths included …`, `Fix: …`."""
    text = reading.text
    labels = [match for span in items if (match := _OWN_LABEL.match(text, span.start, span.end))]
    pairs = [paired(match["label"]) for match in labels]
    both = len({*pairs} - {None}) > 1
    for match, pair in zip(labels, pairs, strict=True):
        kind = lead(f"{match['label']}:") or (pair if both else None)
        if kind is not None and kind.polarity is not None:
            stop = reading.sentence_at(match.end()).span.end
            item = next(span for span in items if span.start == match.start())
            yield kind.polarity, Span(match.end(), min(stop, item.end))


def _numbered(text: str, span: Span) -> Iterator[Span]:
    """Cut an item that goes on with `; (ii) …`, or with the next glyph of its list."""
    start = span.start
    for match in _NEXT_ITEM.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _usual(found: Iterable[Polarity | None]) -> Polarity | None:
    """Return what most of a list's items are, None where none tells."""
    counted = Counter(polarity for polarity in found if polarity is not None)
    if not counted:
        return None
    worse = counted[Polarity.IMPROVEMENT] > counted[Polarity.STRENGTH]
    return Polarity.IMPROVEMENT if worse else Polarity.STRENGTH


def _in_own_words(text: str, kind: Lead, spans: list[Span], signs: Sequence[Polarity | None]) -> Lead:
    """Return what a list is: as it was led into, unless most of its items are clauses that say the contrary.

    `Effective supervision` may be what has to come; `supervision is effective` is what there is.
    """
    own = {sign for sign in signs if sign is not None}
    if kind is Lead.NEUTRAL or kind.polarity in own or not own:
        return kind
    told = sum(
        sign is not None and _asserts(text, span, sign) for span, sign in zip(spans, signs, strict=True)
    )
    return Lead.NEUTRAL if told * 2 > len(spans) else kind


def _asserts(text: str, span: Span, sign: Polarity) -> bool:
    """Say whether an item tells what is the case, and is no thing, order or question with a clause in it."""
    if _NO_CLAIM.match(text, span.start, span.end) or _IMPERATIVE.match(text, span.start, span.end):
        return False
    hangs = _HANGS.search(text, span.start, span.end)
    main = Span(span.start, hangs.start() if hangs else span.end)
    return has_verb(text, main) or (sign is Polarity.IMPROVEMENT and is_clause(text, main))


def _marked(reading: Reading, items: list[Span]) -> list[Polarity | None]:
    """Return what ticks and crosses make of the items of a list that has both."""
    glyphs = {paragraph.span.start: paragraph.glyph for paragraph in reading.paragraphs if paragraph.glyph}
    marks = [glyphs.get(span.start, " ")[:1] for span in items]
    if not (any(mark in _TICKS for mark in marks) and any(mark in _CROSSES for mark in marks)):
        return []
    return [Polarity.IMPROVEMENT if mark in _CROSSES else Polarity.STRENGTH for mark in marks]


def _presumed(text: str, items: list[Span]) -> Polarity | None:
    """Return what items are that all tell of practice, and none of them a sign of what it is."""
    told = {presumed(span.slice(text)) if is_clause(text, span) else None for span in items}
    return told.pop() if len(told) == 1 else None


def trimmed(text: str, span: Span) -> Span:
    """Leave an item's marks, closing semicolon, full stop or `; and` out."""
    words_ = span.slice(text).rstrip()
    start, end = span.start, span.start + len(words_)
    if words_[:1] in '“"' and words_[-1:] in '”"' and not any(mark in words_[1:-1] for mark in '“”"'):
        start, end = start + 1, end - 1
    elif words_[-1:] in '”"' and not any(mark in words_[:-1] for mark in '“"'):
        end -= 1  # the mark closes what was opened before the list
    closing = _TRIM.search(text[start:end])
    return Span(start, start + closing.start() if closing else end)


def is_area_or_grade(text: str, span: Span) -> bool:
    """Say whether an item is no finding but an area's name or its grade."""
    words_ = span.slice(text)
    if (_GRADE_END.search(words_) and not _PRACTICE_END.search(words_)) or _OTHER_AREA.fullmatch(words_):
        return True
    left, at = [], span.start
    if _OF_WORK.fullmatch(words_):
        return False
    mentions = sorted(mention.span for mention in area_mentions(text, span.start, span.end))
    for one in mentions:
        left.append(text[at : max(one.start, at)])
        at = max(at, one.end)
    rest = " ".join([*left, text[at : span.end]])
    return bool(mentions) and not _FILLERS.sub("", rest)
