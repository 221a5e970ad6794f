"""The mini pack: four records and one text, for tests that need any pack."""

from __future__ import annotations

import hashlib
from pathlib import Path

PACK = """\
id = "mini"
title = "A small pack"
edition = "1"
checked_until = "2020-12-31"
licence = "none"
description = "Made by a test."
"""
TEXT = "Anna met Boris in Xanadu on 3 May 2001.\n\nBoris did not come back. He sent 12 men in his stead.\n"
FILES = {
    "members.toml": '[[member]]\nid = "xanadu"\nname = "Xanadu"\ntype = "state"\nnames = ["Shangdu"]\n'
    'identifiers = { iso3166 = "XA" }\n',
    "leaders.toml": '[[leader]]\nid = "anna"\nname = "Anna Ivanova"\ntype = "person"\nnames = ["Анна"]\n\n'
    '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n',
    "events.toml": '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\n'
    'when = "2001-05-03"\n\n'
    '[[event.statement]]\nfield = "attended"\nwho = ["anna", "boris"]\ntext = "{who} was there."\n'
    'cite = { source = "news", quote = "Anna met Boris in Xanadu" }\n\n'
    '[[event.statement]]\nfield = "contributed"\nwho = "boris"\nvalue = { number = 12, unit = "men" }\n'
    'text = "Boris sent 12 men."\ncite = { source = "news", quote = "He sent 12 men" }\n',
}


def write_pack(folder: Path, text: str = TEXT, sources: str = "", **files: str) -> Path:
    """A pack with one source, `news`; `files` (`events="…"`) replace or add files of `data/`.

    The text's hash is right; `sources` is added to `sources.toml`.
    """
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "corpus").mkdir(exist_ok=True)
    raw = text.encode()
    (folder / "corpus" / "news.txt").write_bytes(raw)
    source = (
        '[[source]]\nid = "news"\ntitle = "The news"\ntype = "press"\npublisher = "News Ltd"\nabbr = "News"\n'
        f'issued = "2001-05-04"\nsha256 = "{hashlib.sha256(raw).hexdigest()}"\n\n'
    )
    written = {"pack.toml": PACK, **FILES, "sources.toml": source + sources}
    written.update({f"{name}.toml": content for name, content in files.items()})
    for name, content in written.items():
        (folder / "data" / name).write_text(content, encoding="utf-8")
    return folder
