"""Names in the vault process: read from sealed values, kept in a sealed file, found by those who may open them."""

import pytest
from django.db import transaction

from sanad.kit.ids import uuid7
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault.actions import destroy
from sanad.vault.looks import OverBudget
from sanad.vault.messages import VERSION
from sanad.vault.names import find_names, find_people
from sanad.vault.names.index import NameIndex, unpacked
from sanad.vault.process import name_files, name_search, name_shelves
from sanad.vault.process.answering import answer
from sanad.vault.process.keyring import file_of
from sanad.vault.sealing import Sealer
from sanad.vault.tickets import Ticket
from tests.vault.conftest import FOREIGN, KEPT, Person
from tests.vault_here import VAULT

BOTH = Person(sees=frozenset({KEPT, FOREIGN}))


@pytest.fixture(autouse=True)
def home(own_keys, monkeypatch, settings):
    settings.SANAD_HOME = own_keys
    monkeypatch.setattr(name_shelves, "EVERY", 0.0)
    return own_keys


@pytest.fixture
def vault(committed):
    """The vault that answers in this process, with no names in its memory before and after."""
    yield VAULT
    name_search.shelves_of(VAULT).close()


def restarted(vault):
    """As after a lock and a new start of the vault."""
    name_search.shelves_of(vault).close()
    return vault


def keep(*names: str, custodian=KEPT, of="mention", **other):
    rows = [uuid7() for _ in names]
    contents = [{"name": name, **other} for name in names]
    with scoped(Person(sees=frozenset({custodian}))):
        Sealer(custodian).keep([(row, of, content) for row, content in zip(rows, contents, strict=True)])
    return rows


def test_a_sealed_name_is_found_and_not_answered(vault):
    aslam, _other = keep("Muhammad Aslam", "زرینہ خاتون", father_name="Abdul Ghaffar", cnic="1730112345671")
    found = find_people(Person(), "mohamad aslam")
    assert (found.rows, found.by, found.more, found.locked, found.waiting) == ([aslam], "name", False, 0, 0)
    assert find_names(Person(), "محمد اسلم") == [aslam]
    assert set(find_names(Person(), "ghaffar")) == {aslam, _other}


def test_what_is_sealed_later_is_found_at_once(vault):
    keep("Zainab")
    assert find_names(Person(), "Aslam") == []
    rows = keep("Aslam") + keep("Aslam")
    assert set(find_names(Person(), "Aslam")) == set(rows)


def test_other_sealed_tables_are_not_searched(vault):
    keep("Aslam", of="revision")
    assert find_names(Person(), "Aslam") == []


def test_only_what_the_reader_may_open_is_found(vault):
    mine, foreign = keep("Aslam")[0], keep("Aslam", custodian=FOREIGN)[0]
    assert find_names(Person(), "Aslam") == [mine]
    assert set(find_names(BOTH, "Aslam")) == {mine, foreign}
    assert find_names(Person(sees=frozenset()), "Aslam") == []


def test_who_is_destroyed_is_not_found_from_then_on(vault):
    gone, stays = keep("Aslam", "Aslam Khan")
    assert find_names(Person(), "Aslam") == [gone, stays]
    with scoped(Person()):
        destroy([gone], by=Person())
    assert find_names(Person(), "Aslam") == [stays]


def test_searching_is_a_deed_without_what_was_typed(vault):
    keep("Aslam")
    find_names(Person(), "Aslam")
    deed = Deed.objects.get(action="names.searched")
    assert (deed.actor, deed.detail) == (7, {"by_what": "name"})


def test_the_deed_stays_when_the_request_is_rolled_back(vault):
    keep("Aslam")
    with scoped(Person()):
        find_names(Person(), "Aslam")
        transaction.set_rollback(True)
    assert Deed.objects.filter(action="names.searched").count() == 1


def test_searches_of_a_day_are_counted_apart(vault, settings):
    settings.SEARCHES_A_DAY = 2
    keep("Aslam")
    for _ in range(2):
        find_names(Person(), "Aslam")
    with pytest.raises(OverBudget) as refusal:
        find_names(Person(), "Aslam")
    assert refusal.value.reasons[0].code == "over_searches"
    assert Deed.objects.filter(action="names.refused").count() == 1
    find_names(Person(user_id=8), "Aslam")
    find_names(Person(user_id=None), "Aslam")  # the operator


def test_searching_takes_the_permission(vault):
    with pytest.raises(NotPermitted):
        find_names(Person(permissions=frozenset()), "Aslam")


