"""The door of a workshop: opened at a desk in English, gone through on a telephone in Urdu, counted at the desk."""

import pytest
from django.utils import timezone

from tests.journeys.live import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
SUBMIT = "main form.sheet button[type=submit]"
NAME = "زرینہ خاتون"


def test_a_participant_signs_in_on_a_telephone_in_urdu(visitor, offices, at_work):
    organiser = visitor(language="en", width=DESK).sign_in(at_work("recorder", offices.kp))
    organiser.go("/gatherings/new/")
    organiser.page.fill("[name=title_en]", "Workshop in Peshawar")
    organiser.page.fill("[name=title_ur]", "پشاور میں ورکشاپ")
    organiser.page.fill("[name=first_day]", f"{timezone.localdate():%d/%m/%Y}")
    organiser.page.select_option("[name=place]", "kp_peshawar")
    organiser.press(SUBMIT)
    workshop = organiser.page.url.removeprefix(organiser.site)
    organiser.go(f"{workshop}door/").press("main form .btn-primary")
    door = organiser.page.locator(".poster .code").inner_text().removeprefix(organiser.site)

    guest = visitor(language="ur", width=PHONE)
    guest.context.add_cookies([{"name": "django_language", "value": "ur", "url": guest.site}])
    guest.go(door)
    assert "پشاور میں ورکشاپ" in guest.text()
    assert guest.page.locator("nav").count() == 0  # nothing leads into the site
    guest.page.fill("[name=name]", NAME)
    guest.page.select_option("[name=seat]", "cso")
    guest.page.select_option("[name=sex]", "female")
    guest.page.select_option("[name=district]", "kp_swat")
    guest.page.fill("[name=needs]", "ریمپ")
    guest.page.check("[name=named][value=yes]")
    guest.press(SUBMIT)
    assert guest.page.url.endswith("/thanks/")
    assert NAME not in guest.text()

    organiser.go(workshop)
    assert "1 person, each counted once" in organiser.text()
    organiser.go(f"{workshop}participants/")
    assert NAME in organiser.text()
    assert "ریمپ" not in organiser.page.content()
    organiser.go(f"{workshop}door/").press("main form .btn-outline-danger")
    assert guest.page.goto(f"{guest.site}{door}").status == 404
