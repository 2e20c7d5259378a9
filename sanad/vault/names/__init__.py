"""Names: searching the names that are sealed, inside the vault's memory.

Owns the index of names (`index`, `segment`, `searching`, `sounds`), its sealed file, and the door `find_names`, which
answers ids of rows and never a name. The index itself knows neither Django nor keys.
"""
