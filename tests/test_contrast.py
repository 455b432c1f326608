"""Contrast by WCAG, against figures that others have worked out, and the shade that is suggested."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilbrief.briefing.contrast import (
    LEAST,
    PANEL,
    WHITE,
    contrast,
    darkened,
    luminance,
    parts,
    readable,
    written,
)
from councilbrief.briefing.theme import ACCENT

colours = st.tuples(*(st.integers(0, 255),) * 3).map(written)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#FFFFFF", "#ffffff", 1),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#00FF00", "#000000", 15.30),
        ("#1D70B8", "#FFFFFF", 5.17),
    ],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_a_darker_colour_has_more_contrast_against_white(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) <= 21
    if all(first <= second for first, second in zip(parts(one), parts(other), strict=True)):
        assert luminance(one) <= luminance(other)
        assert contrast(one, WHITE) >= contrast(other, WHITE)
        assert not readable(other) or readable(one)


@given(colours)
def test_the_shade_that_is_suggested_can_be_read_has_the_hue_and_is_the_nearest(colour: str) -> None:
    own, shade = parts(colour), parts(darkened(colour))
    assert readable(written(shade))
    assert min(contrast(written(shade), ground) for ground in (WHITE, PANEL)) >= LEAST
    share = max(shade) / (max(own) or 1)
    assert all(abs(part - share * before) <= 0.5 for part, before in zip(shade, own, strict=True))
    brighter = tuple(round(part * (max(shade) + 1) / (max(own) or 1)) for part in own)
    assert (shade == own) if readable(colour) else not readable(written(brighter))


@given(colours)
def test_the_hue_differs_by_no_more_than_rounding(colour: str) -> None:
    own, shade = parts(colour), parts(darkened(colour))
    if min(max(each) - min(each) for each in (own, shade)) < 20:  # nearly grey: any step is a large turn
        return
    before, now = (colorsys.rgb_to_hsv(*each)[0] for each in (own, shade))
    turn = abs(before - now)
    assert min(turn, 1 - turn) * 360 < 4


def test_the_usual_accent_can_be_read() -> None:
    assert readable(ACCENT)