@pytest.mark.parametrize("typed", ["", "م", "a b c", "\u202e\u202d"])
def test_what_is_too_short_is_refused_and_no_deed(vault, typed):
    keep("Aslam")
    with pytest.raises(Incomplete) as refusal:
        find_names(Person(), typed)
    assert refusal.value.reasons[0].code == "too_short"
    assert not Deed.objects.filter(action="names.searched").exists()


def test_a_locked_vault_says_so(vault):
    keep("Aslam")
    file_of(KEPT, 1).unlink()
    with pytest.raises(OutOfOrder) as refusal:
        find_names(Person(), "Aslam")
    assert refusal.value.reasons[0].code == "locked"


def test_what_is_locked_of_several_is_said(vault):
    keep("Aslam", custodian=FOREIGN)
    mine = keep("Aslam")
    assert len(find_names(BOTH, "Aslam")) == 2
    file_of(FOREIGN, 1).unlink()
    found = find_people(BOTH, "Aslam")
    assert (found.rows, found.locked) == (mine, 1)


# -- The file --------------------------------------------------------------------------------------


def test_the_file_spares_the_reading_and_holds_no_name(vault, monkeypatch):
    rows = keep("Muhammad Aslam", "زرینہ خاتون")
    find_names(Person(), "Aslam")
    restarted(vault)
    path = name_files.file_of(KEPT)
    sealed = path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    for name in ("aslam", "زرینہ"):
        for encoding in ("utf-8", "utf-16-le", "utf-32-le"):
            assert name.encode(encoding) not in sealed
    assert rows[0].bytes not in sealed
    read = []
    monkeypatch.setattr(name_shelves, "names_of", counting(name_shelves.names_of, read))
    late = keep("Aslam Khan")
    assert find_names(Person(), "Muhammad Aslam")[0] == rows[0]
    assert find_names(Person(), "Aslam Khan")[0] == late[0]
    assert read[:2] == [1, 3]  # what is new; then a sample, which is compared with the file


def counting(names_of, read):
    def counted(vault, custodian, ids, unreadable):
        read.append(len(ids))
        return names_of(vault, custodian, ids, unreadable)

    return counted


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "foreign", "text"])
def test_a_damaged_file_is_made_anew(vault, harm):
    rows = keep("Aslam")
    keep("Zainab", custodian=FOREIGN)
    find_names(BOTH, "Aslam")
    restarted(vault)
    path = name_files.file_of(KEPT)
    whole = path.read_bytes()
    harmed = {
        "cut": whole[:-1],
        "flip": whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:],
        "empty": b"",
        "foreign": name_files.file_of(FOREIGN).read_bytes(),
        "text": b"names",
    }
    path.write_bytes(harmed[harm])
    assert find_names(Person(), "Aslam") == rows
    name_search.shelves_of(vault).close()
    assert path.read_bytes() not in harmed.values()
    assert find_names(Person(), "Aslam") == rows


def test_a_file_that_tells_otherwise_than_the_values_is_made_anew(vault):
    """A file of this custodian's own, whose names were changed about: only the values tell."""
    aslam, zainab = keep("Aslam", "Zainab")
    shelf = name_search.shelves_of(vault).ready(KEPT)
    wrong = NameIndex()
    wrong.add([(aslam, ["Zainab"], []), (zainab, ["Aslam"], [])])
    name_files.write(KEPT, 1, shelf.wrapping, wrong.pack())
    shelf.changed = 0
    restarted(vault)
    assert find_names(Person(), "Aslam") == [aslam]


def test_what_was_destroyed_leaves_the_file(vault):
    gone, stays = keep("Aslam", "Aslam Khan")
    find_names(Person(), "Aslam")
    restarted(vault)
    assert name_files.file_of(KEPT).exists()
    with scoped(Person()):
        destroy([gone], by=Person())
    assert not name_files.file_of(KEPT).exists()
    assert find_names(Person(), "Aslam") == [stays]
    shelf = name_search.shelves_of(vault).ready(KEPT)
    assert len(shelf.index) == 1
    wrapping = shelf.wrapping
    restarted(vault)
    assert len(unpacked(name_files.read(KEPT, wrapping))) == 1


