"""Who came to which event, who sent another, who stayed away."""

from __future__ import annotations

from cstoref.store.participation import ATTENDANCE

from .members import KEYS, Members


class Attendance(Members):
    """Members and events."""

    title = "Attendance"
    keys = (("matrix", "signatures"), *KEYS)
    mode = ATTENDANCE
