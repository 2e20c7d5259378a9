"""Unlocking, locking, the escrow, and changing keys."""

import os
import threading

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.db import connection, connections

from sanad.kit.ids import uuid7
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault import keeping, wrapping
from sanad.vault.actions import destroy
from sanad.vault.keys import ensure_keys
from sanad.vault.models import CustodianKey, Envelope, KeyWrap
from sanad.vault.opening import open_sealed
from sanad.vault.process import rotating
from sanad.vault.process.keyring import Keyring, file_of
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer, sealer_for
from sanad.vault.wrapping import Cost
from tests.vault.conftest import FOREIGN, KEPT, Person
from tests.vault_here import VAULT

ALI = {"name": "محمد علی ولد احمد", "cnic": "1730112345671"}
WHY = {"reason": "complaint 12 of 2026", "purpose": Purpose.READING}
WORDS, OTHER_WORDS = "پانچ الفاظ جو کسی کو یاد نہ آئیں", "seven small owls read old maps"
HEAD = Person(user_id=7, permissions=frozenset({"sealed.open", "vault.see", "vault.unlock"}))
SECOND = Person(user_id=8, permissions=frozenset({"vault.unlock"}))
KEEPER = Person(user_id=9, name="Keeper", permissions=frozenset({"vault.manage"}))


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """A vault that has just started, and passphrases that are quick to try."""
    monkeypatch.setattr(VAULT, "keyring", Keyring())
    monkeypatch.setattr(VAULT, "cost", Cost(memory_kib=64, rounds=1, lanes=1))
    VAULT.guesses._wrong.clear()


def keep(content=ALI, custodian=KEPT):
    row = uuid7()
    with scoped(Person(sees=frozenset({custodian}))):
        Sealer(custodian).keep([(row, "mention", content)])
    return row


def opens(row) -> bool:
    return open_sealed(HEAD, [(row, "mention")], **WHY) == {(row, "mention"): ALI}


def start_again() -> None:
    """What a new process knows: nothing."""
    VAULT.keyring = Keyring()


def refused(code: str):
    return pytest.raises((OutOfOrder, Incomplete, NotPermitted), match=None, check=lambda r: r.reasons[0].code == code)


@pytest.fixture
def locked_site(committed):
    """A row sealed, two unlockers, no key file."""
    row = keep()
    assert keeping.enrol(HEAD, WORDS, WORDS) == [KEPT]
    assert keeping.enrol(SECOND, OTHER_WORDS, OTHER_WORDS) == [KEPT]
    assert keeping.lock(HEAD, remove_files=True) == ([KEPT], [])
    assert not file_of(KEPT, 1).exists()
    return row


def party(name: str) -> X25519PrivateKey:
    private = X25519PrivateKey.generate()
    keeping.new_party(KEEPER, name, private.public_key().public_bytes_raw())
    return private


# -- Passphrases --------------------------------------------------------------------------------


def test_a_locked_vault_opens_nothing_and_takes_reports_in(locked_site):
    with refused("locked"):
        opens(locked_site)
    assert keep() != locked_site
    assert Deed.objects.filter(action="sealed.opened").count() == 0


def test_a_passphrase_unlocks_for_a_set_time(locked_site, settings):
    settings.VAULT_HOURS = 2
    assert keeping.unlock(HEAD, WORDS) == [KEPT]
    assert opens(locked_site)
    (state,) = keeping.state_of(HEAD).keys
    assert (state.open, state.in_file) == (True, False)
    assert 7100 < state.seconds_left <= 7200


def test_the_time_ends(locked_site, monkeypatch):
    keeping.unlock(HEAD, WORDS)
    monkeypatch.setattr("sanad.vault.process.keyring._now", lambda: 10**12)
    with refused("locked"):
        opens(locked_site)


def test_setting_the_clock_back_does_not_lengthen_it(locked_site, monkeypatch):
    keeping.unlock(HEAD, WORDS)
    monkeypatch.setattr("time.time", lambda: 0.0)
    (state,) = keeping.state_of(HEAD).keys
    assert state.seconds_left <= 12 * 3600


