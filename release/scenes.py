"""What happens on a machine without a network, scene by scene; each raises Failure if it goes wrong."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from .install import HOUSE, SUMS
from .log import must
from .machine import Machine, unpack
from .person import DATA, SETTINGS, must_keep, own
from .questions import Answer, answers, verdict
from .targets import ROOT

RUN = "from cstoref.cli.main import command; command()"


class Bundles(NamedTuple):
    """The archives: of this version, of an older one, and for another platform."""

    new: Path
    old: Path
    foreign: Path


def _refused(machine: Machine, bundle: Path, *words: str) -> str:
    """The installer says why not in one sentence with these words, and changes nothing; returns it."""
    before = machine.files()
    done = machine.install(bundle, code=1)
    sentence = done.err.removesuffix("\n")
    must(sentence.startswith("install.py: ") and "\n" not in sentence, f"not one sentence: {done.err}")
    must(all(word in sentence for word in words), f"it does not say {words}: {sentence}")
    must(machine.files() == before, "a refused bundle has changed the home")
    return sentence


def damaged(machine: Machine, bundles: Bundles) -> list[str]:
    """damage is refused: a changed, a missing, an added file, a list cut off"""
    wheel = "anyascii"

    def changed(folder: Path) -> None:
        (path,) = (folder / HOUSE).glob(f"{wheel}*")
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)

    def missing(folder: Path) -> None:
        (path,) = (folder / HOUSE).glob(f"{wheel}*")
        path.unlink()

    def added(folder: Path) -> None:
        (folder / HOUSE / f"{wheel}-9-py3-none-any.whl").write_bytes(b"")

    def cut_off(folder: Path) -> None:
        (folder / SUMS).write_text((folder / SUMS).read_text(encoding="utf-8")[:100], encoding="utf-8")

    cases: tuple[tuple[Callable[[Path], None], str], ...] = (
        (changed, wheel),
        (missing, wheel),
        (added, wheel),
        (cut_off, SUMS),
    )
    said = []
    for damage, named in cases:
        folder = unpack(bundles.new, machine.folder / "damaged")
        damage(folder)
        said.append(_refused(machine, folder, named))
    return said


def foreign(machine: Machine, bundles: Bundles) -> list[str]:
    """a bundle for another platform is refused"""
    folder = unpack(bundles.foreign, machine.folder / "foreign")
    target = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))["platform"]
    return [_refused(machine, folder, f"is for {target}", "this machine is")]


def wrong_python(machine: Machine, bundles: Bundles) -> list[str]:
    """a Python that the bundle has nothing for is refused"""
    folder = unpack(bundles.new, machine.folder / "damaged")
    manifest = folder / "bundle.json"
    facts = {**json.loads(manifest.read_text(encoding="utf-8")), "pythons": ["3.99"]}
    manifest.write_text(json.dumps(facts), encoding="utf-8")
    shutil.copyfile(_listed(folder), folder / SUMS)
    return [_refused(machine, folder, "CPython 3.99", "is none of these")]


def _listed(folder: Path) -> Path:
    """The list of files with the manifest's hash as it is now."""
    from .wheels import digest

    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.endswith("  bundle.json")]
    path = folder.parent / "sums"
    path.write_text(
        "\n".join([*kept, f"{digest(folder / 'bundle.json')}  bundle.json"]) + "\n", encoding="utf-8"
    )
    return path


def check_only(machine: Machine, bundle: Path) -> None:
    """Everything is checked, nothing is changed."""
    before = machine.files()
    done = machine.install(bundle, "--check-only")
    must("Nothing was changed" in done.out, done.out)
    must(machine.files() == before, "--check-only has changed the home")


def installed(machine: Machine, bundle: Path, version: str) -> None:
    """The installer does its work and says where the command is; the command answers."""
    done = machine.install(bundle)
    must(str(machine.command) in done.out and "is on PATH" in done.out, done.out)
    answer = machine.run("cstoref", "--version").out
    must(answer.startswith(f"cstoref {version}, edition "), answer)


def upgraded(machine: Machine, bundle: Path, version: str, mine: Mapping[str, str]) -> None:
    """The new version is there, and what is the person's own is untouched."""
    installed(machine, bundle, version)
    must_keep(machine, mine)


def looked_up(machine: Machine) -> None:
    """Every answer is that of the checkout, to the letter."""
    home = machine.folder / "home of the checkout"
    home.mkdir(exist_ok=True)
    model = answers([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {RUN}"], home)
    asked = [Answer(one.question, *machine.run("cstoref", *one.question.split())) for one in model]
    must(not verdict(asked, model), verdict(asked, model))


def uninstalled(machine: Machine, bundle: Path, at_first: Mapping[str, str]) -> None:
    """What is the person's own is left, and it is said where; a bundled pipx is gone too."""
    mine = own(machine)
    said = machine.install(bundle, "--uninstall").out
    left = machine.files()
    must_keep(machine, mine)
    for folder in (DATA, SETTINGS.parent):
        must((str(machine.home / folder) in said) == (machine.home / folder).is_dir(), said)
    above = {str(parent) for path in mine for parent in Path(path).parents}
    more = left.keys() - at_first.keys() - mine.keys() - above
    if machine.pipx != "bundled":
        more = {path for path in more if "cstoref" in path}
    must(not more, f"left behind: {sorted(more)}")


def watched(machine: Machine) -> None:
    """A connection that is tried is seen: the trace is not blind."""
    tries = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    machine.run(machine.python, "-c", tries)
    must(len(machine.connections()) == 1, "a connection that was tried was not seen")
    machine.forget()


def unconnected(machine: Machine) -> None:
    """No connection to another machine was tried."""
    tried = machine.connections()
    must(not tried, "connections were tried:\n" + "\n".join(tried[:9]))
