"""Matching: which mentions may describe one person, and which reports may tell of one event.

Owns: the comparison of records (Splink on DuckDB in a process of its own, clear text in memory only), the pairs that it
proposes with what they rest on, the pages on which people decide, what is learned from their decisions, and the page of
a person with its records. Links that the machine makes are marked as such; each is a judgement like any other.

Leaves to others: what a judgement does and whether it may be made (`violations`), whether two spellings may be one name
(`names`), who opens names (`vault`), the event page (`front`).
"""
