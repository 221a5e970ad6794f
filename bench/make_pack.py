"""Makes packs of any size, alike but for their number of statements: to be measured, not to be read.

`python -m bench.make_pack FOLDER STATEMENTS`. Ten statements a record, one sentence of some 200 letters for
each statement, fifty sentences a source; the same number always makes the same pack.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

PER_RECORD = 10
PER_SOURCE = 50
WORDS = (
    "summit", "treaty", "border", "exercise", "minister", "council", "member", "refused", "signed",
    "troops", "observers", "agreement", "general", "staff", "collective", "security", "proposal",
    "budget", "rapid", "reaction", "force", "deployment", "joint", "command", "region", "parliament",
    "statement",
)  # fmt: skip
SYLLABLES = (
    "ba", "bel", "dor", "gan", "kaz", "ki", "lo", "mir", "nar", "os", "pol", "ru", "sar", "tor", "ush",
    "var", "yen", "zan",
)  # fmt: skip
KINDS = (
    ("member", "members", "state", "aim"),
    ("leader", "leaders", "person", "said"),
    ("institution", "institutions", "organization", "purpose"),
    ("event", "events", "meeting", "decided"),
    ("agreement", "agreements", "treaty", "provides"),
    ("place", "places", "city", "purpose"),
)
EDITION = """\
id = "made"
title = "A made pack"
edition = "1"
checked_until = "2026-01-01"
licence = "none"
description = "Made to be measured."
"""


def make_pack(folder: Path, statements: int) -> Path:
    """Write a pack of so many statements below `folder`, and return the folder."""
    chance = random.Random(statements)
    for part in ("data", "corpus"):
        (folder / part).mkdir(parents=True)
    (folder / "data" / "pack.toml").write_text(EDITION, encoding="utf-8")
    with ExitStack() as stack:
        files = {
            plural: stack.enter_context((folder / "data" / f"{plural}.toml").open("w", encoding="utf-8"))
            for _, plural, _, _ in (*KINDS, ("", "sources", "", ""))
        }
        sentences = _sentences(folder, statements, chance, files["sources"].write)
        for record in range(max(1, statements // PER_RECORD)):
            kind, plural, type, field = KINDS[record % len(KINDS)]
            name = f"{_name(chance)} {_name(chance)}"
            files[plural].write(f'[[{kind}]]\nid = "record-{record}"\nname = "{name}"\ntype = "{type}"\n')
            for number in range(PER_RECORD):
                files[plural].write(_statement(kind, field, number, *next(sentences)))
    return folder


def _statement(kind: str, field: str, number: int, source: str, quote: str) -> str:
    when = f"{1992 + number}-{number % 12 + 1:02}"
    return (
        f'[[{kind}.statement]]\nfield = "{field}"\nkey = "no-{number}"\ntext = "It was so: {quote[:60]}."\n'
        f'when = "{when}"\ncite = {{ source = "{source}", quote = "{quote}" }}\n'
    )


def _sentences(
    folder: Path, statements: int, chance: random.Random, tell: Callable[[str], object]
) -> Iterator[tuple[str, str]]:
    """Source and quote, one for each statement; each source is written when its sentences are made."""
    for number in range(-(-statements // PER_SOURCE)):
        made = [_sentence(chance, number * PER_SOURCE + at) for at in range(PER_SOURCE)]
        text = "\n".join(f"{sentence}." for sentence in made) + "\n"
        id = f"source-{number}"
        (folder / "corpus" / f"{id}.txt").write_text(text, encoding="utf-8", newline="\n")
        digest = hashlib.sha256(text.encode()).hexdigest()
        tell(
            f'[[source]]\nid = "{id}"\ntitle = "Source {number}"\ntype = "press"\npublisher = "P"\n'
            f'abbr = "P{number}"\nissued = "2009"\nsha256 = "{digest}"\n'
        )
        yield from ((id, sentence) for sentence in made)


def _sentence(chance: random.Random, number: int) -> str:
    return f"No {number} {' '.join(chance.choices(WORDS, k=24))}"


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


if __name__ == "__main__":
    make_pack(Path(sys.argv[1]), int(sys.argv[2]))
