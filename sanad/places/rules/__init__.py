"""What the gazetteer knows and how a text is read as a place. Free of Django."""

from sanad.places.rules.gazetteer import Gazetteer
from sanad.places.rules.reading import Candidate, Resolution
from sanad.places.rules.rows import Kind, PlaceRow, SuccessionRow
from sanad.places.rules.units import ISO, P_CODE, Frame

__all__ = ["ISO", "P_CODE", "Candidate", "Frame", "Gazetteer", "Kind", "PlaceRow", "Resolution", "SuccessionRow"]
