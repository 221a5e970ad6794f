"""What a person keeps: settings, bookmarks, notes, what was last open. A look-up reads none of it.

No file of this package knows Textual, SQLite or pydantic, and none makes a folder before there is something
to write. Nothing here is worth a crash: what cannot be read or written becomes a sentence.
"""
