"""Row security of files and consents; they only grow. Figures read who is in no count. How a person's facts leave."""

from pathlib import Path

from django.db import migrations

from sanad.kit.row_security import unprotect
from sanad.violations import row_rights

ERASE = (Path(__file__).parent / "erase_person.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("violations", "0003_evidence_and_consent"), ("ledger", "0002_rights")]

    operations = [
        migrations.RunSQL(row_rights.CARE, "".join(unprotect(f"violations_{t}") for t in row_rights.CARED)),
        migrations.RunSQL(ERASE, "drop function sanad_blank_mentions(uuid[])"),
    ]
