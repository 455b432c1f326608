"""What a published briefing was made of, and how that differs from what it would be made of now."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from councilbrief.briefing.load_spec import SpecFile
from councilbrief.builds.draft import Draft
from councilbrief.builds.reading import sources
from councilbrief.evidence.words import own

_TOLD = frozenset({"id", "path", "sha256", "council_at"})
"""What of a source is no statement of `sources.yaml` or of the document itself."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition rests on: the program, the spec, the day and the sources, as JSON has them.

    In `spec`, a theme is the name of its file, and `theme` holds that file's keys, if there is one.
    `logo` is empty, or has its `file` and `sha256`; so has `words`, a file of a user's own phrases.
    """

    program: str
    spec: dict[str, Any]
    name: str
    day: str
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    digest: str | None = None
    theme: dict[str, Any] = field(default_factory=dict)
    logo: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, data: bytes) -> Edition | None:
        """Read what `dump` wrote; None for what it did not."""
        try:
            return cls(**json.loads(data))
        except (ValueError, TypeError):
            return None

    def dump(self) -> bytes:
        """Write it as JSON."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()


def edition(program: str, draft: Draft, day: dt.date) -> Edition:
    """Return what a draft rests on."""
    asked = draft.order.asked
    rows = {source.id: sources().dump_python(source, mode="json") for source in draft.sources}
    spec = asked.spec.model_dump(mode="json", exclude={"schedule"})  # says when, and nothing in the briefing
    keys = _theme(asked, spec)
    return Edition(
        program,
        spec,
        asked.shown_as,
        day.isoformat(),
        rows,
        theme=keys,
        logo=_logo(asked),
        words=_words(),
    )


def _theme(asked: SpecFile, spec: dict[str, Any]) -> dict[str, Any]:
    """Return the keys of a theme that stands in a file of its own, and put its name in their place."""
    keys = spec["theme"]
    if asked.theme.file is None or keys is None:
        return {}
    spec["theme"] = asked.theme.file
    return dict(keys)


def _logo(asked: SpecFile) -> dict[str, str]:
    theme = asked.theme
    if theme.logo is None or theme.logo_file is None:
        return {}
    return {"file": theme.logo_file, "sha256": sha256(theme.logo).hexdigest()}


def _words() -> dict[str, str]:
    phrases = own.in_force()
    return {"file": phrases.name, "sha256": phrases.sha256} if phrases else {}


def why(before: Edition | None, now: Edition, there: str | None, target: str) -> tuple[str, ...]:
    """Say why a briefing is to be made, as an officer would: which file changed, and what in it.

    `there` is the digest of the PDF that is in its place, None where there is none.
    """
    if before is None:
        return (f"{target} has not been built here before",)
    reasons = [*_changes(before, now)]
    if there is None:
        reasons.insert(0, f"{target} is not there")
    elif there != before.digest:
        reasons.insert(0, f"{target} is not what was published")
    return tuple(reasons) or ("the program or what is said of other documents in the library changed",)


def _changes(before: Edition, now: Edition) -> Iterator[str]:
    if before.program != now.program:
        yield "councilbrief itself, or a library that it stands on, changed"
    changed = _differing(before.spec, now.spec)
    if changed or before.name != now.name:
        yield f"{now.name} changed{': ' if changed else ''}{', '.join(changed)}"
    if "theme" not in changed and (keys := _differing(before.theme, now.theme)):
        yield f"{now.spec['theme']} changed: {', '.join(keys)}"
    if before.logo != now.logo and before.logo.get("file") == now.logo.get("file"):
        yield f"{now.logo['file']} changed"
    yield from _word_changes(before.words, now.words)
    for key in sorted(before.sources.keys() | now.sources.keys()):
        yield from _source_changes(key, before.sources.get(key), now.sources.get(key))
    if before.day != now.day:
        yield f"its date changed: {now.day}, not {before.day}"


def _word_changes(before: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    if before.get("file") != now.get("file"):
        yield from (
            f"{one['file']} {what}" for one, what in ((before, "is no longer used"), (now, "is new")) if one
        )
    elif before != now:
        yield f"{now['file']} changed"


def _source_changes(key: str, before: dict[str, Any] | None, now: dict[str, Any] | None) -> Iterator[str]:
    if before is None or now is None:
        yield f"{key} is {'new' if before is None else 'no longer used'}"
        return
    if before["sha256"] != now["sha256"]:
        yield f"the file of {key} changed"
    elif told := _differing(before, now):
        yield f"sources.yaml changed: {', '.join(told)} of {key}"


def _differing(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    keys = (before.keys() | now.keys()) - _TOLD
    return sorted(key for key in keys if before.get(key) != now.get(key))
