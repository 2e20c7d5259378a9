"""Accounts: who works here, at which office, and what they may see and do.

Owns: offices, users, postings, roles and their permissions (one readable page: `roles.py`), sharing rules between
offices, the reader that every query and action is given, the scope that row security reads, sign-in and the pages
to manage offices and users.

Leaves to others: what may be seen of a record (the package that owns the record), which doors exist
(`sanad.web.doors`), the deeds' table (`sanad.ledger`), keys (`sanad.vault`).
"""
