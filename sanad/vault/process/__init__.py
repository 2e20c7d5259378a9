"""The vault process: the only place where custodians' private keys are unlocked.

It listens on a socket under SANAD_HOME/run, reads sealed columns on its own database connection under the role
`sanad_vault`, commits the deed of looking first and opens afterwards. Whoever asks goes through `sanad.vault.asking`;
nothing outside this folder reads a private key, and a test knows no other place.
"""
