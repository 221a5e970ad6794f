"""Hits as text: what matched is marked also where there is no colour, and each no says which it is."""

from __future__ import annotations

import pytest

from cstoref.render.search_results import found_lines, heading
from cstoref.render.text import ASCII, Style, width
from cstoref.store.queries import Store
from cstoref.store.search.exact import NEAR, OTHER, STATEMENT, WORD, Hit
from cstoref.store.search.results import AMBIGUOUS, FOUND, NOT_FOUND, OUTSIDE, SILENT, SearchResult, find

TITLE = "A title"
NAME = Hit(WORD, "minsk", "place", "Minsk and Brest", "one word starts with this", "", spans=((10, 13),))
SAID = NAME._replace(
    tier=STATEMENT, name="The troops left Minsk.", why="said in News, 2009", statement="minsk/said",
    source="news", start=3, end=9, spans=((4, 10),),
)  # fmt: skip
PLAIN = Style()


def lines_of(found: SearchResult, style: Style = PLAIN) -> list[str]:
    blurbs, names = {"minsk": "A city."}, {"minsk": "Minsk and Brest"}
    return list(found_lines(found, names, blurbs, style))


def test_a_record_has_kind_name_reason_and_blurb() -> None:
    first, second = lines_of(SearchResult("bre", FOUND, (NAME,), ()))
    assert first.split("  ")[0] == "place"
    assert "Minsk and ‹Bre›st" in first
    assert first.endswith("  one word starts with this")
    assert width(first) == 80
    assert second.strip() == "A city."


def test_a_statement_has_its_record_its_reason_and_its_words() -> None:
    first, second = lines_of(SearchResult("troops", FOUND, (SAID,), ()))
    assert "Minsk and Brest" in first
    assert first.endswith("said in News, 2009")
    assert second.strip() == "The ‹troops› left Minsk."


def test_a_source_and_a_sentence_name_the_source() -> None:
    whole = Hit(OTHER, None, None, "The title", "source News", "", None, "news", 0, 0)
    sentence = whole._replace(name="A sentence.", why="in the text of News", start=3, end=14)
    lines = lines_of(SearchResult("news", FOUND, (whole, sentence), ()))
    assert [line.split()[0] for line in lines[::2]] == ["source", "text"]
    assert all("news" in line for line in lines[::2])


def test_in_colour_what_matched_is_underlined_and_all_stands_where_it_stood() -> None:
    plain = Style(colour=True)
    first = lines_of(SearchResult("bre", FOUND, (NAME,), ()), plain)[0]
    assert "Minsk and \x1b[4mBre\x1b[24mst" in first
    bare = first.replace("\x1b[4m", "").replace("\x1b[24m", "")
    assert width(bare) == 80
    assert "‹" not in first


def test_without_unicode_the_marks_are_plain() -> None:
    assert "[Bre]st" in lines_of(SearchResult("bre", FOUND, (NAME,), ()), Style(marks=ASCII))[0]


@pytest.mark.parametrize("cells", [40, 57, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_asked(cells: int, colour: bool) -> None:
    long = NAME._replace(name="Minsk and Brest " * 20, why="because of this and that " * 9)
    word = SAID._replace(name="x" * 500 + " troops", spans=((0, 500), (501, 507)))
    for line in lines_of(
        SearchResult("q" * 300, AMBIGUOUS, (long, word, NAME, SAID), ()), Style(cells, colour=colour)
    ):
        for code in ("1", "22", "2", "4", "24"):
            line = line.replace(f"\x1b[{code}m", "")
        assert width(line) <= cells


def test_controls_in_data_are_shown_and_never_sent() -> None:
    evil = "a\x1b]0;x\x07 b\u202ec"
    hits = (NAME._replace(name=evil, spans=((0, 9),)), SAID._replace(name=evil, spans=((2, 5),)))
    for style in (Style(), Style(colour=True)):
        text = "\n".join(lines_of(SearchResult(evil, AMBIGUOUS, hits, ()), style))
        assert "\x1b]" not in text
        assert "\x07" not in text
        assert "\u202e" not in text


def test_several_candidates_are_announced() -> None:
    assert heading(SearchResult("x", AMBIGUOUS, (NAME, SAID), ()), TITLE) == "“x” is ambiguous"


def test_nothing_found_names_the_closest_or_what_there_is() -> None:
    near = NAME._replace(tier=NEAR, why="one letter off")
    not_found = SearchResult("x", NOT_FOUND, (), (near,))
    assert heading(not_found, TITLE) == "nothing is found for “x”"
    assert lines_of(not_found)[0] == "The closest names:"
    assert "cstoref members" in " ".join(lines_of(SearchResult("x", NOT_FOUND, (), ())))


def test_a_silence_says_of_what_and_what_is_said_instead() -> None:
    subject = NAME._replace(name="Minsk", why="the sources do not say anything of it about “metro”")
    silent = SearchResult("minsk metro", SILENT, (), (subject, SAID))
    text = "\n".join(lines_of(silent))
    assert heading(silent, TITLE).endswith("do not say anything of it about “metro”")
    assert "cstoref show minsk" in text
    assert "- The troops left Minsk. (said in News, 2009)" in text


def test_what_is_outside_is_told_what_is_inside() -> None:
    outside = SearchResult("pizza recipe", OUTSIDE, (), ())
    assert heading(outside, TITLE) == f"“pizza recipe” is outside this reference, which is about: {TITLE}"
    assert "cstoref members" in " ".join(lines_of(outside))


@pytest.mark.parametrize("typed", ["kazakh", "dairy ban", "EDM 2009", "belarus gdp", "pizza recipe", "zqxj"])
def test_what_the_engine_finds_can_be_shown(builtin: Store, typed: str) -> None:
    found = find(builtin, typed)
    lines = list(found_lines(found, {}, {}, Style()))
    assert lines
    assert all(width(line) <= 80 for line in lines)
