"""Saved pages and Word files against what they really say: all of the story, no noise, what the page states.

How far their facts are found is held against floors in `test_against_truth.py`, with those of articles.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from articles import PAGES, ArticleTruth, load_articles
from councilbrief.documents.document import Document, Stated
from councilbrief.documents.opening import read_document
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

IN_PAGES = load_articles(PAGES)
EVERY = pytest.mark.parametrize("page", IN_PAGES, ids=[page.id for page in IN_PAGES])

# What belongs to the story as far as any markup tells, and is noise to a person. No fact may hold it:
# `test_against_truth.py` sees to that.
TOLD_BY_NO_MARKUP = {
    "13-st-helens-trade": {"Mohsin Haydock"},  # a byline that has the only day on the page
    "18-merton-declared-utf8": {
        "We need a volunteer to deliver the Wanderer in Colliers Wood",
        "We’ll do that in the next issue",
    },
    "21-kingston-manual-bullets": {"NEWS RELEASE", "Embargo: None"},
    "23-wiltshire-footnotes-symbols": {"a short film about the inspection", "ring Clem in communications"},
    "25-hertfordshire-content-controls": {"STRICTLY EMBARGOED UNTIL"},
    "27-newcastle-send-layout-table": {
        "Duty press officer 0191 000 0000",
        "Please recycle this release",
        "News from the Civic Centre",
    },
    "28-camden-letter-quote-style": {
        "For internal use",
        "Please don’t forward this email outside the council",
    },
    "54-leeds-infinite-scroll": {"Farrukh Otley-Bain"},  # as above, with the day
    "60-cheshire-east-wp-table": {"mediateam"},  # as above
    "61-gloucestershire-umbraco-dl": {"This video has subtitles", "For outstanding invoices"},  # further tabs
    "65-bolton-embargo": {"EMBARGOED UNTIL", "Ref: 118/24/JK"},
    "66-bexley-member-briefing": {
        "All Members",
        "Members are asked not to speak to the press",
        "email democratic services",
    },
    "67-calderdale-letter-parents": {
        "Westgate House",
        "Halifax HX1",
        "ring us and we will read this letter to you",
        "Please do not reply to this address",
    },
    "68-knowsley-committee-report": {
        "Agenda item 7",
        "note the contents of this report",
        "agree a workshop on placements",
        "thank staff",
        "which are adequate",
        "P. Halewood",
    },
    "69-brighton-newsletter-columns": {
        "Staff picnic",
        "Good Practice Week",
        "Level 3 at Bartholomew House",
        "An inadequate number of spaces",
    },
}
# Headlines that no heading, style or title tells: bold text in a cell, the first lines of a release or letter.
UNTOLD_TITLES = {
    "04-hounslow-sharepoint",
    "17-middlesbrough-table-layout",
    "18-merton-declared-utf8",
    "20-tameside-merged-table",
    "21-kingston-manual-bullets",
    "25-hertfordshire-content-controls",
    "26-rochdale-jtai-dashes",
    "67-calderdale-letter-parents",
    "69-brighton-newsletter-columns",  # several headlines under the name of the newsletter
}


@cache
def read_file(path: Path) -> Document:
    return read_document(path.read_bytes(), Source(path.stem, path.name, ""))


def read(page: ArticleTruth) -> Document:
    return read_file(page.path)


def is_web_page(page: ArticleTruth) -> bool:
    return page.path.suffix == ".html"


def wanted(page: ArticleTruth) -> tuple[str, ...]:
    """Return every string that has to be read; a pull quote, which repeats the story, need not be."""
    needed = [one for one in page.quotations if not one.optional]
    return tuple(words for words in replace(page, quotations=tuple(needed)).words if words not in page.never)


def test_there_are_pages_and_word_files_enough() -> None:
    assert sum(is_web_page(page) for page in IN_PAGES) >= 18
    assert sum(not is_web_page(page) for page in IN_PAGES) >= 10
    assert all(page.page is not None for page in IN_PAGES)


@EVERY
def test_no_word_of_a_story_is_lost(page: ArticleTruth) -> None:
    text = " ".join(read(page).text.split())
    assert [words for words in wanted(page) if words not in text] == []


@EVERY
def test_no_noise_is_read_as_story(page: ArticleTruth) -> None:
    text = " ".join(read(page).text.split())
    assert {noise for noise in page.never if noise in text} == TOLD_BY_NO_MARKUP.get(page.id, set())


@EVERY
def test_the_title_is_right_or_unknown(page: ArticleTruth) -> None:
    assert page.page is not None
    told = read(page).stated.title
    assert told in {page.page.title, None}
    assert (told is None) is (page.id in UNTOLD_TITLES)


@EVERY
def test_the_day_and_the_publisher_are_right(page: ArticleTruth) -> None:
    assert page.page is not None
    source = gather(read(page)).source
    assert (source.published.value.iso() if source.published else None) == page.page.published
    if is_web_page(page):
        assert source.publisher == page.page.publisher
    else:
        assert read(page).stated == Stated(title=read(page).stated.title)


@EVERY
def test_every_paragraph_leads_back_to_the_text_of_the_file(page: ArticleTruth) -> None:
    document = read(page)
    removed = [one.original for one in document.removed]
    for paragraph in document.paragraphs:
        place = document.map.original(paragraph.span)
        shown = place.slice(document.original)
        assert letters(shown) == letters(document[paragraph.span]) or "â€" in shown or "Ã" in shown
        assert not any(place.overlaps(one) for one in removed)


def letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
