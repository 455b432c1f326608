"""The words of a trace followed over pages: what a layout may do with them, and what it may not."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from councilbrief.builds.verifying.following import Piece, Wanted, follow, pieces
from councilbrief.builds.verifying.from_pdf import Glyph

HEAD = ("Area", "Grade")
TABLE = (
    *((word, None) for word in HEAD),
    ("one", (1, 1)),
    ("two", (1, 1)),
    ("good", (1, 1)),
    ("poor", (1, 1)),
    ("end", (1, 2)),
)


def wanted(*words: str | tuple[str, tuple[int, ...] | None]) -> list[Wanted]:
    told = [(one, None) if isinstance(one, str) else one for one in words]
    return [Wanted(word, number, row) for number, (word, row) in enumerate(told)]


def found(*pages: Sequence[str], opening: str = "+") -> list[Piece]:
    """Make pieces; one that begins with a plus may go on what stands before it."""
    return [
        Piece(word.removeprefix(opening), page, word.startswith(opening))
        for page, words in enumerate(pages, 1)
        for word in words
    ]


def partings(of: list[Wanted], over: list[Piece]) -> list[tuple[str, str, int]]:
    course = follow(of, over, [HEAD])
    return [
        (" ".join(one.word for one in each.wanted), " ".join(one.text for one in each.found), each.page)
        for each in course.partings
    ]


def test_the_same_words_do_not_part_and_each_has_its_page() -> None:
    of, over = wanted("a", "b", "c"), found(["a", "b"], ["c"])
    assert partings(of, over) == []
    assert follow(of, over).pages == {0: 1, 1: 1, 2: 2}


def test_a_word_that_a_line_parts_is_one_and_two_words_are_two() -> None:
    assert partings(wanted("to", "day", "today"), found(["to", "+day", "to", "+day"])) == []
    assert partings(wanted("care", "leavers"), found(["careleavers"])) == [("care leavers", "careleavers", 1)]
    assert partings(wanted("careleavers"), found(["care", "leavers"])) == [("careleavers", "care leavers", 1)]


def test_each_difference_is_told_with_its_page() -> None:
    over = found(["a", "x", "c", "d"], ["e", "f", "more", "g", "h", "end"])
    assert partings(wanted(*"abcdefghi"), over) == [("b", "x", 1), ("", "more", 2), ("i", "end", 2)]


def test_a_head_that_is_repeated_and_a_row_that_is_parted_are_no_difference() -> None:
    assert partings(wanted(*TABLE), found([*HEAD, "one", "two", "good", "poor"], [*HEAD, "end"])) == []
    assert partings(wanted(*TABLE), found([*HEAD, "one", "good"], [*HEAD, "two", "poor", "end"])) == []
    assert partings(wanted(*TABLE), found([*HEAD, "one", "good"], ["two", "poor", "end"])) == []


def test_a_changed_word_in_a_row_that_is_parted_is_told() -> None:
    over = found([*HEAD, "one", "good"], [*HEAD, "two", "fair", "end"])
    assert any("poor" in meant and "fair" in there for meant, there, _ in partings(wanted(*TABLE), over))


def test_words_swapped_between_the_cells_of_a_page_are_told() -> None:
    assert partings(wanted(*TABLE), found([*HEAD, "good", "poor", "one", "two", "end"]))


def test_words_of_no_page_and_pages_of_no_word_are_told() -> None:
    assert partings(wanted("a"), []) == [("a", "", 1)]
    assert partings([], found(["a"])) == [("", "a", 1)]
    assert partings([], []) == []


WORDS = st.lists(st.sampled_from(["a", "b", "c", "ab", "ba"]), max_size=30)


@given(WORDS, WORDS)
def test_two_texts_are_the_same_only_where_nothing_parts(one: list[str], other: list[str]) -> None:
    assert (partings(wanted(*one), found(other)) == []) is (one == other)


def test_glyphs_are_cut_at_spaces_lines_and_jumps() -> None:
    places = [("a", 0, None), ("b", 5, False), ("c", 10, True), ("d", 0, None), ("e", 50, False)]
    glyphs = [Glyph(char, 1, left, left + 5.0, gap) for char, left, gap in places]
    assert [(one.text, one.open) for one in pieces(glyphs)] == [
        ("ab", False),
        ("c", False),
        ("d", True),
        ("e", True),
    ]
