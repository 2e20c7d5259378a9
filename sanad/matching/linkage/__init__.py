"""The comparison itself: records in clear text in, pairs with probabilities out. No Django, nothing kept.

Splink 5 on DuckDB in memory (or on Spark), with the name keys of `sanad.names`. Whoever runs this sees to it that it
runs in a process that ends afterwards (`sanad.matching.process`).
"""
