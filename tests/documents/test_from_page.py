"""Saved web pages to documents: the whole story, none of what stands around it, and what the page states."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilbrief.documents.confined import Unreadable
from councilbrief.documents.document import Document, Shape
from councilbrief.documents.web.days import day_of
from councilbrief.documents.web.names import Rule, rule_of, rules
from councilbrief.documents.web.page import read
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Dated, PartialDate, Source, Span

HEADLINE = "Children’s services in Norchester rated good"
OPENING = "Inspectors from Ofsted have told Norchester City Council that its services for children are good."
SECOND = "They spent two weeks in the city in May, and met children, parents and the people who help them."
LAST = "The council will now write a plan, and the inspectors will come back in about three years."
STORY = f"<p>{OPENING}</p><p>{SECOND}</p>"
OTHER = "Next town’s services ‘inadequate’"
EVERY_RULE = pytest.mark.parametrize("rule", rules(), ids=[rule.key for rule in rules()])


def page(body: str, head: str = "") -> bytes:
    whole = (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{HEADLINE} | Norchester</title>{head}</head>"
    )
    return f"{whole}<body>{body}</body></html>".encode()


def article(story: str, head: str = "") -> Document:
    body = f"<main><article><h1>{HEADLINE}</h1>{STORY}{story}<p>{LAST}</p></article></main>"
    return read(page(body, head))


def inner(document: Document) -> list[str]:
    """Return the lines of the story between the ones that every article here has."""
    lines = [(p.glyph + " " if p.glyph else "") + document[p.span] for p in document.paragraphs]
    assert lines[:3] == [HEADLINE, OPENING, SECOND]
    assert lines[-1] == LAST
    return lines[3:-1]


def removed(document: Document) -> dict[str, str]:
    return {document.original[one.original.start : one.original.end]: one.rule for one in document.removed}


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        ("<ul><li>Visits are <b>timely</b></li><li><p>Plans are\n clear</p></li></ul>", ["• Visits are timely", "• Plans are clear"]),
        ("<ol start=3><li>One</li><li value=9>Two</li><li>Three</li></ol>", ["3. One", "9. Two", "10. Three"]),
        ("<ol type=a><li>First thing</li><li>Second thing</li></ol>", ["a) First thing", "b) Second thing"]),
        ("<ul><li>Leaders:<ul><li>know their staff</li></ul></li></ul>", ["• Leaders:", "• know their staff"]),
        ("<p>The grades:<br>Help: Good<br>Care: Good</p>", ["The grades:", "Help: Good", "Care: Good"]),
        ("<table><tr><th>Area<th>Grade<tr><td>Help<td>Requires improvement<br>to be good</table>", ["Area\tGrade", "Help\tRequires improvement to be good"]),
        ("<p>She called it <q>a <q>good</q> day</q>.</p>", ["She called it “a ‘good’ day”."]),
        ("<p>Plans are good.<sup><a href=#1>1</a></sup> Held on the 4<sup>th</sup> floor, at 10<sup>2</sup> desks.</p>", ["Plans are good. Held on the 4th floor, at 102 desks."]),
        ("<p>It is <del>inadequate</del> <ins>good</ins>.</p>", ["It is good."]),
        ("<div>First words<div>Second words</div>third words</div>", ["First words", "Second words", "third words"]),
        ("<p>Five&nbsp;areas &amp; one&hellip;</p>", ["Five areas & one…"]),
        ("<pre>One line\nAnother line</pre>", ["One line", "Another line"]),
        ("<p>The leader said:</p><blockquote><p>We are glad of it.</p><p>We thank our staff.</p></blockquote>", ["The leader said:", "“We are glad of it.", "“We thank our staff.”"]),
        ("<p>The leader said:</p><blockquote>“We are glad of it.”<footer>— Ann Lee, leader</footer></blockquote>", ["The leader said:", "“We are glad of it.”", "— Ann Lee, leader"]),
        ("<figure><table><tr><td>Help<td>Good</table><figcaption>Grades of May 2024</figcaption></figure>", ["Help\tGood", "Grades of May 2024"]),
        ("<dl><dt>Help and protection</dt><dd>Good</dd></dl>", ["Help and protection\tGood"]),
    ],
)  # fmt: skip
def test_what_a_story_holds_is_read_as_browsers_show_it(story: str, lines: list[str]) -> None:
    assert inner(article(story)) == lines


def test_columns_with_lists_are_read_one_after_the_other() -> None:
    heads = "<thead><tr><th>What is good</th><th>What must improve</th></tr></thead>"
    cells = "<td><ul><li>Visits</li><li>Plans</li></ul></td><td><ul><li>Records</li></ul></td>"
    found = inner(article(f"<table>{heads}<tbody><tr>{cells}</tr></tbody></table>"))
    assert found == ["What is good", "• Visits", "• Plans", "What must improve", "• Records"]


@pytest.mark.parametrize(
    ("noise", "rule"),
    [
        (f"<aside><h3>Related</h3><a href=/x>{OTHER}</a></aside>", "aside"),
        (f"<div class=relatedStories><p>{OTHER}.</p></div>", "related"),
        (f"<div><h3><a href=/x>{OTHER}</a></h3><p>Staff there have been told of it.</p></div>", "related"),
        (f"<p><a href=/x>{OTHER}</a></p>", "links"),
        (f"<p>READ MORE: <a href=/x>{OTHER}</a></p>", "link"),
        (f"<ul><li><a href=/x>{OTHER}</a></li><li><a href=/y>Bin days change</a></li></ul>", "links"),
        ("<figure><img src=a.jpg><figcaption>The town hall in Norchester, by Ann Lee</figcaption></figure>", "caption"),
        ("<div class='newsletter-signup'><p>Get the best of our news every morning, free.</p></div>", "newsletter"),
        ("<div style='display: none'><p>You have read three of your free articles this month.</p></div>", "hidden"),
        ("<section id=comments><p>They should all resign, says a reader of this page.</p></section>", "comments"),
        ("<nav><p>Bins and recycling in your street, week by week.</p></nav>", "navigation"),
        ("<div role=dialog><p>We use cookies to make this site work for everybody.</p></div>", "popup"),
        ("<p><b>Hide Ad</b></p>", "advertisement"),
    ],
)  # fmt: skip
def test_what_is_no_part_of_the_story_is_left_out_with_its_rule(noise: str, rule: str) -> None:
    document = article(noise)
    assert inner(document) == []
    assert rule in removed(document).values()


def test_a_box_of_facts_in_an_aside_is_part_of_the_story() -> None:
    found = inner(
        article("<aside><h3>Strengths</h3><ul><li>Visits are timely</li><li>Plans</li></ul></aside>")
    )
    assert found == ["Strengths", "• Visits are timely", "• Plans"]


def test_a_name_takes_nothing_that_holds_the_story() -> None:
    body = f"<div class='sidebar comments-open related'><h1>{HEADLINE}</h1><div id=newsletter>{STORY}</div></div>"
    assert [p.shape for p in read(page(body)).paragraphs] == [Shape.HEADING, Shape.PROSE, Shape.PROSE]


def test_the_anchor_of_a_chapter_is_no_name_of_a_part() -> None:
    chapter = "<section id=feedback-from-families><h2 id=survey>What parents say</h2><p>They are heard.</p></section>"
    assert inner(article(chapter)) == ["What parents say", "They are heard."]


def test_of_several_articles_the_one_with_the_headline_is_read() -> None:
    other = (
        f"<article><h1>Second story</h1><p>{OTHER}, inspectors said on Monday of its services.</p></article>"
    )
    document = read(page(f"<article><h1>{HEADLINE}</h1>{STORY}</article>{other}"))
    assert OTHER not in document.text
    assert SECOND in document.text


def test_a_page_that_is_laid_out_by_tables_is_read_by_its_cells() -> None:
    nav = "<td>Home<br>News<br>Sport<br>Latest news<br>Weather</td>"
    side = f"<td><b>ALSO THIS WEEK</b><br>{OTHER}<br>Bin days</td>"
    story = f"<td><b>{HEADLINE}</b><br><br>{OPENING}<br><br>{SECOND}</td>"
    document = read(f"<html><body><table><tr>{nav}{story}{side}</tr></table></body></html>".encode())
    assert document.text == f"{HEADLINE}\n{OPENING}\n{SECOND}"


def test_every_character_leads_back_to_the_text_of_the_page() -> None:
    document = article("<nav>Menu of this site</nav><p>CafÃ© visits&nbsp;cost Â£5, “fish” &amp; chips.</p>")
    assert inner(document) == ["Café visits cost £5, “fish” & chips."]
    start = document.text.index("Café")
    assert document.map.original(Span(start, start + 4)).slice(document.original) == "CafÃ©"
    for offset, character in enumerate(document.text):
        there = document.map.original(Span(offset, offset + 1)).slice(document.original)
        assert character == there or not character.isalnum() or "Ã" in there


def test_the_blocks_that_are_left_out_stand_in_the_original_in_their_order() -> None:
    document = article("<nav><p>Menu of this site</p></nav>")
    assert document.original.split("\n") == [HEADLINE, OPENING, SECOND, "Menu of this site", LAST]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("<meta property=article:published_time content='2024-05-16T09:00:00+01:00'>", "2024-05-16"),
        ("<meta property=article:published_time content='2024-05-15T23:30:00Z'>", "2024-05-16"),
        ("<script type=application/ld+json>%s</script>", "2024-05-16"),
        ("<meta name=DCTERMS.issued content='2024-05-16'>", "2024-05-16"),
        ("<meta property=article:modified_time content='2024-05-16'>", None),
        ("<meta name=date content='2024-05-16'>", None),
        ("<meta property=article:published_time content='1970-01-01T00:00:00Z'>", None),
        ("<meta property=article:published_time content='31 of May'>", None),
        ("<link rel=canonical href='https://example.org/2024/05/16/news'>", None),
    ],
)
def test_a_day_of_publication_is_taken_where_the_page_states_it(head: str, date: str | None) -> None:
    told = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2024-05-16T08:00:00+01:00"}
    document = article("", head.replace("%s", json.dumps([told])))
    published = document.stated.published
    assert (published.value.iso() if published else None) == date
    assert published is None or published.basis.startswith("stated in the page’s ")


@pytest.mark.parametrize(
    ("body", "date"),
    [
        (f"<h1>{HEADLINE}</h1><p>Posted <time datetime=2024-05-16T10:00>16 May</time></p>", "2024-05-16"),
        (f"<header><time datetime=2024-05-16>May</time><h1>{HEADLINE}</h1></header>", "2024-05-16"),
        (f"<h1>{HEADLINE}</h1><p>Updated <time datetime=2024-05-16>16 May</time></p>", None),
        (f"<h1>{HEADLINE}</h1><time class=updated datetime=2024-05-16>16 May</time>", None),
        (f"<h1>{HEADLINE}</h1><aside><time datetime=2024-05-16>{OTHER}</time></aside>", None),
        (f"<h1>{HEADLINE}</h1>{STORY}<time datetime=2024-05-16>16 May</time>", None),
    ],
)
def test_a_time_beside_the_headline_dates_the_page(body: str, date: str | None) -> None:
    published = read(page(f"<main>{body}{STORY}</main>")).stated.published
    assert (published.value.iso() if published else None) == date


def test_of_several_stories_in_the_linked_data_only_that_of_the_headline_counts() -> None:
    told = [
        {
            "@type": "NewsArticle",
            "headline": OTHER,
            "datePublished": "2020-01-01",
            "publisher": {"name": "X"},
        },
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "datePublished": "2024-05-16",
            "publisher": {"@id": "#us"},
        },
        {"@type": "Organization", "@id": "#us", "name": "Norchester Gazette"},
    ]
    stated = article("", f"<script type=application/ld+json>{json.dumps({'@graph': told})}</script>").stated
    assert (stated.published, stated.publisher) == (
        Dated(PartialDate(2024, 5, 16), "stated in the page’s JSON-LD, datePublished"),
        "Norchester Gazette",
    )


def test_days_that_differ_are_told() -> None:
    told = {"@type": "Article", "headline": HEADLINE, "datePublished": "2021-03-01"}
    head = f"<script type=application/ld+json>{json.dumps(told)}</script>"
    head += "<meta property=article:published_time content=2024-05-16>"
    (problem,) = article("", head).problems
    assert problem.key == "page-dates-differ"
    assert "16 May 2024 (meta element article:published_time)" in problem.message
    assert "1 March 2021 (JSON-LD, datePublished)" in problem.message


def test_the_library_outranks_the_page_and_a_difference_is_a_warning() -> None:
    document = article("", "<meta property=article:published_time content=2024-05-16>")
    given = Source("a", "a.html", "", published=Dated(PartialDate(2024, 6)), title="Ours", publisher="Us")
    for source, taken, keys in (
        (Source("a", "a.html", ""), "2024-05-16", []),
        (given, "2024-06", ["published-differs"]),
    ):
        told = Document(
            source,
            document.original,
            document.text,
            document.paragraphs,
            document.map,
            stated=document.stated,
        )
        evidence = gather(told)
        assert evidence.source.published
        assert evidence.source.published.value.iso() == taken
        assert [problem.key for problem in evidence.problems if problem.key == "published-differs"] == keys
        assert evidence.source.title == (source.title or HEADLINE)


def test_a_text_that_gives_another_day_than_its_markup_is_a_warning() -> None:
    head = "<meta property=article:published_time content=2021-02-01>"
    document = read(page(f"<main><h1>{HEADLINE}</h1><p>Published: 16 May 2019</p>{STORY}</main>", head))
    evidence = gather(document)
    assert evidence.source.published
    assert evidence.source.published.value == PartialDate(2021, 2, 1)
    (problem,) = (one for one in evidence.problems if one.key == "published-differs")
    assert problem.message == (
        "the text gives 16 May 2019 as the day of publication, the page’s meta element"
        " article:published_time 1 February 2021; 1 February 2021 is taken: check, and say the right day in"
        " sources.yaml"
    )


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("", f"<h1>The Norchester Gazette</h1><h2>{HEADLINE}</h2>", HEADLINE),
        ("<meta property=og:site_name content='The Norchester Gazette'>", f"<h1>The Norchester Gazette</h1><h2>{HEADLINE}</h2>", HEADLINE),
        ("", "<h1>News</h1>", None),
        ("<meta property=og:title content='Norchester praised by Ofsted | Gazette'><meta property=og:site_name content='Gazette'>", "", "Norchester praised by Ofsted"),
        ("", f"<h1>{HEADLINE}</h1><h2>3 replies to {HEADLINE}</h2>", HEADLINE),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_and_no_name_of_a_site(head: str, body: str, title: str | None) -> None:
    assert read(page(f"{body}{STORY}", head)).stated.title == title


@pytest.mark.parametrize(
    ("declared", "encoding", "warns"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8", "cp1252", True),
        ("windows-1252", "cp1252", False),
        ("iso-8859-1", "cp1252", False),
        ("iso-8859-1", "utf-8", False),
        ("unknown-9", "cp1252", True),
        ("unicode_escape", "cp1252", True),
        ("", "utf-8-sig", False),
        ("utf-8", "utf-16", False),
    ],
)
def test_characters_are_read_by_what_the_bytes_are_then_by_what_they_claim(
    declared: str, encoding: str, *, warns: bool
) -> None:
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={declared}'>" if declared else ""
    words = "The council’s “good” café costs £5, Ofsted says of Norchester – in a report of today."
    document = read(f"<html><head>{meta}</head><body><p>{words}</p></body></html>".encode(encoding))
    assert document.text == words
    assert [problem.key for problem in document.problems] == (["not-utf-8"] if warns else [])


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"<html><body><nav>Menu</nav></body></html>", "no-text"),
        (b"<html></html>", "no-text"),
        (b"<html><body>" + b"<div>" * 5_000 + b"deep", "too-deep"),
        (bytes(range(256)) * 9, "not-text"),
        (b"  ", "empty-file"),
    ],
)
def test_what_is_no_page_is_refused_by_a_reason(data: bytes, key: str) -> None:
    with pytest.raises(Unreadable, match=f"^{key}$"):
        read(data)


def test_entities_of_xml_are_not_followed() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    assert "root:" not in read(f"{doctype}<html><body><p>{OPENING} &a;</p></body></html>".encode()).text


@EVERY_RULE
def test_a_rule_takes_the_names_that_it_says(rule: Rule) -> None:
    assert rule.takes
    assert [name for name in rule.takes if rule_of(name) is None] == []


@EVERY_RULE
def test_no_rule_takes_a_name_that_one_spares(rule: Rule) -> None:
    assert rule.spares
    assert [name for name in rule.spares if rule_of(name) is not None] == []


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-05-16", "2024-05-16"),
        ("2024-05-16 09:00", "2024-05-16"),
        ("2024-12-31T23:30:00.000-05:00", "2025-01-01"),
        ("Thu, 16 May 2024 08:00:00 GMT", "2024-05-16"),
        ("16/05/2024", None),
        ("2024-02-30", None),
        ("today", None),
    ],
)
def test_moments_are_days_in_england(given: str, day: str | None) -> None:
    found = day_of(given)
    assert (found.iso() if found else None) == day


TAGS = ("<p>", "</p>", "<div>", "</div>", "<ul><li>", "</ul>", "<table><tr><td>", "</table>", "<blockquote>")
MORE = (
    "<br>",
    "<a href=x>",
    "</a>",
    "<h1>",
    "<h2>",
    "<q>",
    "</q>",
    "<sup>1</sup>",
    "said:",
    "&nbsp;",
    "\u2800",
    "“",
)
PARTS = st.sampled_from([*TAGS, *MORE, OPENING, "x"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(PARTS, max_size=40))
def test_any_markup_is_read_or_refused_and_places_hold(parts: list[str]) -> None:
    try:
        document = read(page("".join(parts)))
    except Unreadable:
        return
    assert [document[p.span] for p in document.paragraphs] == document.text.split("\n")
    places = [document.map.original(p.span) for p in document.paragraphs]
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert all(one.original.end <= len(document.original) for one in document.removed)
