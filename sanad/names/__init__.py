"""Names: whether two spellings, in one script or in two, may be the same name.

Owns: letters of Urdu, Sindhi, Pashto and Roman spellings, the consonant skeleton, a learned letter transducer (each
Urdu letter is written with up to three Latin letters, with probabilities fitted on attested spellings), titles and
particles, keys for finding, and the comparison of full names.

Leaves to others: where names are kept and who may ask (`sanad.vault`), whether two mentions are one person
(`sanad.matching`, and in the end a human being). No Django, no database; it remembers nothing that it is asked.

    compare("محمد عمر فاروق", "Mohd. Umer Farooq").score   1.0 is certain, 0.0 another name
    keys_of("Syed Ghulam Murtaza")                          what two spellings of one name have in common
    rank("murtaza", ["مرتضیٰ", "مصطفیٰ"])                     the likeliest first
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanad.names.comparing import Comparison, compare
    from sanad.names.keys import keys_of
    from sanad.names.ranking import rank

__all__ = ["Comparison", "compare", "keys_of", "rank"]

# Taken in when first asked for: the vault needs keys alone, and a comparison brings NumPy with it.
_HOME = {"Comparison": "comparing", "compare": "comparing", "keys_of": "keys", "rank": "ranking"}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
