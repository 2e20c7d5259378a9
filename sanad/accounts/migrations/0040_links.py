"""Signed links: read by the offices that gave them out, and by whoever shows the token."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sanad.kit.ids
from sanad.kit.row_security import unprotect
from sanad.ledger.history import end_history, keep_history

# The holder of a link has no scope before it was found: the setting `sanad.link` holds the hash of the token.
PROTECT = """
alter table accounts_link enable row level security;
alter table accounts_link force row level security;
create policy scope on accounts_link for select using (
    custodian_id = any ((select sanad_scope())::int[])
    or token_hash = nullif(current_setting('sanad.link', true), '')
);
create policy adding on accounts_link for insert with check (custodian_id = any ((select sanad_scope())::int[]));
create policy changing on accounts_link for update using (custodian_id = any ((select sanad_scope())::int[]));
revoke update, delete, truncate on accounts_link from sanad_app;
grant update (browser_hash, taken_at, revoked_by_id, revoked_at) on accounts_link to sanad_app;
"""
UNPROTECT = """
drop policy if exists adding on accounts_link;
drop policy if exists changing on accounts_link;
grant update, delete on accounts_link to sanad_app;
"""
LANGUAGES = [("en", "English"), ("ur", "اردو")]


def user() -> models.ForeignKey:
    """Somebody of the office; null where it was the operator, or nobody yet."""
    protect = django.db.models.deletion.PROTECT
    return models.ForeignKey(null=True, on_delete=protect, related_name="+", to=settings.AUTH_USER_MODEL)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0021_erasure_takes_two"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("purpose", models.CharField(max_length=32)),
                ("of", models.UUIDField()),
                ("to_name", models.CharField(max_length=120)),
                ("language", models.CharField(blank=True, choices=LANGUAGES, max_length=2)),
                ("open_to_many", models.BooleanField(default=False)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("browser_hash", models.CharField(blank=True, max_length=64)),
                ("taken_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField()),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                ("made_by", user()),
                ("revoked_by", user()),
            ],
            options={
                "indexes": [models.Index(fields=["of", "purpose"], name="link_of_object")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(purpose__regex=r"^[a-z]+(\.[a-z_]+)?$"), name="link_purpose_shape"
                    ),
                    models.CheckConstraint(condition=models.Q(expires_at__gt=models.F("made_at")), name="link_period"),
                    models.CheckConstraint(
                        condition=models.Q(browser_hash="", taken_at=None)
                        | ~models.Q(browser_hash="") & models.Q(taken_at__isnull=False, open_to_many=False),
                        name="link_taken_once",
                    ),
                ],
            },
        ),
        migrations.RunSQL(PROTECT, UNPROTECT + unprotect("accounts_link")),
        migrations.RunSQL(
            keep_history("accounts_link", custodian="custodian_id", leaving_out=("browser_hash", "taken_at")),
            end_history("accounts_link"),
        ),
    ]
