"""The proof that cstoref installs where there is no network: `make test-offline`.

Builds bundles, enters a place without a network, and there does what a person would: installs with several
versions of pipx, looks things up, opens the explorer on a pseudo-terminal, upgrades, meets damage, removes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from . import debian, isolation, person, scenes
from .build import build, epoch, version
from .bundle import Order, bundle
from .install import this_python
from .interpreters import OWN, interpreters
from .lock import DEBIAN, NEWEST, Package, pythons, read
from .log import Failure, Teller
from .machine import Machine, can_trace, unpack
from .scenes import Bundles
from .targets import ROOT, TARGETS, this_target
from .wheels import NotFetched, fetch

PROOF = ROOT / "build" / "proof"
OLD = "0.0.9"
PARTS = (
    "cstoref",
    "data",
    "corpus",
    "docs",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    "NOTICE",
)
ENOUGH = 240
"""Seconds after which no further pipx or Python is begun with: a slow machine must end too."""


# Outside: everything that needs a network or a compiler of packs.


def prepare(asked: str, tell: Teller) -> None:
    """Build the bundles and the other versions of pipx into PROOF. Raises NotFetched."""
    # What an earlier proof has left must not make this one succeed.
    if PROOF.exists():
        shutil.rmtree(PROOF)
    PROOF.mkdir(parents=True)
    here, seconds = this_target(), int(epoch())
    versions = tuple(minor for minor in pythons(read(), here) if minor in _chosen(asked))
    with tell.step(f"wheel {version()}, and the same called {OLD}"):
        (new,) = build(PROOF / "new", kinds=("wheel",))
        (old,) = build(PROOF / "old", _older(PROOF / "source"), ("wheel",), {"SOURCE_DATE_EPOCH": epoch()})
    with tell.step(f"bundles for {here.name}, Python {' '.join(versions)}"):
        for wheel in (new, old):
            bundle(Order(here, versions, wheel, seconds), wheel.parent)
    foreign = TARGETS["windows-amd64" if here.system != "Windows" else "linux-x86_64"]
    with tell.step(f"a bundle for {foreign.name}"):
        bundle(Order(foreign, versions[:1], new, seconds), PROOF / "foreign")
    with tell.step("other versions of pipx"):
        for group, name in ((NEWEST, "newest"), (DEBIAN, "stand-in")):
            try:
                _other_pipx(read()[group], name)
            except (NotFetched, subprocess.CalledProcessError) as error:
                print(f"  no {name} pipx: {error}", flush=True)
        if not debian.INSTALLED.exists():
            debian.unpack(PROOF)


def _chosen(asked: str) -> dict[str, Path]:
    """The interpreters to try, by version: this one, and those asked for that are here."""
    return interpreters(dict.fromkeys([OWN, *asked.split()]))


def _older(source: Path) -> Path:
    """A copy of the checkout that calls itself by an older version."""
    source.mkdir()
    for name in PARTS:
        part = ROOT / name
        if part.is_dir():
            shutil.copytree(part, source / name, ignore=shutil.ignore_patterns("__pycache__", "_pack"))
        else:
            shutil.copyfile(part, source / name)
    named = source / "cstoref" / "__init__.py"
    named.write_text(named.read_text(encoding="utf-8").replace(version(), OLD), encoding="utf-8")
    return source


def _other_pipx(packages: Sequence[Package], name: str) -> None:
    """An environment with a version of pipx, for the Python that runs this."""
    found = fetch(packages, this_target(), [OWN], PROOF / "wheels" / name)
    environment = PROOF / name
    subprocess.run([this_python(), "-m", "venv", "--without-pip", environment], check=True)
    python = str(environment / "bin" / "python")
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*command, "--disable-pip-version-check", *found], check=True)


# Inside: nothing but what a person there has.


def inside(asked: str, tell: Teller) -> None:
    """Everything that is proved. Raises Failure."""
    trace = can_trace()
    print("every connection is traced by strace" if trace else "strace does not work here", flush=True)
    if not trace:
        tell.left_out("that no connection is tried was not traced")
    bundles = Bundles(*(_archive(name) for name in ("new", "old", "foreign")))
    first, *others = _chosen(asked).values()
    for minor in set(asked.split()) - _chosen(asked).keys():
        tell.left_out(f"Python {minor} is not on this machine")
    lives = [(name, pipx, first, _life) for name, pipx in _pipxes(tell).items()]
    lives += [("the bundled pipx", "bundled", python, _short_life) for python in others]
    for at, (name, pipx, python, live) in enumerate(lives):
        # The first life has proved the bundled pipx by then; what is left out is said and counted.
        if tell.seconds > ENOUGH:
            tell.left_out(f"{name} with {python}: this machine is too slow")
            continue
        print(f"{name}, {python}", flush=True)
        machine = Machine(PROOF / f"machine-{at}", python, pipx, trace)
        if at == 0:
            _refusals(machine, bundles, tell)
        live(machine, bundles, tell)
        if at == 0:
            _without_ensurepip(machine, bundles, tell)
        scenes.unconnected(machine)
        if trace:
            print("     no connection was tried by any of it", flush=True)


def _pipxes(tell: Teller) -> dict[str, str]:
    """The versions of pipx to try, as far as they run here, by name; each as the installer is told of it."""
    found = {"the bundled pipx": "bundled"}
    newest, stand_in = (PROOF / name / "bin" / "pipx" for name in ("newest", "stand-in"))
    theirs = next((path for path in (debian.INSTALLED, debian.command(PROOF)) if _runs(path)), None)
    if theirs is None:
        tell.left_out("Debian's package of pipx is not to be had here; the same version stands in for it")
    named = {
        "the newest pipx": newest,
        "Debian's pipx" if theirs else "a pipx like Debian's": theirs or stand_in,
    }
    for name, path in named.items():
        version = _runs(path)
        if version:
            found[f"{name}, {version}"] = str(path)
        else:
            tell.left_out(f"{name} does not run here")
    return found


def _runs(pipx: Path) -> str:
    """The version of a pipx; empty if it does not run."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PIPX_")}
    try:
        done = subprocess.run([pipx, "--version"], capture_output=True, text=True, env=env)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _archive(name: str) -> Path:
    (archive,) = [*(PROOF / name).glob("*.tar.gz"), *(PROOF / name).glob("*.zip")]
    return archive


