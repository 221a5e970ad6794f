"""Makes a pack that verifies as it is made, with comments that say what goes where."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import TextIO

from cstoref import dates, fold, output_file, paths
from cstoref.errors import UsageError

from .file_names import DEVICES

PACK = """\
# What this pack is. Every key but `subject` and `language` is needed.
id = "{id}"                    # small letters, digits and hyphens; it stands in links and names folders
title = "{title}"
subject = "{id}-subject"       # the record that the pack is about, if it is about one
edition = "1"                  # a new one whenever you give the pack to others
checked_until = "{day}"    # a day, month or year: until when you looked; pages answer for its last day
licence = "none yet"
description = "One sentence on what the sources are and what the pack covers."
"""
SOURCES = """\
# One [[source]] a document. Its text goes into corpus/ID.txt: plain text, UTF-8, one paragraph a line. Then
#   cstoref verify FOLDER --accept-texts
# adds its hash here. A source without a text is only referred to.
#
# [[source]]
# id = "herald-2024-03-05"
# title = "The title that the document has"
# type = "press"               # official, law-database, agency, press, research, dataset, copy, wiki or other
# publisher = "The Herald"
# abbr = "Herald"              # how footnotes name it; the date is added
# authors = ["Ann Lee"]
# issued = "2024-03-05"
# url = "https://herald.example/2024/03/05/title"
# language = "en"

[[source]]
id = "{id}-notes"
title = "Notes for this pack"
type = "other"
publisher = "The authors of this pack"
abbr = "Notes"
issued = "{day}"
"""
RECORDS = """\
# One [[institution]] an organization, organ, office or force. The other files are members.toml (states),
# leaders.toml (people), events.toml, agreements.toml and places.toml. `cstoref pack fields` lists types and
# fields.

[[institution]]
id = "{id}-subject"            # never changes, and is never used for anything else
name = "{title}"
type = "organization"
names = []                     # every other name that somebody may type, also {{ text = "…", lang = "ru" }}
blurb = "What it is, in a few words that need no source."

# One [[institution.statement]] a sentence that can be true or false, below its record.
[[institution.statement]]
field = "purpose"              # cstoref pack fields purpose
value = "an example"
text = "This statement is an example: replace it by one of your own."
cite = {{ source = "{id}-notes", note = "Replace it by a source." }}

# With a text in corpus/ a statement quotes it, letter for letter:
# cite = {{ source = "herald-2024-03-05", quote = "the words of the passage" }}
"""
LAYER = """\
# What this pack is: a layer. It adds statements, records, sources and texts to the pack that it extends.
id = "{id}"                    # small letters, digits and hyphens; it stands in links and names folders
title = "{title}"
extends = "{extends}"               # {meaning}
edition = "1"                  # a new one whenever you give the pack to others
checked_until = "{day}"    # a day, month or year: until when you looked; pages answer for its last day
licence = "none yet"
description = "One sentence on what the sources are and what the pack covers."
"""
ADDED = """\
# Records of your own are written as in any pack: `cstoref pack fields` lists types and fields. To add names
# or statements to a record of the pack below, name it and write `extend = true`. The other files are
# members.toml (states), leaders.toml (people), events.toml, agreements.toml and places.toml: each holds the
# records of its kind, also those that it extends.
#
# [[institution]]
# id = "csto"                  # a record below; cstoref NAME --json shows its id
# extend = true
# names = ["another name that somebody may type"]
#
# [[institution.statement]]
# field = "purpose"            # cstoref pack fields purpose
# value = "an example"
# text = "One sentence that is true or false."
# cite = {{ source = "herald-2024-03-05", quote = "the words of the passage" }}
"""
ATTRIBUTES = """\
# Texts have hashes: git must not change their line endings.
corpus/* -text
"""


def _fill(out: TextIO, *, content: str) -> None:
    out.write(content)


def _below(folder: Path, extends: str) -> dict[str, str]:
    """How `data/pack.toml` names the pack that is extended, and what that means. Raises UsageError."""
    if extends == paths.BUILTIN_ID:
        return {"extends": extends, "meaning": "the built-in pack"}
    if not (Path(extends) / "data" / "pack.toml").is_file():
        raise UsageError(f"{paths.shown(extends)} is not a pack; --extends takes its folder, or csto")
    try:
        relative = os.path.relpath(os.path.realpath(extends), os.path.realpath(folder))
    except ValueError:  # on another drive of Windows
        relative = os.path.realpath(extends)
    return {"extends": relative.replace(os.sep, "/"), "meaning": "the folder of the pack, seen from this one"}


def make(folder: Path, extends: str | None = None) -> list[str]:
    """Make a pack in a folder that is new or empty; the names of its files. With `extends`, the folder of a
    pack or the id of the built-in one, it is a layer above that. Raises UsageError, UserError."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise UsageError(f"{folder} is no folder; name a new one")
    if folder.is_dir() and any(name != ".git" for name in os.listdir(folder)):
        raise UsageError(f"{folder} is not empty; name a new folder")
    words = fold.words(folder.resolve().name).split()
    id = re.sub(r"[^a-z0-9]+", "-", " ".join(words)).strip("-")[:40].strip("-") or "pack"
    if id in DEVICES or id == "csto":
        id = f"my-{id}"
    names = {"id": id, "title": " ".join(words).capitalize() or "My pack", "day": dates.today()}
    if extends is not None:
        names |= _below(folder, extends)
    files = {
        "data/pack.toml": (PACK if extends is None else LAYER).format(**names),
        "data/sources.toml": (SOURCES if extends is None else SOURCES[: SOURCES.rindex("[[")]).format(
            **names
        ),
        "data/institutions.toml": (RECORDS if extends is None else ADDED).format(**names),
        ".gitattributes": ATTRIBUTES,
    }
    for part in ("data", "corpus"):
        os.makedirs(folder / part, exist_ok=True)
    for name, content in files.items():
        output_file.write(str(folder / name), partial(_fill, content=content))
    return [*files, "corpus/"]
