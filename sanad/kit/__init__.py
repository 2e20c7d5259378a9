"""Small tools of the field that know nothing of Django or the database.

Owns: refusals with reasons, degrees of sensitivity, identifiers and references, partial dates,
ages, casualty counts, text of two scripts, and the SQL text of row security.
Leaves to others: everything that reads a row, a request or a setting. Every package may import
from here; nothing here imports from another package.
"""
