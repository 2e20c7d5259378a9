"""The tests run against PostgreSQL, under the role that the site itself has."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_tests_run_as_the_application_role():
    with connection.cursor() as cursor:
        cursor.execute("select current_user, rolsuper, rolbypassrls from pg_roles where rolname = current_user")
        assert cursor.fetchone() == ("sanad_app", False, False)


@pytest.mark.django_db(transaction=True)
def test_tests_that_commit_can_empty_the_tables():
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from django_session")
        assert cursor.fetchone() == (0,)
