"""`python -m cstoref` and the `cstoref` command."""

from cstoref.cli.main import command

if __name__ == "__main__":
    command()
