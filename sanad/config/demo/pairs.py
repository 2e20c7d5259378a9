"""Invented people whom two papers tell of in two scripts, so that the demo has pairs to look at."""

from datetime import date

from sanad.accounts.queries.making_readers import office_with
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.codes.queries import ids_by_slug
from sanad.config.demo import offices
from sanad.kit.dates import PartialDate
from sanad.matching.actions import schedule_matching
from sanad.places.queries import place_by_key
from sanad.violations.actions import store_batch
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft

# Name, father, age, day of January 2025, identity card (its digits are nobody's), district.
TOLD = (
    ("محمد عمران خٹک", "عبدالکریم", 34, 14, "00000-0000001-1", "kp_peshawar"),
    ("Mohd. Imran Khattak", "Abdul Karim", 34, 14, "00000-0000001-1", "kp_peshawar"),
    ("Zarina Khatoon", "Sher Dil", 27, 20, "", "kp_swat"),
    ("زرینہ خاتون", "شیر دل", 28, 23, "", "kp_swat"),
    ("Ghulam Rasool Bhatti", "Allah Bakhsh", 51, 9, "", "kp_mardan"),
    ("Rasul Bhatti", "", 50, 11, "", "kp_mardan"),
)


def make() -> None:
    """Store what the papers say; the worker compares it once the site is served."""
    office = office_with(offices.NORTH.slug)
    assert office is not None
    by = operator(office.pk)
    with scoped(by):
        drafts = [_draft(number, *row) for number, row in enumerate(TOLD)]
        store_batch(drafts, by=by, title="Invented clippings in two scripts", origin="demo-pairs")
    schedule_matching()


def _draft(number: int, name: str, father: str, age: int, day: int, cnic: str, district: str) -> ReportDraft:
    place = place_by_key(district)
    sealed = {"name": name, "father_name": father, "cnic": cnic}
    woman = number in (2, 3)
    victim = MentionDraft(
        "person",
        sex=ids_by_slug("sex")["female" if woman else "male"],
        age_min=age,
        age_max=age,
        sealed={field: text for field, text in sealed.items() if text},
    )
    return ReportDraft(
        source_kind=ids_by_slug("source_kind")["newspaper"],
        received_on=date(2025, 2, 1),
        external_id=f"pair-{number}",
        summary="A paper tells of somebody who was beaten on the way home.",
        mentions=(victim,),
        acts=(
            ActDraft(
                "act",
                "person",
                ids_by_slug("act")["beating"],
                happened=PartialDate(2025, 1, day),
                place=place.id if place else None,
            ),
        ),
    )
