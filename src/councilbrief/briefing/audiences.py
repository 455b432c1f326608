"""What each audience gets where a spec does not say: which sections, and how much of each."""

from __future__ import annotations

from collections.abc import Mapping

from councilbrief.briefing.spec import SECTION_OPTIONS, Audience, SectionKey, SectionSpec

S = SectionKey
# What must improve comes first of all that follows the grades, so that it begins on page 1.
USUAL = (
    S.AT_A_GLANCE,
    S.JUDGEMENTS,
    S.IMPROVEMENTS,
    S.STRENGTHS,
    S.QUOTATIONS,
    S.DIFFERENCES,
    S.INSPECTIONS,
    S.SOURCES,
)
# The most that is shown, None for all; and whether earlier inspections are shown.
LIMITS: Mapping[Audience, Mapping[SectionKey, int | None]] = {
    Audience.LEAD_MEMBER: {S.STRENGTHS: 6, S.QUOTATIONS: 6},
    Audience.SCRUTINY: {S.STRENGTHS: 6, S.QUOTATIONS: 8},
    Audience.WARD: {S.STRENGTHS: 4, S.QUOTATIONS: 4},
    Audience.OFFICERS: {S.STRENGTHS: 12, S.QUOTATIONS: None},
}
# Earlier grades tell where a council comes from; earlier findings are news of another day.
HISTORY: Mapping[Audience, frozenset[SectionKey]] = {
    Audience.LEAD_MEMBER: frozenset({S.JUDGEMENTS}),
    Audience.SCRUTINY: frozenset({S.JUDGEMENTS}),
    Audience.WARD: frozenset(),
    Audience.OFFICERS: frozenset({S.JUDGEMENTS, S.STRENGTHS, S.IMPROVEMENTS, S.QUOTATIONS, S.DIFFERENCES}),
}
SENSITIVE = "hold"
# Who is told which areas for improvement come back from the inspection before.
RECURRING = frozenset({Audience.LEAD_MEMBER, Audience.SCRUTINY, Audience.OFFICERS})


def settled(sections: tuple[SectionSpec, ...], audience: Audience) -> tuple[SectionSpec, ...]:
    """Fill in what a spec leaves to its audience.

    What an officer gave stays. The list of sources always comes: every reference points at it.
    """
    asked = sections or tuple(SectionSpec(key=key) for key in USUAL)
    if not any(section.key is S.SOURCES for section in asked):
        asked = (*asked, SectionSpec(key=S.SOURCES))
    return tuple(_settled(section, audience) for section in asked)


def _settled(section: SectionSpec, audience: Audience) -> SectionSpec:
    usual: dict[str, object] = {
        "limit": LIMITS[audience].get(section.key),
        "history": section.key in HISTORY[audience],
        "sensitive": SENSITIVE,
        "recurring": audience in RECURRING,
    }
    taken = SECTION_OPTIONS[section.key]
    given = section.model_fields_set
    missing = {key: value for key, value in usual.items() if key in taken and key not in given}
    return section.model_copy(update=missing)
