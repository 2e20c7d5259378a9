"""Sanad: what was reported, what was judged, what was counted, what was told.

Packages stand on the rows of docs/map.md; imports, foreign keys and template includes go downwards only.
"""
