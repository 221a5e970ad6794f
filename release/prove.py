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
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from . import debian, isolation, scenes
from .build import build, epoch, version
from .bundle import Order, bundle
from .install import this_python
from .interpreters import OWN, interpreters
from .lock import DEBIAN, NEWEST, Package, pythons, read
from .machine import Failure, Machine, can_trace, unpack
from .scenes import Bundles
from .targets import ROOT, TARGETS, this_target
from .wheels import fetch

PROOF = ROOT / "build" / "proof"
OLD = "0.0.9"
PARTS = ("cstoref", "data", "corpus", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE")


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is done, and how long it took."""
    started = time.perf_counter()
    yield
    print(f"  {time.perf_counter() - started:5.1f} s  {what}", flush=True)


def left_out(what: str) -> None:
    """Say plainly what was not proved."""
    print(f"  left out: {what}", flush=True)


# Outside: everything that needs a network or a compiler of packs.


def prepare(asked: str) -> None:
    """Build the bundles and the other versions of pipx into PROOF."""
    if PROOF.exists():
        shutil.rmtree(PROOF)
    PROOF.mkdir(parents=True)
    here, seconds = this_target(), int(epoch())
    versions = tuple(minor for minor in pythons(read(), here) if minor in _chosen(asked))
    with step(f"wheel {version()}, and the same called {OLD}"):
        (new,) = build(PROOF / "new", kinds=("wheel",))
        (old,) = build(PROOF / "old", _older(PROOF / "source"), ("wheel",), {"SOURCE_DATE_EPOCH": epoch()})
    with step(f"bundles for {here.name}, Python {' '.join(versions)}"):
        for wheel in (new, old):
            bundle(Order(here, versions, wheel, seconds), wheel.parent)
    foreign = TARGETS["windows-amd64" if here.system != "Windows" else "linux-x86_64"]
    with step(f"a bundle for {foreign.name}"):
        bundle(Order(foreign, versions[:1], new, seconds), PROOF / "foreign")
    with step("other versions of pipx"):
        _other_pipx(read()[NEWEST], "newest")
        _other_pipx(read()[DEBIAN], "stand-in")
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


def inside(asked: str) -> None:
    """Everything that is proved. Raises Failure."""
    trace = can_trace()
    print("every connection is traced by strace" if trace else "strace does not work here", flush=True)
    if not trace:
        left_out("that no connection is tried was not traced")
    bundles = Bundles(*(_archive(name) for name in ("new", "old", "foreign")))
    pipxes = {"the bundled pipx": "bundled", "the newest pipx": str(PROOF / "newest" / "bin" / "pipx")}
    theirs = debian.INSTALLED, debian.command(PROOF)
    if any(path.exists() for path in theirs):
        pipxes["Debian's pipx"] = str(next(path for path in theirs if path.exists()))
    else:
        version = next(package.version for package in read()[DEBIAN] if package.name == "pipx")
        left_out(f"Debian's package of pipx is not to be had here; pipx {version} stands in for it")
        pipxes[f"pipx {version}"] = str(PROOF / "stand-in" / "bin" / "pipx")
    first, *others = _chosen(asked).values()
    for minor in set(asked.split()) - _chosen(asked).keys():
        left_out(f"Python {minor} is not on this machine")
    for at, (name, pipx) in enumerate(pipxes.items()):
        print(f"{name}, {first}", flush=True)
        machine = Machine(PROOF / f"machine-{at}", first, pipx, trace)
        _life(machine, bundles, thorough=at == 0)
    for at, python in enumerate(others, len(pipxes)):
        print(f"the bundled pipx, {python}", flush=True)
        _short_life(Machine(PROOF / f"machine-{at}", python, "bundled", trace), bundles)


def _archive(name: str) -> Path:
    (archive,) = [*(PROOF / name).glob("*.tar.gz"), *(PROOF / name).glob("*.zip")]
    return archive


def _life(machine: Machine, bundles: Bundles, thorough: bool) -> None:
    """A machine from the first installation to the removal."""
    if machine.is_traced:
        scenes.watched(machine)
    at_first = machine.files()
    old, new = (
        unpack(bundles.old, machine.folder / "old bundle"),
        unpack(bundles.new, machine.folder / "bundle"),
    )
    if thorough:
        for scene in (scenes.damaged, scenes.foreign, scenes.wrong_python):
            with step(scene.__doc__ or ""):
                scene(machine, bundles)
    with step("--check-only changes nothing"):
        scenes.check_only(machine, new)
    with step(f"{OLD}: from `python3 install.py` to a command that answers"):
        scenes.installed(machine, old, OLD)
    with step("the explorer is drawn on a pseudo-terminal, and a bookmark is made"):
        mine = scenes.explored(machine)
    with step(f"upgrade to {version()}; bookmarks, settings and packs are as they were"):
        scenes.upgraded(machine, new, version(), mine)
    with step("look-ups answer as the checkout does; the explorer finds the bookmark again"):
        scenes.looked_up(machine)
        scenes.remembered(machine)
    with step("uninstalled: nothing is left but what is the person's own, and it says where that is"):
        scenes.uninstalled(machine, new, at_first)
    if thorough:
        _without_ensurepip(machine, new)
    scenes.unconnected(machine)


def _short_life(machine: Machine, bundles: Bundles) -> None:
    """Installation, look-ups, removal."""
    at_first = machine.files()
    new = unpack(bundles.new, machine.folder / "bundle")
    with step("from `python3 install.py` to a command that answers"):
        scenes.installed(machine, new, version())
    with step("look-ups answer as the checkout does"):
        scenes.looked_up(machine)
    with step("uninstalled"):
        scenes.uninstalled(machine, new, at_first)
    scenes.unconnected(machine)


def _without_ensurepip(machine: Machine, new: Path) -> None:
    """A Python as Debian ships it without python3-venv."""
    import ensurepip

    empty = machine.folder / "empty"
    empty.mkdir()
    folder = Path(ensurepip.__file__).parent
    before = isolation.without_folder(folder, empty)
    if before is None:
        left_out("a Python without ensurepip cannot be made here")
        return
    with step("a Python without ensurepip"):
        machine.install(new, before=before)
        machine.install(new, "--uninstall")


def main(words: Sequence[str] | None = None) -> int:
    """0 if everything was proved that can be proved here, 1 and the reason if not."""
    parser = argparse.ArgumentParser(prog="python -m release.prove", description="Prove the installation.")
    parser.add_argument("--pythons", default="", metavar="LIST", help="other versions to try as well")
    parser.add_argument("--require-namespace", action="store_true", help="fail where none can be made")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    started = time.perf_counter()
    try:
        if options.inside:
            inside(options.pythons)
            return 0
        return _enter(options, started)
    except Failure as failure:
        sys.stderr.write(f"not proved: {failure}\n")
        return 1


def _enter(options: argparse.Namespace, started: float) -> int:
    way = isolation.best()
    if options.require_namespace and not way.command:
        raise Failure("no namespace without a network can be made here, and one was required")
    print("made with a network", flush=True)
    prepare(options.pythons)
    print(f"without a network: in {way.name}", flush=True)
    command = [*way.command, sys.executable, "-m", "release.prove", "--inside", "--pythons", options.pythons]
    code = subprocess.run(command, cwd=ROOT, env=os.environ).returncode
    if code == 0:
        print(f"proved in {time.perf_counter() - started:.0f} s, in {way.name}")
    return code


if __name__ == "__main__":
    sys.exit(main())
