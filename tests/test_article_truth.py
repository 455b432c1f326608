"""The truth about the project's own articles is itself checked: wrong gold is worse than none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articles import FOLDER, PAGES, TEXTS, ArticleTruth, load_articles, plain_text, repaired
from councilbrief.evidence.facts import Area, Grade
from councilbrief.provenance import PartialDate

ARTICLES = load_articles()
IN_PAGES = load_articles(PAGES)
# Words of pages are looked for in what the reader makes of them: test_pages_truth.py.
PLAIN = pytest.mark.parametrize("article", ARTICLES, ids=[article.id for article in ARTICLES])
EVERY = pytest.mark.parametrize(
    "article",
    [*ARTICLES, *IN_PAGES],
    ids=[*(article.id for article in ARTICLES), *(f"pages/{article.id}" for article in IN_PAGES)],
)

GRADED = {"apc-2012", "lac-2013", "sif", "ilacs-2018", "ilacs-2023", "ilacs-2026"}
UNGRADED = {"focused-visit", "monitoring-visit", "jtai", "area-send-2023"}
BEFORE_2014 = {"apc-2012", "lac-2013"}


def test_there_are_articles_enough() -> None:
    assert len(ARTICLES) >= 90


@pytest.mark.parametrize("folder", [FOLDER, PAGES], ids=["articles", "pages"])
def test_each_article_has_its_truth_and_each_truth_its_article(folder: Path) -> None:
    texts = {path for path in folder.glob("*") if path.suffix in TEXTS}
    assert texts == {article.path for article in load_articles(folder)}


@PLAIN
def test_what_is_expected_stands_in_the_article(article: ArticleTruth) -> None:
    text = plain_text(article.path)
    assert [words for words in article.words if words not in text] == []


@PLAIN
def test_an_article_is_as_long_as_articles_are(article: ArticleTruth) -> None:
    assert 150 <= len(plain_text(article.path).split()) <= 450


@EVERY
def test_expected_words_are_trimmed(article: ArticleTruth) -> None:
    for words in article.words:
        assert words == " ".join(words.split())
        assert words
    for finding in article.strengths + article.improvements:
        assert finding.text[0].isalnum()
        assert not finding.text.endswith((".", ";", ",", " and"))


@EVERY
def test_no_quotation_keeps_its_outer_marks(article: ArticleTruth) -> None:
    for quotation in article.quotations:
        assert not any(paragraph[0] in "“”\"‘'" for paragraph in quotation.paragraphs)
        assert not any(paragraph[-1] in '“”"' for paragraph in quotation.paragraphs)


@EVERY
def test_areas_and_grades_are_legal(article: ArticleTruth) -> None:
    told = [(area, grade) for area, grade in article.judgements.items()]
    told += [(grade.area, grade.grade) for grade in article.earlier + article.elsewhere]
    for area, grade in told:
        assert area in set(Area)
        assert grade in set(Grade)
    assert all(grade.council for grade in article.elsewhere)


@EVERY
def test_grades_are_those_of_the_framework(article: ArticleTruth) -> None:
    framework, judgements = article.inspection.framework, article.judgements
    assert framework in GRADED | UNGRADED | {None}
    if not article.inspection.graded:
        assert judgements == {}
    if framework is not None:
        assert article.inspection.graded is (framework in GRADED)
    assert ("adequate" not in judgements.values()) or framework in BEFORE_2014
    assert ("in_care_and_care_leavers" not in judgements) or framework == "ilacs-2018"
    if framework == "ilacs-2026":
        assert judgements.get("overall", Grade.NO_OVERALL) == Grade.NO_OVERALL


@EVERY
def test_dates_are_dates_and_run_forwards(article: ArticleTruth) -> None:
    inspection = article.inspection
    dates = [inspection.start, inspection.end, article.published]
    known = [PartialDate.parse(date) for date in dates if date is not None]
    assert known == sorted(known, key=PartialDate.iso)
    assert (inspection.start is None) == (inspection.end is None)


@EVERY
def test_nothing_expected_holds_what_must_never_be_said(article: ArticleTruth) -> None:
    expected = [words for words in article.words if words not in article.never]
    assert [(noise, words) for noise in article.never for words in expected if noise in words] == []


@EVERY
def test_speakers_have_no_titles(article: ArticleTruth) -> None:
    plain = ("Cllr ", "Clr ", "Coun ", "Councillor ", "Mr ", "Mrs ", "Dr ", "Sir ")
    titles = (*plain, "Dame ", "Prof", "Rev", "Lord ", "Baroness ")
    speakers = [quotation.speaker or "" for quotation in article.quotations]
    assert not any(speaker.startswith(titles) for speaker in speakers)


@EVERY
def test_a_snippet_is_one_paragraph_of_four_words_or_more(article: ArticleTruth) -> None:
    for quotation in article.quotations:
        if quotation.snippet and not quotation.optional:
            assert len(quotation.paragraphs) == 1
            assert len(quotation.paragraphs[0].split()) >= 4


def _raw(article: ArticleTruth) -> bytes:
    return article.path.read_bytes()


def _text(article: ArticleTruth) -> str:
    return _raw(article).decode("utf-8", errors="replace")


def _opens(article: ArticleTruth, mark: str) -> bool:
    """Say whether a whole quotation of the article opens a line with this mark and nothing else."""
    lines = {line.strip() for line in repaired(article.path).splitlines()}
    whole = [q.paragraphs[0] for q in article.quotations if not q.snippet]
    return any(line.startswith(mark + words) for words in whole for line in lines)


VARIETY: dict[str, Callable[[ArticleTruth], object]] = {
    "a release": lambda a: a.kind == "release",
    "an article": lambda a: a.kind == "article",
    "no council": lambda a: a.council is None,
    "another council's grade": lambda a: a.elsewhere,
    "no inspection": lambda a: a.inspection.graded is None,
    "an older grade on an ungraded visit": lambda a: a.earlier and a.inspection.graded is False,
    "no date": lambda a: a.published is None,
    "an inspection known by its months": lambda a: len(a.inspection.start or "") == len("2024-05"),
    "a lead inspector": lambda a: a.inspection.lead_inspectors,
    "a graded inspection of unknown framework": lambda a: a.inspection.graded and not a.inspection.framework,
    "findings in a list": lambda a: any(not f.prose for f in a.strengths + a.improvements),
    "findings in prose": lambda a: any(f.prose and not f.optional for f in a.strengths + a.improvements),
    "a statement of several paragraphs": lambda a: any(len(q.paragraphs) > 2 for q in a.quotations),
    "a snippet": lambda a: any(q.snippet for q in a.quotations),
    "an attack": lambda a: any(q.sensitive for q in a.quotations),
    "a party": lambda a: any(q.party for q in a.quotations),
    "a past role": lambda a: any(q.past for q in a.quotations),
    "a stated organisation": lambda a: any(q.organisation for q in a.quotations),
    "an inferred organisation": lambda a: any(q.organisation_inferred for q in a.quotations),
    "a speaker with neither role nor organisation": lambda a: any(
        not (q.role or q.organisation) for q in a.quotations
    ),
    "a byte order mark": lambda a: _raw(a).startswith(b"\xef\xbb\xbf"),
    "utf-16": lambda a: _raw(a).startswith((b"\xff\xfe", b"\xfe\xff")),
    "cp1252": lambda a: "�" in _text(a) and not _raw(a).startswith((b"\xff\xfe", b"\xfe\xff")),
    "DOS line ends": lambda a: b"\r\n" in _raw(a),
    "lines wrapped by hand": lambda a: 60 < max(map(len, _text(a).splitlines())) <= 72,
    "mojibake": lambda a: "â€œ" in _text(a),
    "a spell over New Year": lambda a: (a.inspection.start or "")[:4] != (a.inspection.end or "")[:4],
    "several older grades of one area": lambda a: len({g.year for g in a.earlier if g.area == "overall"}) > 2,
    "words that are only in a headline": lambda a: a.quotations and all(q.optional for q in a.quotations),
    "a quotation after a dash": lambda a: _opens(a, "– "),
    "a quotation without marks": lambda a: _opens(a, ""),
    "entities": lambda a: "&rsquo;" in _text(a),
    "a lost space": lambda a: "€" in _text(a) and "â€" not in _text(a),
    "a non-breaking space": lambda a: "\xa0" in _text(a),
    "a lost bullet": lambda a: " l " in _text(a),
    "a caption fused into a name": lambda a: "300x200ouncillor" in _text(a),
    "curly marks": lambda a: "“" in _text(a),
    "straight marks": lambda a: 'said: "' in _text(a),
    "single marks": lambda a: "said: '" in _text(a) or "said: ‘" in _text(a) or "added: ‘" in _text(a),
}


@pytest.mark.parametrize("what", VARIETY)
def test_the_articles_vary(what: str) -> None:
    assert any(VARIETY[what](article) for article in ARTICLES)


def _glyphs() -> Iterator[str]:
    for article in ARTICLES:
        yield from (line.split()[0] for line in repaired(article.path).splitlines() if line.strip())


def test_lists_come_with_every_glyph() -> None:
    glyphs = {"•", "-", "--", "–", "—", "*", "◼", "·", "o", "1.", "1)", "a)", "A.", "(i)", "▪", "»", "+"}
    assert glyphs <= set(_glyphs())


def test_every_framework_and_every_grade_occurs() -> None:
    assert {article.inspection.framework for article in ARTICLES} >= GRADED | UNGRADED
    grades = {grade for article in ARTICLES for grade in article.judgements.values()}
    assert grades == set(Grade) - {Grade.NOT_JUDGED}
