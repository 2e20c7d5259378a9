"""Codes: the words that records are coded with, and the official lists that are views over them.

Owns: the vocabularies (acts, means, stated reasons, kinds of place, …) in English and Urdu with permanent
ASCII slugs and their place in HURIDOCS and ICCS; presets that fill several facets at once; classifications,
which are written rules over facets, versioned, and never a field that somebody picks. The words live as
files in `data/`, and are loaded from there; nothing here is edited by hand in the database.

Leaves to others: what is coded (`sanad.violations`), counting by category (`sanad.figures`), places
(`sanad.places`), treaties and their articles (a later package).
"""
