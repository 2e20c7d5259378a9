"""Places: the gazetteer of Pakistan with its history.

Owns: provinces, districts, former agencies and frontier regions, towns; their keys, outside codes, names in English
and Urdu, when each held and what it became; populations of the census; outlines for maps. Reads free text
(`rules.Gazetteer.resolve`) and never guesses silently: what is not certain comes back as alternatives.

Leaves to others: where an act happened (`sanad.violations`), which office keeps a record (`sanad.accounts`),
filling and linking a map (`sanad.figures`).
"""
