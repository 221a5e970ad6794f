"""The explorer in a browser on this machine: a server of one page, and a process for each page that is open.

The only package with aiohttp and textual-serve, of which it takes the terminal that a page shows.
"""
