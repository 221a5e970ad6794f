"""What is added to a TOML file is all that changes in it: comments, blanks and order stay as they were."""

from __future__ import annotations

import pytest
import tomli

from cstoref.authoring.toml.toml_edit import Insertion, with_keys, with_subtable, with_table
from cstoref.authoring.toml.toml_text import value_text
from cstoref.errors import UserError

TEXT = """\
# at the head
[[event]]
id = 'first'          # a comment
name = "First"

[[event.statement]]
field = "attended"
who = [
    "a",  # one
    "b",
]

# about the second
[[event]]
id = "second"
[event.identifiers]
wikidata = "Q1"
"""
VALUES = {"field": "said", "who": ["a", "b"], "text": 'He said “no” and "yes" \\ twice.\n', "negated": True}


def rest_of(made: Insertion) -> str:
    """The text without what was added."""
    assert made.text[made.start : made.start + len(made.added)] == made.added
    return made.text[: made.start] + made.text[made.start + len(made.added) :]


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("text", [TEXT, TEXT.rstrip("\n"), TEXT.replace("\n", "\r\n"), TEXT + "\n\n# end\n"])
def test_a_statement_is_put_below_its_record_and_nothing_else_changes(text: str, number: int) -> None:
    made = with_subtable(text, ("event", number, "statement"), VALUES, "data/events.toml")
    assert rest_of(made) == text
    event = tomli.loads(made.text)["event"][number]
    assert event["statement"][-1] == VALUES
    assert len(event["statement"]) == 2 - number


def test_the_comment_on_the_next_record_stays_with_it() -> None:
    made = with_subtable(TEXT, ("event", 0, "statement"), VALUES, "data/events.toml")
    assert made.text.index("negated = true") < made.text.index("# about the second")


@pytest.mark.parametrize("text", ["", TEXT, TEXT.rstrip("\n"), TEXT.replace("\n", "\r\n")])
def test_a_table_is_put_at_the_end(text: str) -> None:
    made = with_table(text, "event", {"id": "third", "left_out": None}, "data/events.toml")
    assert rest_of(made) == text
    assert tomli.loads(made.text)["event"][-1] == {"id": "third"}
    assert ("\r\n" in made.added) == ("\r\n" in text)


@pytest.mark.parametrize("number", [0, 1])
def test_keys_are_put_into_a_table(number: int) -> None:
    made = with_keys(TEXT, "event", number, {"sha256": "0" * 64}, "data/events.toml")
    assert rest_of(made) == TEXT
    assert tomli.loads(made.text)["event"][number]["sha256"] == "0" * 64


@pytest.mark.parametrize(
    "text",
    [
        'event = [{ id = "first", statement = [{ field = "said" }] }]\n',
        '[[event]]\nid = "first"\nstatement = [{ field = "said" }]\n',
    ],
)
def test_a_form_to_which_nothing_can_be_added_is_said(text: str) -> None:
    with pytest.raises(UserError, match=r"^data/events\.toml is written in a form"):
        with_subtable(text, ("event", 0, "statement"), VALUES, "data/events.toml")


def test_a_file_that_is_no_toml_is_left_alone() -> None:
    with pytest.raises(UserError, match=r"^data/events\.toml is not TOML: .*; mend it first"):
        with_table("[[event]\n", "event", {"id": "x"}, "data/events.toml")


@pytest.mark.parametrize(
    "value", ["", "ü", '"', "\\", "a\x00\x1f\x7fb", True, -3, 2.5, ["a", ["b"]], {"a b": 1}]
)
def test_a_value_is_read_back_as_it_was(value: object) -> None:
    assert tomli.loads(f"x = {value_text(value)}")["x"] == value
