"""What tests of bringing documents in share: a pack of one's own, and documents that are made on the spot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.user.user_data import UserData
from tests.mini_pack import write_pack

PAGE = """\
<!DOCTYPE html>
<!-- saved from url=(0044)https://herald.example/2014/11/08/corhaven -->
<html lang="en-GB"><head><title>Four presidents meet | The Herald</title>
<meta property="og:title" content="Four presidents meet in Corhaven">
<meta property="og:site_name" content="The Herald">
<meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2014-11-08T10:00:00Z">
<script>document.title = "taken over"</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<div class="cookie-banner">We use cookies. Accept all</div>
<article><h1>Four presidents meet in Corhaven</h1>
<p>The presidents of all four states met in Corhaven on 7 November 2014. Anders Holt of Ald&shy;mark said that
the pact &ldquo;will not be changed&rdquo; before the ministers meet again next spring.</p>
<p>Emil Sund stayed away from the dinner. He sent his defence minister, and 40 guards came with the minister
to the town hall, where the talks had begun on Tuesday and were to end before the evening of the same day.</p>
<p>Reportedly the next meeting is planned for 2015.</p></article>
<aside>Most read: football</aside><footer>© The Herald</footer></body></html>
"""


@pytest.fixture(autouse=True)
def nothing_saved(new_user: None) -> None:
    """Each test has a home of its own: what was written last is noted there."""


@pytest.fixture
def own_pack(tmp_path: Path) -> Path:
    """A small pack of one's own."""
    return write_pack(tmp_path / "pack")


@pytest.fixture
def own_user(own_pack: Path) -> UserData:
    """What its author saves."""
    return UserData("mini", "1", str(own_pack))


@pytest.fixture
def bytes_of() -> Callable[[Path], dict[str, bytes]]:
    """Every file of a folder with its bytes, to see that nothing was changed."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }

    return read
