"""What the gazetteer knows and how a text is read as a place. Free of Django."""

from sanad.places.rules.rows import Kind, PlaceRow, SuccessionRow

__all__ = ["Kind", "PlaceRow", "SuccessionRow"]
