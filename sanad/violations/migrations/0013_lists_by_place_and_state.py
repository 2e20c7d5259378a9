"""Lists narrowed to a province, a district or a state are read from an index that holds all they are narrowed by.

What an emergency opens is asked once per query; unless it is parallel safe, no query on these tables is parallel.
"""

from django.db import migrations, models

FOUND = ("events", "persons", "documents")
NARROWED = ("custodians", "province", "district", "state", "act_types", "source_kinds", "withdrawn")


def by(field: str) -> migrations.AddIndex:
    """An index in the order of the list within one value of this field."""
    kept = tuple(name for name in NARROWED if name != field)
    fields = [field, "-sorted_on", "-id"]
    return migrations.AddIndex("event", models.Index(fields=fields, include=kept, name=f"event_in_{field}"))


class Migration(migrations.Migration):
    dependencies = [("violations", "0012_custody")]

    operations = [
        migrations.RemoveIndex("event", "event_by_province"),
        migrations.RemoveIndex("event", "event_by_district"),
        by("province"),
        by("district"),
        by("state"),
        migrations.RunSQL(
            "".join(f"alter function sanad_granted_{name}() parallel safe;\n" for name in FOUND),
            "".join(f"alter function sanad_granted_{name}() parallel unsafe;\n" for name in FOUND),
        ),
    ]
