"""What a person brings in: documents → texts and sources, sentences → statements, and back out again.

Nothing here knows a screen. A document is read in a process of its own; what is written into a pack is
checked first, is written whole or not at all, and can be undone.
"""
