"""`python -m cstoref` and the `cstoref` command."""

import sys

from cstoref.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
