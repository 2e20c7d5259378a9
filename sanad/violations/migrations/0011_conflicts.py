"""Whoever is tied to an alleged perpetrator does not see the record; an emergency shows a single report."""

from django.db import migrations

from sanad.kit.row_security import CONFLICTS_FUNCTION, GRANTED_FUNCTION, protect, unprotect
from sanad.violations import row_rights

FILL = """
select set_config('sanad.scope', (select coalesce(array_agg(id), '{}')::text from accounts_office), true);
insert into violations_alleged (report_id, institution_id, custodian_id, event_id)
select distinct a.report_id, said.institution_id, a.custodian_id, a.event_id
from (
    select report_id, institution_id from violations_involvement where until is null and institution_id is not null
    union
    select report_id, institution_id from violations_mention
        where until is null and institution_id is not null and role = 'perpetrator'
) said
join violations_account told on told.report_id = said.report_id
join violations_account a on a.event_id = told.event_id;
select set_config('sanad.scope', '', true);
"""


class Migration(migrations.Migration):
    dependencies = [("violations", "0010_alleged"), ("accounts", "0004_rights")]

    operations = [
        migrations.RunSQL(CONFLICTS_FUNCTION + GRANTED_FUNCTION, migrations.RunSQL.noop),
        migrations.RunSQL(protect("violations_alleged"), unprotect("violations_alleged")),
        migrations.RunSQL(row_rights.GRANTED_ROWS, row_rights.NOT_GRANTED),
        migrations.RunSQL(row_rights.CLOSED_TO_CONFLICTS, row_rights.NOT_CLOSED),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
