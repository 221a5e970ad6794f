"""A pack of the tests' own, small but with something of everything that the explorer shows."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.mini_pack import write_pack

TEXT = """\
The League met in Kublai on 3 May 2001. Anna Ivanova and Boris of Arcadia were there.

Anna signed the pact. Boris would not sign it, and went home.

It rained for three days. "The pact is paper," Boris said. Arcadia sent 12 observers to the exercise \
that followed, though Boris stayed away from it.

In 2004 Boris signed after all. Nobody knows why.
"""
LETTER = "Boris never signed anything, a clerk wrote in 2005.\n"
PACK = """\
id = "small"
title = "The League"
subject = "league"
edition = "1"
checked_until = "2020-12-31"
licence = "CC0"
description = "What two papers say about the League."
"""
MEMBERS = """\
[[member]]
id = "arcadia"
name = "Arcadia"
type = "state"
names = ["Arcady", { text = "Аркадия", lang = "ru" }]
identifiers = { iso3166 = "AC" }
blurb = "A state by the sea."

[[member.statement]]
field = "membership"
key = "first"
value = "league"
when = "2001/2005"
text = "Arcadia was a member of the League."
cite = { source = "register", note = "page 3" }

[[member]]
id = "xanadu"
name = "Xanadu"
type = "state"

[[member.statement]]
field = "membership"
key = "first"
value = "league"
when = "2001/.."
text = "Xanadu is a member of the League."
from = ["meeting/attended/anna"]
rule = "Its leader was at the meeting of members."
"""
LEADERS = """\
[[leader]]
id = "anna"
name = "Anna Ivanova"
type = "person"
names = [{ text = "Анна Иванова", lang = "ru" }]

[[leader]]
id = "boris"
name = "Boris"
type = "person"

[[leader.statement]]
field = "said"
text = "Boris called the pact paper."
topic = "pact"
when = "2001-05"
when_basis = "Time of the meeting."
cite = { source = "news", quote = "The pact is paper" }
"""
INSTITUTIONS = """\
[[institution]]
id = "league"
name = "The League"
type = "organization"
"""
EVENTS = """\
[[event]]
id = "meeting"
name = "Meeting in Kublai"
type = "meeting"
when = "2001-05-03"

[[event.statement]]
field = "attended"
who = ["anna", "boris"]
text = "{who} was at the meeting in Kublai."
cite = { source = "news", quote = "Anna Ivanova and Boris of Arcadia were there" }

[[event]]
id = "exercise"
name = "Exercise after the meeting"
type = "exercise"
when = "2001-06"

[[event.statement]]
field = "contributed"
who = "arcadia"
value = { number = 12, unit = "observers" }
text = "Arcadia sent 12 observers to the exercise."
cite = { source = "news", quote = "Arcadia sent 12 observers" }

[[event.statement]]
field = "absent"
who = "boris"
text = "Boris stayed away from the exercise."
cite = [
  { source = "news", quote = "Boris stayed away from it" },
  { source = "register", note = "page 4" },
]
"""
AGREEMENTS = """\
[[agreement]]
id = "pact"
name = "The pact"
type = "agreement"
when = "2001-05-03"

[[agreement.statement]]
field = "signed"
who = "anna"
text = "Anna Ivanova signed the pact."
when = "2001-05-03"
cite = { source = "news", quote = "Anna signed the pact" }

[[agreement.statement]]
field = "refused"
who = "boris"
with = "anna"
text = "Boris would not sign the pact."
when = "2001-05-03"
cite = { source = "news", quote = "Boris would not sign it" }

[[agreement.statement]]
field = "signed"
who = "boris"
text = "Boris signed the pact in 2004."
when = "2004"
cite = { source = "news", quote = "In 2004 Boris signed after all" }

[[agreement.statement]]
field = "refused"
key = "never"
who = "boris"
text = "Boris never signed the pact, a clerk wrote."
when = "2005"
stance = "reported"
said_by_text = "a clerk"
cite = { source = "letter", quote = "Boris never signed anything" }
"""
CONFLICTS = """\
[[conflict]]
id = "did-boris-sign"
nature = "disagreement"
topic = "Whether Boris signed"
explanation = "The newspaper says that he did, the clerk that he did not."
statements = ["pact/signed/boris", "pact/refused/boris-never"]
"""
PLACES = """\
[[place]]
id = "kublai"
name = "Kublai"
type = "city"
"""


def source(id: str, title: str, text: str | None, issued: str, abbr: str) -> str:
    """A table of `sources.toml`; without a text it is a source that is only referred to."""
    digest = f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n' if text is not None else ""
    return (
        f'[[source]]\nid = "{id}"\ntitle = "{title}"\ntype = "press"\npublisher = "{abbr} Ltd"\n'
        f'abbr = "{abbr}"\nissued = "{issued}"\n{digest}\n'
    )


def write_small_pack(folder: Path) -> Path:
    """Two texts, a source without one, and records of every kind."""
    (folder / "corpus").mkdir(parents=True)
    (folder / "corpus" / "letter.txt").write_bytes(LETTER.encode())
    return write_pack(
        folder,
        text=TEXT,
        sources=source("letter", "A clerk writes", LETTER, "2005", "Letters")
        + source("register", "The register of states", None, "2006", "Register"),
        pack=PACK,
        members=MEMBERS,
        leaders=LEADERS,
        institutions=INSTITUTIONS,
        events=EVENTS,
        agreements=AGREEMENTS,
        conflicts=CONFLICTS,
        places=PLACES,
    )
