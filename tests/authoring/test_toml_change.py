"""Keys of a table change and nothing else: comments, order and the form of all other lines stay."""

from __future__ import annotations

from typing import Any

import pytest

from cstoref.authoring.toml.toml_change import with_changes
from cstoref.errors import UserError

TEXT = """\
# People.
[[leader]]
id = "anna"      # the first
name = "Anna"
names = [
  "Anya",
]

# What Anna did.
[[leader.statement]]
field = "said"
text = \"\"\"
Anna said
[[this]].\"\"\"
cite = { source = "news" }  # a page

[[leader.statement]]
field = "office"

[[leader]]
id = "boris"
"""


@pytest.mark.parametrize(
    ("path", "changes", "was", "now"),
    [
        (("leader", 0), {"name": "Ann"}, 'name = "Anna"\n', 'name = "Ann"\n'),
        (("leader", 0), {"names": None}, 'names = [\n  "Anya",\n]\n', ""),
        (("leader", 0), {"blurb": "B."}, '  "Anya",\n]\n', '  "Anya",\n]\nblurb = "B."\n'),
        (("leader", 0, "statement", 0), {"text": "T."}, '"""\nAnna said\n[[this]]."""', '"T."'),
        (("leader", 0, "statement", 0), {"note": "N."}, "# a page\n", '# a page\nnote = "N."\n'),
        (("leader", 0, "statement", 1), {"when": "2001"}, '"office"\n', '"office"\nwhen = "2001"\n'),
        (("leader", 1), {"name": "Bo"}, 'id = "boris"\n', 'id = "boris"\nname = "Bo"\n'),
        (("leader", 1), {"id": "bo"}, '"boris"', '"bo"'),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_the_lines_of_the_key_change(
    path: tuple[str | int, ...], changes: dict[str, Any], was: str, now: str, line_end: str
) -> None:
    text = TEXT.replace("\n", line_end)
    (step,) = with_changes(text, path, changes, "data/leaders.toml")
    assert step.text == TEXT.replace(was, now, 1).replace("\n", line_end)
    assert text[: step.start] + step.added + text[step.start + len(step.removed) :] == step.text


def test_a_text_without_a_last_line_end_gets_one() -> None:
    (step,) = with_changes(TEXT.rstrip("\n"), ("leader", 1), {"name": "Bo"}, "data/leaders.toml")
    assert step.text == TEXT + 'name = "Bo"\n'


def test_another_form_is_refused() -> None:
    text = 'leader = [{ id = "anna", name = "Anna" }]\n'
    with pytest.raises(UserError, match="“name” cannot be changed; edit it by hand"):
        with_changes(text, ("leader", 0), {"name": "Ann"}, "data/leaders.toml")
