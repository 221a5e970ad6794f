"""An offline, source-grounded reference about the Collective Security Treaty Organization.

This module imports nothing, so that asking for the version costs nothing.
"""

__version__ = "0.1.0"
