"""The proof that the folder runs in a system with libc only, without a network: `make test-folder`."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from release import archives, isolation, roots
from release.build import build, epoch, version
from release.log import Teller, must, proved
from release.rooted import Rooted
from release.wheels import NotFetched

from .package import folder

PLACE = "opt"
COMMAND = "/usr/bin/cstoref"
OWN = ("dev", "proc", "tmp", "home")
"""Where a person writes."""
LIBC = re.compile(r"(ld-linux|libc|libm|libdl|libpthread|librt|libutil)\b")


def prove(archive: Path, there: Rooted, scratch: Path, tell: Teller) -> None:
    """From the archive to the use of the program by a link to it. Raises Failure."""
    archives.unpack(archive, there.root / PLACE)
    (made,) = (there.root / PLACE).iterdir()
    with tell.step("of the system it needs libc only"):
        needed = _needed(made)
        foreign = [path for path in needed if not LIBC.match(Path(path).name)]
        must(not foreign, f"it needs {foreign}")
        for path in needed:
            target = there.root / path.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    (there.root / "usr" / "bin").mkdir(parents=True)
    (there.root / COMMAND.lstrip("/")).symlink_to(f"/{PLACE}/{made.name}/cstoref")
    before = there.files(OWN)
    there.must_work(COMMAND, scratch, tell)
    with tell.step("nothing is written outside the home"):
        must(there.files(OWN) == before, "files have changed")


def _needed(made: Path) -> list[str]:
    """The files outside the folder that its program and libraries are linked with."""
    inside = made / "_internal"
    found = dict.fromkeys(_linked(made / "cstoref", {}))
    for library in made.rglob("*.so*"):
        # The program has this set for itself before it loads a library.
        found.update(dict.fromkeys(_linked(library, {"LD_LIBRARY_PATH": str(inside)})))
    return [path for path in found if not Path(path).resolve().is_relative_to(made.resolve())]


def _linked(path: Path, env: Mapping[str, str]) -> list[str]:
    """What a program or library is linked with. Raises Failure where something is not to be had."""
    environment = {"PATH": os.environ["PATH"], **env}
    done = subprocess.run(["ldd", path], capture_output=True, text=True, check=True, env=environment)
    must("not found" not in done.stdout, f"{path.name} is not whole: {done.stdout}")
    return re.findall(r"(/\S+) \(0x", done.stdout)


def main(words: Sequence[str] | None = None) -> int:
    """0 if everything was proved that can be proved here, 1 and the reason if not."""
    parser = argparse.ArgumentParser(prog="python -m release.folder.prove", description="Prove the folder.")
    parser.add_argument("--archive", type=Path, metavar="FILE", help="an archive made before")
    parser.add_argument("--require-all", action="store_true", help="fail if anything is left out")
    options = parser.parse_args(words)
    tell = Teller(options.require_all)
    way = isolation.best()
    return proved(lambda scratch: _prove_all(options, way, scratch, tell))


def _prove_all(options: argparse.Namespace, way: isolation.Way, scratch: Path, tell: Teller) -> None:
    try:
        archive = options.archive or _made(scratch, tell)
    except (LookupError, NotFetched) as error:
        tell.left_out(f"everything: {error}")
        return
    roots.bare(scratch / "root")
    prove(archive, Rooted(way, scratch / "root"), scratch / "home", tell)
    print(f"proved in {tell.seconds:.0f} s, in {way.name}")


def _made(scratch: Path, tell: Teller) -> Path:
    with tell.step(f"the folder of {version()}"):
        (wheel,) = build(scratch, kinds=("wheel",))
        return folder(wheel, scratch, int(epoch()))


if __name__ == "__main__":
    sys.exit(main())
