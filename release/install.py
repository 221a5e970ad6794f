"""Installs cstoref from this folder, without a network: python3 install.py

In a bundle this file is installer.py, and install.py, which starts it, is start.py of the sources.

Verifies every file of the folder, checks that machine and Python fit, and installs through pipx (your own,
or the one in this folder), which sees no package index and none of your settings of pip and uv. Whatever is
wrong is said in one sentence before anything is changed.
"""

# It runs where nothing is installed yet: the standard library alone, and nothing newer than Python 3.8, so
# that an old Python is told so instead of meeting a syntax error.

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from glob import glob
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
SUMS = "SHA256SUMS"
HOUSE = "wheelhouse"
PARTS = ("bundle.json", "install.py", "installer.py", "pipx.pyz", "pylock.toml")
DESCRIPTION = "Verifies this folder, checks that machine and Python fit, and installs through pipx."
OLDEST_PIPX = (1, 0)
LOCKING_PIPX = (1, 16)
"""The first pipx that takes a lock file, by which pip itself checks every hash once more."""
LEFT_BY_FILE_MANAGERS = (".DS_Store", "Thumbs.db", "desktop.ini")
LIMIT = 600
"""Seconds that one step may take."""
FAILURES = (OSError, subprocess.SubprocessError)


LINKED = (
    ("PIPX_BIN_DIR", ""),
    ("PIPX_MAN_DIR", "man1"),
    ("PIPX_COMPLETION_DIR", "bash-completion/completions"),
    ("PIPX_COMPLETION_DIR", "zsh/site-functions"),
    ("PIPX_COMPLETION_DIR", "fish/vendor_completions.d"),
)
"""Where pipx puts links to what an application brings: a variable and the folder inside."""
FOLDER_VARIABLES = ("XDG_", "PIPX_", "LOCALAPPDATA", "APPDATA")
"""What the names of variables begin with that name folders."""


class Places(NamedTuple):
    """Where the application keeps its files."""

    cache: str | None
    """Of compiled packs; None without a home."""
    own: Sequence[str]
    """The folders of the person's own: data and settings."""
    is_compiled: Callable[[str], bool]
    """Whether a file of some name in the cache folder is a compiled pack."""


class Refusal(Exception):
    """Why nothing is done, in one sentence."""


# Whether the bundle is whole, and for this machine.


def read_bundle(folder: Path) -> dict[str, Any]:
    """What the bundle says of itself. Raises Refusal if it is not whole, or holds more than was packed."""
    listed = _sums(folder)
    for name, wanted in sorted(listed.items()):
        path = folder / name
        if not path.is_file():
            raise Refusal(f"This bundle is damaged: {name} is missing. Unpack it anew.")
        if sha256(path.read_bytes()).hexdigest() != wanted:
            raise Refusal(f"This bundle is damaged: {name} is not as it was packed. Get the bundle anew.")
    # Also the other way round: a wheel that was slipped in would be found by pip like the others.
    folders = {HOUSE, *(name.rpartition("/")[0] for name in listed)}
    for path in sorted([*folder.iterdir(), *(folder / HOUSE).rglob("*")]):
        name = path.relative_to(folder).as_posix()
        if name not in (SUMS, *folders, *listed) and path.name not in LEFT_BY_FILE_MANAGERS:
            raise Refusal(f"This bundle was changed: {name} is no part of it. Unpack it anew.")
    bundle: dict[str, Any] = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
    return bundle


