"""From a row and a mapping to reports: what is stated, what is doubtful, why a row cannot be taken.

Codes, places and institutions are asked of `Names`, which the Django side fills. Doubts are warnings and never
repairs: what the source says is kept as it says it. No Django.
"""
