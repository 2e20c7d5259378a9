"""How a typed text is taken apart, without a database."""

from sanad.search.rules.terms import Term, Things, phrases, terms_of

__all__ = ["Term", "Things", "phrases", "terms_of"]
