"""A person's machine, made up: an empty home with a blank in its path, and settings that mislead."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from . import archives
from .log import Failure

NOWHERE = "http://127.0.0.1:9"
"""The discard port of this very machine: whoever asks there has disobeyed, and is seen to."""
PIP_SETTINGS = f"[global]\nindex-url = {NOWHERE}/simple\nrequire-hashes = true\nuser = true\nno-deps = true\n"
UV_SETTINGS = f'index-url = "{NOWHERE}/simple"\n'
MISLEADING = {
    "PIP_INDEX_URL": f"{NOWHERE}/simple",
    "PIP_EXTRA_INDEX_URL": f"{NOWHERE}/more",
    "PIP_REQUIRE_HASHES": "1",
    "PIP_USER": "1",
    "PIP_NO_DEPS": "1",
    "PIPX_DEFAULT_PYTHON": "/nowhere/python",
    "PYTHONPATH": "/nowhere",
    "UV_INDEX_URL": f"{NOWHERE}/simple",
    "http_proxy": NOWHERE,
    "https_proxy": NOWHERE,
}


STRACE = ("strace", "-f", "-qq", "--seccomp-bpf", "-A", "-e", "trace=connect,sendto,sendmsg", "-o")
"""Adds every connection and message of a command, and of all that it starts, to a file."""
LIMIT = 300
"""Seconds after which a command is taken to hang."""


class Done(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


class Machine:
    """Runs commands as its owner would, with this Python; `trace` notes every connection tried."""

    def __init__(self, folder: Path, python: Path, pipx: str, trace: bool) -> None:
        """`pipx` is a path or `bundled`."""
        self.folder = folder
        self.home = folder / "home of anna"
        self.python = python
        self.pipx = pipx
        self._trace = folder / "trace" if trace else None
        for path, text in ((".config/pip/pip.conf", PIP_SETTINGS), (".config/uv/uv.toml", UV_SETTINGS)):
            file = self.home / path
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")

    @property
    def is_traced(self) -> bool:
        """Whether connections are noted."""
        return self._trace is not None

    @property
    def env(self) -> dict[str, str]:
        """The environment of a login there."""
        return {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PATH": f"{self.home / '.local' / 'bin'}:/usr/local/bin:/usr/bin:/bin",
            "TERM": "xterm-256color",
            **MISLEADING,
        }

    @property
    def command(self) -> Path:
        """Where cstoref must be."""
        return self.home / ".local" / "bin" / "cstoref"

    def traced(self, command: Sequence[str | Path]) -> list[str]:
        """The command, with what notes its connections before it."""
        words = [str(word) for word in command]
        if self._trace is None:
            return words
        return [*STRACE, str(self._trace), *words]

    def run(self, *command: str | Path, code: int = 0, before: Sequence[str] = ()) -> Done:
        """Run a command to its end, in a folder that has nothing to do with it.

        Raises Failure for another exit code, or if it does not end.
        """
        words = [*before, *self.traced(command)]
        try:
            done = subprocess.run(
                words,
                cwd="/",
                env=self.env,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=LIMIT,
            )
        except subprocess.TimeoutExpired:
            raise Failure(f"{' '.join(words)}\ndid not end within {LIMIT} s") from None
        # A traceback is a fault even where the exit code is the expected one.
        if done.returncode != code or "Traceback" in done.stderr:
            raise Failure(f"{' '.join(words)}\nexit code {done.returncode}\n{done.stdout}{done.stderr}")
        return Done(done.returncode, done.stdout, done.stderr)

    def install(self, bundle: Path, *options: str, code: int = 0, before: Sequence[str] = ()) -> Done:
        """Run the installer of an unpacked bundle."""
        installer = bundle / "install.py"
        return self.run(self.python, installer, "--pipx", self.pipx, *options, code=code, before=before)

    def files(self) -> dict[str, str]:
        """Every file and link of the home, by its path there, with what it holds; folders hold nothing."""
        return {str(path.relative_to(self.home)): _content(path) for path in sorted(self.home.rglob("*"))}

    def connections(self) -> list[str]:
        """Every attempt to reach another machine, as it was noted."""
        if self._trace is None or not self._trace.exists():
            return []
        lines = self._trace.read_text(encoding="utf-8", errors="replace").splitlines()
        # Both AF_INET and AF_INET6; sockets within the machine (AF_UNIX) are no connection to another.
        return [line for line in lines if "AF_INET" in line]

    def forget(self) -> None:
        """Begin the note of connections anew."""
        if self._trace is not None:
            self._trace.unlink()


def _content(path: Path) -> str:
    if path.is_symlink():
        return str(path.readlink())
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def can_trace() -> bool:
    """Whether strace is here and may look at what it starts."""
    try:
        done = subprocess.run([*STRACE, "/dev/null", "true"], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def unpack(archive: Path, into: Path) -> Path:
    """Unpack a bundle; returns its folder."""
    if into.exists():
        shutil.rmtree(into)
    archives.unpack(archive, into)
    (folder,) = into.iterdir()
    return folder
