"""Packs that others made to crash, to fool or to use a reader. What may come of one: literal, visible text,
or a clear error that names file, record and field."""
