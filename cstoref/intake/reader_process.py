"""The process in which a document is read: it has no files to write, no network and no programs to start.

Reads a line with the format and the bytes of the document from stdin, and writes one JSON object to stdout.
Whoever started it may end it at any moment.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

from cstoref.authoring import limits

from .document import UnreadableDocument
from .formats import BY_ID
from .tidy import tidied

FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "os.putenv", "os.kill", "shutil.", "ftplib.", "http.", "urllib.", "smtplib.", "webbrowser.",
    "pty.", "code.__new__", "sqlite3.", "winreg.",
)  # fmt: skip
"""What the interpreter tells of and no document may bring about."""
_WRITES = "wax+"


def main() -> None:
    """Read a document. Ends with 0 where the answer, which may be that it is unreadable, is on stdout."""
    sys.dont_write_bytecode = True
    _limit()
    order = json.loads(sys.stdin.buffer.readline())
    raw = sys.stdin.buffer.read()
    sys.addaudithook(_refuse)
    print(json.dumps(_answer(raw, order["format"], order["encoding"])))


def _answer(raw: bytes, format: str, encoding: str) -> dict[str, Any]:
    try:
        read = import_module(f"cstoref.intake.{BY_ID[format].module}").read
        document = read(raw, encoding)
        tidy = tidied(document.paragraphs)
        wrong = _wrong_with(tidy.paragraphs)
    except UnreadableDocument as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": "needs more memory to be read than a document may"}
    except RecursionError:
        return {"unreadable": f"has {limits.DEPTH}"}
    except Exception as error:
        return {"unreadable": f"is broken and cannot be read ({type(error).__name__}); save it anew"}
    if wrong:
        return {"unreadable": wrong}
    remarks = (*document.remarks, *tidy.remarks)
    return {"document": document._replace(paragraphs=tidy.paragraphs, remarks=remarks)._asdict()}


def _wrong_with(paragraphs: tuple[str, ...]) -> str:
    """Why a text cannot stand in a corpus; empty if it can."""
    if not any(char.isalnum() for paragraph in paragraphs for char in paragraph):
        return "has no words"
    if max(map(len, paragraphs)) > limits.PARAGRAPH.most:
        return f"has {limits.PARAGRAPH}"
    if sum(len(paragraph.encode()) + 2 for paragraph in paragraphs) > limits.TEXT.most:
        return f"has {limits.TEXT}"
    return ""


def _limit() -> None:
    """Hold this process to its memory and time, and to no files, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.SECONDS.most),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))
        except (ValueError, OSError):
            continue  # the system has a lower limit already, or none of this sort


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Stop what reading a document never needs."""
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"reading a document may not do this: {event}")
    if event == "ctypes.dlopen" and arguments[0] is not None:
        raise PermissionError("reading a document may not load a library")
    if event == "open" and isinstance(arguments[1], str) and any(mode in arguments[1] for mode in _WRITES):
        raise PermissionError("reading a document may not write files")
