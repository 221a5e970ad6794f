"""What has a problem of its own in a pack, so that what refers to it is not one more problem."""

from __future__ import annotations


class Faulty:
    """Filled while a pack is read. A file that cannot be read may have had any record or source."""

    def __init__(self) -> None:
        self._records: set[str] = set()
        self._sources: set[str] = set()
        self._with_statements: set[str] = set()
        self._any_record = self._any_source = False

    def add_record(self, id: object) -> None:
        """A record could not be read. `id` is what was written as its id, or None."""
        if isinstance(id, str):
            self._records.add(id)

    def add_source(self, id: object) -> None:
        """A source could not be read. `id` is what was written as its id, or None."""
        if isinstance(id, str):
            self._sources.add(id)

    def add_statement(self, record: str) -> None:
        """A statement of a record could not be read."""
        self._with_statements.add(record)

    def add_file(self, name: str) -> None:
        """A file of `data/` could not be read, or not to its end."""
        if name == "sources.toml":
            self._any_source = True
        else:
            self._any_record = True

    def record(self, id: str) -> bool:
        """Whether a record of this id may have been meant to be there."""
        return self._any_record or id in self._records

    def source(self, id: str) -> bool:
        """Whether a source of this id may have been meant to be there."""
        return self._any_source or id in self._sources

    def statement(self, id: str) -> bool:
        """Whether a statement of this id may have been meant to be there."""
        record = id.partition("/")[0]
        return self.record(record) or record in self._with_statements
