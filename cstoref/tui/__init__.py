"""The explorer: screens over the same queries as the command line. The only package that imports Textual."""