def _refusals(machine: Machine, bundles: Bundles, tell: Teller) -> None:
    """What is refused, each with the sentence that says why."""
    refused: tuple[Callable[[Machine, Bundles], list[str]], ...]
    refused = (scenes.damaged, scenes.foreign, scenes.wrong_python)
    for scene in refused:
        with tell.step(scene.__doc__ or ""):
            said = scene(machine, bundles)
        print("\n".join(f"           {sentence}" for sentence in said), flush=True)


def _life(machine: Machine, bundles: Bundles, tell: Teller) -> None:
    """A machine from the first installation to the removal."""
    if machine.is_traced:
        scenes.watched(machine)
    at_first = machine.files()
    old, new = (
        unpack(bundles.old, machine.folder / "old bundle"),
        unpack(bundles.new, machine.folder / "bundle"),
    )
    with tell.step("--check-only changes nothing"):
        scenes.check_only(machine, new)
    with tell.step(f"{OLD}: from `python3 install.py` to a command that answers"):
        scenes.installed(machine, old, OLD)
    with tell.step("the explorer is drawn on a pseudo-terminal; a bookmark, a note and a pin are made"):
        mine = person.explored(machine)
    with tell.step(f"upgrade to {version()}; bookmarks, notes, pins, settings and packs are as they were"):
        scenes.upgraded(machine, new, version(), mine)
    with tell.step("look-ups answer as the checkout does; explorer, pins and pack find what was kept"):
        scenes.looked_up(machine)
        person.remembered(machine)
    with tell.step("uninstalled: nothing is left but what is the person's own, and it says where that is"):
        scenes.uninstalled(machine, new, at_first)


def _short_life(machine: Machine, bundles: Bundles, tell: Teller) -> None:
    """Installation, look-ups, removal."""
    at_first = machine.files()
    new = unpack(bundles.new, machine.folder / "bundle")
    with tell.step("from `python3 install.py` to a command that answers"):
        scenes.installed(machine, new, version())
    with tell.step("look-ups answer as the checkout does"):
        scenes.looked_up(machine)
    with tell.step("uninstalled"):
        scenes.uninstalled(machine, new, at_first)


def _without_ensurepip(machine: Machine, bundles: Bundles, tell: Teller) -> None:
    """A Python as Debian ships it without python3-venv."""
    import ensurepip

    empty = machine.folder / "empty"
    empty.mkdir()
    before = isolation.without_folder(Path(ensurepip.__file__).parent, empty)
    if before is None:
        tell.left_out("a Python without ensurepip cannot be made here")
        return
    new = unpack(bundles.new, machine.folder / "bundle")
    with tell.step("a Python without ensurepip, as Debian's is without python3-venv"):
        machine.install(new, before=before)
        machine.install(new, "--uninstall")


def main(words: Sequence[str] | None = None) -> int:
    """0 if everything was proved that can be proved here, 1 and the reason if not."""
    parser = argparse.ArgumentParser(prog="python -m release.prove", description="Prove the installation.")
    parser.add_argument("--pythons", default="", metavar="LIST", help="other versions to try as well")
    parser.add_argument("--require-namespace", action="store_true", help="fail where none can be made")
    parser.add_argument("--require-all", action="store_true", help="fail if anything is left out")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    tell = Teller(options.require_all)
    try:
        if options.inside:
            inside(options.pythons, tell)
            return 0
        return _enter(options, tell)
    except Failure as failure:
        sys.stderr.write(f"not proved: {failure}\n")
        return 1


def _enter(options: argparse.Namespace, tell: Teller) -> int:
    way = isolation.best()
    if not way.command and (options.require_namespace or options.require_all):
        raise Failure("no namespace without a network can be made here, and one was required")
    print("made with a network", flush=True)
    try:
        prepare(options.pythons, tell)
    except NotFetched as error:
        tell.left_out(f"everything: {error}")
        return 0
    print(f"without a network: in {way.name}", flush=True)
    command = [*way.command, sys.executable, "-m", "release.prove", "--inside", "--pythons", options.pythons]
    if options.require_all:
        command.append("--require-all")
    code = subprocess.run(command, cwd=ROOT, env=os.environ).returncode
    if code == 0:
        print(f"proved in {tell.seconds:.0f} s, in {way.name}")
    return code


if __name__ == "__main__":
    sys.exit(main())
