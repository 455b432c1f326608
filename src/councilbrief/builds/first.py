"""A first spec, with the folder for its documents and the schema that lets an editor help."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from councilbrief.builds.asked import SPEC_SUFFIXES, is_no_specs
from councilbrief.problems import Problem, Severity, SpecError, StoreError

DOCUMENTS = "documents"
SCHEMA = "spec.schema.json"


def write_first_spec(path: Path) -> tuple[Path, ...]:
    """Write a commented spec and what it refers to; return what was made.

    Raises SpecError for a name that no build would find, StoreError where the spec is
    there already: nothing is overwritten.
    """
    if path.suffix.lower() not in SPEC_SUFFIXES:
        better = path / "first.yaml" if path.is_dir() else path.with_name(f"{path.name}.yaml")
        message = f"a spec's name ends in .yaml, or no build finds it; give {better.as_posix()}"
        raise SpecError(Problem(Severity.ERROR, "bad-name", message, path.as_posix()))
    if is_no_specs(path):
        better = path.with_name("first.yaml")
        message = (
            "in a folder of specs this name is that of a theme or a file of words, "
            f"so no build finds it; give {better.as_posix()}"
        )
        raise SpecError(Problem(Severity.ERROR, "bad-name", message, path.as_posix()))
    shipped = resources.files("councilbrief.briefing")
    spec = (shipped / "first-spec.yaml").read_text(encoding="utf-8")
    schema = (shipped / SCHEMA).read_text(encoding="utf-8")
    documents, beside = path.parent / DOCUMENTS, path.parent / SCHEMA
    made = [path]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, spec)
        if not documents.exists():
            documents.mkdir()
            made.append(documents)
        if not beside.exists():
            _write_new(beside, schema)
            made.append(beside)
    except FileExistsError as error:
        message = "this is there already, and nothing is overwritten; give another name"
        raise _error(path, "is-there", message) from error
    except OSError as error:
        message = f"the first spec can't be written: {error.strerror}; give a place that can be written to"
        raise _error(path, "not-writable", message) from error
    return tuple(made)


def next_steps(path: Path) -> str:
    """Say what to do with a first spec."""
    documents = (path.parent / DOCUMENTS).as_posix()
    return (
        f"Put the documents into {documents}, name your council in {path.as_posix()}, "
        f"then run: councilbrief build {path.as_posix()}"
    )


def _write_new(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _error(path: Path, key: str, message: str) -> StoreError:
    return StoreError(Problem(Severity.ERROR, key, message, path.as_posix()))
