"""JSON without `json`: the same text to the letter."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.cli.json_text import json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_it_is_what_the_library_writes(value: object) -> None:
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_tuples_are_lists() -> None:
    assert json_text({"of": (1, (), ("a",))}) == json.dumps({"of": [1, [], ["a"]]}, indent=1)


@pytest.mark.parametrize("value", [{1, 2}, object(), b"bytes"])
def test_what_has_no_json_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no JSON"):
        json_text(value)
