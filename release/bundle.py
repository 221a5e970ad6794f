"""Makes an offline bundle: one archive with everything that installs cstoref on a machine without a network.

`python -m release.bundle [--platform NAME] [--pythons "3.11 3.12"] [--with EXTRA] [--out FOLDER]`, or
`make bundle`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from packaging.utils import parse_wheel_filename

from . import archives, lock, wheels
from .build import DIST, build, epoch, version
from .install import HOUSE, SUMS
from .targets import TARGETS, Target, least_system, this_target

HERE = Path(__file__).parent
INSTALLER = {"start.py": "install.py", "install.py": "installer.py"}
"""Files of the sources and what they are called in a bundle."""
MANIFEST = "bundle.json"
PAGE = "INSTALL.txt"
PYLOCK = "pylock.toml"
ZIPAPP = "pipx.pyz"


class Order(NamedTuple):
    """What a bundle is to be made of."""

    target: Target
    pythons: tuple[str, ...]
    wheel: Path
    """The one of cstoref itself."""
    seconds: int
    """The time that every file bears, since 1970."""
    extra: str = ""
    """The extra that it also carries, or nothing."""

    @property
    def version(self) -> str:
        """The version of cstoref."""
        return str(parse_wheel_filename(self.wheel.name)[1])

    @property
    def name(self) -> str:
        """Of the folder in the archive."""
        return f"cstoref-offline-{self.version}-{self.target.name}{f'-{self.extra}' if self.extra else ''}"

    @property
    def asked(self) -> str:
        """What is installed, as pip takes it."""
        return f"cstoref{f'[{self.extra}]' if self.extra else ''}=={self.version}"

    def packages(self, locked: lock.Lock) -> tuple[lock.Package, ...]:
        """What cstoref needs, with what its extra needs beside that."""
        own = locked[lock.CSTOREF]
        known = {package.name for package in own}
        more = locked[self.extra] if self.extra else ()
        return (*own, *(package for package in more if package.name not in known))


def bundle(order: Order, out: Path) -> Path:
    """Make the bundle; returns the archive. Raises LookupError where something has no wheel, and
    wheels.NotFetched."""
    locked = lock.read()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / order.name
        house = folder / HOUSE
        packages = order.packages(locked)
        found = wheels.fetch(packages + locked[lock.SHARED], order.target, order.pythons, house)
        own = Path(shutil.copy(order.wheel, house))
        # Checked from the metadata of the wheels and not from the lock, which could be older than a
        # dependency.
        _refuse_gaps([*found, own], order)
        _write(folder / PYLOCK, _pylock(own, found, packages, order))
        _write(folder / MANIFEST, _manifest(own, found, order))
        _write(folder / PAGE, _page(order))
        for name, name_in_bundle in INSTALLER.items():
            shutil.copyfile(HERE / name, folder / name_in_bundle)
        for name in ("LICENSE", "NOTICE"):
            shutil.copyfile(HERE.parent / name, folder / name)
        parts = wheels.fetch(locked[lock.PIPX], order.target, order.pythons, Path(scratch) / "pipx")
        archives.zipapp(parts, folder / ZIPAPP, order.seconds)
        # Last of all: the list covers every other file of the folder.
        _write(folder / SUMS, _sums(folder))
        out.mkdir(parents=True, exist_ok=True)
        archive = out / f"{order.name}.{order.target.archive}"
        archives.pack(folder, archive, order.seconds)
    _write(out / f"{archive.name}.sha256", f"{wheels.digest(archive)}  {archive.name}\n")
    return archive


def _refuse_gaps(found: Sequence[Path], order: Order) -> None:
    """Raises LookupError if what the wheels themselves ask for is not all there."""
    for python in order.pythons:
        lacking = wheels.unmet(found, order.asked, order.target, python)
        if lacking:
            names = ", ".join(lacking)
            raise LookupError(f"the lock lacks {names} for {order.target.name} and Python {python}")


def _manifest(own: Path, found: Sequence[Path], order: Order) -> str:
    (pip,) = [path.name for path in found if path.name.startswith("pip-")]
    platforms = (path.stem.rsplit("-", 1)[1] for path in found)
    facts = {
        "name": "cstoref",
        "version": order.version,
        "extra": order.extra,
        "platform": order.target.name,
        "system": order.target.system,
        "machines": order.target.machines,
        "libc": order.target.libc,
        "least": least_system(platforms),
        "pythons": order.pythons,
        "wheel": own.name,
        "pip": pip,
    }
    return json.dumps(facts, indent=1) + "\n"


def _pylock(own: Path, found: Sequence[Path], packages: Sequence[lock.Package], order: Order) -> str:
    """What pip and uv call a lock file: each package with its files in the bundle and their hashes."""
    here = {path.name for path in found}
    lines = [
        'lock-version = "1.0"',
        'created-by = "cstoref"',
        f'requires-python = ">={order.pythons[0]}"',
        "",
    ]
    itself = lock.Package("cstoref", order.version, "", (lock.Wheel(own.name, wheels.digest(own)),))
    for package in (itself, *packages):
        files = [wheel for wheel in package.wheels if wheel.file in here or package is itself]
        if not files:
            continue
        lines += ["[[packages]]", f'name = "{package.name}"', f'version = "{package.version}"']
        if package.marker:
            lines.append(f'marker = "{package.marker}"')
        lines.append("wheels = [")
        for wheel in files:
            path = f'name = "{wheel.file}", path = "{HOUSE}/{wheel.file}"'
            lines.append(f'    {{ {path}, hashes = {{ sha256 = "{wheel.sha256}" }} }},')
        lines += ["]", ""]
    return "\n".join(lines)


def _page(order: Order) -> str:
    title = f"cstoref {order.version}, to be installed without a network"
    return (HERE / "page.txt").read_text(encoding="utf-8").format(
        name="cstoref",
        version=order.version,
        rule="=" * len(title),
        platform=order.target.name,
        pythons=", ".join(order.pythons),
        python="py" if order.target.system == "Windows" else "python3",
    )  # fmt: skip


def _sums(folder: Path) -> str:
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return "".join(f"{wheels.digest(folder / name)}  {name}\n" for name in names)


def _write(path: Path, text: str) -> None:
    # The same bytes on every system, so that a bundle can be reproduced.
    path.write_text(text, encoding="utf-8", newline="\n")


def asked_pythons(text: str, target: Target, extra: str = "") -> tuple[str, ...]:
    """The versions of CPython in a list with blanks or commas; empty is all for which there are wheels.

    Raises LookupError for one that has none.
    """
    possible = lock.pythons(lock.read(), target, extra)
    asked = text.replace(",", " ").split() or possible
    for python in asked:
        if python not in possible:
            raise LookupError(f"{target.name} has wheels for Python {', '.join(possible)}, not for {python}")
    return tuple(python for python in possible if python in asked)


def main(words: Sequence[str] | None = None) -> int:
    """Make one bundle and say how large it is; 1 and a sentence if it cannot be made."""
    parser = argparse.ArgumentParser(prog="python -m release.bundle", description="Make an offline bundle.")
    parser.add_argument("--platform", default="", help=f"{', '.join(TARGETS)} (this one)")
    parser.add_argument("--pythons", default="", metavar="LIST", help='such as "3.11 3.12" (all there are)')
    parser.add_argument("--with", dest="extra", default="", metavar="EXTRA", help=", ".join(lock.EXTRAS))
    parser.add_argument("--out", type=Path, default=DIST, metavar="FOLDER", help="where to put it (dist)")
    options = parser.parse_args(words)
    try:
        if options.platform not in ("", *TARGETS):
            raise LookupError(f"no platform {options.platform}; there are {', '.join(TARGETS)}")
        if options.extra not in ("", *lock.EXTRAS):
            raise LookupError(f"no extra {options.extra}; there is {', '.join(lock.EXTRAS)}")
        target = TARGETS[options.platform] if options.platform else this_target()
        pythons = asked_pythons(options.pythons, target, options.extra)
        (wheel,) = build(options.out, kinds=("wheel",))
        archive = bundle(Order(target, pythons, wheel, int(epoch()), options.extra), options.out)
    except (LookupError, wheels.NotFetched) as error:
        sys.stderr.write(f"bundle: {error}\n")
        return 1
    print(f"{archive}  {archive.stat().st_size:,} bytes, {version()}, Python {' '.join(pythons)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
