"""Row security, keys that hold the custodian, and the history of what is edited in place."""

from django.db import migrations

from sanad.kit.row_security import protect, unprotect
from sanad.ledger.history import end_history, keep_history

OF_A_GATHERING = ("agendaitem", "invitation", "participant", "group", "material", "followup")
KEPT = ("gathering", *OF_A_GATHERING, "sameparticipant", "groupmember")

# Foreign keys look past row security: with the custodian in the key, no row can hang on what another office keeps.
COMPOSITE = "".join(
    f"alter table gatherings_{t} add constraint {t}_of_its_gathering foreign key (gathering_id, custodian_id)"
    " references gatherings_gathering (id, custodian_id) deferrable initially deferred;\n"
    for t in OF_A_GATHERING
) + "".join(
    f"alter table gatherings_{t} add constraint {t}_{key}_of_its_office foreign key ({key}_id, custodian_id)"
    f" references gatherings_{whole} (id, custodian_id) deferrable initially deferred;\n"
    for t, key, whole in (
        ("sameparticipant", "one", "participant"),
        ("sameparticipant", "other", "participant"),
        ("groupmember", "participant", "participant"),
        ("groupmember", "group", "group"),
    )
)
# Lines of the list and what was judged of them stay; what is taken off a list is marked.
STAYING = "revoke delete, truncate on gatherings_participant, gatherings_sameparticipant from sanad_app;\n"
# When and by whom the person of a line was put together stands in the judgements.
LEFT_OUT = {"participant": ("person",)}


class Migration(migrations.Migration):
    dependencies = [
        ("gatherings", "0001_initial"),
        ("ledger", "0003_tree_and_history"),
        ("accounts", "0040_links"),
    ]

    operations = [
        migrations.RunSQL(COMPOSITE, migrations.RunSQL.noop),
        migrations.RunSQL(
            "".join(protect(f"gatherings_{t}") for t in KEPT) + STAYING,
            "".join(unprotect(f"gatherings_{t}") for t in KEPT),
        ),
        migrations.RunSQL(
            "".join(
                keep_history(f"gatherings_{t}", custodian="custodian_id", leaving_out=LEFT_OUT.get(t, ())) for t in KEPT
            ),
            "".join(end_history(f"gatherings_{t}") for t in KEPT),
        ),
    ]