def test_the_passphrase_may_be_typed_with_other_spaces_and_forms_of_letters(locked_site):
    assert keeping.unlock(HEAD, "  " + WORDS.replace(" ", "  ")) == [KEPT]


def test_a_second_unlocker_opens_with_her_own(locked_site):
    assert keeping.unlock(SECOND, OTHER_WORDS) == [KEPT]
    assert opens(locked_site)


def test_a_wrong_passphrase_opens_nothing_and_is_written_down(locked_site):
    with refused("wrong_passphrase"):
        keeping.unlock(HEAD, OTHER_WORDS)
    with refused("locked"):
        opens(locked_site)
    assert Deed.objects.filter(action="vault.unlock_refused").count() == 1


def test_after_some_wrong_ones_there_is_a_rest(locked_site):
    for _ in range(5):
        with refused("wrong_passphrase"):
            keeping.unlock(HEAD, "no such words at all here")
    with refused("too_many_guesses"):
        keeping.unlock(HEAD, WORDS)
    assert keeping.unlock(SECOND, OTHER_WORDS) == [KEPT]


def test_unlocking_takes_the_permission_and_a_name(locked_site):
    with refused("not_permitted"):
        keeping.unlock(Person(), WORDS)
    with refused("unlocker_signs_in"):
        keeping.unlock(Person(user_id=None, permissions=frozenset({"vault.unlock"})), WORDS)
    with refused("no_unlocker"):
        keeping.unlock(Person(user_id=77, permissions=frozenset({"vault.unlock"})), WORDS)


def test_nobody_lets_herself_in_while_it_is_locked(locked_site):
    with refused("locked"):
        keeping.enrol(Person(user_id=66, permissions=frozenset({"vault.unlock"})), OTHER_WORDS, OTHER_WORDS)


def test_a_passphrase_is_changed_by_enrolling_again(locked_site):
    with refused("locked"):
        keeping.enrol(HEAD, OTHER_WORDS, OTHER_WORDS)
    keeping.unlock(HEAD, WORDS)
    keeping.enrol(HEAD, OTHER_WORDS, OTHER_WORDS)
    start_again()
    with refused("wrong_passphrase"):
        keeping.unlock(HEAD, WORDS)
    assert keeping.unlock(HEAD, OTHER_WORDS) == [KEPT]


def test_who_left_unlocks_nothing(locked_site):
    assert keeping.end_unlocker(KEEPER, 8) == 1
    with refused("no_unlocker"):
        keeping.unlock(SECOND, OTHER_WORDS)


