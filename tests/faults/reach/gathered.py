"""A project and a gathering of one owner, with every part that an address can name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.gatherings import actions
from sanad.gatherings.models import Material
from sanad.institutions.models import Institution
from sanad.kit.ids import uuid7
from sanad.projects import actions as projects
from sanad.projects.actions import ProjectContent, ResultContent

NOWHERE = "KP-2026-9JT7ZE6N3T"


@dataclass
class OwnedGathering:
    """What addresses of a gathering and of a project can name; those that are nowhere, if nothing is said."""

    ref: str = NOWHERE
    project: str = NOWHERE
    token: str = "no-such-link"
    line: UUID = field(default_factory=uuid4)
    invitation: UUID = field(default_factory=uuid4)
    participant: UUID = field(default_factory=uuid4)
    judged: UUID = field(default_factory=uuid4)
    group: UUID = field(default_factory=uuid4)
    member: UUID = field(default_factory=uuid4)
    follow_up: UUID = field(default_factory=uuid4)
    material: UUID = field(default_factory=uuid4)
    partner: UUID = field(default_factory=uuid4)
    result: UUID = field(default_factory=uuid4)

    def named(self) -> set[str]:
        """The references and ids that give it away."""
        ids = (self.line, self.invitation, self.participant, self.judged, self.group, self.member, self.follow_up)
        return {self.ref, self.project, self.token, *map(str, (*ids, self.material, self.partner, self.result))}


def plant_gathering(text: Callable[[str], str], by: Reader) -> OwnedGathering:
    """One of each part; `text` gives words that stand nowhere else."""
    body = Institution.objects.order_by("id").first()
    assert body is not None
    day = timezone.localdate()
    said = ProjectContent(text("project"), "", "running", date(2025, 1, 1), None, "policy", (16,), text("summary"))
    project = projects.enter_project(said, [], by=by)
    partner = projects.add_partner(project, body.pk, "funding", by=by)
    result = projects.keep_result(project, ResultContent("output", text("result"), "", 0, 60, None), by=by)
    plan = actions.GatheringContent(
        "workshop", text("gathering"), "", day, day, purpose=text("purpose"), venue=text("venue"), project=project.pk
    )
    met = actions.plan_gathering(plan, by=by)
    line = actions.add_agenda_item(met, actions.AgendaContent(text("item"), speaker=text("speaker")), by=by)
    invitation = actions.invite(met, actions.InvitationContent(body.pk, "department", 2, text("note")), by=by)
    one, other = (
        actions.add_participant(met, actions.ParticipantContent(name, text("of"), text("as")), form=uuid7(), by=by)
        for name in (text("participant"), text("second"))
    )
    judged = actions.judge_two(one, other, same=False, by=by)
    group = actions.add_group(met, text("group"), "", by=by)
    member = actions.put_in_group(group, one, by=by)
    actions.write_minutes(met, text("minutes"), by=by)
    follow_up = actions.add_follow_up(met, actions.FollowUpContent(text("task"), text("owner"), day), by=by)
    material = Material.objects.create(
        gathering=met, custodian_id=met.custodian_id, kind="photograph", title=text("picture"), consent="all",
        sha256_sealed="0" * 64, size=10, media_type="image/png", received_at=timezone.now(),
    )  # fmt: skip
    return OwnedGathering(
        met.reference, project.reference, actions.open_door(met, by=by), line.pk, invitation.pk, one.pk, judged.pk,
        group.pk, member.pk, follow_up.pk, material.pk, partner.pk, result.pk,
    )  # fmt: skip
