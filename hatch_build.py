"""Puts into the wheel what is not code: the pack with its compiled file, the manual page, completion."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class PackHook(BuildHookInterface[Any]):
    """Compiles the pack and writes the completion files when a wheel is built; an editable install reads the
    checkout itself."""

    PLUGIN_NAME = "custom"
    _folder = ""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add to the wheel what it has beside the code. Raises PackError if the pack does not verify."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT))
        self._folder = tempfile.mkdtemp()
        self._add_pack(build_data["force_include"])
        self._add_for_the_system(build_data["shared_data"])

    def _add_pack(self, include: dict[str, str]) -> None:
        """The built-in pack: its TOML, its texts, and the compiled file that look-ups read."""
        from cstoref.authoring.load import load
        from cstoref.store.compile import compile_pack

        compiled = Path(self._folder) / "pack.db"
        database = sqlite3.connect(compiled, isolation_level=None)
        compile_pack(load(ROOT), database)
        database.close()
        include[str(compiled)] = "cstoref/_pack/pack.db"
        for folder, suffix in (("data", "toml"), ("corpus", "txt")):
            for path in sorted((ROOT / folder).glob(f"*.{suffix}")):
                include[str(path)] = f"cstoref/_pack/{folder}/{path.name}"

    def _add_for_the_system(self, share: dict[str, str]) -> None:
        """What man and shells look for below the folder in which programs are installed."""
        from cstoref.cli.completion import INSTALLED, SCRIPTS

        for shell, place in INSTALLED.items():
            script = Path(self._folder) / shell
            script.write_text(SCRIPTS[shell], encoding="utf-8", newline="\n")
            share[str(script)] = place
        share[str(ROOT / "docs" / "cstoref.1")] = "share/man/man1/cstoref.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what the archive holds by now."""
        if self._folder:
            shutil.rmtree(self._folder)
