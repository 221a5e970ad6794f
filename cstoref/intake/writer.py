"""What writes into a pack, for who loads it late: it needs all that reads and checks the files of packs."""

from __future__ import annotations

from .change import undo
from .new_record import ENTRIES as RECORD_ENTRIES
from .new_record import make, types_of
from .own_pack import author_of
from .statement import state

__all__ = ["RECORD_ENTRIES", "author_of", "make", "state", "types_of", "undo"]
