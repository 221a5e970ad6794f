"""The explorer: screens over the same queries as the command line. The only room that imports Textual."""
