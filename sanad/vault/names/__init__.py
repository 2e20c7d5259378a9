"""Names: searching the names that are sealed, inside the vault's memory.

Owns the index of names (`index`, `segment`, `searching`), its sealed file, and the doors `find_names`, `find_people`
and `names_like`, which answer ids of rows and never a name, and `named_in`, which answers yes or no. The index itself
knows neither Django nor keys; what two spellings have in common is said by `sanad.names.skeleton`.
"""

from sanad.vault.names.finding import Found, find_names, find_people, named_in, names_like

__all__ = ["Found", "find_names", "find_people", "named_in", "names_like"]
