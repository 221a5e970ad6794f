"""What other programs have, as packs: exports, tables and public data sets in, and two packs into one.

Each reader makes the same values, the objects of an export (`content`); what is not given is missing there.
From them follow the files of a pack (`authored`, `pack_files`), which are loaded and compared with what was
read before anything is kept (`outcome`): nothing is lost without an error.
"""
