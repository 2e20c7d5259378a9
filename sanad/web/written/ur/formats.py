"""Urdu differs from English in its words only, which the catalogue has."""

from sanad.web.written.en.formats import *  # noqa: F403 - Django reads the names of this module