def _sums(folder: Path) -> dict[str, str]:
    """The files that were packed, and the hash of each."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    if not set(PARTS) <= set(listed):
        raise Refusal(f"{folder} is not a whole bundle: its list of files, {SUMS}, is missing or cut off.")
    return listed


def check_machine(bundle: Mapping[str, Any]) -> str:
    """What this machine is, in words. Raises Refusal if the bundle is for another."""
    system, machine = platform.system(), platform.machine()
    libc, release = _libc(system)
    here = " ".join(part for part in (system, machine, libc, _dotted(release)) if part)
    if system != bundle["system"] or machine not in bundle["machines"] or libc != bundle["libc"]:
        raise Refusal(f"This bundle is for {bundle['platform']}; this machine is {here}.")
    # `release` is empty where a system does not say its version: then only pip can tell.
    if bundle["least"] and release and release < tuple(bundle["least"]):
        least = f"{libc or 'macOS'} {_dotted(bundle['least'])}"
        raise Refusal(f"This bundle needs {least} or later; this machine has {_dotted(release)}.")
    return here


def check_python(bundle: Mapping[str, Any]) -> str:
    """Which Python this is, in words. Raises Refusal if the bundle has nothing for it."""
    name = f"{platform.python_implementation()} {platform.python_version()}"
    minor = ".".join(str(part) for part in sys.version_info[:2])
    if platform.python_implementation() != "CPython":
        reason = "is another implementation"
    elif minor not in bundle["pythons"]:
        reason = "is none of these"
    elif sysconfig.get_config_var("Py_GIL_DISABLED"):
        reason = "is the free-threaded build"
    elif sys.maxsize < 2**32:
        # A 32-bit Python on a 64-bit machine: `platform.machine()` names the machine and not the interpreter.
        reason = "is a 32-bit build"
    else:
        return name
    versions = ", ".join(bundle["pythons"])
    raise Refusal(f"This bundle is for CPython {versions}; {name} {reason}.{_another(bundle['pythons'])}")


def _libc(system: str) -> tuple[str, tuple[int, ...]]:
    """The C library and its version; on macOS, without a name, that of the system."""
    if system == "Darwin":
        return "", _numbers(platform.mac_ver()[0])
    if system != "Linux":
        return "", ()
    try:
        # Only glibc answers this question; musl does not know the name and raises.
        name, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").split()
    except (OSError, ValueError):
        return ("musl" if glob("/lib/ld-musl-*") else "another libc"), ()
    return name, _numbers(version)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


def _dotted(numbers: Sequence[int]) -> str:
    return ".".join(str(number) for number in numbers)


def _another(pythons: Sequence[str]) -> str:
    """A Python on this machine that would do, as something to type; or nothing."""
    for minor in reversed(pythons):
        if shutil.which(f"python{minor}"):
            return f" Type: python{minor} {Path(sys.argv[0]).name}"
    return ""


# What pipx, pip and uv are told, and what they are not.


def cut_off(folder: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """The environment in which everything runs: no index, and no settings of pip, uv and Python.

    Of the settings of pipx only those stay that say where its folders are.
    """
    # Settings of the user (another index, `require-hashes`, `no-deps`) would send pip elsewhere or make it
    # refuse.
    dropped = ("PIP_", "UV_", "PYTHON", "__PYVENV", "PIPX_")
    places = ("PIPX_HOME", "PIPX_BIN_DIR", "PIPX_MAN_DIR", "PIPX_COMPLETION_DIR", "PIPX_SHARED_LIBS")
    kept = {
        name: value
        for name, value in environ.items()
        if name in places or not name.upper().startswith(dropped)
    }
    house = (folder / HOUSE).as_uri()  # as an address: pip splits a path at its blanks
    return {
        **kept,
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_FIND_LINKS": house,
        "PIP_NO_CACHE_DIR": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_INPUT": "1",
        "PIPX_DEFAULT_BACKEND": "pip",
        "PIPX_FETCH_PYTHON": "never",
        "PIPX_USE_EMOJI": "0",
        "PYTHONUTF8": "1",
        "UV_FIND_LINKS": house,
        "UV_NO_CACHE": "1",
        "UV_NO_CONFIG": "1",
        "UV_OFFLINE": "1",
        "UV_PYTHON_DOWNLOADS": "never",
    }


def this_python() -> str:
    """The interpreter itself, also where this runs in a virtual environment, which may be removed one day."""
    # pipx would otherwise tie its environments to a virtual environment that the user may delete.
    return getattr(sys, "_base_executable", None) or sys.executable


def call(command: Sequence[str], env: Mapping[str, str] | None) -> str:
    """What a command answers. Raises CalledProcessError, with all that it said, or OSError."""
    done = subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        timeout=LIMIT,
    )
    return done.stdout.decode("utf-8", "replace").strip()


class Pipx:
    """A pipx that runs on this machine."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], bundled: bool = False) -> None:
        """Raises one of FAILURES if it does not run."""
        self.bundled = bundled
        self._command = command
        self._env = dict(env)
        self.version = self.run("--version").split("\n")[-1]

    def __str__(self) -> str:
        return f"the bundled pipx {self.version}" if self.bundled else f"pipx {self.version}"

    def run(self, *words: str) -> str:
        """What it answers. Raises one of FAILURES. All but asking for its version may make its folders."""
        return call([*self._command, *words], self._env)

    def places(self) -> dict[str, Path]:
        """The folders it uses, by the names of the environment variables that set them."""
        try:
            answered = self.run("environment")
        except FAILURES:  # the oldest cannot be asked
            return {}
        pairs = (line.partition("=") for line in answered.split("\n"))
        return {name: Path(value) for name, _, value in pairs if value and name.startswith("PIPX_")}

    def work_in(self, home: Path) -> None:
        """Use this home, if it does not anyway: versions and settings of pipx differ in where theirs is."""
        if self.places().get("PIPX_HOME") != home:
            self._env["PIPX_HOME"] = str(home)


