"""Starts a module of the program in a process of its own, whatever way the program is installed.

An installed program has a Python that can be told what to run. A folder that needs no Python has none: its
program recognises `MARK`, and runs the module instead of the command line.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess

MARK = "--own-process"
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); sys.argv[1:] = [sys.argv[1], *sys.argv[3:]]; "
    "from cstoref.own_process import run; run()"
)


def command(module: str, *words: str) -> list[str]:
    """The words of a command that calls `main` of a module of the program with some words."""
    import json  # only where a process is started

    if getattr(sys, "frozen", False):
        return [sys.executable, MARK, module, *words]
    # A program that writes nothing beside its modules starts none that does.
    flags = ["-B"] if sys.dont_write_bytecode else []
    paths = json.dumps([part for part in sys.path if part])
    return [sys.executable, *flags, "-c", _START, module, paths, *words]


WAITING = 2**20
"""Bytes that may wait to be taken from a process, where the system allows so many: then neither of two
processes waits for every step of the other."""


def cores() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def piped(module: str, *words: str) -> subprocess.Popen[bytes]:
    """A process that calls `main` of a module, and whose output is read while it works. Raises OSError where
    none can be started."""
    import subprocess

    process = subprocess.Popen(
        command(module, *words),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        bufsize=WAITING,
        # Ctrl-C comes to all processes of the terminal's group: this one is ended by who started it, without
        # a word of its own.
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(process.stdout or -1, F_SETPIPE_SZ, WAITING)
    except (ImportError, OSError):
        pass  # what the system gives is enough, only slower
    return process


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process that has nothing more to say, or nobody to say it to."""
    if process.stdout is not None:
        process.stdout.close()
    process.kill()
    process.wait()


def run() -> None:
    """Call `main` of the module that the arguments begin with, with the words after it."""
    from importlib import import_module

    module, *words = sys.argv[1:]
    import_module(module).main(*words)
