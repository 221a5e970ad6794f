"""Finds the compiled pack, or compiles it: the only place below the faces that calls authoring.

A compiled pack is named by a fingerprint of what it was made of, written aside and renamed, and opened
read-only. Where nothing can be written it is compiled into memory. Deleting the cache is always safe.
"""

from __future__ import annotations

import os

from cstoref import paths

from .queries import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from cstoref.progress import Step
else:
    try:
        # What `sqlite3` is made of. Beside it `sqlite3` only has adapters for `datetime`, and loads that.
        import _sqlite3 as sqlite3
    except ImportError:
        import sqlite3

PAGE = 4096
"""Bytes of a page, as `compile` sets them."""
STATEMENTS = 512
"""Texts of SQL that stay prepared in a process that answers many questions: more than one question takes."""
ABANDONED = 3600
"""Seconds after which such a file belongs to a run that was killed."""
# A damaged page shows only when it is read; then `forget_opened` removes the file that was in use.
_READ: set[str] = set()
"""The files of the cache folder that were opened."""


def open_store(
    pack: str | Sequence[str] | None = None, on_compile: Callable[[str], Step | None] | None = None
) -> Store:
    """The store of a pack folder, or of several with all that they extend; by default of the built-in pack.
    Compiled first where need be.

    `on_compile` is called with the folder before it is compiled, and gives what is told each step. Raises
    PackError if a pack does not verify or packs do not fit, StoreError if a folder is no pack.
    """
    named = paths.named_packs((pack,) if isinstance(pack, str) else pack or ())
    return ready_store(named) or _compiled_store(named, on_compile)


def _compiled_store(named: tuple[str, ...], on_compile: Callable[[str], Step | None] | None) -> Store:
    folders = named or (paths.builtin_pack(),)
    # Imported here: a look-up, which compiles nothing, needs none of them.
    from pathlib import Path

    from cstoref.authoring.pack_tree import check_pack
    from cstoref.progress import quiet

    for folder in folders:
        check_pack(Path(folder))
    step = on_compile(folders[-1]) if on_compile else None
    store = _compile(folders, cached_path(*folders), step or quiet)
    store.folder = os.pathsep.join(named) or None
    return store


def ready_store(pack: str | Sequence[str] | None = None) -> Store | None:
    """The store of a pack folder, or of several, by default of the built-in one, if it is compiled."""
    named = paths.named_packs((pack,) if isinstance(pack, str) else pack or ())
    ready = None if named else paths.prebuilt()
    store = _open(ready) if ready else None
    if store is None:
        cached = cached_path(*(named or (paths.builtin_pack(),)))
        store = _open(cached) if cached else None
        if store is not None and named and not _is_current(store):
            store.close()
            return None
        if store is not None and cached:
            _READ.add(cached)
    if store is not None:
        store.folder = os.pathsep.join(named) or None
    return store


def working_store(pack: str | Sequence[str]) -> Store:
    """The store of packs that are being written, for looking up records, fields and texts. Where they changed
    since they were compiled, one in memory without facts and pages: these take most of the time, and whoever
    states one sentence after another needs them only in the end. Raises as `open_store` does."""
    named = paths.named_packs((pack,) if isinstance(pack, str) else pack)
    store = ready_store(named)
    if store is None:
        from pathlib import Path

        from cstoref.authoring.load import load
        from cstoref.authoring.stack import members

        from .compile import compile_pack
        from .compile.above import write_above

        folders = list(map(Path, named))
        loaded = load(*folders)
        database = sqlite3.connect(":memory:", isolation_level=None)
        *lower, top = members(folders)
        # Where all that is below is compiled, only the topmost pack is added to a copy of it.
        builtin = [member.folder for member in lower] == [Path(paths.builtin_pack())]
        beneath = ready_store(() if builtin else [str(lower[-1].folder)]) if lower else None
        if beneath is not None and len(beneath.layers or (1,)) == len(lower):
            beneath.database.backup(database)
            beneath.close()
            write_above(database, loaded, top.id)
        else:
            compile_pack(loaded, database, pages=False)
        store = Store(database)
        store.folder = os.pathsep.join(named) or None
    return store


def _is_current(store: Store) -> bool:
    """Whether what is below the packs that were named is as it was when they were compiled. The name of the
    file cannot say so: what they extend stands in their files, which a look-up does not read."""
    from .fingerprint import state_below

    beneath = store.database.execute("SELECT folder, state FROM layer WHERE state IS NOT NULL")
    return all(state_below(os.fsdecode(folder)) == state for folder, state in beneath)