def home_with(name: str) -> Path | None:
    """The home of pipx in which an application is installed, or None. Asked of pipx, it would make one."""
    given = os.environ.get("PIPX_HOME")
    user = Path(os.path.expanduser("~"))
    shared = os.environ.get("XDG_DATA_HOME") or str(user / ".local" / "share")
    local = os.environ.get("LOCALAPPDATA") or str(user)
    homes = [Path(given)] if given else [
        Path(shared) / "pipx",
        user / "Library" / "Application Support" / "pipx",
        Path(local) / "pipx" / "pipx",
        user / ".local" / "pipx",
        user / "pipx",
    ]  # fmt: skip
    # The homes that pipx has had in its versions and on each system.
    return next((home for home in homes if (home / "venvs" / name).is_dir()), None)


def a_pipx(folder: Path, env: Mapping[str, str], asked: str) -> Pipx:
    """One that runs; `asked` is a path, bundled, or auto: the machine's own first. Raises Refusal."""
    commands: list[tuple[list[str], bool]] = []
    if asked not in ("auto", "bundled"):
        commands.append(([asked], False))
    elif asked == "auto":
        commands += [([path], False) for path in [shutil.which("pipx")] if path]
        # Installed as a module but not on PATH, as by `pip install --user`.
        if find_spec("pipx"):
            commands.append(([sys.executable, "-m", "pipx"], False))
    if asked in ("auto", "bundled"):
        commands.append(([this_python(), str(folder / "pipx.pyz")], True))
    for command, bundled in commands:
        try:
            pipx = Pipx(command, env, bundled)
        except FAILURES:
            continue
        if _numbers(pipx.version) >= OLDEST_PIPX:
            return pipx
    raise Refusal(f"No pipx runs here (asked for: {asked}); nothing was changed.")


# The three things it can do.


