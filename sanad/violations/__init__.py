"""Violations: what was said and what was judged.

Owns the said records (document, report with its revisions, mention, act, involvement, status of victim,
coverage), the judgements about them, and what follows from both: events, persons, violations.
Events, persons and violations are a pure function (`rules.derive`) of said rows and judgements; their ids
are the ids of the oldest said row that they rest on, so the oldest id survives a merge.

Leaves to others: files and their columns (`exchange`), counting (`figures`), names across scripts and
matching (later packages), sealing (`vault`), who may see what (`accounts`).
"""
