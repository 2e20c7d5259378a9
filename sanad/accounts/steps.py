"""The steps of signing in, in their order. No Django.

Password → second factor → (after a one-time password) a password of one's own → (the first time) enrolment of a second
factor → recovery codes kept → in. Nobody comes to a later step before the one in front of it.
"""

from enum import StrEnum

from sanad.accounts.permissions import Permission

# What these permit cannot be done by whoever came in with a code, which can be read over a shoulder or typed into a
# page that only looks like ours. A passkey answers the true site only.
NEEDS_PASSKEY = frozenset({Permission.VAULT_UNLOCK})


class Step(StrEnum):
    """What somebody who typed the right password has to do next."""

    FACTOR = "factor"  # show the second factor
    PASSWORD = "password"  # choose an own password
    ENROL = "enrol"  # set up a second factor
    CODES = "codes"  # keep the recovery codes
    IN = "in"  # nothing: let in


def next_step(*, enrolled: bool, factor_shown: bool, one_time_password: bool, codes_kept: bool) -> Step:
    """The first step that is still to be done.

    Whoever is enrolled shows the second factor before anything else: a stolen password alone must change nothing.
    """
    if enrolled and not factor_shown:
        return Step.FACTOR
    if one_time_password:
        return Step.PASSWORD
    if not enrolled:
        return Step.ENROL
    return Step.IN if codes_kept else Step.CODES
