"""Lists of records: with a day, what certainly counts on it stands before what may, then the undated."""

from __future__ import annotations

from cstoref.render.lists import record_lines
from cstoref.render.text import Style
from cstoref.store.lists import listing
from cstoref.store.queries import Store


def test_bands_stand_only_where_there_are_several(builtin: Store) -> None:
    day = "2003-01-01"
    found = list(record_lines(listing(builtin, "institution", as_of=day), day, Style(100)))
    heads = [line.split()[1] for line in found if line.startswith("──")]
    assert heads == ["possibly", "no"]
    members = record_lines(listing(builtin, "member", as_of=day), day, Style(100))
    assert not any(line.startswith("──") for line in members)


def test_a_long_time_is_shortened_so_that_what_it_is_can_be_read(builtin: Store) -> None:
    lines = list(record_lines(listing(builtin, "institution"), None, Style(80)))
    line = next(line for line in lines if line.startswith("102nd military base"))
    assert " ".join(line.split()).startswith("102nd military base since about 1994–1995 Gyumri: Russian")
    assert all(len(line) <= 80 for line in lines)
