"""Who gave how much to which event; of the one under the cursor also as bars."""

from __future__ import annotations

from cstoref.store.participation import CONTRIBUTION

from .members import KEYS, Members


class Contributions(Members):
    """Members and events."""

    title = "Contributions"
    keys = (("matrix", "attendance"), *KEYS)
    mode = CONTRIBUTION
