"""The invented strategy of the demo: its days follow each other, and what it says in two languages is in step."""

import pytest
from django.utils import timezone

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.config.demo import gathered, strategy
from sanad.gatherings.queries import groups_of, numbers_of
from sanad.strategies.models import Disposition, Draft, Strategy
from sanad.strategies.presenting.standing import stages
from sanad.strategies.queries import consultations_on, invitations_to, older_clauses, points_on

pytestmark = pytest.mark.django_db


def test_the_days_of_the_invented_strategy_follow_each_other(reference_data, offices, user):
    who = user("head", offices.kp, username="demo.head")
    gathered.make(who.username)
    strategy.make(who.username)
    with scoped(reader_for(who)):
        (made,) = Strategy.objects.all()
        first, second = Draft.objects.order_by("number")
        workshops = [one.gathering for one in consultations_on(first)]
        answers = [one.decided_at for one in Disposition.objects.all()]
        days = [
            made.made_at, first.circulated_at, *sorted(one.made_at for one in points_on(first)), second.made_at,
            *sorted(answers),
        ]  # fmt: skip
        assert days == sorted(days) and days[-1] < timezone.now()
        said = [timezone.localdate(one) for one in days]
        assert {one.first_day for one in workshops} == {timezone.localdate(p.made_at) for p in points_on(first)}
        assert said[1] < min(one.first_day for one in workshops)
        assert max(one.first_day for one in workshops) < made.stage_since <= timezone.localdate(second.made_at)
        assert all(one.due is None or said[1] < one.due < made.stage_since for one in invitations_to(first))
        assert [name for name, _day, _why in stages(made)] == ["draft", "consulted"]
        assert older_clauses(second) == {} and len(answers) == 30
        came = numbers_of(reader_for(who), [one.pk for one in workshops])
        assert sorted(came.values()) == [18, 42]
        assert [len(groups_of(one)) for one in workshops] == [4, 4]
