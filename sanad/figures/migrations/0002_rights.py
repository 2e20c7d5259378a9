"""Saved tables belong to an office; the role that freezes figures reads the columns that it counts, and no other."""

from django.db import migrations

from sanad.kit.row_security import protect, readable_by, unprotect

FROZEN = {
    "violations_event": "id happened_first happened_last province_id district_id place_id custodians withdrawn",
    "violations_violation": "id event_id person_id type_id means_id stated_reason_id kind_of_place_id happened_first"
    " happened_last province_id district_id place_id perpetrator_types state verified_on nobody custodians",
    "violations_person": "id kind part_of min_size best_size max_size sex_id age_min age_max characteristics status_id"
    " custodians",
    "violations_report": "id received_on source_kind_id source_institution_id batch_id custodian_id",
    "violations_account": "report_id event_id withdrawn custodian_id",
    "violations_ground": "act report_id violation_id custodian_id",
    "violations_batch": "id reference custodian_id",
    "codes_code": "id slug vocabulary_id parent_id",
    "codes_vocabulary": "id slug",
    "institutions_institution": "id slug",
    "ledger_deed": "id action",
}


class Migration(migrations.Migration):
    dependencies = [
        ("figures", "0001_initial"),
        ("violations", "0002_rights"),
        ("codes", "0001_initial"),
        ("institutions", "0001_initial"),
        ("ledger", "0002_rights"),
    ]

    operations = [
        migrations.RunSQL(protect("figures_savedtable"), unprotect("figures_savedtable")),
        migrations.RunSQL(
            "".join(readable_by(table, "sanad_snapshot", columns.split()) for table, columns in FROZEN.items()),
            "".join(f"revoke select on {table} from sanad_snapshot;\n" for table in FROZEN),
        ),
    ]
