"""What a Debian package says of itself, and what dpkg runs when it installs and removes it."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
from collections.abc import Sequence
from datetime import datetime, timezone
from email.utils import format_datetime
from pathlib import Path

from release.vendored import Licence, notices

NAME = "cstoref"
LIBRARY = f"/usr/lib/{NAME}"
"""Where the program is with its packages: no other program of the system imports them."""
COMMAND = f"""\
#!/usr/bin/python3 -BIS
import sys

sys.path.insert(0, "{LIBRARY}")
from {NAME}.cli.main import command

command()
"""
"""The command. Its Python reads no settings, no packages of the system or the user, and writes nothing beside
the modules: -I, -S and -B. They are compiled when the package is installed."""
DESCRIPTION = """\
offline reference about the Collective Security Treaty Organization
 A reference for the terminal about the members, leaders, institutions, events,
 agreements and places of the Collective Security Treaty Organization (CSTO).
 Every statement names the source that it rests on and shows the passage.
 .
 It answers names and questions on the command line, has an explorer for the
 screen, and exports everything. It never uses a network.
"""
SCRIPTS = {
    "postinst": f"""\
#!/bin/sh
set -e
if command -v py3compile >/dev/null 2>&1; then
    py3compile -p {NAME} {LIBRARY}
fi
""",
    "prerm": f"""\
#!/bin/sh
set -e
if command -v py3clean >/dev/null 2>&1; then
    py3clean -p {NAME}
fi
find {LIBRARY} -depth -type d -name __pycache__ -exec rm -r {{}} +
""",
}
"""What dpkg runs, by the name that it knows."""
RTUPDATE = f"""\
#!/bin/sh
set -e
if [ "$1" = rtupdate ]; then
    py3clean -p {NAME} {LIBRARY}
    py3compile -p {NAME} {LIBRARY}
fi
"""
"""What Debian's Python runs after the system has gone over to another version of it."""


def debian_version(version: str) -> str:
    """A version of Python's kind as Debian sorts it: 1.0rc1 comes before 1.0."""
    return re.sub(r"(?<=\d)\.?(?=(?:a|b|rc|dev)\d)", "~", version)


def maintainer() -> str:
    """Who made the package: as Debian's tools, from DEBFULLNAME and DEBEMAIL."""
    name = os.environ.get("DEBFULLNAME", "The cstoref authors")
    return f"{name} <{os.environ.get('DEBEMAIL', 'maintainers@cstoref.example')}>"


def control(version: str, architecture: str, pythons: Sequence[str], kib: int) -> str:
    """The fields that dpkg reads."""
    major, minor = pythons[-1].split(".")
    python = f"python3 (>= {pythons[0]}~), python3 (<< {major}.{int(minor) + 1}~)"
    fields = {
        "Package": NAME,
        "Version": debian_version(version),
        "Architecture": architecture,
        "Maintainer": maintainer(),
        "Installed-Size": str(kib),
        "Depends": f"{python}, libc6 (>= 2.17), libgcc-s1",
        "Section": "education",
        "Priority": "optional",
        "Description": DESCRIPTION.rstrip("\n"),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def change_log(version: str, seconds: int) -> bytes:
    """The change log in Debian's form, which has one entry and refers to the program's own."""
    day = format_datetime(datetime.fromtimestamp(seconds, timezone.utc))
    text = (
        f"{NAME} ({debian_version(version)}) stable; urgency=medium\n\n"
        f"  * Version {version}; the changes are in CHANGELOG.md.gz.\n\n"
        f" -- {maintainer()}  {day}\n"
    )
    return gzipped(text.encode())


def copyright_text(own: Licence, others: Sequence[Licence]) -> str:
    """By what the program and each package that comes with it may be used."""
    return (
        f"{NAME} {own.version}\n\n"
        + "\n".join(own.texts)
        + f"\nThe package also has these packages for Python, in {LIBRARY}:\n\n"
        + notices(others)
    )


def gzipped(data: bytes) -> bytes:
    """Compressed without a date, and so the same bytes every time."""
    return gzip.compress(data, 9, mtime=0)


def sums(root: Path) -> str:
    """The MD5 of each file, as `dpkg --verify` reads them."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and "DEBIAN" not in path.parts)
    lines = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    )
    return "".join(lines)
