"""Sites that tests share: of the small pack, as a folder and as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref.site.folder import write_site
from cstoref.site.pages import Site
from cstoref.store.queries import Store


@pytest.fixture(scope="session")
def small_site(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small pack, as a folder."""
    folder = tmp_path_factory.mktemp("site") / "small"
    write_site(str(folder), Site(small).files())
    return folder


@pytest.fixture(scope="session")
def small_file(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small pack, as one file."""
    file = tmp_path_factory.mktemp("site") / "small.html"
    file.write_text("".join(Site(small).single_file()), encoding="utf-8")
    return file
