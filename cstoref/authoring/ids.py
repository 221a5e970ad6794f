"""What the id of a statement is made of: words that were written, never content or order."""

from __future__ import annotations

from collections.abc import Sequence


def statement_id(subject: str, field: str, who: Sequence[str], value: str | None, key: str | None) -> str:
    """`record/field/which`: the only one who takes part, else the record that is the value, and the key.

    `value` is that record's id, or None where the field's value is no record.
    """
    only = who[0] if len(who) == 1 else None
    which = only or value
    if key:
        which = f"{only}-{key}" if only else key
    return "/".join([subject, field, which] if which else [subject, field])
