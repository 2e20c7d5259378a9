"""Vault: sealing and opening of values and files.

Owns: the format of sealed blobs and files, the custodians' keys, envelopes, the table of sealed values, kept originals,
keyed hashes, and the record of every look at a sealed value (the deed is committed before the value is read).

Leaves to others: what is sealed and where it belongs (the package that owns the row), who may ask for it
(`sanad.accounts`). Private keys are known to `process/` alone, which runs by itself: a file (the weaker form, for small
sites), or wrapped for unlockers' passphrases and for any two parties of the escrow. Everybody else asks (`asking`).

    sealer = sealer_for(custodian)                          sealing needs no private key
    sealer.keep([(mention.id, "mention", {"name": "…"})])
    open_sealed(reader, [(mention.id, "mention")], reason="…", purpose=Purpose.READING)
"""
