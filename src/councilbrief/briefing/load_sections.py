"""The `sections` of a spec: a bare name or a name with options, made into one form."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.briefing.spec import SECTION_OPTIONS, SectionKey, SectionSpec
from councilbrief.problems import Problem
from councilbrief.yamlfile.complaints import complaint, describe, instead, shown
from councilbrief.yamlfile.nodes import Entry, Listing, Mapping, Node, Scalar, is_null

NAMES = tuple(key.value for key in SectionKey)
OPTIONS = tuple(name for name in SectionSpec.model_fields if name != "key")


def one_form(sections: Listing, file: str) -> tuple[Listing, tuple[Problem, ...]]:
    """Write each section as a group with `key` and its options; leave out what can't stand.

    `- judgements` becomes `{key: judgements}`, `- strengths: {limit: 4}` becomes
    `{key: strengths, limit: 4}`.
    """
    problems: list[Problem] = []
    seen: dict[str, Scalar] = {}
    items: list[Node] = []
    if not sections.items:
        message = "sections is empty; name sections, or leave the key out for the usual ones"
        problems.append(complaint("no-sections", message, file, sections.at))
    for item in sections.items:
        found = _name_and_options(item, file)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        name, options = found
        wrong = tuple(_name_problems(name, seen, file))
        problems.extend(wrong)
        if name.text in NAMES:
            problems.extend(_option_problems(name.text, options, file))
        if not wrong:
            allowed = ("title", *SECTION_OPTIONS[SectionKey(name.text)])
            kept = tuple(entry for entry in options if entry.key.text in allowed)
            items.append(Mapping(name.at, (Entry(Scalar(name.at, "key"), name), *kept)))
    return Listing(sections.at, tuple(items)), tuple(problems)


def _name_and_options(item: Node, file: str) -> tuple[Scalar, tuple[Entry, ...]] | Problem:
    """Take a list item apart, or say why it is no section."""
    if isinstance(item, Scalar) and not item.is_null:
        return item, ()
    if not isinstance(item, Mapping) or not item.entries:
        message = f"here stands {describe(item)}; a section is a name, or a name with options below it"
        return complaint("wrong-type", message, file, item.at)
    first, *others = item.entries
    if others:
        stray = others[0].key
        if stray.text in OPTIONS:
            message = (
                f"{stray.text} must be indented further than {shown(first.key.text)}, whose option it is"
            )
        else:
            message = f"{shown(stray.text)} needs a hyphen before it, if it is a section"
        return complaint("section-form", message, file, stray.at)
    if is_null(first.value):
        return first.key, ()
    if not isinstance(first.value, Mapping):
        options = f"the options of {shown(first.key.text)}"
        message = f"{options} must be keys, such as title: …, not {describe(first.value)}"
        return complaint("wrong-type", message, file, first.value.at)
    return first.key, first.value.entries


def _name_problems(name: Scalar, seen: dict[str, Scalar], file: str) -> Iterator[Problem]:
    """Say that a section is not known, or was named before."""
    if name.text not in NAMES:
        message = f"unknown section {shown(name.text)}{instead(name.text, NAMES)}"
        yield complaint("unknown-section", message, file, name.at)
        return
    first = seen.setdefault(name.text, name)
    if first is not name:
        message = (
            f"the section {shown(name.text)} is named a second time, first in line {first.at.line}; keep one"
        )
        yield complaint("section-twice", message, file, name.at)


def _option_problems(section: str, options: tuple[Entry, ...], file: str) -> Iterator[Problem]:
    """Say which options the section does not take."""
    taken = ("title", *SECTION_OPTIONS[SectionKey(section)])
    for entry in options:
        name, at = entry.key.text, entry.key.at
        if name in taken:
            continue
        if name in OPTIONS:
            message = f'the section "{section}" takes no {name}; it takes {" and ".join(taken)}'
            yield complaint("section-option", message, file, at)
        else:
            yield complaint("unknown-key", f"unknown option {shown(name)}{instead(name, taken)}", file, at)
