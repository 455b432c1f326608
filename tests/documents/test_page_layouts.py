"""The project's articles set into pages of many layouts: no word is lost, and no other story comes in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

import pytest

from articles import ArticleTruth, load_articles, repaired
from councilbrief.documents.web.page import read

OTHER = "Neighbouring Borchester council handed inadequate rating by inspectors"
NAV = f"<ul>{''.join(f'<li><a href=/{number}>Section {number}</a></li>' for number in range(30))}</ul>"
CARD = f"<a href=/o><img src=a><h3>{OTHER}</h3></a><p>Some words about that other story, on a page of its own.</p>"
CARDS = f"<div class=a>{CARD}</div>" * 5
LINKS = f"<ul>{f'<li><a href=/o>{OTHER}</a></li>' * 6}</ul>"
COMMENTS = f"<div id=disqus_thread><p>{OTHER}, says a reader, and they should all go now.</p></div>"
BOXES = (
    f"<div><a href=/o>{OTHER}</a></div>",
    f"<p><strong>Read: <a href=/o>{OTHER}</a></strong></p>",
    f"<div class=k9><a href=/o><img src=a><span>Politics</span><p>{OTHER}</p></a></div>",
    f"<section><ul><li><a href=/o>{OTHER}</a></li><li><a href=/p>Bin days change</a></li></ul></section>",
    f"<figure><img src=a><figcaption>{OTHER}</figcaption></figure>",
)

LAYOUTS: Mapping[str, Callable[[str, str], str]] = {
    "semantic": lambda head, body: (
        f"<header>{NAV}</header><main><article><header><h1>{head}</h1></header><div>{body}</div></article>"
        f"<section><h2>More stories</h2>{CARDS}</section></main><footer>{NAV}</footer>"
    ),
    "columns": lambda head, body: (
        f"<div id=wrap><div id=top>{NAV}</div><div id=left>{LINKS}</div><div id=mid><h1>{head}</h1><div>{body}"
        f"</div><div id=x>{CARDS}</div>{COMMENTS}</div></div>"
    ),
    "table": lambda head, body: (
        f"<table><tr><td>{NAV}</td><td><h1>{head}</h1>{body}</td><td>{LINKS}</td></tr></table>"
    ),
    "nameless": lambda head, body: (
        f"<div>{NAV}</div><div><div><div><h1>{head}</h1></div></div><div><div><div>{body}</div></div></div>"
        f"<div>{LINKS}</div></div>"
    ),
    "flat": lambda head, body: f"{NAV}<h1>{head}</h1>{body}<h2>Read next</h2>{LINKS}",
}
SHAPES: Mapping[str, Callable[[Sequence[str]], str]] = {
    "paragraphs": lambda lines: "".join(f"<p>{line}</p>" for line in lines),
    "divisions": lambda lines: "".join(f"<div class=css-1>{line}</div>" for line in lines),
    "line ends": "<br><br>".join,
    "with boxes": lambda lines: "".join(
        f"<p>{line}</p>{BOXES[at % len(BOXES)] if at % 3 == 2 else ''}" for at, line in enumerate(lines)
    ),
    "a part each": lambda lines: "".join(
        f"<section><div><p>{line}</p></div></section><div>{BOXES[at % len(BOXES)]}</div>"
        for at, line in enumerate(lines)
    ),
}
ARTICLES = load_articles()[:50:4]


def set_in(article: ArticleTruth, layout: str, shape: str) -> bytes:
    lines = [escape(" ".join(line.split())) for line in repaired(article.path).splitlines() if line.strip()]
    body = LAYOUTS[layout](lines[0], SHAPES[shape](lines[1:]))
    head = f"<meta charset=utf-8><title>{lines[0]} | Gazette</title>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_story_is_read_whole_and_alone_in_every_layout(layout: str, shape: str) -> None:
    for article in ARTICLES:
        text = " ".join(read(set_in(article, layout, shape)).text.split())
        lost = [words for words in article.words if words not in article.never and words not in text]
        assert lost == [], article.id
        assert "Borchester" not in text, article.id
