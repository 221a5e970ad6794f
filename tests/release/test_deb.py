"""The Debian package: what it says of itself, what it carries, and the empty systems that it is tried in."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from release import lock, roots, vendored
from release.deb import metadata
from release.deb.package import ARCHITECTURES, main
from release.targets import TARGETS

Wheel = Callable[..., Path]
SAID = "Metadata-Version: 2.4\nName: {}\nVersion: 1\nLicense-Expression: MIT\n"


@pytest.fixture
def wheel(tmp_path: Path) -> Wheel:
    """Makes a wheel with a module, a licence, and the files that are given."""

    def make(name: str, tags: str = "py3-none-any", **more: str) -> Path:
        path = tmp_path / f"{name}-1-{tags}.whl"
        info = f"{name}-1.dist-info"
        files = {
            f"{name}/__init__.py": "",
            f"{info}/METADATA": SAID.format(name),
            f"{info}/RECORD": "",
            f"{info}/licenses/LICENSE": f"All rights to {name}.",
            f"{name}-1.data/data/share/man/man1/{name}.1": "page",
            f"{name}-1.data/data/etc/{name}": "settings",
            **{key.replace("__", "/"): text for key, text in more.items()},
        }
        with zipfile.ZipFile(path, "w") as archive:
            for key, text in files.items():
                archive.writestr(key, text)
        return path

    return make


def test_wheels_of_several_pythons_lie_side_by_side(wheel: Wheel, tmp_path: Path) -> None:
    wheels = [
        wheel("core", "cp311-cp311-linux_x86_64", core__a="1"),
        wheel("core", "cp313-cp313-linux_x86_64", core__b="2"),
    ]
    vendored.unpack(wheels, tmp_path / "lib", tmp_path / "share")
    files = {
        str(path.relative_to(tmp_path / "lib")) for path in (tmp_path / "lib").rglob("*") if path.is_file()
    }
    assert files == {"core/__init__.py", "core/a", "core/b", "core-1.dist-info/METADATA"}
    shared = [
        str(path.relative_to(tmp_path / "share"))
        for path in (tmp_path / "share").rglob("*")
        if path.is_file()
    ]
    assert shared == ["man/man1/core.1"]


def test_the_licence_of_every_package_and_of_what_is_compiled_into_it_is_given(wheel: Wheel) -> None:
    bill = '{"components": [{"name": "crate", "version": "2", "licenses": [{"expression": "Zlib"}]}]}'
    path = wheel("core", **{"core-1.dist-info__sboms__x.cyclonedx.json": bill})
    text = vendored.notices(vendored.licences([path]))
    assert "core 1: MIT" in text and "All rights to core." in text and "crate 2: Zlib" in text


def test_a_package_without_a_licence_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "core-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("core-1.dist-info/METADATA", SAID.format("core"))
    with pytest.raises(LookupError, match="by what it may be used"):
        vendored.licences([path])


def test_what_comes_before_a_version_sorts_before_it_in_debian_too() -> None:
    versions = ["0.9", "1.0.dev1", "1.0a1", "1.0b2", "1.0rc1", "1.0", "1.10"]
    said = [metadata.debian_version(version) for version in versions]
    # In Debian a tilde sorts before the end of a version.
    assert said == ["0.9", "1.0~dev1", "1.0~a1", "1.0~b2", "1.0~rc1", "1.0", "1.10"]


@pytest.mark.parametrize("platform", ARCHITECTURES)
def test_the_package_depends_on_the_pythons_it_has_wheels_for(platform: str) -> None:
    pythons = [one for one in lock.pythons(lock.read(), TARGETS[platform]) if one != "3.10"]
    text = metadata.control("1.0rc1", ARCHITECTURES[platform], pythons, 7)
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Version"] == "1.0~rc1" and fields["Installed-Size"] == "7"
    last = int(pythons[-1].split(".")[1])
    assert fields["Depends"].startswith(f"python3 (>= {pythons[0]}~), python3 (<< 3.{last + 1}~)")
    assert {"3.11", "3.13"} <= set(pythons), "what Debian 12 and 13 have"


def test_the_scripts_are_scripts() -> None:
    for text in (*metadata.SCRIPTS.values(), metadata.RTUPDATE):
        assert subprocess.run(["sh", "-n"], input=text, text=True).returncode == 0
        assert text.startswith("#!/bin/sh\nset -e\n")
    compile(metadata.COMMAND, "cstoref", "exec")


@pytest.mark.parametrize("platform", ["amiga", "windows-amd64", "musllinux-x86_64"])
def test_a_platform_without_debian_is_refused(platform: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--platform", platform]) == 1
    assert capsys.readouterr().err.startswith("deb: Debian packages are for linux-x86_64 and ")


STATUS = """\
Package: shell
Essential: yes
Status: install ok installed
Pre-Depends: libc (>= 2)

Package: libc
Status: install ok installed

Package: python
Status: install ok installed
Depends: missing | mawk:any (>= 1), awk

Package: mawk
Status: install ok installed
Provides: awk, editor (= 1)

Package: gone
Status: deinstall ok config-files
"""


def test_a_root_has_what_is_essential_or_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "status").write_text(STATUS, encoding="utf-8")
    monkeypatch.setattr(roots, "STATUS", tmp_path / "status")
    installed = roots._installed()
    assert set(installed) == {"shell", "libc", "python", "mawk"}
    assert set(roots._closure(installed, ["python"])) == {"python", "mawk", "shell", "libc"}
    assert set(roots._closure(installed, [])) == {"shell", "libc"}
    with pytest.raises(roots.NotMade, match="gone is not installed"):
        roots._closure(installed, ["gone"])


def test_where_there_is_no_debian_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roots, "STATUS", tmp_path / "none")
    with pytest.raises(roots.NotMade, match="no Debian"):
        roots.debian(tmp_path / "root", [])
