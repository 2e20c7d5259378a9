"""How the keys of the vault are kept, office by office, for those who unlock or manage them."""

from dataclasses import dataclass, field
from datetime import datetime

from sanad.accounts.models import User
from sanad.accounts.queries.naming import office_names
from sanad.accounts.readers import Reader
from sanad.kit.refusals import OutOfOrder
from sanad.vault import keeping, parties
from sanad.vault.queries import current_parties, current_unlockers, keys_in_use, wraps_of


@dataclass
class OfficeKey:
    """A key of one office: what the database says of it, and what the vault process does, where it answers."""

    id: int
    office: str
    version: int
    since: datetime
    current: bool
    unlockers: list[str] = field(default_factory=list)
    pairs: int = 0
    state: keeping.KeyState | None = None


@dataclass(frozen=True)
class Party:
    """A party of the escrow."""

    name: str
    since: datetime
    fingerprint: str


@dataclass(frozen=True)
class KeysPage:
    """Everything that is said of the vault."""

    keys: list[OfficeKey]
    parties: list[Party]
    pairs: int  # of parties: as many wraps as each key should have
    running: bool
    not_confined: tuple[str, ...]
    is_unlocker: bool


def keys_page(reader: Reader) -> KeysPage:
    """The keys of the reader's offices."""
    keys = _keys(reader)
    held = [Party(one.name, one.since, parties.fingerprint(bytes(one.public))) for one in current_parties()]
    enrolled = current_unlockers().filter(user_id=reader.user_id).exists()
    try:
        state = keeping.state_of(reader)
    except OutOfOrder:  # it does not run: the page says so, with what the database knows
        return KeysPage(list(keys.values()), held, _pairs(len(held)), False, (), enrolled)
    for one in state.keys:
        for key in keys.values():
            if (key.id, key.version) == (one.custodian, one.version):
                key.state = one
    return KeysPage(list(keys.values()), held, _pairs(len(held)), True, state.not_confined, enrolled)


def user_number(username: str) -> int | None:
    """The number of a user, also of one who is disabled: whoever left."""
    return User.objects.filter(username=username).values_list("id", flat=True).first()


def _keys(reader: Reader) -> dict[int, OfficeKey]:
    rows = list(keys_in_use(reader.keeps))
    names = office_names({row.custodian_id for row in rows})
    keys = {
        row.pk: OfficeKey(row.custodian_id, names.get(row.custodian_id, ""), row.version, row.since, row.until is None)
        for row in rows
    }
    wraps = list(wraps_of(reader.keeps))
    people = _people({one.unlocker.user_id for one in wraps if one.unlocker is not None})
    for one in wraps:
        if one.unlocker is None:
            keys[one.key_id].pairs += 1
        else:
            keys[one.key_id].unlockers.append(people.get(one.unlocker.user_id, ""))
    return dict(sorted(keys.items(), key=lambda pair: (pair[1].office, pair[1].version)))


def _people(users: set[int]) -> dict[int, str]:
    rows = User.objects.filter(pk__in=users).values_list("id", "full_name", "username")
    return {number: full_name or username for number, full_name, username in rows}


def _pairs(number: int) -> int:
    return number * (number - 1) // 2
