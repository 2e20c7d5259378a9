"""Loading the gazetteer, from the product's files and from an operator's pack."""

from sanad.places.actions.loads import Loading, load_pack, load_places

__all__ = ["Loading", "load_pack", "load_places"]
