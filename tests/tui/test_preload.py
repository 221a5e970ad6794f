"""An installation may be replaced or removed while the explorer is open: nothing is loaded any more."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cstoref.tui.preload import PACKAGES, module_names

ROOT = Path(__file__).parents[2]
NEVER_AFTERWARDS = {
    *("cstoref.store.compile", "cstoref.authoring.load", "cstoref.authoring.stack", "cstoref.tui.driver"),
    *("cstoref.authoring.compiled_pack", "cstoref.authoring.pack_stream"),
    *("cstoref.authoring.pack_tree", "pyarrow", "pyarrow.parquet"),
}
"""What is only needed to compile a pack, or before the explorer is open."""


def imports_in_functions() -> set[str]:
    """Modules that the packages of the explorer import inside functions, as absolute names."""
    found: set[str] = set()
    for package in PACKAGES:
        for path in (ROOT / "cstoref" / package).rglob("*.py"):
            parts = list(path.relative_to(ROOT).with_suffix("").parts)
            inside = parts[:-1]
            for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                    continue
                for node in ast.walk(function):
                    if isinstance(node, ast.ImportFrom):
                        above = inside[: len(inside) - node.level + 1] if node.level else []
                        found.add(".".join([*above, *([node.module] if node.module else [])]))
                    elif isinstance(node, ast.Import):
                        found.update(alias.name for alias in node.names)
    return found


def test_all_that_is_imported_later_is_loaded_in_advance() -> None:
    script = (
        "import sys\nfrom importlib import import_module\n"
        "from cstoref.tui.app import CstorefApp\nfrom cstoref.tui.preload import module_names\n"
        "for name in module_names(): import_module(name)\n"
        "print(*sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert imports_in_functions() - NEVER_AFTERWARDS - loaded == set()
    assert "pydantic" not in loaded


def test_the_names_are_those_of_modules() -> None:
    names = list(module_names())
    assert len(names) == len(set(names)) > 100
    assert "cstoref.tui.screens.choice" in names
    assert not any(name.startswith("cstoref.authoring") for name in names)


@pytest.mark.parametrize("level", ["1", "2"])
def test_commands_have_their_help_without_docstrings(level: str) -> None:
    script = "from cstoref.session.verbs import VERBS\nprint(*(verb.help for verb in VERBS), sep='\\n')"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONOPTIMIZE": level, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) > 50
    assert all(len(line.split()) > 2 for line in lines)
