"""The plain attributes of a statement: text or a yes, each stored, read, exported and shown the same way.

From this list follow the columns of the compiled pack, the values that are read back, the keys at the end of
a statement's line in an export, and the lines of its details. To add an attribute: one entry here, one line
in `model.Statement` and one in `authoring.schema.AuthoredStatement`, all three at the end.
"""

from __future__ import annotations

from .namedtuples import NamedTuple


class Attribute(NamedTuple):
    """One attribute. `flag`: it is a yes or a no, not text."""

    name: str
    label: str = ""
    """What stands before it in the details of a statement; empty if the details show it in their own way."""
    flag: bool = False
    default: str | None = None
    """What it is where an author writes nothing."""
    computed: bool = False
    """It is worked out when the pack is compiled; an author cannot write it."""

    @property
    def column(self) -> str:
        """Its column in the compiled pack, as SQL."""
        sort = "INTEGER" if self.flag else "TEXT"
        return f"{self.name} {sort}{' NOT NULL' if self.flag or self.default else ''}"


ATTRIBUTES = (
    Attribute("when_text"),
    Attribute("when_basis"),
    Attribute("said_by"),
    Attribute("said_by_text"),
    Attribute("said_on"),
    Attribute("stance", default="asserted"),
    Attribute("hedge"),
    Attribute("negated", flag=True),
    Attribute("rank", default="normal"),
    Attribute("rank_reason"),
    Attribute("note", "note"),
    Attribute("rule", "rule"),
    Attribute("confirmed", computed=True),
    Attribute("trivial", "trivial", flag=True),
    Attribute("grade", "support", computed=True),
    Attribute("layer", "layer", computed=True),
)
"""In the order of the last parts of `model.Statement`."""
NAMES = tuple(attribute.name for attribute in ATTRIBUTES)
FLAGS = tuple(position for position, attribute in enumerate(ATTRIBUTES) if attribute.flag)
AUTHORED = tuple(attribute.name for attribute in ATTRIBUTES if not attribute.computed)