def _open(path: str) -> Store | None:
    """The store in a file, or None if there is no such file or it is not a whole one of ours."""
    try:
        # A full check (`PRAGMA integrity_check`) would read the whole file on every look-up; the size costs
        # one call.
        if os.stat(path).st_size % PAGE:  # SQLite would take the rest of a page that was cut off for zeros
            return None
    except (OSError, ValueError):
        return None
    # SQLite parses a `file:` URI. `urllib` is imported only where the path needs quoting, which is rare.
    if any(char in path for char in "?#%\\") or not path.isascii():
        from urllib.parse import quote

        path = quote(os.fsencode(path))
    try:
        # `immutable`: no locks and no look for a journal. It holds because a compiled pack is replaced by
        # rename and never written in place.
        database = sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, isolation_level=None, cached_statements=STATEMENTS
        )
    except sqlite3.Error:
        return None
    try:
        return Store(database)
    except sqlite3.Error:
        database.close()
        return None


def cached_path(*folders: str) -> str | None:
    """Where the packs in some folders are compiled to, whether they were or not; None without a home."""
    cache = paths.cache_dir()
    if not cache:
        return None
    # Imported here: the pack that an installed program carries needs no fingerprint.
    from .fingerprint import fingerprint

    return os.path.join(cache, f"{fingerprint(folders)}.db")


def _compile(folders: tuple[str, ...], cached: str | None, step: Step) -> Store:
    from pathlib import Path

    # The one import of authoring below the front ends, and only where a file is missing: it loads pydantic,
    # about 110 ms.
    from cstoref.authoring.compiled_pack import read_while_compiled
    from cstoref.authoring.stack import members

    from .compile import compile_pack
    from .fingerprint import state_below

    named = [Path(folder) for folder in folders]
    stack = [str(member.folder) for member in members(named)]
    # Before they are read: what changes meanwhile must not look as if it had been.
    states = [None if folder in folders else state_below(folder) for folder in stack]

    # What is wrong with the sources and records of a pack of usual size shows before anything is made in the
    # cache folder.
    begun = [read_while_compiled(named, step)]

    def fill(database: sqlite3.Connection) -> None:
        # It can be gone through once: where the disk was full, it is begun anew for memory.
        pack = begun.pop() if begun else read_while_compiled(named, step)
        compile_pack(pack, database, step)
        database.executemany(
            "UPDATE layer SET folder = ?, state = ? WHERE position = ?",
            [(os.fsencode(folder), states[at], at) for at, folder in enumerate(stack)],
        )

    if cached:
        try:
            write(cached, fill)
        except (OSError, sqlite3.Error):
            pass  # an unwritable or full disk: memory will do
        else:
            store = _open(cached)
            if store is not None:
                _forget_older(cached)
                return store
    database = sqlite3.connect(":memory:", isolation_level=None)
    fill(database)
    return Store(database)


def write(path: str, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make a database beside `path`, fill it, and rename it to `path`. Raises OSError or sqlite3.Error; then
    nothing is left beside it."""
    import tempfile

    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    # In the same folder, because a rename is atomic only within one file system.
    handle, aside = tempfile.mkstemp(prefix=paths.BEGUN, suffix=".db", dir=folder)
    os.close(handle)
    try:
        database = sqlite3.connect(aside, isolation_level=None)
        try:
            fill(database)
        finally:
            database.close()
        # Without this a crash of the machine after the rename could leave an empty file under the final name.
        with open(aside, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(aside, path)
    except BaseException:
        # Ctrl-C too: nothing half-made may stay in the folder.
        os.unlink(aside)
        raise


def forget_opened() -> bool:
    """Remove the compiled packs of the cache folder that this process has read, one of which may be damaged;
    whether there was any. Those of other packs stay."""
    forgotten = False
    for path in _READ:
        try:
            os.unlink(path)
            forgotten = True
        except OSError:
            pass  # what cannot be removed is read again, and reported again
    _READ.clear()
    return forgotten


def _is_compiled(entry: os.DirEntry[str]) -> bool:
    """Whether the program made a file of the cache folder, in which a user may have files too."""
    return paths.is_compiled(entry.name) and entry.is_file(follow_symlinks=False)


def _forget_older(kept: str, most: int = 8) -> None:
    """Leave the newest few compiled packs in the cache folder, and nothing of runs that were killed."""
    import time

    folder = os.path.dirname(kept)
    try:
        entries = [entry for entry in os.scandir(folder) if _is_compiled(entry)]
        entries.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
        # A temporary file may belong to another run that is compiling at this moment: it goes only when it is
        # old.
        whole = [entry for entry in entries if not entry.name.startswith(paths.BEGUN)]
        abandoned = time.time() - ABANDONED
        begun = [entry for entry in entries if entry.name.startswith(paths.BEGUN)]
        for entry in (*whole[most:], *(entry for entry in begun if entry.stat().st_mtime < abandoned)):
            os.unlink(entry.path)
    except OSError:
        pass  # another run may be doing the same
