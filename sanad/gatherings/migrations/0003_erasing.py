"""A participant can be erased: the line stays without a name, and its history forgets what it said."""

from django.db import migrations, models

# History is never changed, but for this: what lines of erased participants said, in the scope of the reader. It runs as
# the owner, for the application may not write history at all.
BLANK = """
create policy erased on ledger_change for update
    using (kind = 'gatherings_participant' and custodian = any ((select sanad_scope())::int[]));
create function sanad_blank_participants(lines uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    said text[] := '{name,affiliation,designation,institution_id,needs,withdrawn_why}';
    blanked int;
begin
    update ledger_change c set before = c.before - said, after = c.after - said
        from gatherings_participant p
        where c.kind = 'gatherings_participant' and c."row" = p.id::text and p.id = any (lines)
            and p.erased_at is not null;
    get diagnostics blanked = row_count;
    return blanked;
end $$;
revoke all on function sanad_blank_participants(uuid[]) from public;
grant execute on function sanad_blank_participants(uuid[]) to sanad_app;
"""
NOT_BLANK = "drop function sanad_blank_participants(uuid[]); drop policy erased on ledger_change;"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0061_notice_of_reports"),
        ("codes", "0002_history"),
        ("gatherings", "0002_rights"),
        ("ledger", "0003_tree_and_history"),
        ("institutions", "0002_history"),
        ("places", "0002_history"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="participant",
            name="a_participant_has_a_name",
        ),
        migrations.AddField(
            model_name="participant",
            name="erased_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("erased_at", None), models.Q(("name", ""), _negated=True)),
                    models.Q(
                        ("affiliation", ""),
                        ("designation", ""),
                        ("erased_at__isnull", False),
                        ("institution", None),
                        ("name", ""),
                        ("needs", None),
                    ),
                    _connector="OR",
                ),
                name="a_participant_has_a_name_or_was_erased",
            ),
        ),
        migrations.RunSQL(BLANK, NOT_BLANK),
    ]
