"""YAML to Spec: every mistake of a file in one run, each with its line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from councilbrief.briefing.audiences import settled
from councilbrief.briefing.load_sections import one_form
from councilbrief.briefing.load_theme import NO_THEME, LoadedTheme, ReadFile, is_theme, load_theme, read_file
from councilbrief.briefing.output_name import COUNCIL
from councilbrief.briefing.spec import SECTION_OPTIONS, Spec
from councilbrief.briefing.timing import with_whole_schedule
from councilbrief.documents.library import Library, joined, open_library
from councilbrief.evidence.councils.register import Ambiguous, Council, Resolved, Unknown, register
from councilbrief.problems import Problem, Severity, SpecError, errors
from councilbrief.provenance import PartialDate
from councilbrief.yamlfile import Listing, Mapping, Node, Scalar, read_yaml
from councilbrief.yamlfile.complaints import complaint, did_you_mean, shown
from councilbrief.yamlfile.typed import Places, typed

Resolve = Callable[[str], Resolved | Ambiguous | Unknown]
OpenLibrary = Callable[[Path], Library]
# How many ids or publishers a message lists.
MOST_IDS = 10
_NOT_SPEC = (
    "this is a theme, not a spec; in a folder of specs call it theme.yaml, or let its name end in "
    ".theme.yaml, and it is passed over"
)


@dataclass(frozen=True, slots=True)
class SpecFile:
    """A spec that is in order, and the way back to its lines for what turns up later.

    `libraries` are the folders that it names, from where the program runs. `theme` has the files that
    its theme was read from; the keys are in `spec`, wherever they stand.
    """

    spec: Spec
    path: Path
    shown_as: str
    libraries: tuple[Path, ...]
    places: Places
    theme: LoadedTheme = NO_THEME

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Return what is in order and yet hardly meant: a section for own text without any."""
        message = "has no text and is left out; give it text, or take it out"
        return tuple(
            self.problem(
                Severity.WARNING, "empty-section", f"{shown(one.key.value)} {message}", "sections", number
            )
            for number, one in enumerate(self.spec.sections)
            if "text" in SECTION_OPTIONS[one.key] and one.text is None
        )

    def problem(self, severity: Severity, key: str, message: str, *loc: str | int) -> Problem:
        """Make a problem of a part of the spec: `"sources", "ids", 0` is the first id."""
        at = self.places.value(loc)
        return Problem(severity, key, message, self.shown_as, at.line, at.column)


def load_spec(path: Path, shown_as: str | None = None) -> Spec:
    """Load a spec; raise SpecError with all its mistakes."""
    return load_spec_file(path, shown_as).spec


def load_spec_file(
    path: Path,
    shown_as: str | None = None,
    *,
    resolve: Resolve | None = None,
    library: OpenLibrary = open_library,
    read: ReadFile = read_file,
) -> SpecFile:
    """Load a spec with its places; raise SpecError with all its mistakes.

    `shown_as` is the file's name in messages, the path as given without it. `resolve`
    says which council a name means; without it, the register does. `read` reads its theme and logo.
    """
    file = shown_as if shown_as is not None else path.as_posix()
    root, problems = read_yaml(path, file)
    if root is None:
        raise SpecError(problems)
    if is_theme(root):
        raise SpecError((*problems, complaint("theme-not-spec", _NOT_SPEC, file)))
    root, in_sections = _with_one_form(root, file)
    root, theme = load_theme(root, file, path.parent, read)
    spec, wrong, places = typed(root, Spec, file)
    checks = _Checks(root, file, path.parent, resolve or register().resolve, library)
    found = (*problems, *in_sections, *wrong, *theme.problems, *checks.all())
    if spec is None or found:
        raise SpecError(sorted(found, key=lambda one: (one.file != file, one.line or 0, one.column or 0)))
    settled_on = {"sections": settled(spec.sections, spec.audience), "theme": theme.keys or spec.theme}
    libraries = tuple(path.parent / one for one in dict.fromkeys(spec.sources.library))
    return SpecFile(spec.model_copy(update=settled_on), path, file, libraries, places, theme)


