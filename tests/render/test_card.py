"""The card: one screen, every line in its cells, every mark explained."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import dates, sanitize
from cstoref.render.card import DOUBTFUL, card
from cstoref.render.text import ASCII, Marks, Style, width
from cstoref.store.cache import open_store
from cstoref.store.card_page import card_page
from cstoref.store.pages import Page, page
from cstoref.store.queries import Store

GOLDEN = Path(__file__).parents[1] / "golden"
TODAY = "2021-06-01"


@pytest.fixture(autouse=True)
def a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards say the day of asking: let it be one day."""
    monkeypatch.setattr(dates, "today", lambda: TODAY)


def page_of(store: Store, id: str, as_of: str | None = None) -> Page:
    found = page(store, id, as_of)
    assert found is not None
    return found


def shown(store: Store, id: str, as_of: str | None = None) -> Page:
    """The page from which `cstoref NAME` makes its card."""
    found = card_page(store, id, as_of)
    assert found is not None
    return found


@pytest.mark.parametrize("cells", [80, 40, 100])
def test_every_card_of_the_built_in_pack_fits_a_screen(builtin: Store, cells: int) -> None:
    for record in builtin.records():
        lines = card(shown(builtin, record.id), Style(cells))
        assert len(lines) <= 23, record.id
        assert max(width(line) for line in lines) <= cells, record.id
        assert lines == [sanitize.line(line) for line in lines], record.id


@pytest.mark.parametrize("cells", [70, 80, 100, 160])
def test_how_to_go_on_is_never_cut(builtin: Store, cells: int) -> None:
    for record in builtin.records():
        way = card(shown(builtin, record.id), Style(cells))[-1].rpartition("open: ")[2]
        assert way in (f"cstoref -i {record.id}", "-i"), record.id


def test_cards_fit_on_any_day_too(builtin: Store) -> None:
    for record in builtin.records("member"):
        for day in ("1990-01-01", "2005-06-23", "2009-10-16", "2030-01-01"):
            lines = card(shown(builtin, record.id, day), Style())
            assert len(lines) <= 23
            assert max(width(line) for line in lines) <= 80


def test_a_whole_card_shows_every_statement_and_cuts_none(builtin: Store) -> None:
    found = page_of(builtin, "belarus")
    lines = card(found, Style(), everything=True)
    assert max(width(line) for line in lines) <= 80
    shown = " ".join("".join(line[14:]).strip() for line in lines)
    shown = " ".join(re.sub(r" [“◇≈!][\d+]*( !)?(?= |$)", " ", shown).split())
    for entry in found.entries:
        assert " ".join(entry.statement.text.rstrip(".").split()) in shown, entry.statement.id


@pytest.mark.parametrize("cells", [40, 41, 50, 80])
@pytest.mark.parametrize("marks", [Style().marks, ASCII], ids=["unicode", "ascii"])
def test_no_word_of_a_statement_is_cut_at_any_width(mini: Store, cells: int, marks: Marks) -> None:
    found = page_of(mini, "meeting")
    lines = card(found, Style(cells)._replace(marks=marks), everything=True)
    text = " ".join(lines)
    for entry in found.entries:
        assert all(word in text for word in entry.statement.text.rstrip(".").split())


def test_every_mark_is_explained_and_every_number_has_its_footnote(builtin: Store) -> None:
    for record in builtin.records("member"):
        lines = card(shown(builtin, record.id), Style())
        legend = lines[-1]
        notes = [line for line in lines[3:-1] if re.match(r"[“◇]\d+ ", line)]
        numbers = [int(number) for line in notes for number in re.findall(r"(?:^| · )[“◇](\d+) ", line)]
        assert numbers == list(range(1, len(numbers) + 1))
        above = lines[: lines.index(notes[0])] if notes else lines[:-1]
        used = {int(number) for line in above for number in re.findall(r"[“◇](\d+)\+?(?= |$)", line)}
        assert used == set(numbers)
        for mark, word in (("“", "quoted"), ("◇", "referenced")):
            assert (f"{mark} {word}" in legend) is any(line.startswith(mark) for line in notes)


@pytest.mark.parametrize("id", ["meeting", "anna", "boris", "xanadu"])
def test_the_cards_of_the_small_pack_are_as_they_were(mini: Store, id: str) -> None:
    found = "\n".join(card(shown(mini, id), Style())) + "\n"
    if os.environ.get("GOLDEN"):
        (GOLDEN / f"card-{id}.txt").write_text(found, encoding="utf-8")
    assert found == (GOLDEN / f"card-{id}.txt").read_text(encoding="utf-8")


