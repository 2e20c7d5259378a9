"""Ledger: the record of deeds, added to and never changed, and what lets others check it.

Owns: one row per deed (who, when, what, on which object), written in the transaction of the deed itself, with a salted
commitment to its content: opaque ids and numbers, no names, no free text, no foreign keys. The Merkle tree over the
deeds (`tree`), numbered by a sequencer that no request waits for (`sequencing`), signed as checkpoints (`notes`,
`checkpoints`), kept beside the database as a head that only grows (`head`), gone through by `verifying` with the rules
of `audit`, written out for others by `exporting`, whom `standalone/sanad_verify.py` serves without Sanad. The history
of rows that are edited in place (`history`), and the settings of a transaction that say who works (`scope`).

Leaves to others: what a deed means (the package whose action writes it), and the pages (`front`, `accounts`).
"""
