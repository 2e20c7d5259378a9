"""Backups: one encrypted file that the server itself cannot read, and the proof that it can be restored.

    file   = age (X25519, to the public keys in SANAD_HOME/backup_recipients) around a plain tar
    tar    = sanad.json · database/000001.gz … · home/… · trailer.json

`sanad.json` says what made it; the parts of `database/`, unpacked and put together, are a dump of `pg_dump -Fc`;
`home/` holds the originals, the snapshots and what a site needs to run again, but no private key of a custodian: those
have their escrow.
The trailer has the number of rows of each table and the root of the ledger, both of the very moment of the dump.
Nobody needs Sanad to get at the records again: `age -d`, `tar` and `pg_restore` do.

Owns: making, restoring, drills and how old they may be. Records nothing of its own: what was made and proven stands in
the ledger as deeds.
"""
