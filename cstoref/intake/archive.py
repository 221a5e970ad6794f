"""A pack as one file: its data and texts with the hash of each; `authoring.pack_tree` reads it in its place.

The same pack gives the same bytes. Without its texts, what no statement rests on is blotted out of them,
letter for letter: every quote stands where it stood, with the dates around it.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import category

from cstoref import paths
from cstoref.authoring import quotes
from cstoref.authoring.cited_words import cited_words
from cstoref.authoring.load import load
from cstoref.authoring.pack_tree import SUMS, tree_of
from cstoref.errors import UsageError
from cstoref.model import Citation, Pack
from cstoref.store.stated_dates import dated

BLOT = "·"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DATE_WORDS = re.compile(
    rf"(?<![^\W\d_])(?:(?:{_MONTHS})[a-z]*|last|next|and|to|of)(?![^\W\d_])|(?<=\d)(?:st|nd|rd|th)\b", re.I
)
"""Words by which a date is read, which stay: whether a text states a date must not change."""
EPOCH = (1980, 1, 1, 0, 0, 0)
Files = Mapping[str, bytes]


def files_of(root: Path, passages_only: bool = False) -> dict[str, bytes]:
    """The files of the pack in a folder, by name. Raises PackError if it does not verify, and UsageError
    where it is one file already."""
    if root.is_file():
        raise UsageError(f"{paths.shown(str(root))} is one file already")
    pack = load(root)
    tree = tree_of(root)
    names = [f"data/{name}" for name in tree.names("data") if name.endswith(".toml")]
    own = {source.id for source in pack.sources if source.path and tree.has(source.path)}
    names += [f"corpus/{id}.txt" for id in sorted(own)]
    files = {name: tree.read(name, lambda size: True) or b"" for name in names}
    return _blotted(files, pack, own, cited_words(root)) if passages_only else files


def write(path: str, files: Files) -> None:
    """Write an archive of some files."""
    sums = "".join(f"{hashlib.sha256(raw).hexdigest()}  {name}\n" for name, raw in sorted(files.items()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in ((SUMS, sums.encode()), *sorted(files.items())):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, raw)


def check(path: Path, root: Path) -> None:
    """Raise UsageError if an archive does not say the same as the folder it was made from."""
    built, pack = (dated(load(one)) for one in (path, root))
    for one, other in zip(built.statements, pack.statements, strict=True):
        if one != other:
            raise UsageError(f"“{other.id}” does not stand without its text; build the pack with its texts")


def _blotted(
    files: dict[str, bytes], pack: Pack, own: set[str], words: Iterable[tuple[str, str]]
) -> dict[str, bytes]:
    """The files with texts of which only passages and dates are left."""
    texts = dict(pack.texts)
    spans: dict[str, list[quotes.Span]] = {id: [] for id in own}
    for cite in _citations(pack):
        if cite.source in own and cite.start is not None and cite.end is not None:
            spans[cite.source].append((cite.start, cite.end))
    for source, sought in words:
        if source in own:
            spans[source] += quotes.places(texts[source], sought)
    sources = files["data/sources.toml"]
    for id in own:
        raw = files[f"corpus/{id}.txt"]
        blotted = _with_blots(texts[id], spans[id]).encode()
        old, new = (hashlib.sha256(one).hexdigest().encode() for one in (raw, blotted))
        sources = sources.replace(old, new)
        files[f"corpus/{id}.txt"] = blotted
    return {**files, "data/sources.toml": sources}


def _citations(pack: Pack) -> Iterator[Citation]:
    for statement in pack.statements:
        yield from statement.citations
    for conflict in pack.conflicts:
        yield from conflict.citations
    for silence in pack.silences:
        yield silence.citation


def _with_blots(text: str, spans: list[quotes.Span]) -> str:
    kept = bytearray(len(text))
    for start, end in (*spans, *(match.span() for match in DATE_WORDS.finditer(text))):
        kept[start:end] = b"\1" * (end - start)
    return "".join(
        char if stays or category(char)[0] in "PZC" or category(char) == "Nd" else BLOT
        for char, stays in zip(text, kept, strict=True)
    )
