"""Write the register of councils from two public lists and our own table of names.

    python tools/build_register.py FOLDER

FOLDER holds `uk_local_authorities.csv` (mySociety, CC BY 4.0) and
`ofsted_urn_and_neighbours.csv` (data-to-insight, MIT; facts of the ONS and DfE, OGL).
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path

from councilbrief.evidence.councils.names import SMALL, forgiven, plain

ROOM = Path(__file__).resolve().parent.parent / "src" / "councilbrief" / "evidence" / "councils"
UPPER_TIER = {"UA", "MD", "LBO", "CTY", "CC"}
# Abbreviations of the lists' own making, which nobody writes or which forgiveness covers.
LIST_STYLE = re.compile(r"(?: UA| london boro| district|,? (?:city|county) of)$", re.IGNORECASE)
LENGTH_OF_FIRST_URNS = 5
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """Read a list."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def start_of(row: Row) -> str:
    """Return the first day of a council, or nothing.

    Councils begin on 1 April; any other day in the list is the day of an entry.
    """
    return row["start-date"] if row["start-date"].endswith("-04-01") else ""


def end_of(row: Row) -> str:
    """Return the last day of a council: the list gives either that or the day after."""
    if not row["end-date"].endswith("-04-01"):
        return row["end-date"]
    return (dt.date.fromisoformat(row["end-date"]) - dt.timedelta(days=1)).isoformat()


def in_capitals(name: str) -> str:
    """Write a name of a lower-case list as a name."""
    if name != name.lower():
        return name
    return " ".join(word if word in SMALL else word.capitalize() for word in name.split())


def spaced(name: str) -> str:
    """Return a name with single spaces."""
    return " ".join(name.split())


def other_names(row: Row) -> list[str]:
    """Return the list's other names; commas inside a name are followed by a space there."""
    names = re.split(r",(?! )", row["alt-names"])
    kept = (spaced(LIST_STYLE.sub("", name.strip())) for name in names)
    return [in_capitals(name) for name in kept if name]


@dataclass(slots=True)
class Draft:
    """A council while its row is being put together; the fields are the register's columns."""

    gss: str
    official: str = ""
    short: str = ""
    names: list[str] = field(default_factory=list)
    former_names: list[str] = field(default_factory=list)
    start: str = ""
    end: str = ""
    region: str = ""
    urn: str = ""
    neighbours: str = ""
    former_codes: str = ""
    successors: str = ""


FIELDS = tuple(column.name for column in fields(Draft) if column.name != "former_names")


def listed(row: Row, codes: dict[str, str]) -> Draft:
    """Start a council from a row of the list of names."""
    return Draft(
        gss=row["gss-code"],
        official=spaced(row["official-name"]),
        short=spaced(row["nice-name"]).removesuffix(" Council"),
        names=other_names(row),
        start=start_of(row),
        end=end_of(row),
        former_codes=" ".join(sorted(filter(None, row["former-gss-codes"].split(",")))),
        successors=" ".join(sorted(codes[code] for code in row["replaced-by"].split(",") if code)),
    )


def also_known_as(facts: Row, short: str) -> list[str]:
    """Return the names of a list in brackets, whose commas may stand inside the council's own name."""
    names = facts["also_known_as"].strip("[]").split(", ")
    for at in range(len(names)):
        if plain(", ".join(names[at:])) == plain(short):
            return names[:at]
    return names


def join(council: Draft, facts: Row) -> None:
    """Add what Ofsted's list says.

    Its URNs of abolished councils stand outside the series of local authorities, so they stay out.
    """
    council.region = facts["region_name"]
    council.neighbours = " ".join(facts["stat_neighbours_la_code"].replace(",", " ").split())
    if not council.end:
        council.urn = facts["urn"]
    names = [facts["local_authority_ons_name"], *also_known_as(facts, council.short)]
    council.names += [spaced(LIST_STYLE.sub("", name)) for name in names if name]


def amend(councils: dict[str, Draft], own: Iterable[Row]) -> None:
    """Apply our own table: a `name` is added, any other field is set and keeps its old name."""
    for row in own:
        council = councils.setdefault(row["gss"], Draft(row["gss"]))
        if row["field"] == "name":
            council.names.append(row["value"])
            continue
        if row["field"] == "official":
            council.former_names += filter(None, [council.official])
        if row["field"] == "short":
            council.names.append(council.short)
        setattr(council, row["field"], row["value"])


def inherit_regions(councils: dict[str, Draft]) -> None:
    """Give an abolished council the region of those that followed it, where they share one."""
    for council in councils.values():
        if not council.region:
            regions = {councils[code].region for code in council.successors.split()}
            council.region = regions.pop() if len(regions) == 1 else ""


def carry_on(councils: dict[str, Draft]) -> None:
    """Make one of a county council and the unitary one that it became.

    Ofsted keeps a council's number (five digits, from its first list) when the council goes on
    in another form, and its inspections with it; a council that is new has a new, longer number.
    """
    for old in [council for council in councils.values() if council.end]:
        new = councils.get(old.successors)
        if new and len(new.urn) == LENGTH_OF_FIRST_URNS:
            new.former_names.append(old.official)
            new.former_codes = " ".join(sorted([*new.former_codes.split(), old.gss]))
            del councils[old.gss]


def tidy(councils: dict[str, Draft]) -> list[Row]:
    """Drop names that say nothing new, and tell predecessors from their namesakes."""
    current = {council.short for council in councils.values() if not council.end}
    done = []
    for _, council in sorted(councils.items()):
        if council.end and council.short in current:
            council.names.append(council.short)
            council.short = council.official.removesuffix(" Council")
        seen = {plain(council.official), plain(council.short)}
        names = list(council.former_names)
        for name in filter(None, council.names):
            if seen.isdisjoint(forgiven(name)):
                names.append(name)
                seen.add(plain(name))
        row = {column: str(getattr(council, column)) for column in FIELDS}
        done.append(row | {"names": "; ".join(names)})
    return done


def build(folder: Path) -> list[Row]:
    """Return the register's rows, in order of code."""
    authorities = [
        row
        for row in rows(folder / "uk_local_authorities.csv")
        if row["nation"] == "England" and row["local-authority-type"] in UPPER_TIER
    ]
    codes = {row["local-authority-code"]: row["gss-code"] for row in authorities}
    councils = {row["gss-code"]: listed(row, codes) for row in authorities}
    for facts in rows(folder / "ofsted_urn_and_neighbours.csv"):
        join(councils[facts["la_code_new"] or facts["ltla23cd"]], facts)
    amend(councils, rows(ROOM / "council_names.csv"))
    carry_on(councils)
    inherit_regions(councils)
    return tidy(councils)


def main() -> int:
    """Write the register and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=ROOM / "councils.csv")
    arguments = parser.parse_args()
    register = build(arguments.folder)
    with arguments.output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(register)
    abolished = sum(1 for row in register if row["end"])
    print(f"{arguments.output}: {len(register) - abolished} councils, {abolished} abolished ones")
    return 0


if __name__ == "__main__":
    sys.exit(main())
