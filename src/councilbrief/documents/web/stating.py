"""What a page states of itself: its headline, its publisher and the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from councilbrief.documents.document import Stated
from councilbrief.documents.repair import repair
from councilbrief.documents.strand import Strand
from councilbrief.documents.web.days import day_of
from councilbrief.documents.web.linked_data import Article, Told
from councilbrief.documents.web.markup import ancestors, words
from councilbrief.documents.web.noise import WORDLESS
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import STATED_IN, Dated, PartialDate

PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
"""The names of elements in a page's head that state when it was published, the surest first. What is called
`date` or `created` may be the day of a change or of the system; such a day is not taken."""

_SITE = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher")
_LONGEST_TITLE, _LONGEST_NAME = 300, 100
_ALTERED = re.compile(r"updat|modif|amend|edit|review|event|expir", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?P<title>.+\S)\s+(?:[|–—:»·]|-|::)\s+(?P<site>[^|–—]+)$")
_LEVELS = ("h1", "h2", "h3")
_FEWEST_WORDS = 3
"""Of a headline; what is shorter names a section of a site."""

_LONGEST_RUBRIC = 20
"""Characters that a headline may have more than the title: `Exclusive`."""

_NAMED = re.compile(
    r"(?:article|entry|post|story|news|page)[-_]*(?:title|headline|heading)|headline", re.IGNORECASE
)
_LETTERS = re.compile(r"[\W_]+")
_STORY = 80
"""Characters; a paragraph that is longer is the story, and no day beyond it is that of the page."""

_FURTHEST = 60
"""Elements after the headline, among which the day of publication stands."""

_NEAR = 3
"""Elements before the headline."""

_WIDE = frozenset({"body", "main", "form"})
_DISTANT_DAYS = 1
"""Days by which two statements of the same moment may differ: one may be in another zone."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and which element states it."""

    value: PartialDate
    where: str


def headline(root: HtmlElement, metas: Mapping[str, str], told: Told) -> HtmlElement | None:
    """Return the heading that is the page's title; a site's or a section's name set as a heading is none."""
    site = _plain(metas.get("og:site_name", ""))
    headings = [
        (one, plain) for one in root.iter(*_LEVELS) if (plain := _plain(words(one))) and plain != site
    ]
    for title in (metas.get("og:title"), *(one.headline for one in told.articles), root.findtext(".//title")):
        wanted = _plain(title or "")
        fitting = [one for one in headings if _fits(one[1], wanted)]
        if fitting:
            return max(fitting, key=lambda one: (one[0].tag == "h1", len(one[1])))[0]
    long = [one for one, plain in headings if one.tag == "h1" and len(plain.split()) >= _FEWEST_WORDS]
    named = [one for one, _ in headings if _NAMED.search(one.get("class", ""))]
    return long[0] if len(long) == 1 else next(iter(named), None)


def _fits(heading: str, title: str) -> bool:
    """Say whether a heading is the title of a page, which may name the site as well."""
    nearly = title in heading and len(heading) <= len(title) + _LONGEST_RUBRIC
    return bool(title) and len(heading.split()) >= _FEWEST_WORDS and (heading in title or nearly)


def metas(root: HtmlElement) -> dict[str, str]:
    """Return what a page's meta elements say, by their names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "")[:2_000].split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def stated(
    given: Mapping[str, str],
    linked: Told,
    heading: HtmlElement | None,
    noise: Mapping[HtmlElement, str],
    site: str | None,
) -> tuple[Stated, tuple[Problem, ...]]:
    """Return what a page states of itself, and a warning where it gives several days.

    `given` are its meta elements, `linked` is its JSON-LD, `site` the name that its title and its head bear.
    """
    told = _of_page(linked.articles, given, heading)
    days = list(_days(given, told, heading, noise))
    published = Dated(days[0].value, f"{STATED_IN}the page’s {days[0].where}") if days else None
    title = words(heading) if heading is not None else _title(given, told)
    title = title if title and len(title.split()) >= _FEWEST_WORDS else None
    names = (*(given.get(name) for name in _SITE), *(one.publisher for one in told), linked.site, site)
    publisher = next((name for name in names if name), None)
    return Stated(_line(title, _LONGEST_TITLE), _name(publisher), published), tuple(_differing(days))


def _of_page(told: Sequence[Article], given: Mapping[str, str], heading: HtmlElement | None) -> list[Article]:
    """Return what is told of the page's own article; where several are, that of its headline."""
    titles = {_plain(given.get("og:title", "")), _plain(words(heading)) if heading is not None else ""} - {""}
    own = [one for one in told if one.headline and _plain(one.headline) in titles]
    return own or (list(told) if len(told) == 1 else [])


