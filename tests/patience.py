"""How long a test waits for what must come."""

from __future__ import annotations

PATIENCE = 240.0
"""Seconds after which a test takes something for hung. How long a thing takes is no test's business: on a
busy machine it takes ten times as long, so this only ends what would never end."""
