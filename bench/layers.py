"""A look-up with a layer of fifty articles in use, beside the same without it, and how long it opens."""

from __future__ import annotations

import hashlib
import random
import subprocess
from pathlib import Path

from .installed import Installed
from .make_pack import WORDS
from .processes import Expected, side_by_side
from .table import Row

ARTICLES, PARAGRAPHS, WORDS_EACH = 50, 12, 60
STATES = ("armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan")
ASKED = {"a card, by name": ("belarus",), "a card, in another script": ("лукашенко",)}
SAID = {
    "a card, by name with-layer": Expected(says=f"{ARTICLES * PARAGRAPHS // len(STATES)} from layers"),
    "a card, by name without": Expected(says="member of the CSTO"),
    "a card, in another script with-layer": Expected(says="President of Belarus"),
    "a card, in another script without": Expected(says="President of Belarus"),
}
"""What each must come to; the first shows that the layer is in use."""
EDITION = """\
id = "fifty"
title = "Fifty articles"
extends = "csto"
edition = "1"
checked_until = "2026-01-01"
licence = "none"
description = "Made to be measured."
"""


def rows(place: Installed) -> list[Row]:
    """Each look-up with and without the layer, after the first that compiles it."""
    homes = {name: place.folder.parent / name for name in ("with-layer", "without")}
    layer = make_layer(place.folder.parent / "fifty")
    used = [place.cstoref, "pack", "use", str(layer)]
    env = {**place.env, "XDG_DATA_HOME": str(homes["with-layer"])}
    subprocess.run(used, env=env, check=True, stdout=subprocess.DEVNULL)
    commands = {
        (name, home): ["env", f"XDG_DATA_HOME={homes[home]}", place.cstoref, *words]
        for name, words in ASKED.items()
        for home in homes
    }
    named = {" ".join(key): command for key, command in commands.items()}
    ms = side_by_side(named, place.env, expected=SAID)
    return [
        row
        for name in ASKED
        for row in (
            Row(
                f"with 50 articles in a layer: {name}",
                ms[f"{name} with-layer"],
                "ms",
                "without the layer",
                ms[f"{name} without"],
                1.2,
            ),
            Row(f"opens: {name}, 50 articles in a layer", ms[f"{name} with-layer"], "ms", bar=500),
        )
    ]


def make_layer(folder: Path) -> Path:
    """Write a layer of fifty articles with a statement a paragraph on records below; the folder."""
    chance = random.Random(ARTICLES)
    for part in ("data", "corpus"):
        (folder / part).mkdir(parents=True)
    sources: list[str] = []
    stated: dict[str, list[str]] = {state: [] for state in STATES}
    for number in range(ARTICLES):
        paragraphs = [
            f"Statement {number} {at}: {' '.join(chance.choices(WORDS, k=WORDS_EACH))}."
            for at in range(PARAGRAPHS)
        ]
        text = "\n".join(paragraphs) + "\n"
        (folder / "corpus" / f"article-{number}.txt").write_text(text, encoding="utf-8")
        sources.append(_source(number, text))
        for at, paragraph in enumerate(paragraphs):
            stated[STATES[(number + at) % len(STATES)]].append(_statement(number, at, paragraph))
    files = {
        "pack": EDITION,
        "sources": "\n".join(sources),
        "members": "\n".join(
            f'[[member]]\nid = "{id}"\nextend = true\n\n' + "\n".join(of_state)
            for id, of_state in stated.items()
        ),
    }
    for name, content in files.items():
        (folder / "data" / f"{name}.toml").write_text(content, encoding="utf-8")
    return folder


def _source(number: int, text: str) -> str:
    return (
        f'[[source]]\nid = "article-{number}"\ntitle = "Article {number}"\ntype = "press"\n'
        f'publisher = "Made"\nabbr = "Made"\nissued = "2020-01-{number % 28 + 1:02}"\n'
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
    )


def _statement(number: int, at: int, paragraph: str) -> str:
    return (
        f'[[member.statement]]\nfield = "announced"\nkey = "made-{number}-{at}"\n'
        f'when = "2020-01-{number % 28 + 1:02}"\ntext = "It announced number {number} {at}."\n'
        f'cite = {{ source = "article-{number}", quote = "{paragraph[:60].rstrip()}" }}\n'
    )
