"""The working engine: snapshots as Parquet files, written and counted by DuckDB. Free of Django.

A snapshot is a folder:

    violations.parquet  one row per violation, and one per event without a countable one; sorted by date
    accounts.parquet    one row per report and violation that it is ground for, and one per report without
    cube.parquet        violations counted beforehand over the dimensions that dashboards ask for
    sets.parquet        what a number in a `*_set` column stands for (characteristics, types, categories)
    origins.parquet     the same for the reports behind a row: source, kind, batch, keeper
    keepers.parquet     the same for the offices that keep a row
    names.parquet       what every other number stands for, and which code is above which
    meta.json           id, time, rows, versions

Numbers stand for codes throughout; in a column that can be counted by, 0 is *not stated*.
"""
