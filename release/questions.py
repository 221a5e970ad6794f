"""The questions put to every installation, and where two of them do not answer alike."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

QUESTIONS = (
    ("belarus",),
    ("kazakh", "defense", "minister"),
    ("лукашенко", "--json"),
    ("russia", "--as-of", "2009-06-14"),
    ("search", "troops", "from", "tajikistan"),
    ("members",),
    ("sources",),
    ("statements", "--by", "lukashenko"),
    ("conflicts", "belarus"),
    ("coverage",),
    ("verify",),
    ("export", "--format", "jsonl"),
    ("keys",),
    ("--version",),
)


class Answer(NamedTuple):
    """What a question came to."""

    question: str
    code: int
    out: str
    err: str


def answers(command: Sequence[str | Path], home: Path) -> list[Answer]:
    """Ask everything of a cstoref, from the root folder and with a home of its own."""
    env = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    asked = []
    for words in QUESTIONS:
        done = subprocess.run([*command, *words], cwd="/", env=env, capture_output=True, text=True)
        asked.append(Answer(" ".join(words), done.returncode, done.stdout, done.stderr))
    return asked


def verdict(asked: Sequence[Answer], model: Sequence[Answer]) -> str:
    """What differs from the model, or fails; empty if nothing does."""
    differs = [one.question for one, other in zip(asked, model, strict=True) if one != other]
    fails = [one.question for one in asked if one.code]
    told = (
        "differs in " + ", ".join(differs) if differs else "",
        "fails in " + ", ".join(fails) if fails else "",
    )
    return "; ".join(part for part in told if part)
