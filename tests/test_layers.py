"""Imports go one way: the table of docs/architecture.md, held by reading the imports of every module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cstoref"
FACES = {"cli", "plain", "tui"}
ABOVE_MODEL = {
    "authoring": set[str](),
    "store": {"authoring"},
    "user": set[str](),
    "render": set[str](),
    "export": set[str](),
    "citing": {"render"},
    "assistant": {"store", "export", "citing"},
    "intake": {"authoring", "store", "user", "export"},
    "session": {"store", "user", "render", "export", "citing", "intake"},
    "site": {"store", "render", "export", "session"},
    "plain": {"session", "store", "user", "render"},
    "cli": {
        *("authoring", "store", "user", "render", "export", "citing", "session", "plain", "tui", "intake"),
        *("assistant", "site", "web"),
    },
    "web": set[str](),
    "tui": {"session", "store", "user", "render"},
}
"""What each package above `model` may import beside `model` and what `model` may import."""
LIBRARIES = {
    "sqlite3": {"store", "export"},
    "_sqlite3": {"store"},
    "pydantic": {"authoring"},
    "tomli": {"authoring", "user"},
    "textual": {"tui"},
    "rich": {"tui"},
    "trafilatura": {"intake"},
    "pypdf": {"intake"},
    "pyarrow": {"export"},
    "aiohttp": {"web"},
    "anyascii": {"fold"},
    "argparse": {"cli"},
}
"""Which packages may import what is heavy, or has a package of its own."""


class Import(NamedTuple):
    """One import as it is written: by which module, of what, where, and whether it ever runs."""

    module: str
    of: str
    line: int
    in_function: bool
    for_types: bool

    @property
    def package(self) -> str:
        return _package(self.module)

    def __str__(self) -> str:
        return f"{self.module.replace('.', '/')}.py:{self.line} imports {self.of}"


def _package(module: str) -> str:
    """`cstoref.store.cache` stands in the package `store`, `cstoref.dates` is a package of its own."""
    return module.split(".")[1] if "." in module else ""


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def imports_in(source: str, module: str, is_package: bool = False) -> Iterator[Import]:
    """Every import of a module, relative ones written out."""
    package = module.split(".") if is_package else module.split(".")[:-1]

    def walk(node: ast.AST, in_function: bool, for_types: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            typed = for_types or (_for_types(node) and child in getattr(node, "body", ()))
            inside = in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            for name in _names(child, package):
                yield Import(module, name, getattr(child, "lineno", 0), in_function, typed)
            yield from walk(child, inside, typed)

    return walk(ast.parse(source), False, False)


def _module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module_of(path) for path in PACKAGE.rglob("*.py")}


def _names(node: ast.AST, package: list[str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    above = package[: len(package) - node.level + 1] if node.level else []
    base = ".".join([*above, *([node.module] if node.module else [])])
    named = [f"{base}.{alias.name}" for alias in node.names]
    return [name if name in MODULES or base in ("cstoref", "") else base for name in named]


def every_import() -> list[Import]:
    found: list[Import] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found += imports_in(path.read_text(encoding="utf-8"), _module_of(path), parts[-1] == "__init__")
    return found


def packages_in_the_table() -> list[list[str]]:
    """The packages that docs/architecture.md lists, row by row; the first row are those below `model`."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = text.split("## Packages")[1].split("\n## ")[0]
    heads = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    return [re.findall(r"`(\w+)`", head) for head in heads]


def may_import() -> dict[str, set[str]]:
    """Package to the packages it may import."""
    lowest = set(packages_in_the_table()[0])
    table = dict.fromkeys(lowest, lowest) | {"model": lowest}
    return table | {package: {package, "model", *lowest, *others} for package, others in ABOVE_MODEL.items()}


IMPORTS = every_import()
OURS = [one for one in IMPORTS if one.of.startswith("cstoref.") and not one.of.startswith("cstoref.__")]


