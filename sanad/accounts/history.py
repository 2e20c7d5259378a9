"""What became of a user or an office, as sentences with old and new values."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from sanad.accounts.models import Office, Posting, SharingRule, User
from sanad.accounts.queries import history as queries
from sanad.accounts.readers import Reader
from sanad.accounts.roles import TITLES, Role
from sanad.accounts.rules import KIND_TITLES, OfficeKind
from sanad.ledger.models import Change, Deed
from sanad.web.components import HistoryLine
from sanad.web.formats import day

MOST = 100
UNTOLD = {"must_change_password"}  # the deed of the new password says more


def history_of_user(reader: Reader, user: User) -> list[HistoryLine]:
    """Everything that an administrator did with a user, the newest first."""
    changes = queries.changes_of_user(reader, user)
    deeds = queries.deeds_on(reader, "user", user.pk, _deeds())
    return _told(changes, deeds)


def history_of_office(reader: Reader, office: Office) -> list[HistoryLine]:
    """Everything that was done with an office and its sharing, the newest first."""
    changes = queries.changes_of_office(reader, office)
    deeds = queries.deeds_on(reader, "office", office.pk, _deeds())
    return _told(changes, deeds)


def _told(changes: list[Change], deeds: list[Deed]) -> list[HistoryLine]:
    names = queries.doers([*(one.who for one in changes), *(one.actor for one in deeds)])
    postings = queries.postings_by_number(one.row for one in changes if one.kind == "accounts_posting")
    rules = queries.rules_by_number(one.row for one in changes if one.kind == "accounts_sharingrule")
    sentences = _deeds()
    lines = [
        HistoryLine(one.at, sentences[one.action] % {"who": _who(one.actor, one.operator, names)}) for one in deeds
    ]
    for one in changes:
        values = _values(one)
        if values:
            said = {"who": _who(one.who, one.operator, names), **_about(one, postings, rules)}
            lines.append(HistoryLine(one.at, _sentence(one) % said, one.why, values=values))
    return sorted(lines, key=lambda line: line.at, reverse=True)[:MOST]


def _who(user: int | None, operator: str, names: Mapping[int, str]) -> str:
    if user is not None:
        return f"\u2068{names.get(user, _('A user'))}\u2069"
    return _("The operator (%(name)s)") % {"name": f"\u2068{operator}\u2069"} if operator else _("The site itself")


def _about(one: Change, postings: Mapping[str, Posting], rules: Mapping[str, SharingRule]) -> dict[str, str]:
    posting, rule = postings.get(one.row), rules.get(one.row)
    if posting is not None:
        return {"role": _(TITLES[Role(posting.role)]), "office": f"\u2068{posting.office}\u2069"}
    return {"office": f"\u2068{rule.receiver}\u2069"} if rule is not None else {"role": "", "office": ""}


def _sentence(one: Change) -> str:
    """What was changed; the values stand below it."""
    if one.kind == "accounts_posting":
        return _("%(who)s changed the posting as %(role)s at %(office)s")
    if one.kind == "accounts_sharingrule":
        return _("%(who)s changed what %(office)s gets")
    if one.kind == "accounts_office":
        return _("%(who)s changed the office")
    if set(one.before) == {"is_active"}:
        return (
            _("%(who)s let the user in again") if (one.after or {}).get("is_active") else _("%(who)s disabled the user")
        )
    return _("%(who)s changed the user")


def _deeds() -> dict[str, str]:
    """What no row keeps: creations, and passwords, which stand in no history."""
    return {
        "office.opened": _("%(who)s opened the office"),
        "sharing.decided": _("%(who)s decided what another office gets"),
        "user.created": _("%(who)s created the user"),
        "user.posted": _("%(who)s gave the user a posting"),
        "user.tied": _("%(who)s wrote down a tie to an institution"),
        "tie.ended": _("%(who)s ended a tie to an institution"),
        "user.password_reset": _("%(who)s gave a one-time password"),
        "user.password_changed": _("%(who)s chose a password"),
        "factor.reset": _("%(who)s took the second factor away"),
        "sessions.ended": _("%(who)s ended the sessions"),
    }


def _values(one: Change) -> tuple[tuple[str, str, str], ...]:
    labels, after = _labels(), one.after or {}
    return tuple(
        (labels.get(name, name), _value(name, was), _value(name, after.get(name)))
        for name, was in one.before.items()
        if name not in UNTOLD
    )


def _labels() -> dict[str, str]:
    return {
        "name_en": _("Name in English"),
        "name_ur": _("Name in Urdu"),
        "kind": _("Kind of office"),
        "parent_id": _("Belongs to"),
        "place_id": _("Province or district"),
        "reference_prefix": _("Letters before its references"),
        "since": _("From"),
        "until": _("Until"),
        "full_name": _("Full name"),
        "username": _("User name"),
        "language": _("Language"),
        "is_active": _("May sign in"),
        "institution_id": _("Institution"),
    }


def _value(name: str, value: object) -> str:
    """A value of a column in words."""
    if value is None or value == "":
        return _("none")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name in ("since", "until"):
        return day(date.fromisoformat(str(value)))
    if name == "kind" and value in set(OfficeKind):
        return _(KIND_TITLES[OfficeKind(str(value))])
    if name == "parent_id":
        return queries.offices_by_number([int(str(value))]).get(int(str(value)), str(value))
    if name == "place_id":
        return queries.place_called(int(str(value)))
    if name == "language":
        return str(dict(User.Language.choices).get(str(value), value))
    return str(value)
