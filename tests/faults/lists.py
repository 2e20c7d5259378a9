"""Lists to import again and again, and what of one the database holds; shared by the suites that break imports."""

from itertools import count
from pathlib import Path

from django.conf import settings

from benchmarks.make_records import write_csv
from tests.scratch import Runner

ROWS = 40
MAPPING = (settings.BASE / "benchmarks" / "records.yaml").read_text(encoding="utf-8")
OF_LIST = "select id from violations_report where origin = %(name)s"
HELD = f"""
select (select count(*) from violations_report where origin = %(name)s),
  (select count(distinct external_id) from violations_report where origin = %(name)s),
  (select count(*) from violations_mention where report_id in ({OF_LIST})),
  (select count(*) from violations_act where report_id in ({OF_LIST})),
  (select count(*) from violations_ground where report_id in ({OF_LIST})),
  (select count(*) from vault_sealed where row_id in (select id from violations_mention where report_id in ({OF_LIST})))
"""


class Lists:
    """Files to import, each a list of its own."""

    numbers = count(1)  # over all suites that share the site

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new(self) -> tuple[str, list[object]]:
        """The name of a fresh list, and the words that import it."""
        number = next(self.numbers)
        name = f"crash_{number}"
        file, mapping = self.folder / f"{name}.csv", self.folder / f"{name}.yaml"
        write_csv(file, ROWS, 1000 + number)
        mapping.write_text(MAPPING.replace("invented_records", name))
        return name, ["import", file, "--mapping", mapping]


def held(runner: Runner, name: str) -> tuple[int, ...]:
    """What of a list the database holds."""
    return runner.ask(HELD, {"name": name})[0]
