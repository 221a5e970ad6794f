"""Two packs as one, by ids: what both have the same once, what one has taken, what they have otherwise kept
from both, with a conflict that a person completes.

Of a statement, source or conflict that differs, that of the second pack gets an id of its own. Of a record
that differs, the values of the first stay, and the conflict says what the second has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cstoref import paths
from cstoref.authoring.ids import statement_id
from cstoref.authoring.lint import TO_FILL_IN
from cstoref.authoring.load import load_stack
from cstoref.authoring.stack import members
from cstoref.errors import UserError
from cstoref.export import lines
from cstoref.model import Pack
from cstoref.paths import shown

from ..source_entry import slug
from .agreement import NOTHING, WORKED_OUT, lines_of, same
from .authored import key_of
from .content import Content, ImportedItem, Line
from .vocabulary_union import united

COMPARED = ("kind", "subtype", "blurb", "when", "place")
"""Keys of records of which one value can be; of names and identifiers those of both packs are taken."""
LONGEST = 1_000
"""Letters of a value that a drafted conflict repeats."""


class Merged(NamedTuple):
    """What two packs come to."""

    content: Content
    extends: str
    """The folder of the pack that both extend; empty where they extend none."""
    drafted: tuple[str, ...]
    """The ids of the conflicts that a person completes."""


class _Side(NamedTuple):
    """One of the two packs: its own objects by type and id."""

    place: str
    id: str
    pack: Pack
    below: Path | None
    lines: dict[str, dict[str, Line]]
    unnamed: tuple[tuple[str, Line], ...]
    """Its silences, exceptions and retired ids, each with its type."""


def merge(first: Path, second: Path) -> Merged:
    """Unite two packs. Raises PackError where one does not verify, UserError where they do not fit."""
    one = _side(first, None)
    other = _side(second, one.pack.edition.id if one.below is None else one.id)
    if (one.below and one.below.resolve()) != (other.below and other.below.resolve()):
        raise UserError(f"{one.place} and {other.place} extend different packs; merge those first")
    content, drafted = _Merge(one, other).done()
    is_builtin = one.below is not None and one.below.resolve() == Path(paths.builtin_pack()).resolve()
    return Merged(content, paths.BUILTIN_ID if is_builtin else str(one.below or ""), drafted)


def _side(folder: Path, layer: str | None) -> _Side:
    """A pack; what is its own there gets the layer, that of the first pack, if it is one."""
    stack, pack = members([folder]), load_stack([folder]).pack
    own = pack.layers[-1].id if pack.layers else None
    found = {
        sort: {id: _of_layer(line, own, layer or own) for id, line in of.items() if _is_own(line, own)}
        for sort, of in lines_of(pack).items()
    }
    below = stack[-2].folder if own else None
    unnamed = _unnamed(pack, load_stack([below]).pack if below else None)
    return _Side(shown(str(folder)), stack[-1].id, pack, below, found, unnamed)


def _is_own(line: Line, own: str | None) -> bool:
    return line["layer"] == own or any(name["layer"] == own for name in line.get("names") or ())


def _of_layer(line: Line, own: str | None, layer: str | None) -> Line:
    """An object without what follows from the rest, of another layer where it was of its own pack."""
    new = layer if own else None
    kept = {key: value for key, value in line.items() if key not in (*WORKED_OUT, "about")}
    if "names" in kept:
        kept["names"] = [name | {"layer": new} if name["layer"] == own else name for name in line["names"]]
    return {**kept, "type": line["type"], "layer": new if line["layer"] == own else line["layer"]}


class _Merge:
    def __init__(self, side: _Side, other: _Side) -> None:
        self._one, self._other = side, other
        self._content = Content()
        self._layer = side.id if side.below else None
        self._renamed: dict[str, str] = {}
        self._drafts: list[Line] = []

    def done(self) -> tuple[Content, tuple[str, ...]]:
        """What both come to, and the drafted conflicts."""
        self._content.layer = self._layer
        self._content.add("pack", ImportedItem(self._one.place, self._head()))
        for sort in ("source", "record", "statement", "conflict"):
            self._unite(sort, self._one.lines[sort], self._other.lines[sort])
        for draft in self._drafts:
            self._content.add("conflict", ImportedItem(self._other.place, draft))
        self._rest()
        for side in (self._other, self._one):
            partial = {source.id for source in side.pack.sources if source.whole_sha256}
            for id, text in side.pack.texts:
                if id not in partial:
                    self._content.texts[self._renamed.get(id, id) if side is self._other else id] = text
        return self._content, tuple(draft["id"] for draft in self._drafts)

    def _head(self) -> Line:
        editions = [(*side.pack.layers, side.pack.edition) for side in (self._one, self._other)]
        one, other = (of[-2] if len(of) > 1 else of[0] for of in editions)
        head = lines.pack(one, {}, None)
        head["vocabulary"] = united(one.vocabulary, other.vocabulary)
        head["license"] = "; ".join(dict.fromkeys((one.licence, other.licence)))
        if other.checked_until > one.checked_until:
            head |= {"checked_until": other.checked_until, "checked_from": other.checked_from}
        return {**head, "layers": []}

    def _unite(self, sort: str, one: Mapping[str, Line], other: Mapping[str, Line]) -> None:
        for line in one.values():
            self._content.add(sort, ImportedItem(self._one.place, line))
        for id, given in other.items():
            line = self._with_new_ids(given)
            there = one.get(id)
            if there is None:
                self._content.add(sort, ImportedItem(self._other.place, line))
            elif sort == "record":
                self._named_by_both(there, line)
                self._keep_first(there, line, COMPARED, {"records": [id]})
            elif sort == "source" and there.get("sha256") == line.get("sha256"):
                self._keep_first(there, line, _differing(there, line), self._of_source(there))
            elif _differing(there, line) == ["citations"]:  # the same, by more sources
                cites = there["citations"]
                there["citations"] = [*cites, *(cite for cite in line["citations"] if cite not in cites)]
            elif _differing(there, line):
                self._beside(sort, there, line, {*one, *other})

    def _with_new_ids(self, line: Line) -> Line:
        """An object of the second pack, with the new ids of what it names."""
        new = self._renamed
        if not new:
            return line
        renamed = dict(line)
        for key in ("from", "statements"):
            if line.get(key):
                renamed[key] = [new.get(id, id) for id in line[key]]
        if line.get("citations"):
            renamed["citations"] = [
                {**cite, "source": new.get(cite["source"], cite["source"])} for cite in line["citations"]
            ]
        return renamed

    def _named_by_both(self, line: Line, other: Line) -> None:
        """Give a record the names and identifiers of both."""
        names = list(line.get("names") or ())
        known = {name["text"] for name in names} | {line["name"]}
        more = [name for name in other.get("names") or () if name["text"] not in known]
        if other["name"] not in known:
            more.insert(0, {"text": other["name"], "lang": None, "note": None, "layer": self._layer})
        line["names"] = [*names, *more]
        own = line.get("identifiers") or {}
        for scheme, value in (other.get("identifiers") or {}).items():
            if own.get(scheme, value) != value:
                self._draft(line["id"], scheme, own[scheme], value, {"records": [line["id"]]})
        line["identifiers"] = {**(other.get("identifiers") or {}), **own}

    def _keep_first(self, line: Line, other: Line, keys: Iterable[str], named: Line) -> None:
        """Keep the values of the first pack, take those that it lacks, and draft a conflict on the others."""
        for key in keys:
            if line.get(key) in NOTHING:
                line[key] = other.get(key)
            elif other.get(key) not in NOTHING and line[key] != other[key]:
                self._draft(line["id"], key, line[key], other[key], named)

    def _beside(self, sort: str, line: Line, other: Line, taken: set[str]) -> None:
        """Both of two objects of one id: that of the second pack under another."""
        id = _free(_other_id(sort, other, 0), lambda number: _other_id(sort, other, number), taken)
        self._renamed[other["id"]] = id
        self._content.add(sort, ImportedItem(self._other.place, {**other, "id": id}))
        key = _differing(line, other)[0]
        named = {"records": line.get("records"), "statements": line.get("statements")}
        if sort == "statement":
            named = {"records": [line["subject"]], "statements": [line["id"], id]}
        elif sort == "source":
            named = self._of_source(line)
        self._draft(line["id"], key, line.get(key), other.get(key), named)

    def _of_source(self, source: Line) -> Line:
        """What a conflict on a source names: the source, or what is stated by its text."""
        if not source.get("sha256"):
            return {"citations": [{"source": source["id"]}]}
        return {"records": self._resting_on(source["id"]) or list(self._one.lines["record"])[:1]}

    def _resting_on(self, source: str) -> list[str]:
        """Records of which the first pack states something that rests on a source."""
        subjects = (
            line["subject"]
            for line in self._one.lines["statement"].values()
            if any(cite["source"] == source for cite in line.get("citations") or ())
        )
        return list(dict.fromkeys(subjects))[:10]

    def _draft(self, id: str, key: str, one: Any, other: Any, named: Line) -> None:
        has = f"{self._one.place} has {key} {_words(one)}; {self._other.place} has {_words(other)}"
        base = f"merge-{slug(f'{id} {key}')}"[:70].strip("-")
        ids = {draft["id"] for draft in self._drafts} | set(self._one.lines["conflict"])
        self._drafts.append(
            {
                "type": "conflict",
                "id": _free(base, lambda number: f"{base}-{number + 1}", ids),
                "nature": "disagreement",
                "topic": f"{id}: {key}",
                "explanation": f"{TO_FILL_IN} {has}.",
                "layer": self._layer,
                **named,
            }
        )

    def _rest(self) -> None:
        """What has no id: silences, exceptions and retired ids of both."""
        for side in (self._one, self._other):
            for sort, line in side.unnamed:
                there = [item.line for item in self._content.of(sort)]
                new = self._with_new_ids(line) if side is self._other else line
                if new not in there:
                    self._content.add(sort, ImportedItem(side.place, new))


def _differing(line: Line, other: Line) -> list[str]:
    """The keys of which two objects have other values."""
    return [key for key in line if not (same(line[key], other.get(key)) and same(other.get(key), line[key]))]


def _unnamed(pack: Pack, below: Pack | None) -> tuple[tuple[str, Line], ...]:
    """What has no id and is not of the packs below."""
    silences = pack.silences[len(below.silences) if below else 0 :]
    exceptions = pack.exceptions[len(below.exceptions) if below else 0 :]
    retired = pack.retired[len(below.retired) if below else 0 :]
    return (
        *(("silence", lines.silence(one)) for one in silences),
        *(("exception", lines.exception(one)) for one in exceptions),
        *(("retired_id", lines.retired_id(one)) for one in retired),
    )


def _other_id(sort: str, line: Line, number: int) -> str:
    """The id of the second pack's object beside one of the same id; another for each number."""
    word = "other" if not number else f"other-{number + 1}"
    if sort != "statement":
        return f"{line['id'][:60]}-{word}"
    who = (line.get("roles") or {}).get("who") or ()
    key = key_of(line)
    return statement_id(line["subject"], line["field"], who, None, f"{key}-{word}" if key else word)


def _free(id: str, more: Callable[[int], str], taken: set[str]) -> str:
    number = 0
    while id in taken:
        number += 1
        id = more(number)
    return id


def _words(value: Any) -> str:
    words = "none" if value in (None, [], "") else str(value)
    return f"“{words[:LONGEST]}”" if words != "none" else words