def _days(
    given: Mapping[str, str],
    told: Sequence[Article],
    heading: HtmlElement | None,
    noise: Mapping[HtmlElement, str],
) -> Iterator[Day]:
    """Yield the days of publication that a page states, the surest first."""
    for name in PUBLISHED[:2]:
        yield from _day(given.get(name), f"meta element {name}")
    for one in told:
        yield from _day(one.published, "JSON-LD, datePublished")
    for name in PUBLISHED[2:]:
        yield from _day(given.get(name), f"meta element {name}")
    if heading is not None:
        for element in _beside(heading, noise):
            yield from _day(element.get("datetime"), "time element beside the headline")


def _day(given: str | None, where: str) -> Iterator[Day]:
    day = day_of(given) if given else None
    if day is not None:
        yield Day(day, where)


def _beside(heading: HtmlElement, noise: Mapping[HtmlElement, str]) -> Iterator[HtmlElement]:
    """Yield the time elements around the headline, as far as the story, that do not tell of a change."""
    for element in (*_around(heading), *_following(heading, noise)):
        if element.tag == "p" and len(words(element)) > _STORY:
            return
        if element.tag == "time" and not _tells_of_change(element):
            yield element


def _around(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what stands before a heading in the same part of the page, the nearest first."""
    above = heading.getparent()
    if above is not None and above.tag not in _WIDE:
        for sibling in islice(heading.itersiblings(preceding=True), _NEAR):
            yield from islice(sibling.iter(), _FURTHEST)


def _following(heading: HtmlElement, noise: Mapping[HtmlElement, str]) -> Iterator[HtmlElement]:
    """Yield the elements after a heading in reading order, those apart that are noise."""
    left = _FURTHEST
    for above in ancestors(heading):
        if above.tag in {"body", "html"}:
            return
        for sibling in above.itersiblings():
            waiting = [sibling]
            while waiting and left:
                element = waiting.pop()
                if element not in noise and element.tag not in WORDLESS:
                    left -= 1
                    yield element
                    waiting.extend(reversed(element))


def _tells_of_change(element: HtmlElement) -> bool:
    """Say whether a day is that of an update, by the names of its element or the words before it."""
    above = element.getparent()
    before = element.getprevious()
    lead = (
        above.text
        if before is None and above is not None
        else (before.tail or words(before))
        if before is not None
        else ""
    )
    named = " ".join(element.get(name, "") for name in ("class", "itemprop", "id", "title"))
    return bool(_ALTERED.search(f"{named} {(lead or '')[-40:]} {(element.text or '')[:40]}"))


def _differing(days: Sequence[Day]) -> Iterator[Problem]:
    """Warn where a page states days that are further apart than zones make them."""
    if not days:
        return
    first = days[0]
    others = [
        one for one in days[1:] if abs((one.value.earliest() - first.value.earliest()).days) > _DISTANT_DAYS
    ]
    if others:
        other = others[0]
        message = (
            f"the page says that it was published on {first.value.text()} ({first.where}) and on"
            f" {other.value.text()} ({other.where}); the first is taken: check, and say it in sources.yaml"
        )
        yield Problem(Severity.WARNING, "page-dates-differ", message)


def _title(given: Mapping[str, str], told: Sequence[Article]) -> str | None:
    """Return the title that a page's head gives, without the site's name behind it."""
    title = given.get("og:title")
    if title is None:
        return next((one.headline for one in told if one.headline), None)
    match = _SUFFIX.match(title)
    site = _plain(given.get("og:site_name", ""))
    return match["title"] if match and site and _plain(match["site"]) in site else title


def _plain(text: str) -> str:
    return _LETTERS.sub(" ", text.lower()).strip()


def _line(text: str | None, longest: int) -> str | None:
    """Return a text if it is one that a briefing can print, and no longer than it may be."""
    flat = " ".join(repair(Strand.whole(text or "")).text.split())
    return flat if flat and len(flat) <= longest and flat.isprintable() else None


def _name(text: str | None) -> str | None:
    """Return the name of a publisher; an address of the web is none."""
    name = _line(text, _LONGEST_NAME)
    return None if name is None or "://" in name or name.startswith(("@", "www.")) else name
