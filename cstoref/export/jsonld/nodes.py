"""What all nodes are made with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cstoref.export import iris

Node = dict[str, Any]


def named(what: str, id: str) -> str:
    """The name of a thing of the pack, short as the context has it: `record:belarus`."""
    return f"{what}:{iris.part(id)}"


def all_named(what: str, ids: Iterable[str]) -> list[str]:
    """The names of several things of one sort."""
    return [named(what, id) for id in ids]


def known(node: Node) -> Node:
    """A node without what is not known: RDF has no null."""
    return {key: value for key, value in node.items() if value is not None and value != []}
