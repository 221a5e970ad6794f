"""The compiled pack: one plain SQLite file, made from a checked `Pack`, read-only ever after.

The only room that knows SQL. It never imports a face, and authoring only where a missing file is compiled.
"""