def test_an_older_transaction_that_ends_late_is_not_missed(vault, as_role, monkeypatch):
    """Ids are made before they are committed: a long import must not fall behind the mark."""
    monkeypatch.setattr(name_shelves, "MARGIN", 0)
    keep("Zainab")
    early = uuid7()
    owner = as_role("sanad_app")
    owner.execute("select set_config('sanad.scope', %s, false), pg_current_xact_id()", [f"{{{KEPT}}}"])
    with scoped(Person()):
        (row,) = Sealer(KEPT).seal_many([(early, "mention", {"name": "Aslam"})])
    for _ in range(3):
        keep("Zainab")
        assert find_names(Person(), "Aslam") == []
    assert name_search.shelves_of(vault).ready(KEPT).since.int < early.int
    owner.execute(
        'insert into vault_sealed (row_id, "of", custodian_id, envelope_id, blob, mac) values (%s, %s, %s, %s, %s, %s)',
        row,
    )
    owner.commit()
    assert find_names(Person(), "Aslam") == [early]


def test_unreadable_values_do_not_end_the_search(vault, as_role):
    bad, good = keep("Aslam", "Aslam Khan")
    owner = as_role("sanad_owner")
    owner.execute("select set_config('sanad.scope', %s, false)", [f"{{{KEPT}}}"])
    owner.execute("update vault_sealed set blob = '\\x01'::bytea || blob where row_id = %s", [bad])
    owner.commit()
    assert find_names(Person(), "Aslam") == [good]


# -- Keys come and go -------------------------------------------------------------------------------


def test_what_is_locked_leaves_the_memory_and_its_file_is_written(vault):
    rows = keep("Aslam")
    names = name_search.shelves_of(vault)
    names.tend()
    shelf = names.ready(KEPT)
    assert (len(shelf.index), name_files.file_of(KEPT).exists()) == (1, False)  # small: not worth a file yet
    private = file_of(KEPT, 1)
    content = private.read_bytes()
    private.unlink()
    names.tend()
    assert (len(shelf.index), shelf.wrapping, names.memory) == (0, b"", 0)
    assert name_files.file_of(KEPT).exists()
    private.write_bytes(content)
    names.tend()  # what is unlocked is made ready before anybody searches
    assert names.ready(KEPT).index.ids().tolist() == [rows[0].bytes.rstrip(b"\0")]


def test_after_a_change_of_keys_the_file_is_under_the_new_one(vault):
    rows = keep("Aslam")
    assert find_names(Person(), "Aslam") == rows
    rotate = {"version": VERSION, "ask": "rotate", "custodian": KEPT, "begin": True}
    reader = Person(permissions=frozenset({"sealed.open", "vault.manage", "vault.unlock"}))
    answered = answer(vault, {**rotate, "reader": Ticket.of(reader).said()})
    assert answered["version"] == 2, answered
    assert find_names(Person(), "Aslam") == rows
    restarted(vault)
    assert name_files.version_of(KEPT) == 2
    assert find_names(Person(), "Aslam") == rows


def test_a_change_that_is_large_enough_is_written(vault, monkeypatch):
    monkeypatch.setattr(name_shelves, "ENOUGH_ROWS", 2)
    keep("Aslam", "Zainab")
    names = name_search.shelves_of(vault)
    names.tend()
    names.ready(KEPT)
    names.tend()
    assert name_files.file_of(KEPT).exists()


def test_a_row_that_comes_from_another_office_is_found_however_old_it_is(vault, as_role, monkeypatch):
    monkeypatch.setattr(name_shelves, "MARGIN", 0)
    old = uuid7()
    keep("Zainab")
    find_names(Person(), "Zainab")
    # How far it has read depends on who else works on the server; here it is far enough.
    name_search.shelves_of(vault).ready(KEPT).since = uuid7()
    with scoped(Person()):
        Sealer(KEPT).keep([(old, "mention", {"name": "Aslam"})])
    name_files.remove(KEPT)
    assert find_names(Person(), "Aslam") == [old]


def test_names_that_are_still_read_are_a_sentence(vault, monkeypatch):
    keep("Aslam")
    monkeypatch.setattr(name_search, "PATIENCE", 0.0)
    monkeypatch.setattr(name_shelves.NameShelves, "_begin", lambda self, shelf: None)
    with pytest.raises(OutOfOrder) as refusal:
        find_names(Person(), "Aslam")
    assert refusal.value.reasons[0].code == "names_preparing"
    assert not Deed.objects.filter(action="names.searched").exists()


def test_a_failure_while_reading_is_tried_again(vault, monkeypatch):
    rows = keep("Aslam")
    with monkeypatch.context() as broken:
        broken.setattr(name_shelves, "ids_kept", lambda *_said: 1 / 0)
        with pytest.raises(OutOfOrder):
            find_names(Person(), "Aslam")
    assert find_names(Person(), "Aslam") == rows