@pytest.mark.parametrize("words", ["", "short", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_is_refused(committed, words):
    keep()
    with refused("passphrase_short"):
        keeping.enrol(HEAD, words, words)


def test_two_different_passphrases_are_refused(committed):
    keep()
    with refused("passphrases_differ"):
        keeping.enrol(HEAD, WORDS, OTHER_WORDS)


def test_key_files_stay_until_there_is_a_way_back(committed):
    keep()
    with refused("no_way_back"):
        keeping.lock(HEAD, remove_files=True)
    keeping.enrol(HEAD, WORDS, WORDS)
    with refused("no_way_back"):
        keeping.lock(HEAD, remove_files=True)
    assert file_of(KEPT, 1).exists()


def test_keys_in_files_cannot_be_locked(committed):
    row = keep()
    assert keeping.lock(HEAD) == ([], [KEPT])
    assert opens(row)


def test_another_office_s_keys_are_neither_seen_nor_opened(locked_site):
    foreign = keep(custodian=FOREIGN)
    keeping.unlock(HEAD, WORDS)
    assert {key.custodian for key in keeping.state_of(HEAD).keys} == {KEPT}
    stranger = Person(user_id=70, sees=frozenset({KEPT}), keeps=frozenset(), permissions=HEAD.permissions)
    with refused("locked"):
        keeping.enrol(stranger, WORDS, WORDS)
    assert foreign


def test_a_new_office_below_is_unlocked_by_the_same_people(locked_site):
    with scoped(Person()):
        ensure_keys(FOREIGN, like=KEPT)
    assert not file_of(FOREIGN, 1).exists()
    both = Person(user_id=7, keeps=frozenset({KEPT, FOREIGN}), permissions=HEAD.permissions)
    assert keeping.unlock(both, WORDS) == [KEPT, FOREIGN]


def test_no_private_key_and_no_passphrase_is_in_the_database_in_clear(locked_site, as_role):
    keeping.unlock(HEAD, WORDS)
    raw = VAULT.keyring.private(KEPT, 1).private_bytes_raw()
    owner = as_role("sanad_owner")
    owner.execute("select set_config('sanad.scope', %s, false)", [f"{{{KEPT}}}"])
    held = [bytes(row[0]) for row in owner.execute("select wrapped from vault_keywrap").fetchall()]
    held += [bytes(row[0]) for row in owner.execute("select locked from vault_unlocker").fetchall()]
    assert len(held) == 4
    assert not [one for one in held if raw in one or raw.hex().encode() in one or WORDS.encode() in one]


# -- The escrow ----------------------------------------------------------------------------------


@pytest.fixture
def escrow(committed):
    """A row sealed, three parties, and no key file."""
    row = keep()
    parties = [party(name) for name in ("ministry", "cso", "commission")]
    keeping.enrol(HEAD, WORDS, WORDS)
    keeping.lock(HEAD, remove_files=True)
    return row, [one.private_bytes_raw() for one in parties]


@pytest.mark.parametrize("two", [(0, 1), (1, 2), (2, 0)])
def test_any_two_parties_open_everything(escrow, two):
    row, parties = escrow
    assert keeping.recover(KEEPER, [parties[one] for one in two], to_files=False) == [KEPT]
    assert opens(row)


@pytest.mark.parametrize("who", [(0,), (1, 1), (2, "stranger"), ()])
def test_one_party_opens_nothing(escrow, who):
    row, parties = escrow
    keys = [os.urandom(32) if one == "stranger" else parties[one] for one in who]
    with refused("not_two_parties"):
        keeping.recover(KEEPER, keys, to_files=False)
    with refused("locked"):
        opens(row)


def test_one_party_learns_nothing_from_what_is_wrapped(escrow):
    _row, parties = escrow
    with scoped(Person(), using="vault"):
        wraps = list(KeyWrap.objects.using("vault").filter(unlocker=None).select_related("first", "second"))
        assert len(wraps) == 3
        for one in wraps:
            to = wrapping.Recipient(
                None, (one.first_id, one.second_id), (bytes(one.first.public), bytes(one.second.public))
            )
            for raw in parties:
                private = X25519PrivateKey.from_private_bytes(raw)
                for attempt in ((private,), (private, private)):
                    with pytest.raises(wrapping.Damaged):
                        wrapping.unwrap(bytes(one.wrapped), attempt, KEPT, 1, to)


def test_two_parties_put_the_keys_into_files_on_a_clean_machine(escrow):
    row, parties = escrow
    keeping.recover(KEEPER, parties[:2], to_files=True)
    start_again()
    assert opens(row)


def test_a_party_that_lost_its_key_is_replaced(escrow):
    row, parties = escrow
    keeping.unlock(HEAD, WORDS)
    assert keeping.remove_party(KEEPER, "cso") == 2
    fresh = party("cso").private_bytes_raw()
    start_again()
    with refused("not_two_parties"):
        keeping.recover(KEEPER, parties[:2], to_files=False)
    assert keeping.recover(KEEPER, [parties[0], fresh], to_files=False) == [KEPT]
    assert opens(row)


def test_what_is_locked_waits_for_a_new_party(escrow):
    new = X25519PrivateKey.generate().public_key().public_bytes_raw()
    assert keeping.new_party(KEEPER, "bar-council", new) == [KEPT]
    keeping.unlock(HEAD, WORDS)
    assert keeping.wrap_for_parties(KEEPER) == []
    with scoped(Person()):
        assert KeyWrap.objects.filter(unlocker=None).count() == 6


def test_a_party_has_a_plain_name_of_its_own(committed):
    keep()
    party("ministry")
    public = X25519PrivateKey.generate().public_key().public_bytes_raw()
    for name, code in (("ministry", "party_known"), ("../x", "party_name"), ("", "party_name")):
        with refused(code):
            keeping.new_party(KEEPER, name, public)
    with refused("not_permitted"):
        keeping.new_party(HEAD, "cso", public)


# -- Changing keys --------------------------------------------------------------------------------


def test_a_changed_key_opens_what_was_sealed_before_and_after(committed):
    before = keep()
    changed = keeping.rotate(KEEPER, KEPT)
    assert (changed.version, changed.moved, changed.retired, changed.waits) == (2, 1, (1,), False)
    assert opens(before)
    assert opens(keep())
    assert not file_of(KEPT, 1).exists()
    assert file_of(KEPT, 2).exists()


def test_the_blobs_stay_as_they_are(committed):
    keep()

    def blobs():
        with scoped(Person(), using="vault"), connections["vault"].cursor() as cursor:
            cursor.execute("select blob from vault_sealed")
            return cursor.fetchall()

    before = blobs()
    keeping.rotate(KEEPER, KEPT)
    assert blobs() == before


def test_unlockers_and_parties_have_the_new_key_without_being_there(escrow):
    row, parties = escrow
    keeping.unlock(HEAD, WORDS)
    keeping.rotate(KEEPER, KEPT)
    start_again()
    with refused("locked"):
        opens(row)
    assert keeping.unlock(HEAD, WORDS) == [KEPT]
    assert opens(row)
    start_again()
    assert keeping.recover(KEEPER, parties[1:], to_files=False) == [KEPT]
    assert opens(row)


def test_whoever_was_slipped_into_the_table_gets_no_new_key(locked_site, as_role):
    """The owner of the database writes an unlocker of its own, and a wrap for it: without the key no true proof."""
    owner = as_role("sanad_owner")
    owner.execute("select set_config('sanad.scope', %s, false)", [f"{{{KEPT}}}"])
    thief = X25519PrivateKey.generate().public_key().public_bytes_raw()
    owner.execute("insert into vault_unlocker (user_id, public, locked, since) values (666, %s, '', now())", [thief])
    owner.execute(
        "insert into vault_keywrap (id, custodian_id, key_id, unlocker_id, wrapped, proof, made_at)"
        " select gen_random_uuid(), k.custodian_id, k.id, u.id, 'x', %s, now()"
        " from vault_custodiankey k, vault_unlocker u where u.user_id = 666",
        [os.urandom(32)],
    )
    # The same for one who has a true proof, but whose public key was exchanged.
    owner.execute("update vault_unlocker set public = %s where user_id = 8", [thief])
    owner.commit()
    keeping.unlock(HEAD, WORDS)
    keeping.rotate(KEEPER, KEPT)
    with scoped(Person()):
        assert list(KeyWrap.objects.values_list("unlocker__user_id", flat=True)) == [7]


def test_a_locked_key_cannot_be_changed(locked_site):
    with refused("locked"):
        keeping.rotate(KEEPER, KEPT)
    assert CustodianKey.objects.count() == 1


class Killed(BaseException):
    """Stands for kill -9."""


@pytest.mark.parametrize("at", ["add_next_key", "hold_envelopes", "move_envelopes", "retire_key", "remove_file"])
def test_interrupted_anywhere_nothing_is_lost_and_the_next_goes_on(committed, monkeypatch, at):
    rows = [keep() for _ in range(5)]
    real, calls = getattr(rotating, at), []

    def killed(*args, **kwargs):
        calls.append(1)
        if at == "remove_file" or len(calls) > 1 or at in ("add_next_key", "retire_key"):
            raise Killed
        return real(*args, **kwargs)

    monkeypatch.setattr(rotating, at, killed)
    monkeypatch.setattr(rotating, "AT_ONCE", 2)
    with pytest.raises(Killed):
        keeping.rotate(KEEPER, KEPT)
    monkeypatch.setattr(rotating, at, real)
    start_again()
    assert all(opens(row) for row in rows)
    assert opens(keep())
    keeping.rotate(KEEPER, KEPT)
    start_again()
    assert all(opens(row) for row in rows)
    with scoped(Person()):
        assert Envelope.objects.values("key").distinct().count() == 1


def test_an_import_that_goes_on_keeps_the_old_key_until_it_ends(committed):
    """Its envelope is under the old key and not committed yet: the old key waits; the next change takes it along."""
    ensure_keys(KEPT)
    row, sealed, ended = uuid7(), threading.Event(), threading.Event()

    def importing():
        with scoped(Person()):
            Sealer(KEPT).keep([(row, "mention", ALI)])
            sealed.set()
            ended.wait(20)
        connection.close()

    work = threading.Thread(target=importing)
    work.start()
    assert sealed.wait(20)
    changed = keeping.rotate(KEEPER, KEPT)
    assert (changed.waits, changed.retired) == (True, ())
    assert file_of(KEPT, 1).exists()
    ended.set()
    work.join()
    assert opens(row)
    changed = keeping.rotate(KEEPER, KEPT)
    assert (changed.version, changed.moved, changed.retired) == (2, 1, (1,))
    assert opens(row)


def test_nothing_is_sealed_to_a_retired_key(committed):
    old = ensure_keys(KEPT)
    keep()
    keeping.rotate(KEEPER, KEPT)
    with pytest.raises(Exception, match="this key is retired"), scoped(Person()):
        Envelope.objects.create(id=uuid7(), custodian_id=KEPT, key=old, wrapped=b"x", made_at="2026-01-01T00:00Z")


def test_pages_that_share_an_envelope_go_on_with_it(committed):
    with scoped(Person()):
        sealer_for(KEPT).keep([(uuid7(), "mention", ALI)])
    keeping.rotate(KEEPER, KEPT)
    row = uuid7()
    with scoped(Person()):
        sealer_for(KEPT).keep([(row, "mention", ALI)])
    assert opens(row)


def test_destroying_removes_the_only_copy_of_the_data_key(committed, as_role):
    """The wrapped data key stands in the blob and nowhere else."""
    row, other = keep(), keep()
    owner = as_role("sanad_owner")
    owner.execute("select set_config('sanad.scope', %s, false)", [f"{{{KEPT}}}"])
    (blob,) = owner.execute("select blob from vault_sealed where row_id = %s", [row]).fetchone()
    wrapped = bytes(blob)[1:41]
    owner.commit()
    with scoped(Person()):
        destroy([row], by=Person())
    tables = [t for (t,) in owner.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()]
    asked = 'select exists (select from "{}" t where t::text like %s)'
    found = [owner.execute(asked.format(table), [f"%{wrapped.hex()}%"]).fetchone()[0] for table in tables]
    assert not any(found)
    assert opens(other)


# -- Rights --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "select wrapped from vault_keywrap",
        "select locked from vault_unlocker",
        "insert into vault_unlocker (user_id, public, locked, since) values (1, '', '', now())",
        "insert into vault_escrowparty (name, public, since) values ('x', '', now())",
        "update vault_unlocker set public = ''",
        "update vault_escrowparty set public = ''",
        "update vault_custodiankey set public = ''",
        "delete from vault_keywrap",
        "delete from vault_custodiankey",
    ],
)
def test_the_application_may_not(as_role, statement):
    import psycopg

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_role("sanad_app").execute(statement)
