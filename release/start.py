#!/usr/bin/env python3
"""Starts the installer of this folder: python3 install.py

In a bundle this file is install.py, and what it starts is installer.py. Any Python since 2.7 can read it, so
that an old one is told so in one sentence. It takes the folder off the path before it imports anything
else: a module that somebody put beside it is not run.
"""

import sys

if not getattr(sys.flags, "isolated", 0):
    del sys.path[:1]  # the folder of this file

import os


def main():  # type: () -> None
    """Run installer.py, the file beside this one."""
    here = os.path.dirname(os.path.realpath(__file__))
    sys.path[:] = [path for path in sys.path if os.path.realpath(path or ".") != here]
    if sys.version_info < (3, 8):  # noqa: UP036
        version = ".".join(str(part) for part in sys.version_info[:2])
        stop("it needs Python 3.8 or later; this is Python " + version)
    sys.dont_write_bytecode = True
    path = os.path.join(here, "installer.py")
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
    except (OSError, SyntaxError, ValueError):
        stop("this bundle is damaged: installer.py cannot be read. Unpack it anew")
    exec(code, {"__name__": "__main__", "__file__": path, "__doc__": None})


def stop(reason):  # type: (str) -> None
    """End with one sentence."""
    sys.stderr.write("install.py: " + reason + ".\n")
    sys.exit(1)


if __name__ == "__main__":
    main()
