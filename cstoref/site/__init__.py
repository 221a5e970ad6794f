"""The reference as a web site of plain files: it needs no server, works from a folder and makes no request.

Pages are made of the same values and words as the card, the explorer and plain mode; here they only become
HTML. Every text from a pack passes `html.escaped`.
"""
