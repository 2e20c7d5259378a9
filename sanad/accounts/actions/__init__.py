"""Writing: each action asks may I, is it sensible, does it and writes the deed, in one transaction."""

from sanad.accounts.actions.approvals import (
    approve,
    ask_approval,
    mark_seen,
    notify,
    refuse,
    review_emergency,
    use_up,
)
from sanad.accounts.actions.offices import change_office, end_sharing, ensure_first_office, new_office, share
from sanad.accounts.actions.postings import end_posting, post_user
from sanad.accounts.actions.ties import end_tie, tie
from sanad.accounts.actions.users import (
    change_own_password,
    choose_language,
    disable_user,
    enable_user,
    new_administrator,
    new_user,
    note_sign_in,
    reset_password,
)

__all__ = [
    "approve",
    "ask_approval",
    "change_office",
    "change_own_password",
    "choose_language",
    "disable_user",
    "enable_user",
    "end_posting",
    "end_sharing",
    "end_tie",
    "ensure_first_office",
    "mark_seen",
    "new_administrator",
    "new_office",
    "new_user",
    "note_sign_in",
    "notify",
    "post_user",
    "refuse",
    "reset_password",
    "review_emergency",
    "share",
    "tie",
    "use_up",
]
