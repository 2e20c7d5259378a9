"""Names: searching the names that are sealed, inside the vault's memory.

Owns the index of names (`index`, `segment`, `searching`, `sounds`), its sealed file, and the doors `find_names` and
`find_people`, which answer ids of rows and never a name. The index itself knows neither Django nor keys.
"""

from sanad.vault.names.finding import Found, find_names, find_people

__all__ = ["Found", "find_names", "find_people"]