def check(folder: Path, env: Mapping[str, str], bundle: Mapping[str, Any]) -> None:
    """Have pip resolve everything from the folder, into nothing. Raises Refusal with what it says."""
    pip = str(folder / HOUSE / bundle["pip"] / "pip")
    words = ["install", "--dry-run", "--ignore-installed", "--quiet", "--only-binary", ":all:", _pin(bundle)]
    words.append("--break-system-packages")  # a dry run breaks none, but Debian's pip refuses that too
    try:
        call([this_python(), "-B", pip, *words], env)
    except FAILURES as error:
        lines = _said(error).split("\n")
        said = next((line for line in lines if line.startswith("ERROR")), lines[-1])
        raise Refusal(f"pip cannot install this bundle here, so nothing was changed: {said}") from None


def install(folder: Path, env: Mapping[str, str], bundle: Mapping[str, Any], pipx: Pipx) -> Path:
    """Install, or upgrade what is there; returns the path of the command. Raises Refusal."""
    words = ["install", "--force", "--python", this_python(), _pin(bundle)]
    words.append(f"--pip-args=--no-index --find-links={(folder / HOUSE).as_uri()}")
    # Older ones stop at an option that they do not know.
    if _numbers(pipx.version) >= LOCKING_PIPX:
        words += ["--lock", str(folder / "pylock.toml")]
    home = home_with(bundle["name"])
    try:
        if home:
            pipx.work_in(home)
        if pipx.bundled:
            _seed(pipx.places()["PIPX_SHARED_LIBS"], folder, env, bundle)
        pipx.run(*words)
    except FAILURES as error:
        sys.stderr.write(_said(error) + "\n")
        raise Refusal(f"The installation by {pipx} failed; what it said stands above.") from None
    write_path_files_in_ascii(home_with(bundle["name"]), bundle["name"])
    commands = os.environ.get("PIPX_BIN_DIR") or os.path.join("~", ".local", "bin")
    return Path(os.path.expanduser(commands)) / f"{bundle['name']}{'.exe' if os.name == 'nt' else ''}"


def write_path_files_in_ascii(home: Path | None, name: str) -> None:
    """Write the path files of pipx in a form that any locale can read.

    They name the folder of pip. In a home with letters beyond ASCII, Pythons before 3.13 read them by the
    locale, and complain at every start where that is C.
    """
    for path in (home / "venvs" / name).rglob("*.pth") if home else ():
        try:
            folder = path.read_text(encoding="utf-8").strip()
            if not folder.isascii() and not folder.startswith("import "):
                path.write_text(f"import sys; sys.path.append({folder!a})\n", encoding="ascii")
        except (OSError, ValueError):
            continue  # it is left as pipx wrote it


def _seed(shared: Path, folder: Path, env: Mapping[str, str], bundle: Mapping[str, Any]) -> None:
    """Make the environment that pipx keeps for itself, unless there is one.

    It would do so too, but in twice the time, and not at all where Python lacks ensurepip, as Debian's does
    without python3-venv.
    """
    if (shared / "pyvenv.cfg").is_file():
        return
    call([this_python(), "-m", "venv", "--without-pip", str(shared)], env)
    python = shared / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    call([str(python), "-B", str(folder / HOUSE / bundle["pip"] / "pip"), "install", "--quiet", "pip"], env)


def uninstall(bundle: Mapping[str, Any], pipx: Pipx, places: Places) -> None:
    """Remove the application and what it computed for itself, and a bundled pipx that has nothing else.

    Only what these programs made is removed, also where folders of the person's own are the same, contain one
    another or are links. Raises Refusal.
    """
    home = home_with(bundle["name"])
    if home is None:
        raise Refusal(f"{bundle['name']} is not installed through pipx here; nothing was changed.")
    for own in places.own:
        if _within(own, home / "venvs" / bundle["name"]):
            inside = "which is yours, is in what is to be removed"
            raise Refusal(f"{own}, {inside}: move it first. Nothing was changed.")
    try:
        pipx.work_in(home)
        pipx.run("uninstall", bundle["name"])
    except FAILURES as error:
        sys.stderr.write(_said(error) + "\n")
        raise Refusal(f"The removal by {pipx} failed; what it said stands above.") from None
    _unlink(home / "venvs" / f".{bundle['name']}.lock")
    if pipx.bundled:
        _remove_pipx(pipx.places(), home, places.own)
    if places.cache:
        _remove_compiled(Path(places.cache), places.is_compiled)


