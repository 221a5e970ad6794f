"""Who signed which agreement, who refused, who ratified it."""

from __future__ import annotations

from cstoref.store.participation import SIGNATURE

from .members import KEYS, Members


class Signatures(Members):
    """Members and agreements."""

    title = "Signatures"
    keys = (("matrix", "contributions"), *KEYS)
    mode = SIGNATURE
