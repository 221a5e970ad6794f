"""`make web-check`: serves the explorer and opens it in a real browser: that it paints, that keys, mouse,
clipboard and sizes work, that nothing is asked of anywhere else, and that nobody else gets in.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.site.browser.tools import MissingError, Tools, find_tools

HERE = Path(__file__).parent
PATIENCE = 600
"""Seconds that the browser may take."""
ENDED = 20
"""Seconds within which the processes of closed pages are gone."""


def main() -> int:
    """Run the check; 0 if everything is as it should be."""
    try:
        tools = find_tools()
    except MissingError as error:
        print(f"The explorer cannot be verified in a browser here: {error}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        return check(tools, Path(folder))


def check(tools: Tools, folder: Path) -> int:
    """Serve with a home of its own, and let the browser in."""
    homes = {f"XDG_{name}_HOME": str(folder / name) for name in ("CACHE", "DATA", "CONFIG")}
    command = [sys.executable, "-m", "cstoref", "web"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **homes}) as server:
        assert server.stdout
        try:
            plan = {"address": server.stdout.readline().strip()}
            failed = _in_browser(tools, folder, plan)
            left = _left_of(server.pid)
            server.send_signal(signal.SIGINT)
            code = server.wait(ENDED)
        finally:
            server.kill()
    pins = [json.loads(path.read_text(encoding="utf-8")) for path in folder.rglob("pins.json")]
    wrong = {
        "an explorer is still there after its page was closed": left,
        f"the server has ended with {code}": code,
        "what was pinned in the page was not saved": not any(pins),
    }
    found = [words for words, is_so in wrong.items() if is_so]
    print("\n".join(f"  {words}" for words in found) or "explorers and server have ended, pins are saved")
    return int(bool(failed or found))


def _in_browser(tools: Tools, folder: Path, plan: dict[str, Any]) -> bool:
    """Whether something is not as it should be in the browser."""
    file = folder / "plan.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    script = tools.packages / "web_check.mjs"
    # Beside the packages, where the script finds them.
    script.write_bytes((HERE / "check.mjs").read_bytes())
    command = [tools.node, str(script), str(file), tools.browser]
    return subprocess.run(command, cwd=tools.packages, timeout=PATIENCE).returncode != 0


def _left_of(server: int) -> bool:
    """Whether the server still has processes of explorers after a while."""
    listed = Path(f"/proc/{server}/task/{server}/children")
    end = time.monotonic() + ENDED
    while time.monotonic() < end:
        if not listed.exists() or not listed.read_text().split():
            return False
        time.sleep(0.1)
    return True


if __name__ == "__main__":
    sys.exit(main())
