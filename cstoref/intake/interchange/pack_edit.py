"""What is to be written into the files of a pack that is there, so that all else in them stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from cstoref.authoring.known_ids import record_tables
from cstoref.authoring.load import Loaded
from cstoref.authoring.toml.toml_change import with_changes
from cstoref.authoring.toml.toml_edit import Insertion, with_subtable
from cstoref.authoring.toml.toml_text import table as table_text
from cstoref.errors import UserError

from ..change import Addition, NewFile, text_of
from . import authored
from .content import Content, ImportedItem, Line
from .texts import ImportedText


class PackEdit:
    """Gathers the steps by file. `words` are the texts of sources by id."""

    def __init__(self, root: Path, loaded: Loaded, words: Mapping[str, str]) -> None:
        self._root = root
        self._pack = loaded.pack
        self._declared = loaded.declared
        self._origins = loaded.origins
        self._words = words
        self._kinds = {record.id: record.kind for record in loaded.pack.records}
        self._before: dict[str, str] = {}
        self._steps: dict[str, list[Insertion]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._texts: list[NewFile] = []
        self.places: dict[tuple[str | int, ...], str] = {}
        """Where what is added comes from: by file, table and number."""

    @property
    def made(self) -> tuple[NewFile, ...]:
        """The files that are new."""
        new = (file for file, before in self._before.items() if not before and self._steps.get(file))
        return (*self._texts, *(NewFile(file, self._text(file).lstrip("\n")) for file in new))

    @property
    def added(self) -> tuple[Addition, ...]:
        """The files that are there and change."""
        return tuple(
            Addition(file, before, tuple(self._steps[file]))
            for file, before in self._before.items()
            if before and self._steps.get(file)
        )

    def declare(self, fields: Iterable[Mapping[str, Any]]) -> None:
        """Declare fields that nothing declares yet."""
        for field in fields:
            if field["id"] not in self._declared.fields:
                self._append("data/vocabulary.toml", table_text("field", field))

    def add(self, new: Sequence[tuple[str, ImportedItem]], texts: Mapping[str, ImportedText]) -> None:
        """Add what the pack has not."""
        stated: dict[str, list[ImportedItem]] = {}
        for sort, item in new:
            if sort == "statement":
                stated.setdefault(item.line["subject"], []).append(item)
            elif sort == "record":
                self._kinds[item.id] = item.line["kind"]
        for sort, item in new:
            if sort == "source":
                self._source(item, texts.get(item.id))
            elif sort == "conflict":
                self._put(
                    "data/conflicts.toml", "conflict", authored.conflict_table(item.line, self._words), item
                )
            elif sort == "record":
                statements = stated.pop(item.id, [])
                self._record(item, authored.record_table(item.line, None), item.line["kind"], statements)
        for subject, items in stated.items():
            self._state(subject, items)

    def change(self, sort: str, item: ImportedItem, old: Line) -> None:
        """Change the keys of a table that differ. Raises UserError where it stands for several things."""
        spot = self._origins[item.id]
        path = tuple(spot.path)
        beside = [one for one in self._origins.values() if (one.file, one.path) == (spot.file, path)]
        if len(beside) > 1:
            message = "is written together with others, by {who} in its text; change it in"
            raise UserError(f"{item.place}: “{item.id}” {message} {spot.file}")
        before, after = self._table(sort, old), self._table(sort, item.line)
        keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        place = (spot.file, *path)
        self.places[place] = item.place
        changes = {key: after.get(key) for key in keys}
        steps = with_changes(self._text(spot.file), path, changes, spot.file)
        self._steps.setdefault(spot.file, []).extend(steps)

    def add_rest(self, content: Content) -> None:
        """Add silences, exceptions and retired ids that the pack has not."""
        silent = {(one.citation.source, one.citation.quote) for one in self._pack.silences}
        for item in content.of("silence"):
            if (item.line["source"], item.line.get("quote")) not in silent:
                self._put(
                    "data/silences.toml", "silence", authored.silence_table(item.line, self._words), item
                )
        excepted = {(one.rule, one.statements) for one in self._pack.exceptions}
        for item in content.of("exception"):
            if (item.line["rule"], tuple(item.line.get("statements") or ())) not in excepted:
                self._put("data/exceptions.toml", "exception", authored.plain_table(item.line), item)
        gone = {one.id for one in self._pack.retired}
        for item in content.of("retired_id"):
            if item.id not in gone:
                self._put("data/retired.toml", "retired", authored.plain_table(item.line), item)

    def _table(self, sort: str, line: Line) -> Mapping[str, Any]:
        if sort == "statement":
            return authored.statement_table(line, self._words)
        if sort == "conflict":
            return authored.conflict_table(line, self._words)
        if sort == "record":
            return authored.record_table(line, line.get("layer"))
        # Hash and text of a source are not changed here: `attach` and `verify --accept-texts` do.
        return authored.source_table(line, None, None, False)

    def _source(self, item: ImportedItem, text: ImportedText | None) -> None:
        sha256, whole = (text.sha256, text.whole_sha256) if text else (None, None)
        self._put("data/sources.toml", "source", authored.source_table(item.line, sha256, whole, False), item)
        if text is not None:
            self._texts.append(NewFile(f"corpus/{item.id}.txt", text.text))

    def _record(
        self, item: ImportedItem, table: Mapping[str, Any], kind: str, statements: Sequence[ImportedItem]
    ) -> None:
        """A record with its statements at the end of the file of its kind."""
        file = f"data/{self._declared.kinds[kind].kind.plural}.toml"
        parts = [table_text(kind, table)]
        number = self._next(file, kind)
        self.places[(file, kind, number)] = item.place
        for at, statement in enumerate(statements):
            parts.append(
                table_text(f"{kind}.statement", authored.statement_table(statement.line, self._words))
            )
            self.places[(file, kind, number, "statement", at)] = statement.place
        self._append(file, "\n".join(parts))

    def _state(self, subject: str, items: Sequence[ImportedItem]) -> None:
        """Statements on a record that is there: below it, or below an extension of one of a pack below."""
        kind = self._kinds[subject]
        file = f"data/{self._declared.kinds[kind].kind.plural}.toml"
        tables = record_tables(self._root, self._declared.kinds[kind].kind.plural, kind)
        numbers = [at for at, one in enumerate(tables) if one.get("id") == subject]
        if not numbers:
            self._record(items[0], {"id": subject, "extend": True}, kind, items)
            return
        below = len(tables[numbers[0]].get("statement") or ())
        for at, item in enumerate(items):
            table = authored.statement_table(item.line, self._words)
            step = with_subtable(self._text(file), (kind, numbers[0], "statement"), table, file)
            self._steps.setdefault(file, []).append(step)
            self.places[(file, kind, numbers[0], "statement", below + at)] = item.place

    def _put(self, file: str, key: str, table: Mapping[str, Any], item: ImportedItem) -> None:
        self.places[(file, key, self._next(file, key))] = item.place
        self._append(file, table_text(key, table))

    def _next(self, file: str, key: str) -> int:
        """The number of the next table of a file."""
        if (file, key) not in self._counts:
            name = file.removeprefix("data/").removesuffix(".toml")
            self._counts[file, key] = len(record_tables(self._root, name, key))
        self._counts[file, key] += 1
        return self._counts[file, key] - 1

    def _text(self, file: str) -> str:
        if file not in self._before:
            self._before[file] = text_of(self._root, file)
        steps = self._steps.get(file)
        return steps[-1].text if steps else self._before[file]

    def _append(self, file: str, block: str) -> None:
        text = self._text(file)
        gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        added = (gap + block).replace("\n", "\r\n") if "\r\n" in text else gap + block
        steps = self._steps.setdefault(file, [])
        if steps and steps[-1].start + len(steps[-1].added) == len(text) and not steps[-1].removed:
            last = steps.pop()  # what follows at the end is one step
            steps.append(Insertion(text + added, last.start, last.added + added))
        else:
            steps.append(Insertion(text + added, len(text), added))
