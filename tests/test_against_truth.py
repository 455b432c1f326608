"""The finders against texts whose facts a person has written down: articles, pages, variants of the seeds.

A floor stands just under what was reached, a ceiling just where it is. The one may be raised, the
other lowered, never the other way about: a rule that wins here and loses there is no gain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import pytest

from articles import load_articles
from councilbrief.documents.from_text import read_text
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source
from scoring.facts import facts, read_facts
from scoring.judging import judge
from scoring.sets import OWN, own_sets
from scoring.verdicts import (
    Verdict,
    false_earlier,
    false_findings,
    false_grades,
    figures,
    misses,
    noise,
    wrong_speakers,
)
from variants import SEEDS, unchanged, variants
from variants.variant import Variant

# The first set is the one that the rules were raised on. The others were written before the rules met
# them, in styles that it lacks. No rule for strengths and areas for improvement was made from 287-306:
# what is missed of them there is what to expect of texts that nobody has seen.
ALL_RIGHT = {"council": 1.0, "published": 1.0, "dates": 1.0, "judgements": 1.0}
FLOORS: Mapping[str, Mapping[str, float]] = {
    "1-50": {
        **ALL_RIGHT,
        "strengths": 1.0,
        "improvements": 1.0,
        "quotations": 0.99,
        "earlier": 0.94,
        "roles": 1.0,
    },
    "51-90": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.99,
        "strengths": 0.96,
        "improvements": 1.0,
        "quotations": 0.87,
        "earlier": 0.95,
        "roles": 0.97,
    },
    "101-130": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.99,
        "strengths": 0.98,
        "improvements": 1.0,
        "quotations": 0.95,
        "earlier": 0.96,
        "roles": 0.89,
    },
    "131-160": {
        "council": 0.98,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.96,
        "strengths": 1.0,
        "improvements": 0.99,
        "quotations": 0.82,
        "earlier": 0.93,
        "roles": 0.9,
    },
    "161-200": {"quotations": 0.82},
    "201-239": {
        **ALL_RIGHT,
        "strengths": 0.98,
        "improvements": 0.99,
        "quotations": 0.99,
        "earlier": 1.0,
        "roles": 0.98,
    },
    "240-251": {"quotations": 0.99},
    "252-266": {
        **ALL_RIGHT,
        "strengths": 0.99,
        "improvements": 1.0,
        "quotations": 1.0,
        "earlier": 1.0,
        "roles": 1.0,
    },
    "267-286": {
        **ALL_RIGHT,
        "earlier": 1.0,
        "strengths": 0.95,
        "improvements": 0.96,
        "quotations": 0.97,
        "roles": 1.0,
    },
    "287-306": {
        **ALL_RIGHT,
        "earlier": 1.0,
        "strengths": 0.92,
        "improvements": 0.94,
        "quotations": 0.98,
        "roles": 0.98,
    },
    "307-326": {
        "council": 0.97,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.97,
        "earlier": 0.91,
        "strengths": 1.0,
        "improvements": 0.98,
        "quotations": 0.98,
        "roles": 1.0,
    },
    "327-356": {
        "council": 1.0,
        "published": 1.0,
        "judgements": 0.92,
        "earlier": 0.88,
        "strengths": 1.0,
        "improvements": 1.0,
        "quotations": 0.96,
        "roles": 1.0,
    },
    "357-386": {
        "council": 0.98,
        "judgements": 0.97,
        "earlier": 0.89,
        "strengths": 0.96,
        "improvements": 0.95,
        "quotations": 0.98,
        "roles": 1.0,
    },
    "387-406": {
        "council": 1.0,
        "dates": 0.97,
        "judgements": 1.0,
        "earlier": 0.8,
        "strengths": 0.99,
        "improvements": 1.0,
        "quotations": 0.96,
        "roles": 0.97,
    },
    "407-426": {
        **ALL_RIGHT,
        "earlier": 0.97,
        "strengths": 1.0,
        "improvements": 0.98,
        "quotations": 1.0,
        "roles": 1.0,
    },
    "427-446": {
        "council": 1.0,
        "published": 0.94,
        "dates": 1.0,
        "judgements": 0.97,
        "earlier": 0.98,
        "strengths": 0.96,
        "improvements": 0.98,
        "quotations": 1.0,
        "roles": 0.98,
    },
    "447-466": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.98,
        "earlier": 0.97,
        "strengths": 0.96,
        "improvements": 0.98,
        "quotations": 0.98,
        "roles": 0.97,
    },
    "467-486": {
        **ALL_RIGHT,
        "earlier": 1.0,
        "strengths": 0.91,
        "improvements": 1.0,
        "quotations": 0.99,
        "roles": 1.0,
    },
    "487-506": {
        **ALL_RIGHT,
        "earlier": 0.98,
        "strengths": 0.97,
        "improvements": 0.98,
        "quotations": 0.99,
        "roles": 1.0,
    },
    "507-526": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.96,
        "earlier": 0.92,
        "strengths": 0.85,
        "improvements": 0.93,
        "quotations": 0.98,
        "roles": 0.91,
    },
    "527-546": {
        "council": 0.97,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.9,
        "earlier": 1.0,
        "strengths": 0.83,
        "improvements": 0.93,
        "quotations": 1.0,
        "roles": 1.0,
    },
    "547-566": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.98,
        "earlier": 0.72,
        "strengths": 0.88,
        "improvements": 0.9,
        "quotations": 0.98,
        "roles": 0.97,
    },
    "567-586": {
        "council": 0.94,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.96,
        "earlier": 0.94,
        "strengths": 0.92,
        "improvements": 0.95,
        "quotations": 0.99,
        "roles": 1.0,
    },
    "587-606": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.96,
        "earlier": 0.95,
        "strengths": 0.83,
        "improvements": 0.95,
        "quotations": 0.98,
        "roles": 1.0,
    },
    "607-626": {
        "council": 1.0,
        "published": 0.96,
        "dates": 0.96,
        "judgements": 0.98,
        "earlier": 0.93,
        "strengths": 0.9,
        "improvements": 0.81,
        "quotations": 0.99,
        "roles": 1.0,
    },
    "627-646": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.95,
        "earlier": 0.9,
        "strengths": 0.71,
        "improvements": 0.69,
        "quotations": 0.95,
        "roles": 0.94,
    },
    "647-666": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.98,
        "earlier": 1.0,
        "strengths": 0.83,
        "improvements": 0.78,
        "quotations": 0.99,
        "roles": 0.94,
    },
    "667-686": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.9,
        "earlier": 0.83,
        "strengths": 0.75,
        "improvements": 0.64,
        "quotations": 0.99,
        "roles": 0.83,
    },
    "687-706": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.97,
        "earlier": 0.86,
        "strengths": 0.88,
        "improvements": 0.8,
        "quotations": 0.98,
        "roles": 1.0,
    },
    "707-726": {
        "council": 0.85,
        "published": 1.0,
        "dates": 0.8,
        "judgements": 0.89,
        "earlier": 0.66,
        "strengths": 0.81,
        "improvements": 0.53,
        "quotations": 1.0,
        "roles": 0.92,
    },
    "727-746": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.96,
        "earlier": 0.83,
        "strengths": 0.96,
        "improvements": 0.89,
        "quotations": 0.99,
        "roles": 0.87,
    },
    "747-766": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.93,
        "earlier": 0.8,
        "strengths": 0.79,
        "improvements": 0.86,
        "quotations": 0.96,
        "roles": 0.94,
    },
    "767-786": {
        "council": 0.94,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.96,
        "earlier": 0.86,
        "strengths": 0.93,
        "improvements": 0.83,
        "quotations": 0.99,
        "roles": 0.95,
    },
    "787-806": {
        "council": 1.0,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.96,
        "earlier": 0.75,
        "strengths": 0.95,
        "improvements": 0.94,
        "quotations": 0.96,
        "roles": 0.9,
    },
    "807-826": {
        "council": 0.96,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.8,
        "earlier": 0.95,
        "strengths": 0.82,
        "improvements": 0.75,
        "quotations": 0.96,
        "roles": 1.0,
    },
    "827-846": {
        "council": 0.97,
        "published": 1.0,
        "dates": 1.0,
        "judgements": 0.97,
        "earlier": 0.87,
        "strengths": 0.82,
        "improvements": 0.95,
        "quotations": 0.96,
        "roles": 1.0,
    },
    "847-866": {
        "council": 0.97,
        "published": 1.0,
        "dates": 0.88,
        "judgements": 0.86,
        "earlier": 0.66,
        "strengths": 0.81,
        "improvements": 0.68,
        "quotations": 0.93,
        "roles": 0.95,
    },
    "867-886": {
        "council": 0.94,
        "published": 1.0,
        "dates": 0.8,
        "judgements": 0.8,
        "earlier": 0.85,
        "strengths": 0.78,
        "improvements": 0.81,
        "quotations": 0.97,
        "roles": 0.95,
    },
    "pages": {
        "council": 1.0,
        "published": 1.0,
        "dates": 0.98,
        "judgements": 0.98,
        "strengths": 0.96,
        "improvements": 0.97,
        "quotations": 0.96,
        "earlier": 0.97,
        "roles": 0.93,
    },
}
NOTHING = {"false grades": 0, "false earlier grades": 0, "wrong speakers": 0, "noise": 0, "false findings": 0}
CEILINGS: Mapping[str, Mapping[str, int]] = {
    "1-50": NOTHING,
    "51-90": NOTHING,
    "101-130": {**NOTHING, "wrong speakers": 1},
    "131-160": {**NOTHING, "wrong speakers": 1},
    # politics of another country, told at its most tangled
    "161-200": {**NOTHING, "wrong speakers": 37},
    "201-239": {**NOTHING, "false findings": 1},
    "240-251": {**NOTHING, "wrong speakers": 1},
    "252-266": NOTHING,
    "267-286": {**NOTHING, "false findings": 2},
    "287-306": {**NOTHING, "false findings": 9},
    "307-326": NOTHING,
    "327-356": NOTHING,
    "357-386": {**NOTHING, "false findings": 2},
    "387-406": NOTHING,
    "407-426": NOTHING,
    "427-446": NOTHING,
    "447-466": {**NOTHING, "false findings": 1},
    "467-486": {**NOTHING, "false findings": 1},
    "487-506": NOTHING,
    "507-526": {**NOTHING, "false findings": 5},
    "527-546": {**NOTHING, "false findings": 1},
    "547-566": {**NOTHING, "false findings": 8},
    "567-586": {**NOTHING, "false findings": 5},
    "587-606": {**NOTHING, "false findings": 3},
    "607-626": {**NOTHING, "noise": 2, "false findings": 9},
    "627-646": {**NOTHING, "wrong speakers": 1, "false findings": 22},
    "647-666": {**NOTHING, "false findings": 18},
    "667-686": {**NOTHING, "noise": 2, "false findings": 19},
    "687-706": {**NOTHING, "false findings": 6},
    "707-726": {**NOTHING, "false grades": 1, "false findings": 2},
    "727-746": {**NOTHING, "false findings": 1},
    "747-766": {**NOTHING, "false grades": 1, "false earlier grades": 3, "false findings": 12},
    "767-786": {**NOTHING, "false grades": 1, "false findings": 6},
    "787-806": {**NOTHING, "false grades": 1, "false earlier grades": 1, "false findings": 2},
    "807-826": {**NOTHING, "false findings": 5},
    "827-846": {**NOTHING, "false findings": 4},
    "847-866": {**NOTHING, "false grades": 1, "false earlier grades": 4, "false findings": 3},
    "867-886": {**NOTHING, "false findings": 12},
    "pages": {**NOTHING, "false findings": 1},
}
COUNTS: Mapping[str, Callable[[Sequence[Verdict]], int]] = {
    "false grades": false_grades,
    "false earlier grades": false_earlier,
    "wrong speakers": wrong_speakers,
    "noise": noise,
    "false findings": false_findings,
}
VARIANT_FLOORS = {
    "council": 1.0,
    "published": 1.0,
    "judgements": 1.0,
    "strengths": 0.9,
    "improvements": 0.98,
    "quotations": 1.0,
}
VARIANTS = 40


@cache
def verdicts(name: str) -> tuple[Verdict, ...]:
    (texts,) = (one for one in own_sets() if one.name == name)
    return texts.verdicts({text.path: one for text in texts.texts for one in read_facts(text.unit)})


def told(variant: Variant) -> tuple[Verdict, ...]:
    stated = variant.source
    source = Source(
        variant.id,
        f"{variant.id}.txt",
        "",
        kind=stated.kind,
        published=stated.published,
        inspected=stated.inspected,
    )
    document = read_text(variant.text, source)
    return judge(variant.truth, facts(gather(document), document))


def of_kind(found: Sequence[Verdict], *kinds: str) -> str:
    return "\n".join(misses([one for one in found if one.kind in kinds]))


def test_every_text_is_in_one_set_and_every_set_that_has_texts_has_floors() -> None:
    sets = own_sets()
    paths = [text.path for one in sets for text in one.texts]
    folders = dict.fromkeys(own.folder for own in OWN.values())
    assert sorted(paths) == sorted(one.path for folder in folders for one in load_articles(folder))
    assert {one.name for one in sets} == FLOORS.keys() == CEILINGS.keys()


@pytest.mark.parametrize(
    ("name", "kind", "floor"),
    [(name, kind, floor) for name, floors in FLOORS.items() for kind, floor in floors.items()],
)
def test_facts_of_texts_reach_their_floor(name: str, kind: str, floor: float) -> None:
    found = verdicts(name)
    assert figures(found, kind).f1 >= floor, of_kind(found, kind)


@pytest.mark.parametrize(
    ("name", "what", "ceiling"),
    [(name, what, ceiling) for name, ceilings in CEILINGS.items() for what, ceiling in ceilings.items()],
)
def test_what_is_said_falsely_stays_under_its_ceiling(name: str, what: str, ceiling: int) -> None:
    found = verdicts(name)
    assert COUNTS[what](found) <= ceiling, "\n".join(misses(found))


def of_seed(seed: str) -> Iterator[Variant]:
    yield unchanged(seed)
    yield from variants(seed, VARIANTS)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_facts_of_a_seed_move_with_its_variants(seed: str) -> None:
    found = [verdict for variant in of_seed(seed) for verdict in told(variant)]
    reached = {kind: figures(found, kind) for kind in VARIANT_FLOORS}
    below = {kind: one.f1 for kind, one in reached.items() if one.there and one.f1 < VARIANT_FLOORS[kind]}
    assert not below, "\n".join([str(below), *misses(found)])
    assert [COUNTS[what](found) for what in ("false grades", "noise", "wrong speakers")] == [0, 0, 0], (
        of_kind(found, "judgements", "noise", "quotations")
    )
