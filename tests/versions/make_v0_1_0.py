"""Writes what a user of version 0.1.0 has, by that version: how `v0_1_0/` was made. Not a test.

git archive COMMIT_OF_0.1.0 | tar x -C OLD
cd OLD && python …/make_v0_1_0.py …/v0_1_0
"""

from __future__ import annotations

import lzma
import os
import shutil
import sys
import zipfile
from pathlib import Path

OLD = Path.cwd()
OUT = Path(sys.argv[1]).resolve()
NAMES = ("cache", "data", "config")
READER = ("__init__", "paths", "visible", "named", "dates", "user/*")
"""The modules of 0.1.0 that read and write what a user keeps: enough to try a downgrade."""


def main() -> None:
    """Write everything."""
    sys.path[:0] = [str(OLD)]
    for name in NAMES:
        os.environ[f"XDG_{name.upper()}_HOME"] = str(OUT / name)
        shutil.rmtree(OUT / name, ignore_errors=True)
    from cstoref import __version__
    from cstoref.cli.main import main as cstoref
    from cstoref.store.cache import open_store
    from tests.small_pack import write_small_pack

    assert __version__ == "0.1.0" and str(OLD) in sys.modules["cstoref"].__file__  # type: ignore[operator]
    pack = write_small_pack(OUT / "pack")
    open_store(str(pack)).close()
    (compiled,) = (OUT / "cache" / "cstoref").glob("*.db")
    (OUT / "pack.db.xz").write_bytes(lzma.compress(compiled.read_bytes()))
    shutil.rmtree(OUT / "cache")
    assert cstoref(["pin", "pact/signed/anna", "pact/signed/boris", "--pack", str(pack)]) == 0
    assert cstoref(["pin", "crrf-agreement/refused/belarus-june-2009"]) == 0
    keep()
    shutil.rmtree(OUT / "cache")
    settings()
    reader()


def keep() -> None:
    """What the explorer keeps, for the built-in pack and for the person's own."""
    from cstoref.tui.state import ViewState  # type: ignore[import-not-found]
    from cstoref.user.keeping import Keeping  # type: ignore[import-not-found]
    from cstoref.user.session import taken  # type: ignore[import-not-found]

    for id, edition, record in (("csto", "2026.11", "belarus"), ("small", "1", "pact")):
        kept = Keeping(id, edition)
        kept.toggle_bookmark(record)
        kept.toggle_bookmark("an-id-that-is-gone")
        kept.put_note(record, "a line\n\nanother line, Лукашенко [sic] \x1b[31m")
        kept.put_note("an-id-that-is-gone", "kept all the same")
        kept.opened("russia" if id == "csto" else "anna", record)
        kept.leave(taken(ViewState(section="member", record=record, pane="record", as_of="2009-06-14")))
        assert kept.take_news() == ()


def settings() -> None:
    """Every setting that 0.1.0 has."""
    file = OUT / "config" / "cstoref" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(
        'theme = "light"\nmouse = false\nanimation = false\nrestore = true\nas_of = "2009-06"\n'
        '[keys]\nfind = ["slash", "ctrl+f"]\n',
        encoding="utf-8",
    )


def reader() -> None:
    """The modules with which 0.1.0 reads what is kept, as an archive that Python can import from."""
    with zipfile.ZipFile(OUT / "user.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for pattern in READER:
            for path in sorted((OLD / "cstoref").glob(f"{pattern}.py")):
                about = zipfile.ZipInfo(path.relative_to(OLD).as_posix(), (2026, 11, 23, 0, 0, 0))
                archive.writestr(about, path.read_bytes(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
