"""Tables: public keys, envelopes, sealed values, kept originals, looks.

Custodians are offices of `sanad.accounts`, as plain numbers: the vault stands below it.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN, SEALED

# The columns of `Sealed` in the order in which `Sealer.seal_many` gives its rows; for COPY into a staging table.
SEALED_TABLE = "vault_sealed"
SEALED_COLUMNS = ("row_id", "of", "custodian_id", "envelope_id", "blob", "mac")
# `create table ... as select` and `like` are refused to the application, which may not read the blob.
SEALED_STAGE = "row_id uuid, of varchar, custodian_id int, envelope_id uuid, blob bytea, mac bytea"
NUMBER_TABLE = "vault_number"
NUMBER_COLUMNS = ("row_id", "of", "custodian_id", "kind", "hash")


class CustodianKey(models.Model):
    """A custodian's public key. Its private half is in the database only as `KeyWrap`s.

    `until`: from then on a newer key takes its place. `retired_at`: nothing is under it, its private half is gone.
    """

    sensitivity = {OPEN: "id custodian_id version public since until retired_at"}

    id = models.AutoField(primary_key=True)
    custodian_id = models.IntegerField()
    version = models.IntegerField()
    public = models.BinaryField(max_length=32)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="custodian_key_version", fields=["custodian_id", "version"]),
            models.UniqueConstraint(
                name="custodian_key_one_current", fields=["custodian_id"], condition=models.Q(until__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"custodian {self.custodian_id} version {self.version}"


class Unlocker(models.Model):
    """Somebody who can unlock keys with a passphrase: a key pair of her own, its private half under the passphrase."""

    sensitivity = {OPEN: "id user_id public since until", SEALED: "locked"}

    id = models.AutoField(primary_key=True)
    user_id = models.IntegerField()
    public = models.BinaryField(max_length=32)
    locked = models.BinaryField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="unlocker_one_current", fields=["user_id"], condition=models.Q(until__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"user {self.user_id}"


class EscrowParty(models.Model):
    """An institution that holds a part of the escrow: two of them together can open the keys, one alone cannot."""

    sensitivity = {OPEN: "id name public since until"}

    id = models.AutoField(primary_key=True)
    name = models.CharField(max_length=40)
    public = models.BinaryField(max_length=32)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="escrow_party_one_current", fields=["name"], condition=models.Q(until__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class KeyWrap(models.Model):
    """The private half of a custodian's key, wrapped for an unlocker or for two parties of the escrow."""

    sensitivity = {OPEN: "id custodian_id key unlocker first second made_at", SEALED: "wrapped", OFFICE: "proof"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian_id = models.IntegerField()
    key = models.ForeignKey(CustodianKey, models.PROTECT, related_name="wraps")
    unlocker = models.ForeignKey(Unlocker, models.PROTECT, null=True, related_name="wraps")
    first = models.ForeignKey(EscrowParty, models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey(EscrowParty, models.PROTECT, null=True, related_name="+")
    wrapped = models.BinaryField()
    proof = models.BinaryField(max_length=32)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="key_wrap_once", fields=["key", "unlocker"]),
            models.UniqueConstraint(name="key_wrap_once_for_two", fields=["key", "first", "second"]),
            models.CheckConstraint(
                name="key_wrap_for_one_unlocker_or_two_parties",
                condition=models.Q(unlocker__isnull=False, first__isnull=True, second__isnull=True)
                | models.Q(unlocker__isnull=True, first__isnull=False, second__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} for {self.unlocker or f'{self.first} and {self.second}'}"


class Envelope(models.Model):
    """A key that wraps the data keys of one batch or of some hours; sealed itself to the custodian's public key."""

    sensitivity = {OPEN: "id custodian_id key made_at", SEALED: "wrapped"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian_id = models.IntegerField()
    key = models.ForeignKey(CustodianKey, models.PROTECT, related_name="+")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Sealed(models.Model):
    """The sealed values of one row of another table (`of`), as one blob. Deleting it destroys its key with it."""

    sensitivity = {OPEN: "row_id of custodian_id envelope", OFFICE: "mac", SEALED: "blob"}

    pk = models.CompositePrimaryKey("row_id", "of")
    row_id = models.UUIDField()
    of = models.CharField(max_length=16)
    custodian_id = models.IntegerField()
    envelope = models.ForeignKey(Envelope, models.PROTECT, related_name="+", db_index=False)
    blob = models.BinaryField()
    mac = models.BinaryField(max_length=32, null=True)

    def __str__(self) -> str:
        return f"{self.of} {self.row_id}"


class Original(models.Model):
    """A file as it came in, sealed on disk under the hash of its sealed bytes. Without this row nobody can open it."""

    sensitivity = {
        OPEN: "id custodian_id envelope sha256_sealed size media_type kept_at",
        OFFICE: "mac",
        SEALED: "wrapped_key",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian_id = models.IntegerField()
    envelope = models.ForeignKey(Envelope, models.PROTECT, related_name="+", db_index=False)
    wrapped_key = models.BinaryField()
    sha256_sealed = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    mac = models.BinaryField(max_length=32)
    kept_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["custodian_id", "mac"], name="original_same_file")]

    def __str__(self) -> str:
        return f"{self.media_type} {self.sha256_sealed[:12]}"


class Number(models.Model):
    """The keyed hash of a CNIC or telephone number in a sealed mention: it finds the same number again.

    It goes with the sealed value (the database sees to that), and says nothing to whoever lacks the custodian's secret.
    """

    sensitivity = {OPEN: "row_id of custodian_id kind", OFFICE: "hash"}

    pk = models.CompositePrimaryKey("row_id", "kind", "hash")
    row_id = models.UUIDField()
    of = models.CharField(max_length=16)
    custodian_id = models.IntegerField()
    kind = models.CharField(max_length=5)
    hash = models.BinaryField(max_length=16)

    class Meta:
        indexes = [models.Index(fields=["hash", "custodian_id"], name="number_same")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.of} {self.row_id}"


class Erased(models.Model):
    """What was destroyed on purpose: its place, never its content. A restored backup is cleaned by these rows.

    `of` is the table of a sealed value, `original`, or `facts` where a package blanked what a row says in clear.
    """

    sensitivity = {OPEN: "row_id of custodian_id at why"}

    pk = models.CompositePrimaryKey("row_id", "of")
    row_id = models.UUIDField()
    of = models.CharField(max_length=16)
    custodian_id = models.IntegerField()
    at = models.DateTimeField(db_index=True)
    why = models.CharField(max_length=20)

    def __str__(self) -> str:
        return f"{self.of} {self.row_id}"


class Look(models.Model):
    """Somebody opened sealed values: who, of which custodian, what for, why, which rows. Never changed.

    `session`: the matching to which it belongs, where pairs are opened one after another for one stated reason.
    """

    sensitivity = {OPEN: "id at user_id custodian_id purpose of rows session", OFFICE: "reason"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    user_id = models.IntegerField(null=True)
    custodian_id = models.IntegerField()
    purpose = models.CharField(max_length=16)
    reason = models.CharField(max_length=300)
    of = models.CharField(max_length=16)
    rows = ArrayField(models.UUIDField())
    session = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["user_id", "at"], name="look_by_user"),
            models.Index(fields=["custodian_id", "at"], name="look_at_custodian"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.purpose} {self.of}"