def _remove_compiled(cache: Path, is_compiled: Callable[[str], bool]) -> None:
    """Remove the compiled packs of the cache folder, and the folder if nothing else is in it."""
    if cache.is_dir():
        for path in sorted(cache.iterdir()):
            if is_compiled(path.name):
                _unlink(path)
    _remove_empty(cache)


def _remove_pipx(places: Mapping[str, Path], home: Path, own: Sequence[str]) -> None:
    """Remove what a bundled pipx made for itself, unless it has another application."""
    venvs = home / "venvs"
    if venvs.is_dir() and any(path.is_dir() for path in venvs.iterdir()):
        return
    folders = [home / name for name in ("venvs", "shared", "py", "logs", "trash", ".trash", ".cache")]
    folders += [places[name] for name in ("PIPX_LOG_DIR", "PIPX_VENV_CACHEDIR") if name in places]
    for folder in dict.fromkeys(folders):
        if not any(_within(path, folder) or _within(folder, path) for path in own):
            _remove_of_pipx(folder)
    _unlink(home / ".shared.lock")
    for folder in (home, *(places[name] / inside for name, inside in LINKED if name in places)):
        _remove_empty(folder)


def _remove_of_pipx(folder: Path) -> None:
    """Remove a folder of pipx. In a home that has another name only what is surely of pipx, since the person
    may have files of their own there."""
    if folder.is_symlink() or not folder.is_dir():
        return
    user = Path(os.path.expanduser("~"))
    in_its_home = any(path.name == "pipx" and path != user for path in (folder, folder.parent))
    if in_its_home or (folder / "pyvenv.cfg").is_file():
        shutil.rmtree(str(folder), ignore_errors=True)
    else:
        for path in sorted(folder.iterdir()):
            if (path / "pyvenv.cfg").is_file() and not path.is_symlink():
                shutil.rmtree(str(path), ignore_errors=True)
            elif path.name.startswith("cmd_") and path.suffix == ".log":
                _unlink(path)
    _remove_empty(folder)


def _within(path: str | Path, folder: str | Path) -> bool:
    """Whether a path is a folder or lies in it, wherever links lead."""
    inner, outer = Path(os.path.realpath(str(path))), Path(os.path.realpath(str(folder)))
    return inner == outer or outer in inner.parents


def _unlink(path: Path) -> None:
    """Remove a file, if it is one. A link was not made by these programs."""
    if path.is_file() and not path.is_symlink():
        path.unlink()


def _remove_empty(folder: Path) -> None:
    """Remove a folder and those above it as far as they are empty: never the home, a link, or a folder that a
    variable names, which the person made."""
    home = Path(os.path.expanduser("~"))
    named = {Path(value) for name, value in os.environ.items() if name.startswith(FOLDER_VARIABLES) and value}
    while home in folder.parents and folder not in named:
        if folder.is_symlink() or (folder.is_dir() and any(folder.iterdir())):
            return
        if folder.is_dir():
            folder.rmdir()
        folder = folder.parent


def _pin(bundle: Mapping[str, Any]) -> str:
    extra = f"[{bundle['extra']}]" if bundle.get("extra") else ""
    return f"{bundle['name']}{extra}=={bundle['version']}"


def _said(error: BaseException) -> str:
    output = getattr(error, "stdout", None) or b""
    return output.decode("utf-8", "replace").strip() or str(error)


# What is said.


def say(text: str) -> None:
    """Print a line at once: the next step may take seconds."""
    print(text, flush=True)


