"""Times beside sentences: short, in a column of one width; and sentences that do not repeat them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cstoref.render.date_column import CELLS, MONTHS, column, without_date
from cstoref.render.text import width
from cstoref.store.queries import Store


@pytest.fixture(scope="module")
def shown(builtin: Store) -> Callable[..., list[str]]:
    """The column of a statement with another time: `shown("2009-10", found=False)`."""
    statement = next(builtin.all_statements())

    def call(when: str | None, found: bool = False) -> list[str]:
        return column(statement._replace(when=when, when_basis="By a rule." if found else None))

    return call


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        (None, []),
        ("2009-10-20", ["20 Oct 2009"]),
        ("2009-10", ["Oct 2009"]),
        ("2009", ["2009"]),
        ("2009?", ["2009 ?"]),
        ("1994-07-20/..", ["20 Jul 1994 –"]),
        ("1992/", ["1992 – ?"]),
        ("../2005", ["– 2005"]),
        ("2003/2016", ["2003–2016"]),
        ("2009-10-02/2009-10-16", ["2–16 Oct 2009"]),
        ("2003-04-28/2010-01-01", ["28 Apr 2003", "– 1 Jan 2010"]),
        ("2022-02-01/2022-03-13", ["1 Feb 2022", "– 13 Mar 2022"]),
        ("[2005-06-22..2005-06-23]", ["Jun 2005"]),
        ("[2012-06-28..2012-12-19]", ["about 2012"]),
        ("[2022-11-23..2023-01-01]", ["2022 or 2023"]),
        ("[2006-06-23..2008-03-28]/2012-06", ["2006 to 2008", "– Jun 2012"]),
        ("[2010-12-10..2013]/..", ["by 2013 –"]),
    ],
)
def test_a_time_is_as_short_as_it_can_be(
    shown: Callable[..., list[str]], when: str | None, lines: list[str]
) -> None:
    assert shown(when) == lines


def test_what_the_editors_found_has_its_mark_once(shown: Callable[..., list[str]]) -> None:
    assert shown("2009-10-20", found=True) == ["≈20 Oct 2009"]
    assert shown("2009-10-20/2010-01", found=True) == ["≈20 Oct 2009", "– Jan 2010"]
    assert shown("2009~", found=True) == ["≈2009"]


def test_no_time_of_the_pack_is_wider_than_its_column(builtin: Store) -> None:
    lines = [line for statement in builtin.all_statements() for line in column(statement)]
    assert max(map(width, lines)) <= CELLS


@pytest.mark.parametrize(
    ("text", "when", "shorter"),
    [
        ("Belarus signed it on 20 October 2009", "2009-10-20", "Belarus signed it"),
        ("He said on 16 July 2025 that it was so", "2025-07-16", "He said that it was so"),
        ("He has been president since 20 July 1994", "1994-07-20/..", "He has been president"),
        (
            "He has been president since 20 July 1994; attested 2005",
            "1994-07-20/..",
            "He has been president; attested 2005",
        ),
        ("He led it from 1 February 2022 to 13 March 2022", "2022-02-01/2022-03-13", "He led it"),
        ("He led it from 1 February to 13 March 2022", "2022-02-01/2022-03-13", "He led it"),
        ("He led it from 26 to 28 January 1994", "1994-01-26/1994-01-28", "He led it"),
        ("He led it from 2012 until 2016", "2012/2016", "He led it"),
        ("He became its head on 3 September 2020", "2020-09-03/[2020..2021]", "He became its head"),
        ("He came to the summit of 27 November 2025", "2025-11-27", "He came to the summit"),
        ("In December 2022 the force had 18,000 men", "2022-12", "The force had 18,000 men"),
        (
            "He cancelled it, planned for October, on 9 October 2022; others spoke of putting it off",
            "2022-10-09",
            "He cancelled it, planned for October; others spoke of putting it off",
        ),
        # Another date, a part of another time, or a clause about the date stays.
        ("Belarus signed it on 20 October 2009", "2009-10-21", "Belarus signed it on 20 October 2009"),
        ("It met in May and June 2009 there", "2009-06", "It met in May and June 2009 there"),
        ("It was held in 2009 and 2010 again", "2009", "It was held in 2009 and 2010 again"),
        (
            "It was in force since 6 July 2011, when it was signed",
            "2011-07-06/..",
            "It was in force since 6 July 2011, when it was signed",
        ),
        ("They met at the summit of June 2005 there", "2005-06", "They met at the summit of June 2005 there"),
        ("He came in 2009", "2009", "He came in 2009"),
        (
            "He came on 3 May 2001 and left on 3 May 2001",
            "2001-05-03",
            "He came on 3 May 2001 and left on 3 May 2001",
        ),
        ("It was in 2001.5 units", "2001", "It was in 2001.5 units"),
        ("It was so then", None, "It was so then"),
        (
            "It has sites at Kant and Karakol, since January 2017.",
            "2017-01/..",
            "It has sites at Kant and Karakol.",
        ),
    ],
)
def test_a_sentence_does_not_repeat_the_date_beside_it(text: str, when: str | None, shorter: str) -> None:
    assert without_date(text, when) == shorter


def test_no_sentence_of_the_pack_loses_more_than_its_time(builtin: Store) -> None:
    time = {month.lower() for month in MONTHS} | {"on", "in", "of", "from", "to", "until", "since"}
    shortened = 0
    for statement in builtin.all_statements():
        shorter = without_date(statement.text, statement.when)
        shortened += shorter != statement.text
        lost = _words(statement.text) - _words(shorter)
        assert all(word in time or word.isdigit() for word in lost), (statement.id, lost)
    assert shortened > 500


def _words(text: str) -> set[str]:
    return {word.strip(".,;").lower() for word in text.split()}
