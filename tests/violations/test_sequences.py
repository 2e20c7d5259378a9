"""Whatever is done in whatever order: nothing said is lost, what was derived is what follows, and all can be undone."""

from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, StatusDraft
from sanad.violations.models import (
    Account,
    Act,
    Batch,
    Event,
    Ground,
    Identity,
    Involvement,
    Judgement,
    Mention,
    Person,
    Report,
    Revision,
    VictimStatus,
    Violation,
)

pytestmark = pytest.mark.django_db

SAID = (Report, Revision, Mention, Act, Involvement, VictimStatus)
DERIVED = {Event: "id", Person: "id", Violation: "id", Account: "report", Identity: "mention", Ground: "act"}
# An example takes a second: none is made smaller, the steps that failed are short enough to read.
CHECKED = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow),
)

numbers = st.integers(0, 11)
steps = st.tuples(numbers, numbers)  # which row, which of several ways


@contextmanager
def rolled_back():
    """An example leaves nothing to the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Town:
    """One office where things are recorded, judged, imported and undone; each deed picks its rows by number."""

    def __init__(self, by, killing, code):
        self.by, self.killing = by, killing
        self.types = [code("act", "killing"), code("act", "beating")]
        self.dead, self.missing = code("victim_status", "dead"), code("victim_status", "missing")
        self.family = code("perpetrator_type", "family")

    def draft(self, n, **more):
        """One of a dozen things that somebody can say: victims, a group with a member, one or two acts."""
        victims = [MentionDraft(f"v{i}", age_min=20 + i, sealed={"name": f"Victim {i}"}) for i in range(1 + n % 3)]
        if n % 4 == 3:
            victims[0] = replace(victims[0], kind="group", age_min=None, min_size=n, sealed={})
            victims[1:] = [replace(v, part_of="v0") for v in victims[1:]]
        victims[0] = replace(victims[0], statuses=(StatusDraft(self.dead if n % 2 else self.missing),))
        types = self.types if n % 5 == 0 else [self.types[n % 2]]
        acts = [ActDraft(f"{v.key}.{t}", v.key, t) for v in victims for t in types]
        alleged = MentionDraft("p", role="perpetrator", sealed={"name": "Alleged"})
        involved = (InvolvementDraft(acts[0].key, "p", type=self.family),)
        said = {"mentions": (*victims, alleged), "acts": tuple(acts), "involvements": involved} | more
        return self.killing(summary=f"Account {n}.", **said)

    def report(self, n):
        return self.pick(Report, n)

    def pick(self, model, n, **narrowed):
        rows = list(model.objects.filter(**narrowed).order_by("pk"))
        return rows[n % len(rows)]

    def record(self, _row, n):
        actions.record_report(self.draft(n), by=self.by)

    def account(self, row, n):
        event = self.report(row).account.event
        draft, persons = self.draft(n), sorted(queries.persons_of(self.by, event))
        victims = [m.key for m in draft.mentions if m.role == "victim"]
        same = dict(zip(victims, persons, strict=False))
        actions.add_account(event, draft, same=same, by=self.by, why="Same day and place")

    def correct(self, row, n):
        actions.correct_report(self.report(row), self.draft(n), by=self.by, why="Read again")

    def verify(self, row, n):
        verdict = ("verified", "rejected", "inconclusive", "withdrawn")[n % 4]
        actions.judge_violations([self.pick(Violation, row)], verdict, why="FIR", by=self.by)

    def attribute(self, row, _n):
        actions.judge_attribution(self.pick(Involvement, row, until=None), "rejected", why="Alibi", by=self.by)

    def choose(self, row, n):
        violation = self.pick(Violation, row)
        prefer = self.pick(Ground, n, violation=violation).act
        actions.choose_value(violation.pk, "means", prefer, why="Nearer to it", by=self.by)

    def withdraw(self, row, _n):
        actions.withdraw_report(self.report(row), why="Entered in error", by=self.by)

    def link(self, row, n):
        one, other = self.report(row), self.report(row + 1 + n)
        if one != other:
            judge = actions.judge_same_entry if n % 3 == 2 else actions.judge_same_event
            judge(one, other, ("same", "same", "different")[n % 3 if n < 9 else 0], why="Compared", by=self.by)

    def link_persons(self, row, n):
        one, other = self.pick(Mention, row, since=1).root, self.pick(Mention, row + 1 + n, since=1).root
        if one != other:
            verdict = "unsure" if n % 4 == 3 else "same"
            actions.judge_same_person(one, other, verdict, why="Same father's name", by=self.by)

    def part(self, row, n):
        """Take somebody out of a person again."""
        whole = self.pick(Person, row)
        members = sorted(Identity.objects.filter(person=whole).values_list("mention", flat=True))
        actions.part_person(whole.pk, [members[n % len(members)]], why="Two brothers", by=self.by)

    def bring_in(self, row, n):
        """A list of three rows, of which two are one event; another number makes another wording of it."""
        drafts = [self.draft(row + i, external_id=f"L{i}", event_key="E" if i else "") for i in range(3)]
        drafts = drafts if n % 2 else [replace(d, summary=f"Another wording {n}.") for d in drafts[: 1 + n % 3]]
        actions.store_batch(drafts, by=self.by, title="A list", origin="list")

    def undo(self, row, _n):
        in_force = queries.judgements_in_force().order_by("pk")
        if in_force:
            actions.undo_judgement(in_force[row % len(in_force)], why="On second thoughts", by=self.by)

    def take_back(self, row, _n):
        actions.undo_batch(self.pick(Batch, row, undone_at=None), why="Wrong file", by=self.by)


SAYING = ("record", "account", "correct")
JUDGING = ("verify", "attribute", "choose", "withdraw", "link", "link_persons", "part", "undo")
BRINGING = ("bring_in", "take_back")
deeds = st.tuples(st.sampled_from(SAYING + JUDGING + BRINGING), steps)
judgements = st.tuples(st.sampled_from((*JUDGING, "bring_in")), steps)
sayings = st.tuples(st.sampled_from(SAYING), steps)


def do(town, deed):
    """Do it, if it may be done and there is anything to do it to."""
    name, (row, n) = deed
    with suppress(Refused, ZeroDivisionError):  # out of order, or no row to pick from
        getattr(town, name)(row, n)


def said():
    """Every row that was said, and whether it holds."""
    return {(m.__name__, row.pk): getattr(row, "until", None) for m in SAID for row in m.objects.all()}


def derived():
    return {m.__name__: list(m.objects.order_by(key).values()) for m, key in DERIVED.items()}


def leaving():
    """The rows that would leave with each batch: its reports, and what its corrections added."""
    rows = {}
    for batch in Batch.objects.filter(undone_at=None):
        gone = {("Report", r.pk) for r in Report.objects.filter(batch=batch)}
        for revision in Revision.objects.filter(batch=batch):
            added = {"report": revision.report_id, "since": revision.number}
            gone |= {(m.__name__, row.pk) for m in SAID[2:] for row in m.objects.filter(**added)}
        own = Revision.objects.filter(report__batch=batch) | Revision.objects.filter(batch=batch)
        gone |= {("Revision", r.pk) for r in own}
        gone |= {(m.__name__, row.pk) for m in SAID[2:] for row in m.objects.filter(report__batch=batch)}
        rows[batch.pk] = gone
    return rows


def check_partition():
    """Whatever counts belongs to one event, person or violation, and this is named after the oldest of its parts."""
    counting = Account.objects.filter(withdrawn=False).values("report")
    mentions = Mention.objects.filter(until=None, report__in=counting).exclude(role="informant")
    acts = Act.objects.filter(until=None, report__in=counting)
    assert set(Account.objects.values_list("report", flat=True)) == set(Report.objects.values_list("pk", flat=True))
    assert set(Identity.objects.values_list("mention", flat=True)) == set(mentions.values_list("root", flat=True))
    assert set(Ground.objects.values_list("act", flat=True)) == set(acts.values_list("root", flat=True))
    for whole, links, of, key in (
        (Event, Account, "event_id", "report_id"),
        (Person, Identity, "person_id", "mention"),
        (Violation, Ground, "violation_id", "act"),
    ):
        oldest = {}
        for part, one in links.objects.values_list(key, of):
            oldest[one] = min(part, oldest.get(one, part))
        assert oldest == {pk: pk for pk in whole.objects.values_list("pk", flat=True)}


@CHECKED
@given(st.lists(deeds, min_size=4, max_size=8))
def test_nothing_said_is_lost_and_what_is_derived_follows(operator, house, killing, code, within, done):
    by = replace(operator, office_id=house.kp.pk)
    with rolled_back(), within(operator):
        town = Town(by, killing, code)
        town.record(0, 0)
        for deed in done:
            before, may_leave = said(), leaving()
            do(town, deed)
            after = said()
            gone = before.keys() - after.keys()
            assert deed[0] == "take_back" or not gone
            assert not gone or any(gone == rows for rows in may_leave.values())
            check_partition()
        standing = derived()
        actions.rederive(Report.objects.values_list("pk", flat=True))
        assert derived() == standing


@CHECKED
@given(st.lists(sayings, min_size=1, max_size=3), st.lists(judgements, min_size=2, max_size=6))
def test_after_undoing_everything_all_is_as_before(operator, house, killing, code, within, first, then):
    by = replace(operator, office_id=house.kp.pk)
    with rolled_back(), within(operator):
        town = Town(by, killing, code)
        town.record(0, 0)
        for deed in first:
            do(town, deed)
        before, held = derived(), said()
        links = set(queries.judgements_in_force().values_list("pk", flat=True))
        for deed in [deed for deed in then if deed[0] != "undo"]:
            do(town, deed)
        for judgement in queries.judgements_in_force().filter(batch=None).exclude(pk__in=links).order_by("-made_at"):
            actions.undo_judgement(judgement, why="As it was", by=by)
        for batch in Batch.objects.filter(undone_at=None).order_by("-made_at"):
            actions.undo_batch(batch, why="As it was", by=by)
        assert (derived(), said()) == (before, held)


def test_a_judgement_taken_back_and_made_again_counts_once(operator, house, killing, code, within):
    by = replace(operator, office_id=house.kp.pk)
    with within(operator):
        town = Town(by, killing, code)
        town.record(0, 0)
        town.verify(0, 0)
        standing = [(v["id"], v["state"]) for v in derived()["Violation"]]
        town.undo(0, 0)
        town.verify(0, 0)
        assert [(v["id"], v["state"]) for v in derived()["Violation"]] == standing
        assert Judgement.objects.count() == 3
