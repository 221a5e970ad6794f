"""From what was read to the files of a pack, or of each pack of a stack, with the place that each part of
them comes from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cstoref.authoring.declared import Declared
from cstoref.authoring.new_pack import ATTRIBUTES
from cstoref.authoring.problems import did_you_mean
from cstoref.authoring.toml.toml_text import table as table_text
from cstoref.authoring.toml.toml_text import value_text
from cstoref.model import Record

from . import authored
from .content import Content, ImportedItem
from .texts import ImportedText


class Portion(NamedTuple):
    """One pack of what was read."""

    line: Mapping[str, Any]
    """What it says of itself."""
    layer: str | None
    """What its parts name as their layer: None for the lowest pack."""
    extends: str = ""
    """How it names the pack that it extends."""

    @property
    def head(self) -> dict[str, str]:
        """The files that all others depend on."""
        text = "".join(
            f"{key} = {value_text(value)}\n"
            for key, value in authored.pack_table(self.line, self.extends).items()
        )
        files = {"data/pack.toml": text, ".gitattributes": ATTRIBUTES}
        vocabulary = self.line.get("vocabulary")
        return {**files, "data/vocabulary.toml": vocabulary} if vocabulary else files


class WrittenPack(NamedTuple):
    """The files of a pack by name, and where each table comes from: by file, table and number, and below a
    record by statement and number."""

    files: dict[str, str]
    places: dict[tuple[str | int, ...], str]


def portions(content: Content, extends: str = "") -> list[Portion]:
    """The packs that the objects belong to, the lowest first."""
    line = content.of("pack")[0].line
    layers = line.get("layers") or []
    if not layers:
        return [Portion(line, content.layer, extends)]
    lowest = {"subject": line.get("subject"), "predecessor": line.get("predecessor")} | layers[0]
    return [
        Portion(lowest, None, extends),
        *(Portion(one, one["id"], f"../{one.get('extends') or layers[0]['id']}") for one in layers[1:]),
    ]


class PackFiles:
    """Makes the files of one portion. `declared` is its vocabulary with that of the packs below, `below` are
    their records by id, as far as they are not among what was read."""

    def __init__(
        self,
        content: Content,
        portion: Portion,
        declared: Declared,
        texts: Mapping[str, ImportedText],
        below: Mapping[str, Record],
    ) -> None:
        self._content = content
        self._portion = portion
        self._declared = declared
        self._texts = texts
        self._words = {id: text.text for id, text in texts.items()}
        self._below = below
        self._records = {item.id: item for item in content.of("record")}
        self._parts: dict[str, list[str]] = {"sources": []}  # which every pack has, also an empty one
        self._counts: dict[tuple[str | int, ...], int] = {}
        self._places: dict[tuple[str | int, ...], str] = {}

    def written(self) -> WrittenPack:
        """The files of the pack. Notes what cannot be written."""
        files = dict(self._portion.head)
        for item in self._own("source"):
            text = self._texts.get(item.id)
            self._put("sources", ("source",), self._source(item, text), item)
            if text is not None:
                files[f"corpus/{item.id}.txt"] = text.text
        self._things()
        for item in self._own("conflict"):
            self._put("conflicts", ("conflict",), authored.conflict_table(item.line, self._words), item)
        for sort, name in (("silence", "silences"), ("exception", "exceptions"), ("retired_id", "retired")):
            key = name.removesuffix("s") if sort != "retired_id" else name
            for item in self._content.of(sort):
                if owner(self._content, item) == self._portion.layer:
                    silent = sort == "silence"
                    line = item.line
                    table = (
                        authored.silence_table(line, self._words) if silent else authored.plain_table(line)
                    )
                    self._put(name, (key,), table, item)
        files |= {f"data/{name}.toml": "\n".join(parts) for name, parts in self._parts.items()}
        return WrittenPack(files, self._places)

    def _own(self, sort: str) -> list[ImportedItem]:
        return [item for item in self._content.of(sort) if item.line.get("layer") == self._portion.layer]

    def _put(
        self, name: str, path: tuple[str | int, ...], table: Mapping[str, Any], item: ImportedItem
    ) -> tuple[str | int, ...]:
        """One more table at the end of a file; its path, which ends with its number."""
        file = f"data/{name}.toml"
        header = ".".join(str(part) for part in path if isinstance(part, str))
        self._parts.setdefault(name, []).append(table_text(header, table))
        place = (file, *path)
        number = self._counts.get(place, 0)
        self._counts[place] = number + 1
        place = (*place, number)
        self._places[place] = item.place
        return (*path, number)

    def _source(self, item: ImportedItem, text: ImportedText | None) -> Mapping[str, Any]:
        if text is None:
            return authored.source_table(item.line, None, None, False)
        attached = item.id in self._unquoted
        return authored.source_table(item.line, text.sha256, text.whole_sha256, attached)

    @cached_property
    def _unquoted(self) -> set[str]:
        """The sources of which some citation has no quote."""
        return {
            cite["source"]
            for item in self._content.of("statement")
            for cite in item.line.get("citations") or ()
            if cite.get("quote") is None
        }

    def _things(self) -> None:
        """Every record with its statements, and what is added to records below."""
        stated: dict[str, list[ImportedItem]] = {}
        for item in self._own("statement"):
            stated.setdefault(item.line["subject"], []).append(item)
        of_kind: dict[str, list[str]] = {}
        for subject, items in stated.items():
            kind = self._kind(subject)
            if kind is None:
                for item in items:
                    near = did_you_mean(subject, self._records)
                    self._content.wrong(item.place, item.id, "subject", f'no record "{subject}"{near}')
            else:
                of_kind.setdefault(kind, []).append(subject)
        for item in self._own("record"):
            if item.line["kind"] not in self._declared.kinds:
                near = did_you_mean(item.line["kind"], self._declared.kinds)
                self._content.wrong(item.place, item.id, "kind", f'no kind "{item.line["kind"]}"{near}')
        for id, rule in self._declared.kinds.items():
            for subject in self._in_order(id, of_kind.get(id, [])):
                self._thing(subject, id, rule.kind.plural, stated.get(subject, []))

    def _in_order(self, kind: str, stated: list[str]) -> list[str]:
        """The records of a kind that stand in the file, own and extended, so that statements keep their
        order."""
        own = [item.id for item in self._own("record") if item.line["kind"] == kind]
        named = [
            item.id
            for item in self._content.of("record")
            if item.line["kind"] == kind and item.line.get("layer") != self._portion.layer
            if any(name.get("layer") == self._portion.layer for name in item.line.get("names") or ())
            and self._portion.layer is not None
        ]
        left, ordered = dict.fromkeys(own), dict[str, None]()
        for subject in stated:
            if subject in left:
                for before in list(left):
                    del left[before]
                    ordered[before] = None
                    if before == subject:
                        break
            else:
                ordered.setdefault(subject)
        return list(ordered | left | dict.fromkeys(named))

    def _kind(self, record: str) -> str | None:
        item = self._records.get(record)
        if item is not None:
            return str(item.line["kind"])
        return self._below[record].kind if record in self._below else None

    def _thing(self, id: str, kind: str, plural: str, statements: list[ImportedItem]) -> None:
        item = self._records.get(id)
        own = item is not None and item.line.get("layer") == self._portion.layer
        if own and item is not None:
            table = authored.record_table(item.line, self._portion.layer)
        else:
            table = authored.extension_table(id, item.line if item else None, self._portion.layer)
        path = self._put(plural, (kind,), table, item or statements[0])
        for statement in statements:
            line = statement.line
            table = authored.statement_table(line, self._words, self._inherited(line))
            self._put(plural, (*path, "statement"), table, statement)

    def _inherited(self, line: Mapping[str, Any]) -> str | None:
        """The date of the event that a statement is on, or at."""
        for id in (line["subject"], *((line.get("roles") or {}).get("at") or ())):
            kind, item = self._kind(id), self._records.get(id)
            if kind in self._declared.kinds and self._declared.kinds[kind].kind.dated:
                return item.line.get("when") if item else self._below[id].when
        return None


def owner(content: Content, item: ImportedItem) -> str | None:
    """The layer of what names none: that of the source, the record or the topmost statement that it names."""
    line = item.line
    if content.layer is not None:
        return content.layer
    layers = [one["id"] for one in content.of("pack")[0].line.get("layers") or []]
    named = [line.get("source"), line.get("successor"), *(line.get("statements") or ())]
    of = [one.line.get("layer") for _, one in content if one.id and one.id in named]
    return max(of, key=lambda layer: layers.index(layer) if layer in layers else 0, default=None)
