"""A large pack that is read by a process of its own, on another core than the one that compiles it.

What comes is what `PackStream` gives, in the same order, a batch at a time: neither process ever holds all of
it, and both together take little more memory than one that does both.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeVar

from cstoref import own_process
from cstoref.errors import PackError, StoreError
from cstoref.model import (
    Conflict,
    Edition,
    Record,
    Retired,
    RuleException,
    Silence,
    Source,
    Statement,
    Vocabulary,
)

from .files import Files
from .pack_stream import PackStream
from .problems import Problems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step

LARGE = 8 * 2**20
"""Bytes of the data of a pack from which on another process is worth its start."""
BATCH = 200
"""Values that are sent together."""
STEP, ERROR, HEAD, SOURCES, RECORDS, STATEMENTS, REST = range(7)
"""What a message has. Of what comes in batches an empty one is the last."""
Value = TypeVar("Value")


def is_worth_it(folder: Path) -> bool:
    """Whether a pack is large, and there is another core to read it on."""
    if own_process.cores() == 1:
        return False
    if os.path.isfile(folder):
        return folder.stat().st_size > LARGE
    try:
        with os.scandir(folder / "data") as entries:
            return sum(entry.stat().st_size for entry in entries if entry.is_file()) > LARGE
    except OSError:
        return False


class PipedPack:
    """The parts of one pack as `PackStream` has them, from the other process. Raises PackError as that does,
    and StoreError where the process ends early."""

    layers: Sequence[Edition] = ()

    def __init__(self, folder: Path, step: Step) -> None:
        """Raises OSError where no process can be started."""
        self._process = own_process.piped("cstoref.authoring.pack_pipe", str(folder))
        self._end = weakref.finalize(self, own_process.stop, self._process)
        assert self._process.stdout is not None
        self._pipe: IO[bytes] = self._process.stdout
        self._step = step
        self._folder = folder
        self._rest: tuple[Any, ...] = ()
        self.edition: Edition
        self.vocabulary: Vocabulary
        self.edition, self.vocabulary = self._take(HEAD)
        self.sources: list[Source] = list(self._each(SOURCES))

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """Each source that has a text, with the text. It is read here too: by now the other process reads the
        records, and would wait if it had to send it."""
        files = Files(self._folder, Problems(self._folder))
        with_text = [source for source in self.sources if source.length is not None]
        for at, source in enumerate(with_text):
            self._step("texts", at, len(with_text))
            yield source.id, files.text_again(source.id, source.sha256)

    @cached_property
    def records(self) -> list[Record]:
        """Every record."""
        return list(self._each(RECORDS))

    @property
    def statements(self) -> Iterator[Statement]:
        """Every statement."""
        yield from self._each(STATEMENTS)
        self._rest = self._take(REST)
        self._end()

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """Every conflict."""
        found: Sequence[Conflict] = self._rest[0]
        return found

    @property
    def silences(self) -> Sequence[Silence]:
        """Every passage that states nothing."""
        found: Sequence[Silence] = self._rest[1]
        return found

    @property
    def exceptions(self) -> Sequence[RuleException]:
        """Statements that do not meet a constraint and are right."""
        found: Sequence[RuleException] = self._rest[2]
        return found

    @property
    def retired(self) -> Sequence[Retired]:
        """Ids that are no longer used."""
        found: Sequence[Retired] = self._rest[3]
        return found

    def _each(self, what: int) -> Iterator[Any]:
        while batch := self._take(what):
            yield from batch

    def _take(self, what: int) -> Any:
        """The next message of a sort; what comes before it is told or raised."""
        while True:
            try:
                # From a process of our own, which nobody else can write to.
                came, value = pickle.load(self._pipe)
            except (EOFError, pickle.UnpicklingError):
                code = self._process.wait()
                raise StoreError(
                    f"reading the pack ended early (exit code {code}); is there too little memory?"
                ) from None
            if came == STEP:
                self._step(*value)
            elif came == ERROR:
                self._end()
                raise PackError(value)
            else:
                assert came == what
                return value


def _batches(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values, some at a time; an empty batch is the last."""
    coming = iter(values)
    while batch := list(islice(coming, BATCH)):
        yield batch
    yield []


def main(folder: str) -> None:
    """Read a pack and write its parts to stdout; a pack that does not verify ends with its problems."""
    # Nothing here refers to itself; to look for what does takes a tenth of the time.
    gc.disable()
    out = sys.stdout.buffer

    def send(what: int, value: object) -> None:
        pickle.dump((what, value), out, pickle.HIGHEST_PROTOCOL)
        if what != STEP:
            out.flush()

    def step(words: str, done: int, of: int) -> None:
        send(STEP, (words, done, of))

    try:
        try:
            _send(PackStream(Path(folder), step), send)
        except PackError as error:
            send(ERROR, error.problems)
    except BrokenPipeError:
        os._exit(1)  # nobody reads it any more: nothing may be flushed either


def _send(pack: PackStream, send: Callable[[int, object], None]) -> None:
    send(HEAD, (pack.edition, pack.vocabulary))
    for batch in _batches(pack.sources):
        send(SOURCES, batch)
    for records in _batches(pack.records):
        send(RECORDS, records)
    for statements in _batches(pack.statements):
        send(STATEMENTS, statements)
    send(REST, (pack.conflicts, pack.silences, pack.exceptions, pack.retired))
