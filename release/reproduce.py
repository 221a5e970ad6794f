"""The same commit makes the same bytes: `make reproduce`.

Wheel, sdist and bundle, and with --packages Debian package and folder, are made twice from copies of what is
committed, in other folders, with other modes, dates, time zones and hash seeds; and the wheel once more from
the unpacked sdist.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from . import archives
from .build import build, epoch
from .bundle import Order, bundle
from .deb.package import package
from .folder.package import folder as freeze
from .interpreters import OWN
from .targets import ROOT, this_target
from .wheels import NotFetched, digest

UNLIKE = (
    {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
    {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
)
MASKS = (0o022, 0o077)


def make(folder: Path, at: int, packages: bool) -> dict[str, str]:
    """The hash of everything that is made from a copy of HEAD, by what it is."""
    seconds = epoch()
    before = os.umask(MASKS[at])
    try:
        source = folder / f"source {at}"
        source.mkdir(parents=True)
        archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "--extract", "--touch"], cwd=source, input=archive, check=True)
        env = {**UNLIKE[at], "SOURCE_DATE_EPOCH": seconds}
        wheel, sdist = build(folder / "made", source, env=env)
        archives.unpack(sdist, folder / "unpacked")
        (unpacked,) = (folder / "unpacked").iterdir()
        (again,) = build(folder / "again", unpacked, ("wheel",), UNLIKE[at])
        made = {"wheel": wheel, "wheel of the sdist": again, "sdist": sdist}
        try:
            made["bundle"] = bundle(Order(this_target(), (OWN,), wheel, int(seconds)), folder / "made")
            if packages:
                made["Debian package"] = package(this_target(), wheel, folder / "made", int(seconds))
                made["folder without Python"] = freeze(wheel, folder / "made", int(seconds))
        except (LookupError, NotFetched) as error:
            print(f"left out: what carries other packages cannot be made here: {error}")
    finally:
        os.umask(before)
    return {what: digest(path) for what, path in made.items()}


def main() -> int:
    """Print the hash of each; 1 if they differ."""
    with tempfile.TemporaryDirectory() as name:
        packages = "--packages" in sys.argv[1:]
        first, second = (make(Path(name) / f"folder {at}", at, packages) for at in range(2))
    bad = [what for what in first if what in second and first[what] != second[what]]
    if first["wheel"] != first["wheel of the sdist"]:
        bad.append("wheel of the sdist, which is not the wheel")
    for what, sha256 in first.items():
        print(f"{sha256}  {what}")
    print(f"not the same: {', '.join(bad)}" if bad else "the same twice")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
