"""Where pages and the spots on them are: files of a folder, or parts of one file.

A page has an id such as `record/belarus` or `timeline`, a spot the id of an element on it. Both forms have
the same links, made here.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""Names of devices, which no file of Windows may have."""
HOME = "index"
BETWEEN = "~"
"""Stands between page and spot where all pages are in one file; no id has it."""


class LinkBase(NamedTuple):
    """The page that is being made, from which links lead."""

    page: str
    is_single: bool = False
    """Whether all pages are in one file."""

    @property
    def root(self) -> str:
        """The way from the page to the folder of the site: empty or `../`."""
        return "" if self.is_single else "../" * self.page.count("/")

    def to(self, page: str, spot: str = "") -> str:
        """The address of another page, or of a spot on it."""
        if self.is_single:
            return f"#{_fragment(self._whole(page, spot))}"
        fragment = f"#{_fragment(spot)}" if spot else ""
        return fragment if fragment and page == self.page else f"{self.root}{file_of(page)}{fragment}"

    def id(self, spot: str) -> str:
        """The id of an element of this page."""
        return self._whole(self.page, spot) if self.is_single else spot

    @staticmethod
    def _whole(page: str, spot: str) -> str:
        return f"{page}{BETWEEN}{spot}" if spot else page


def _fragment(id: str) -> str:
    return quote(id, safe="/:~")


def file_of(page: str) -> str:
    """The file of a page within the folder of the site."""
    folder, slash, name = page.rpartition("/")
    return f"{folder}{slash}{name}{'_' if name in RESERVED else ''}.html"


def record_page(id: str) -> str:
    """The page of a record."""
    return f"record/{id}"


def source_page(id: str) -> str:
    """The page of a source."""
    return f"source/{id}"


def conflict_page(id: str) -> str:
    """The page of a conflict."""
    return f"conflict/{id}"


def kind_page(id: str) -> str:
    """The list of a kind of records."""
    return f"kind/{id}"


def passage_spot(start: int, end: int) -> str:
    """A passage on the page of its source, by its offsets."""
    return f"p{start}-{end}"


def statement_spot(id: str) -> str:
    """A statement on the page of a source outside the pack that it is cited from."""
    return f"s:{id}"
