"""State that must never exist is refused by the database itself, whatever the code above it does."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.utils import timezone

from sanad.institutions.models import Institution
from sanad.kit.ids import uuid7
from sanad.violations import actions
from sanad.violations.drafts import StatusDraft
from sanad.violations.models import (
    Account,
    Act,
    Batch,
    Consent,
    CoverageDay,
    Danger,
    Edited,
    Event,
    Evidence,
    Ground,
    Identity,
    Intervention,
    Involvement,
    Judgement,
    Mention,
    ReviewRule,
    Revision,
    Safeguard,
    Unfinished,
    VictimStatus,
    Violation,
)

pytestmark = pytest.mark.django_db

NOW = timezone.now()
DAY, LATER = date(2026, 1, 1), date(2026, 1, 2)
NEW = object()  # a fresh id
THIS = uuid7()

# Unique only so that foreign keys can name them: the id alone is unique already.
KEYS = {"report_with_custodian", "mention_of_its_report", "act_of_its_report"}


def again(row, **changed):
    """A further row like this one, but for what changed; its own root if it has one."""
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    if "id" in values:
        values["id"] = uuid7()
    if "root" in values:
        values["root"] = values["id"]
    return type(row)(**values | {k: uuid7() if v is NEW else v for k, v in changed.items()})


@contextmanager
def refused(constraint: str):
    """The database names the constraint that is broken, at once or when the transaction would end."""
    with pytest.raises(IntegrityError) as error, transaction.atomic(), connection.cursor() as cursor:
        yield
        cursor.execute("set constraints all immediate")
    assert error.value.__cause__.diag.constraint_name == constraint


class World:
    """A report with all that a report can say, and, where a test asks for them, others beside it."""

    def __init__(self, draft, keeper, stranger):
        self.draft, self.by, self.stranger = draft, keeper, stranger
        self.report = actions.record_report(replace(draft, origin="list", external_id="1"), by=keeper)

    def row(self, model, **more):
        return model.objects.get(report=self.report, **more)

    victim = cached_property(lambda self: self.row(Mention, role="victim"))
    act = cached_property(lambda self: self.row(Act))
    involvement = cached_property(lambda self: self.row(Involvement))
    status = cached_property(lambda self: self.row(VictimStatus))
    revision = cached_property(lambda self: self.row(Revision))
    account = cached_property(lambda self: self.row(Account))
    event = cached_property(lambda self: Event.objects.get(pk=self.report.pk))
    violation = cached_property(lambda self: Violation.objects.get(event=self.report.pk))
    person = cached_property(lambda self: self.violation.person)
    other = cached_property(lambda self: actions.record_report(self.draft, by=self.by))
    elsewhere = cached_property(lambda self: Act.objects.get(report=self.other))
    foreign = cached_property(lambda self: actions.record_report(self.draft, by=self.stranger))

    @cached_property
    def judgement(self):
        return actions.judge_violations([self.violation], "verified", why="FIR", by=self.by)[0]

    @cached_property
    def batch(self):
        return Batch(reference="KP-2026-1", custodian_id=self.by.office_id, kind="file", title="A list", made_at=NOW)


@pytest.fixture
def world(house, operator, killing, within, code):
    base = killing()
    victim = replace(base.mentions[0], statuses=(StatusDraft(code("victim_status", "dead")),))
    draft = replace(base, mentions=(victim, base.mentions[1]))
    keeper, stranger = (replace(operator, office_id=office.pk) for office in (house.kp, house.sindh))
    with within(operator):
        yield World(draft, keeper, stranger)


def judged(world, kind, verdict="holds", **of):
    """A judgement of the office, as SQL would make it."""
    said = {"why": "So it is", "custodians": [world.by.office_id], "custodian_id": world.by.office_id}
    return Judgement(kind=kind, verdict=verdict, made_at=NOW, **said | of)


def coverage(world):
    paper = Institution.objects.first()
    return CoverageDay(custodian_id=world.by.office_id, institution=paper, day=DAY, read_at=NOW)


def consent(world, **more):
    """A yes of the victim to being counted."""
    said = {"use": "statistics", "answer": "given", "given_by": "self", "asked_on": DAY, "made_at": NOW}
    return Consent(report=world.report, custodian_id=world.by.office_id, mention=world.victim.root, **said | more)


def safeguard(world, **more):
    return Safeguard(
        report=world.report, custodian_id=world.by.office_id, mention=world.victim.root, made_at=NOW, **more
    )


def file(world, size):
    said = {"kind": "photograph", "sha256_sealed": "0" * 64, "media_type": "image/png", "received_at": NOW}
    return Evidence(report=world.report, custodian_id=world.by.office_id, size=size, **said)


def intervention(world, **more):
    """A letter of the office about the event."""
    said = {"id": THIS, "root": THIS, "type_id": world.act.type_id, "made_at": NOW, "report": world.report}
    return Intervention(**said | {"custodian_id": world.by.office_id} | more)


def rule(world, why):
    return ReviewRule(custodian_id=world.by.office_id, second_person=True, changed_at=NOW, why=why)


def waiting(world):
    """A verdict of somebody that holds once another has confirmed it."""
    row = judged(world, "attribution", "rejected", involvement=world.involvement.root, needs_second=True, made_by=7)
    row.save(force_insert=True)
    return row


def danger(world, **more):
    return Danger(report=world.report, custodian_id=world.by.office_id, told_at=NOW, **more)


def edited(world, **more):
    """The paper of a report, as one change of many reports changed it."""
    said = {"report": world.report, "batch": world.batch, "field": "paper", "before": 1, "after": 2}
    return Edited(custodian_id=world.by.office_id, **said | more)


WRONG = {
    "a_danger_ends_with_a_reason": lambda w: [danger(w, ended_at=NOW)],
    "one_danger_at_a_time": lambda w: [danger(w), danger(w)],
    "unfinished_form_is_known": lambda w: [
        Unfinished(id=THIS, custodian_id=w.by.office_id, made_by=1, form=0, saved_at=NOW)
    ],
    "edited_field_known": lambda w: [edited(w, field="summary")],
    "edited_once_in_a_batch": lambda w: [edited(w), edited(w)],
    "only_verdicts_wait_for_a_second": lambda w: [judged(w, "withdrawn", report=w.report, needs_second=True)],
    "only_what_is_verified_was_settled": lambda w: [
        judged(w, "attribution", "rejected", involvement=w.involvement.root, settled_on=DAY)
    ],
    "confirmed_by_another": lambda w: [judged(w, "confirmed", confirms=waiting(w), made_by=7)],
    "one_current_intervention": lambda w: [intervention(w), intervention(w, id=uuid7(), number=2, why="Read again")],
    "one_intervention_per_number": lambda w: [
        intervention(w),
        intervention(w, id=uuid7(), number=2, until=3, why="x"),
        intervention(w, id=uuid7(), number=2, until=3, why="x"),
    ],
    "an_intervention_ends_with_the_next": lambda w: [intervention(w, until=3)],
    "a_corrected_intervention_says_why": lambda w: [intervention(w, id=uuid7(), number=2)],
    "an_intervention_begins_with_its_root": lambda w: [intervention(w, root=uuid7())],
    "intervention_ends_after_it_begins": lambda w: [intervention(w, happened_first=LATER, happened_last=DAY)],
    "intervention_of_its_report": lambda w: [intervention(w, report=w.foreign)],
    "a_review_rule_has_a_reason": lambda w: [rule(w, "")],
    "a_consent_is_to_a_use": lambda w: [consent(w, use="advertising")],
    "a_consent_is_an_answer": lambda w: [consent(w, answer="perhaps")],
    "a_consent_is_given_by_somebody": lambda w: [consent(w, given_by="neighbour")],
    "who_answers_is_said": lambda w: [consent(w, given_by="")],
    "a_consent_ends_after_it_begins": lambda w: [consent(w, asked_on=LATER, until=DAY)],
    "a_basis_is_one_of_two": lambda w: [safeguard(w, basis="rumour")],
    "a_risk_is_one_of_four": lambda w: [safeguard(w, risk="enormous")],
    "evidence_has_a_size": lambda w: [file(w, -1)],
    "a_batch_is_undone_for_a_reason": lambda w: [again(w.batch, undone_at=NOW)],
    "document_ends_after_it_begins": lambda w: [again(w.report.document, dated_first=LATER, dated_last=DAY)],
    "one_report_per_external_id": lambda w: [again(w.report, reference="KP-2026-X")],
    "violations_report_reference_key": lambda w: [again(w.report, external_id="2")],
    "one_revision_per_number": lambda w: [again(w.revision, until=2)],
    "one_current_revision": lambda w: [again(w.revision, number=2)],
    "a_revision_ends_with_the_next": lambda w: [again(w.revision, number=2, until=4)],
    "revisions_count_from_one": lambda w: [again(w.revision, number=0, until=1)],
    "one_current_mention": lambda w: [again(w.victim, root=w.victim.root)],
    "mention_ends_later": lambda w: [again(w.victim, until=1)],
    "a_mention_has_a_role": lambda w: [again(w.victim, role="bystander")],
    "a_mention_is_of_a_kind": lambda w: [again(w.victim, kind="crowd")],
    "nobody_is_part_of_itself": lambda w: [again(w.victim, id=THIS, root=THIS, part_of=THIS)],
    "only_groups_have_sizes": lambda w: [again(w.victim, min_size=3)],
    "an_institution_is_named": lambda w: [again(w.victim, kind="institution")],
    "sizes_are_not_negative": lambda w: [again(w.victim, kind="group", max_size=-1)],
    "ages_are_in_order": lambda w: [again(w.victim, age_min=20, age_max=10)],
    "one_current_act": lambda w: [again(w.act, root=w.act.root)],
    "act_ends_later": lambda w: [again(w.act, since=3, until=3)],
    "act_ends_after_it_begins": lambda w: [again(w.act, happened_first=LATER, happened_last=DAY)],
    "one_current_involvement": lambda w: [again(w.involvement, root=w.involvement.root)],
    "involvement_ends_later": lambda w: [again(w.involvement, until=1)],
    "an_involvement_says_who_or_what": lambda w: [again(w.involvement, perpetrator=None, type_id=None)],
    "one_current_status": lambda w: [again(w.status, root=w.status.root)],
    "status_ends_later": lambda w: [again(w.status, until=1)],
    "status_ends_after_it_begins": lambda w: [again(w.status, happened_first=LATER, happened_last=DAY)],
    "one_coverage_per_day": lambda w: [coverage(w), coverage(w)],
    "an_event_without_accounts_is_withdrawn": lambda w: [again(w.event, reference="KP-2026-X", withdrawn=True)],
    "who_is_no_group_is_one": lambda w: [again(w.person, max_size=7)],
    "no_group_is_part_of_itself": lambda w: [again(w.person, id=THIS, part_of=THIS)],
    "one_violation_per_person_and_type": lambda w: [again(w.violation)],
    "a_judgement_names_what_it_judges": lambda w: [judged(w, "withdrawn", report=w.report, act=w.act.root)],
    "a_verdict_fits_its_kind": lambda w: [judged(w, "withdrawn", "verified", report=w.report)],
    "only_a_choice_has_a_value": lambda w: [judged(w, "withdrawn", report=w.report, field="means")],
    "only_a_verification_has_a_standard": lambda w: [
        judged(w, "withdrawn", report=w.report, standard_id=w.act.type_id)
    ],
    "two_are_two": lambda w: [judged(w, "same_event", "same", report=w.report, other_report=w.report)],
    "a_judgement_has_a_reason": lambda w: [judged(w, "withdrawn", report=w.report, why="")],
    "a_judgement_is_undone_once": lambda w: [judged(w, "undone", undoes=w.judgement) for _ in range(2)],
    "who_judged_keeps_it": lambda w: [judged(w, "withdrawn", report=w.foreign, custodians=[w.foreign.custodian_id])],
    # Keys that look past row security: nothing hangs on another report, nor on one of another office.
    "revision_of_report": lambda w: [again(w.revision, report_id=NEW)],
    "mention_of_report": lambda w: [again(w.victim, custodian_id=w.stranger.office_id)],
    "account_of_report": lambda w: [again(w.account, report_id=NEW)],
    "act_victim_of_its_report": lambda w: [again(w.act, victim=w.elsewhere.victim)],
    "involvement_act_of_its_report": lambda w: [again(w.involvement, act=w.elsewhere.root)],
    "involvement_perpetrator_of_its_report": lambda w: [again(w.involvement, perpetrator=w.elsewhere.victim)],
    "victimstatus_mention_of_its_report": lambda w: [again(w.status, mention=w.elsewhere.victim)],
    "mention_part_of_of_its_report": lambda w: [again(w.victim, part_of=w.elsewhere.victim)],
    "identity_mention_of_its_report": lambda w: [
        Identity(mention=uuid7(), custodian_id=w.report.custodian_id, report=w.report, person=w.person)
    ],
    "ground_act_of_its_report": lambda w: [
        Ground(act=uuid7(), custodian_id=w.report.custodian_id, report=w.report, violation=w.violation)
    ],
    # What was derived holds together.
    "violation_of_event": lambda w: [again(w.violation, event_id=NEW)],
    "violation_of_person": lambda w: [again(w.violation, person_id=NEW)],
    "person_of_person": lambda w: [again(w.person, part_of=NEW)],
    # What only a trigger can say.
    "follows_its_root": lambda w: [again(w.victim, root=NEW, since=2)],
    "closed_by_a_revision": lambda w: [again(w.victim, until=9)],
    "judges_what_is_there": lambda w: [judged(w, "attribution", "rejected", involvement=uuid7())],
}


def test_what_the_wrong_rows_are_made_of_is_right(world):
    right = (consent(world), safeguard(world, basis="consent", risk="high"), file(world, 1), intervention(world))
    confirmed = judged(world, "confirmed", confirms=waiting(world), made_by=8)
    for row in (*right, rule(world, "A letter asks for it"), confirmed):
        row.save(force_insert=True)


@pytest.mark.parametrize("constraint", WRONG)
def test_the_database_refuses(world, constraint):
    rows = WRONG[constraint](world)
    with refused(constraint):
        for row in rows:
            row.save(force_insert=True)


def test_every_constraint_of_the_models_is_tested():
    models = apps.get_app_config("violations").get_models()
    assert {c.name for m in models for c in m._meta.constraints} - KEYS <= WRONG.keys()


@pytest.mark.parametrize(
    ("constraint", "statement"),
    [
        ("account_of_event", "delete from violations_event where id = %(event)s"),
        ("identity_of_person", "delete from violations_person where id = %(person)s"),
        ("ground_of_violation", "delete from violations_violation where id = %(violation)s"),
    ],
)
def test_what_was_derived_does_not_leave_its_links_behind(world, constraint, statement):
    with pytest.raises(IntegrityError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"set constraints {constraint} immediate")
        cursor.execute(statement, {"event": world.event.pk, "person": world.person.pk, "violation": world.violation.pk})
    assert error.value.__cause__.diag.constraint_name == constraint


def test_a_judgement_names_no_row_that_its_custodians_do_not_keep(world):
    with refused("judges_what_is_there"):
        judged(world, "withdrawn", report=world.foreign).save(force_insert=True)


def test_what_took_a_judgement_back_is_not_taken_back(world):
    undone = actions.undo_judgement(world.judgement, why="Wrong FIR", by=world.by)
    with refused("judges_what_is_there"):
        judged(world, "undone", undoes=undone).save(force_insert=True)


def test_a_row_is_closed_only_by_a_revision_that_is_there(world):
    with refused("closed_by_a_revision"):
        Mention.objects.filter(pk=world.victim.pk).update(until=2)


@pytest.mark.parametrize("model", [Revision, Mention, Act, Involvement, VictimStatus])
def test_what_is_closed_stays_closed(world, model, killing, code):
    victim = replace(killing().mentions[0], statuses=(StatusDraft(code("victim_status", "dead")),))
    draft = killing(mentions=(victim, killing().mentions[1]), summary="Another wording.")
    actions.correct_report(world.report, draft, by=world.by, why="Hospital record")
    closed = model.objects.filter(report=world.report, until=2)
    assert closed.count() >= 1
    with pytest.raises(ProgrammingError, match="closed already"), transaction.atomic():
        closed.update(until=None)


@pytest.mark.parametrize(
    "statement",
    [
        "update violations_report set custodian_id = custodian_id",
        "update violations_mention set sex_id = null",
        "update violations_batch set custodian_id = custodian_id",
        "delete from violations_batch",
        "delete from violations_involvement",
        "truncate violations_judgement",
    ],
)
def test_the_application_may_not(world, statement):
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('violations_judgement', 'truncate')")
        if statement.startswith("truncate") and cursor.fetchone()[0]:
            pytest.skip("tests may empty tables; a site may not")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute(statement)
