"""Starts a module of the program in a process of its own, whatever way the program is installed.

An installed program has a Python that can be told what to run. A folder that needs no Python has none: its
program recognises `MARK`, and runs the module instead of the command line.
"""

from __future__ import annotations

import json
import sys

MARK = "--own-process"
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); sys.argv[1:] = [sys.argv[1], *sys.argv[3:]]; "
    "from cstoref.own_process import run; run()"
)


def command(module: str, *words: str) -> list[str]:
    """The words of a command that calls `main` of a module of the program with some words."""
    if getattr(sys, "frozen", False):
        return [sys.executable, MARK, module, *words]
    return [sys.executable, "-c", _START, module, json.dumps([part for part in sys.path if part]), *words]


def run() -> None:
    """Call `main` of the module that the arguments begin with, with the words after it."""
    from importlib import import_module

    module, *words = sys.argv[1:]
    import_module(module).main(*words)
