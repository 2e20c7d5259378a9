"""Named reads of said, judged and derived records; those for people take the reader first."""

from sanad.violations.queries.binding import (
    KnownReport,
    act_roots,
    known_reports,
    mention_roots,
    newest_revision,
    oldest_report_of,
    persons_of,
    report_of_act,
    report_of_mention,
    reports_bound_to,
    reports_judged_by,
    reports_of_acts,
)
from sanad.violations.queries.frames import act_tree, place_frame, reference_prefix
from sanad.violations.queries.material import material_of
from sanad.violations.queries.visible import (
    batches_visible_to,
    event_visible_to,
    events_visible_to,
    judgements_visible_to,
    persons_visible_to,
    reports_visible_to,
    violations_visible_to,
)

__all__ = [
    "KnownReport",
    "act_roots",
    "act_tree",
    "batches_visible_to",
    "event_visible_to",
    "events_visible_to",
    "judgements_visible_to",
    "known_reports",
    "material_of",
    "mention_roots",
    "newest_revision",
    "oldest_report_of",
    "persons_of",
    "persons_visible_to",
    "place_frame",
    "reference_prefix",
    "report_of_act",
    "report_of_mention",
    "reports_bound_to",
    "reports_judged_by",
    "reports_of_acts",
    "reports_visible_to",
    "violations_visible_to",
]
