"""Invented paragraphs of statements, by what a speaker makes of the result."""

from __future__ import annotations

import random

SORRY = (
    "This is a disappointing result and I am sorry that we have let some of our young people down. We accept what the inspectors have told us.",
    "Nobody here will hide from this report. It makes hard reading and we accept every one of its recommendations.",
    "We know that this isn't good enough, and the families who rely on us have every right to expect better.",
)
PLEASED = (
    "I'm delighted that the inspectors have seen what we see every day: people who go out of their way for children.",
    "This is a result that everyone who works with children here can be proud of, and it was hard earned.",
    "We couldn't be more pleased with what the inspectors found, and even more so with what children told them.",
)
PLAIN = (
    "Our social workers do a difficult job with skill and kindness, and I want to thank each of them.",
    "We've already begun to put the changes in place, and scrutiny members will see an action plan within weeks.",
    "Children and young people told the inspectors what matters to them. We'll keep asking them, and we'll keep listening.",
    "There is more to do. We have set money aside for new posts, for better training and for homes closer to families and schools.",
    "I'd also like to thank foster carers, schools, health colleagues and the police, as none of this is done alone.",
    "Our aim remains the same: that each child grows up safe, well and with somebody on their side.",
    "The demand on these services has never been higher, and budgets have not kept pace with it.",
)


def draw_statement(
    rng: random.Random, openings: tuple[str, ...], rest: tuple[str, ...], longest: int
) -> tuple[str, ...]:
    """Draw a statement of one to `longest` paragraphs: one that opens it and some that go on."""
    return (rng.choice(openings), *rng.sample(rest, rng.randint(0, min(longest - 1, len(rest)))))