def _with_one_form(root: Node, file: str) -> tuple[Node, tuple[Problem, ...]]:
    """Write all sections and a schedule in one form, and a single library as a list of one."""
    root = with_whole_schedule(_with_list_of_libraries(root))
    sections = root.get("sections") if isinstance(root, Mapping) else None
    if not (isinstance(root, Mapping) and isinstance(sections, Listing)):
        return root, ()
    changed, problems = one_form(sections, file)
    return root.replacing("sections", changed), problems


def _with_list_of_libraries(root: Node) -> Node:
    sources = root.get("sources") if isinstance(root, Mapping) else None
    named = sources.get("library") if isinstance(sources, Mapping) else None
    if not (isinstance(root, Mapping) and isinstance(sources, Mapping) and isinstance(named, Scalar)):
        return root
    if named.is_null:
        return root
    return root.replacing("sources", sources.replacing("library", Listing(named.at, (named,))))


@dataclass(frozen=True, slots=True)
class _Checks:
    """What no single key can be blamed for, or what needs the register or the library."""

    root: Node
    file: str
    folder: Path
    resolve: Resolve
    open_library: OpenLibrary

    def all(self) -> Iterator[Problem]:
        if isinstance(self.root, Mapping):
            yield from self._one_council(self.root)
            yield from self._known_councils(self.root)
            yield from self._own_council(self.root)
            yield from self._output(self.root)
            yield from self._dates()
            yield from self._library()

    def _at(self, *keys: str) -> Node | None:
        """Return the value below some keys."""
        node: Node | None = self.root
        for key in keys:
            node = node.get(key) if isinstance(node, Mapping) else None
        return node

    def _scalars(self, *keys: str) -> Iterator[Scalar]:
        """Yield the texts of a list below some keys, or of one text."""
        node = self._at(*keys)
        for item in node.items if isinstance(node, Listing) else (node,):
            if isinstance(item, Scalar) and not item.is_null:
                yield item

    def _one_council(self, root: Mapping) -> Iterator[Problem]:
        council, councils = root.entry("council"), root.entry("councils")
        if council and councils:
            message = "give council or councils, not both"
            yield complaint("council-and-councils", message, self.file, councils.key.at)
        if not council and not councils:
            empty = next((e.key.at for e in root.entries if e.key.text in {"council", "councils"}), root.at)
            message = "the council is missing; give council: with a name, or councils: all"
            yield complaint("no-council", message, self.file, empty)

    def _known_councils(self, root: Mapping) -> Iterator[Problem]:
        named = root.get("council")
        own = (named,) if isinstance(named, Scalar) else ()
        for name in (*own, *self._scalars("sources", "councils")):
            if not name.text.strip():  # that it is empty is said already
                continue
            match self.resolve(name.text):
                case Ambiguous(candidates=candidates):
                    *most, last = (self._unmistakable(council) for council in candidates)
                    several = f"{', '.join(most)} or {last}"
                    message = f"{shown(name.text)} may mean {several}; write which, or its GSS code"
                    yield complaint("ambiguous-council", message, self.file, name.at)
                case Unknown() as unknown:
                    message = f"no council is called {shown(name.text)}{unknown.hint}"
                    yield complaint("unknown-council", message, self.file, name.at)

    def _own_council(self, root: Mapping) -> Iterator[Problem]:
        """Say that only documents on other councils are asked for."""
        council, wanted = root.get("council"), self._at("sources", "councils")
        if not (isinstance(council, Scalar) and isinstance(wanted, Listing)):
            return
        own, *others = (self.resolve(one.text) for one in (council, *self._scalars("sources", "councils")))
        settled_on = others and all(isinstance(one, Resolved) for one in others)
        if isinstance(own, Resolved) and settled_on and own not in others:
            message = f"councils leaves out {own.council.short} itself; add it, or drop the key"
            yield complaint("other-councils", message, self.file, wanted.at)

    def _unmistakable(self, council: Council) -> str:
        """Return a name that means this council alone: the usual one, or else the official one."""
        return council.short if isinstance(self.resolve(council.short), Resolved) else council.official

    def _output(self, root: Mapping) -> Iterator[Problem]:
        output = root.get("output")
        if root.entry("councils") and isinstance(output, Scalar) and COUNCIL not in output.text:
            message = (
                f"with councils: all, output must contain {COUNCIL}, or each briefing would replace the last"
            )
            yield complaint("bad-output", message, self.file, output.at)

    def _dates(self) -> Iterator[Problem]:
        since, until = self._at("sources", "since"), self._at("sources", "until")
        if not (isinstance(since, Scalar) and isinstance(until, Scalar)):
            return
        try:
            first, last = PartialDate.parse(since.text), PartialDate.parse(until.text)
        except ValueError:
            return
        if first.earliest() > last.latest():
            message = f"since {first.text()} is after until {last.text()}; no document can match"
            yield complaint("since-after-until", message, self.file, since.at)

    def _library(self) -> Iterator[Problem]:
        """Say that a folder or a document is not there; its own mistakes are its own matter."""
        folders = [(one, self.folder / one.text.strip()) for one in self._scalars("sources", "library")]
        missing = [
            complaint("no-library", _no_folder(folder, one.text), self.file, one.at)
            for one, folder in folders
            if not _is_folder(folder)
        ]
        if missing or not folders:
            yield from missing
            return
        ids = (*self._scalars("sources", "ids"), *self._scalars("sources", "exclude"))
        publishers = tuple(self._scalars("sources", "publishers"))
        libraries = [self.open_library(folder) for _, folder in folders] if ids or publishers else []
        if not libraries or any(errors(library.problems) for library in libraries):
            return
        yield from self._known_ids(tuple(entry.source.id for entry in joined(libraries)), ids)
        names = dict.fromkeys(name for library in libraries for name in library.publishers)
        yield from self._known_publishers(tuple(names), publishers)

    def _known_ids(self, known: tuple[str, ...], ids: tuple[Scalar, ...]) -> Iterator[Problem]:
        for one in ids:
            if one.text.strip() not in known:
                hint = did_you_mean(one.text, known) or _ids_in(known)
                message = f"the library has no document {shown(one.text)}{hint}"
                yield complaint("unknown-id", message, self.file, one.at)

    def _known_publishers(self, known: tuple[str, ...], publishers: tuple[Scalar, ...]) -> Iterator[Problem]:
        """Say that no document names a publisher; capitals do not count."""
        for one in publishers:
            name = " ".join(one.text.split())
            if name and name.casefold() not in {each.casefold() for each in known}:
                hint = did_you_mean(name, known) or _publishers_in(known)
                message = f"no document of the library is published by {shown(name)}{hint}"
                yield complaint("unknown-publisher", message, self.file, one.at)


