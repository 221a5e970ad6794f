"""What a layer stands on: the packs below it, as one. A layer adds to them, and never changes or hides them.

Everything below is known by its id, so that no id is taken twice. Only what the layer extends, directly or by
way of others, may be referred to: what another layer has that happens to be below is missing without it.
"""

from __future__ import annotations

from collections.abc import Collection

from cstoref.model import Edition, Pack

from .declared import Declared
from .vocabulary import base

NO_EDITION = Edition("", "", None, "", "", "", "", "")


class Below:
    """The packs below a layer. `extended` are the ids of those that it extends."""

    def __init__(self, pack: Pack, declared: Declared, extended: Collection[str]) -> None:
        self.pack = pack
        self.declared = declared
        self.records = {record.id: record for record in pack.records}
        self.sources = {source.id: source for source in pack.sources}
        self.statements = {statement.id: statement for statement in pack.statements}
        self.conflicts = {conflict.id: conflict for conflict in pack.conflicts}
        self.retired = {gone.id: gone for gone in pack.retired}
        self.lowest = pack.layers[0].id if pack.layers else pack.edition.id
        self._visible = {None, *extended}

    def __bool__(self) -> bool:
        return self.pack.edition is not NO_EDITION

    def sees(self, layer: str | None) -> bool:
        """Whether what belongs to a layer may be referred to."""
        return layer in self._visible

    def owner(self, id: str) -> str:
        """The id of the pack that something belongs to; empty if nothing below has the id."""
        for parts in (self.records, self.sources, self.statements, self.conflicts):
            part = parts.get(id)
            if part is not None:
                return part.layer or self.lowest
        return ""

    def absent(self, id: str) -> str:
        """Why something below cannot be referred to under an id, and what to do; empty if there is no such
        reason."""
        gone = self.retired.get(id) or self.retired.get(id.partition("/")[0])
        if gone is not None:
            now = gone.successor if gone.id == id else f"{gone.successor}/{id.partition('/')[2]}"
            return f'; it was retired: write "{now}"'
        owner = self.owner(id)
        return f'; "{owner}" has it, but this pack does not extend "{owner}"' if owner else ""


def nothing() -> Below:
    """What a pack stands on that extends no other."""
    declared = base()
    return Below(Pack(NO_EDITION, declared.vocabulary, (), (), (), (), (), ()), declared, ())
