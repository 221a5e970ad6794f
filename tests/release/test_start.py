"""The installer starts on any Python, runs nothing that lies beside it, and says what can be pasted."""

from __future__ import annotations

import ast
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from release import install
from release.install import Refusal

from .test_installer import Bundle, bundle

__all__ = ["bundle"]
START = Path(install.__file__).with_name("start.py")
NEWER = (ast.JoinedStr, ast.AnnAssign, ast.AsyncFunctionDef, ast.Nonlocal, ast.NamedExpr, ast.Starred)
"""What Python 2.7 cannot read."""


def test_what_starts_it_can_be_read_by_the_oldest_python() -> None:
    for node in ast.walk(ast.parse(START.read_text(encoding="utf-8"))):
        assert not isinstance(node, NEWER)
        if isinstance(node, ast.FunctionDef):
            arguments = node.args
            assert node.returns is None and not arguments.kwonlyargs and not arguments.posonlyargs
            assert all(argument.annotation is None for argument in arguments.args)
        if isinstance(node, ast.ImportFrom):
            assert node.module != "__future__"
        assert not (isinstance(node, ast.Raise) and node.cause)
        assert not (isinstance(node, ast.Name) and node.id == "print")


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 7, 0)])
def test_an_old_python_is_told_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], version: tuple[int, ...]
) -> None:
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    started = runpy.run_path(str(START))
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit):
        started["main"]()
    said = capsys.readouterr().err
    assert said == f"install.py: it needs Python 3.8 or later; this is Python {version[0]}.{version[1]}.\n"


def start_in(folder: Path, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Start the installer of a bundle, as a person would in its folder."""
    shutil.copy(START, folder / "install.py")
    shutil.copy(install.__file__, folder / "installer.py")
    return subprocess.run(
        [sys.executable, "install.py", *words],
        cwd=folder,
        env={**os.environ, **changes},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("module", ["json", "os", "argparse", "platform", "pathlib", "typing"])
def test_a_foreign_module_beside_it_is_not_run(bundle: Bundle, module: str) -> None:
    folder = bundle()
    (folder / f"{module}.py").write_text("open('was-run', 'w').close()\n", encoding="utf-8")
    done = start_in(folder, "--check-only")
    assert not (folder / "was-run").exists()
    assert done.returncode == 1
    assert done.stderr.startswith("install.py: ") and done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["json.py", "wheelhouse/x.whl", "pip.conf", "cstoref/__init__.py"])
def test_what_is_no_part_of_the_bundle_is_refused_wherever_it_is(bundle: Bundle, name: str) -> None:
    folder = bundle()
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("", encoding="utf-8")
    with pytest.raises(Refusal, match="is no part of it"):
        install.read_bundle(folder)


def test_it_can_run_without_docstrings(bundle: Bundle) -> None:
    done = start_in(bundle(), "--help", PYTHONOPTIMIZE="2")
    assert done.returncode == 0
    assert install.DESCRIPTION.split(",")[0] in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has a line of its own")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "sh", ""])
@pytest.mark.parametrize("folder", ["/home/x/.local/bin", "/home/Анна б/it's $HOME/bin"])
def test_the_line_for_path_can_be_pasted(tmp_path: Path, shell: str, folder: str) -> None:
    line = install.to_path(Path(folder), shell)
    assert "\n" not in line
    if shell == "fish":
        assert line == "fish_add_path '" + folder.replace("'", "\\'") + "'"
        return
    env = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    now = subprocess.run(
        ["sh", "-c", f'{line} && printf %s "$PATH"'], env=env, capture_output=True, text=True, check=True
    )
    assert now.stdout == f"{folder}:/usr/bin:/bin"
    settings = {"bash": ".bashrc", "zsh": ".zshrc"}.get(shell, ".profile")
    script = f'. "$HOME/{settings}" && printf %s "$PATH"'
    later = subprocess.run(["sh", "-c", script], env=env, capture_output=True, text=True, check=True)
    assert later.stdout == f"{folder}:/usr/bin:/bin"


@pytest.mark.parametrize(
    ("written", "kept"), [("/home/anna/pip", True), ("/home/Анна/pip", False), ("import x  # Ж", True)]
)
def test_path_files_are_written_so_that_any_locale_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, kept: bool
) -> None:
    path = tmp_path / "venvs" / "thing" / "lib" / "python3" / "site-packages" / "pipx_shared.pth"
    path.parent.mkdir(parents=True)
    path.write_text(f"{written}\n", encoding="utf-8")
    install.write_path_files_in_ascii(tmp_path, "thing")
    content = path.read_bytes()
    if kept:
        assert content.decode() == f"{written}\n"
        return
    monkeypatch.setattr(sys, "path", list(sys.path))
    exec(content.decode("ascii"), {})
    assert sys.path[-1] == written
