"""What links and references may lead to: web pages, and the entries of the list of sources."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from councilbrief.briefing.blocks import Briefing, SourceList


def anchor(number: int) -> str:
    """Return the key of the anchor at an entry of the list of sources."""
    return f"source-{number}"


def is_inward(target: str) -> bool:
    """Say whether a target is a place in the document, `#` and a key, and not a web address."""
    return target.startswith("#")


def said_of(words: str, target: str) -> str:
    """Say to listeners where words lead.

    >>> said_of("[3]", "#source-3")
    'Source 3'
    """
    return f"Source {words.strip('[]')}" if is_inward(target) else f"Web page: {words}"


@dataclass(frozen=True, slots=True)
class Targets:
    """The numbers of the sources that a briefing lists."""

    sources: frozenset[int]

    def source(self, number: int) -> str | None:
        """Return the target of a reference, `#` and a key; None where no such source is listed."""
        return f"#{anchor(number)}" if number in self.sources else None

    def page(self, url: str) -> str | None:
        """Return a web address that may be a link: http or https, with a host, in printable ASCII."""
        try:
            parts = urlsplit(url)
            usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            return None
        clean = url.isascii() and url.isprintable() and not set(' "<>\\^`{|}') & set(url)
        return url if usable and clean else None


def targets_of(briefing: Briefing) -> Targets:
    """Return what the references of a briefing may lead to."""
    blocks = (block for section in briefing.sections for block in section.blocks)
    lists = (block for block in blocks if isinstance(block, SourceList))
    return Targets(frozenset(entry.number for one in lists for entry in one.entries))
