"""What docs/install.md says of installing is so: the table, the settings, the files, the lines to type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.cli.completion import SCRIPTS
from cstoref.user import config
from release import lock, platforms
from release.install import HOUSE, SUMS, cut_off, main
from tests.conftest import Result

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
SPANS = set(re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", PAGE, flags=re.DOTALL | re.MULTILINE)))


def part(title: str) -> str:
    """The text below a heading."""
    return PAGE.partition(f"# {title}\n")[2].partition("\n#")[0]


def test_the_platforms_are_those_of_the_lock() -> None:
    assert platforms.with_table(PAGE, platforms.rows(lock.read())) == PAGE, "stale: run `make platforms`"


def test_the_sample_of_the_settings_is_the_one_that_is_tested() -> None:
    (sample,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert sample == config.SAMPLE


def test_every_setting_that_makes_pipx_offline_is_named_and_no_other() -> None:
    set_by_installer = set(cut_off(ROOT, {}))
    named = set(re.findall(r"`((?:PIP|PIPX|UV|PYTHON)[A-Z_0-9]*[A-Z0-9])`", part("What makes pipx offline")))
    assert named == set_by_installer


def test_every_file_that_paths_names_is_in_the_table(run: Callable[..., Result]) -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", part("Files"), re.MULTILINE)
    named = json.loads(run("paths", "--json").out)
    assert rows == [name for name in named if name != "schema"]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_line_for_a_shell_is_the_one_its_script_names(shell: str) -> None:
    line = SCRIPTS[shell].partition(f"cstoref: completion for {shell}. In ")[2].partition("\n")[0]
    where, _, typed = line.partition(": ")
    assert f"{typed} " in PAGE
    assert where.partition(",")[0] in PAGE


def test_the_installer_has_the_options_that_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    named = {option for line in PAGE.splitlines() for option in re.findall(r"install\.py (--[a-z-]+)", line)}
    assert named and named | {"--pipx"} <= known
    assert known - {"--help"} <= named | {"--pipx"}


@pytest.mark.parametrize("page", [PAGE, (ROOT / "release" / "page.txt").read_text(encoding="utf-8")])
def test_what_is_named_of_a_bundle_is_in_it(page: str) -> None:
    assert SUMS in page and HOUSE in page and "pylock.toml" in page


def test_sentences_of_the_installer_are_quoted_as_they_are() -> None:
    source = (ROOT / "release" / "install.py").read_text(encoding="utf-8")
    quoted = [span for span in SPANS if span.startswith(("This bundle", "is none", "No pipx"))]
    assert len(quoted) == 4
    assert all(span in source for span in quoted)
