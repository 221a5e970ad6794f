"""Reads a document in a process of its own, which is ended when it takes too long."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

from cstoref import own_process
from cstoref.authoring import limits
from cstoref.errors import UserError, reason
from cstoref.paths import shown

from .document import Document, from_plain
from .formats import DocumentFormat, mistaken


def read(raw: bytes, format: DocumentFormat, name: str, encoding: str = "") -> Document:
    """The document of some bytes. Raises UserError, which begins with `name`, where it cannot be read."""
    wrong = mistaken(format, raw)
    if wrong:
        raise UserError(f"{name} {wrong}")
    order = json.dumps({"format": format.id, "encoding": encoding}).encode()
    done = _run(order + b"\n" + raw, name)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        why = f" ({last})" if last else ""
        raise UserError(f"{name} cannot be read: its reader ended with {done.returncode}{why}") from None
    if "unreadable" in answer:
        raise UserError(f"{name} {answer['unreadable']}")
    return from_plain(answer["document"])


def _run(order: bytes, name: str) -> subprocess.CompletedProcess[bytes]:
    """Have the process read a document. Raises UserError where it needs too long, or cannot be started."""
    command = own_process.command("cstoref.intake.reader_process")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    try:
        return subprocess.run(
            command, input=order, capture_output=True, timeout=limits.SECONDS.most, env=kept
        )
    except subprocess.TimeoutExpired:
        raise UserError(f"{name} needs {limits.SECONDS}") from None
    except OSError as error:
        raise UserError(
            f"{name} cannot be read: no process for it could be started: {reason(error)}"
        ) from None


def contents(path: Path, limit: limits.Limit | None = None) -> bytes:
    """The bytes of a file that a person names, at most those of a document if no other limit is given. Raises
    UserError where it is no file or too large."""
    limit = limit or limits.DOCUMENT
    name = shown(str(path))
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # opening a pipe could wait for ever
            raise UserError(f"{name} is not a file")
        if about.st_size > limit.most:
            raise UserError(f"{name} has {limit}")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UserError(f"{name} cannot be read: {reason(error)}") from None