def test_a_card_in_ascii_has_ascii_marks(mini: Store) -> None:
    text = "\n".join(card(page_of(mini, "meeting"), Style(marks=ASCII)))
    assert not set("“◇≈─·…") & set(text.replace("  “", "").replace("”", ""))


def test_colour_changes_no_word(builtin: Store) -> None:
    found = page_of(builtin, "kazakhstan")
    plain, coloured = card(found, Style()), card(found, Style(colour=True))
    assert coloured != plain
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in coloured] == plain


def test_what_was_possible_or_has_no_date_says_so(make_pack: Callable[..., Path]) -> None:
    statement = (
        '\n[[place.statement]]\nfield = "purpose"\nkey = "{}"\ntext = "It is {}."\n'
        '{}cite = {{ source = "news", quote = "Anna met" }}\n'
    )
    places = '[[place]]\nid = "hill"\nname = "Hill"\ntype = "site"\n' + "".join(
        (
            statement.format("a", "old", 'when = "2000/.."\n'),
            statement.format("b", "high", 'when = "2005/"\n'),
            statement.format("c", "green", ""),
        )
    )
    store = open_store(str(make_pack(places=places)))
    text = "\n".join(card(page_of(store, "hill", "2010-01-01"), Style(), everything=True))
    assert "as of 1 Jan 2010" in text
    assert "end not known: It is high" in text
    assert "undated: It is green" in text
    assert "possibly: It is old" not in text
    assert "It is old" in text


HOSTILE = "[sic] [/ [red]x[/red] \\u001b]52;c;aGk=\\u0007 Минск 👍 \\u202e"


def test_hostile_text_shows_literally(make_pack: Callable[..., Path]) -> None:
    places = (
        f'[[place]]\nid = "hill"\nname = "{HOSTILE}"\ntype = "site"\nblurb = "{HOSTILE}"\n'
        f'identifiers = {{ wikidata = "{HOSTILE}" }}\n\n[[place.statement]]\nfield = "purpose"\n'
        f'text = "{HOSTILE}"\nsaid_by_text = "{HOSTILE}"\nhedge = "{HOSTILE}"\n'
        'cite = { source = "news", quote = "Anna met" }\n'
    )
    store = open_store(str(make_pack(places=places)))
    for everything in (False, True):
        lines = card(page_of(store, "hill"), Style(), everything)
        assert lines == [sanitize.line(line) for line in lines]
        assert "[sic] [/ [red]x[/red] ␛]52;c;aGk=␇ Минск 👍" in lines[0]
        assert max(width(line) for line in lines) <= 80


def test_a_statement_that_is_too_long_is_not_passed_over_in_silence(make_pack: Callable[..., Path]) -> None:
    places = (
        '[[place]]\nid = "hill"\nname = "Hill"\ntype = "site"\n\n[[place.statement]]\nfield = "purpose"\n'
        f'text = "{"words " * 500}"\ncite = {{ source = "news", quote = "Anna met" }}\n'
    )
    lines = card(page_of(open_store(str(make_pack(places=places))), "hill"), Style())
    assert len(lines) <= 23
    assert "too long for a card" in lines[3]
    assert " 1 statement · all: --all" in lines[4]


def test_what_only_doubtful_things_are_stated_of_says_so(make_pack: Callable[..., Path]) -> None:
    places = (
        '[[place]]\nid = "hill"\nname = "Hill"\ntype = "site"\n\n[[place.statement]]\nfield = "purpose"\n'
        'text = "It is a base."\nwhen = "1992?/.."\ncite = { source = "news", quote = "Anna met" }\n'
    )
    found = card_page(open_store(str(make_pack(places=places))), "hill")
    assert found is not None
    lines = card(found, Style())
    assert lines[3] == DOUBTFUL
    assert " 1 statement · all: --all" in lines[4]


def test_what_nothing_is_stated_of_says_so(mini: Store) -> None:
    assert "Nothing is stated of it." in card(page_of(mini, "xanadu"), Style())
    early = card(page_of(mini, "boris", "1900-01-01"), Style())
    assert "Nothing that stands out is stated of it on this day." in early
