"""Parts of web pages that builders of pages make: panels, cards, quotations apart, posts, tables of layout."""

from __future__ import annotations

import pytest

from councilbrief.documents.document import Document
from councilbrief.documents.web.page import read

HEADLINE = "Ofsted rates Norchester’s services for children good"
OPENING = "Inspectors from Ofsted have told Norchester City Council that its services for children are good."
SECOND = "They spent two weeks in the city in May, and met children, parents and the people who help them."
LAST = "The council will now write a plan, and the inspectors will come back in about three years."
QUOTED = "“We are proud of our staff, and there is a good deal more for us to do before the next visit.”"
OTHER = "Borchester council told it must improve"
NAV = f"<nav><ul>{''.join(f'<li><a href=/{number}>Section {number}</a></li>' for number in range(9))}</ul></nav>"
VISITS = "<ul><li>Visits are timely</li></ul>"
FOSTERING = "<ul><li>The oversight of fostering</li></ul>"
STRENGTHS = ["Strengths", "• Visits are timely"]
BOTH = [*STRENGTHS, "Needs work", "• The oversight of fostering"]


def page(body: str, title: str = HEADLINE) -> Document:
    head = f"<meta charset=utf-8><title>{title}</title>"
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(document: Document) -> list[str]:
    return [(p.glyph + " " if p.glyph else "") + document[p.span] for p in document.paragraphs]


def inner(part: str) -> list[str]:
    """Return what is read of a part that stands in the middle of a story."""
    story = f"<h1>{HEADLINE}</h1><p>{OPENING}</p><p>{SECOND}</p>{part}<p>{LAST}</p>"
    found = lines(page(f"<header>{NAV}</header><main>{story}</main><footer>{NAV}</footer>"))
    assert found[:3] == [HEADLINE, OPENING, SECOND]
    assert found[-1] == LAST
    return found[3:-1]


def pane(label: str, words: str, key: str) -> str:
    return f"<div>{label}<div id={key} hidden class=pane>{words}</div></div>"


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (
            pane("<h3><button aria-controls=a>Strengths<span>Show</span></button></h3>", VISITS, "a")
            + pane("<h3><button aria-controls=b>Needs work<span>Show</span></button></h3>", FOSTERING, "b"),
            BOTH,
        ),
        (
            pane("<div role=button aria-controls=a><a class=t>Strengths</a></div>", VISITS, "a")
            + pane("<div role=button aria-controls=b><a class=t>Needs work</a></div>", FOSTERING, "b"),
            BOTH,
        ),
        (
            ("<h3><button data-bs-toggle=collapse data-bs-target='#a'>Strengths</button></h3>"
            f"<div id=a class=collapse>{VISITS}</div>"),
            STRENGTHS,
        ),
        (
            ("<div class=s><div class=h><h2><span>Strengths</span></h2></div>"
            f"<div class=c hidden=until-found>{VISITS}</div></div>"),
            STRENGTHS,
        ),
        (
            ("<div role=tablist><button role=tab aria-controls=a>Strengths</button>"
            "<button role=tab aria-controls=b>Needs work</button></div>"
            f"<div role=tabpanel id=a>{VISITS}</div><div role=tabpanel id=b hidden>{FOSTERING}</div>"),
            BOTH,
        ),
        (f"<details><summary>Strengths</summary>{VISITS}</details>", STRENGTHS),
        (pane("<button aria-controls=a>Read more</button>", "<p>Plans are clear.</p>", "a"), ["Plans are clear."]),
        (pane("<button aria-controls=a>View comments</button>", "<p>They should all go.</p>", "a"), []),
        (pane("<button aria-controls=a>Contact us</button>", "<p>Ring us with good news.</p>", "a"), []),
        (pane("<button aria-controls=a>Strengths</button>", "<form><p>Tell us of them.</p></form>", "a"), []),
    ],
)  # fmt: skip
def test_panels_that_a_reader_opens_are_read_under_their_labels(part: str, found: list[str]) -> None:
    assert inner(part) == found


