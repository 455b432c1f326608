"""The `theme` of a spec: its keys, or the file that holds them, and the logo that it names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from councilbrief.briefing.picture import MOST_BYTES, PictureError, measured
from councilbrief.briefing.theme import ACCENT
from councilbrief.briefing.theme_keys import ThemeKeys
from councilbrief.problems import Problem
from councilbrief.yamlfile import Listing, Mapping, Node, Scalar, read_yaml
from councilbrief.yamlfile.complaints import complaint, did_you_mean, shown
from councilbrief.yamlfile.reading import MAX_BYTES
from councilbrief.yamlfile.typed import typed

ReadFile = Callable[[Path, int], bytes]
"""Returns the bytes of a file, of a larger one only so many and one more; raises OSError or ValueError."""
KEY = "theme"
_OF_SPECS = frozenset({"version", "council", "councils", "sources"})


@dataclass(frozen=True, slots=True)
class LoadedTheme:
    """What a spec's theme comes to, and all that is wrong with it.

    `keys` are those of a file that the spec names, None where they stand in the spec itself;
    `file` is that file, and `logo_file` the logo's, as messages write them. `logo` is what that holds.
    """

    keys: ThemeKeys | None = None
    file: str | None = None
    logo: bytes | None = None
    logo_file: str | None = None
    problems: tuple[Problem, ...] = ()


NO_THEME = LoadedTheme()


def read_file(path: Path, most: int) -> bytes:
    """Read a plain file, of a larger one only `most` bytes and one more.

    Raises OSError where that can't be done, ValueError for a path that can't be.
    """
    if path.exists() and not path.is_file():
        raise IsADirectoryError(0, "it is no file")
    with path.open("rb") as file:
        return file.read(most + 1)


def load_theme(root: Node, file: str, folder: Path, read: ReadFile) -> tuple[Node, LoadedTheme]:
    """Load what a spec in a folder names as its theme, and leave in the spec only keys to be typed."""
    given = root.get(KEY) if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or given is None:
        return root, NO_THEME
    here = _Here(file, folder, read)
    if isinstance(given, Mapping):
        return root, here.theme(given)
    root = root.replacing(KEY, Mapping(given.at, ()))
    if isinstance(given, Listing):
        message = "theme must be a group of keys, or the name of a file that holds them, not a list"
        return root, LoadedTheme(problems=(complaint("wrong-type", message, file, given.at),))
    return root, _named(given, here)


def is_theme(root: Node) -> bool:
    """Say whether a file that was taken for a spec holds a theme."""
    keys = _keys(root)
    return bool(keys & set(ThemeKeys.model_fields)) and not keys & _OF_SPECS


def _keys(root: Node) -> set[str]:
    return {entry.key.text for entry in root.entries} if isinstance(root, Mapping) else set()


@dataclass(frozen=True, slots=True)
class _Here:
    """A file that names others, the folder in which it lies, and how those are read."""

    file: str
    folder: Path
    read: ReadFile

    def contents(self, name: Scalar, kind: str, most: int) -> bytes | Problem:
        """Return what a file holds, or say at the place of its name why that can't be had."""
        text = name.text.strip()
        path = self.folder / text
        if not text:
            message = f"{kind} is empty; give the name of a file, or leave the key out"
            return complaint("empty-text", message, self.file, name.at)
        try:
            return self.read(path, most)
        except FileNotFoundError:
            hint = did_you_mean(text, _files_beside(path, text)) or "; correct the name"
            message = f"there is no file {shown(text)} (seen from this file){hint}"
        except IsADirectoryError:
            message = f"{shown(text)} is no file; give the name of one"
        except (OSError, ValueError, RuntimeError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a valid path"
            message = f"{shown(text)} can't be read ({reason}); correct the name, or ask for the rights"
        return complaint(f"no-{kind}", message, self.file, name.at)

    def theme(self, group: Mapping) -> LoadedTheme:
        """Return the logo of a theme that stands here, and what is wrong that no type can tell."""
        problems = tuple(self._unquoted(group))
        logo = group.get("logo")
        name = logo.get("file") if isinstance(logo, Mapping) else None
        if not isinstance(name, Scalar) or not name.text.strip():  # that it is not there is said already
            return LoadedTheme(problems=problems)
        data = self._picture(name)
        if isinstance(data, Problem):
            return LoadedTheme(problems=(*problems, data))
        return LoadedTheme(logo=data, logo_file=beside(self.file, name.text.strip()), problems=problems)

    def _unquoted(self, group: Mapping) -> Iterator[Problem]:
        """Tell of an accent of which YAML has made a comment."""
        for entry in group.entries:
            value = entry.value
            if entry.key.text == "accent" and isinstance(value, Scalar) and value.plain and not value.text:
                message = f'accent is empty; as # begins a comment, a colour stands in quotes: "{ACCENT}"'
                yield complaint("bad-colour", message, self.file, entry.key.at)

    def _picture(self, name: Scalar) -> bytes | Problem:
        data = self.contents(name, "logo", MOST_BYTES)
        try:
            if not isinstance(data, Problem):
                measured(data)
        except PictureError as error:
            return complaint("bad-logo", f"{shown(name.text)} {error}", self.file, name.at)
        return data


def _named(name: Scalar, here: _Here) -> LoadedTheme:
    """Load the file that a spec names."""
    data = here.contents(name, "theme", MAX_BYTES)
    if isinstance(data, Problem):
        return LoadedTheme(problems=(data,))
    path, file = here.folder / name.text.strip(), beside(here.file, name.text.strip())
    root, problems = read_yaml(data, file)
    if root is None:
        return LoadedTheme(file=file, problems=problems)
    if _keys(root) & _OF_SPECS:
        message = f"{shown(name.text)} is a spec; give a file that holds only the keys of a theme"
        return LoadedTheme(problems=(complaint("spec-not-theme", message, here.file, name.at),))
    found = NO_THEME
    if isinstance(root, Mapping):
        root, others = _without_another(root, file)
        found = _Here(file, path.parent, here.read).theme(root)
        problems = (*problems, *others)
    keys, mistyped, _ = typed(root, ThemeKeys, file)
    return replace(found, keys=keys, file=file, problems=(*problems, *mistyped, *found.problems))


def _without_another(root: Mapping, file: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """Take out the name of another theme, and say that there can be none."""
    others = [entry for entry in root.entries if entry.key.text == KEY]
    message = "a theme can't name another one; write its keys here, each at the margin"
    problems = tuple(complaint("theme-in-theme", message, file, entry.key.at) for entry in others)
    rest = tuple(entry for entry in root.entries if entry not in others)
    return Mapping(root.at, rest), problems


def _files_beside(path: Path, named: str) -> list[str]:
    """Return the files beside one that is not there, written in the way it was."""
    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except (OSError, ValueError):
        return []
    before = named.strip().rpartition("/")
    return [f"{before[0]}{before[1]}{name}" for name in names]


def beside(file: str, name: str) -> str:
    """Write the path of a file that another one names, as it can be opened from the working folder.

    >>> beside("briefings/east.yaml", "../theme.yaml")
    'theme.yaml'
    """
    path = PurePosixPath(file).parent / name
    tidy = Path(os.path.normpath(path))
    try:
        same = tidy.resolve() == Path(path).resolve()
    except (OSError, RuntimeError, ValueError):
        same = False
    return tidy.as_posix() if same else path.as_posix()
