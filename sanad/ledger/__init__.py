"""Ledger: the record of deeds, added to and never changed.

Owns: one row per deed (who, when, what, on which object), written in the transaction of the deed itself, with a
salted commitment to its content. It holds opaque ids and numbers, no names and no free text, and has no foreign keys.

Leaves to others: what a deed means (the package whose action writes it). The Merkle tree over the deeds comes later:
until then the rows are unnumbered leaves, because numbering inside a request would make requests wait for each other.
"""
