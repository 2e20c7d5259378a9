"""Imports and what was found in them belong to an office."""

from django.db import migrations

from sanad.kit.row_security import protect, unprotect

TABLES = ("exchange_import", "exchange_importfinding")


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_initial"), ("ledger", "0002_rights")]

    operations = [migrations.RunSQL(protect(table), unprotect(table)) for table in TABLES]
