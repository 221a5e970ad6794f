"""Whatever a pack says is text: it makes no element, attribute, address or script, and hides nothing."""

from __future__ import annotations

import itertools
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cstoref.site.html import escaped, outside, tag
from cstoref.site.pages import Site
from cstoref.store.cache import open_store
from tests.hostile.packs import corpus, fits_text, tables, write
from tests.hostile.texts import HOSTILE

from .link_check import broken_links

ELEMENTS = """
html head meta title link script style body a header footer main nav section article aside form label
input button p ul ol li dl div dt dd h1 h2 h3 span q blockquote mark details summary table caption thead tbody
tfoot tr th td svg text rect line noscript del ins
"""
ATTRIBUTES = """
lang charset http-equiv content name rel href src defer class id hidden type autocomplete spellcheck
placeholder role for dir title scope colspan tabindex x y x1 x2 y1 y2 width height open
"""
"""What a page of ours is made of; of attributes those beside `data-` and `aria-`."""
DIRECTIONS = re.compile("[\u202a-\u202e\u2066\u2067\u200e\u200f\u061c]")


class Elements(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name, value or "") for name, value in attrs} | {(tag, "", "")}


def hostile_files(tmp_path: Path) -> dict[str, str]:
    """The files of a site whose pack has hostile texts in every field."""
    texts = itertools.cycle(text for text in HOSTILE if fits_text(text))
    quote = next(text for text in HOSTILE if "<script>" in text)
    filled = tables(lambda: next(texts), quote)
    filled["leaders"][0]["name"] = quote
    pack = write(tmp_path / "pack", filled, corpus(quote))
    site = Site(open_store(str(pack)))
    return {**dict(site.files()), "one.html": "".join(site.single_file())}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return hostile_files(tmp_path_factory.mktemp("hostile"))


def test_no_text_becomes_an_element_or_attribute(files: dict[str, str]) -> None:
    for name, html in files.items():
        if not name.endswith(".html"):
            continue
        parser = Elements()
        parser.feed(html)
        assert {tag for tag, _, _ in parser.found} <= set(ELEMENTS.split()), name
        names = {attribute for _, attribute, _ in parser.found if attribute}
        own = {name for name in names if name.startswith(("data-", "aria-"))}
        assert names - own <= set(ATTRIBUTES.split()), name
        for _, attribute, value in parser.found:
            if attribute in ("href", "src"):
                assert re.match(r"(https?://[!-~]+|(\.\./)?[a-z][\w./-]*|)(#.*)?$", value), value


def test_the_hostile_texts_are_there_to_be_read(files: dict[str, str]) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in files["source/news.html"]
    assert any("javascript:alert(1)" in html for html in files.values())


def test_controls_and_directions_are_shown_and_not_sent(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name.endswith(".css"):
            continue
        assert not DIRECTIONS.search(text), name
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text), name


def test_no_text_ends_the_script_of_the_index(files: dict[str, str]) -> None:
    index = files["search-index.js"]
    assert "<" not in index
    assert "\u2028" not in index
    assert "\\u003c" in index
    assert json.loads(index.removeprefix("globalThis.cstorefIndex=").removesuffix(";"))["statements"]


def test_the_links_of_a_hostile_pack_lead_somewhere(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert broken_links(tmp_path) == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b"]
)
def test_what_a_browser_must_not_open_is_no_link(address: str) -> None:
    assert outside(address) == f'<span class="address">{escaped(address)}</span>'


def test_quotes_end_no_attribute() -> None:
    assert tag("a", title="\"' onclick=x <") == '<a title="&quot;&#x27; onclick=x &lt;"></a>'
    assert escaped("a\u202eb\x07") == "a&lt;U+202E&gt;b\u2407"
