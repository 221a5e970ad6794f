"""Empty systems to install into: root folders with what a system has before, and nothing else from here."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

STATUS = Path("/var/lib/dpkg/status")
INFO = Path("/var/lib/dpkg/info")
MERGED = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
"""Folders that are links into /usr on newer systems; no package has the links."""
PEOPLE = "root:x:0:0:root:/root:/bin/sh\nanna:x:1000:1000::/home/anna:/bin/sh\n"
HOME = "/home/anna"
ENTER = (
    'PATH="$PATH:/usr/sbin:/sbin"; mount --rbind /dev "$0/dev" && mount --rbind /proc "$0/proc" && '
    'exec chroot "$0" "$@"'
)


class NotMade(Exception):
    """A root cannot be made on this machine."""


def inside(way: Sequence[str], root: Path) -> list[str]:
    """What to put before a command so that it runs in a root, by a way into a place without a network."""
    return [*way, "sh", "-c", ENTER, str(root)]


def bare(root: Path) -> None:
    """Make a root with a home and nothing that runs: no libc, no shell, no Python."""
    for folder in ("dev", "proc", "tmp", "etc", "root", HOME.lstrip("/")):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "etc" / "passwd").write_text(PEOPLE, encoding="utf-8")
    (root / "tmp").chmod(0o1777)


def debian(root: Path, wanted: Iterable[str]) -> None:
    """Make a root of packages that are installed here: the essential ones, those that are wanted, and what
    they depend on. It has the files that belong to them, and no others. Raises NotMade."""
    if not STATUS.exists():
        raise NotMade("this is no Debian system")
    packages = _closure(_installed(), wanted)
    bare(root)
    for name in MERGED:
        if Path("/", name).is_symlink():
            (root / "usr" / name).mkdir(parents=True, exist_ok=True)
            (root / name).symlink_to(f"usr/{name}")
    with TemporaryDirectory() as scratch:
        names, archive = Path(scratch) / "names", Path(scratch) / "archive"
        names.write_text("\n".join(_files(packages)), encoding="utf-8")
        subprocess.run(["tar", "-C", "/", "--no-recursion", "-cf", archive, "-T", names], check=True)
        subprocess.run(["tar", "-C", root, "-xpf", archive], check=True)
    dpkg = root / STATUS.parent.relative_to("/")
    for folder in ("info", "updates", "parts", "triggers"):
        (dpkg / folder).mkdir(parents=True, exist_ok=True)
    (dpkg / "status").write_text("\n".join(packages.values()), encoding="utf-8")
    for path in INFO.iterdir():  # such as python3.11:amd64.postinst
        if path.stem.partition(":")[0] in packages:
            shutil.copy(path, dpkg / "info")


def _installed() -> dict[str, str]:
    """The stanza of each installed package, as dpkg keeps it, by name."""
    stanzas = (text + "\n" for text in STATUS.read_text(encoding="utf-8").split("\n\n"))
    return {_field(text, "Package"): text for text in stanzas if "\nStatus: install ok installed" in text}


def _closure(installed: Mapping[str, str], wanted: Iterable[str]) -> dict[str, str]:
    """The packages that are wanted, the essential ones, and what all of them depend on. Raises NotMade."""
    provided = {
        one: name for name, text in installed.items() for one in _alternatives(_field(text, "Provides"))
    }
    found: dict[str, str] = {}
    essential = (name for name, text in installed.items() if _field(text, "Essential") == "yes")
    waiting = [[name] for name in (*wanted, *essential)]
    while waiting:
        names = waiting.pop()
        here = [provided.get(name, name) for name in names if name in installed or name in provided]
        if not here:
            raise NotMade(f"Debian's {names[0]} is not installed here")
        if not any(name in found for name in here):
            found[here[0]] = text = installed[here[0]]
            for field in ("Pre-Depends", "Depends"):
                waiting += [
                    _alternatives(part, "|") for part in _field(text, field).split(",") if part.strip()
                ]
    return found


def _alternatives(text: str, between: str = ",") -> list[str]:
    """Names of packages, without versions and architectures."""
    return [re.split(r"[\s(:]", part.strip())[0] for part in text.split(between) if part.strip()]


def _field(stanza: str, name: str) -> str:
    found = re.search(rf"^{name}: (.*)$", stanza, re.MULTILINE)
    return found[1] if found else ""


def _files(packages: Iterable[str]) -> Iterator[str]:
    """The files and folders of packages by the names they have on this disk, below /."""
    listed = subprocess.run(["dpkg", "--listfiles", *packages], capture_output=True, text=True, check=True)
    seen = set()
    for line in listed.stdout.splitlines():
        path = Path(line)
        real = path.parent.resolve() / path.name
        if line.startswith("/") and real not in seen and (real.is_symlink() or real.exists()):
            seen.add(real)
            if real.parent != Path("/") or real.name not in MERGED:
                yield str(real.relative_to("/"))
