"""Facts: the few lines at the head of a record, each composed from statements and never authored.

Which facts a type of record has, and by which form each is found, is declared in the vocabulary. A form is
a function of this package from the statements that concern a record to a line of words. The facts for the
day of the edition are stored in the compiled pack; for any other day the same functions answer from the
statements.
"""
