"""What writes into a pack, for who loads it late: it needs all that reads and checks the files of packs."""

from __future__ import annotations

from .change import undo
from .own_pack import author_of
from .statement import state

__all__ = ["author_of", "state", "undo"]
