"""What makes bundles: the lock holds what the project asks for, archives the same bytes, gaps are told."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import tomli
from packaging.requirements import Requirement

from release import archives, build, bundle, isolation, lock, wheels
from release.log import Failure, Teller
from release.questions import Answer, verdict
from release.targets import ROOT, TARGETS, Target, least_system, possible_pythons

LOCKED = lock.read()
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_the_lock_holds_what_the_project_asks_for(target: Target) -> None:
    pythons = lock.pythons(LOCKED, target)
    assert set(pythons) >= {"3.10", "3.11", "3.12", "3.13"}
    for python in pythons:
        here = {p.name: p.version for p in LOCKED[lock.CSTOREF] if p.wanted(target, python)}
        for wanted in map(Requirement, PROJECT["dependencies"]):
            assert here[wanted.name] in wanted.specifier


def test_the_lock_holds_hashes_and_no_address() -> None:
    text = lock.LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    found = [wheel for packages in LOCKED.values() for package in packages for wheel in package.wheels]
    assert found and all(re.fullmatch("[0-9a-f]{64}", wheel.sha256) for wheel in found)


def test_the_pip_that_pipx_asks_for_is_carried() -> None:
    (pip,) = [package for package in LOCKED[lock.SHARED] if package.name == "pip"]
    assert tuple(map(int, pip.version.split("."))) >= (26, 1)


def test_a_wheel_that_runs_everywhere_is_preferred() -> None:
    target = TARGETS["linux-x86_64"]
    names = (
        "x-1-cp311-cp311-manylinux2014_x86_64.whl",
        "x-1-py3-none-any.whl",
        "x-1-cp312-cp312-win_amd64.whl",
    )
    files = tuple(lock.Wheel(name, "") for name in names)
    assert lock.Package("x", "1", "", files).wheel(target, "3.11") == files[1]
    compiled = lock.Package("x", "1", "", (files[0], files[2]))
    assert compiled.wheel(target, "3.11") == files[0]
    assert compiled.wheel(target, "3.12") is None
    assert lock.missing((compiled,), target, "3.12") == ["x"]


def test_the_oldest_system_is_that_of_the_most_demanding_wheel() -> None:
    tags = ["any", "manylinux2014_x86_64.manylinux_2_28_x86_64", "manylinux_2_5_x86_64.manylinux1_x86_64"]
    assert least_system(iter(tags)) == (2, 17)
    assert least_system(iter(["any", "win_amd64"])) is None


@pytest.mark.parametrize("asked", ["2.7", "3.11 3.9"])
def test_a_python_without_wheels_is_told(asked: str) -> None:
    with pytest.raises(LookupError, match=r"has wheels for Python 3\.10, "):
        bundle.asked_pythons(asked, TARGETS["macos-arm64"])
    assert bundle.asked_pythons("3.12,3.11", TARGETS["macos-arm64"]) == ("3.11", "3.12")


def test_an_unknown_platform_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert bundle.main(["--platform", "amiga"]) == 1
    assert capsys.readouterr().err.startswith("bundle: no platform amiga; there are linux-x86_64, ")


@pytest.mark.parametrize("name", ["made.zip", "made.tar.gz"])
def test_an_archive_is_the_same_bytes_whenever_and_however_it_is_made(tmp_path: Path, name: str) -> None:
    made = []
    for at, mask in enumerate((0o022, 0o077)):
        before = os.umask(mask)
        try:
            folder = tmp_path / str(at) / "bundle"
            for path in ("b.txt", "a.py", "c/d.txt") if at else ("c/d.txt", "a.py", "b.txt"):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(path, encoding="utf-8")
                os.utime(folder / path, (at, at))
            archives.pack(folder, tmp_path / str(at) / name, 1_000_000_000)
        finally:
            os.umask(before)
        made.append(tmp_path / str(at) / name)
    assert made[0].read_bytes() == made[1].read_bytes()
    archives.unpack(made[0], tmp_path / "out")
    assert (tmp_path / "out" / "bundle" / "c" / "d.txt").read_text(encoding="utf-8") == "c/d.txt"


def test_the_one_file_of_pipx_runs(tmp_path: Path) -> None:
    wheel = tmp_path / "pipx-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("pipx/__init__.py", "")
        file.writestr("pipx/main.py", "def cli():\n    print('here')\n    return 7\n")
    archives.zipapp([wheel], tmp_path / "pipx.pyz", 0)
    done = subprocess.run([sys.executable, tmp_path / "pipx.pyz"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (7, "here\n")


def test_what_pip_cannot_bring_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(wheels, "KEPT", tmp_path / "kept")
    package = lock.Package("thing", "1", "", (lock.Wheel("thing-1-py3-none-any.whl", "0" * 64),))
    for said, error in (("ERROR: no network", wheels.NotFetched), ("… DO NOT MATCH THE HASHES", LookupError)):
        failed = subprocess.CompletedProcess([], 1, "", said)
        monkeypatch.setattr(subprocess, "run", lambda *_, failed=failed, **__: failed)
        with pytest.raises(error, match=r"what (pip|it) said"):
            wheels.fetch([package], TARGETS["linux-x86_64"], ["3.11"], tmp_path / "house")


def test_the_version_is_that_of_the_package() -> None:
    from cstoref import __version__

    assert build.version() == __version__
    assert possible_pythons()[0] == PROJECT["requires-python"].removeprefix(">=")


def test_answers_that_differ_or_fail_are_named() -> None:
    model = [Answer("a", 0, "1", ""), Answer("b", 1, "", "")]
    assert verdict(model[:1], model[:1]) == ""
    assert verdict([Answer("a", 0, "2", ""), model[1]], model) == "differs in a; fails in b"


def test_what_is_left_out_is_told_or_fails(capsys: pytest.CaptureFixture[str]) -> None:
    Teller().left_out("this")
    assert capsys.readouterr().out == "  left out: this\n"
    with pytest.raises(Failure, match="this"):
        Teller(strict=True).left_out("this")


def test_where_no_namespace_can_be_made_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isolation.best() in (*isolation.WAYS, isolation.NONE)
    monkeypatch.setattr(isolation, "WAYS", (isolation.Way("none", ("a-command-that-is-not-there",)),))
    assert isolation.best() == isolation.NONE


WITHOUT_ARROW = {"parquet": {"macos-arm64": 6, "macos-x86_64": 6}}
"""For how many versions of Python an extra has no wheels: those of pyarrow need a later macOS, or come later
than Python."""


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
@pytest.mark.parametrize("extra", lock.EXTRAS)
def test_the_lock_holds_what_an_extra_asks_for_beside_the_rest(extra: str, target: Target) -> None:
    pythons = lock.pythons(LOCKED, target, extra)
    known = 1 if extra == "parquet" else 0
    gaps = WITHOUT_ARROW.get(extra, {}).get(target.name, known)
    assert len(lock.pythons(LOCKED, target)) - len(pythons) == gaps
    for python in pythons:
        order = bundle.Order(target, (python,), Path("cstoref-1-py3-none-any.whl"), 0, extra)
        here = [package for package in order.packages(LOCKED) if package.wanted(target, python)]
        versions = {package.name.replace("-", "_"): package.version for package in here}
        assert len(versions) == len(here)  # one version of each
        for wanted in map(Requirement, PROJECT["optional-dependencies"][extra]):
            assert versions[wanted.name.replace("-", "_")] in wanted.specifier
        assert order.name == f"cstoref-offline-1-{target.name}-{extra}"
        assert order.asked == f"cstoref[{extra}]==1"


def test_an_unknown_extra_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert bundle.main(["--with", "export"]) == 1
    assert capsys.readouterr().err == "bundle: no extra export; there is import, parquet, web\n"