def test_the_reader_of_imports_sees_all_of_them() -> None:
    source = (
        "from __future__ import annotations\nimport os.path, re\nfrom . import pages\nfrom .pages import x\n"
        "from cstoref import dates\nfrom cstoref.cli.main import main\n"
        "if TYPE_CHECKING:\n    from ..tui import app\ndef f():\n    import json\n"
    )
    found = [(one.of, one.in_function, one.for_types) for one in imports_in(source, "cstoref.store.lists")]
    assert found == [
        ("__future__", False, False),
        ("os.path", False, False),
        ("re", False, False),
        ("cstoref.store.pages", False, False),
        ("cstoref.store.pages", False, False),
        ("cstoref.dates", False, False),
        ("cstoref.cli.main", False, False),
        ("cstoref.tui.app", False, True),
        ("json", True, False),
    ]


def test_the_table_lists_every_room() -> None:
    listed = [package for row in packages_in_the_table() for package in row]
    packages = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert packages - {"__init__", "__main__"} == set(listed)
    assert len(listed) == len(set(listed))


def test_imports_go_the_way_of_the_table() -> None:
    table = may_import()
    wrong = [
        str(one)
        for one in OURS
        if not one.for_types and one.package != "__main__" and _package(one.of) not in table[one.package]
    ]
    assert wrong == []


def test_not_even_a_type_of_a_face_is_known_below_it() -> None:
    assert [
        str(one) for one in OURS if _package(one.of) in FACES and one.package not in (*FACES, "__main__")
    ] == []


def test_authoring_is_called_by_the_store_only_where_a_missing_file_is_compiled() -> None:
    calls = [
        one
        for one in OURS
        if one.package == "store" and _package(one.of) == "authoring" and not one.for_types
    ]
    assert {(one.module, one.in_function) for one in calls} == {("cstoref.store.cache", True)}


def test_the_explorer_is_imported_by_the_command_line_only_inside_a_function() -> None:
    calls = [one for one in OURS if one.package == "cli" and _package(one.of) == "tui" and not one.for_types]
    assert calls
    assert [str(one) for one in calls if not one.in_function] == []


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_a_library_is_imported_only_in_its_rooms(library: str) -> None:
    users = [one for one in IMPORTS if one.of.split(".")[0] == library]
    assert {one.package for one in users} & LIBRARIES[library]
    assert [str(one) for one in users if one.package not in LIBRARIES[library]] == []


def cycles_in(imports: list[Import]) -> set[tuple[str, ...]]:
    """The modules that import each other, directly or by way of others: each set of them in order.

    Imports inside a function count, and those for types: who reads one file must not need the other.
    """
    below: dict[str, set[str]] = {module: set() for module in MODULES}
    for one in imports:
        if one.of in MODULES and one.of != one.module:
            below[one.module].add(one.of)
    reached = {module: _reached(module, below) for module in below}
    return {
        tuple(sorted({module, *(other for other in reached[module] if module in reached[other])}))
        for module in below
        if module in reached[module]
    }


def _reached(module: str, below: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        for other in below[waiting.pop()] - reached:
            reached.add(other)
            waiting.append(other)
    return reached


def test_no_two_files_import_each_other() -> None:
    assert cycles_in(IMPORTS) == set()


def test_a_cycle_by_way_of_other_files_is_seen() -> None:
    first, second, third = "cstoref.dates", "cstoref.fold", "cstoref.paths"
    ring = [
        Import(first, second, 1, in_function=True, for_types=False),
        Import(second, third, 1, in_function=False, for_types=True),
        Import(third, first, 1, in_function=False, for_types=False),
    ]
    assert cycles_in(ring) == {(first, second, third)}
    assert cycles_in(ring[:2]) == set()


def test_few_modules_are_named_after_what_is_done() -> None:
    doing = sorted(module for module in MODULES if module.endswith("ing") and not module.endswith("string"))
    assert len(doing) <= len(MODULES) * 0.04
    assert [module for module in doing if module.split(".")[1] in ("session", "tui", "plain")] == []
