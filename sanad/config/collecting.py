"""How often a process that answers requests looks for objects in a ring that nobody needs any more.

Python looks through all objects of a process whenever a quarter of them are new. Ours has 250,000 after start, and one
look takes 0.11 to 0.19 s, in the middle of somebody's page: the page of an event with 60 accounts took 248 ms, and
425 ms one time in twenty. What is there after start is never looked through again, and the rest is looked through
less often: 203 ms and 293 ms.
"""

import gc

YOUNG = 50_000  # objects made since the last look; a large page makes about so many
LOOKS_BETWEEN = 20  # looks at the young before those that stayed are looked through, and again before all are


def settle() -> None:
    """Load what every page needs and leave it alone from then on."""
    from django.urls import get_resolver

    _ = get_resolver().url_patterns  # brings in every view with its forms
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, LOOKS_BETWEEN, LOOKS_BETWEEN)
