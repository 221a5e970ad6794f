"""Ways into a place without a network, and what can be said of each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

INTERFACES = Path("/proc/net/dev")


class Way(NamedTuple):
    """How to run a command without a network. An empty command is no namespace at all."""

    name: str
    command: tuple[str, ...]


WAYS = (
    Way("a network namespace, as root", ("unshare", "--net", "--mount", "--")),
    Way(
        "a network namespace in a user namespace",
        ("unshare", "--user", "--map-root-user", "--net", "--mount"),
    ),
    Way("bubblewrap", ("bwrap", "--dev-bind", "/", "/", "--unshare-net")),
)
NONE = Way("no namespace, only settings that lead nowhere", ())


def best() -> Way:
    """The first way that works here."""
    alone = [sys.executable, "-c", f"import {__name__} as here; raise SystemExit(not here.is_alone())"]
    for way in WAYS:
        try:
            done = subprocess.run([*way.command, *alone], capture_output=True)
        except OSError:
            continue
        if done.returncode == 0:
            return way
    return NONE


def is_alone() -> bool:
    """Whether this machine has no interface but the loopback."""
    try:
        lines = INTERFACES.read_text(encoding="ascii").splitlines()[2:]
    except OSError:
        return False
    return {line.partition(":")[0].strip() for line in lines} <= {"lo"}


def without_folder(folder: Path, empty: Path) -> list[str] | None:
    """What to put before a command so that it finds a folder empty; None where that cannot be done."""
    script = 'mount --bind "$0" "$1" && shift && exec "$@"'
    words = ["unshare", "--mount", "sh", "-c", script, str(empty), str(folder)]
    try:
        done = subprocess.run([*words, "true"], capture_output=True)
    except OSError:
        return None
    return words if done.returncode == 0 else None
