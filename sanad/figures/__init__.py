"""Counting: from judged records to numbers that can be asked again for ever.

Owns: snapshots (frozen, unsealed rows in Parquet files), the rules of counting and the two engines that
follow them (plain Python as the reference, DuckDB for work), requests and tables, saved tables and their
monthly return, and the answer to *why did this number change?*
Leaves to others: what happened (`violations`), which category an act belongs to (`codes`), who may count
what (`accounts`), how charts are drawn (`web`), when a new snapshot is due after an import (`exchange`, `front`).
"""
