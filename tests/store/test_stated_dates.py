"""A date that no cited text states has a basis and the mark of what we found; one that is stated has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.model import Source
from cstoref.render import statements as said
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.stated_dates import stated

EVENTS = (
    '[[event]]\nid = "talk"\nname = "The talk"\ntype = "meeting"\nwhen = "{when}"\n\n'
    '[[event.statement]]\nfield = "attended"\nwho = "anna"\ntext = "Anna came."\n{lines}'
    'cite = {{ source = "news", quote = "Anna met Boris" }}\n'
)


def source(language: str = "en", issued: str | None = "2005-06-24") -> Source:
    """A source of which only language and issue matter."""
    return Source(
        "news", "News", "News Ltd", None, None, None, issued, None, None, language, "press", "News",
        None, "corpus/news.txt", None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On June 22-23, Moscow hosted", {(6, 22), (6, 23)}),
        ("(Interfax, RIA, June 22, 23)", {(6, 22), (6, 23)}),
        ("(Pravda, June16)", {(6, 16)}),
        ("from June 3 to 6", {(6, 3), (6, 4), (6, 5), (6, 6)}),
        ("Sept. 5th", {(9, 5)}),
        ("on 3 May 2001", {(5, 3)}),
        ("the 3rd of May", {(5, 3)}),
        ("signed on 2005-06-23", {(6, 23)}),
        ("signed on 23.06.2005", {(6, 23)}),
        ("it may 3 times", set()),
        ("in June 2005", set()),
        ("105 servicemen of June", set()),
    ],
)
def test_days_are_read_in_words_and_numbers(text: str, days: set[tuple[int, int]]) -> None:
    assert stated(text, source()).days == days


@pytest.mark.parametrize(
    ("text", "date", "is_stated"),
    [
        ("On June 23", (2005, 6, 23), True),
        ("On June 23", (2004, 6, 23), False),
        ("On June 23, 2004", (2004, 6, 23), True),
        ("last December", (2004, 12), True),
        ("in December", (2004, 12), False),
        ("Next year", (2006,), True),
        ("In the year", (2006,), False),
        ("It ended last Friday", (2005, 6, 17), False),
    ],
)
def test_the_year_is_that_of_the_issue_unless_the_text_says_another(
    text: str, date: tuple[int, ...], is_stated: bool
) -> None:
    assert stated(text, source()).has(date) is is_stated


def test_in_another_language_a_day_is_stated_where_its_number_stands() -> None:
    text = stated("23 июня в Москве", source("ru"))
    assert text.has((2005, 6, 23))
    assert not text.has((2005, 6, 22))


def test_without_a_day_of_issue_the_text_itself_must_have_the_year() -> None:
    assert not stated("On June 23", source(issued=None)).has((2005, 6, 23))


@pytest.fixture
def told(make_pack: Callable[..., Path]) -> Callable[..., tuple[str, str | None]]:
    """The time of the only statement as it is shown, and its basis: `told("2001-05-03")`."""

    def call(when: str, lines: str = "") -> tuple[str, str | None]:
        store = open_store(str(make_pack(events=EVENTS.format(when=when, lines=lines))))
        item = store.statement("talk/attended/anna")
        assert item is not None
        return said.when(item.statement), item.statement.when_basis

    return call


Told = Callable[..., tuple[str, "str | None"]]


def test_an_inherited_day_that_the_text_states_has_no_mark(told: Told) -> None:
    assert told("2001-05-03") == ("3 May 2001", None)


def test_an_inherited_day_that_no_text_states_is_marked_and_has_a_basis(told: Told) -> None:
    assert told("2001-05-04") == ("≈4 May 2001", "The date of “The talk”; the cited text does not state it.")


def test_one_end_that_is_not_stated_is_enough(told: Told) -> None:
    assert told("2001-05-03/2001-05-09")[0] == "≈3–9 May 2001"


def test_a_day_of_its_own_without_a_basis_is_marked_too(told: Told) -> None:
    shown = told("2001-05-03", 'when = "2001-05-09"\n')
    assert shown == ("≈9 May 2001", "The cited text does not state it.")


def test_a_basis_that_an_author_wrote_stays(told: Told) -> None:
    lines = 'when = "2001-05-09"\nwhen_text = "later"\nwhen_basis = "Six days later."\n'
    assert told("2001-05-03", lines) == ("≈9 May 2001", "Six days later.")


def test_what_rests_on_no_passage_is_left_alone(make_pack: Callable[..., Path]) -> None:
    elsewhere = '[[source]]\nid = "else"\ntitle = "E"\ntype = "press"\npublisher = "E"\nabbr = "E"\n'
    events = EVENTS.format(when="2001-07-01", lines="").replace(
        'source = "news", quote = "Anna met Boris"', 'source = "else"'
    )
    item = open_store(str(make_pack(events=events, sources=elsewhere))).statement("talk/attended/anna")
    assert item is not None and item.statement.when_basis is None


def test_a_document_outside_the_pack_may_state_the_day(make_pack: Callable[..., Path]) -> None:
    elsewhere = '[[source]]\nid = "else"\ntitle = "E"\ntype = "press"\npublisher = "E"\nabbr = "E"\n'
    events = (
        EVENTS.format(when="2001-07-01", lines="")
        .replace("cite = {", 'cite = [{ source = "else" }, {')
        .replace('Boris" }', 'Boris" }]')
    )
    item = open_store(str(make_pack(events=events, sources=elsewhere))).statement("talk/attended/anna")
    assert item is not None and item.statement.when_basis is None


@pytest.mark.parametrize(
    ("id", "is_found"),
    [
        ("csto-summit-2014-05/convened/csto", True),  # the article says "last week"
        ("matybulak-2009/contributed/armenia", True),
        ("west-2009/hosted/belarus", True),
        ("kocharyan/praised/no-disagreement", False),  # "(Interfax, June 23)"
        ("simmons-press-conference-2005-12/discussed/simmons-lavrov-speech", False),  # "December 14"
    ],
)
def test_days_of_the_built_in_pack(builtin: Store, id: str, is_found: bool) -> None:
    item = builtin.statement(id)
    assert item is not None
    assert (item.statement.when_basis is not None) is is_found
