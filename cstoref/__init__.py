"""An offline, source-grounded reference about the Collective Security Treaty Organization.

This module imports nothing that is not loaded already, so that asking for the version costs nothing. Any
Python can read it: an old one is told so in one sentence, and does not meet a syntax error.
"""

import sys

if sys.version_info < (3, 10):  # noqa: UP036
    sys.stderr.write("cstoref: it needs Python 3.10 or later; this is Python %d.%d\n" % sys.version_info[:2])  # noqa: UP031
    sys.exit(2)

__version__ = "0.1.0"
