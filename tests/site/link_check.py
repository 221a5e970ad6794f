"""Which links of a site lead nowhere: every address and every id is read."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

OUTSIDE = ("https://", "http://")


class Links(HTMLParser):
    """Collects the links and ids of a page, and whatever else it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("href", "src", "srcset", "action", "data", "poster", "style") or name[:2] == "on":
                self.loads.append(f"{tag} {name}={value}")


def read(path: Path) -> Links:
    """The links of a file."""
    parser = Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


def broken_links(root: Path) -> list[str]:
    """Each link of the files of a folder, or of one file, that leads to no file or no id, with its page."""
    files = [root] if root.is_file() else sorted(root.rglob("*.html"))
    pages = {file.resolve(): read(file) for file in files}
    ids = {file: set(page.ids) for file, page in pages.items()}
    broken = []
    for file, page in pages.items():
        broken += [f"{file.name}: the id {id} twice" for id in set(page.ids) if page.ids.count(id) > 1]
        for link in page.links:
            if link.startswith(OUTSIDE):
                continue
            path, _, spot = link.partition("#")
            target = (file.parent / unquote(path)).resolve() if path else file
            if target not in ids or (spot and unquote(spot) not in ids[target]):
                broken.append(f"{file.name}: {link}")
    return broken
