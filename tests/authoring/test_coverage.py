"""How much of each text is covered, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.coverage import BARE, COVERED, PARTLY, SILENT, coverage
from cstoref.model import Pack
from tests.conftest import Result
from tests.mini_pack import write_pack

SILENCES = (
    '[[silence]]\nreason = "A flourish."\ncite = { source = "news", quote = "Boris did not come back." }\n'
)


def one_quote(quote: str) -> str:
    """Events with one statement that rests on a quote."""
    return (
        '[[event]]\nid = "meeting"\nname = "M"\ntype = "meeting"\n\n[[event.statement]]\nfield = "attended"\n'
        f'text = "T"\ncite = {{ source = "news", quote = "{quote}" }}\n'
    )


def states(pack: Pack) -> list[str]:
    return [sentence.state for sentence in coverage(pack)]


def test_each_sentence_has_its_state_and_what_rests_on_it(loaded: Callable[..., Pack]) -> None:
    first, second, third = coverage(loaded())
    assert (first.state, second.state, third.state) == (COVERED, BARE, COVERED)
    assert first.statements == ("meeting/attended/anna", "meeting/attended/boris")
    assert second.statements == ()
    assert (first.source, first.number, third.number) == ("news", 1, 3)
    assert third.text == "He sent 12 men in his stead."


@pytest.mark.parametrize(
    ("quote", "state"),
    [("12345", COVERED), ("6789.", COVERED), ("1234", PARTLY), ("456789", COVERED), ("9.", PARTLY)],
)
def test_half_of_a_sentence_covers_it(loaded: Callable[..., Pack], quote: str, state: str) -> None:
    assert states(loaded(text="123456789.\n", events=one_quote(quote))) == [state]


def test_passages_cover_together_and_overlaps_count_once(loaded: Callable[..., Pack]) -> None:
    both = one_quote("Anna met Boris") + (
        '\n[[event.statement]]\nfield = "hosted"\ntext = "T"\n'
        'cite = [{ source = "news", quote = "met Boris in" }, '
        '{ source = "news", quote = "Boris in Xanadu" }]\n'
    )
    assert states(loaded(events=one_quote("Anna met Boris")))[0] == PARTLY
    assert states(loaded(events=both))[0] == COVERED


def test_a_passage_over_two_sentences_counts_for_both(loaded: Callable[..., Pack]) -> None:
    pack = loaded(events=one_quote("did not come back. He sent 12 men"))
    assert states(pack) == [BARE, COVERED, COVERED]


def test_a_silent_sentence_is_counted_apart(loaded: Callable[..., Pack]) -> None:
    assert states(loaded(silences=SILENCES)) == [COVERED, SILENT, COVERED]


def test_what_is_both_silent_and_covered_is_covered(loaded: Callable[..., Pack]) -> None:
    pack = loaded(silences=SILENCES, events=one_quote("Boris did not come back."))
    assert states(pack) == [BARE, COVERED, BARE]


def test_coverage_of_one_source_leaves_out_the_others(loaded: Callable[..., Pack]) -> None:
    assert coverage(loaded(), "another") == []
    assert len(coverage(loaded(), "news")) == 3


def test_a_gap_is_printed_and_exits_with_4(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    result = run("coverage", "--pack", str(make_pack()))
    assert result.code == 4
    assert "news: 3 sentences, 2 covered, 0 silent, 0 partly, 1 bare" in result.out
    assert "Boris did not come back." in result.out
    assert "Anna met Boris" not in result.out


def test_without_a_gap_it_exits_with_0(tmp_path: Path, run: Callable[..., Result]) -> None:
    pack = write_pack(tmp_path, text="Anna met Boris in Xanadu. He sent 12 men.\n")
    result = run("coverage", "--pack", str(pack))
    assert result.code == 0
    assert "100%" in result.out


def test_coverage_of_one_source_prints_every_sentence(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    result = run("coverage", "news", "--pack", str(make_pack()))
    assert [line[8:16].strip() for line in result.out.splitlines()[:3]] == [COVERED, BARE, COVERED]


def test_coverage_of_an_unknown_source_names_those_there_are(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    result = run("coverage", "nows", "--pack", str(make_pack()))
    assert result.code == 1
    assert "no text “nows”; use one of news" in result.err
