"""Puts the built-in pack into the wheel: its TOML, its texts, and the compiled file that look-ups read."""

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
    """Compiles the pack when a wheel is built; an editable install reads the checkout itself."""

    PLUGIN_NAME = "custom"
    _folder = ""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the pack's files and the compiled pack to the wheel. Raises PackError if it does not verify."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT))
        from cstoref.authoring.load import load
        from cstoref.store.compile import compile_pack

        self._folder = tempfile.mkdtemp()
        compiled = Path(self._folder) / "pack.db"
        database = sqlite3.connect(compiled, isolation_level=None)
        compile_pack(load(ROOT), database)
        database.close()
        include = build_data["force_include"]
        include[str(compiled)] = "cstoref/_pack/pack.db"
        for folder, suffix in (("data", "toml"), ("corpus", "txt")):
            for path in sorted((ROOT / folder).glob(f"*.{suffix}")):
                include[str(path)] = f"cstoref/_pack/{folder}/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what the archive holds by now."""
        if self._folder:
            shutil.rmtree(self._folder)
