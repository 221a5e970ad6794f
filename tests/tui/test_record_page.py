"""The page, the source and the two-way link between a statement and its sentence."""

from __future__ import annotations

import pytest

from cstoref.session.state import State
from cstoref.store.queries import Store

from .helpers import (
    DOUBLE,
    SINGLE,
    WIDE,
    Driver,
    explore,
    explorer,
    focused,
    frame,
    lines,
    press,
    seen,
    state,
    type_text,
)

PACT = State(section="agreement", record="pact", pane="record", statement="pact/signed/anna")
BORIS = State(section="leader", record="boris", pane="record")
ARCADIA = State(section="member", record="arcadia", pane="record")
NEWS = State(section="sources", source="news", pane="source")


def test_a_page_shows_what_it_is_and_every_statement_under_its_group_and_label(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        shown = seen(pilot, "record").splitlines()
        assert shown[0].split() == ["Arcadia", "former", "member", "·", "AC"]
        assert "former member of the League, 2001–2005" in shown[1]
        assert shown[2].split()[:3] == ["▸Contributed", "12", "observers,"]
        assert shown[3].rstrip().endswith(" also Arcady, Аркадия")
        text = [" ".join(line.split()) for line in shown]
        assert text.index("Membership 1 · member of") < text.index("Contributions 1 · contributed to")
        assert text[text.index("Membership 1 · member of") + 1].startswith("2001–2005 Arcadia was a member")
        for group in ("Attendance", "Signatures"):
            assert text[text.index(group) + 1] == "the sources do not say"

    explore(small, scenario, WIDE, ARCADIA)


def test_text_time_marks_and_conflict_stand_in_columns(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        shown = seen(pilot, "record").splitlines()
        rows = {
            words: next(line for line in shown if words in line)
            for words in ("Boris signed", "would not", "never")
        }
        assert rows["Boris signed"].startswith("  2004           Boris signed the pact   ")
        assert len({row.index("“") for row in rows.values()}) == 1
        disputed = [words for words, row in rows.items() if "!" in row]
        assert disputed == ["Boris signed", "never"]
        assert len({rows[words].index("!") for words in disputed}) == 1
        assert "                reported" in seen(pilot, "record")

    explore(small, scenario, (200, 50), PACT)


def test_moving_in_the_page_lights_the_passage_at_once_and_enter_goes_into_it(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        lit = [line for line in seen(pilot, "source").splitlines() if "▌" in line]
        assert lit == ["▸  1▌Anna signed the pact."] or lit[0].endswith("▌Anna signed the pact.")
        await press(pilot, "k")
        lit = [line for line in seen(pilot, "source").splitlines() if "▌" in line]
        assert lit[0].endswith("▌In 2004 Boris signed after all.")
        await press(pilot, "enter")
        assert focused(pilot) == "source"

    explore(small, scenario, DOUBLE, PACT)


def test_a_text_stays_where_it_is_while_the_passages_of_a_page_are_seen_in_it(builtin: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        source, session, stayed, moved = lines(pilot, "source"), explorer(pilot).session, 0, 0
        for _ in range(40):
            text, top = session.here.text, source.scroll_offset.y
            await press(pilot, "j")
            if session.here.text is None or session.here.text is not text:
                continue
            under = source.items.lines_of(source.cursor)
            assert source.sees_whole(source.cursor)
            if top <= under.start and under.stop <= top + source.content_size.height - 3:
                stayed += 1
                assert source.scroll_offset.y == top
            else:
                moved += 1
        assert stayed > 3
        assert moved

    explore(builtin, scenario, DOUBLE, State(section="event", record="matybulak-2009", pane="record"))


def test_from_a_sentence_to_what_rests_on_it_and_back(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "enter", "j", "r")
        assert "2 statements rest on this sentence" in frame(pilot)
        await press(pilot, "enter")
        assert (state(pilot).record, focused(pilot)) == ("exercise", "record")
        assert "▌" in seen(pilot, "source")
        await press(pilot, "left_square_bracket")
        assert (state(pilot).record, focused(pilot)) == ("boris", "source")
        await press(pilot, "G", "r")
        assert len(pilot.app.screen_stack) == 1

    statement = State(record="boris", statement="boris/said", section="leader", pane="record")
    explore(small, scenario, WIDE, statement)


def test_a_text_counts_hops_and_keeps_its_title(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        shown = seen(pilot, "source").splitlines()
        assert shown[0].strip("▏ ").startswith("The news")
        counts = [line[1:4].strip() for line in shown if line[1:4].strip(" ▸") in ("·", "1", "2")]
        assert len(counts) == 9
        met: list[object] = [state(pilot).sentence or 1]
        for key in (")", ")", ")", "}", "}", "{", "("):
            names = {
                ")": "right_parenthesis",
                "(": "left_parenthesis",
                "}": "right_curly_bracket",
                "{": "left_curly_bracket",
            }
            await press(pilot, names[key])
            met.append(lines(pilot, "source").cursor)
        assert met == [1, 2, 3, 4, 5, 9, 5, 4]
        await pilot.resize_terminal(60, 12)
        await press(pilot, "G")
        assert "The news" in seen(pilot, "source").splitlines()[0]

    explore(small, scenario, WIDE, NEWS)


def test_words_are_found_in_the_text_as_they_are_typed(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "f")
        await type_text(pilot, "boris")
        assert "1/5" in frame(pilot)
        await press(pilot, "enter")
        assert lines(pilot, "source").cursor == 2
        met = []
        for key in ("n", "n", "n", "n", "n", "N"):
            await press(pilot, key)
            met.append(lines(pilot, "source").cursor)
        assert met == [4, 6, 7, 8, 2, 8]
        assert "“boris” 5/5" in seen(pilot, "top")
        await press(pilot, "f")
        await type_text(pilot, "zzz")
        assert "0/0" in frame(pilot)
        await press(pilot, "escape")
        assert state(pilot).text_find == "boris"
        await press(pilot, "escape")
        assert state(pilot).text_find == ""

    explore(small, scenario, WIDE, NEWS)


def test_every_passage_of_a_statement_can_be_shown(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        assert "Boris stayed away" in seen(pilot, "source")
        await press(pilot, "c")
        shown = seen(pilot, "source")
        assert "The pack has no text of it" in shown
        assert "The register of states" in shown
        assert "page 4" in shown
        await press(pilot, "c")
        assert "Boris stayed away" in seen(pilot, "source")

    explore(small, scenario, WIDE, State(record="boris", statement="exercise/absent/boris", pane="record"))


def test_what_is_inferred_says_by_which_rule_and_from_what(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        shown = seen(pilot, "source")
        for words in (
            "Inferred by the editors",
            "Its leader was at the meeting",
            "Anna Ivanova and Boris of Arcadia",
        ):
            assert words in " ".join(shown.split())
        await pilot.resize_terminal(*SINGLE)
        await pilot.pause()
        assert "Inferred by the editors" in seen(pilot, "strip")

    explore(small, scenario, WIDE, State(record="xanadu", pane="record"))


def test_linked_records_open_at_the_same_statement(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "j", "j", "o")
        listed = seen(pilot, "dialog-list")
        assert "Boris" in listed
        assert "Anna Ivanova" in listed
        await press(pilot, "enter")
        assert (state(pilot).record, state(pilot).statement) == ("boris", "pact/refused/boris")
        await press(pilot, "escape", "slash", "escape")
        assert state(pilot).record == "boris"

    explore(small, scenario, WIDE, PACT)


def test_everything_of_a_statement_is_told_and_leads_to_its_passages(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "d")
        shown = " ".join(seen(pilot, "dialog-list").replace("│", " ").split())
        told = "Boris never signed the pact", "a clerk", "reported", "disagreement", "Letters, 2005"
        assert [words for words in told if words not in shown] == []
        await press(pilot, "enter")
        assert focused(pilot) == "source"
        assert "A clerk writes" in seen(pilot, "source")

    explore(
        small, scenario, SINGLE, State(record="pact", statement="pact/refused/boris-never", pane="record")
    )


def test_other_names_unfold(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "i")
        shown = seen(pilot, "dialog-list").split()
        assert shown[shown.index("Аркадия") - 1] == "Russian"
        assert shown[shown.index("ISO") : shown.index("ISO") + 3] == ["ISO", "3166", "AC"]

    explore(small, scenario, SINGLE, ARCADIA)


def test_a_page_begins_at_what_a_source_tells(builtin: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        listed = builtin.statement(state(pilot).statement or "")
        assert listed is not None
        assert listed.statement.citations
        assert lines(pilot, "record").scroll_offset.y == 0

    for record in ("belarus", "tajikistan"):
        explore(builtin, scenario, state=State(record=record, pane="record"))


ATTESTED = "lukashenko/office/2005-06-24"


def test_a_page_tells_a_term_once_and_a_statement_that_is_opened_stands_by_itself(builtin: Store) -> None:
    page = State(section="leader", record="lukashenko", pane="record")

    async def folded(pilot: Driver) -> None:
        assert "; attested" in " ".join(seen(pilot, "record").split())
        assert "24 Jun 2005" not in seen(pilot, "record")

    async def opened(pilot: Driver) -> None:
        assert state(pilot).statement == ATTESTED
        assert "24 Jun 2005" in seen(pilot, "record")
        await press(pilot, "down", "up")
        assert state(pilot).statement == ATTESTED

    async def by_time(pilot: Driver) -> None:
        assert "; attested" not in seen(pilot, "record")

    explore(builtin, folded, WIDE, page)
    explore(builtin, opened, WIDE, page._replace(statement=ATTESTED))
    explore(builtin, by_time, WIDE, page._replace(record_sort="time"))


@pytest.mark.parametrize("size", [(60, 20), SINGLE, DOUBLE, WIDE])
def test_the_name_of_a_page_stays_in_sight(builtin: Store, size: tuple[int, int]) -> None:
    async def scenario(pilot: Driver) -> None:
        for key in ("G", "g", "pagedown"):
            await press(pilot, key)
            assert seen(pilot, "record").splitlines()[0].lstrip("▏ ").startswith("Belarus ")

    explore(builtin, scenario, size, State(section="member", record="belarus", pane="record"))


def test_what_is_pinned_and_bookmarked_has_marks_in_its_row(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "space")
        assert "✓ Boris never signed" in seen(pilot, "record")
        await press(pilot, "m")
        assert "★ ✓ Boris never signed" in seen(pilot, "record")
        await press(pilot, "space", "m")
        assert "✓" not in seen(pilot, "record")

    never = State(section="agreement", record="pact", statement="pact/refused/boris-never", pane="record")
    explore(small, scenario, DOUBLE, never)
