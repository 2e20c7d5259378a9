"""A small country in which every text has an owner: whoever does not see the owner must never read the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid4

from allauth.mfa.models import Authenticator
from django.utils import timezone

from sanad.accounts.actions import ask_approval, notify
from sanad.accounts.actions.approvals import approve, open_report
from sanad.accounts.models import Office, Posting, SharingRule, Tie, User
from sanad.accounts.readers import Reader, operator, reader_for
from sanad.accounts.roles import Role
from sanad.accounts.rules import ApprovalKind, Gives, NoticeKind
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.exchange.models import Import, ImportFinding
from sanad.figures.actions import make_snapshot
from sanad.figures.models import PublishedTable, SavedTable
from sanad.institutions.models import Institution
from sanad.kit.dates import PartialDate
from sanad.kit.ids import uuid7
from sanad.matching.models import Pair, Run
from sanad.places.queries import place_by_code
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, DocumentDraft, InvolvementDraft, MentionDraft, ReportDraft
from sanad.violations.models import Evidence, Intervention, Judgement, Report
from tests.faults.reach.committed import absent, commit
from tests.faults.reach.gathered import OwnedGathering, plant_gathering
from tests.faults.reach.strategy import OwnedStrategy, plant_strategy

SINCE = date(2020, 1, 1)
KP, SINDH, TIED = "kp", "sindh", "tied"  # TIED: a record of KP that alleges something against a station
PRINTED = uuid4()  # a printed table: everybody who counts may read it
RECORD, PERSON = "record", "person"  # of what kind a text is: of a record, or of the people who work at the office


@dataclass
class Owned:
    """What addresses can name, of one owner."""

    ref: str
    report: UUID
    mention: UUID
    act: UUID
    judgement: UUID
    imported: UUID
    table: UUID
    evidence: UUID
    approval: UUID
    emergency: UUID
    notice: UUID
    pair: UUID
    danger: UUID
    unfinished: UUID
    user: int
    posting: int
    tie: int
    rule: int
    passkey: int
    office: str
    batch: str
    committed: Mapping[str, object] = field(default_factory=absent)
    strategy: OwnedStrategy = field(default_factory=OwnedStrategy)
    proposal: UUID = field(default_factory=uuid4)
    intervention: UUID = field(default_factory=uuid4)
    met: OwnedGathering = field(default_factory=OwnedGathering)

    def named(self) -> set[str]:
        """The ids that give a record away."""
        ids = (self.report, self.mention, self.act, self.judgement, self.imported, self.table, self.evidence, self.pair)
        return {self.ref, self.batch, *map(str, ids)}


ABSENT = Owned(
    "KP-2026-9JT7ZE6N3T", *(uuid4() for _ in range(13)), 999_991, 999_992, 999_993, 999_994, 999_995, "no-such",
    "KP-2026-9JT7ZE6N3T",
)  # fmt: skip


@dataclass
class World:
    """Everything that was planted: texts by (kind, owner), and what addresses name by owner."""

    owned: dict[str, Owned] = field(default_factory=dict)
    texts: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    readers: dict[str, User | None] = field(default_factory=dict)
    snapshot: str = ""

    def canary(self, kind: str, owner: str, what: str) -> str:
        """A text that stands nowhere else."""
        text = f"canary{what}of{owner}"
        self.texts.setdefault((kind, owner), set()).add(text)
        return text


def plant(offices, reader) -> World:
    """Records of two provinces, one with a conflict, and people who work there."""
    world = World()
    station = Institution.objects.create(slug="station_reach", kind="police_station", name_en="Station of the test")
    at = {KP: offices.kp, SINDH: offices.sindh, TIED: offices.kp}
    for owner, office in at.items():
        world.owned[owner] = _of(world, owner, office, offices, reader, station if owner == TIED else None)
        table = {str(world.owned[owner].table)}  # of the office, whichever of its records it counts
        world.texts[RECORD, owner] |= world.owned[owner].named() - table
        world.texts[RECORD, people_of(owner)] |= table
        world.owned[owner].met = _met(world, owner, office)
        world.texts[RECORD, people_of(owner)] |= world.owned[owner].met.named()
    with scoped(operator()):
        world.snapshot = make_snapshot(by=operator()).pk
        for owner, office in at.items():
            _saved(world, owner, office)
            _strategy(world, owner, office)
        PublishedTable.objects.create(key=PRINTED, custodian=offices.kp, name="T1", made_at=timezone.now())
    _people(world, offices, station)
    return world


def _draft(world: World, owner: str, station: Institution | None, key: str) -> ReportDraft:
    def text(what: str) -> str:
        return world.canary(RECORD, owner, f"{what}{key}")

    involved = InvolvementDraft("a", "p", institution=station.pk if station else None)
    killing = codes.code("act", "killing").pk
    place = place_by_code({KP: "PK-KP", SINDH: "PK-SD", TIED: "PK-KP"}[owner])
    return ReportDraft(
        source_kind=codes.code("source_kind", "newspaper").pk,
        received_on=date(2026, 1, 6),
        external_id=key,
        summary=text("summary"),
        narrative=text("narrative"),
        fir_number=text("fir"),
        document=DocumentDraft(title=text("title")),
        mentions=(
            MentionDraft("v", described=text("victim"), occupation=text("trade"), sealed={"name": text("name")}),
            MentionDraft("p", role="perpetrator", described=text("perpetrator")),
        ),
        acts=(ActDraft("a", "v", killing, happened=PartialDate(2026, 1, 5), place=place.id, place_said=text("place")),),
        involvements=(involved,),
    )


def _of(world: World, owner: str, office: Office, offices, reader, station: Institution | None) -> Owned:
    someone = User.objects.create(
        username=f"someone.{owner}", full_name=world.canary(PERSON, people_of(owner), f"user{owner}"), password="!"
    )
    posting = Posting.objects.create(user=someone, office=office, role=Role.REVIEWER, since=SINCE)
    by = replace(reader_for(someone), permissions=operator().permissions, user_id=someone.pk)
    with scoped(by):
        report = actions.record_report(_draft(world, owner, station, ""), by=by)
        actions.judge_event(report.account.event, "verified", why=world.canary(RECORD, owner, "judged"), by=by)
        batch = actions.store_batch(
            [_draft(world, owner, station, f"listed{owner}")],
            by=by,
            title=world.canary(RECORD, owner, "batch"),
            origin="l",
        ).batch
        imported = _import(world, owner, office, batch)
        mention, act = report.mentions.get(role="victim").root, report.acts.get().root
        evidence = Evidence.objects.create(
            report=report, custodian=office, kind="photograph", title=world.canary(RECORD, owner, "file"),
            sha256_sealed=owner * 8, size=10, media_type="image/png", received_at=timezone.now(),
        )  # fmt: skip
        people = people_of(owner)
        asked = ask_approval(ApprovalKind.BREAK_GLASS, "1", why=world.canary(PERSON, people, f"why{owner}"), by=by)
        opened = _emergency(world, owner, report, office, offices, reader)
        notice = notify(office.pk, NoticeKind.OVER_BUDGET, someone.pk)
        pair = _pair(office, report, batch)
        danger = actions.tell_danger(report, by=by)
        begun = actions.keep_unfinished(uuid7(), {"summary": [world.canary(RECORD, owner, "begun")]}, form=2, by=by)
        judgement = Judgement.objects.filter(act=act).get()
        committed = commit(lambda what: world.canary(RECORD, people, f"{what}{owner}"), by)
        number = uuid7()  # by hand: no vault runs here that could look whether the text names somebody
        done = Intervention.objects.create(
            id=number, root=number, report=report, custodian=office, type=codes.code("intervention", "letter"),
            text=world.canary(RECORD, owner, "letter"), made_at=timezone.now(), made_by=by.user_id,
        )  # fmt: skip
        proposal = _proposal(world, owner, office, batch, by)
    tie = Tie.objects.create(
        user=someone, institution=Institution.objects.first(), why=world.canary(PERSON, people, f"tie{owner}"),
        since=SINCE,
    )  # fmt: skip
    rule = SharingRule.objects.create(
        giver=office, receiver=offices.ministry if owner != TIED else offices.swat, gives=Gives.COUNTS, since=SINCE,
        why=world.canary(PERSON, people, f"rule{owner}"),
    )  # fmt: skip
    passkey = Authenticator.objects.create(user=someone, type="webauthn", data={"name": "key"})
    return Owned(
        report.reference, report.pk, mention, act, judgement.pk, imported.pk, uuid4(), evidence.pk, asked.pk,
        opened.pk, notice.pk, pair.pk, danger.pk, begun.pk, someone.pk, posting.pk, tie.pk, rule.pk, passkey.pk,
        office.slug, batch.reference, proposal=proposal.pk, intervention=done.root, committed=committed,
    )  # fmt: skip


def _proposal(world: World, owner: str, office: Office, batch: object, by: Reader) -> Judgement:
    """A verdict on the listed event that waits for a second person."""
    actions.set_review_rule(office.pk, True, why="Asked for", by=by)
    event = Report.objects.get(batch=batch).account.event
    return actions.judge_event(event, "rejected", why=world.canary(RECORD, owner, "proposed"), by=by)[0]


def _pair(office: Office, report: Report, batch: object) -> Pair:
    """The report and the one that came with the list may tell of one person."""
    run = Run.objects.create(custodian=office, begun_at=timezone.now())
    listed = Report.objects.get(batch=batch)
    one, other = (each.mentions.get(role="victim").root for each in (report, listed))
    return Pair.objects.create(
        kind="person", one=one, other=other, one_report=report.pk, other_report=listed.pk, custodians=[office.pk],
        probability=0.9, levels={"name": "same"}, weights={"name": 9.0}, run=run, found_at=timezone.now(),
    )  # fmt: skip


def _strategy(world: World, owner: str, office: Office) -> None:
    """Of the office, not of a single record: no conflict closes it."""
    by = replace(operator(), office_id=office.pk)
    keeper = people_of(owner)
    world.owned[owner].strategy = plant_strategy(lambda what: world.canary(RECORD, keeper, f"{what}{owner}"), by)


def _met(world: World, owner: str, office: Office) -> OwnedGathering:
    """A gathering and its project belong to the office, not to one record."""
    by = replace(reader_for(User.objects.get(username=f"someone.{owner}")), permissions=operator().permissions)
    with scoped(by):
        return plant_gathering(lambda what: world.canary(RECORD, people_of(owner), f"{what}{owner}"), by)


def people_of(owner: str) -> str:
    """Who works where the record is kept."""
    return KP if owner == TIED else owner


def _emergency(world: World, owner: str, report: Report, office: Office, offices, reader) -> object:
    """An emergency of a third office that opened this report, to be looked at by the office that keeps it."""
    asker, head = reader("reviewer", offices.cso), reader("head", offices.cso)
    with scoped(operator()):
        why = world.canary(PERSON, people_of(owner), f"emergency{owner}")
        asked = ask_approval(ApprovalKind.BREAK_GLASS, report.reference, why=why, by=asker)
        held = approve(asked, by=head)
        open_report(held, report.pk, office.pk)
    return held


def _import(world: World, owner: str, office: Office, batch: object) -> Import:
    imported = Import.objects.create(
        custodian=office, batch=batch, file_name=world.canary(RECORD, owner, "filename"), size=10, state="done",
        origin="l", mapping="version: 1\n", made_at=timezone.now(), rows=1, reports=1,
    )  # fmt: skip
    ImportFinding.objects.create(
        imported=imported, custodian=office, row=1, level="warning", code="x",
        sentence=world.canary(RECORD, owner, "finding"),
    )  # fmt: skip
    return imported


def _saved(world: World, owner: str, office: Office) -> None:
    SavedTable.objects.create(
        key=world.owned[owner].table, custodian=office, name=world.canary(RECORD, people_of(owner), f"table{owner}"),
        request={"unit": "violations", "rows": ["province"], "columns": [], "where": []},
        snapshot_id=world.snapshot, made_at=timezone.now(),
    )  # fmt: skip


POSTED = {
    "recorder": ("recorder", "kp"),
    "reviewer": ("reviewer", "kp"),
    "analyst": ("analyst", "kp"),
    "head": ("head", "kp"),
    "head elsewhere": ("head", "sindh"),
    "CSO member": ("cso", "cso"),
    "administrator": ("administrator", "kp"),
    "counts only": ("analyst", "ministry"),
    "conflicted": ("reviewer", "kp"),
    "disabled": ("reviewer", "kp"),
}


def _people(world: World, offices, station: Institution) -> None:
    for name, (role, office) in POSTED.items():
        user = User.objects.create(username=f"reach.{len(world.readers)}", full_name=name.title(), password="!")
        Posting.objects.create(user=user, office=getattr(offices, office), role=role, since=SINCE)
        world.readers[name] = user
    Tie.objects.create(user=world.readers["conflicted"], institution=station, why="Served there", since=SINCE)
    world.readers["anonymous"] = None
