"""`make site-check`: builds the site of the built-in pack and opens it in a real browser.

Every link is followed on disk; in Chromium pages of every sort are opened with scripts on and off, wide and
narrow, at 200 % zoom, dark and light, and checked by axe-core. With `--available` it only says whether that
can be done here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from cstoref import dates, fold
from cstoref.export.difference import difference
from cstoref.site.folder import write_site
from cstoref.site.pages import Site
from cstoref.store.cache import open_store
from cstoref.store.page_folds import folded
from cstoref.store.pages import held_on, page
from cstoref.store.queries import Store
from tests.hostile.packs import corpus, fits_text, tables, write
from tests.hostile.texts import HOSTILE
from tests.site.link_check import broken_links

from .tools import HERE, MissingError, Tools, find_tools

DAY = "2009-06-14"
OF_DAY = "belarus"
"""The record that is shown as of that day."""
PATIENCE = 1800
"""Seconds that the browser may take."""


def main() -> int:
    """Run the check; 0 if everything is as it should be."""
    try:
        tools = find_tools()
    except MissingError as error:
        print(f"The site cannot be verified here: {error}.", file=sys.stderr)
        return 1
    if "--available" in sys.argv:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return check(tools, Path(folder))


def check(tools: Tools, folder: Path) -> int:
    """Build the sites in a folder and check them."""
    store = open_store()
    built = build(store, folder)
    broken = [line for name in ("site", "site.html", "hostile") for line in broken_links(folder / name)]
    print("\n".join([*built, f"links: {len(broken)} broken", *broken[:20]]), flush=True)
    plan = folder / "plan.json"
    plan.write_text(json.dumps(plan_of(store, folder), ensure_ascii=False), encoding="utf-8")
    script = tools.packages / "check.mjs"
    # Beside the packages, where the script finds them.
    script.write_bytes((HERE / "check.mjs").read_bytes())
    command = [tools.node, str(script), str(plan), tools.browser]
    run = subprocess.run(command, cwd=tools.packages, timeout=PATIENCE)
    return int(bool(broken) or run.returncode != 0)


def build(store: Store, folder: Path) -> list[str]:
    """Write the sites: of the built-in pack, as a folder and as one file, and of a hostile pack."""
    report = []
    for name, site in (
        ("site", Site(store, changes=difference(store, store))),
        ("hostile", Site(open_store(str(hostile_pack(folder / "pack"))))),
    ):
        start = time.perf_counter()
        size = write_site(str(folder / name), site.files())
        files = sum(1 for path in (folder / name).rglob("*") if path.is_file())
        report.append(f"{name}: {files} files, {size / 1e6:.1f} MB, {time.perf_counter() - start:.1f} s")
        (folder / "small.html").write_text("".join(site.single_file()), encoding="utf-8")
    start = time.perf_counter()
    (folder / "site.html").write_text("".join(Site(store).single_file()), encoding="utf-8")
    size = (folder / "site.html").stat().st_size
    report.append(f"one file: {size / 1e6:.1f} MB, {time.perf_counter() - start:.1f} s")
    return report


def hostile_pack(folder: Path) -> Path:
    """A pack with texts that mean something to a browser wherever it holds text."""
    texts = [text for text in HOSTILE if fits_text(text)]
    quote = next(text for text in texts if "<script>" in text)
    at = iter(range(10_000))
    return write(folder, tables(lambda: texts[next(at) % len(texts)], quote), corpus(quote))


def plan_of(store: Store, folder: Path) -> dict[str, Any]:
    """What the browser is to find, from the program's own values."""
    whole = page(store, OF_DAY)
    assert whole is not None
    shown = folded(whole, store)
    held = [e.statement.id for e in shown.entries if held_on(store, e.statement, DAY) != dates.NO]
    names = [name.text for record in store.whole_records() for name in record.names]
    return {
        "folder": str(folder),
        "day": DAY,
        "ofDay": OF_DAY,
        "held": held,
        "all": [entry.statement.id for entry in shown.entries],
        "edition": dates.spoken(store.default_day),
        "folds": [[name, fold.words(name)] for name in names],
        "searches": [
            ["belarus", "Belarus"],
            ["лукашенко", "Alexander Lukashenko"],
            ["lukashenk", "Alexander Lukashenko"],
            ["BY", "Belarus"],
            ["bordyuzha", "Nikolai Bordyuzha"],
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
