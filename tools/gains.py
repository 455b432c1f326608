"""What the working tree gains and loses against a revision: `make gains`, or `tools/gains.py REVISION`.

Both read the same texts, all those whose facts were written down by hand. What a commit finds is
kept in build/facts, so only the first comparison with it takes long.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence

from scoring.asking import NO_CORPUS, add_options, chosen
from scoring.changes import change_lines, changes
from scoring.printing import unread_lines
from scoring.revisions import commit_of, facts_at, facts_now


def main(argv: Sequence[str] | None = None) -> int:
    """Print what was gained, what was lost and the figures of each set; return 1 where something was lost."""
    parser = argparse.ArgumentParser(description="What the working tree gains and loses against a revision.")
    parser.add_argument("revision", nargs="?", default="HEAD", help="default: HEAD")
    add_options(parser)
    asked = parser.parse_args(argv)
    try:
        commit = commit_of(asked.revision)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    sets = chosen(asked)
    units = list(dict.fromkeys(unit for one in sets.all for unit in one.units))
    before, now = facts_at(commit, units), facts_now(units)
    print("\n".join(unread_lines(now.values())))
    judged = [(one.name, one.verdicts(before), one.verdicts(now)) for one in sets.all]
    told = [(name, changes(was, is_)) for name, was, is_ in judged]
    gained = [f"  {name}: {line}" for name, change in told for line in change.gained]
    lost = [f"  {name}: {line}" for name, change in told for line in change.lost]
    print("\n".join((f"gained {len(gained)}", *gained, "", f"lost {len(lost)}", *lost, "")))
    for name, was, is_ in judged:
        print("\n".join(change_lines(name, was, is_)), end="\n\n")
    print(f"{len(gained)} gained, {len(lost)} lost against {commit[:12]}")
    if sets.corpus is None:
        print(NO_CORPUS)
    return int(bool(lost))


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main())
