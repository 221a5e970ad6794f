"""No run touches a network, neither the first nor a later one: whatever tries is stopped and fails the test.
Nor does any write where `cstoref paths` does not say.

The slow part is the first run, which compiles the built-in pack into an empty home, and the explorer's start.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.terminal import Terminal
from cstoref.cli.commands import COMMANDS

ROOT = Path(__file__).parent.parent
SMALL = str(ROOT / "tests" / "packs" / "sound-pact")
STOPPED = 99
WATCH = f"""
import os, sys

def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.send", "socket.get", "socket.bind", "urllib.", "http.")):
        sys.stderr.write(f"{{event}} {{arguments}}")
        sys.stderr.flush()
        os._exit({STOPPED})

sys.addaudithook(watch)
"""
ASKED = {
    "show": ["belarus"],
    "open": ["belarus"],
    "web": ["belarus"],
    "pick": ["belarus"],
    "search": ["troops"],
    "members": [],
    "leaders": ["--as-of", "2009"],
    "institutions": [],
    "events": [],
    "agreements": [],
    "places": [],
    "sources": ["edm-2005-06-24"],
    "statements": ["--by", "lukashenko"],
    "timeline": [],
    "matrix": [],
    "plain": ["belarus"],
    "conflicts": [],
    "changes": ["belarus", "2010", "2015"],
    "compare": ["belarus", "russia"],
    "cite": ["edm-2005-06-24"],
    "pin": ["belarus"],
    "unpin": ["belarus"],
    "memo": [],
    "coverage": [],
    "verify": [],
    "export": [],
    "mcp": [],
    "site": ["--pack", SMALL, "--single", "-o", "-"],
    "keys": [],
    "completion": ["bash"],
    "pack": ["fields"],
    "paths": [],
}
"""A run of every command."""
INTERACTIVE = ("open", "pick", "web")
"""What needs a terminal, or listens on this machine (`tests/web`)."""
MORE = (["лукашенко"], ["--version"], ["--help"], ["completion", "--", "bel"], ["xqxqxq"])


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An empty home, and an interpreter that stops at the first sign of a network."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    home = folder / "home"
    home.mkdir()
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG", "COV"))
    }
    return {**kept, "HOME": str(home), "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"}


def python(env: dict[str, str], code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        capture_output=True,
        text=True,
        cwd=env["HOME"],
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 9)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
    ],
)
def test_whatever_tries_is_stopped(env: dict[str, str], code: str) -> None:
    assert python(env, f"try:\n {code}\nexcept BaseException: pass").returncode == STOPPED


def test_every_command_is_run_here() -> None:
    assert set(ASKED) == set(COMMANDS)


@pytest.mark.slow
def test_no_command_tries_on_the_first_run_nor_later(env: dict[str, str]) -> None:
    runs = [[name, *words] for name, words in ASKED.items() if name not in INTERACTIVE] + list(MORE)
    code = f"from cstoref.cli.main import main\nfor words in {runs!r} * 2:\n print(words, main(words))"
    done = python(env, code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("['show', 'belarus'] 0") == 2
    assert list(Path(env["HOME"]).rglob("*.db"))


@pytest.mark.slow
def test_the_explorer_does_not_try(env: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "cstoref", "open", "belarus"], env=env) as terminal:
        terminal.until("member · BY")
        for key in ("enter", "[", "j", "q"):
            terminal.settle()
            terminal.send(key)
        with pytest.raises(EOFError):
            while terminal.read(5):
                pass
        assert os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]) == 0


@pytest.mark.slow
def test_what_was_written_is_what_paths_names(env: dict[str, str]) -> None:
    written = {str(path) for path in Path(env["HOME"]).rglob("*") if path.is_file()}
    named: set[str] = set()
    for options in ([], ["--pack", SMALL]):
        said = python(env, f"from cstoref.cli.main import main; main(['paths', '--json', *{options!r}])")
        places = json.loads(said.stdout)
        assert places["compiled pack"] in written
        named |= set(places.values())
    assert written <= named
