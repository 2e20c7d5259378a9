"""Views: find, ask, answer."""
