"""What the program of a folder does: PyInstaller starts this file as soon as it has an interpreter."""

import sys

from cstoref.own_process import MARK, run

if sys.argv[1:2] == [MARK]:
    del sys.argv[1]
    run()
else:
    from cstoref.cli.main import command

    command()
