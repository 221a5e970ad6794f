"""Whatever is read or typed gives a value or an error of our own, never anything else.

What was found on the way is kept as an `example` of its test.
"""

from __future__ import annotations

from tests.conftest import SOAK

FEW = SOAK or 25
"""Examples of what takes a while; the long form tries as many of it as of the rest."""
