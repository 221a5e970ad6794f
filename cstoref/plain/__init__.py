"""The explorer as a numbered conversation: lines of words in, lines of words out. Knows no terminal.

For screen readers, serial lines and scripts: no boxes, no colour, nothing drawn twice, every mark a word.
`cstoref.cli.plain` reads and prints.
"""
