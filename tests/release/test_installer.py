"""The installer refuses what does not fit, each with a sentence, and lets nothing lead it to an index."""

from __future__ import annotations

import ast
import json
import platform
import shutil
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from release import install
from release.install import HOUSE, SUMS, Refusal
from release.targets import TARGETS, this_target

MINOR = f"{sys.version_info[0]}.{sys.version_info[1]}"
WHEEL = f"{HOUSE}/thing-1-py3-none-any.whl"
Bundle = Callable[..., Path]


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    """Makes an unpacked bundle for this machine, but for the facts that are given."""

    def make(**facts: object) -> Path:
        here = this_target()
        said = {"name": "thing", "version": "1", "platform": here.name, "system": here.system}
        said |= {"wheel": "", "pip": ""}
        more: dict[str, object] = {
            "machines": here.machines,
            "libc": here.libc,
            "least": None,
            "pythons": [MINOR],
        }
        files = {name: name for name in (*install.PARTS, WHEEL)}
        files["bundle.json"] = json.dumps({**said, **more, **facts})
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        sums = "".join(f"{sha256(text.encode()).hexdigest()}  {name}\n" for name, text in files.items())
        (tmp_path / SUMS).write_text(sums, encoding="utf-8")
        return tmp_path

    return make


def test_it_can_be_read_by_an_old_python() -> None:
    ast.parse(Path(install.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_what_was_packed_is_taken(bundle: Bundle) -> None:
    facts = install.read_bundle(bundle())
    assert MINOR in install.check_python(facts)
    assert facts["system"] in install.check_machine(facts)


def test_what_a_file_manager_left_is_no_damage(bundle: Bundle) -> None:
    folder = bundle()
    (folder / HOUSE / ".DS_Store").write_bytes(b"")
    assert install.read_bundle(folder)


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        (WHEEL, b"other", f"{WHEEL} is not as it was packed"),
        (WHEEL, None, f"{WHEEL} is missing"),
        (f"{HOUSE}/pip-99-py3-none-any.whl", b"", "is no part of it"),
        ("install.py", b"", "install.py is not as it was packed"),
        (SUMS, b"", "not a whole bundle"),
        (SUMS, b"\xff\xfe", "not a whole bundle"),
        (SUMS, None, "not a whole bundle"),
    ],
)
def test_damage_is_refused(
    bundle: Bundle, capsys: pytest.CaptureFixture[str], path: str, content: bytes | None, told: str
) -> None:
    folder = bundle()
    (folder / path).unlink() if content is None else (folder / path).write_bytes(content)
    assert install.main([], folder) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("install.py: ") and told in said.err and said.err.count("\n") == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"system": "Plan 9"},
        {"machines": ["pdp11"]},
        {"libc": "newlib"},
        {"least": [999, 0]},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_a_bundle_for_another_machine_is_refused(bundle: Bundle, facts: dict[str, Any]) -> None:
    if "least" in facts and this_target().system == "Windows":
        pytest.skip("there is no oldest Windows")
    with pytest.raises(Refusal, match=r"this machine (is|has) "):
        install.check_machine(install.read_bundle(bundle(**facts)))


def test_another_python_is_refused_and_one_that_fits_is_named(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = install.read_bundle(bundle(pythons=["3.98", "3.99"]))
    monkeypatch.setattr(shutil, "which", lambda name: "/x" if name == "python3.98" else None)
    monkeypatch.setattr(sys, "argv", ["/folder/install.py"])
    with pytest.raises(Refusal, match=r"for CPython 3\.98, 3\.99; .* Type: python3\.98 install\.py$"):
        install.check_python(facts)


def test_another_implementation_is_refused(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "python_implementation", lambda: "PyPy")
    with pytest.raises(Refusal, match="is another implementation"):
        install.check_python(install.read_bundle(bundle()))


def test_no_setting_of_the_person_leads_to_an_index(tmp_path: Path) -> None:
    theirs = {
        "PIP_INDEX_URL": "x", "pip_extra_index_url": "x", "PIP_REQUIRE_HASHES": "1", "UV_INDEX": "x",
        "PYTHONPATH": "x", "PIPX_DEFAULT_PYTHON": "x", "PIPX_HOME": "/kept", "PATH": "/bin",
    }  # fmt: skip
    env = install.cut_off(tmp_path / "a blank", theirs)
    assert "x" not in env.values()
    assert (env["PIPX_HOME"], env["PATH"], env["PIP_NO_INDEX"]) == ("/kept", "/bin", "1")
    assert env["PIP_FIND_LINKS"].startswith("file://") and " " not in env["PIP_FIND_LINKS"]


def test_every_target_is_another_machine_but_one(bundle: Bundle) -> None:
    fits = []
    for target in TARGETS.values():
        facts = bundle(system=target.system, machines=target.machines, libc=target.libc)
        try:
            install.check_machine(install.read_bundle(facts))
        except Refusal:
            continue
        fits.append(target)
    assert fits == [this_target()]


def test_where_to_type_the_command_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command, other = tmp_path / "bin" / "thing", tmp_path / "other" / "thing"
    for path in (command, other):
        path.parent.mkdir()
        path.write_text("#!/bin/sh\necho thing 1\n", encoding="utf-8")
        path.chmod(0o755)
    told = []
    for folders in ([command], [other, command], []):
        monkeypatch.setenv("PATH", ":".join([*(str(path.parent) for path in folders), "/usr/bin:/bin"]))
        install.tell_where(command)
        told.append(capsys.readouterr().out)
    assert "is on PATH, so just type: thing" in told[0]
    assert f"{other} stands before it" in told[1]
    assert "not on PATH yet" in told[2] and f"PATH={command.parent}:" in told[2]