def _ids_in(ids: tuple[str, ...]) -> str:
    """Say which ids there are, as the end of a message."""
    if not ids:
        return "; it holds no documents"
    more = f" and {len(ids) - MOST_IDS} more" if len(ids) > MOST_IDS else ""
    return f"; it has {', '.join(ids[:MOST_IDS])}{more}"


def _publishers_in(names: tuple[str, ...]) -> str:
    """Say which publishers there are, as the end of a message."""
    if not names:
        return "; its sources.yaml names no publishers"
    more = f" and {len(names) - MOST_IDS} more" if len(names) > MOST_IDS else ""
    return f"; they are by {', '.join(names[:MOST_IDS])}{more}"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _no_folder(path: Path, named: str) -> str:
    """Say why a path is no library."""
    try:
        if path.is_file():
            return f"{shown(named)} is a file; give the folder that it is in"
    except (OSError, ValueError):
        pass
    hint = did_you_mean(named, _folders_beside(path, named))
    return f"there is no folder {shown(named)} (seen from this file){hint}"


def _folders_beside(folder: Path, named: str) -> list[str]:
    """Return the folders beside one that is not there, written in the way it was."""
    try:
        names = sorted(path.name for path in folder.parent.iterdir() if path.is_dir())
    except (OSError, ValueError):
        return []
    before = named.rstrip("/").rpartition("/")
    return [f"{before[0]}{before[1]}{name}" for name in names]
