"""Search: finding reports and papers by their words, codes and places among everything that a reader may see.

Owns: the index of words (no text: hashed words, codes, places, offices of each report), kept by triggers on what
reports say; the one function that asks it and applies the reader's scope itself; the list of words that occur, by
which other spellings are found; searches that a user keeps.
Leaves to others: names of people (sealed: `sanad.vault.names`), what a record says (`violations`), institutions, places
and codes themselves, and the page (`front`).
"""
