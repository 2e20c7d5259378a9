"""Named reads of the index; the reader comes first, and the database applies their scope."""

from sanad.search.queries.asking import Found, Narrowed, asked_by, found_by, is_behind, new_since
from sanad.search.queries.papers import Paper, papers_found
from sanad.search.queries.saved import saved_by, saved_search
from sanad.search.queries.understanding import Understood, things_of_words, understood

__all__ = [
    "Found",
    "Narrowed",
    "Paper",
    "Understood",
    "asked_by",
    "found_by",
    "is_behind",
    "new_since",
    "papers_found",
    "saved_by",
    "saved_search",
    "things_of_words",
    "understood",
]
