"""The proof: a PDF must say what its briefing says, and the briefing what its sources say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from hashlib import md5

from councilbrief.briefing.blocks import Briefing, Slice
from councilbrief.briefing.edition_json import dumped, edition_of, loaded
from councilbrief.documents.document import Document
from councilbrief.pdf.file.attachment import NAME, RELATION
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.proof.allowed import Strange
from councilbrief.pdf.proof.declaring import declared_faults, description_faults
from councilbrief.pdf.proof.differing import differences
from councilbrief.pdf.proof.following import Course, LostError, follow
from councilbrief.pdf.proof.lines import Lines
from councilbrief.pdf.proof.links import is_just_above, link_faults
from councilbrief.pdf.proof.passages import Reading, readings
from councilbrief.pdf.proof.pills import pill_faults, pills_of
from councilbrief.pdf.proof.readback import Carried, Readback, read_back
from councilbrief.pdf.proof.seen import astray_faults, seen_faults
from councilbrief.pdf.proof.shown import chart_faults
from councilbrief.pdf.proof.streams import faults as faults_in
from councilbrief.pdf.proof.streams import operators
from councilbrief.pdf.proof.tagged import Sequence, TreeError
from councilbrief.pdf.proof.tags import Fault, tag_faults
from councilbrief.pdf.reading import Node, every_part, tree
from councilbrief.pdf.setting.running import running_of
from councilbrief.problems import Problem, ProofError, Severity
from councilbrief.provenance import Span


def prove(pdf: bytes, briefing: Briefing, documents: Mapping[str, Document]) -> None:
    """Raise ProofError, with every difference and its place, unless the PDF is the briefing's.

    Its words, their order, the rows of its tables, the pages that its outline opens and
    the lines at the head and foot of its pages must be those of the briefing; so must its tags,
    its links, the grades that its charts and pills show, what an eye sees of it all, and the facts
    that it carries; the file may hold nothing else. Each slice must stand letter for letter in
    `documents`, by the source's id.
    """
    found = _read(pdf)
    wanted = tree(briefing)
    words = tuple(_words(found, tuple(readings(wanted)), briefing))
    furniture = tuple(_furniture(found, briefing))
    differ = any(problem.key == "proof-words" for problem in words)
    problems = [
        *furniture,
        *words,
        *_tags(found, wanted, words=not differ),
        *_shown(found, wanted, briefing),
        *_declared(found, briefing, headed=not any(one.key == "proof-head" for one in furniture)),
        *_strange(found),
        *_facts(found, briefing),
        *_slices(briefing, documents),
    ]
    if problems:
        raise ProofError(problems)


def _read(pdf: bytes) -> Readback:
    """Read a PDF; one that can't be read is no proof of anything."""
    try:
        return read_back(pdf)
    except TreeError as error:
        raise ProofError(_problem("proof-tags", str(error))) from error
    except Exception as error:  # a broken file makes the reader raise whatever it comes upon
        raise ProofError(
            _problem("proof-file", f"the PDF is damaged, or none ({type(error).__name__})")
        ) from error


def _problem(key: str, message: str) -> Problem:
    return Problem(Severity.ERROR, key, message)


def _fault_problem(key: str, fault: Fault) -> Problem:
    page = f"page {fault.page}: " if fault.page else ""
    return _problem(key, f"{page}{fault.where} {fault.what}")


def _folded(text: str) -> str:
    return " ".join(printed(text).split())


def _furniture(found: Readback, briefing: Briefing) -> Iterator[Problem]:
    """Check the lines at the head and foot of each page, and that they are no part of what it says."""
    running = running_of(briefing, len(found.heads))
    tagged = {glyph.page for glyph in found.running if not glyph.decoration}
    for page, (above, below) in enumerate(zip(found.heads, found.feet, strict=True), 1):
        foot = _folded(" ".join((*running.foot, running.number(page))))
        if _folded(above) != _folded(running.head):
            yield _problem("proof-head", f"page {page}: the line at its head is not the briefing's")
        if _folded(below) != foot:
            yield _problem("proof-foot", f"page {page}: the line at its foot is not “{foot}”")
        if page in tagged:
            yield _problem("proof-tags", f"page {page}: its head or foot is tagged as part of what it says")


def _tags(found: Readback, wanted: Node, *, words: bool) -> Iterator[Problem]:
    """Check the tree of tags, the links, and that nothing is drawn outside."""
    faults = (*tag_faults(found, wanted, words=words), *link_faults(found, wanted))
    yield from (_fault_problem("proof-tags", fault) for fault in dict.fromkeys(faults))
    marks: dict[int, dict[int, str]] = {}
    for element in found.tags.root.every if found.tags.root else ():
        for kid in element.kids:
            if isinstance(kid, Sequence):
                marks.setdefault(kid.page, {})[kid.number] = element.tag
    for page, code in enumerate(found.codes, 1):
        for what in faults_in(code, marks.get(page, {})):
            yield _problem("proof-tags", f"page {page}: {what}")


