"""Makes the Debian package: `make deb`, or `make deb PLATFORM=linux-aarch64`. Needs dpkg-deb.

It carries the packages that it needs, for Debian's own versions of them are older than those that the program
is written for, and it may neither wait for them nor break them. One package is for every Python that the
releases of Debian and Ubuntu have had since Debian 12.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from release import lock, vendored
from release.build import DIST, build, epoch, version
from release.targets import ROOT, TARGETS, Target, this_target
from release.wheels import NotFetched, fetch

from .metadata import (
    COMMAND,
    LIBRARY,
    NAME,
    RTUPDATE,
    SCRIPTS,
    change_log,
    control,
    copyright_text,
    debian_version,
    gzipped,
    sums,
)

ARCHITECTURES = {"linux-x86_64": "amd64", "linux-aarch64": "arm64"}
"""What Debian calls the platforms for which there can be a package."""
SINCE = (3, 11)
"""The Python of Debian 12, the oldest release that is meant."""


def package(target: Target, wheel: Path, into: Path, seconds: int) -> Path:
    """Make the package of a wheel of cstoref; returns its file. Raises LookupError, NotFetched."""
    pythons = [minor for minor in lock.pythons(lock.read(), target) if _version(minor) >= SINCE]
    architecture = ARCHITECTURES[target.name]
    name = version_of(wheel)
    with tempfile.TemporaryDirectory() as scratch:
        needed = fetch(lock.whole(lock.read()), target, pythons, Path(scratch) / "wheels")
        root = Path(scratch) / "root"
        _lay_out(root, wheel, needed, seconds)
        kib = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024
        for script, text in SCRIPTS.items():
            _write(root / "DEBIAN" / script, text.encode(), executable=True)
        _write(root / "DEBIAN" / "md5sums", sums(root).encode())
        _write(root / "DEBIAN" / "control", control(name, architecture, pythons, kib).encode())
        _date(root, seconds)
        into.mkdir(parents=True, exist_ok=True)
        archive = into / f"{NAME}_{debian_version(name)}_{architecture}.deb"
        # One thread: several make blocks of their own, and other bytes.
        pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1", "--build"]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(seconds)}
        subprocess.run([*pack, root, archive], env=environment, check=True, stdout=subprocess.DEVNULL)
    return archive


def version_of(wheel: Path) -> str:
    """The version in the name of a wheel."""
    return wheel.name.split("-")[1]


def _lay_out(root: Path, wheel: Path, needed: Sequence[Path], seconds: int) -> None:
    """Every file that the package installs."""
    share = root / "usr" / "share"
    vendored.unpack([*needed, wheel], root / LIBRARY.lstrip("/"), share)
    _write(root / "usr" / "bin" / NAME, COMMAND.encode(), executable=True)
    _write(share / "python3" / "runtime.d" / f"{NAME}.rtupdate", RTUPDATE.encode(), executable=True)
    (zsh,) = (share / "zsh" / "site-functions").iterdir()
    (share / "zsh" / "vendor-completions").mkdir()
    zsh.rename(share / "zsh" / "vendor-completions" / zsh.name)
    zsh.parent.rmdir()
    page = share / "man" / "man1" / f"{NAME}.1"
    _write(page.with_name(f"{page.name}.gz"), gzipped(page.read_bytes()))
    page.unlink()
    (own,) = vendored.licences([wheel])
    documents = share / "doc" / NAME
    _write(documents / "copyright", copyright_text(own, vendored.licences(needed)).encode())
    _write(documents / "changelog.gz", change_log(version_of(wheel), seconds))
    _write(documents / "CHANGELOG.md.gz", gzipped((ROOT / "CHANGELOG.md").read_bytes()))


def _write(path: Path, data: bytes, executable: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o755 if executable else 0o644)


def _date(root: Path, seconds: int) -> None:
    """Give every file and folder one date, and modes that do not depend on who makes them."""
    for path in [root, *root.rglob("*")]:
        if path.is_dir() or path.stat().st_mode & 0o100:
            path.chmod(0o755)
        else:
            path.chmod(0o644)
        os.utime(path, (seconds, seconds))


def _version(python: str) -> tuple[int, int]:
    major, minor = python.split(".")
    return int(major), int(minor)


def main(words: Sequence[str] | None = None) -> int:
    """Make one package and say how large it is; 1 and a sentence if it cannot be made."""
    parser = argparse.ArgumentParser(
        prog="python -m release.deb.package", description="Make a Debian package."
    )
    parser.add_argument("--platform", default="", help=f"{', '.join(ARCHITECTURES)} (this one)")
    parser.add_argument("--out", type=Path, default=DIST, metavar="FOLDER", help="where to put it (dist)")
    options = parser.parse_args(words)
    try:
        target = TARGETS.get(options.platform) if options.platform else this_target()
        if target is None or target.name not in ARCHITECTURES:
            raise LookupError(f"Debian packages are for {' and '.join(ARCHITECTURES)}")
        if shutil.which("dpkg-deb") is None:
            raise LookupError("dpkg-deb is not here; Debian's package dpkg has it")
        with tempfile.TemporaryDirectory() as scratch:
            (wheel,) = build(Path(scratch), kinds=("wheel",))
            archive = package(target, wheel, options.out, int(epoch()))
    except (LookupError, NotFetched) as error:
        sys.stderr.write(f"deb: {error}\n")
        return 1
    print(f"{archive}  {archive.stat().st_size:,} bytes, {version()}, {ARCHITECTURES[target.name]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