def tell_where(command: Path) -> None:
    """Say what the command answers, where it is, and whether typing its name finds it."""
    try:
        say(f"Installed: {call([str(command), '--version'], None)}")
    except FAILURES as error:
        raise Refusal(f"{command} was installed, but does not start: {_said(error)}") from None
    found = shutil.which(command.stem)
    if found and os.path.realpath(found) == os.path.realpath(str(command)):
        say(f"The command is {command}; its folder is on PATH, so just type: {command.stem}")
    elif found:
        say(f"The command is {command}; but {found} stands before it on PATH.")
    else:
        say(f"The command is {command}; its folder is not on PATH yet. To put it there:")
        say(f"    {to_path(command.parent, Path(os.environ.get('SHELL', '')).name)}")


def to_path(folder: Path, shell: str) -> str:
    """The line that puts a folder on PATH, now and at every later login, in a person's shell."""
    if os.name == "nt":
        return f"[Environment]::SetEnvironmentVariable('Path', $env:Path + ';{folder}', 'User')"
    if shell == "fish":
        return f"fish_add_path {_for_fish(str(folder))}"
    settings = {"bash": "~/.bashrc", "zsh": "~/.zshrc"}.get(shell, "~/.profile")
    line = f'export PATH={shlex.quote(str(folder))}:"$PATH"'
    return f"echo {shlex.quote(line)} >> {settings} && {line}"


def _for_fish(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def places_of_ours(folder: Path, bundle: Mapping[str, Any]) -> Places:
    """Where cstoref keeps its files, asked of the wheel itself."""
    sys.path.insert(0, str(folder / HOUSE / bundle["wheel"]))
    from cstoref import paths

    own = dict.fromkeys(path for path in (paths.data_dir(), paths.config_dir()) if path)
    return Places(paths.cache_dir(), tuple(own), paths.is_compiled)


def tell_kept(own: Sequence[str]) -> None:
    """Say what of the person's own stays, and where."""
    if not own:
        say("You had no bookmarks, notes or settings to keep.")
        return
    say("Your own bookmarks, notes and settings stay; remove them yourself if you want them gone:")
    for path in own:
        say(f"    {path}")


def run(options: argparse.Namespace, folder: Path) -> None:
    """Do what was asked. Raises Refusal."""
    bundle = read_bundle(folder)
    say(f"{bundle['name']} {bundle['version']} for {bundle['platform']}: every file is as it was packed.")
    env = cut_off(folder, os.environ)
    if options.uninstall:
        places = places_of_ours(folder, bundle)
        uninstall(bundle, a_pipx(folder, env, options.pipx), places)
        say(f"Removed: {bundle['name']}, and what it had computed for itself.")
        tell_kept([path for path in places.own if os.path.isdir(path)])
        return
    say(f"{check_machine(bundle)}, {check_python(bundle)}: both fit.")
    pipx = a_pipx(folder, env, options.pipx)
    done = "upgraded" if home_with(bundle["name"]) else "installed"
    check(folder, env, bundle)
    if options.check_only:
        say(f"It can be {done} by {pipx}. Nothing was changed.")
        return
    say(f"It is being {done} by {pipx} …")
    tell_where(install(folder, env, bundle, pipx))


def main(words: Sequence[str] | None = None, folder: Path = HERE) -> int:
    """The exit code: 0 if it was done, 1 if it was not, 2 if it was not understood, 130 if interrupted."""
    parser = argparse.ArgumentParser(prog="install.py", description=DESCRIPTION)
    parser.add_argument("--check-only", action="store_true", help="check everything, and change nothing")
    parser.add_argument("--uninstall", action="store_true", help="remove cstoref; what is yours stays")
    parser.add_argument(
        "--pipx",
        default="auto",
        metavar="WHICH",
        help="auto: the machine's own pipx, else the one in this folder; bundled: that one; or a path",
    )
    options = parser.parse_args(words)
    try:
        run(options, folder)
    except Refusal as refusal:
        sys.stderr.write(f"install.py: {refusal}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("install.py: interrupted\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
