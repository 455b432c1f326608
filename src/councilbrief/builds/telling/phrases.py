"""The groups of phrases, and what a user's own file adds to them, for people."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.builds.telling.listing import Line
from councilbrief.evidence.words import Group, below, shipped, subjects
from councilbrief.evidence.words.about import about
from councilbrief.evidence.words.own import Own


def group_lines() -> Iterator[Line]:
    """List every group that ships, subject by subject, with what it is for and an example."""
    for subject in subjects():
        said = about(subject)
        yield Line(f"{subject}: {said[()]}", heading=True)
        above = None
        for group in below((subject,), shipped(subject)):
            path = group.key[1:]
            if len(path) > 1 and path[:-1] != above:
                above = path[:-1]
                yield Line(_described(".".join(above), said.get(above)), 1)
            yield Line(_group(group, path, said.get(path)), len(path))


def own_lines(own: Own, name: str) -> Iterator[Line]:
    """List what a file adds to which group."""
    count = sum(map(len, own.added.values()))
    of = f"{len(own.added)} group{'' if len(own.added) == 1 else 's'}"
    yield Line(f"{name}: {count} phrase{'' if count == 1 else 's'} for {of}", heading=True)
    yield from (Line(f"{'.'.join(key)}: {', '.join(words)}", 1) for key, words in own.added.items())


def _group(group: Group, path: tuple[str, ...], said: str | None) -> str:
    return f"{_described(path[-1], said)} (“{group.matches[0]}”)"


def _described(name: str, said: str | None) -> str:
    return f"{name}: {said}" if said else name