def _shown(found: Readback, wanted: Node, briefing: Briefing) -> Iterator[Problem]:
    """Check what charts and pills show besides words, and that an eye sees it all."""
    lines, pills = Lines(found.glyphs), pills_of(found, wanted)
    faults = (*pill_faults(found, pills, lines), *chart_faults(found, briefing))
    yield from (_fault_problem("proof-grade", fault) for fault in faults)
    seen = seen_faults(found, briefing.theme, pills, lines)
    yield from (_fault_problem("proof-seen", fault) for fault in seen)
    astray = (*astray_faults(found.glyphs), *astray_faults(found.running))
    yield from (_fault_problem("proof-place", fault) for fault in astray)


def _declared(found: Readback, briefing: Briefing, *, headed: bool) -> Iterator[Problem]:
    """Check what the file declares of itself, and its fonts.

    Unless it is `headed` as it should be, its description is left out: it is made of the same words.
    """
    faults = [*declared_faults(found.declared, found.tags.tabs, briefing)]
    faults += description_faults(found.declared, briefing) if headed else ()
    for what in faults:
        yield _problem("proof-file", f"the PDF {what}")


def _strange(found: Readback) -> Iterator[Problem]:
    """Check that the file has nothing that no briefing needs: it is not known what it does."""
    strange = [*found.strange]
    strange += [Strange(page, what) for page, code in enumerate(found.codes, 1) for what in operators(code)]
    for one in strange:
        page = f"page {one.page}: " if one.page else ""
        yield _problem("proof-file", f"{page}the PDF {one.what}")


def _words(found: Readback, wanted: tuple[Reading, ...], briefing: Briefing) -> Iterator[Problem]:
    """Check every word, its order and its place; then the outline."""
    try:
        course = follow(found.glyphs, wanted)
    except LostError as lost:
        parted = list(differences(found.glyphs, wanted))
        yield from parted or [
            _problem("proof-place", f"page {lost.page}: {lost.where} does not stand where it should")
        ]
        return
    for astray in dict.fromkeys(course.astray):
        yield _problem("proof-place", f"page {astray.page}: {astray.where} {astray.what}")
    yield from _outline(found, course, briefing)


def _outline(found: Readback, course: Course, briefing: Briefing) -> Iterator[Problem]:
    """Check that each section has its bookmark, in order, and that it opens the heading's page."""
    titles = [_folded(entry.title) for entry in found.outline]
    wanted = [_folded(section.title) for section in briefing.sections]
    if titles != wanted:
        absent = [title for title in wanted if title not in titles] or ["in their order"]
        yield _problem("proof-outline", f"the outline lacks the sections {', '.join(absent)}")
        return
    for number, entry in enumerate(found.outline, 1):
        heading = course.sections.get(number)
        if heading is None:
            continue
        place = f"page {heading.page}: the bookmark of section “{entry.title}”"
        opened = entry.opens[0] if entry.opens else None
        if entry.opens is None or opened != heading.page:
            yield _problem("proof-outline", f"{place} opens page {opened or 'none'}")
        elif not is_just_above(entry.opens, heading):
            yield _problem("proof-outline", f"{place} opens another place on its page")


def _facts(found: Readback, briefing: Briefing) -> Iterator[Problem]:
    """Check that the PDF carries the facts of the briefing, all and only these, dated as it is."""
    names = [one.name for one in found.carried]
    wanted = [NAME] if briefing.facts else []
    if names != wanted:
        carries = f"carries {', '.join(names) or 'no file'}, and not {', '.join(wanted) or 'no file'}"
        yield _problem("proof-facts", f"the PDF {carries}")
        return
    for one in found.carried:
        if one.relation != RELATION or one.checksum != md5(one.data, usedforsecurity=False).digest():
            yield _problem("proof-facts", f"what the PDF says of its file {NAME} is not so")
        if not _is_of(briefing, one):
            yield _problem(
                "proof-facts", f"the file {NAME} in the PDF does not give the facts of the briefing"
            )


def _is_of(briefing: Briefing, one: Carried) -> bool:
    try:
        day = loaded(one.data).day
    except ValueError:
        return False
    edition = edition_of(briefing, day)
    return edition is not None and one.data == dumped(edition) and one.dated.startswith(f"D:{day:%Y%m%d}")


def _slices(briefing: Briefing, documents: Mapping[str, Document]) -> Iterator[Problem]:
    for part in every_part(briefing):
        if part.taken:
            fault = _fault(part.taken, documents.get(part.taken.place.source))
            if fault:
                yield _problem("proof-slice", f"{part.where}, taken from {part.taken.place}: {fault}")


def _fault(taken: Slice, document: Document | None) -> str | None:
    """Say what is wrong with a slice, if anything: in the clean text, in the map, in the file as it came."""
    place = taken.place
    if document is None:
        return f"there is no document “{place.source}”"
    if len(place.pieces) != 1 or len(place.original) != 1:
        return "a slice has one piece, and this one has several"
    piece = place.pieces[0]
    if document[piece] != taken.words:
        return "the words are not those of the document"
    if piece.end > len(document.text) or document.map.original(piece) != place.original[0]:
        return "its place in the file is not the one that the document gives"
    if any(_altered(document, at) for at in range(piece.start, piece.end)):
        return "a letter or figure differs from the file's"
    return None


def _altered(document: Document, at: int) -> bool:
    """Say whether a letter or figure stands for a single other one; what the map widens is a repair."""
    char = document.text[at]
    raw = document.map.original(Span(at, at + 1)).slice(document.original)
    return char.isalnum() and len(raw) == 1 and char not in unicodedata.normalize("NFKC", raw)
