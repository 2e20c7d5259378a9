"""The function that moves a report from one custodian to another."""

from pathlib import Path

from django.db import migrations

MOVE = (Path(__file__).parent / "move_report.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("violations", "0011_conflicts")]

    operations = [migrations.RunSQL(MOVE, "drop function sanad_move_report(uuid, int)")]
