"""Row security of interventions and review rules; who confirms is somebody else; imports and transfers know of them."""

from pathlib import Path

from django.db import migrations

from sanad.kit.row_security import append_only, closed_where, protect, unprotect
from sanad.ledger.history import end_history, keep_history
from sanad.violations.row_rights import CLOSED

HERE = Path(__file__).parent


def read(name: str) -> str:
    """A script beside this file."""
    return (HERE / name).read_text(encoding="utf-8")


def anew(script: str) -> str:
    """The same function, in place of the one that is there."""
    return script.replace("create function", "create or replace function")


INTERVENTIONS = (
    protect("violations_intervention")
    + append_only("violations_intervention")
    + "grant update (until) on violations_intervention to sanad_app;\n"
    + closed_where("violations_intervention", "sanad_report_is_closed(report_id)")
    + "alter table violations_intervention add constraint intervention_of_its_report"
    " foreign key (report_id, custodian_id) references violations_report (id, custodian_id)"
    " deferrable initially deferred;\n"
)
RULES = protect("violations_reviewrule") + keep_history(
    "violations_reviewrule", key="custodian_id", custodian="custodian_id"
)
# A confirmation, like an undoing, names no row of its own: it is seen with the judgement that it is about.
NAMES_NOTHING = "undoes_id is null"
CONFIRMED_TOO = CLOSED["violations_judgement"].replace(NAMES_NOTHING, f"{NAMES_NOTHING} and confirms_id is null")
SEEN = "drop policy if exists conflict on violations_judgement;\n"
# Undoing an import takes what confirmed one of its judgements along, as it does what undid one.
UNDONE = "    delete from violations_judgement j where j.kind = 'undone'\n"
CONFIRMED = (
    "    delete from violations_judgement j where j.kind = 'confirmed'\n"
    "        and not exists (select 1 from violations_judgement k where k.id = j.confirms_id);\n"
)


def undoing() -> str:
    """The function that undoes an import, with confirmations."""
    script = read("undo_batch.sql")
    if script.count(UNDONE) != 1:
        raise ValueError("undo_batch.sql does not read as it did")
    return anew(script.replace(UNDONE, CONFIRMED + UNDONE))


class Migration(migrations.Migration):
    dependencies = [("violations", "0040_reviewing"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(INTERVENTIONS, unprotect("violations_intervention")),
        migrations.RunSQL(RULES, end_history("violations_reviewrule") + unprotect("violations_reviewrule")),
        migrations.RunSQL(
            SEEN + closed_where("violations_judgement", CONFIRMED_TOO),
            SEEN + closed_where("violations_judgement", CLOSED["violations_judgement"]),
        ),
        migrations.RunSQL(read("a_second_person.sql"), migrations.RunSQL.noop),
        migrations.RunSQL(undoing(), anew(read("undo_batch.sql"))),
        migrations.RunSQL(read("move_report_with_what_was_done.sql"), anew(read("move_report.sql"))),
    ]