def card(label: str, value: str) -> str:
    return f"<div class=card><p class=name>{label}</p><p class=value>{value}</p></div>"


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (
            f"<div>{card('Overall', 'Good')}{card('Leaders', 'Outstanding')}{card('Care leavers', 'Good')}</div>",
            ["Overall\tGood", "Leaders\tOutstanding", "Care leavers\tGood"],
        ),
        (
            ("<ul><li><span>Overall</span><span>Good</span><li><span>Leaders</span><span>Good</span>"
            "<li><span>Care leavers</span><span>Outstanding</span></ul>"),
            ["Overall\tGood", "Leaders\tGood", "Care leavers\tOutstanding"],
        ),
        ("<section><div><p>Leaders:</p><p><b>good</b></p></div></section>", ["Leaders:\tgood"]),
        ("<div><p>Inspectors found much to praise</p><p>They said so</p></div>", ["Inspectors found much to praise", "They said so"]),
        (
            ("<dl><div><dt>Overall</dt><dd>Good</dd><dd><a href=/c>Change</a></dd></div>"
            "<div><dt>Leaders</dt><dd>Good</dd></div></dl>"),
            ["Overall\tGood", "Leaders\tGood"],
        ),
        (
            "<dl><dt>Why is it good?</dt><dd>It is good as its social workers know their families and stay.</dd></dl>",
            ["Why is it good?", "It is good as its social workers know their families and stay."],
        ),
    ],
)  # fmt: skip
def test_a_term_and_its_value_are_one_line(part: str, found: list[str]) -> None:
    assert inner(part) == found


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (f"<blockquote><p>{QUOTED}</p><footer>Ann Lee</footer></blockquote>", [QUOTED, "— Ann Lee"]),
        (f"<blockquote><p>{QUOTED}</p><cite>Ann Lee</cite></blockquote>", [QUOTED, "— Ann Lee"]),
        (f"<blockquote>{QUOTED}</blockquote><cite>– Ann Lee</cite>", [QUOTED, "– Ann Lee"]),
        (f"<div class=q><figure><blockquote>{QUOTED}</blockquote><figcaption>Ann Lee</figcaption></figure></div>", [QUOTED, "— Ann Lee"]),
        (f"<p>{QUOTED} <cite>The Gazette</cite> was told.</p>", [f"{QUOTED} The Gazette was told."]),
        ("<figure><blockquote>met children, parents and the people who help them</blockquote><figcaption>Ofsted</figcaption></figure>", []),
    ],
)  # fmt: skip
def test_a_quotation_keeps_who_is_quoted_and_is_read_once(part: str, found: list[str]) -> None:
    assert inner(part) == found


def test_the_posts_of_a_live_page_are_its_story() -> None:
    post = f"<article><time>10:02</time><h2>The grades</h2><p>{SECOND}</p></article>"
    last = f"<article><time>10:20</time><h2>What comes next</h2><p>{LAST}</p></article>"
    document = page(f"{NAV}<main><h1>{HEADLINE}</h1><p>{OPENING}</p><div>{post}{last}</div></main>")
    found = [line for line in lines(document) if line.endswith(".")]
    assert found == [OPENING, SECOND, LAST]


def test_columns_of_a_letter_that_is_laid_out_by_tables_are_read() -> None:
    columns = f"<td><h2>Strengths</h2>{VISITS}</td><td><h2>Needs work</h2>{FOSTERING}</td>"
    rows = (f"<h1>{HEADLINE}</h1>", f"<p>{OPENING}</p><p>{SECOND}</p>", f"<table><tr>{columns}</tr></table>")
    cells = "".join(f"<tr><td>{row}</td></tr>" for row in (*rows, f"<p>{LAST}</p>"))
    assert lines(page(f"<table>{cells}</table>")) == [HEADLINE, OPENING, SECOND, *BOTH, LAST]


@pytest.mark.parametrize(
    ("title", "head", "publisher"),
    [
        (f"The Hum: {HEADLINE}", "<header><h1>The Hum</h1></header>", "The Hum"),
        (f"{HEADLINE} | News | Norchester Post", "<div id=logo><img src=a alt='Norchester Post logo'></div>", "Norchester Post"),
        (f"{HEADLINE} - News", f"<header>{NAV}<nav><a href=/>News</a></nav></header>", None),
        (f"{HEADLINE} | Norchester Post", "", None),
        (HEADLINE, "<header><a href=/>Norchester Post</a></header>", None),
    ],
)  # fmt: skip
def test_a_publisher_stands_in_the_title_and_over_the_page(
    title: str, head: str, publisher: str | None
) -> None:
    document = page(f"{head}<h2>{HEADLINE}</h2><p>{OPENING}</p><p>{SECOND}</p>", title)
    assert (document.stated.title, document.stated.publisher) == (HEADLINE, publisher)


def test_the_words_of_a_picture_are_no_part_of_the_story() -> None:
    assert inner("<p><img src=a.png alt='Overall effectiveness: Inadequate. Leaders: Good.'></p>") == []
